//! One defect in plain text: all a developer needs who has nothing else at hand.

use rakis_model::{
    Difference, Exchange, Failure, Message,
    failure::DifferenceKind,
    record::{Case, Run, StepRun, StepStatus},
};

use crate::{
    Context, defects,
    diff::{multi_line, sides, unified},
    layout::readable,
    snapshots, values,
    view::{View, exchanges, failing},
    visible::{one_line, visible},
};

/// More differences than this are counted, not listed.
const DIFFERENCES_LISTED: usize = 500;
/// More rows of a table than this are counted, not shown.
const ROWS_SHOWN: usize = 200;

/// The whole defect in plain text: requirement, criterion, steps, expected and actual value, every
/// difference, request and answer, what the register says of it, and how to run it again. Used by
/// JUnit and HTML; a register takes it as the description.
///
/// Long values are cut with a note. For a case that did not fail: its head, its steps and why it
/// was left out.
pub fn failure_text(run: &Run, case: &Case, context: &Context<'_>) -> String {
    write(&View::new(run, context), case)
}

/// As [`failure_text`], for callers with many cases.
pub(crate) fn write(view: &View<'_>, case: &Case) -> String {
    let mut sheet = Sheet { view, text: String::new() };
    sheet.head(case);
    sheet.steps(case);
    if let Some((_, Some(failure))) = failing(case) {
        sheet.failure(failure);
    }
    for exchange in exchanges(case) {
        sheet.exchange(exchange);
    }
    sheet.defects(case);
    sheet.section("report-rerun");
    sheet.indented(&view.rerun(case));
    sheet.text.truncate(sheet.text.trim_end().len());
    sheet.text.push('\n');
    sheet.text
}

/// `$.rollid[0]: puudub, oodatud "x"` in one line, for lists of differences.
pub(crate) fn difference_line(view: &View<'_>, difference: &Difference, limit: usize) -> String {
    let side = |key, value: Option<values::Value>| {
        value.map(|value| format!("{} \"{}\"", view.word(key), one_line(&value.text, limit)))
    };
    let [expected, actual] = values::of_difference(view, difference);
    let sides = [side("report-expected-word", expected), side("report-actual-word", actual)];
    let sides: Vec<String> = sides.into_iter().flatten().collect();
    let kind = view.word(kind_key(difference.kind));
    let path = one_line(&difference.path, limit);
    format!("{path}: {kind}; {}", sides.join(", ")).trim_end_matches("; ").to_owned()
}

/// Key of the name of a sort of difference.
pub(crate) const fn kind_key(kind: DifferenceKind) -> &'static str {
    match kind {
        DifferenceKind::Changed => "report-difference-changed",
        DifferenceKind::Missing => "report-difference-missing",
        DifferenceKind::Extra => "report-difference-extra",
        DifferenceKind::Type => "report-difference-type",
    }
}

struct Sheet<'v, 'a> {
    view: &'v View<'a>,
    text: String,
}

impl Sheet<'_, '_> {
    fn head(&mut self, case: &Case) {
        let view = self.view;
        for note in &case.defects {
            let label = view.word("report-defect");
            self.line(&format!("{label} {}", defects::line(view, note)));
        }
        let title = format!("{}: {}", view.outcome(case.outcome), view.title(case));
        self.line(&match failing(case).and_then(|(_, failure)| failure) {
            Some(failure) => format!("{title}\n{}", view.message(&failure.message)),
            None => format!("{title}\n{}", view.reason(case)),
        });
        self.line("");
        let requirement = view.index.requirement(case);
        let statement = requirement.map_or("", |requirement| requirement.statement.as_str());
        let id = case.requirement.as_deref().unwrap_or_default();
        self.fact("report-requirement", &format!("{id} {statement}"));
        let criterion = view.index.criterion(case).map_or("", |criterion| &criterion.title);
        let id = case.criterion.as_deref().unwrap_or_default();
        self.fact("report-criterion", &format!("{id} {criterion}"));
        self.fact("report-place", &case.address());
        self.fact("report-feature", &case.feature);
        self.fact("report-rule", case.rule.as_deref().unwrap_or_default());
        let values: Vec<String> =
            case.example_values.iter().map(|(name, value)| format!("{name} = {value}")).collect();
        self.fact("report-example", &values.join("; "));
        let info = &view.run.info;
        self.fact("report-environment", &environment(info));
        self.fact("report-fault", info.fault.as_deref().unwrap_or_default());
        self.fact("report-delivery", info.delivery.as_deref().unwrap_or_default());
        self.fact("report-build", info.build.as_deref().unwrap_or_default());
        self.fact("report-run", &info.name);
    }

