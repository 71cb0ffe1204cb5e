//! The procedure as a picture: a Mermaid state diagram, which GitLab, GitHub and the console draw.

use super::{Procedure, State, Transition};

/// Marks what the program does by itself; such a diagram has no dashed lines.
pub(super) const AUTOMATIC: &str = "⚙ ";

/// A state diagram with the names of the file; the same procedure always gives the same text.
pub fn mermaid(procedure: &Procedure) -> String {
    let states = &procedure.states;
    let mut text = String::from("stateDiagram-v2\n");
    for (index, state) in states.iter().enumerate() {
        text.push_str(&format!("    state \"{}\" as s{index}\n", escaped(&state.name)));
    }
    if !states.is_empty() {
        text.push_str("    [*] --> s0\n");
    }
    for (from, state) in states.iter().enumerate() {
        for (to, target) in states.iter().enumerate() {
            let labels = labels(procedure, state, target);
            if !labels.is_empty() {
                text.push_str(&format!("    s{from} --> s{to} : {labels}\n"));
            }
        }
        if state.phase.is_final() {
            text.push_str(&format!("    s{from} --> [*]\n"));
        }
    }
    text
}

/// One arrow for all transitions between two states: `sulge (veahaldur)`.
fn labels(procedure: &Procedure, from: &State, to: &State) -> String {
    let between = procedure.leading_from(&from.name).filter(|one| one.to == to.name);
    between.map(label).collect::<Vec<_>>().join("<br/>")
}

fn label(transition: &Transition) -> String {
    let mark = if transition.trigger.is_some() { AUTOMATIC } else { "" };
    let roles = match transition.roles.is_empty() {
        true => String::new(),
        false => format!(" ({})", transition.roles.join(", ")),
    };
    escaped(&format!("{mark}{}{roles}", transition.name))
}

/// Signs that mean something to Mermaid, as its entities.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '"' | '#' | ':' | ';' | '<' | '>' | '{' | '}' | '%' | '\\' => {
                safe.push_str(&format!("#{};", u32::from(sign)));
            }
            _ if sign.is_control() => safe.push(' '),
            _ => safe.push(sign),
        }
    }
    safe
}
