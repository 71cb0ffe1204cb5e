//! Everything that follows from the log, folded from its events.
//!
//! The same fold writes the tables when something happens, on the few rows it concerns, and
//! rebuilds them all when the register is verified; so the tables are what the log says.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    rows::{self, Counted, Known, Occurred, Standing},
    table::{Row, Table, Work},
    tables,
};
use crate::{
    build_order::BuildOrder,
    day::day,
    defect::{Defect, comes_back},
    event::{Event, Found, RunRecorded, Share, What},
    phase_name::is_over,
};

/// A fold of events, whole or of what an operation concerns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ledger {
    pub(super) defects: BTreeMap<String, Defect>,
    pub(super) fingerprints: BTreeMap<String, Known>,
    pub(super) scenarios: BTreeMap<(String, String), Standing>,
    pub(super) builds: BTreeMap<String, i64>,
    pub(super) changes: BTreeMap<i64, Counted>,
    touched: Touched,
}

/// Rows that differ from what the tables hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Touched {
    defects: BTreeSet<String>,
    fingerprints: BTreeSet<String>,
    scenarios: BTreeSet<(String, String)>,
    builds: BTreeSet<String>,
}

impl Ledger {
    /// Takes an event in; `occurrences` are the rows of the run, when it records one.
    pub(super) fn apply(&mut self, event: &Event, occurrences: &[Occurred]) {
        self.count(event);
        match &event.what {
            What::RunRecorded(recorded) => return self.run(event, recorded, occurrences),
            What::Found(found) => self.found(event, found),
            What::Moved(moved) => {
                if let Some(build) = &moved.fixed_in {
                    self.heard(build);
                }
            }
            What::TookOver { share, .. } => self.take_over(event, share),
            What::ScenarioRetired { scenario, .. } => self.retire(event, scenario),
            _ => {}
        }
        let Some(id) = &event.defect else { return };
        if let Some(defect) = self.defects.get_mut(id) {
            defect.apply(event);
            self.touched.defects.insert(id.clone());
        }
    }

    fn found(&mut self, event: &Event, found: &Found) {
        let Some(id) = &event.defect else { return };
        self.defects.insert(id.clone(), Defect::found(id, event.at, found));
        self.touched.defects.insert(id.clone());
        if let Some((_, share)) = &found.split {
            self.take_over(event, share);
        } else if let Some(print) = &found.fingerprint {
            let known = Known {
                alg: print.alg,
                loose: print.loose.clone(),
                symptom: found.symptom.clone(),
                defect: id.clone(),
            };
            self.fingerprints.insert(print.strict.clone(), known);
            self.touched.fingerprints.insert(print.strict.clone());
            if let Some(scenario) = &found.scenario {
                let key = (print.strict.clone(), scenario.clone());
                let standing = Standing {
                    title: found.report.scenario.clone(),
                    address: found.report.address.clone(),
                    red_run: found.report.found_in.run.clone(),
                    green: None,
                    retired: false,
                };
                self.touched.scenarios.insert(key.clone());
                self.scenarios.insert(key, standing);
            }
        }
    }

    fn take_over(&mut self, event: &Event, share: &Share) {
        let Some(id) = &event.defect else { return };
        for print in &share.fingerprints {
            if let Some(known) = self.fingerprints.get_mut(print) {
                known.defect.clone_from(id);
                self.touched.fingerprints.insert(print.clone());
            }
        }
    }

    fn retire(&mut self, event: &Event, scenario: &str) {
        let defect = event.defect.as_ref().and_then(|id| self.defects.get(id));
        for print in defect.iter().flat_map(|defect| &defect.fingerprints) {
            let key = (print.clone(), scenario.to_owned());
            if let Some(standing) = self.scenarios.get_mut(&key) {
                standing.retired = true;
                self.touched.scenarios.insert(key);
            }
        }
    }

    fn run(&mut self, event: &Event, recorded: &RunRecorded, occurrences: &[Occurred]) {
        if let Some(build) = &recorded.run.build {
            self.heard(build);
        }
        for id in recorded.seen.keys() {
            if let Some(defect) = self.defects.get_mut(id) {
                defect.apply(event);
                self.touched.defects.insert(id.clone());
            }
        }
        for one in occurrences {
            let key = (one.fingerprint.clone(), one.scenario.clone());
            self.touched.scenarios.insert(key.clone());
            let standing = self.scenarios.entry(key).or_default();
            standing.title.clone_from(&one.title);
            standing.address.clone_from(&one.address);
            if one.passed {
                let build = one.build.clone().unwrap_or_default();
                standing.green = Some((one.run.clone(), build, one.delivery.clone()));
            } else {
                standing.red_run.clone_from(&one.run);
                standing.green = None;
                standing.retired = false;
            }
        }
    }

