//! Is it what was approved?

use std::{io, path::Path};

use rakis_model::{
    Failure, Message,
    failure::{SnapshotNote, SnapshotStanding},
};

use super::{
    Store, Stored,
    judge::{self, Judgement},
};
use crate::snapshot::{
    Canonical, Identities, Info, excerpt,
    file::{self, Header},
    info::{FORMAT, Ruled},
    write,
};

/// Who asks for a snapshot. Nothing of it is part of the hash.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Name of the snapshot, e.g. `rights/rollide-funktsioonid`.
    pub name: String,
    /// Where the step stands: `features/rights/rollid.feature:12`.
    pub place: String,
    /// Which example of an outline, if it is one; with `place` it tells askers apart.
    pub example: String,
    /// The requirement.
    pub requirement: Option<String>,
    /// Its criterion.
    pub criterion: Option<String>,
    /// Title of the scenario.
    pub scenario: String,
    /// Text of the step.
    pub step: String,
    /// Id of the run.
    pub run: String,
}

impl Store {
    /// Passes only when an approved snapshot has the same form and rules and the document does
    /// not differ from it.
    ///
    /// Otherwise the document waits in `.snap.new` for a review; where that file cannot be
    /// written, the failure is told all the same.
    ///
    /// # Errors
    /// [`Failure`] of kind failed, with its [`SnapshotNote`], every difference and both texts (of
    /// long ones the lines that differ), when the snapshot is new, not approved or differs. Of kind invalid when the name is none or
    /// another place asked for it, a rule matches nothing, or the stored file is damaged.
    pub fn check(&self, asked: &Asked, canonical: &Canonical) -> Result<(), Box<Failure>> {
        self.claim(asked)?;
        let stored = self.stored(&asked.name).map_err(|diagnostic| {
            let failure = Failure::invalid(diagnostic.message);
            let failure = diagnostic.hints.into_iter().fold(failure, Failure::hint);
            Box::new(self.keep(asked, canonical, failure))
        })?;
        judge::rules_apply(stored.as_ref(), canonical)?;
        let judgement = judge::judge(stored.as_ref(), canonical)?;
        if judgement.passes() {
            // What waited was an older answer; it must not be approved by mistake.
            let _ = write::remove(&self.path(&asked.name, "snap.new"));
            return Ok(());
        }
        let failure = told(asked, stored.as_ref(), canonical, &judgement);
        if judgement.is_stored(stored.as_ref(), canonical) {
            let _ = write::remove(&self.path(&asked.name, "snap.new"));
            return Err(Box::new(failure));
        }
        Err(Box::new(self.keep(asked, canonical, failure)))
    }

    /// Writes the document beside, for a review; a failure to do so is only a hint more.
    fn keep(&self, asked: &Asked, canonical: &Canonical, failure: Failure) -> Failure {
        let file = self.path(&asked.name, "snap.new");
        match write_new(&file, asked, canonical) {
            Ok(()) => failure,
            Err(error) => {
                let shown = self.shown(&asked.name, "snap.new");
                failure.hint(
                    Message::new("compare-snapshot-not-written")
                        .with("file", shown)
                        .with("reason", error),
                )
            }
        }
    }
}

fn write_new(path: &Path, asked: &Asked, canonical: &Canonical) -> io::Result<()> {
    let hide = |text: &str| Identities::default().hide(text);
    let (source, line) = match asked.place.rsplit_once(':') {
        Some((source, line)) => (source, line.parse().ok()),
        None => (asked.place.as_str(), None),
    };
    let rules = canonical.rules().pairs();
    let info = Info {
        format: FORMAT,
        form: canonical.rules().form().name().to_owned(),
        rules: rules.into_iter().map(|(field, rule)| Ruled { field, rule }).collect(),
        hash: canonical.hash(),
        requirement: asked.requirement.as_deref().map(hide),
        criterion: asked.criterion.as_deref().map(hide),
        scenario: hide(&asked.scenario),
        step: hide(&asked.step),
        run: (!asked.run.is_empty()).then(|| hide(&asked.run)),
        broken: canonical.broken().len(),
    };
    let about = [asked.requirement.as_deref(), asked.criterion.as_deref(), Some(&*asked.scenario)];
    let about = about.into_iter().flatten().filter(|text| !text.is_empty()).map(hide);
    let header = Header {
        source: Some(hide(source)),
        assertion_line: line,
        description: Some(about.collect::<Vec<_>>().join(" · ")),
        expression: Some(hide(&asked.step)),
        info,
    };
    write::whole_soon(path, &file::render(&header, canonical.text()))
}

fn told(
    asked: &Asked,
    stored: Option<&Stored>,
    canonical: &Canonical,
    judgement: &Judgement,
) -> Failure {
    let key = match judgement.standing {
        SnapshotStanding::New => "compare-snapshot-new",
        SnapshotStanding::Differs => "compare-snapshot-differs",
        SnapshotStanding::Unapproved if judgement.rules_changed => "compare-snapshot-rules-changed",
        SnapshotStanding::Unapproved => "compare-snapshot-unapproved",
    };
    let mut failure = Failure::failed(Message::new(key).with("name", &asked.name));
    let old = stored.map(|stored| stored.file.text.as_str());
    let (expected, actual) = excerpt::of(old, canonical.text());
    (failure.expected, failure.actual) = (expected, Some(actual));
    failure.differences = judgement.differences.clone();
    failure.snapshot =
        Some(SnapshotNote { name: asked.name.clone(), standing: judgement.standing });
    if !canonical.broken().is_empty() {
        failure = failure.hint(Message::new("compare-snapshot-broken-hint"));
    }
    failure
}
