//! Where a run met personal codes that may belong to somebody: places, never values.
//!
//! The record holds the mark [`PERSON`] where such a code stood, and this reads the marks. A system
//! that itself writes the mark is a harmless false alarm.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Case, Run, StepRun};
use crate::{Exchange, Failure, Message, redact::PERSON};

/// One place of one step in which personal codes stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which case of the run, counted from 0; absent when it is about the run as a whole.
    pub case: Option<usize>,
    /// Line of the step, or of the scenario when it is about the scenario as a whole.
    pub line: Option<usize>,
    /// Where, in words: a header, a path in a body, the actual value.
    pub place: Message,
    /// How many codes stood there.
    pub count: usize,
}

/// One place over all scenarios, for a short list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Where, in words.
    pub place: Message,
    /// How many codes stood there.
    pub count: usize,
    /// In which cases, counted from 0, in order.
    pub cases: Vec<usize>,
}

impl Run {
    /// Where personal codes that may belong to somebody stood, in the order of the record; equal
    /// places of one step once, positions in lists as `[*]`.
    pub fn personal_data(&self) -> Vec<Finding> {
        let mut found = self.personal_data_of_run();
        for (index, case) in self.cases.iter().enumerate() {
            let mut tally = Tally::default();
            tally.scenario(case);
            tally.give(Some(index), Some(case.line), &mut found);
            for step in &case.steps {
                let mut tally = Tally::default();
                tally.step(step);
                tally.give(Some(index), Some(step.line), &mut found);
            }
        }
        found
    }

    /// The same as a short list: each place once, the one with most codes first.
    pub fn personal_data_by_place(&self) -> Vec<Spot> {
        let mut spots: BTreeMap<String, (Message, usize, BTreeSet<usize>)> = BTreeMap::new();
        for finding in self.personal_data() {
            let key = format!("{:?}", finding.place);
            let (_, count, cases) =
                spots.entry(key).or_insert_with(|| (finding.place, 0, BTreeSet::new()));
            *count += finding.count;
            cases.extend(finding.case);
        }
        let spot = |(place, count, cases): (Message, usize, BTreeSet<usize>)| Spot {
            place,
            count,
            cases: cases.into_iter().collect(),
        };
        let mut spots: Vec<Spot> = spots.into_values().map(spot).collect();
        spots.sort_by_key(|spot| std::cmp::Reverse(spot.count));
        spots
    }

    fn personal_data_of_run(&self) -> Vec<Finding> {
        let info = &self.info;
        let mut tally = Tally::default();
        let texts = [&info.name, &info.project, &info.command, &info.environment.address];
        let chosen = [&info.environment.title, &info.environment.name];
        let named = info.delivery.iter().chain(&info.build).chain(&info.fault);
        for text in texts.into_iter().chain(chosen).chain(named) {
            tally.text(text, || Message::new("personal-data-run"));
        }
        for specification in &info.specifications {
            // Every text of it; what they are called matters to nobody.
            let all = serde_json::to_string(specification).unwrap_or_default();
            tally.text(&all, || {
                Message::new("personal-data-specification").with("specification", &specification.id)
            });
        }
        let mut found = Vec::new();
        tally.give(None, None, &mut found);
        found
    }
}

/// Places and how many codes stood there, in the order met.
#[derive(Default)]
struct Tally {
    places: Vec<(Message, usize)>,
}

impl Tally {
    fn add(&mut self, place: Message, count: usize) {
        match self.places.iter_mut().find(|(known, _)| *known == place) {
            Some((_, sum)) => *sum += count,
            None => self.places.push((place, count)),
        }
    }

    fn text(&mut self, text: &str, place: impl FnOnce() -> Message) {
        let count = text.matches(PERSON).count();
        if count > 0 {
            self.add(place(), count);
        }
    }

    fn message(&mut self, message: &Message, place: impl Fn() -> Message) {
        for (_, value) in &message.args {
            self.text(value, &place);
        }
    }

    fn scenario(&mut self, case: &Case) {
        let examples = case.example_values.iter().flat_map(|(name, value)| [name, value]);
        let names = [&case.file, &case.feature, &case.name].into_iter().chain(&case.rule);
        for text in names.chain(&case.tags).chain(examples) {
            self.text(text, || Message::new("personal-data-scenario"));
        }
    }

