//! The clocks of a defect, computed from its history whenever somebody asks; nothing is stored.

use jiff::Timestamp;

use super::{ClockKind, Escalation, Phase, Procedure, Severity};
use crate::working_time::{plain_due, plain_elapsed};

/// Both clocks of a defect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clocks<'p> {
    /// To the first reaction.
    pub reaction: Clock<'p>,
    /// To the fix.
    pub fix: Clock<'p>,
}

/// A clock, at the moment asked about. Times are minutes: of working time, or around the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock<'p> {
    /// Minutes agreed.
    pub goal: i64,
    /// Minutes that have run.
    pub used: i64,
    /// Minutes left; below zero by how much it is overdue.
    pub left: i64,
    /// When the time is up, or was; none while it stands and time is left.
    pub due: Option<Timestamp>,
    /// Does it stand for a while?
    pub paused: bool,
    /// Since when it stands because what it waited for is done.
    pub stopped: Option<Timestamp>,
    /// Has more than the agreed time run, be it done since or not?
    pub overdue: bool,
    /// The highest level of escalation reached; none once it has stopped.
    pub escalation: Option<&'p Escalation>,
}

/// What a state does to a clock.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Effect {
    Runs,
    #[default]
    Pauses,
    Stops,
}

/// A clock on its way through the history.
#[derive(Default)]
struct Run {
    used: i64,
    /// When the time was up, if it has been.
    due: Option<Timestamp>,
    stopped: Option<Timestamp>,
    /// What the latest state does to it.
    effect: Effect,
    /// Since when it has been in that state.
    latest: Timestamp,
}

impl Procedure {
    /// The clocks of a defect of this severity. `history` tells, in order, since when it has been
    /// in which state; the first is when it was found. What came after `now` does not count, so
    /// that the clocks of an earlier moment can be asked for.
    ///
    /// The reaction clock stops for good in the first state where it does not run and nobody
    /// outside is waited for. The fix clock stops when the fix is said to be there, and runs on if
    /// the defect comes back. In a state this revision does not know, both run.
    pub fn clocks<S: AsRef<str>>(
        &self,
        severity: &Severity,
        history: &[(Timestamp, S)],
        now: Timestamp,
    ) -> Clocks<'_> {
        Clocks {
            reaction: self.clock(ClockKind::Reaction, severity, history, now),
            fix: self.clock(ClockKind::Fix, severity, history, now),
        }
    }

    fn clock<S: AsRef<str>>(
        &self,
        kind: ClockKind,
        severity: &Severity,
        history: &[(Timestamp, S)],
        now: Timestamp,
    ) -> Clock<'_> {
        let goal = match kind {
            ClockKind::Reaction => severity.reaction_minutes,
            ClockKind::Fix => severity.fix_minutes,
        };
        let Run { used, mut due, stopped, effect, latest } =
            self.run((kind, goal), severity, history, now);
        if due.is_none() && effect == Effect::Runs {
            due = self.due(severity, latest.max(now), goal - used);
        }
        let escalation = stopped.is_none().then(|| self.reached(kind, used, goal)).flatten();
        Clock {
            goal,
            used,
            left: goal - used,
            due,
            paused: effect == Effect::Pauses,
            stopped,
            overdue: used > goal,
            escalation,
        }
    }

    /// Lets a clock run through the history.
    fn run<S: AsRef<str>>(
        &self,
        (kind, goal): (ClockKind, i64),
        severity: &Severity,
        history: &[(Timestamp, S)],
        now: Timestamp,
    ) -> Run {
        let mut run = Run::default();
        for (index, (since, state)) in history.iter().enumerate() {
            if index > 0 && *since > now {
                break;
            }
            // A log written by two machines may step back a little; time does not.
            let since = run.latest.max(*since);
            run.latest = since;
            run.effect = self.effect(kind, state.as_ref());
            run.stopped = (run.effect == Effect::Stops).then(|| run.stopped.unwrap_or(since));
            if run.effect == Effect::Runs {
                let until = history.get(index + 1).map_or(now, |(next, _)| (*next).min(now));
                let ran = self.elapsed(severity, since, until);
                if run.used < goal && run.used + ran >= goal {
                    run.due = self.due(severity, since, goal - run.used);
                }
                run.used += ran;
            }
            if kind == ClockKind::Reaction && run.stopped.is_some() {
                break;
            }
        }
        run
    }

    fn effect(&self, kind: ClockKind, state: &str) -> Effect {
        let Some(state) = self.state(state) else { return Effect::Runs };
        let (runs, stops) = match kind {
            ClockKind::Reaction => (state.reaction_runs, state.phase != Phase::Waiting),
            ClockKind::Fix => (state.fix_runs, state.phase.is_done()),
        };
        match (runs, stops) {
            (true, _) => Effect::Runs,
            (false, true) => Effect::Stops,
            (false, false) => Effect::Pauses,
        }
    }

    fn elapsed(&self, severity: &Severity, from: Timestamp, to: Timestamp) -> i64 {
        match severity.around_the_clock {
            true => plain_elapsed(from, to),
            false => self.working_time.elapsed(from, to),
        }
    }

    fn due(&self, severity: &Severity, from: Timestamp, minutes: i64) -> Option<Timestamp> {
        match severity.around_the_clock {
            true => plain_due(from, minutes),
            false => self.working_time.due(from, minutes),
        }
    }

    /// The highest level this clock has reached.
    fn reached(&self, kind: ClockKind, used: i64, goal: i64) -> Option<&Escalation> {
        let reached = |one: &&Escalation| {
            i128::from(used) * 100 >= i128::from(goal) * i128::from(one.percent)
        };
        let levels = self.escalation.iter().filter(|one| one.is_about(kind));
        levels.filter(reached).max_by_key(|one| one.percent)
    }
}