    fn steps(&mut self, case: &Case) {
        if case.steps.is_empty() {
            return;
        }
        self.section("report-steps");
        for step in &case.steps {
            self.step(step);
        }
    }

    fn step(&mut self, step: &StepRun) {
        let mark = match (step.status, &step.failure) {
            (StepStatus::Failed, _) | (_, Some(_)) => "✗",
            (StepStatus::Passed, None) => "✓",
            (StepStatus::Skipped, None) => "–",
        };
        let sentence = self.view.clip(&format!("{} {}", step.keyword, step.text));
        self.line(&format!("  {mark} {}", sentence.trim()));
        for row in step.table.iter().take(ROWS_SHOWN) {
            let cells: Vec<String> = row.iter().map(|cell| one_line(cell, 500)).collect();
            self.line(&format!("      | {} |", cells.join(" | ")));
        }
        if step.table.len() > ROWS_SHOWN {
            let more = self.view.words.count("report-more-rows", step.table.len() - ROWS_SHOWN);
            self.line(&format!("      {more}"));
        }
        if let Some(block) = &step.doc_string {
            let block = self.view.clip(block);
            for line in block.lines() {
                self.line(&format!("      {line}"));
            }
        }
    }

    fn failure(&mut self, failure: &Failure) {
        let view = self.view;
        let values = values::of_failure(view, failure);
        let names = snapshots::sides(failure);
        for (key, value) in names.into_iter().zip(&values) {
            if let Some(value) = value {
                self.section(key);
                self.indented(&value.text);
                self.note(value.note.as_deref());
            }
        }
        self.differences(&failure.differences);
        let names = snapshots::side_words(failure).map(|key| view.word(key));
        if let [Some(expected), Some(actual)] = &values
            && let Some(diff) = unified(&expected.text, &actual.text, (&names[0], &names[1]))
        {
            self.section("report-text-difference");
            self.indented(&diff);
        }
        if let Some(note) = &failure.snapshot {
            self.section("report-snapshot");
            let standing = snapshots::standing(view, note);
            self.line(&format!("  {}: {standing}", snapshots::name(note)));
            self.line(&format!("  {}", snapshots::command(view, note)));
        }
        if !failure.hints.is_empty() {
            self.section("report-hints");
            for hint in &failure.hints {
                let hint = view.message(hint);
                self.line(&format!("  - {hint}"));
            }
        }
    }

    fn differences(&mut self, differences: &[Difference]) {
        if differences.is_empty() {
            return;
        }
        let heading = self.view.words.count("report-differences-count", differences.len());
        self.line(&format!("\n{heading}:"));
        for difference in differences.iter().take(DIFFERENCES_LISTED) {
            let line = difference_line(self.view, difference, 2_000);
            self.line(&format!("  - {line}"));
        }
        if differences.len() > DIFFERENCES_LISTED {
            let more = differences.len() - DIFFERENCES_LISTED;
            let more = self.view.words.count("report-more-differences", more);
            self.line(&format!("  {more}"));
        }
    }

    fn exchange(&mut self, exchange: &Exchange) {
        let view = self.view;
        let operation = one_line(&exchange.operation, 200);
        let heading = view.word("report-request");
        self.line(&format!("\n{}:", format!("{heading} {operation}").trim_end()));
        self.line(&format!("  {} {}", visible(&exchange.method), view.clip(&exchange.url)));
        self.message_part(&exchange.request_headers, exchange.request_body.as_deref(), None);
        let heading = view.word("report-answer");
        self.line(&format!("\n{heading}: {}", answer(view, exchange)));
        let whole = exchange.response_bytes;
        self.message_part(&exchange.response_headers, exchange.response_body.as_deref(), whole);
    }

