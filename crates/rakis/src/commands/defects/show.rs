//! `rakis defects show`: one defect, whole.

use jiff::{Timestamp, tz::TimeZone};
use rakis_defects::{
    Defect, Filter, Occurrence, ScenarioStanding, Sort,
    event::Event,
    export::happening,
    procedure::{Clock, Clocks},
};
use rakis_model::{Diagnostic, Exit, Message, date};
use serde_json::{Value, json};

use super::list::{clocks, waiver_key};
use crate::{
    args,
    desk::Desk,
    render::{plain, wrapped},
};

/// Occurrences shown; the register has all.
const OCCURRENCES: usize = 10;
/// Columns of the names of fields.
const LABEL: usize = 18;
/// Differences shown on the terminal.
const DIFFERENCES: usize = 20;

/// Shows a defect, or writes one of its attachments to a file.
pub(super) fn show(desk: &Desk<'_>, args: &args::Show) -> Result<Exit, Exit> {
    if let Some(name) = &args.attachment {
        return attachment(desk, args, name);
    }
    let defect = desk.ask(desk.register.get(&args.id))?;
    let history = desk.ask(desk.register.history(&args.id))?;
    let scenarios = desk.ask(desk.register.scenarios(&args.id))?;
    let seen = desk.ask(desk.register.occurrences(&args.id, OCCURRENCES))?;
    let like = Filter { like: Some(args.id.clone()), ..Filter::default() };
    let alike = desk.ask(desk.register.list(&like, Sort::Seen, &desk.procedure, OCCURRENCES))?;
    if desk.json {
        let whole = json!({
            "defect": defect,
            "clocks": clocks(desk, &defect).map(|clocks| clocks_json(&clocks)),
            "history": history.iter().map(event_json).collect::<Vec<_>>(),
            "scenarios": scenarios.iter().map(scenario_json).collect::<Vec<_>>(),
            "occurrences": seen.iter().map(occurrence_json).collect::<Vec<_>>(),
            "alike": alike,
        });
        desk.context.line(&format!("{whole:#}"));
        return Ok(Exit::Passed);
    }
    if args.markdown {
        desk.context.print(&rakis_defects::export::report(&defect, &history, &desk.context.words));
        return Ok(Exit::Passed);
    }
    let page = Page { desk };
    page.head(&defect);
    page.report(&defect);
    page.scenarios(&scenarios);
    page.history(&history);
    page.occurrences(&defect, &seen);
    if !alike.is_empty() {
        page.heading("cli-defect-alike");
        for one in &alike {
            desk.context.line(&format!("  {}  {}  {}", one.id, one.state, one.title));
        }
    }
    Ok(Exit::Passed)
}

fn attachment(desk: &Desk<'_>, args: &args::Show, name: &str) -> Result<Exit, Exit> {
    let told = |message: Message| {
        desk.context.show_one(&Diagnostic::error(message));
        Exit::Usage
    };
    let content = desk.ask(desk.register.attachment(&args.id, name))?;
    let content =
        content.ok_or_else(|| told(Message::new("cli-attachment-unknown").with("name", name)))?;
    let plain = std::path::Path::new(name).file_name().unwrap_or_default();
    let path = desk.context.folder.join(args.out.clone().unwrap_or_else(|| plain.into()));
    if path.exists() {
        let message = Message::new("cli-file-exists").with("file", path.display());
        return Err(told(message));
    }
    std::fs::write(&path, content).map_err(|error| {
        let message = Message::new("cli-file-not-written").with("file", path.display());
        told(message.with("reason", error));
        Exit::Broken
    })?;
    if desk.json {
        desk.context.line(&format!("{:#}", json!({ "file": path.display().to_string() })));
    } else {
        desk.context.say(&Message::new("cli-file-written").with("file", path.display()));
    }
    Ok(Exit::Passed)
}

/// A moment as people in Estonia read it: `31.12.2026 09:00`.
pub(super) fn moment(at: Timestamp) -> String {
    let zone = TimeZone::get("Europe/Tallinn").unwrap_or(TimeZone::UTC);
    at.to_zoned(zone).strftime("%d.%m.%Y %H:%M").to_string()
}

/// The defect on the terminal.
struct Page<'p, 'c> {
    desk: &'p Desk<'c>,
}

impl Page<'_, '_> {
    fn line(&self, text: &str) {
        self.desk.context.line(&plain(text));
    }

    fn word(&self, key: &'static str) -> String {
        self.desk.context.word(key)
    }

    fn heading(&self, key: &'static str) {
        self.line(&format!("\n{}", self.word(key)));
    }

