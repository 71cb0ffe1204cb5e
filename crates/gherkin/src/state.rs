//! Where in the grammar a reader stands, and what may come next (`gherkin.berp`).

use crate::token::Kind;

/// What a title opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Within {
    Feature,
    Rule,
    Background,
    Scenario,
    Examples,
}

/// What a step has under it so far. At most one table and one text block, in either order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Under {
    pub(crate) scenario: bool,
    pub(crate) table: bool,
    pub(crate) text: bool,
    /// The table is the last of the two, so that a row continues it.
    pub(crate) row_last: bool,
}

/// Where the reader stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Before the feature.
    Start { language: bool, tags: bool },
    /// On a title's heels: empty lines do not yet count as description.
    Title(Within),
    /// In the free text under a title.
    Description(Within),
    /// After a step.
    Steps(Under),
    /// In a text block: its delimiter, indentation, first line, and the step it belongs to.
    Text { delimiter: &'static str, indent: usize, line: usize, under: Under },
    /// In the table of examples.
    Rows,
    /// After tags of a scenario, a rule or, within a scenario, examples.
    Tags { examples: bool },
}

impl State {
    /// May a line of this kind come next?
    pub(crate) const fn accepts(self, kind: Kind) -> bool {
        match self {
            Self::Start { language, tags } => match kind {
                Kind::Language => !language && !tags,
                Kind::Empty | Kind::Comment | Kind::Tags | Kind::Feature => true,
                _ => false,
            },
            Self::Title(within) => matches!(kind, Kind::Empty) || within.accepts(kind),
            Self::Description(within) => within.accepts(kind),
            Self::Steps(under) => under.accepts(kind),
            Self::Rows => match kind {
                Kind::Row | Kind::Examples => true,
                _ => is_between(kind),
            },
            // The owner of the tags is told by the title that follows; the official parser looks
            // ahead for it instead.
            Self::Tags { examples } => match kind {
                Kind::Examples => examples,
                _ => is_between(kind),
            },
            Self::Text { .. } => matches!(kind, Kind::Other),
        }
    }
}

impl Within {
    const fn accepts(self, kind: Kind) -> bool {
        match kind {
            Kind::Comment | Kind::Tags | Kind::Scenario | Kind::Rule | Kind::Other => true,
            Kind::Background => matches!(self, Self::Feature | Self::Rule),
            Kind::Step => matches!(self, Self::Background | Self::Scenario),
            Kind::Examples => matches!(self, Self::Scenario | Self::Examples),
            Kind::Row => matches!(self, Self::Examples),
            Kind::Empty | Kind::Language | Kind::Text | Kind::Feature => false,
        }
    }
}

impl Under {
    const fn accepts(self, kind: Kind) -> bool {
        match kind {
            Kind::Row => !self.table || self.row_last,
            Kind::Text => !self.text,
            Kind::Step => true,
            Kind::Examples => self.scenario,
            _ => is_between(kind),
        }
    }
}

/// What may stand after any finished part of a feature.
const fn is_between(kind: Kind) -> bool {
    matches!(kind, Kind::Empty | Kind::Comment | Kind::Tags | Kind::Scenario | Kind::Rule)
}
