//! A document as it is stored and compared.

use std::collections::BTreeSet;

use rakis_model::{Difference, Failure};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{Form, Rules, Setting, document};
use crate::Table;

/// The canonical text of a document: sorted where order does not matter, volatile values replaced
/// by words for their shape, people by name, and no personal code anywhere.
///
/// The same document in another writing (order of keys, of items under `võti`, of attributes,
/// line ends) has the same canonical text; two documents that differ in anything that counts have
/// not.
#[derive(Clone, Debug)]
pub struct Canonical {
    rules: Rules,
    text: String,
    broken: Vec<Difference>,
    unused: Vec<String>,
}

impl Canonical {
    /// Canonicalises what was received, as the rules' form says.
    ///
    /// # Errors
    /// [`Failure`] of kind failed when the bytes are no document of the form; of kind invalid when
    /// two rules name one value, or nothing is left to compare.
    pub fn of(body: &[u8], rules: &Rules, setting: &Setting<'_>) -> Result<Self, Box<Failure>> {
        Ok(Self::from(document::canonicalise(body, rules, setting)?, rules))
    }

    /// Canonicalises a JSON value; the rules' form must be [`Form::Json`].
    ///
    /// # Errors
    /// As [`Canonical::of`].
    pub fn of_json(
        value: Value,
        rules: &Rules,
        setting: &Setting<'_>,
    ) -> Result<Self, Box<Failure>> {
        debug_assert_eq!(rules.form(), Form::Json);
        Ok(Self::from(document::canonicalise_json(value, rules, setting)?, rules))
    }

    /// Canonicalises a table; the rules' form must be one of a table.
    ///
    /// # Errors
    /// As [`Canonical::of`].
    pub fn of_table(
        table: &Table,
        rules: &Rules,
        setting: &Setting<'_>,
    ) -> Result<Self, Box<Failure>> {
        debug_assert!(rules.form().is_table());
        Ok(Self::from(document::canonicalise_table(table, rules, setting)?, rules))
    }

    fn from(made: document::Canonicalised, rules: &Rules) -> Self {
        let document::Canonicalised { text, broken, unused } = made;
        Self { rules: rules.clone(), text, broken, unused }
    }

    /// The text that is stored, without white space at its end.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How it is compared.
    pub const fn rules(&self) -> &Rules {
        &self.rules
    }

    /// Values that lack the shape a rule demands. Whatever is approved, they are differences.
    pub fn broken(&self) -> &[Difference] {
        &self.broken
    }

    /// Fields of the rules that matched nothing in this document.
    pub fn unused(&self) -> &[String] {
        &self.unused
    }

    /// What an approval covers: the hash of form, rules and text (`sha256:…`).
    pub fn hash(&self) -> String {
        hash(self.rules.form().name(), &self.rules.pairs(), &self.text)
    }

    /// Every deviation from an approved canonical text of the same form and rules.
    ///
    /// # Errors
    /// [`Failure`] of kind invalid when that text is no document of the form.
    pub fn compare(&self, approved: &str) -> Result<Vec<Difference>, Box<Failure>> {
        let mut found = document::compare(approved, &self.text, &self.rules)?;
        let told: BTreeSet<&str> = found.iter().map(|one| one.path.as_str()).collect();
        let untold = |one: &&Difference| !told.contains(one.path.as_str());
        let more: Vec<Difference> = self.broken.iter().filter(untold).cloned().collect();
        found.extend(more);
        Ok(found)
    }
}

/// The hash of what an approval covers. Line ends and white space at the end, which version
/// control and `cargo insta` may change, do not count.
pub(crate) fn hash(form: &str, rules: &[(String, String)], text: &str) -> String {
    let mut sha = Sha256::new();
    // Lengths stand before the parts, so that no two different snapshots are one text.
    let mut part = |text: &str| {
        sha.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
        sha.update(text.as_bytes());
    };
    part("rakis-snapshot-1");
    part(form);
    part(&rules.len().to_string());
    for (field, rule) in rules {
        part(field);
        part(rule);
    }
    part(text.trim_end());
    let digest = sha.finalize();
    let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{hex}")
}
