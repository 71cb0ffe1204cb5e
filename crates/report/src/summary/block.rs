//! One failure as an excerpt of its feature file.

use rakis_model::{
    Failure,
    record::{Case, StepRun},
};

use super::{Style, heading, kind_key, paint::Paint, wrapped};
use crate::{
    defects,
    diff::{multi_line, unified},
    failure_text::{answer, difference_line},
    snapshots,
    values::{self, Value},
    view::{View, exchanges, failing},
    visible::{one_line, visible},
};

/// Differences listed in the terminal; the reports list all.
const DIFFERENCES: usize = 5;
/// Lines of a text difference shown in the terminal.
const DIFF_LINES: usize = 20;

/// The excerpt:
///
/// ```text
/// ebaõnnestus  STAR-2026-03.1 a  Roll vastab asutuse liigile (juhtum 2)
///   --> features/rights/star.feature:17
///    |
/// 17 |     Siis taotlus on "jäetud rahuldamata"
///    |                      ^^^^^^^^^^^^^^^^^^ tegelik: "rahuldatud"
///    = viga: VIGA-2026-0007 (määratud, TEHIK) – uuesti nähtud
///    = korda: rakis run features/rights/star.feature:24
/// ```
pub(super) fn block(view: &View<'_>, case: &Case, style: Style) -> String {
    let paint = Paint { color: style.color };
    let failing = failing(case);
    let line = failing.map_or(case.line, |(step, _)| step.line);
    let mut block = Block {
        view,
        paint,
        width: style.width,
        gutter: line.to_string().len().max(2),
        lines: Vec::new(),
    };
    block.heading(case);
    let arrow = paint.frame("-->");
    let place = visible(&format!("{}:{line}", case.file));
    block.lines.push(format!("{}{arrow} {place}", " ".repeat(block.gutter)));
    if let Some((step, failure)) = failing {
        block.step(step, failure);
    }
    if let Some(exchange) = exchanges(case).last() {
        let request = format!("{} {}", exchange.method, exchange.url);
        let answer = one_line(&answer(view, exchange), 200);
        block.note("report-note-request", &format!("{} → {answer}", one_line(&request, 200)));
    }
    for hint in failing.and_then(|(_, failure)| failure).map_or(&[][..], |failure| &failure.hints) {
        block.note("report-note-hint", &one_line(&view.message(hint), 400));
    }
    for note in &case.defects {
        block.note("report-note-defect", &defects::line(view, note));
    }
    // Commands are never wrapped: people copy them.
    if let Some(note) = snapshots::of_case(case) {
        let standing = snapshots::standing(view, note);
        block.note("report-note-snapshot", &format!("{} – {standing}", snapshots::name(note)));
        block.raw_note("report-note-review", &snapshots::command(view, note));
    }
    let rerun = view.rerun(case);
    block.raw_note("report-note-rerun", &rerun);
    block.lines.join("\n") + "\n"
}

struct Block<'v, 'a> {
    view: &'v View<'a>,
    paint: Paint,
    width: usize,
    gutter: usize,
    lines: Vec<String>,
}

impl Block<'_, '_> {
    fn heading(&mut self, case: &Case) {
        let kind = self.view.word(kind_key(case.outcome));
        let indent = kind.chars().count() + 2;
        let room = self.width.saturating_sub(indent).max(20);
        let heading = heading(self.view, case);
        for (number, line) in wrapped(&heading, room, 0).into_iter().enumerate() {
            let start = match number {
                0 => format!("{}  ", self.paint.outcome(case.outcome, &kind)),
                _ => " ".repeat(indent),
            };
            self.lines.push(format!("{start}{}", self.paint.strong(&line)));
        }
    }

    fn step(&mut self, step: &StepRun, failure: Option<&Failure>) {
        let room = self.width.saturating_sub(self.gutter + 7).max(20);
        let source = format!("{} {}", step.keyword, step.text);
        let source = one_line(source.trim(), room);
        self.framed("", "");
        self.framed(&step.line.to_string(), &format!("    {source}"));
        let Some(failure) = failure else { return };
        let values = values::of_failure(self.view, failure);
        let names = snapshots::side_words(failure);
        let pointed = self.pointer(&source, &values);
        self.message(failure, pointed);
        let many = values.iter().flatten().any(|value| multi_line(&value.text));
        match &values {
            [Some(expected), Some(actual)] if many => self.texts(names, expected, actual),
            _ if pointed => {}
            [expected, actual] => {
                self.value(names[0], expected.as_ref());
                self.value(names[1], actual.as_ref());
            }
        }
        for difference in failure.differences.iter().take(DIFFERENCES) {
            let line = difference_line(self.view, difference, 200);
            self.note("report-note-difference", &line);
        }
        if let Some(more) = failure.differences.len().checked_sub(DIFFERENCES + 1) {
            let more = self.view.words.count("report-more-differences", more + 1);
            self.note("report-note-difference", &more);
        }
    }

    /// Points at the required value within the step, when it stands there, and says what was
    /// found instead.
    fn pointer(&mut self, source: &str, values: &[Option<Value>; 2]) -> bool {
        let [Some(expected), Some(actual)] = values else { return false };
        if expected.text.trim().is_empty() || multi_line(&actual.text) {
            return false;
        }
        let Some(at) = source.rfind(&expected.text) else { return false };
        let before = source[..at].chars().count();
        let length = expected.text.chars().count();
        let label = format!(
            "{}: \"{}\"",
            self.view.word("report-actual-word"),
            one_line(&actual.text, 200)
        );
        let carets = self.paint.outcome(rakis_model::Outcome::Failed, &"^".repeat(length));
        let used = self.gutter + 7 + before + length + 1;
        if used + label.chars().count() <= self.width {
            self.framed("", &format!("    {}{carets} {label}", " ".repeat(before)));
        } else {
            self.framed("", &format!("    {}{carets}", " ".repeat(before)));
            let room = self.width.saturating_sub(self.gutter + 7);
            self.framed("", &format!("    {}", one_line(&label, room.max(20))));
        }
        true
    }

