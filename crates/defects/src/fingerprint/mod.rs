//! By what two failures are the same fault.
//!
//! Version 1 is the SHA-256 of the canonical JSON of requirement, criterion, the failing step's
//! sentence with its holes, the key of the failure's message, the snapshot's name, and the places
//! that differ without the values in them. So the same fault is one defect in every example and
//! environment, and another fault of the same scenario is another defect.
//!
//! The register keeps the version with each fingerprint. A version 2 would be computed beside
//! version 1 for a while: a failure whose v2 is unknown but whose v1 is known takes the defect of
//! the v1 over, and the v2 becomes one more fingerprint (an alias) of that defect. Nothing is
//! regrouped behind anybody's back.

mod mask;

use rakis_model::{Difference, failure::DifferenceKind, record::Case};
use serde::{Deserialize, Serialize};

use crate::canonical;

/// The version that is computed now.
pub const ALGORITHM: i64 = 1;

/// What a failure is known by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    /// Version of the computation.
    pub alg: i64,
    /// The fault of one criterion: 64 hexadecimal letters.
    pub strict: String,
    /// The same without requirement and criterion: equal ones are probably one fault, which a
    /// person decides.
    pub loose: String,
}

#[derive(Serialize)]
struct Strict<'a> {
    alg: i64,
    requirement: &'a str,
    criterion: &'a str,
    #[serde(flatten)]
    loose: Loose<'a>,
}

#[derive(Serialize)]
struct Loose<'a> {
    step: String,
    kind: &'a str,
    snapshot: Option<&'a str>,
    locus: Vec<(String, DifferenceKind)>,
}

impl Fingerprint {
    /// Of a case that failed; `None` when no step of it has a failure.
    pub fn of(case: &Case) -> Option<Self> {
        let step = case.failing_step()?;
        let failure = step.failure.as_ref()?;
        let stem = file_stem(&case.file);
        let name = mask::name(&case.name, &case.example_values);
        let (requirement, criterion) = match &case.requirement {
            Some(requirement) => {
                (requirement.as_str(), case.criterion.as_deref().unwrap_or_default())
            }
            None => (stem, name.as_str()),
        };
        let loose = Loose {
            step: step.definition.clone().unwrap_or_else(|| mask::sentence(&step.text)),
            kind: &failure.message.key,
            snapshot: failure.snapshot.as_ref().map(|note| note.name.as_str()),
            locus: locus(&failure.differences),
        };
        Some(Self {
            alg: ALGORITHM,
            loose: canonical::hash(&("loose", ALGORITHM, &loose)),
            strict: canonical::hash(&Strict { alg: ALGORITHM, requirement, criterion, loose }),
        })
    }
}

/// Where it differs and how, without values, each once.
fn locus(differences: &[Difference]) -> Vec<(String, DifferenceKind)> {
    let mut locus: Vec<_> =
        differences.iter().map(|one| (mask::path(&one.path), one.kind)).collect();
    locus.sort();
    locus.dedup();
    locus
}

/// What tells one example of a scenario from all others, and stays when lines move.
pub fn scenario_key(case: &Case) -> String {
    canonical::hash(&(file_stem(&case.file), &case.rule, &case.name, &case.example_values))
}

fn file_stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.strip_suffix(".feature").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use rakis_model::{
        Failure, Message,
        record::{StepRun, StepStatus},
    };

    use super::*;

    fn case(change: impl Fn(&mut Case, &mut StepRun, &mut Failure)) -> Case {
        let difference = Difference {
            path: "rida 26, veerg „otsus“".into(),
            kind: DifferenceKind::Changed,
            expected: Some("rahuldatud".into()),
            actual: Some("ootel".into()),
        };
        let mut failure = Failure::failed(Message::new("table-differs").with("row", 26))
            .differences(vec![difference]);
        let mut step = StepRun {
            text: "taotlus on \"rahuldatud\"".into(),
            status: StepStatus::Failed,
            ..StepRun::default()
        };
        let mut case = Case {
            file: "features/rights/star.feature".into(),
            name: "Roll „a“".into(),
            requirement: Some("STAR-2026-01.3".into()),
            criterion: Some("a".into()),
            ..Case::default()
        };
        change(&mut case, &mut step, &mut failure);
        step.failure = Some(failure);
        case.steps.push(step);
        case
    }

    #[test]
    fn values_and_places_in_files_do_not_matter() {
        let base = Fingerprint::of(&case(|_, _, _| {})).unwrap();
        let same = |change: fn(&mut Case, &mut StepRun, &mut Failure)| {
            assert_eq!(Fingerprint::of(&case(change)).unwrap(), base);
        };
        same(|case, _, _| case.line = 99);
        same(|case, _, _| case.name = "Roll „b“".into());
        same(|case, _, _| case.file = "features/rights/teine.feature".into());
        same(|_, step, _| step.text = "taotlus on \"ootel\"".into());
        same(|_, _, failure| failure.differences[0].path = "rida 1, veerg „otsus“".into());
        same(|_, _, failure| failure.differences[0].actual = None);
        same(|_, _, failure| failure.message.args.clear());
        same(|_, _, failure| failure.differences.push(failure.differences[0].clone()));
    }

    #[test]
    fn another_fault_is_another_fingerprint() {
        let base = Fingerprint::of(&case(|_, _, _| {})).unwrap();
        let other = |change: fn(&mut Case, &mut StepRun, &mut Failure), loose_too: bool| {
            let other = Fingerprint::of(&case(change)).unwrap();
            assert_ne!(other.strict, base.strict);
            assert_eq!(other.loose != base.loose, loose_too);
        };
        other(|case, _, _| case.requirement = Some("STAR-2026-01.4".into()), false);
        other(|case, _, _| case.criterion = Some("b".into()), false);
        other(|case, _, _| case.requirement = None, false);
        other(|_, step, _| step.definition = Some("taotlus on {string}".into()), true);
        other(|_, _, failure| failure.message = Message::new("check-other"), true);
        other(|_, _, failure| failure.differences[0].path = "rida 26, veerg „roll“".into(), true);
        other(|_, _, failure| failure.differences[0].kind = DifferenceKind::Missing, true);
        other(
            |_, _, failure| {
                failure.snapshot = Some(rakis_model::failure::SnapshotNote {
                    name: "rights/rollid".into(),
                    standing: rakis_model::failure::SnapshotStanding::Differs,
                });
            },
            true,
        );
    }

    #[test]
    fn examples_of_an_outline_without_requirement_are_one_scenario() {
        let example = |value: &str| {
            let (name, value) = (format!("Roll {value} antud"), value.to_owned());
            let one = case(move |case, _, _| {
                case.requirement = None;
                case.name = name.clone();
                case.example = Some(1);
                case.example_values = vec![("roll".into(), value.clone())];
            });
            (Fingerprint::of(&one).unwrap().strict, scenario_key(&one))
        };
        let (one, two) = (example("arveldaja"), example("sotsiaaltöötaja"));
        assert_eq!(one.0, two.0);
        assert_ne!(one.1, two.1);
    }

    #[test]
    fn the_first_version_never_changes() {
        // A changed computation is a new version, or every open defect is found anew.
        let known = Fingerprint::of(&case(|_, _, _| {})).unwrap();
        assert_eq!(
            (known.strict.as_str(), known.loose.as_str()),
            (
                "1ca91eed86337e9421be2a542c565518845a86e743da10543917850e3025994e",
                "6d8b19cb2a38342f3521c7c9b82fc0ca81aad0e82134066ebf25c79d8e114f80"
            )
        );
    }
}
