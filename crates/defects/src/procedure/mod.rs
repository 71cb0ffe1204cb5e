//! The agreed procedure (menetluskord): states, transitions, roles, times, routing. It is data.

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
}

/// What a state means to the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nobody has judged it yet.
    New,
    /// Somebody has to do something.
    Open,
    /// Waits for somebody outside; clocks may pause.
    Waiting,
    /// Said to be fixed in a build; waits for its re-test.
    Fixed,
    /// Re-tested, it passed; waits for what closing needs.
    Confirmed,
    /// Closed for good, until it returns.
    Closed,
    /// No defect after all: not a defect, a duplicate, a fault of the test.
    Dismissed,
}

/// A state of a defect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Its name, which is also what commands take: `registreeritud`.
    pub name: String,
    /// What it means to the program.
    pub phase: Phase,
    /// Does the clock to the first reaction run here?
    pub reaction_runs: bool,
    /// Does the clock to the fix run here?
    pub fix_runs: bool,
}

/// What the program itself may do without a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trigger {
    /// The scenario passed in a build at or after the fix.
    RetestPassed,
    /// The scenario failed in a build at or after the fix, before the defect was closed.
    RetestFailed,
    /// A closed or dismissed defect was seen again in a build at or after the fix.
    Recurred,
    /// Everything that closing needs is there.
    Complete,
}

/// What a transition asks for beside the right role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// A sentence that says why.
    Reason,
    /// A severity.
    Severity,
    /// A priority.
    Priority,
    /// A party, and so somebody to mend it.
    Party,
    /// A person.
    Assignee,
    /// The build the fix is or will be in.
    FixedIn,
    /// A class of cause and a sentence about it.
    Cause,
    /// A scenario that failed before the fix and passed after it: both runs are in the register.
    Regression,
    /// A defect it is a duplicate of.
    Duplicate,
}

/// A permitted way from one state to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transition {
    /// Its name for people: `võta töösse`.
    pub name: String,
    /// States it leads from.
    pub from: Vec<String>,
    /// State it leads to.
    pub to: String,
    /// Names of the roles that may take it; empty when only the program does.
    pub roles: Vec<String>,
    /// What it asks for.
    pub needs: Vec<Need>,
    /// When the program takes it by itself.
    pub trigger: Option<Trigger>,
}

/// A role and the people who have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its name: `veahaldur`.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Who has it; `*` stands for anybody.
    pub members: Vec<String>,
}

/// A class of something, with its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// Its name: `kood`.
    pub name: String,
    /// What it means.
    pub description: String,
}

/// A severity with the times agreed for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Severity {
    /// Its name: `kriitiline`.
    pub name: String,
    /// What it means.
    pub description: String,
    /// Minutes until somebody must have reacted.
    pub reaction_minutes: i64,
    /// Minutes until it must be fixed.
    pub fix_minutes: i64,
    /// Do the minutes count around the clock, or only in working time?
    pub around_the_clock: bool,
    /// May a defect of this severity be waived?
    pub waivable: bool,
}

/// Somebody who mends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Its name: `TEHIK`.
    pub name: String,
    /// Of the own house, of the state, or by contract, in words.
    pub description: String,
    /// Where it is told.
    pub contact: String,
}

/// One rule of routing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// System it fits, any when absent: `STAR`.
    pub system: Option<String>,
    /// Area it fits, any when absent: `rights`.
    pub area: Option<String>,
    /// Requirement or specification whose id begins so, any when absent.
    pub requirement: Option<String>,
    /// The competence asked for: `õiguste haldus`.
    pub competence: String,
    /// Party that gets it.
    pub party: String,
    /// Person it goes to at first, if agreed.
    pub assignee: Option<String>,
    /// Severity it begins with.
    pub severity: String,
}

/// When and by whom a defect may be waived, so that a delivery may pass with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaiverRule {
    /// Roles that may waive.
    pub roles: Vec<String>,
    /// The longest a waiver may last, in days.
    pub longest_days: i64,
}
