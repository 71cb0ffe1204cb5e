//! The plain file, by the `junit-report` crate.

use junit_report::{Duration, OffsetDateTime, Report, TestCase, TestResult, TestSuite};
use rakis_model::{Outcome, messages::Time, record::Case};

use crate::{
    defects, failure_text,
    names::{Names, class_name, test_name},
    view::View,
    visible::{one_line, visible},
};

/// `message` is shown in lists; the element's text has everything.
const LONGEST_MESSAGE: usize = 500;
/// A century. Longer can only be a damaged record, and would overflow the sum.
const LONGEST_MILLIS: u64 = 100 * 365 * 24 * 3_600 * 1_000;
/// 31.12.9999, the last day RFC 3339 can write.
const LAST_SECOND: i64 = 253_402_300_799;

/// The cases of one file.
pub(super) struct Suite<'a> {
    pub(super) name: String,
    pub(super) file: &'a str,
    pub(super) cases: Vec<Named<'a>>,
}

/// A case with the names programs know it by.
pub(super) struct Named<'a> {
    pub(super) case: &'a Case,
    pub(super) class: String,
    pub(super) name: String,
}

impl Suite<'_> {
    pub(super) fn millis(&self) -> u64 {
        self.cases.iter().map(|named| millis(named.case)).sum()
    }

    pub(super) fn skipped(&self) -> usize {
        let skipped =
            |outcome| matches!(outcome, Outcome::Skipped | Outcome::NotRun | Outcome::Known);
        self.cases.iter().filter(|named| skipped(named.case.outcome)).count()
    }

    pub(super) fn failures(&self) -> usize {
        self.cases.iter().filter(|named| named.case.outcome == Outcome::Failed).count()
    }

    pub(super) fn errors(&self) -> usize {
        let error = |outcome| matches!(outcome, Outcome::Broken | Outcome::Invalid);
        self.cases.iter().filter(|named| error(named.case.outcome)).count()
    }
}

/// The suites in the order of their first cases.
pub(super) fn suites<'a>(view: &View<'a>) -> Vec<Suite<'a>> {
    let mut suites: Vec<Suite<'a>> = Vec::new();
    let mut places = std::collections::BTreeMap::new();
    let (mut suite_names, mut case_names) = (Names::default(), Names::default());
    for case in &view.run.cases {
        let class = class_name(&case.file);
        let at = *places.entry(case.file.as_str()).or_insert_with(|| {
            let feature = one_line(&case.feature, 300);
            let name = if feature.is_empty() { class.clone() } else { feature };
            let name = suite_names.unique("", name);
            suites.push(Suite { name, file: &case.file, cases: Vec::new() });
            suites.len() - 1
        });
        let name = case_names.unique(&class, test_name(case));
        suites[at].cases.push(Named { case, class, name });
    }
    suites
}

/// The file as `junit-report` writes it.
pub(super) fn plain(view: &View<'_>, suites: &[Suite<'_>]) -> Vec<u8> {
    let mut report = Report::new();
    for suite in suites {
        let mut written = TestSuite::new(&suite.name);
        written.package = suite.cases.first().map_or_else(String::new, |first| first.class.clone());
        let started = suite.cases.iter().map(|named| named.case.started);
        let began = started.filter(|time| *time > Time::default()).min();
        written.set_timestamp(timestamp(began.unwrap_or(view.run.started)));
        written.add_testcases(suite.cases.iter().map(|named| test_case(view, named)));
        report.add_testsuite(written);
    }
    let mut out = Vec::new();
    report.write_xml(&mut out).expect("memory takes all, and every time stamp is in range");
    out
}

/// How long a case took; never more than a century.
pub(super) fn millis(case: &Case) -> u64 {
    case.duration.millis().min(LONGEST_MILLIS)
}

fn test_case(view: &View<'_>, named: &Named<'_>) -> TestCase {
    let case = named.case;
    let took = Duration::milliseconds(i64::try_from(millis(case)).unwrap_or_default());
    let mut written = TestCase::success(&named.name, took);
    written.set_classname(&named.class);
    let message = || message(view, case);
    let cause = || Some(character_data(&failure_text::write(view, case)));
    written.result = match case.outcome {
        Outcome::Passed | Outcome::UnexpectedPass => TestResult::Success,
        Outcome::Skipped | Outcome::NotRun => TestResult::SkippedWithCause {
            type_: type_name(case.outcome).to_owned(),
            message: one_line(&view.reason(case), LONGEST_MESSAGE),
            cause: None,
        },
        Outcome::Known => TestResult::SkippedWithCause {
            type_: type_name(case.outcome).to_owned(),
            message: message(),
            cause: Some(character_data(&message())),
        },
        Outcome::Failed => TestResult::Failure {
            type_: type_name(case.outcome).to_owned(),
            message: message(),
            cause: cause(),
        },
        Outcome::Broken | Outcome::Invalid => TestResult::Error {
            type_: type_name(case.outcome).to_owned(),
            message: message(),
            cause: cause(),
        },
    };
    if let Some(text) = system_out(view, case) {
        written.set_system_out(&text);
    }
    written
}

/// What stands beside the result. A skipped case has one line for its reason, so a known failure
/// is kept whole here; an unexpected pass has no other place to say that it is one.
fn system_out(view: &View<'_>, case: &Case) -> Option<String> {
    let text = match case.outcome {
        Outcome::Known => failure_text::write(view, case),
        Outcome::UnexpectedPass => {
            let note = view.word("report-unexpected-pass");
            format!("{note}\n\n{}", failure_text::write(view, case))
        }
        _ => return None,
    };
    Some(character_data(&text))
}

/// What went wrong in one line. A known defect is named with its state, who has it and until when
/// it is waived; before any other failure stand the ids of its defects.
fn message(view: &View<'_>, case: &Case) -> String {
    let named = |note| match case.outcome {
        Outcome::Known => defects::line(view, note),
        _ => defects::id(note),
    };
    let headline = failure_text::headline(view, case, LONGEST_MESSAGE);
    let parts: Vec<String> = case.defects.iter().map(named).chain([headline]).collect();
    one_line(&parts.join(": "), LONGEST_MESSAGE)
}

/// The outcome as `type` says it, the same in every language.
const fn type_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => "Passed",
        Outcome::Skipped => "Skipped",
        Outcome::NotRun => "NotRun",
        Outcome::Known => "Known",
        Outcome::UnexpectedPass => "UnexpectedPass",
        Outcome::Failed => "Failed",
        Outcome::Broken => "Broken",
        Outcome::Invalid => "Invalid",
    }
}

/// What may stand inside CDATA, which `junit-report` writes as it is: an end mark is split over
/// two sections, so that the reader gets the very same text.
///
/// `[[ATTACHMENT|path]]` makes GitLab and Jenkins publish a file of the build machine, and
/// `[[PROPERTY|name=value]]` sets a property (testmo): what a system answered must not do either.
fn character_data(text: &str) -> String {
    let mut text = visible(text).replace("]]>", "]]]]><![CDATA[>");
    for order in ["ATTACHMENT", "PROPERTY"] {
        text = text.replace(&format!("[[{order}|"), &format!("[ [{order}|"));
    }
    text
}

fn timestamp(time: Time) -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp(time.seconds.clamp(0, LAST_SECOND))
        .unwrap_or(OffsetDateTime::UNIX_EPOCH)
}
