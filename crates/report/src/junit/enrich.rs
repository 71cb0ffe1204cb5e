//! What `junit-report` does not write, added to what it wrote: properties, file and line, skipped
//! counts, totals of the root, times with three decimals.

use quick_xml::{
    Reader, Writer,
    events::{BytesEnd, BytesStart, BytesText, Event},
};
use rakis_model::{
    Outcome,
    record::{Case, DefectNote},
};

use super::{
    Flavour,
    build::{Named, Suite, millis},
};
use crate::{
    defects,
    names::area,
    snapshots,
    view::View,
    visible::{one_line, visible},
};

/// The file with everything the flavour allows.
pub(super) fn enrich(
    view: &View<'_>,
    suites: &[Suite<'_>],
    plain: &[u8],
    flavour: Flavour,
) -> String {
    let mut out = Enriched {
        view,
        flavour,
        writer: Writer::new_with_indent(Vec::new(), b' ', 1),
        suites: suites.iter(),
        cases: [].iter(),
    };
    let mut reader = Reader::from_reader(plain);
    loop {
        match reader.read_event().expect("junit-report writes well-formed XML of visible text") {
            Event::Eof => break,
            Event::Start(start) => out.element(&start, suites, false),
            Event::Empty(start) => out.element(&start, suites, true),
            other => out.write(other),
        }
    }
    let mut text = String::from_utf8(out.writer.into_inner()).expect("written from text");
    text.push('\n');
    text
}

struct Enriched<'s, 'a> {
    view: &'s View<'a>,
    flavour: Flavour,
    writer: Writer<Vec<u8>>,
    suites: std::slice::Iter<'s, Suite<'a>>,
    cases: std::slice::Iter<'s, Named<'a>>,
}

impl<'s, 'a> Enriched<'s, 'a> {
    fn element(&mut self, start: &BytesStart<'_>, suites: &[Suite<'_>], empty: bool) {
        match start.name().as_ref() {
            b"testsuites" => self.root(start, suites, empty),
            b"testsuite" => self.suite(start, empty),
            b"testcase" => self.case(start, empty),
            b"skipped" if self.flavour == Flavour::Jenkins => self.skipped(start, empty),
            _ if empty => self.write(Event::Empty(start.borrow())),
            _ => self.write(Event::Start(start.borrow())),
        }
    }

    fn root(&mut self, start: &BytesStart<'_>, suites: &[Suite<'_>], empty: bool) {
        let total = |count: fn(&Suite<'_>) -> usize| suites.iter().map(count).sum::<usize>();
        let mut root = copy(start);
        root.push_attribute(("name", attribute(&self.view.run.info.project).as_str()));
        root.push_attribute(("tests", total(|suite| suite.cases.len()).to_string().as_str()));
        root.push_attribute(("failures", total(|suite| suite.failures()).to_string().as_str()));
        root.push_attribute(("errors", total(|suite| suite.errors()).to_string().as_str()));
        if self.flavour == Flavour::Full {
            root.push_attribute(("skipped", total(|suite| suite.skipped()).to_string().as_str()));
        }
        let time = seconds(suites.iter().map(Suite::millis).sum());
        root.push_attribute(("time", time.as_str()));
        self.write(if empty { Event::Empty(root) } else { Event::Start(root) });
    }

    fn suite(&mut self, start: &BytesStart<'_>, empty: bool) {
        let suite = self.suites.next().expect("as many suites read as were written");
        self.cases = suite.cases.iter();
        let mut element = copy(start);
        element.push_attribute(("skipped", suite.skipped().to_string().as_str()));
        element.push_attribute(("time", seconds(suite.millis()).as_str()));
        if self.flavour == Flavour::Full {
            element.push_attribute(("file", attribute(suite.file).as_str()));
        }
        self.write(Event::Start(element));
        let info = &self.view.run.info;
        let seed = info.seed.to_string();
        self.properties(&[
            ("run", &info.name),
            ("environment", &info.environment.name),
            ("delivery", info.delivery.as_deref().unwrap_or_default()),
            ("build", info.build.as_deref().unwrap_or_default()),
            ("fault", info.fault.as_deref().unwrap_or_default()),
            ("seed", &seed),
            ("rakis", &info.version),
        ]);
        if empty {
            self.write(Event::End(BytesEnd::new("testsuite")));
        }
    }

    fn case(&mut self, start: &BytesStart<'_>, empty: bool) {
        let named = self.cases.next().expect("as many cases read as were written");
        let mut element = copy(start);
        element.push_attribute(("time", seconds(millis(named.case)).as_str()));
        if self.flavour == Flavour::Jenkins {
            self.write(if empty { Event::Empty(element) } else { Event::Start(element) });
            return;
        }
        element.push_attribute(("file", attribute(&named.case.file).as_str()));
        element.push_attribute(("line", named.case.line.to_string().as_str()));
        self.write(Event::Start(element));
        self.case_properties(named);
        if empty {
            self.write(Event::End(BytesEnd::new("testcase")));
        }
    }

    fn case_properties(&mut self, named: &Named<'_>) {
        let case = named.case;
        let view = self.view;
        let statement =
            view.index.requirement(case).map_or("", |requirement| requirement.statement.as_str());
        let system = view
            .index
            .specification(case)
            .map_or("", |specification| specification.system.as_str());
        let [defect, state, owner, severity, effect] = defect_values(case);
        let snapshot = snapshots::of_case(case).map(snapshots::name).unwrap_or_default();
        self.properties(&[
            ("requirement", case.requirement.as_deref().unwrap_or_default()),
            ("criterion", case.criterion.as_deref().unwrap_or_default()),
            ("requirement-statement", statement),
            ("system", system),
            ("area", area(&case.file).unwrap_or_default()),
            ("outcome", outcome_name(case.outcome)),
            ("defect", &defect),
            ("defect-state", &state),
            ("defect-owner", &owner),
            ("defect-severity", &severity),
            ("defect-effect", &effect),
            ("snapshot", &snapshot),
        ]);
    }

    /// Writes those that have a value.
    fn properties(&mut self, properties: &[(&str, &str)]) {
        self.write(Event::Start(BytesStart::new("properties")));
        for (name, value) in properties {
            let value = attribute(value);
            if !value.is_empty() {
                let property = BytesStart::new("property")
                    .with_attributes([("name", *name), ("value", value.as_str())]);
                self.write(Event::Empty(property));
            }
        }
        self.write(Event::End(BytesEnd::new("properties")));
    }

    /// Jenkins' schema has `skipped` without attributes: the reason becomes its text, unless it
    /// already is.
    fn skipped(&mut self, start: &BytesStart<'_>, empty: bool) {
        self.write(Event::Start(BytesStart::new("skipped")));
        if !empty {
            return;
        }
        let message = start.try_get_attribute("message").ok().flatten();
        let text = message
            .and_then(|message| String::from_utf8(message.value.into_owned()).ok())
            .unwrap_or_default();
        self.write(Event::Text(BytesText::from_escaped(text)));
        self.write(Event::End(BytesEnd::new("skipped")));
    }

    fn write(&mut self, event: Event<'_>) {
        self.writer.write_event(event).expect("memory takes all");
    }
}

