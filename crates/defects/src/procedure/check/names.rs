//! Names: each is there once, and what is named is there.

use rakis_model::{Message, Place, Problems, suggest};

use super::error;
use crate::procedure::read::{At, Listed, Written, WrittenTransition};

pub(super) fn check(written: &Written, problems: &mut Problems) {
    once(written, problems);
    let states = Known::of(&written.states, |one| &one.value.name, "procedure-unknown-state");
    let roles = Known::of(&written.roles, |one| &one.value.name, "procedure-unknown-role");
    let parties = Known::of(&written.parties, |one| &one.value.name, "procedure-unknown-party");
    let severities =
        Known::of(&written.severities, |one| &one.severity.name, "procedure-unknown-severity");
    for transition in &written.transitions.items {
        states.check(&transition.from, problems);
        states.check(std::slice::from_ref(&transition.to), problems);
        roles.check(&transition.roles, problems);
    }
    for route in &written.routes.items {
        parties.check_one(&route.route.party, &route.party, problems);
        severities.check_one(&route.route.severity, &route.severity, problems);
    }
    if let Some(waiver) = &written.waiver {
        roles.check(&waiver.roles, problems);
    }
    roles.check(&written.approvers, problems);
    for level in &written.escalation.items {
        roles.check(&level.roles, problems);
    }
}

/// Does every transition lead from somewhere, and is every state that it names there?
pub(super) fn ways_are_known(written: &Written) -> bool {
    let known = |name: &At<String>| super::state(written, &name.value).is_some();
    let way = |one: &WrittenTransition| {
        !one.from.is_empty() && one.from.iter().chain([&one.to]).all(known)
    };
    written.transitions.items.iter().all(way)
}

/// The names of one kind.
struct Known<'w> {
    names: Vec<&'w str>,
    /// Could all of them be read? If not, an unknown name is no news.
    whole: bool,
    key: &'static str,
}

impl<'w> Known<'w> {
    fn of<T>(listed: &'w Listed<T>, name: impl Fn(&'w T) -> &'w String, key: &'static str) -> Self {
        let names = listed.items.iter().map(|one| name(one).as_str()).collect();
        Self { names, whole: listed.whole, key }
    }

    fn check(&self, named: &[At<String>], problems: &mut Problems) {
        for one in named {
            self.check_one(&one.value, &one.place, problems);
        }
    }

    fn check_one(&self, name: &str, place: &Place, problems: &mut Problems) {
        if !self.whole || self.names.contains(&name) {
            return;
        }
        let diagnostic = error(Message::new(self.key).with("name", name), place);
        problems.push(match suggest::nearest(name, self.names.iter().copied()) {
            Some(near) => diagnostic.hint(Message::new("did-you-mean").with("word", near)),
            None => {
                let all =
                    Message::new("procedure-known-words").with("words", self.names.join(", "));
                diagnostic.hint(all)
            }
        });
    }
}

/// No name stands twice among its kind.
fn once(written: &Written, problems: &mut Problems) {
    fn named<'w, T>(items: &'w [At<T>], name: impl Fn(&'w T) -> &'w String) -> Vec<Named<'w>> {
        items.iter().map(|one| (name(&one.value).as_str(), &one.place)).collect()
    }
    type Named<'w> = (&'w str, &'w Place);
    let transitions = written.transitions.items.iter();
    let severities = written.severities.items.iter();
    let kinds = [
        named(&written.states.items, |one| &one.name),
        transitions.map(|one| (one.name.value.as_str(), &one.name.place)).collect(),
        named(&written.roles.items, |one| &one.name),
        severities.map(|one| (one.severity.name.as_str(), &one.name)).collect(),
        named(&written.priorities.items, |one| &one.name),
        named(&written.causes.items, |one| &one.name),
        named(&written.parties.items, |one| &one.name),
    ];
    for names in kinds {
        for (index, (name, place)) in names.iter().enumerate() {
            if let Some((_, first)) = names[..index].iter().find(|(other, _)| other == name) {
                problems.push(
                    error(Message::new("procedure-twice").with("name", name), place)
                        .related((*first).clone(), Message::new("procedure-first-here")),
                );
            }
        }
    }
}
