//! How a document stands to what is stored.

use std::collections::BTreeMap;

use rakis_model::{
    Difference, Failure, Message,
    failure::{DifferenceKind, SnapshotStanding},
};

use super::Stored;
use crate::snapshot::{Canonical, Info, excerpt};

/// The outcome of a comparison.
#[derive(Debug)]
pub(super) struct Judgement {
    /// How it stands if it does not pass.
    pub(super) standing: SnapshotStanding,
    /// Every deviation.
    pub(super) differences: Vec<Difference>,
    /// Was the stored one made with another form or other rules?
    pub(super) rules_changed: bool,
}

impl Judgement {
    /// Approved, and no difference.
    pub(super) fn passes(&self) -> bool {
        self.standing == SnapshotStanding::Differs && self.differences.is_empty()
    }

    /// Is the document what is stored already, so that nothing new waits?
    pub(super) fn is_stored(&self, stored: Option<&Stored>, canonical: &Canonical) -> bool {
        !self.rules_changed && stored.is_some_and(|stored| stored.file.text == canonical.text())
    }
}

/// A rule that matches nothing would hide an error. Where the approved document was made with the
/// same rules they matched once, so what they miss now is a difference and not the rules' fault.
pub(super) fn rules_apply(
    stored: Option<&Stored>,
    canonical: &Canonical,
) -> Result<(), Box<Failure>> {
    let matched_before =
        stored.is_some_and(|stored| same_rules(&stored.file.header.info, canonical));
    if matched_before || canonical.unused().is_empty() {
        return Ok(());
    }
    let message =
        Message::new("compare-rules-unmatched").with("fields", canonical.unused().join(" · "));
    let hint = Message::new("compare-rules-unmatched-hint");
    let failure = Failure::invalid(message).hint(hint);
    let (_, actual) = excerpt::of(None, canonical.text());
    Err(Box::new(Failure { actual: Some(actual), ..failure }))
}

/// Compares a document with what is stored.
pub(super) fn judge(
    stored: Option<&Stored>,
    canonical: &Canonical,
) -> Result<Judgement, Box<Failure>> {
    let Some(stored) = stored else {
        return Ok(Judgement {
            standing: SnapshotStanding::New,
            differences: canonical.broken().to_vec(),
            rules_changed: false,
        });
    };
    let info = &stored.file.header.info;
    let mut differences = ruling(info, canonical);
    let rules_changed = !differences.is_empty();
    if info.form == canonical.rules().form().name() {
        differences.extend(canonical.compare(&stored.file.text)?);
    }
    let approved = !rules_changed && stored.is_approved();
    let standing = if approved { SnapshotStanding::Differs } else { SnapshotStanding::Unapproved };
    Ok(Judgement { standing, differences, rules_changed })
}

fn same_rules(info: &Info, canonical: &Canonical) -> bool {
    info.form == canonical.rules().form().name() && info.pairs() == canonical.rules().pairs()
}

/// What changed in how it is compared.
fn ruling(info: &Info, canonical: &Canonical) -> Vec<Difference> {
    let mut out = Vec::new();
    let form = canonical.rules().form().name();
    if info.form != form {
        out.push(changed("kuju".to_owned(), Some(info.form.clone()), Some(form.to_owned())));
    }
    let old: BTreeMap<String, String> = info.pairs().into_iter().collect();
    let new: BTreeMap<String, String> = canonical.rules().pairs().into_iter().collect();
    for (field, rule) in &old {
        if new.get(field) != Some(rule) {
            let path = format!("reegel „{field}“");
            out.push(changed(path, Some(rule.clone()), new.get(field).cloned()));
        }
    }
    for (field, rule) in new.iter().filter(|(field, _)| !old.contains_key(*field)) {
        out.push(changed(format!("reegel „{field}“"), None, Some(rule.clone())));
    }
    out
}

/// A change in how the snapshot is compared, as differences.
fn changed(path: String, old: Option<String>, new: Option<String>) -> Difference {
    let kind = match (&old, &new) {
        (Some(_), None) => DifferenceKind::Missing,
        (None, Some(_)) => DifferenceKind::Extra,
        _ => DifferenceKind::Changed,
    };
    Difference { path, kind, expected: old, actual: new }
}
