//! What the register of defects says of a run: appended to its record, so that reports stay functions
//! of the record alone.

use serde::{Deserialize, Serialize};

use super::Run;
use crate::Outcome;

/// Media type of the [`Judgement`] attached to a run.
pub const JUDGEMENT_MEDIA_TYPE: &str = "application/vnd.rakis.judgement+json";

/// What the register made of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// Where the register is, passwords replaced.
    pub register: String,
    /// Was the run written into the register, or only held against it?
    pub recorded: bool,
    /// Events in the register's chain after this run.
    pub events: u64,
    /// Hash of the last of them: kept outside the register, it proves that none was taken away.
    pub head: String,
    /// What it says of single scenarios.
    pub notes: Vec<DefectNote>,
}

/// What the register says of one scenario of a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DefectNote {
    /// Which case of the run, counted from 0 in the order of the record.
    pub case: usize,
    /// Id of the defect, e.g. `VIGA-2026-0007`.
    pub defect: String,
    /// Its title.
    pub title: String,
    /// Its state after this run, in the words of the procedure.
    pub state: String,
    /// Who has it: party, and person if there is one.
    pub owner: String,
    /// Its severity, in the words of the procedure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<String>,
    /// Last day of its waiver (`2026-12-31`), if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waived_until: Option<String>,
    /// What this run means for it.
    pub effect: DefectEffect,
}

/// What a run means for a defect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DefectEffect {
    /// Seen for the first time.
    Opened,
    /// Open, and seen again.
    Seen,
    /// Open, waived, and seen again as it was when it was waived: the scenario is [`Outcome::Known`].
    Known,
    /// Open, waived, and seen otherwise than when the waiver was given: it counts.
    NotCovered,
    /// As `Known`, but the waiver has run out: it counts again.
    WaiverExpired,
    /// Said to be fixed or closed, and back in a build at or after the fix.
    Reopened,
    /// Closed, and seen in a build before the fix: noted, not reopened.
    OlderBuild,
    /// Open, but the scenario fails otherwise than by this defect.
    Masked,
    /// Said to be fixed, and the scenario passed in a build at or after the fix.
    RetestPassed,
    /// As `RetestPassed`, and everything that closing needs is there.
    Closed,
    /// Open without a fix in this build, and yet the scenario passed:
    /// [`Outcome::UnexpectedPass`].
    UnexpectedPass,
}

impl DefectEffect {
    /// Key of its name in the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Opened => "defect-effect-opened",
            Self::Seen => "defect-effect-seen",
            Self::Known => "defect-effect-known",
            Self::NotCovered => "defect-effect-not-covered",
            Self::WaiverExpired => "defect-effect-waiver-expired",
            Self::Reopened => "defect-effect-reopened",
            Self::OlderBuild => "defect-effect-older-build",
            Self::Masked => "defect-effect-masked",
            Self::RetestPassed => "defect-effect-retest-passed",
            Self::Closed => "defect-effect-closed",
            Self::UnexpectedPass => "defect-effect-unexpected-pass",
        }
    }
}

impl Run {
    /// Takes what the register says into the outcomes: a failure becomes known, a pass unexpected,
    /// and nothing else changes. A known defect never turns a failure into a pass.
    pub fn judge(&mut self, judgement: Judgement) {
        for note in &judgement.notes {
            let Some(case) = self.cases.get_mut(note.case) else { continue };
            match (note.effect, case.outcome) {
                (DefectEffect::Known, Outcome::Failed) => case.outcome = Outcome::Known,
                (DefectEffect::UnexpectedPass, Outcome::Passed) => {
                    case.outcome = Outcome::UnexpectedPass;
                }
                _ => {}
            }
            case.defects.push(note.clone());
        }
        self.judgement = Some(judgement);
    }

    /// As if the register had never been asked.
    pub fn unjudge(&mut self) {
        for case in &mut self.cases {
            case.outcome = match case.outcome {
                Outcome::Known => Outcome::Failed,
                Outcome::UnexpectedPass => Outcome::Passed,
                other => other,
            };
            case.defects.clear();
        }
        self.judgement = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Exit, record::Case};

    fn run(outcomes: &[Outcome]) -> Run {
        let case = |&outcome: &Outcome| Case { outcome, ..Case::default() };
        Run { cases: outcomes.iter().map(case).collect(), ..Run::default() }
    }

    fn note(case: usize, effect: DefectEffect) -> DefectNote {
        let text = String::new;
        DefectNote {
            case,
            effect,
            defect: "VIGA-2026-0001".to_owned(),
            title: text(),
            state: text(),
            owner: text(),
            severity: None,
            waived_until: None,
        }
    }

    #[test]
    fn a_known_defect_is_never_a_pass() {
        use DefectEffect as E;
        use Outcome as O;
        for (before, effect, after) in [
            (O::Failed, E::Known, O::Known),
            (O::Broken, E::Known, O::Broken),
            (O::Invalid, E::Known, O::Invalid),
            (O::Failed, E::NotCovered, O::Failed),
            (O::Failed, E::WaiverExpired, O::Failed),
            (O::Failed, E::Masked, O::Failed),
            (O::Failed, E::UnexpectedPass, O::Failed),
            (O::Passed, E::UnexpectedPass, O::UnexpectedPass),
            (O::Passed, E::Known, O::Passed),
            (O::Passed, E::Closed, O::Passed),
        ] {
            let mut judged = run(&[before]);
            judged.judge(Judgement { notes: vec![note(0, effect)], ..Judgement::default() });
            assert_eq!(judged.cases[0].outcome, after, "{before:?} {effect:?}");
            assert_eq!(judged.cases[0].defects.len(), 1);
        }
        for (outcomes, exit) in [
            (&[O::Known][..], Exit::Failed),
            (&[O::Known, O::Passed], Exit::Passed),
            (&[O::UnexpectedPass], Exit::Passed),
            (&[O::Known, O::Failed, O::Passed], Exit::Failed),
            (&[O::Known, O::Skipped], Exit::Failed),
        ] {
            assert_eq!(run(outcomes).exit(), exit, "{outcomes:?}");
        }
    }
}
