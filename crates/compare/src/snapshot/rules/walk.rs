//! Following all rules' paths at once on the way down a document.

use rakis_model::{Failure, Message};

use super::{Edge, Place, Rule, Rules, Step};

/// A place of a document: which rules are how far along their paths.
#[derive(Clone, Debug)]
pub(crate) struct At<'r> {
    rules: &'r Rules,
    /// Rule and how many of its steps are taken.
    active: Vec<(usize, usize)>,
}

/// Which rules applied to anything.
#[derive(Clone, Debug)]
pub(crate) struct Used(Vec<bool>);

impl Used {
    /// None yet.
    pub(crate) fn none(rules: &Rules) -> Self {
        Self(vec![false; rules.entries().len()])
    }

    /// This one did.
    pub(crate) fn note(&mut self, rule: usize) {
        self.0[rule] = true;
    }

    /// Fields of those that did not.
    pub(crate) fn unused(&self, rules: &Rules) -> Vec<String> {
        let entries = rules.entries().iter().zip(&self.0);
        entries.filter(|(_, used)| !**used).map(|(entry, _)| entry.field.clone()).collect()
    }
}

impl<'r> At<'r> {
    /// The whole document.
    pub(crate) fn start(rules: &'r Rules) -> Self {
        let mut at = Self { rules, active: Vec::new() };
        for (rule, _) in rules.entries().iter().enumerate() {
            at.reach(rule, 0);
        }
        at
    }

    /// One step further down.
    pub(crate) fn go(&self, edge: Edge<'_>) -> Self {
        let mut next = Self { rules: self.rules, active: Vec::new() };
        for &(rule, taken) in &self.active {
            match self.steps(rule).get(taken) {
                Some(Step::Deep) => next.reach(rule, taken),
                Some(step) if step.takes(edge) => next.reach(rule, taken + 1),
                _ => {}
            }
        }
        next
    }

    /// Can no rule apply here or below?
    pub(crate) fn is_idle(&self) -> bool {
        self.active.is_empty()
    }

    /// The rule of this very place, with its number.
    ///
    /// # Errors
    /// [`Failure`] of kind invalid when two rules name it: neither may win in silence.
    pub(crate) fn rule(&self) -> Result<Option<(usize, &'r Rule)>, Box<Failure>> {
        let mut ended = self.ended();
        let first = ended.next();
        if let (Some(first), Some(second)) = (first, ended.next()) {
            let field = |rule: usize| self.rules.entries()[rule].field.clone();
            let message = Message::new("compare-rules-overlap")
                .with("first", field(first))
                .with("second", field(second));
            return Err(Box::new(Failure::invalid(message)));
        }
        Ok(first.map(|rule| (rule, &self.rules.entries()[rule].rule)))
    }

    /// The rule of this very place, where an overlap was refused before.
    pub(crate) fn known(&self) -> Option<&'r Rule> {
        self.ended().next().map(|rule| &self.rules.entries()[rule].rule)
    }

    fn ended(&self) -> impl Iterator<Item = usize> {
        let ended = |&(rule, taken): &(usize, usize)| taken == self.steps(rule).len();
        self.active.iter().filter(move |one| ended(one)).map(|&(rule, _)| rule)
    }

    fn steps(&self, rule: usize) -> &'r [Step] {
        match &self.rules.entries()[rule].place {
            Place::Path(steps) => steps,
            Place::Lines(_) => &[],
        }
    }

    /// Notes how far a rule came; what may be skipped is also taken as skipped.
    fn reach(&mut self, rule: usize, taken: usize) {
        if self.active.contains(&(rule, taken)) {
            return;
        }
        self.active.push((rule, taken));
        if self.steps(rule).get(taken) == Some(&Step::Deep) {
            self.reach(rule, taken + 1);
        }
    }
}
