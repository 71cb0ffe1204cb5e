//! A requirement (nõue), its acceptance criteria and their steps.

use crate::table::Table;

/// How binding a requirement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Priority {
    /// The delivery is not accepted without it.
    Must,
    /// Wanted; its absence is a remark.
    Should,
    /// Welcome.
    May,
}

impl Priority {
    /// All of them, with the words a file may use.
    pub const WORDS: [(Self, &'static str, &'static str); 3] = [
        (Self::Must, "peab", "must"),
        (Self::Should, "peaks", "should"),
        (Self::May, "võib", "may"),
    ];

    /// The Estonian word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Must => "peab",
            Self::Should => "peaks",
            Self::May => "võib",
        }
    }
}

/// One requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// Id, e.g. `STAR-2026-01.3`.
    pub id: String,
    /// The statement, on one line.
    pub statement: String,
    /// How binding it is.
    pub priority: Priority,
    /// Why it is there.
    pub rationale: String,
    /// Revision, 1 or more.
    pub revision: i64,
    /// Id of the user story.
    pub story: Option<String>,
    /// Ids of related requirements.
    pub related: Vec<String>,
    /// Criteria in the order of the file.
    pub criteria: Vec<Criterion>,
    /// Position in the file's list, from 0.
    pub(crate) index: usize,
}

/// One acceptance criterion (vastuvõtukriteerium).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Id within the requirement: small letters, digits and hyphens.
    pub id: String,
    /// Title, on one line.
    pub title: String,
    /// *Eeldades*.
    pub given: Vec<Step>,
    /// *Kui*.
    pub when: Vec<Step>,
    /// *Siis*, at least one.
    pub then: Vec<Step>,
    /// Example tables; none for a plain scenario.
    pub examples: Vec<Examples>,
    /// Is it carried out by hand?
    pub manual: bool,
    /// Position in the requirement's list, from 0.
    pub(crate) index: usize,
}

impl Criterion {
    /// Its steps with the keyword of their group.
    pub fn groups(&self) -> [(&'static str, &[Step]); 3] {
        [("Eeldades", &self.given), ("Kui", &self.when), ("Siis", &self.then)]
    }
}

/// One step, without its keyword.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The sentence.
    pub text: String,
    /// What stands under it.
    pub argument: Option<Argument>,
}

/// What stands under a step; Gherkin allows one of the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// A table.
    Table(Table),
    /// A text block, lines separated by `\n`, without a final line break.
    Text(String),
}

/// One example table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examples {
    /// Name, if the criterion has several tables.
    pub name: Option<String>,
    /// Header and rows.
    pub table: Table,
}
