//! The agreed procedure (menetluskord): states, transitions, roles, times, routing. It is data.

mod check;
mod class;
mod clocks;
mod escalation;
mod illegal;
mod lookup;
mod mermaid;
mod party;
mod read;
mod role;
mod severity;
mod state;
mod text;
mod transition;
mod waiver;
mod word;

pub use class::Class;
pub use clocks::{Clock, Clocks};
pub use escalation::{ClockKind, Escalation};
pub use illegal::{Illegal, Way};
pub use mermaid::mermaid;
pub use party::{Party, Route};
pub use role::{ANYBODY, Role};
pub use severity::Severity;
pub use state::{Phase, State};
pub use text::text;
pub use transition::{Need, Transition, Trigger};
pub use waiver::WaiverRule;
pub use word::Word;

use crate::WorkingTime;

/// The whole procedure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Procedure {
    /// Title for people.
    pub title: String,
    /// Revision, as the authors count it; kept with each event it allowed.
    pub revision: i64,
    /// States; the first is where every defect begins.
    pub states: Vec<State>,
    /// What may lead from state to state.
    pub transitions: Vec<Transition>,
    /// Who may do something.
    pub roles: Vec<Role>,
    /// Severity classes, worst first.
    pub severities: Vec<Severity>,
    /// Priorities, most urgent first.
    pub priorities: Vec<Class>,
    /// Classes of causes, of which closing names one.
    pub causes: Vec<Class>,
    /// Who mends: own team, TEHIK, contractors.
    pub parties: Vec<Party>,
    /// Which party gets what; the first that fits wins, the last fits everything.
    pub routes: Vec<Route>,
    /// When a defect may be waived.
    pub waiver: WaiverRule,
    /// Roles that may approve snapshots; when none is named, any role that is not everybody's.
    pub approvers: Vec<String>,
    /// When people work, so when the clocks of most severities run.
    pub working_time: WorkingTime,
    /// Who is told how far a clock has run, lowest share first.
    pub escalation: Vec<Escalation>,
}
