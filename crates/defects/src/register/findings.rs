//! What a run tells of its scenarios, as defects and occurrences keep it.

use jiff::Timestamp;
use rakis_model::{
    Exchange, Outcome,
    record::{Case, RequirementInfo, Run, SpecificationInfo},
};

use super::{log::micros, rows::Occurred};
use crate::{
    canonical,
    defect::{Report, ReportStep, Sighting},
    fingerprint::{Fingerprint, scenario_key},
    symptom,
};

/// A title is one line of a list.
const TITLE_LETTERS: usize = 200;
/// At most this many bytes of each body are kept as evidence; the record has the rest.
const BODY_BYTES: usize = 16 * 1024;

/// Where and when the run took place.
pub(super) fn sighting(run: &Run) -> Sighting {
    let at = Timestamp::from_nanosecond(run.started.nanos()).unwrap_or_default();
    Sighting {
        run: run.info.name.clone(),
        delivery: run.info.delivery.clone(),
        build: run.info.build.clone(),
        environment: run.info.environment.name.clone(),
        at: micros(at),
    }
}

/// How the scenario itself ended, before any register was asked.
pub(super) const fn plain_outcome(outcome: Outcome) -> Outcome {
    match outcome {
        Outcome::Known => Outcome::Failed,
        Outcome::UnexpectedPass => Outcome::Passed,
        other => other,
    }
}

/// Digest of what a run says, by which a second recording is told from another run of its name.
pub(super) fn digest(run: &Run) -> String {
    let case = |case: &Case| {
        let failure = case.failing_step().and_then(|step| step.failure.clone());
        (case.file.clone(), case.line, case.name.clone(), plain_outcome(case.outcome), failure)
    };
    let times = (run.started, run.finished, run.cut_off);
    canonical::hash(&(&run.info, times, run.cases.iter().map(case).collect::<Vec<_>>()))
}

/// The specification and requirement a case belongs to.
pub(super) fn requirement<'r>(
    run: &'r Run,
    case: &Case,
) -> Option<(&'r SpecificationInfo, &'r RequirementInfo)> {
    let id = case.requirement.as_ref()?;
    run.info.specifications.iter().find_map(|specification| {
        let found = specification.requirements.iter().find(|one| one.id == *id)?;
        Some((specification, found))
    })
}

/// A report of the failure of a case.
pub(super) fn report(run: &Run, case: &Case) -> Report {
    let linked = requirement(run, case);
    let criterion = linked.and_then(|(_, requirement)| {
        requirement.criteria.iter().find(|one| Some(&one.id) == case.criterion.as_ref())
    });
    let failing = case.failing_step();
    let failure = failing.and_then(|step| step.failure.as_ref());
    let criterion_title = criterion.map(|one| one.title.clone());
    let subject = criterion_title.as_ref().unwrap_or(&case.name);
    let title = failing.map_or_else(|| subject.clone(), |step| format!("{subject}: {}", step.text));
    Report {
        title: cut_title(&title),
        description: None,
        system: linked.map(|(specification, _)| specification.system.clone()).unwrap_or_default(),
        area: linked
            .map_or_else(|| folder(&case.file), |(specification, _)| specification.area.clone()),
        requirement: case.requirement.as_deref().map(clean),
        requirement_text: linked.map(|(_, requirement)| requirement.statement.clone()),
        criterion: case.criterion.clone(),
        criterion_title,
        feature: case.feature.clone(),
        scenario: clean(&case.name),
        address: clean(&case.address()),
        steps: steps(case),
        check: failure.map(|failure| failure.message.clone()),
        expected: failure.and_then(|failure| failure.expected.clone()),
        actual: failure.and_then(|failure| failure.actual.clone()),
        differences: failure.map(|failure| failure.differences.clone()).unwrap_or_default(),
        snapshot: failure.and_then(|one| one.snapshot.as_ref()).map(|note| note.name.clone()),
        found_in: sighting(run),
    }
}

/// The steps up to the one that did not hold.
fn steps(case: &Case) -> Vec<ReportStep> {
    let failing = case.steps.iter().position(|step| step.failure.is_some());
    let last = failing.map_or(case.steps.len(), |at| at + 1);
    let step = |step: &rakis_model::record::StepRun| ReportStep {
        keyword: step.keyword.clone(),
        text: step.text.clone(),
        table: step.table.clone(),
        doc_string: step.doc_string.clone(),
    };
    case.steps[..last].iter().map(step).collect()
}

/// A text without the one letter that PostgreSQL does not keep.
fn clean(text: &str) -> String {
    text.replace('\0', "")
}

/// One line, cut between letters.
pub(super) fn cut_title(title: &str) -> String {
    let title = clean(title);
    let line = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= TITLE_LETTERS {
        return line;
    }
    line.chars().take(TITLE_LETTERS - 1).chain(['…']).collect()
}

fn folder(file: &str) -> String {
    file.rsplit(['/', '\\']).nth(1).unwrap_or_default().to_owned()
}

/// What was sent and answered in the failing step, long bodies cut.
pub(super) fn evidence(case: &Case) -> Vec<Exchange> {
    let mut exchanges = case.failing_step().map(|step| step.exchanges.clone()).unwrap_or_default();
    for exchange in &mut exchanges {
        for body in [&mut exchange.request_body, &mut exchange.response_body].into_iter().flatten()
        {
            let end = body.floor_char_boundary(BODY_BYTES);
            if end < body.len() {
                body.truncate(end);
                body.push('…');
            }
        }
    }
    exchanges
}

/// A failure as an occurrence row.
pub(super) fn occurred(run: &Run, failing: &Failing) -> Occurred {
    let case = &run.cases[failing.position];
    let failure = case.failing_step().and_then(|step| step.failure.as_ref());
    let told = serde_json::json!({ "failure": failure, "exchanges": evidence(case) });
    let print = &failing.fingerprint.strict;
    Occurred {
        passed: false,
        evidence: Some(canonical::json(&told)),
        symptom: failing.symptom.clone(),
        ..green(run, failing.position, print, failing.scenario.clone())
    }
}

/// A pass that proves a fix as an occurrence row.
pub(super) fn green(run: &Run, position: usize, fingerprint: &str, scenario: String) -> Occurred {
    let case = &run.cases[position];
    let seen = sighting(run);
    Occurred {
        run: seen.run,
        position: i64::try_from(position).unwrap_or(i64::MAX),
        fingerprint: fingerprint.to_owned(),
        scenario,
        passed: true,
        title: clean(&case.name),
        address: clean(&case.address()),
        at: seen.at,
        delivery: seen.delivery,
        build: seen.build,
        environment: seen.environment,
        evidence: None,
        symptom: None,
    }
}

/// A failing case with its fingerprint.
pub(super) struct Failing {
    pub(super) position: usize,
    pub(super) fingerprint: Fingerprint,
    pub(super) scenario: String,
    pub(super) symptom: Option<String>,
    /// Does it become a defect if it is not known?
    pub(super) deviation: bool,
}

/// The cases that failed, in the order of the record.
pub(super) fn failing(run: &Run) -> Vec<Failing> {
    let failed =
        run.cases.iter().enumerate().filter(|(_, c)| plain_outcome(c.outcome) == Outcome::Failed);
    failed
        .filter_map(|(position, case)| {
            let failure = case.failing_step()?.failure.as_ref()?;
            Some(Failing {
                position,
                fingerprint: Fingerprint::of(case)?,
                scenario: scenario_key(case),
                symptom: symptom::of(case),
                deviation: failure.is_deviation(),
            })
        })
        .collect()
}
