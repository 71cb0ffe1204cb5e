//! Cucumber Messages, the wire format of the run record: one JSON object a line.
//!
//! Shapes follow the official schema (`messages.schema.json`); only what rakis writes is here.
//! `rakis messages` and the record share these types, so every reader of Messages reads us.

/// A message type: every field public, camelCase in JSON.
macro_rules! message {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub struct $name { $($(#[$field_doc])* pub $field: $kind,)* }
    };
}

mod document;
mod events;
mod pickle;

use serde::{Deserialize, Serialize};

pub use document::{
    Background, Comment, DataTable, DocString, Examples, Feature, FeatureChild, GherkinDocument,
    KeywordType, Rule, RuleChild, Scenario, Step, TableCell, TableRow, Tag,
};
pub use events::{
    Attachment, Exception, Status, TestCase, TestCaseFinished, TestCaseStarted, TestRunFinished,
    TestRunStarted, TestStep, TestStepFinished, TestStepResult, TestStepStarted,
};
pub use pickle::{
    Pickle, PickleDocString, PickleStep, PickleStepArgument, PickleStepType, PickleTable,
    PickleTableCell, PickleTableRow, PickleTag,
};

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
