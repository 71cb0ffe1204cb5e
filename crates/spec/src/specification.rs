//! A specification (lähteülesanne) as it was read.

use std::{fmt, sync::Arc};

use rakis_model::{Place, Problems, Source, yaml};

use crate::{
    keys,
    requirement::{Criterion, Requirement},
};

/// Where a specification stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Being written.
    Draft,
    /// Being agreed on.
    InReview,
    /// In force.
    Approved,
    /// No longer in force; its scenarios prove nothing.
    Withdrawn,
}

impl Status {
    /// All of them, with the words a file may use.
    pub const WORDS: [(Self, &'static str, &'static str); 4] = [
        (Self::Draft, "kavand", "draft"),
        (Self::InReview, "kooskõlastamisel", "in review"),
        (Self::Approved, "kinnitatud", "approved"),
        (Self::Withdrawn, "kehtetu", "withdrawn"),
    ];

    /// The Estonian word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "kavand",
            Self::InReview => "kooskõlastamisel",
            Self::Approved => "kinnitatud",
            Self::Withdrawn => "kehtetu",
        }
    }
}

/// Analytic input: what the requirements touch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Analysis {
    /// Data objects.
    pub data_objects: Vec<String>,
    /// Interfaces.
    pub interfaces: Vec<String>,
    /// Anything else the analysis should know.
    pub notes: Option<String>,
}

/// One file of `specs/<area>/`.
#[derive(Clone)]
pub struct Specification {
    /// Id, e.g. `STAR-2026-01`.
    pub id: String,
    /// Title, on one line.
    pub title: String,
    /// `STAR` or `SKAIS`.
    pub system: String,
    /// Area; equals the name of the folder.
    pub area: String,
    /// Revision, 1 or more.
    pub revision: i64,
    /// Status.
    pub status: Status,
    /// Date as people read it (31.12.2026), if given.
    pub date: Option<String>,
    /// Acts and paragraphs.
    pub legal_basis: Vec<String>,
    /// What it is to reach, on one line.
    pub goal: String,
    /// Analytic input.
    pub analysis: Analysis,
    /// Requirements in the order of the file.
    pub requirements: Vec<Requirement>,
    /// The file with its text.
    pub source: Arc<Source>,
    /// The file's name, e.g. `specs/rights/star-kasutajaoigused.yaml`.
    pub file: String,
    pub(crate) document: Arc<yaml::Document>,
}

impl fmt::Debug for Specification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Specification({} {}, {:#?})", self.id, self.file, self.requirements)
    }
}

impl Specification {
    /// The feature this specification derives: `features/<area>/<name of the file>.feature`.
    pub fn feature_path(&self) -> String {
        let name = self.file.rsplit('/').next().unwrap_or(&self.file);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        format!("{}/{}/{stem}.feature", crate::FEATURES, self.area)
    }

    /// A requirement by its id.
    pub fn requirement(&self, id: &str) -> Option<&Requirement> {
        self.requirements.iter().find(|one| one.id == id)
    }

    /// Where the id of the specification stands.
    pub fn place(&self) -> Place {
        self.place_of(&[Hop::Key(keys::SPECIFICATION, "specification")])
    }

    /// Where the id of a requirement stands.
    pub fn requirement_place(&self, requirement: &Requirement) -> Place {
        let [list, item] = requirement_hops(requirement);
        self.place_of(&[list, item, Hop::Key(keys::ID, "id")])
    }

    /// Where the id of a criterion stands.
    pub fn criterion_place(&self, requirement: &Requirement, criterion: &Criterion) -> Place {
        let [list, item] = requirement_hops(requirement);
        self.place_of(&[
            list,
            item,
            Hop::Key(keys::CRITERIA, "criteria"),
            Hop::Item(criterion.index),
            Hop::Key(keys::ID, "id"),
        ])
    }

    /// Where one of a requirement's related ids stands.
    pub(crate) fn related_place(&self, requirement: &Requirement, index: usize) -> Place {
        let [list, item] = requirement_hops(requirement);
        let related = Hop::Key(keys::RELATED, "related");
        self.place_of(&[list, item, related, Hop::Item(index)])
    }

    /// Places are looked up only when something is said about them: each costs a second reading.
    fn place_of(&self, hops: &[Hop]) -> Place {
        let mut cursor = self.document.root();
        for hop in hops {
            let next = match *hop {
                Hop::Key(et, en) => cursor
                    .entries(&mut Problems::new())
                    .into_iter()
                    .find(|(name, _)| *name == et || *name == en)
                    .map(|(_, value)| value),
                Hop::Item(index) => cursor.list(&mut Problems::new()).into_iter().nth(index),
            };
            match next {
                Some(value) => cursor = value,
                None => break,
            }
        }
        cursor.place()
    }
}

/// One step of the way from the root of the file to a value.
#[derive(Clone, Copy)]
enum Hop {
    Key(&'static str, &'static str),
    Item(usize),
}

const fn requirement_hops(requirement: &Requirement) -> [Hop; 2] {
    [Hop::Key(keys::REQUIREMENTS, "requirements"), Hop::Item(requirement.index)]
}