/// Ids, states, owners, severities and effects of the defects of a case, each `; ` between them: a
/// reader that keeps properties by name keeps one of equal names only.
fn defect_values(case: &Case) -> [String; 5] {
    let joined = |value: fn(&DefectNote) -> String| {
        case.defects.iter().map(value).collect::<Vec<_>>().join("; ")
    };
    [
        joined(|note| note.defect.clone()),
        joined(|note| note.state.clone()),
        joined(|note| note.owner.clone()),
        joined(|note| note.severity.clone().unwrap_or_default()),
        joined(|note| defects::effect_name(note.effect)),
    ]
}

/// The element with its attributes, without the time, which is written anew.
fn copy(start: &BytesStart<'_>) -> BytesStart<'static> {
    let name = String::from_utf8_lossy(start.name().as_ref()).into_owned();
    let mut element = BytesStart::new(name);
    for attribute in start.attributes().flatten().filter(|one| one.key.as_ref() != b"time") {
        element.push_attribute(attribute);
    }
    element
}

fn attribute(text: &str) -> String {
    one_line(&visible(text), 2_000)
}

/// `12.034`: Jenkins' schema takes three decimals, and no exponent.
fn seconds(millis: u64) -> String {
    format!("{}.{:03}", millis / 1_000, millis % 1_000)
}

const fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => "passed",
        Outcome::Skipped => "skipped",
        Outcome::NotRun => "not_run",
        Outcome::Known => "known",
        Outcome::UnexpectedPass => "unexpected_pass",
        Outcome::Failed => "failed",
        Outcome::Broken => "broken",
        Outcome::Invalid => "invalid",
    }
}
