//! The syntax tree of a feature file.

use serde::{Deserialize, Serialize};

use super::Location;

message! {
    /// A syntax tree.
    GherkinDocument {
        /// Name relative to the project.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        uri: Option<String>,
        /// The feature, if the file has one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        feature: Option<Feature>,
        /// Comment lines.
        comments: Vec<Comment>,
    }
}
message! {
    /// A comment line.
    Comment {
        /// Where.
        location: Location,
        /// Text with its leading space, as written.
        text: String,
    }
}
message! {
    /// A tag with its `@`.
    Tag {
        /// Where.
        location: Location,
        /// Name with `@`.
        name: String,
        /// Id of the node.
        id: String,
    }
}
message! {
    /// A feature.
    Feature {
        /// Where.
        location: Location,
        /// Tags before it.
        tags: Vec<Tag>,
        /// Language code.
        language: String,
        /// Keyword as written.
        keyword: String,
        /// Name.
        name: String,
        /// Free text under the name.
        description: String,
        /// Backgrounds, rules and scenarios in order.
        children: Vec<FeatureChild>,
    }
}

/// What stands in a feature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FeatureChild {
    /// A rule.
    Rule(Rule),
    /// A background.
    Background(Background),
    /// A scenario.
    Scenario(Scenario),
}

/// What stands in a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RuleChild {
    /// A background.
    Background(Background),
    /// A scenario.
    Scenario(Scenario),
}

message! {
    /// A rule (*Reegel*).
    Rule {
        /// Where.
        location: Location,
        /// Tags before it.
        tags: Vec<Tag>,
        /// Keyword as written.
        keyword: String,
        /// Name.
        name: String,
        /// Free text.
        description: String,
        /// Background and scenarios.
        children: Vec<RuleChild>,
        /// Id of the node.
        id: String,
    }
}
message! {
    /// A background (*Taust*).
    Background {
        /// Where.
        location: Location,
        /// Keyword as written.
        keyword: String,
        /// Name.
        name: String,
        /// Free text.
        description: String,
        /// Steps.
        steps: Vec<Step>,
        /// Id of the node.
        id: String,
    }
}
message! {
    /// A scenario or scenario outline.
    Scenario {
        /// Where.
        location: Location,
        /// Tags before it.
        tags: Vec<Tag>,
        /// Keyword as written.
        keyword: String,
        /// Name.
        name: String,
        /// Free text.
        description: String,
        /// Steps.
        steps: Vec<Step>,
        /// Example tables.
        examples: Vec<Examples>,
        /// Id of the node.
        id: String,
    }
}
message! {
    /// An example table (*Juhtumid*).
    Examples {
        /// Where.
        location: Location,
        /// Tags before it.
        tags: Vec<Tag>,
        /// Keyword as written.
        keyword: String,
        /// Name.
        name: String,
        /// Free text.
        description: String,
        /// Column names.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        table_header: Option<TableRow>,
        /// Rows.
        table_body: Vec<TableRow>,
        /// Id of the node.
        id: String,
    }
}
message! {
    /// A row with its cells.
    TableRow {
        /// Where.
        location: Location,
        /// Cells.
        cells: Vec<TableCell>,
        /// Id of the node.
        id: String,
    }
}
message! {
    /// A cell, escapes resolved.
    TableCell {
        /// Where its text begins.
        location: Location,
        /// Text.
        value: String,
    }
}

/// What a keyword says of its step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeywordType {
    /// `*`
    #[default]
    Unknown,
    /// *Eeldades*
    Context,
    /// *Kui*
    Action,
    /// *Siis*
    Outcome,
    /// *Ja*, *Kuid*
    Conjunction,
}

message! {
    /// A step.
    Step {
        /// Where.
        location: Location,
        /// Keyword with its trailing space, as written.
        keyword: String,
        /// What the keyword says.
        keyword_type: KeywordType,
        /// The sentence.
        text: String,
        /// Text block.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        doc_string: Option<DocString>,
        /// Table.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        data_table: Option<DataTable>,
        /// Id of the node.
        id: String,
    }
}
message! {
    /// A text block under a step.
    DocString {
        /// Where.
        location: Location,
        /// Media type after the opening delimiter.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        media_type: Option<String>,
        /// Text without the common indentation.
        content: String,
        /// `"""` or three backticks.
        delimiter: String,
    }
}
message! {
    /// A table under a step.
    DataTable {
        /// Where.
        location: Location,
        /// Rows.
        rows: Vec<TableRow>,
    }
}
