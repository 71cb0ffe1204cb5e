//! The procedure for the terminal: of each state what leads out, who may take it, what it needs.

use rakis_model::{Message, words::Words};

use super::{
    ClockKind, Need, Phase, Procedure, State, Transition, Trigger, mermaid::AUTOMATIC,
    word::written,
};

/// Narrower than this, columns would be of no use.
const NARROWEST: usize = 40;

/// Lines of at most `width` signs (but never less than 40), a word longer than that excepted.
pub fn text(procedure: &Procedure, width: usize, words: &Words) -> String {
    let width = width.max(NARROWEST);
    let parts: Vec<String> =
        procedure.states.iter().map(|one| state(procedure, one, width, words)).collect();
    parts.join("\n")
}

fn state(procedure: &Procedure, state: &State, width: usize, words: &Words) -> String {
    let language = words.language();
    let phase = written(&Phase::WORDS, &state.phase, language);
    let mut lines = wrapped(&format!("{} [{phase}]", state.name), "", "    ", width);
    if !state.description.is_empty() {
        lines.extend(wrapped(&state.description, "    ", "    ", width));
    }
    if !state.phase.is_done() {
        lines.extend(wrapped(&clocks(state, words), "    ", "    ", width));
    }
    for one in procedure.leading_from(&state.name) {
        let first = format!("  → {}: ", one.to);
        lines.extend(wrapped(&transition(one, words), &first, "      ", width));
    }
    lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
}

fn clocks(state: &State, words: &Words) -> String {
    let running = [(ClockKind::Reaction, state.reaction_runs), (ClockKind::Fix, state.fix_runs)];
    let running: Vec<&str> = running
        .iter()
        .filter(|(_, runs)| *runs)
        .map(|(kind, _)| written(&ClockKind::WORDS, kind, words.language()))
        .collect();
    match running.is_empty() {
        true => words.word("procedure-text-no-clock"),
        false => {
            words.text(&Message::new("procedure-text-clocks").with("clocks", running.join(", ")))
        }
    }
}

/// `sulge (veahaldur); nõuab: põhjus`
fn transition(one: &Transition, words: &Words) -> String {
    let mark = if one.trigger.is_some() { AUTOMATIC } else { "" };
    let mut text = format!("{mark}{}", one.name);
    if !one.roles.is_empty() {
        text.push_str(&format!(" ({})", one.roles.join(", ")));
    }
    if let Some(trigger) = &one.trigger {
        let trigger = written(&Trigger::WORDS, trigger, words.language());
        let message = Message::new("procedure-text-trigger").with("trigger", trigger);
        text.push_str(&format!("; {}", words.text(&message)));
    }
    if !one.needs.is_empty() {
        let needs: Vec<&str> =
            one.needs.iter().map(|need| written(&Need::WORDS, need, words.language())).collect();
        let message = Message::new("procedure-text-needs").with("needs", needs.join(", "));
        text.push_str(&format!("; {}", words.text(&message)));
    }
    text
}

/// Lines within the width; the first begins with `first`, the others with `rest`.
fn wrapped(text: &str, first: &str, rest: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = first.to_owned();
    let mut begun = false;
    for word in text.split_whitespace() {
        let length = line.chars().count() + usize::from(begun) + word.chars().count();
        if begun && length > width {
            lines.push(std::mem::replace(&mut line, rest.to_owned()));
            begun = false;
        }
        if begun {
            line.push(' ');
        }
        line.push_str(word);
        begun = true;
    }
    lines.push(line);
    lines
}