    /// A field with its value, unless it has none.
    fn field(&self, key: &'static str, value: &str) {
        if value.is_empty() {
            return;
        }
        let room = self.desk.context.width.saturating_sub(LABEL + 2).max(20);
        for (number, line) in wrapped(value, room).into_iter().enumerate() {
            let label = if number == 0 { self.word(key) } else { String::new() };
            self.line(&format!("  {label:LABEL$}{line}"));
        }
    }

    fn head(&self, defect: &Defect) {
        self.line(&defect.id);
        self.wrapped(&defect.report.title);
        self.line("");
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        self.field("cli-defects-column-state", &defect.state);
        self.field("cli-defects-column-severity", &text(&defect.severity));
        self.field("cli-defect-priority", &text(&defect.priority));
        self.field("cli-defects-column-owner", &defect.owner());
        self.field("cli-defect-competence", &text(&defect.competence));
        if let Some(waiver) = &defect.waiver {
            let told = Message::new(waiver_key(waiver.until, "cli-defect-waiver"))
                .with("until", date::show(waiver.until))
                .with("by", &waiver.by)
                .with("reason", &waiver.reason);
            self.field("cli-defect-waiver-word", &self.desk.context.text(&told));
        }
        self.field("cli-defect-fixed-in", &text(&defect.fixed_in));
        if let Some(cause) = &defect.cause {
            self.field(
                "cli-defect-cause",
                format!("{}: {}", cause.class, cause.text).trim_end_matches([':', ' ']),
            );
        }
        if let Some(proof) = &defect.regression {
            let told = Message::new("cli-defect-proof")
                .with("red", &proof.red)
                .with("green", &proof.green)
                .with("build", &proof.build);
            self.field("cli-defect-regression", &self.desk.context.text(&told));
        }
        self.field("cli-defect-duplicate", &text(&defect.duplicate_of));
        self.field("cli-defect-merged", &text(&defect.merged_into));
        self.field("cli-defect-split", &text(&defect.split_from));
        for fingerprint in &defect.fingerprints {
            self.field("cli-defect-fingerprint", &fingerprint[..fingerprint.len().min(16)]);
        }
        for file in &defect.attachments {
            self.field("cli-defect-attachment", &format!("{} ({} B)", file.name, file.size));
        }
        if let Some(clocks) = clocks(self.desk, defect) {
            self.clock("cli-clock-reaction", clocks.reaction);
            self.clock("cli-clock-fix", clocks.fix);
        }
    }

    /// A clock, and whom the procedure wants told of how far it has run.
    fn clock(&self, key: &'static str, clock: Clock<'_>) {
        self.field(key, &self.time(clock));
        let Some(level) = clock.escalation else { return };
        let party = level.party.then(|| self.word("cli-escalation-party"));
        let told: Vec<String> = party.into_iter().chain(level.roles.iter().cloned()).collect();
        let message = Message::new("cli-escalation")
            .with("percent", level.percent)
            .with("who", told.join(", "));
        self.field("cli-escalation-word", &self.desk.context.text(&message));
    }

    fn time(&self, clock: Clock<'_>) -> String {
        let context = self.desk.context;
        if let Some(stopped) = clock.stopped {
            let key = if clock.overdue { "cli-clock-done-late" } else { "cli-clock-done" };
            return context.text(&Message::new(key).with("at", moment(stopped)));
        }
        match (clock.due, clock.overdue) {
            (Some(due), true) => {
                context.text(&Message::new("cli-clock-late").with("at", moment(due)))
            }
            (Some(due), false) => {
                context.text(&Message::new("cli-clock-due").with("at", moment(due)))
            }
            (None, true) => context.word("cli-clock-late-paused"),
            (None, false) => context.word("cli-clock-paused"),
        }
    }

    fn report(&self, defect: &Defect) {
        let report = &defect.report;
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let found = &report.found_in;
        let place = [
            found.delivery.clone().unwrap_or_default(),
            found.build.clone().unwrap_or_default(),
            found.environment.clone(),
            moment(found.at),
        ];
        let place: Vec<String> = place.into_iter().filter(|part| !part.is_empty()).collect();
        self.field("cli-defect-found-in", &place.join(", "));
        self.field("cli-defect-address", &report.address);
        self.section("cli-defect-description", &text(&report.description));
        let requirement =
            format!("{} {}", text(&report.requirement), text(&report.requirement_text));
        self.section("cli-review-requirement", requirement.trim());
        let criterion = format!("{} {}", text(&report.criterion), text(&report.criterion_title));
        self.section("cli-review-criterion", criterion.trim());
        if !report.steps.is_empty() {
            self.heading("cli-defect-steps");
            for step in &report.steps {
                self.line(&format!("  {} {}", step.keyword, step.text));
                for row in &step.table {
                    self.line(&format!("      | {} |", row.join(" | ")));
                }
                for line in step.doc_string.iter().flat_map(|block| block.lines()) {
                    self.line(&format!("      {line}"));
                }
            }
        }
        self.section("cli-defect-expected", &text(&report.expected));
        self.section("cli-defect-actual", &text(&report.actual));
        if !report.differences.is_empty() {
            self.heading("cli-defect-differences");
            for one in report.differences.iter().take(DIFFERENCES) {
                let value =
                    |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
                let sides = format!("{} → {}", value(&one.expected), value(&one.actual));
                self.wrapped(&format!("{}: {sides}", one.path));
            }
            if let Some(more @ 1..) = report.differences.len().checked_sub(DIFFERENCES) {
                self.line(&format!(
                    "  {}",
                    self.desk.context.words.count("cli-more-problems", more)
                ));
            }
        }
    }