    fn step(&mut self, step: &StepRun) {
        let cells = step.table.iter().flatten();
        for text in std::iter::once(&step.text).chain(cells).chain(&step.doc_string) {
            self.text(text, || Message::new("personal-data-step"));
        }
        for exchange in &step.exchanges {
            self.exchange(exchange);
        }
        if let Some(failure) = &step.failure {
            self.failure(failure);
        }
    }

    fn failure(&mut self, failure: &Failure) {
        for message in std::iter::once(&failure.message).chain(&failure.hints) {
            self.message(message, || Message::new("personal-data-failure"));
        }
        if let Some(snapshot) = &failure.snapshot {
            self.text(&snapshot.name, || Message::new("personal-data-failure"));
        }
        if let Some(text) = &failure.expected {
            self.text(text, || Message::new("personal-data-expected"));
        }
        if let Some(text) = &failure.actual {
            self.text(text, || Message::new("personal-data-actual"));
        }
        for one in &failure.differences {
            for text in std::iter::once(&one.path).chain(&one.expected).chain(&one.actual) {
                self.text(text, || {
                    Message::new("personal-data-difference").with("path", any_item(&one.path))
                });
            }
        }
    }

    fn exchange(&mut self, exchange: &Exchange) {
        let of = |key| Message::new(key).with("operation", &exchange.operation);
        self.text(&exchange.operation, || Message::new("personal-data-operation"));
        self.text(&exchange.url, || of("personal-data-request-address"));
        for (headers, key) in [
            (&exchange.request_headers, "personal-data-request-header"),
            (&exchange.response_headers, "personal-data-answer-header"),
        ] {
            for (name, value) in headers {
                let place = || of(key).with("header", name);
                self.text(name, place);
                self.text(value, place);
            }
        }
        let request = ["personal-data-request-body", "personal-data-request-path"];
        let answer = ["personal-data-answer-body", "personal-data-answer-path"];
        for (body, [whole, within]) in
            [(&exchange.request_body, request), (&exchange.response_body, answer)]
        {
            let Some(body) = body.as_deref().filter(|body| body.contains(PERSON)) else { continue };
            match paths(body) {
                Some(paths) => {
                    for (path, count) in paths {
                        self.add(of(within).with("path", path), count);
                    }
                }
                None => self.text(body, || of(whole)),
            }
        }
        if let Some(error) = &exchange.error {
            self.message(error, || of("personal-data-exchange-error"));
        }
    }

    fn give(self, case: Option<usize>, line: Option<usize>, found: &mut Vec<Finding>) {
        let finding = |(place, count)| Finding { case, line, place, count };
        found.extend(self.places.into_iter().map(finding));
    }
}

/// JSON paths of the marks in a body, with `[*]` for any item; `None` when it is no JSON.
fn paths(body: &str) -> Option<BTreeMap<String, usize>> {
    let value: Value = serde_json::from_str(body)
        // A number was a code: the mark stands there without quotes.
        .or_else(|_| serde_json::from_str(&quoted(body)))
        .ok()?;
    let mut found = BTreeMap::new();
    walk(&value, "$", &mut found);
    Some(found)
}