    /// What the register says of the case, defect by defect.
    fn defects(&mut self, case: &Case) {
        for note in &case.defects {
            let heading = self.view.word("report-defect");
            self.line(&format!("\n{heading} {}:", defects::id(note)));
            self.line(&format!("  {}", defects::title(note)));
            let effect = self.view.word(note.effect.key());
            self.line(&format!("  {}: {effect}", self.view.word("report-defect-effect")));
            for (label, value) in defects::facts(self.view, note) {
                self.line(&format!("  {label}: {value}"));
            }
            self.line(&format!("  {}", defects::command(self.view, note)));
        }
    }

    fn message_part(
        &mut self,
        headers: &[(String, String)],
        body: Option<&str>,
        whole: Option<u64>,
    ) {
        for (name, value) in headers {
            self.line(&format!("  {}: {}", one_line(name, 200), one_line(value, 2_000)));
        }
        let Some(body) = body.filter(|body| !body.is_empty()) else { return };
        let (start, note) = self.view.clip_parts(body, whole);
        self.line("");
        self.indented(&visible(&readable(start)));
        self.note(note.as_deref());
    }

    /// How much of a text is left out.
    fn note(&mut self, note: Option<&str>) {
        if let Some(note) = note {
            self.line(&format!("  [{note}]"));
        }
    }

    /// `Nõue: …`, left out when there is nothing to say.
    fn fact(&mut self, key: &'static str, value: &str) {
        let value = one_line(value, 1_000);
        if !value.is_empty() {
            let label = self.view.word(key);
            self.line(&format!("{label}: {value}"));
        }
    }

    fn section(&mut self, key: &'static str) {
        let heading = self.view.word(key);
        self.line(&format!("\n{heading}:"));
    }

    fn indented(&mut self, text: &str) {
        for line in text.lines() {
            self.line(&format!("  {line}"));
        }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }
}

/// `201, 12 ms`, or why no answer came.
pub(crate) fn answer(view: &View<'_>, exchange: &Exchange) -> String {
    let status = match exchange.status {
        Some(status) => status.to_string(),
        // A database and a mailbox answer without a status.
        None if exchange.response_body.is_some() => view.word("report-answered"),
        None => view.word("report-no-answer"),
    };
    let error = exchange.error.as_ref().map(|error| format!(": {}", view.message(error)));
    format!("{status}{} ({} ms)", error.unwrap_or_default(), exchange.millis)
}

/// `Sisemine keskkond (embedded), http://…`
pub(crate) fn environment(info: &rakis_model::record::RunInfo) -> String {
    let environment = &info.environment;
    let name = match environment.title.is_empty() {
        true => environment.name.clone(),
        false => format!("{} ({})", environment.title, environment.name),
    };
    [name, environment.address.clone()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// One line that says what went wrong: the message, and both values when they are short.
pub(crate) fn headline(view: &View<'_>, case: &Case, limit: usize) -> String {
    let Some((_, Some(failure))) = failing(case) else {
        return one_line(&view.outcome(case.outcome), limit);
    };
    let message = one_line(&view.words.text(&failure.message), limit);
    if let Some(note) = &failure.snapshot {
        let standing = snapshots::standing(view, note);
        return one_line(&format!("{message}: {} – {standing}", snapshots::name(note)), limit);
    }
    let line = match (values::of_failure(view, failure), failure.differences.first()) {
        ([Some(expected), Some(actual)], _) => {
            let (expected, actual) = telling(&expected.text, &actual.text);
            let sentence = Message::new("report-headline")
                .with("message", message)
                .with("expected", one_line(&expected, 150))
                .with("actual", one_line(&actual, 150));
            view.words.text(&sentence)
        }
        (_, Some(first)) => {
            let more = match failure.differences.len() - 1 {
                0 => String::new(),
                more => format!(", {}", view.words.count("report-more-differences", more)),
            };
            format!("{message}: {}{more}", difference_line(view, first, 100))
        }
        _ => message,
    };
    one_line(&line, limit)
}

/// The values themselves, or the first lines that differ when they have several lines.
fn telling(expected: &str, actual: &str) -> (String, String) {
    if !multi_line(expected) && !multi_line(actual) {
        return (expected.to_owned(), actual.to_owned());
    }
    let first = |lines: Vec<crate::diff::Line>| {
        lines.into_iter().find(|line| line.changed).map(|line| line.text).unwrap_or_default()
    };
    let (left, right) = sides(expected, actual);
    (first(left), first(right))
}
