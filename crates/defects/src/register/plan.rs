//! What a run means for the register: the events it makes, without writing any of them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};
use rakis_model::{
    Outcome,
    record::{DefectEffect, DefectNote, Run},
};

use super::{
    findings::{self, Failing, plain_outcome},
    ledger::Ledger,
    log::Head,
    rows::{self, Occurred},
    rules,
};
use crate::{
    build_order::BuildOrder,
    day::day,
    defect::{Defect, Regression, Sighting, Waiver},
    event::{Event, Found, Moved, PROGRAM, RunRecorded, What},
    fingerprint::scenario_key,
    phase_name::is_over,
    procedure::{Phase, Procedure, Trigger},
};

/// What is known before the run: of the log what concerns it.
pub(super) struct Known {
    pub(super) ledger: Ledger,
    pub(super) head: Head,
    /// Fingerprints by the scenarios in which defects that are not over were seen.
    pub(super) watched: BTreeMap<String, BTreeSet<String>>,
    /// Number of the last defect of this year.
    pub(super) last_number: i64,
}

/// What becomes of it.
pub(super) struct Plan<'a> {
    run: &'a Run,
    procedure: &'a Procedure,
    who: &'a str,
    now: Timestamp,
    today: Date,
    seen: Sighting,
    order: BuildOrder,
    known: Known,
    pub(super) events: Vec<Event>,
    pub(super) occurrences: Vec<Occurred>,
    /// What the run means for each defect; the first failure of it decides.
    effects: BTreeMap<String, DefectEffect>,
    counts: BTreeMap<String, i64>,
    marks: Vec<(usize, String, DefectEffect)>,
}

impl<'a> Plan<'a> {
    /// Goes through the run: failures first, for what came back cannot be proved fixed by it.
    pub(super) fn new(
        run: &'a Run,
        procedure: &'a Procedure,
        who: &'a str,
        now: Timestamp,
        known: Known,
    ) -> Self {
        let mut plan = Self {
            run,
            procedure,
            who,
            now,
            today: day(now),
            seen: findings::sighting(run),
            order: known.ledger.build_order(),
            known,
            events: Vec::new(),
            occurrences: Vec::new(),
            effects: BTreeMap::new(),
            counts: BTreeMap::new(),
            marks: Vec::new(),
        };
        for failing in findings::failing(run) {
            plan.failed(&failing);
        }
        plan.passes();
        plan
    }

    /// The tables' view after the run, and the end of the chain.
    pub(super) fn into_known(self) -> (Ledger, Head) {
        (self.known.ledger, self.known.head)
    }

    fn failed(&mut self, failing: &Failing) {
        let print = &failing.fingerprint.strict;
        let own = match self.known.ledger.defect_of(print) {
            Some(defect) => Some(defect.id.clone()),
            None if failing.deviation => Some(self.open(failing)),
            None => None,
        };
        if let Some(id) = &own {
            let effect = self.effect(id);
            let effect = self.covered(id, effect, failing.symptom.as_deref());
            self.marks.push((failing.position, id.clone(), effect));
            *self.counts.entry(id.clone()).or_default() += 1;
            self.occurrences.push(findings::occurred(self.run, failing));
        }
        for masked in self.open_in(&failing.scenario) {
            if Some(&masked) != own.as_ref() {
                self.marks.push((failing.position, masked, DefectEffect::Masked));
            }
        }
    }

    /// The open defects that were seen in a scenario.
    fn open_in(&self, scenario: &str) -> BTreeSet<String> {
        let prints = self.known.watched.get(scenario).into_iter().flatten();
        let defects = prints.filter_map(|print| self.known.ledger.defect_of(print));
        let open = |one: &&Defect| !is_over(one.phase) && one.phase != Phase::Confirmed;
        defects.filter(open).map(|one| one.id.clone()).collect()
    }