    pub(super) fn heard(&mut self, build: &str) {
        if !self.builds.contains_key(build) {
            let next = self.builds.values().max().copied().unwrap_or_default() + 1;
            self.builds.insert(build.to_owned(), next);
            self.touched.builds.insert(build.to_owned());
        }
    }

    /// What trends count of an event; told before the defect takes it in.
    fn count(&mut self, event: &Event) {
        let Some(id) = &event.defect else { return };
        let Some(mut counted) = self.weighed(id, &event.what) else { return };
        counted.defect.clone_from(id);
        counted.day = day(event.at).to_string();
        self.changes.insert(event.seq, counted);
    }

    fn weighed(&self, id: &str, what: &What) -> Option<Counted> {
        let before = self.defects.get(id).map(|defect| defect.phase);
        match (what, before) {
            (What::Found(found), _) => Some(Counted {
                delivery: found.report.found_in.delivery.clone(),
                opened: 1,
                balance: 1,
                ..Counted::default()
            }),
            (What::Moved(moved), Some(before)) => {
                let balance = i64::from(is_over(before)) - i64::from(is_over(moved.phase));
                let reopened = i64::from(comes_back(before, moved.phase));
                let closed = i64::from(balance < 0);
                let delivery = moved.delivery.clone();
                let counted = Counted { delivery, closed, reopened, balance, ..Counted::default() };
                (closed + reopened + balance.abs() > 0).then_some(counted)
            }
            (What::MergedInto { .. }, Some(before)) if !is_over(before) => {
                Some(Counted { closed: 1, balance: -1, ..Counted::default() })
            }
            _ => None,
        }
    }

    /// The order of the builds heard of so far.
    pub(super) fn build_order(&self) -> BuildOrder {
        BuildOrder::new(self.builds.clone())
    }

    /// The defect a fingerprint counts for: the one it belongs to, or the one that repeats.
    pub(super) fn defect_of(&self, fingerprint: &str) -> Option<&Defect> {
        let mut defect = self.defects.get(&self.fingerprints.get(fingerprint)?.defect)?;
        // A chain of duplicates is followed to its end; a circle cannot be made, but is not trusted.
        for _ in 0..self.defects.len() {
            let Some(original) = defect.duplicate_of.as_ref().and_then(|id| self.defects.get(id))
            else {
                break;
            };
            defect = original;
        }
        Some(defect)
    }

    /// Writes every row that has changed since it was read.
    pub(super) async fn flush(&mut self, work: &mut Work) -> Result<(), sqlx::Error> {
        for (table, rows) in self.take_touched() {
            table.put(work, &rows).await?;
        }
        Ok(())
    }

    fn take_touched(&mut self) -> Vec<(&'static Table, Vec<Row>)> {
        let touched = std::mem::take(&mut self.touched);
        let changes = std::mem::take(&mut self.changes);
        let defects = touched.defects.iter().filter_map(|id| self.defects.get(id));
        let prints = touched.fingerprints.iter();
        let prints = prints.filter_map(|key| Some(self.fingerprints.get(key)?.row(key)));
        let scenarios = touched.scenarios.iter();
        let scenarios = scenarios.filter_map(|key| Some(self.scenarios.get(key)?.row(key)));
        let builds = touched.builds.iter();
        let builds = builds.filter_map(|name| Some(build_row(name, *self.builds.get(name)?)));
        vec![
            (&tables::DEFECTS, defects.map(rows::defect_row).collect()),
            (&tables::FINGERPRINTS, prints.collect()),
            (&tables::SCENARIOS, scenarios.collect()),
            (&tables::BUILDS, builds.collect()),
            (&tables::CHANGES, changes.iter().map(|(seq, one)| one.row(*seq)).collect()),
        ]
    }

    /// Every row as the tables should hold it.
    pub(super) fn into_rows(mut self) -> Vec<(&'static Table, Vec<Row>)> {
        self.touched = Touched {
            defects: self.defects.keys().cloned().collect(),
            fingerprints: self.fingerprints.keys().cloned().collect(),
            scenarios: self.scenarios.keys().cloned().collect(),
            builds: self.builds.keys().cloned().collect(),
        };
        self.take_touched()
    }
}

fn build_row(name: &str, heard: i64) -> Row {
    vec![name.into(), heard.into()]
}
