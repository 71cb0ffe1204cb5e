//! A transition that the procedure does not permit, and the ones it does.

use rakis_model::{Diagnostic, Message, suggest};

use super::Procedure;

/// A legal way out of a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// State it leads to.
    pub to: String,
    /// Name of the transition.
    pub transition: String,
    /// Roles that may take it; empty when only the program does.
    pub roles: Vec<String>,
}

/// Why a transition is not permitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Illegal {
    /// State the defect is in.
    pub state: String,
    /// State that was asked for.
    pub to: String,
    /// Who asked: a role or a person, as given.
    pub who: String,
    /// Is the state asked for in the procedure at all?
    pub known: bool,
    /// The nearest state that is, if it is not and one is near.
    pub nearest: Option<String>,
    /// What the one who asked may do instead.
    pub own: Vec<Way>,
    /// What only others, or the program, may do.
    pub others: Vec<Way>,
}

impl Illegal {
    pub(super) fn new(procedure: &Procedure, state: &str, to: &str, role: &str) -> Self {
        Self::of(procedure, [state, to, role], |roles| roles.iter().any(|one| one == role))
    }

    pub(super) fn for_person(procedure: &Procedure, state: &str, to: &str, who: &str) -> Self {
        Self::of(procedure, [state, to, who], |roles| {
            roles.iter().any(|role| procedure.has_role(who, role))
        })
    }

    fn of(
        procedure: &Procedure,
        [state, to, who]: [&str; 3],
        is_own: impl Fn(&[String]) -> bool,
    ) -> Self {
        let known = procedure.state(to).is_some();
        let names = procedure.states.iter().map(|one| one.name.as_str());
        let nearest = suggest::nearest(to, names).filter(|_| !known).map(str::to_owned);
        let ways = procedure.leading_from(state).map(|one| Way {
            to: one.to.clone(),
            transition: one.name.clone(),
            roles: one.roles.clone(),
        });
        let (own, others) = ways.partition(|way: &Way| is_own(&way.roles));
        Self {
            state: state.to_owned(),
            to: to.to_owned(),
            who: who.to_owned(),
            known,
            nearest,
            own,
            others,
        }
    }

    /// What is wrong, in one sentence.
    pub fn message(&self) -> Message {
        // Is the way there, but not for this one?
        let others_may = self.others.iter().any(|way| way.to == self.to);
        let key = match (self.known, others_may) {
            (false, _) => "procedure-unknown-target",
            (true, true) => "procedure-not-yours",
            (true, false) => "procedure-illegal",
        };
        let message = Message::new(key);
        message.with("from", &self.state).with("to", &self.to).with("who", &self.who)
    }

    /// What would be legal: one sentence each for the one who asked, for others, for the program.
    pub fn hints(&self) -> Vec<Message> {
        let mut hints = Vec::new();
        if let Some(near) = &self.nearest {
            hints.push(Message::new("did-you-mean").with("word", near));
        }
        let program: Vec<&Way> = self.others.iter().filter(|way| way.roles.is_empty()).collect();
        let people: Vec<&Way> = self.others.iter().filter(|way| !way.roles.is_empty()).collect();
        let own = self.own.iter().map(Way::named).collect::<Vec<_>>().join(", ");
        hints.push(match own.is_empty() {
            true => Message::new("procedure-legal-none").with("who", &self.who),
            false => Message::new("procedure-legal-own").with("who", &self.who).with("ways", own),
        });
        if !people.is_empty() {
            let ways = people.iter().map(|way| way.with_roles()).collect::<Vec<_>>().join(", ");
            hints.push(Message::new("procedure-legal-others").with("ways", ways));
        }
        if !program.is_empty() {
            let ways = program.iter().map(|way| way.named()).collect::<Vec<_>>().join(", ");
            hints.push(Message::new("procedure-legal-program").with("ways", ways));
        }
        hints
    }
}

impl Way {
    /// State and transition: `parandatud (märgi parandatuks)`.
    fn named(&self) -> String {
        format!("{} ({})", self.to, self.transition)
    }

    /// As [`Way::named`], and who may: `parandatud (märgi parandatuks; lahendaja, veahaldur)`.
    fn with_roles(&self) -> String {
        format!("{} ({}; {})", self.to, self.transition, self.roles.join(", "))
    }
}

impl From<Illegal> for Message {
    fn from(illegal: Illegal) -> Self {
        illegal.message()
    }
}

impl From<Illegal> for Diagnostic {
    fn from(illegal: Illegal) -> Self {
        illegal.hints().into_iter().fold(Self::error(illegal.message()), Self::hint)
    }
}