    /// A heading with a text below it, unless there is none.
    fn section(&self, key: &'static str, text: &str) {
        if text.is_empty() {
            return;
        }
        self.heading(key);
        for line in text.lines() {
            self.wrapped(line);
        }
    }

    /// A line in the width of the terminal; a row of a table stays one.
    fn wrapped(&self, line: &str) {
        if line.starts_with('|') {
            self.line(&format!("  {line}"));
            return;
        }
        for line in wrapped(line, self.desk.context.width.saturating_sub(2).max(20)) {
            self.line(&format!("  {line}"));
        }
    }

    /// Every one of them must pass with the fix before the defect may close.
    fn scenarios(&self, scenarios: &[ScenarioStanding]) {
        if scenarios.is_empty() {
            return;
        }
        self.heading("cli-defect-scenarios");
        for one in scenarios {
            let standing = match (&one.green_run, one.retired) {
                (_, true) => self.word("cli-scenario-retired"),
                (Some(_), _) => self.word("cli-scenario-green"),
                (None, _) => self.word("cli-scenario-red"),
            };
            let key = &one.key[..one.key.len().min(8)];
            self.line(&format!("  {key}  {standing}  {}", one.address));
            self.wrapped(&format!("          {}", one.title));
        }
    }

    fn history(&self, history: &[Event]) {
        self.heading("cli-defect-history");
        for event in history {
            let who = format!("{} ({})", event.who, event.role);
            let what = self.desk.context.text(&happening(&event.what));
            // Further lines stand further in: a comment must not look like another event.
            let what = what.replace('\n', "\n        ");
            self.line(&format!("  {}  {who}: {what}", moment(event.at)));
        }
    }

    fn occurrences(&self, defect: &Defect, seen: &[Occurrence]) {
        let count = usize::try_from(defect.occurrences).unwrap_or_default();
        self.line(&format!("\n{}", self.desk.context.words.count("cli-defect-occurrences", count)));
        for one in seen {
            let mark = if one.passed { "✓" } else { "✗" };
            let place = [one.delivery.clone(), one.build.clone(), Some(one.environment.clone())];
            let place = place.into_iter().flatten().collect::<Vec<_>>().join(", ");
            self.line(&format!(
                "  {mark} {}  {}  {}  {place}",
                moment(one.at),
                one.run,
                one.address
            ));
        }
    }
}

fn clocks_json(clocks: &Clocks<'_>) -> Value {
    let one = |clock: &Clock<'_>| {
        json!({
            "goal_minutes": clock.goal, "used_minutes": clock.used, "left_minutes": clock.left,
            "due": clock.due.map(|at| at.to_string()), "paused": clock.paused,
            "stopped": clock.stopped.map(|at| at.to_string()), "overdue": clock.overdue,
            "escalation_percent": clock.escalation.map(|level| level.percent),
        })
    };
    json!({ "reaction": one(&clocks.reaction), "fix": one(&clocks.fix) })
}

fn event_json(event: &Event) -> Value {
    json!({
        "seq": event.seq, "at": event.at.to_string(), "who": event.who, "role": event.role,
        "what": event.what, "hash": event.hash,
    })
}

fn scenario_json(one: &ScenarioStanding) -> Value {
    json!({
        "key": one.key, "title": one.title, "address": one.address, "red_run": one.red_run,
        "green_run": one.green_run, "retired": one.retired,
    })
}

fn occurrence_json(one: &Occurrence) -> Value {
    json!({
        "run": one.run, "fingerprint": one.fingerprint, "passed": one.passed,
        "scenario": one.scenario, "address": one.address, "at": one.at.to_string(),
        "delivery": one.delivery, "build": one.build, "environment": one.environment,
        "failure": one.failure, "exchanges": one.exchanges,
    })
}