    fn open(&mut self, failing: &Failing) -> String {
        self.known.last_number += 1;
        let id = rows::id(i64::from(self.today.year()), self.known.last_number);
        let case = &self.run.cases[failing.position];
        let report = findings::report(self.run, case);
        let first = self.procedure.initial();
        let requirement = report.requirement.as_deref();
        let route = self.procedure.route(&report.system, &report.area, requirement);
        let found = Found {
            state: first.name.clone(),
            phase: first.phase,
            procedure: self.procedure.revision,
            severity: Some(route.severity.clone()),
            priority: None,
            competence: Some(route.competence.clone()),
            party: Some(route.party.clone()),
            assignee: route.assignee.clone(),
            fingerprint: Some(failing.fingerprint.clone()),
            scenario: Some(failing.scenario.clone()),
            symptom: failing.symptom.clone(),
            evidence: findings::evidence(case),
            split: None,
            report,
        };
        self.happen(Some(&id), What::Found(Box::new(found)));
        self.effects.insert(id.clone(), DefectEffect::Opened);
        id
    }

    fn happen(&mut self, defect: Option<&str>, what: What) {
        let defect = defect.map(str::to_owned);
        let event = self.known.head.link(defect, self.now, (self.who, PROGRAM), what);
        self.known.ledger.apply(&event, &self.occurrences);
        self.events.push(event);
    }

    /// What the run means for a defect that one of its scenarios failed by.
    fn effect(&mut self, id: &str) -> DefectEffect {
        if let Some(effect) = self.effects.get(id) {
            return *effect;
        }
        let effect = self.first_effect(id);
        self.effects.insert(id.to_owned(), effect);
        effect
    }

    fn first_effect(&mut self, id: &str) -> DefectEffect {
        let Some(defect) = self.known.ledger.defects.get(id) else { return DefectEffect::Seen };
        let older = self.is_before_fix(defect);
        let triggers = match defect.phase {
            Phase::New | Phase::Open | Phase::Waiting => return self.open_effect(defect),
            Phase::Fixed if older => return self.open_effect(defect),
            _ if older => return DefectEffect::OlderBuild,
            Phase::Fixed | Phase::Confirmed => [Trigger::RetestFailed, Trigger::Recurred],
            Phase::Closed | Phase::Dismissed => [Trigger::Recurred, Trigger::RetestFailed],
        };
        let way =
            triggers.into_iter().find_map(|one| self.procedure.by_trigger(&defect.state, one));
        let Some(way) = way else { return DefectEffect::Seen };
        let moved = self.step(&defect.state, way);
        self.happen(Some(id), What::Moved(Box::new(moved)));
        DefectEffect::Reopened
    }

    fn step(&self, from: &str, way: &crate::procedure::Transition) -> Moved {
        let mut moved = rules::step(self.procedure, from, way);
        moved.run = Some(self.seen.run.clone());
        moved.delivery.clone_from(&self.seen.delivery);
        moved
    }

    /// Was a build before the fix tested? Not when either build is unknown: what differs counts.
    fn is_before_fix(&self, defect: &Defect) -> bool {
        match (&self.seen.build, &defect.fixed_in) {
            (Some(build), Some(fixed)) => !self.order.has_fix(build, fixed),
            _ => false,
        }
    }

    fn open_effect(&self, defect: &Defect) -> DefectEffect {
        match self.waiver(defect) {
            Some(waiver) if waiver.in_force(self.today) => DefectEffect::Known,
            Some(_) => DefectEffect::WaiverExpired,
            None => DefectEffect::Seen,
        }
    }

    /// A waiver covers the failures that its giver could have seen. Of one defect some may be covered
    /// and others not.
    fn covered(&self, id: &str, effect: DefectEffect, symptom: Option<&str>) -> DefectEffect {
        let waiver = self.known.ledger.defects.get(id).and_then(|one| self.waiver(one));
        match effect {
            DefectEffect::Known if !waiver.is_some_and(|one| one.covers(symptom)) => {
                DefectEffect::NotCovered
            }
            other => other,
        }
    }

