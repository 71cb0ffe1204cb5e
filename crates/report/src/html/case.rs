//! One scenario on the page.

use rakis_model::{
    Exchange, Failure, Outcome,
    failure::DifferenceKind,
    record::{Case, StepRun, StepStatus},
};

use super::{
    defects::{BadgeView, Register, SnapshotView},
    page::code,
};
use crate::{
    diff::{multi_line, sides, spans},
    failure_text::{answer, kind_key, write},
    layout::readable,
    names::linked_id,
    snapshots, times,
    values::{Value, of_difference, of_failure},
    view::{View, is_failure},
    visible::{one_line, visible},
};

/// More rows and differences than this are counted, not shown.
const ROWS: usize = 200;

/// A scenario: its line in the list and, if it has them, its details.
pub(super) struct CaseView {
    pub(super) number: usize,
    pub(super) code: &'static str,
    pub(super) word: String,
    pub(super) id: String,
    pub(super) title: String,
    pub(super) duration: String,
    pub(super) open: bool,
    pub(super) detail: Option<Detail>,
}

/// What unfolds under a scenario.
pub(super) struct Detail {
    pub(super) facts: Vec<(String, String)>,
    pub(super) defects: Vec<BadgeView>,
    pub(super) reason: String,
    pub(super) steps: Vec<StepView>,
    /// The whole defect as text, to be copied; empty when there is none.
    pub(super) text: String,
    pub(super) rerun: String,
}

/// One step.
pub(super) struct StepView {
    pub(super) code: &'static str,
    pub(super) word: String,
    pub(super) keyword: String,
    pub(super) text: String,
    pub(super) duration: String,
    pub(super) table: Vec<Vec<String>>,
    pub(super) more_rows: String,
    pub(super) doc: Option<String>,
    pub(super) failure: Option<FailureView>,
    pub(super) exchanges: Vec<ExchangeView>,
}

/// Why a step did not hold.
pub(super) struct FailureView {
    pub(super) message: String,
    pub(super) snapshot: Option<SnapshotView>,
    pub(super) sides: Vec<SideView>,
    pub(super) differences: Vec<DifferenceView>,
    pub(super) more_differences: String,
    pub(super) hints: Vec<String>,
}

/// The required or the found value.
pub(super) struct SideView {
    pub(super) code: &'static str,
    pub(super) word: String,
    pub(super) lines: Vec<LineView>,
    pub(super) note: Option<String>,
}

/// One line of a value: what is common, what differs, what is common again.
pub(super) struct LineView {
    pub(super) sign: &'static str,
    pub(super) parts: [String; 3],
}

/// One structured difference.
pub(super) struct DifferenceView {
    pub(super) path: String,
    pub(super) kind: String,
    pub(super) expected: Option<String>,
    pub(super) actual: Option<String>,
}

/// One request and its answer.
pub(super) struct ExchangeView {
    pub(super) operation: String,
    pub(super) method: String,
    pub(super) url: String,
    pub(super) answer: String,
    pub(super) request: PartView,
    pub(super) response: PartView,
}

/// Headers and body.
pub(super) struct PartView {
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: String,
    pub(super) note: Option<String>,
}

impl CaseView {
    pub(super) fn new(
        view: &View<'_>,
        register: &Register<'_>,
        number: usize,
        details: bool,
    ) -> Self {
        let case = &view.run.cases[number];
        // What the register speaks of is never left out.
        let details = details || is_failure(case.outcome) || !case.defects.is_empty();
        Self {
            number,
            code: code(case.outcome),
            word: view.outcome(case.outcome),
            id: one_line(&linked_id(case).unwrap_or_default(), 100),
            title: view.title(case),
            duration: match case.outcome {
                Outcome::Skipped | Outcome::NotRun => String::new(),
                _ => times::duration(case.duration, view.words.language()),
            },
            open: case.outcome.is_bad(),
            detail: details.then(|| Detail::new(view, register, case)),
        }
    }
}

impl Detail {
    fn new(view: &View<'_>, register: &Register<'_>, case: &Case) -> Self {
        let requirement = view.index.requirement(case).map(|one| one.statement.as_str());
        let criterion = view.index.criterion(case).map(|one| one.title.as_str());
        let values: Vec<String> =
            case.example_values.iter().map(|(name, value)| format!("{name} = {value}")).collect();
        let (example, address) = (values.join("; "), case.address());
        let facts = [
            ("report-requirement", requirement.unwrap_or_default()),
            ("report-criterion", criterion.unwrap_or_default()),
            ("report-example", &example),
            ("report-place", &address),
        ];
        Self {
            facts: facts
                .into_iter()
                .map(|(key, value)| (view.word(key), one_line(value, 1_000)))
                .filter(|(_, value)| !value.is_empty())
                .collect(),
            defects: register.badges(view, case),
            reason: match case.outcome {
                Outcome::UnexpectedPass => view.word("report-unexpected-pass"),
                _ => view.reason(case),
            },
            steps: case.steps.iter().map(|step| StepView::new(view, step)).collect(),
            text: if is_failure(case.outcome) { write(view, case) } else { String::new() },
            rerun: view.rerun(case),
        }
    }
}

