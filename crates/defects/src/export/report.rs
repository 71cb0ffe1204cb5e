//! One defect as a report with every field a defect report should have (ISTQB CTFL 4.0, 5.5).

use jiff::tz::TimeZone;
use rakis_model::{Message, words::Words};

use super::markdown::{block, inline, table};
use crate::{
    defect::{Defect, Regression, Sighting, Waiver},
    event::{Event, Moved, What},
};

/// A defect as Markdown, with its history. The words are those of every crate that may have failed.
pub fn report(defect: &Defect, history: &[Event], words: &Words) -> String {
    let mut text = format!("# {}: {}\n\n", inline(&defect.id), inline(&defect.report.title));
    text.push_str(&table(
        &[words.word("register-field"), words.word("register-value")],
        fields(defect, words),
    ));
    let report = &defect.report;
    let mut section = |key: &'static str, body: String| {
        if !body.trim().is_empty() {
            text.push_str(&format!("\n## {}\n\n{body}", words.word(key)));
        }
    };
    section("register-description", report.description.as_deref().map(block).unwrap_or_default());
    section("register-steps", steps(defect));
    section("register-expected", expected(defect, words));
    section("register-actual", report.actual.as_deref().map(block).unwrap_or_default());
    section("register-differences", differences(defect, words));
    section("register-attachments", attachments(defect));
    section("register-history", happenings(history, words));
    text
}

fn fields(defect: &Defect, words: &Words) -> Vec<Vec<String>> {
    let report = &defect.report;
    let pair = |one: &Option<String>, two: &Option<String>| {
        Some([one, two].map(|part| part.clone().unwrap_or_default()).join(" "))
    };
    let related = [&defect.duplicate_of, &defect.merged_into, &defect.split_from];
    let related: Vec<_> = related.into_iter().flatten().cloned().collect();
    let fields = [
        ("register-column-state", Some(defect.state.clone())),
        ("register-column-severity", defect.severity.clone()),
        ("register-column-priority", defect.priority.clone()),
        ("register-column-party", defect.party.clone()),
        ("register-column-assignee", defect.assignee.clone()),
        ("register-competence", defect.competence.clone()),
        ("register-column-system", Some(report.system.clone())),
        ("register-column-area", Some(report.area.clone())),
        ("register-column-requirement", pair(&report.requirement, &report.requirement_text)),
        ("register-criterion", pair(&report.criterion, &report.criterion_title)),
        ("register-scenario", Some(format!("{} ({})", report.scenario, report.address))),
        ("register-found-in", Some(sighting(&report.found_in, words))),
        ("register-column-seen", Some(sighting(&defect.last_seen, words))),
        ("register-column-occurrences", Some(defect.occurrences.to_string())),
        ("register-reopened", (defect.reopened > 0).then(|| defect.reopened.to_string())),
        ("register-column-fixed-in", defect.fixed_in.clone()),
        ("register-cause", defect.cause.as_ref().map(|one| format!("{}: {}", one.class, one.text))),
        ("register-regression", defect.regression.as_ref().map(|one| words.text(&proof(one)))),
        ("register-waiver", defect.waiver.as_ref().map(|one| words.text(&waived(one)))),
        ("register-related", Some(related.join(", "))),
    ];
    let told = |value: &String| !value.trim().is_empty() && value != " ()";
    let row = |(key, value): (&'static str, Option<String>)| {
        Some(vec![words.word(key), value.filter(told)?.trim().to_owned()])
    };
    fields.into_iter().filter_map(row).collect()
}

fn waived(waiver: &Waiver) -> Message {
    Message::new("register-waived-until")
        .with("until", rakis_model::date::show(waiver.until))
        .with("by", &waiver.by)
        .with("reason", &waiver.reason)
}

fn proof(regression: &Regression) -> Message {
    Message::new("register-proof")
        .with("scenario", &regression.scenario)
        .with("address", &regression.address)
        .with("red", &regression.red)
        .with("green", &regression.green)
}

