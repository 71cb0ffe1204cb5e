//! Scenarios ready to run: examples filled in, backgrounds put in front.

use serde::{Deserialize, Serialize};

use super::Location;

message! {
    /// One scenario to run.
    Pickle {
        /// Id.
        id: String,
        /// File.
        uri: String,
        /// Where: the scenario, or the row of its examples.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        location: Option<Location>,
        /// Name, examples filled in.
        name: String,
        /// Language code.
        language: String,
        /// Steps, backgrounds first.
        steps: Vec<PickleStep>,
        /// Tags of feature, rule, scenario and examples.
        tags: Vec<PickleTag>,
        /// Scenario node and, for an outline, row node.
        ast_node_ids: Vec<String>,
    }
}
message! {
    /// A tag a scenario carries.
    PickleTag {
        /// Name with `@`.
        name: String,
        /// Tag node.
        ast_node_id: String,
    }
}

/// What a step of a pickle is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum PickleStepType {
    /// No keyword told.
    #[default]
    Unknown,
    /// State before.
    Context,
    /// Act.
    Action,
    /// Check.
    Outcome,
}

message! {
    /// A step of a pickle.
    PickleStep {
        /// Id.
        id: String,
        /// Step node and, for an outline, row node.
        ast_node_ids: Vec<String>,
        /// What it is for.
        #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
        step_type: Option<PickleStepType>,
        /// Sentence, examples filled in.
        text: String,
        /// Table or text block.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        argument: Option<PickleStepArgument>,
    }
}
message! {
    /// The table and the text block of a step.
    PickleStepArgument {
        /// Text block.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        doc_string: Option<PickleDocString>,
        /// Table.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        data_table: Option<PickleTable>,
    }
}
message! {
    /// A text block.
    PickleDocString {
        /// Media type.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        media_type: Option<String>,
        /// Text.
        content: String,
    }
}
message! {
    /// A table.
    PickleTable {
        /// Rows.
        rows: Vec<PickleTableRow>,
    }
}
message! {
    /// A row.
    PickleTableRow {
        /// Cells.
        cells: Vec<PickleTableCell>,
    }
}
message! {
    /// A cell.
    PickleTableCell {
        /// Text.
        value: String,
    }
}