impl StepView {
    fn new(view: &View<'_>, step: &StepRun) -> Self {
        let (code, key) = match (step.status, &step.failure) {
            (StepStatus::Failed, _) | (_, Some(_)) => ("failed", "report-step-failed"),
            (StepStatus::Passed, None) => ("passed", "report-step-passed"),
            (StepStatus::Skipped, None) => ("skipped", "report-step-skipped"),
        };
        let more = step.table.len().saturating_sub(ROWS);
        let row = |row: &Vec<String>| row.iter().map(|cell| one_line(cell, 500)).collect();
        Self {
            code,
            word: view.word(key),
            keyword: one_line(&step.keyword, 100),
            text: view.clip(&step.text),
            duration: match step.status {
                StepStatus::Skipped => String::new(),
                StepStatus::Passed | StepStatus::Failed => {
                    times::duration(step.duration, view.words.language())
                }
            },
            table: step.table.iter().take(ROWS).map(row).collect(),
            more_rows: counted(view, "report-more-rows", more),
            doc: step.doc_string.as_deref().map(|block| view.clip(block)),
            failure: step.failure.as_ref().map(|failure| FailureView::new(view, failure)),
            exchanges: step.exchanges.iter().map(|one| ExchangeView::new(view, one)).collect(),
        }
    }
}

impl FailureView {
    fn new(view: &View<'_>, failure: &Failure) -> Self {
        let more = failure.differences.len().saturating_sub(ROWS);
        Self {
            message: view.message(&failure.message),
            snapshot: failure.snapshot.as_ref().map(|note| SnapshotView::new(view, note)),
            sides: side_views(view, failure),
            differences: failure
                .differences
                .iter()
                .take(ROWS)
                .map(|difference| {
                    let [expected, actual] = of_difference(view, difference);
                    let short = |value: Option<Value>| value.map(|one| one_line(&one.text, 2_000));
                    DifferenceView {
                        path: one_line(&difference.path, 500),
                        kind: kind(view, difference.kind),
                        expected: short(expected),
                        actual: short(actual),
                    }
                })
                .collect(),
            more_differences: counted(view, "report-more-differences", more),
            hints: failure.hints.iter().map(|hint| view.message(hint)).collect(),
        }
    }
}

/// Both values side by side, what differs marked by a sign and by a mark.
fn side_views(view: &View<'_>, failure: &Failure) -> Vec<SideView> {
    let values = of_failure(view, failure);
    let lines: [Vec<LineView>; 2] = match &values {
        [Some(expected), Some(actual)]
            if multi_line(&expected.text) || multi_line(&actual.text) =>
        {
            let (left, right) = sides(&expected.text, &actual.text);
            let lines = |lines: Vec<crate::diff::Line>, sign| {
                lines.into_iter().map(|line| line_view(line, sign)).collect()
            };
            [lines(left, "−"), lines(right, "+")]
        }
        [Some(expected), Some(actual)] => spans(&expected.text, &actual.text)
            .map(|parts| vec![LineView { sign: "", parts: parts.map(str::to_owned) }]),
        one => one.each_ref().map(|value| {
            let text = value.as_ref().map_or("", |value| value.text.as_str());
            let whole = |line: &str| LineView {
                sign: "",
                parts: [line.to_owned(), String::new(), String::new()],
            };
            text.lines().map(whole).collect()
        }),
    };
    let names = snapshots::sides(failure);
    let names = ["expected", "actual"].into_iter().zip(names);
    let sides = names.into_iter().zip(values).zip(lines);
    sides
        .filter_map(|(((code, key), value), lines)| {
            let note = value?.note;
            Some(SideView { code, word: view.word(key), lines, note })
        })
        .collect()
}

fn line_view(line: crate::diff::Line, sign: &'static str) -> LineView {
    let (sign, parts) = match line.changed {
        true => (sign, [String::new(), line.text, String::new()]),
        false => (" ", [line.text, String::new(), String::new()]),
    };
    LineView { sign, parts }
}

impl ExchangeView {
    fn new(view: &View<'_>, exchange: &Exchange) -> Self {
        let part = |headers: &[(String, String)], body: Option<&str>, whole| {
            let (start, note) = view.clip_parts(body.unwrap_or_default(), whole);
            PartView {
                headers: headers
                    .iter()
                    .map(|(name, value)| (one_line(name, 200), one_line(value, 2_000)))
                    .collect(),
                body: visible(&readable(start)),
                note,
            }
        };
        let (request, response) =
            (exchange.request_body.as_deref(), exchange.response_body.as_deref());
        Self {
            operation: one_line(&exchange.operation, 200),
            method: one_line(&exchange.method, 50),
            url: one_line(&exchange.url, 2_000),
            answer: one_line(&answer(view, exchange), 500),
            request: part(&exchange.request_headers, request, None),
            response: part(&exchange.response_headers, response, exchange.response_bytes),
        }
    }
}

fn kind(view: &View<'_>, kind: DifferenceKind) -> String {
    view.word(kind_key(kind))
}

/// A sentence that counts, or nothing for none.
fn counted(view: &View<'_>, key: &'static str, count: usize) -> String {
    match count {
        0 => String::new(),
        count => view.words.count(key, count),
    }
}