    fn message(&mut self, failure: &Failure, pointed: bool) {
        let message = one_line(&self.view.words.text(&failure.message), 400);
        let room = self.width.saturating_sub(self.gutter + 3).max(20);
        if !pointed {
            self.framed("", "");
        }
        for (number, line) in wrapped(&message, room, 2).into_iter().enumerate() {
            let mark = if number == 0 { self.paint.frame("=") } else { " ".to_owned() };
            self.lines.push(format!("{} {mark} {line}", " ".repeat(self.gutter)));
        }
    }

    fn texts(&mut self, keys: [&'static str; 2], expected: &Value, actual: &Value) {
        let names = keys.map(|key| self.view.word(key));
        let Some(diff) = unified(&expected.text, &actual.text, (&names[0], &names[1])) else {
            self.value(keys[0], Some(expected));
            self.value(keys[1], Some(actual));
            return;
        };
        let room = self.width.saturating_sub(self.gutter + 3).max(20);
        for line in windowed(diff.lines().take(DIFF_LINES), room) {
            self.framed("", &line);
        }
        if diff.lines().nth(DIFF_LINES).is_some() {
            self.framed("", "…");
        }
    }

    fn value(&mut self, key: &'static str, value: Option<&Value>) {
        let Some(value) = value else { return };
        if !multi_line(&value.text) {
            self.note(key, &format!("\"{}\"", one_line(&value.text, 400)));
            return;
        }
        self.note(key, "");
        let room = self.width.saturating_sub(self.gutter + 3).max(20);
        for line in value.text.lines().take(DIFF_LINES) {
            let line: String = line.chars().take(room).collect();
            self.framed("", &line);
        }
        if value.text.lines().nth(DIFF_LINES).is_some() {
            self.framed("", "…");
        }
    }

    /// `= päring: …`, wrapped.
    fn note(&mut self, key: &'static str, text: &str) {
        let label = self.view.word(key);
        let room = self.width.saturating_sub(self.gutter + 3).max(20);
        for (number, line) in wrapped(&format!("{label}: {text}"), room, 2).into_iter().enumerate()
        {
            let mark = if number == 0 { self.paint.frame("=") } else { " ".to_owned() };
            self.lines.push(format!("{} {mark} {line}", " ".repeat(self.gutter)));
        }
    }

    fn raw_note(&mut self, key: &'static str, text: &str) {
        let label = self.view.word(key);
        let mark = self.paint.frame("=");
        self.lines.push(format!("{} {mark} {label}: {text}", " ".repeat(self.gutter)));
    }

    fn framed(&mut self, number: &str, text: &str) {
        let edge = self.paint.frame(&format!("{number:>width$} |", width = self.gutter));
        self.lines.push(format!("{edge} {text}").trim_end().to_owned());
    }
}

/// The lines of a difference cut to this many columns, so that what differs is still seen: where a
/// removed and an added line of a pair have a long beginning in common, its middle is left out.
fn windowed<'l>(lines: impl Iterator<Item = &'l str>, room: usize) -> Vec<String> {
    let lines: Vec<&str> = lines.collect();
    let mut shown: Vec<String> = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        let signed = |sign: char, from: usize| {
            lines[from..].iter().take_while(|line| line.starts_with(sign)).count()
        };
        let removed = signed('-', at);
        let added = signed('+', at + removed);
        if removed == 0 {
            shown.push(lines[at].chars().take(room).collect());
            at += 1;
            continue;
        }
        for number in 0..removed + added {
            let (own, pair) = match number < removed {
                true => (at + number, at + removed + number.min(added.saturating_sub(1))),
                false => (at + number, at + (number - removed).min(removed - 1)),
            };
            let pair = if added == 0 { lines[own] } else { lines[pair] };
            shown.push(window(lines[own], pair, room));
        }
        at += removed + added;
    }
    shown
}

/// One line, from a little before the first place where it differs from its pair.
fn window(line: &str, pair: &str, room: usize) -> String {
    let letters: Vec<char> = line.chars().collect();
    let common = letters.iter().skip(1).zip(pair.chars().skip(1)).take_while(|(a, b)| **a == *b);
    let common = common.count() + 1;
    let before = room / 3;
    if letters.len() <= room || common + before / 2 < room {
        return letters.into_iter().take(room).collect();
    }
    let start = common.saturating_sub(before).min(letters.len());
    let sign = letters.first().copied().unwrap_or(' ');
    let rest: String = letters[start..].iter().take(room.saturating_sub(2)).collect();
    format!("{sign}…{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_stays_in_sight_however_long_the_line() {
        let long = "x".repeat(60);
        let (old, new) = (format!("-{long}ei|lõpp"), format!("+{long}jah|lõpp"));
        let lines = [" ees", &old, &new, "+lisa", " taga"];
        let shown = windowed(lines.into_iter(), 30);
        assert_eq!(shown.len(), 5);
        assert!(shown.iter().all(|line| line.chars().count() <= 30), "{shown:?}");
        assert!(shown[1].starts_with("-…x") && shown[1].contains("ei|"), "{shown:?}");
        assert!(shown[2].starts_with("+…x") && shown[2].contains("jah|"), "{shown:?}");
        assert_eq!(
            (shown[0].as_str(), shown[3].as_str(), shown[4].as_str()),
            (" ees", "+lisa", " taga")
        );
        let short = windowed(["-a", "+b", "-ainult"].into_iter(), 30);
        assert_eq!(short, ["-a", "+b", "-ainult"]);
    }
}
