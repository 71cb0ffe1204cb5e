//! Cucumber Messages, the wire format of the run record: one JSON object a line.
//!
//! Shapes follow the official schema (`messages.schema.json`); only what rakis writes is here.
//! `rakis messages` and the record share these types, so every reader of Messages reads us.

use serde::{Deserialize, Serialize};

/// One line of a message stream.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Envelope {
    /// Who wrote the stream.
    Meta(Meta),
    /// The text of a feature file.
    Source(SourceText),
    /// Its syntax tree.
    GherkinDocument(GherkinDocument),
    /// One scenario to run, examples filled in.
    Pickle(Pickle),
    /// A feature file that could not be read.
    ParseError(ParseError),
    /// A known step.
    StepDefinition(StepDefinition),
    /// A run begins.
    TestRunStarted(TestRunStarted),
    /// A pickle with its steps resolved.
    TestCase(TestCase),
    /// An attempt begins.
    TestCaseStarted(TestCaseStarted),
    /// A step begins.
    TestStepStarted(TestStepStarted),
    /// Data that belongs to a run or a step.
    Attachment(Attachment),
    /// A step ended.
    TestStepFinished(TestStepFinished),
    /// An attempt ended.
    TestCaseFinished(TestCaseFinished),
    /// The run ended.
    TestRunFinished(TestRunFinished),
}

/// Seconds and nanoseconds, since 1970 or as a length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Time {
    /// Whole seconds.
    pub seconds: i64,
    /// Nanoseconds of the second, 0 to 999,999,999.
    pub nanos: u32,
}

impl Time {
    /// From nanoseconds.
    pub fn from_nanos(nanos: i128) -> Self {
        Self {
            seconds: i64::try_from(nanos.div_euclid(1_000_000_000)).unwrap_or(i64::MAX),
            nanos: u32::try_from(nanos.rem_euclid(1_000_000_000)).unwrap_or_default(),
        }
    }

    /// In nanoseconds.
    pub fn nanos(self) -> i128 {
        i128::from(self.seconds) * 1_000_000_000 + i128::from(self.nanos)
    }

    /// In whole milliseconds.
    pub fn millis(self) -> u64 {
        u64::try_from(self.nanos() / 1_000_000).unwrap_or_default()
    }
}

macro_rules! message {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub struct $name { $($(#[$field_doc])* pub $field: $kind,)* }
    };
}

message! {
    /// A named thing with a version.
    Product {
        /// Name.
        name: String,
        /// Version.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<String>,
    }
}
message! {
    /// Who wrote the stream.
    Meta {
        /// Version of the message protocol.
        protocol_version: String,
        /// rakis.
        implementation: Product,
        /// What rakis was built with.
        runtime: Product,
        /// Operating system.
        os: Product,
        /// Processor.
        cpu: Product,
    }
}
message! {
    /// The text of a feature file.
    SourceText {
        /// Name relative to the project.
        uri: String,
        /// Whole text.
        data: String,
        /// `text/x.cucumber.gherkin+plain`.
        media_type: String,
    }
}
message! {
    /// A place, both from 1.
    Location {
        /// Line.
        line: usize,
        /// Column in characters.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        column: Option<usize>,
    }
}
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
message! {
    /// A place in a file.
    SourceReference {
        /// File.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        uri: Option<String>,
        /// Line and column.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        location: Option<Location>,
    }
}
message! {
    /// A feature file that could not be read.
    ParseError {
        /// Where.
        source: SourceReference,
        /// What is wrong.
        message: String,
    }
}
message! {
    /// The sentence of a definition.
    StepDefinitionPattern {
        /// Text.
        source: String,
        /// `CUCUMBER_EXPRESSION` or `REGULAR_EXPRESSION`.
        #[serde(rename = "type")]
        pattern_type: String,
    }
}
message! {
    /// A known step.
    StepDefinition {
        /// Id.
        id: String,
        /// Sentence.
        pattern: StepDefinitionPattern,
        /// Where it is defined.
        source_reference: SourceReference,
    }
}
message! {
    /// A run begins.
    TestRunStarted {
        /// When.
        timestamp: Time,
        /// Id of the run.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<String>,
    }
}
message! {
    /// A pickle with its steps resolved.
    TestCase {
        /// Id.
        id: String,
        /// Pickle.
        pickle_id: String,
        /// Steps.
        test_steps: Vec<TestStep>,
        /// Run.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        test_run_started_id: Option<String>,
    }
}
message! {
    /// A resolved step.
    TestStep {
        /// Id.
        id: String,
        /// Step of the pickle.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pickle_step_id: Option<String>,
        /// The definitions that match: exactly one in a plan that may run.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        step_definition_ids: Option<Vec<String>>,
    }
}
message! {
    /// An attempt begins.
    TestCaseStarted {
        /// 0 for the first.
        attempt: u32,
        /// Id of the attempt.
        id: String,
        /// Test case.
        test_case_id: String,
        /// Which worker ran it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        worker_id: Option<String>,
        /// When.
        timestamp: Time,
    }
}
message! {
    /// A step begins.
    TestStepStarted {
        /// Attempt.
        test_case_started_id: String,
        /// Step.
        test_step_id: String,
        /// When.
        timestamp: Time,
    }
}
message! {
    /// Data that belongs to a run or a step.
    Attachment {
        /// Text.
        body: String,
        /// Always `IDENTITY`: text as it is.
        content_encoding: String,
        /// What it is.
        media_type: String,
        /// Attempt.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        test_case_started_id: Option<String>,
        /// Step.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        test_step_id: Option<String>,
        /// Run.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        test_run_started_id: Option<String>,
    }
}

/// How a step ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Status {
    /// Not told.
    #[default]
    Unknown,
    /// It held.
    Passed,
    /// Not run, because an earlier step failed or the scenario is skipped.
    Skipped,
    /// Not decided.
    Pending,
    /// No definition.
    Undefined,
    /// More than one definition.
    Ambiguous,
    /// It did not hold.
    Failed,
}

message! {
    /// Why a step failed.
    Exception {
        /// `Failed`, `Broken` or `Invalid`.
        #[serde(rename = "type")]
        exception_type: String,
        /// In words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<String>,
    }
}
message! {
    /// How a step ended.
    TestStepResult {
        /// How long it took.
        duration: Time,
        /// How it ended.
        status: Status,
        /// In words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<String>,
        /// Why it failed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        exception: Option<Exception>,
    }
}
message! {
    /// A step ended.
    TestStepFinished {
        /// Attempt.
        test_case_started_id: String,
        /// Step.
        test_step_id: String,
        /// How.
        test_step_result: TestStepResult,
        /// When.
        timestamp: Time,
    }
}
message! {
    /// An attempt ended.
    TestCaseFinished {
        /// Attempt.
        test_case_started_id: String,
        /// When.
        timestamp: Time,
        /// Is another attempt to come?
        will_be_retried: bool,
    }
}
message! {
    /// The run ended.
    TestRunFinished {
        /// Did everything pass?
        success: bool,
        /// When.
        timestamp: Time,
        /// Why it ended early.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<String>,
        /// Run.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        test_run_started_id: Option<String>,
    }
}