    /// Its waiver, unless it has become too severe for one.
    fn waiver<'d>(&self, defect: &'d Defect) -> Option<&'d Waiver> {
        let severity = self.procedure.severity(defect.severity.as_deref()?)?;
        defect.waiver.as_ref().filter(|_| severity.waivable)
    }

    fn passes(&mut self) {
        if self.known.watched.is_empty() {
            return;
        }
        let mut passed: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut otherwise = BTreeSet::new();
        for (position, case) in self.run.cases.iter().enumerate() {
            let key = scenario_key(case);
            match plain_outcome(case.outcome) {
                Outcome::Passed => passed.entry(key).or_default().push(position),
                Outcome::Skipped | Outcome::NotRun => {}
                _ => drop(otherwise.insert(key)),
            }
        }
        // A scenario that stands twice in a run passes when both do.
        passed.retain(|key, _| self.known.watched.contains_key(key) && !otherwise.contains(key));
        let mut proofs: BTreeMap<String, Vec<(String, usize)>> = BTreeMap::new();
        for (key, positions) in passed {
            for print in self.known.watched[&key].clone() {
                self.pass(&key, &positions, &print, &mut proofs);
            }
        }
        for (id, greens) in proofs {
            self.retested(&id, &greens);
        }
    }

    /// A scenario in which a defect was seen has passed.
    fn pass(
        &mut self,
        key: &str,
        positions: &[usize],
        print: &str,
        proofs: &mut BTreeMap<String, Vec<(String, usize)>>,
    ) {
        let Some(defect) = self.known.ledger.defect_of(print) else { return };
        let id = defect.id.clone();
        let claimed = matches!(defect.phase, Phase::Fixed | Phase::Confirmed);
        let suspect = positions.iter().any(|at| {
            findings::requirement(self.run, &self.run.cases[*at]).is_some_and(|(_, r)| r.suspect)
        });
        if claimed && self.proves_fix(defect) {
            if !suspect {
                proofs.entry(id).or_default().push((print.to_owned(), positions[0]));
                self.green(key, positions[0], print);
            }
        } else if !is_over(defect.phase)
            && defect.phase != Phase::Confirmed
            && self.effects.get(&id) != Some(&DefectEffect::Reopened)
        {
            let marks = positions.iter().map(|at| (*at, id.clone(), DefectEffect::UnexpectedPass));
            self.marks.extend(marks);
        }
    }

    /// A pass proves a fix only in a build that has it, and both builds are known.
    fn proves_fix(&self, defect: &Defect) -> bool {
        let builds = self.seen.build.as_ref().zip(defect.fixed_in.as_ref());
        builds.is_some_and(|(build, fixed)| self.order.has_fix(build, fixed))
    }

    /// Keeps the first pass since the failure; later ones prove nothing more.
    fn green(&mut self, key: &str, position: usize, print: &str) {
        let standing = self.known.ledger.scenarios.get(&(print.to_owned(), key.to_owned()));
        let has_fix = |build: &String| {
            let fixed = self.known.ledger.defect_of(print).and_then(|one| one.fixed_in.as_ref());
            fixed.is_some_and(|fixed| self.order.has_fix(build, fixed))
        };
        let green = standing.and_then(|one| one.green.as_ref());
        if !green.is_some_and(|(_, build, _)| has_fix(build)) {
            let key = key.to_owned();
            self.occurrences.push(findings::green(self.run, position, print, key));
        }
    }

    /// Scenarios of a defect passed in a build with the fix: were these the last that had to?
    fn retested(&mut self, id: &str, greens: &[(String, usize)]) {
        let mut effect = DefectEffect::RetestPassed;
        if let Some(regression) = self.all_green(id, greens) {
            let Some(defect) = self.known.ledger.defects.get(id) else { return };
            let state = defect.state.clone();
            if defect.regression.is_none() {
                self.happen(Some(id), What::Retested(regression));
            }
            if let Some(way) = self.procedure.by_trigger(&state, Trigger::RetestPassed) {
                let moved = self.step(&state, way);
                self.happen(Some(id), What::Moved(Box::new(moved)));
            }
            if self.complete(id) {
                effect = DefectEffect::Closed;
            }
        }
        let marks: BTreeSet<_> = greens.iter().map(|(_, at)| *at).collect();
        self.marks.extend(marks.into_iter().map(|at| (at, id.to_owned(), effect)));
    }

    /// The proof, when every scenario of the defect has passed since the fix.
    fn all_green(&self, id: &str, greens: &[(String, usize)]) -> Option<Regression> {
        let defect = self.known.ledger.defects.get(id)?;
        let fixed = defect.fixed_in.as_ref()?;
        let now_green = |key: &(String, String)| {
            greens
                .iter()
                .any(|(print, at)| *print == key.0 && scenario_key(&self.run.cases[*at]) == key.1)
        };
        let mut proof = None;
        for (key, standing) in &self.known.ledger.scenarios {
            if standing.retired || !defect.fingerprints.contains(&key.0) {
                continue;
            }
            let before =
                standing.green.as_ref().is_some_and(|(_, b, _)| self.order.has_fix(b, fixed));
            if now_green(key) {
                proof = proof.or(Some(standing));
            } else if !before {
                return None;
            }
        }
        proof.map(|standing| Regression {
            scenario: standing.title.clone(),
            address: standing.address.clone(),
            red: standing.red_run.clone(),
            green: self.seen.run.clone(),
            build: self.seen.build.clone().unwrap_or_default(),
            delivery: self.seen.delivery.clone(),
        })
    }

    fn complete(&mut self, id: &str) -> bool {
        let defect = self.known.ledger.defects.get(id);
        let Some(mut moved) = defect.and_then(|one| rules::completion(self.procedure, one)) else {
            return false;
        };
        moved.run = Some(self.seen.run.clone());
        moved.delivery.clone_from(&self.seen.delivery);
        self.happen(Some(id), What::Moved(Box::new(moved)));
        true
    }

    /// What to say of single scenarios, in the order of the record.
    pub(super) fn notes(&self) -> Vec<DefectNote> {
        let note = |(case, id, effect): &(usize, String, DefectEffect)| {
            let defect = self.known.ledger.defects.get(id)?;
            Some(DefectNote {
                case: *case,
                defect: id.clone(),
                title: defect.report.title.clone(),
                state: defect.state.clone(),
                owner: defect.owner(),
                severity: defect.severity.clone(),
                waived_until: self.waiver(defect).map(|waiver| waiver.until.to_string()),
                effect: *effect,
            })
        };
        let mut notes: Vec<_> = self.marks.iter().filter_map(note).collect();
        notes.sort_by(|a, b| (a.case, a.effect, &a.defect).cmp(&(b.case, b.effect, &b.defect)));
        notes
    }

    /// Ends the plan with the event of the run itself.
    pub(super) fn finish(&mut self, record: String, notes: &[DefectNote]) -> RunRecorded {
        let mut counts: BTreeMap<String, i64> = BTreeMap::new();
        for case in &self.run.cases {
            let name = serde_json::to_value(plain_outcome(case.outcome)).unwrap_or_default();
            *counts.entry(name.as_str().unwrap_or_default().to_owned()).or_default() += 1;
        }
        let finished = Timestamp::from_nanosecond(self.run.finished.nanos()).unwrap_or_default();
        let recorded = RunRecorded {
            run: self.seen.clone(),
            project: self.run.info.project.clone(),
            finished: super::log::micros(finished),
            counts,
            record,
            rows: i64::try_from(self.occurrences.len()).unwrap_or(i64::MAX),
            digest: rows::digest(&self.occurrences),
            notes: crate::canonical::hash(&notes),
            seen: self.counts.clone(),
        };
        self.happen(None, What::RunRecorded(Box::new(recorded.clone())));
        recorded
    }
}
