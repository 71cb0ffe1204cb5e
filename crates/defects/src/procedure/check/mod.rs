//! Whether a procedure holds together. Every check tells all it finds; one that would only repeat
//! what another has told (a way over a state that is not there) stays silent.

mod graph;
mod names;
mod people;
mod routes;
mod transitions;
mod triggers;

use rakis_model::{Diagnostic, Message, Place, Problems};

use super::{Phase, State, read::Written};

/// All checks.
pub(super) fn check(written: &Written, problems: &mut Problems) {
    names::check(written, problems);
    transitions::check(written, problems);
    people::check(written, problems);
    routes::check(written, problems);
    // What follows looks at ways through the whole procedure.
    if written.states.whole && written.transitions.whole && names::ways_are_known(written) {
        graph::check(written, problems);
        triggers::check(written, problems);
    }
}

/// A state by its name.
fn state<'w>(written: &'w Written, name: &str) -> Option<&'w State> {
    written.states.items.iter().map(|one| &one.value).find(|one| one.name == name)
}

/// The phase of a state by its name.
fn phase(written: &Written, name: &str) -> Option<Phase> {
    state(written, name).map(|one| one.phase)
}

fn error(message: Message, place: &Place) -> Diagnostic {
    Diagnostic::error(message).at(place.clone())
}