/// Delivery, build, environment, run and time.
fn sighting(seen: &Sighting, words: &Words) -> String {
    let part = |key, value: &str| {
        let message = Message::new(key).with("value", value);
        (!value.is_empty()).then(|| words.text(&message))
    };
    let parts = [
        part("register-in-delivery", seen.delivery.as_deref().unwrap_or_default()),
        part("register-in-build", seen.build.as_deref().unwrap_or_default()),
        part("register-in-environment", &seen.environment),
        part("register-in-run", &seen.run),
        Some(time(seen.at)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// In Estonian time: `31.12.2026 14:05`.
fn time(at: jiff::Timestamp) -> String {
    let zone = TimeZone::get("Europe/Tallinn").unwrap_or(TimeZone::UTC);
    at.to_zoned(zone).strftime("%d.%m.%Y %H:%M").to_string()
}

fn steps(defect: &Defect) -> String {
    let mut text = String::new();
    for step in &defect.report.steps {
        text.push_str(&format!("{} {}\n", step.keyword, step.text));
        for row in &step.table {
            text.push_str(&format!("  | {} |\n", row.join(" | ")));
        }
        for line in step.doc_string.iter().flat_map(|doc| doc.lines()) {
            text.push_str(&format!("  {line}\n"));
        }
    }
    if text.is_empty() { text } else { block(&text) }
}

fn expected(defect: &Defect, words: &Words) -> String {
    let check = defect.report.check.as_ref().map(|check| inline(&words.text(check)) + "\n\n");
    let value = defect.report.expected.as_deref().map(block);
    check.unwrap_or_default() + &value.unwrap_or_default()
}

fn differences(defect: &Defect, words: &Words) -> String {
    if defect.report.differences.is_empty() {
        return String::new();
    }
    let head = ["register-path", "register-expected", "register-actual"].map(|key| words.word(key));
    let rows = defect.report.differences.iter().map(|one| {
        let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "—".to_owned());
        vec![one.path.clone(), value(&one.expected), value(&one.actual)]
    });
    table(&head, rows)
}

fn attachments(defect: &Defect) -> String {
    let line = |one: &crate::defect::AttachmentNote| {
        format!(
            "- {} ({}, {} B, SHA-256 {})\n",
            inline(&one.name),
            inline(&one.media_type),
            one.size,
            one.sha256
        )
    };
    defect.attachments.iter().map(line).collect()
}

fn happenings(history: &[Event], words: &Words) -> String {
    let line = |event: &Event| {
        let message = happening(&event.what);
        format!("- {} {}: {}\n", time(event.at), inline(&event.who), inline(&words.text(&message)))
    };
    history.iter().map(line).collect()
}

/// What happened, in one sentence.
pub fn happening(what: &What) -> Message {
    match what {
        What::Found(_) => Message::new("register-event-found"),
        What::Moved(moved) => way(moved),
        What::Assigned(one) => Message::new("register-event-assigned").with(
            "owner",
            [&one.party, &one.assignee]
                .into_iter()
                .flatten()
                .cloned()
                .collect::<Vec<_>>()
                .join(", "),
        ),
        What::Edited(_) => Message::new("register-event-edited"),
        What::Commented { text } => Message::new("register-event-commented").with("text", text),
        What::Attached(note) => Message::new("register-event-attached").with("name", &note.name),
        What::Waived { reason, until, .. } => Message::new("register-event-waived")
            .with("until", rakis_model::date::show(*until))
            .with("reason", reason),
        What::WaiverWithdrawn { reason } => {
            Message::new("register-event-waiver-withdrawn").with("reason", reason)
        }
        What::MergedInto { into } => Message::new("register-event-merged-into").with("id", into),
        What::TookOver { from, .. } => Message::new("register-event-took-over").with("id", from),
        What::SplitOff { into, .. } => Message::new("register-event-split-off").with("id", into),
        What::Retested(proof) => Message::new("register-event-retested")
            .with("run", &proof.green)
            .with("build", &proof.build),
        What::ScenarioRetired { title, reason, .. } => {
            Message::new("register-event-retired").with("scenario", title).with("reason", reason)
        }
        What::RunRecorded(run) => Message::new("register-event-run").with("run", &run.run.run),
    }
}

fn way(moved: &Moved) -> Message {
    let message = match (&moved.reason, &moved.run) {
        (Some(reason), _) => Message::new("register-event-moved-because").with("reason", reason),
        (None, Some(run)) => Message::new("register-event-moved-by-run").with("run", run),
        (None, None) => Message::new("register-event-moved"),
    };
    message.with("transition", &moved.transition).with("from", &moved.from).with("to", &moved.to)
}