fn walk(value: &Value, path: &str, found: &mut BTreeMap<String, usize>) {
    let mut count = |text: &str, path: &str| {
        let count = text.matches(PERSON).count();
        if count > 0 {
            *found.entry(path.to_owned()).or_default() += count;
        }
    };
    match value {
        Value::String(text) => count(text, path),
        Value::Array(items) => {
            items.iter().for_each(|item| walk(item, &format!("{path}[*]"), found));
        }
        Value::Object(pairs) => {
            for (key, value) in pairs {
                let plain = key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
                let below = match plain {
                    true => format!("{path}.{key}"),
                    false => format!("{path}['{key}']"),
                };
                let in_key = key.matches(PERSON).count();
                if in_key > 0 {
                    *found.entry(below.clone()).or_default() += in_key;
                }
                walk(value, &below, found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The JSON with marks that stand for numbers in quotes.
fn quoted(body: &str) -> String {
    let mut out = String::with_capacity(body.len());
    let mut rest = body;
    while let Some(at) = rest.find(PERSON) {
        let (before, after) = (&rest[..at], &rest[at + PERSON.len()..]);
        let bare = before.trim_end().ends_with([':', ',', '['])
            && after.trim_start().starts_with([',', '}', ']']);
        let quote = if bare { "\"" } else { "" };
        out.push_str(before);
        out.push_str(quote);
        out.push_str(PERSON);
        out.push_str(quote);
        rest = after;
    }
    out + rest
}

/// A path with `[*]` for every position in a list.
fn any_item(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        let (inside, beyond) = after.split_once(']').unwrap_or((after, ""));
        let number = !inside.is_empty() && inside.bytes().all(|byte| byte.is_ascii_digit());
        out.push_str(&format!("[{}]", if number { "*" } else { inside }));
        rest = beyond;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Difference, failure::DifferenceKind};

    fn places(run: &Run) -> Vec<(Option<usize>, Option<usize>, String, usize)> {
        let words = crate::words::Words::new(crate::words::Language::En, &[crate::WORDS]);
        let told = |one: Finding| (one.case, one.line, words.text(&one.place), one.count);
        run.personal_data().into_iter().map(told).collect()
    }

    fn run() -> Run {
        let exchange = Exchange {
            operation: "loe isik".to_owned(),
            url: "http://a/[isikukood]".to_owned(),
            response_headers: vec![("x-isik".to_owned(), "EE[isikukood]".to_owned())],
            response_body: Some(
                r#"{"read":[{"kood":"[isikukood]"},{"kood":[isikukood]}],"a [isikukood]":1}"#
                    .to_owned(),
            ),
            request_body: Some("isik=[isikukood]&x=[isikukood]".to_owned()),
            error: Some(Message::new("env-connect").with("reason", "x [isikukood]")),
            ..Exchange::default()
        };
        let difference = Difference {
            path: "$.read[7].kood".to_owned(),
            kind: DifferenceKind::Extra,
            expected: None,
            actual: Some("[isikukood]".to_owned()),
        };
        let failure = Failure::failed(Message::new("x").with("y", "[isikukood]"))
            .values("1", "[isikukood] [isikukood]")
            .differences(vec![difference]);
        let step = StepRun {
            line: 9,
            text: "isik on \"[isikukood]\"".to_owned(),
            exchanges: vec![exchange],
            failure: Some(failure),
            ..StepRun::default()
        };
        let clean = Case { name: "Puhas".to_owned(), ..Case::default() };
        let case =
            Case { line: 5, name: "[isikukood]".to_owned(), steps: vec![step], ..clean.clone() };
        let mut run = Run { cases: vec![clean, case], ..Run::default() };
        run.info.command = "rakis run --build [isikukood]".to_owned();
        run
    }

    #[test]
    fn every_place_is_told_once_with_its_count() {
        let at = |line, text: &str, count| (Some(1), Some(line), text.to_owned(), count);
        let answer = "the body of the answer to “loe isik”, at";
        assert_eq!(
            places(&run()),
            [
                (None, None, "the description of the run".to_owned(), 1),
                at(5, "the title, the tags or the examples of the scenario", 1),
                at(9, "the text, the table or the text block of the step", 1),
                at(9, "the address of the request of “loe isik”", 1),
                at(9, "the header “x-isik” of the answer to “loe isik”", 1),
                at(9, "the body of the request of “loe isik”", 2),
                at(9, &format!("{answer} $.read[*].kood"), 2),
                at(9, &format!("{answer} $['a [isikukood]']"), 1),
                at(9, "the error text of “loe isik”", 1),
                at(9, "the words of the failure", 1),
                at(9, "the actual value", 2),
                at(9, "the difference at $.read[*].kood", 1),
            ]
        );
        assert_eq!(places(&Run::default()), []);
    }

    #[test]
    fn the_short_list_begins_with_most() {
        let mut run = run();
        run.cases.push(run.cases[1].clone());
        let spots = run.personal_data_by_place();
        assert_eq!(spots.len(), run.personal_data_by_place().len());
        assert_eq!((spots[0].count, &spots[0].cases), (4, &vec![1, 2]));
        let sum: usize = spots.iter().map(|spot| spot.count).sum();
        assert_eq!(sum, run.personal_data().iter().map(|one| one.count).sum::<usize>());
        assert!(spots.is_sorted_by_key(|spot| std::cmp::Reverse(spot.count)));
    }
}
