//! The defects that can be switched on, one at a time, to test the tester: each states which criterion must catch it.
//!
//! The rules ask `call.fault("…")` at the one place a defect would sit. The question also compares the system, so a fault
//! of STAR never shows in SKAIS.

mod classifiers;
mod mass_calculation;
mod rights;

use std::sync::LazyLock;

use crate::system::System;

/// One defect that can be switched on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// The name given to [`crate::Options::fault`], `<area>.<what goes wrong>`.
    pub name: &'static str,
    /// The area of the suite, as in its folders: `rights`, `classifiers`, `mass_calculation`.
    pub area: &'static str,
    /// `STAR` or `SKAIS`.
    pub system: &'static str,
    /// The acceptance criterion that must fail while the fault is on, `STAR-2026-01.1 a`.
    pub criterion: &'static str,
    /// What goes wrong, in Estonian.
    pub description_et: &'static str,
    /// What goes wrong, in English.
    pub description_en: &'static str,
}

/// A fault of STAR.
const fn star(
    name: &'static str,
    criterion: &'static str,
    et: &'static str,
    en: &'static str,
) -> Fault {
    of("STAR", name, criterion, et, en)
}

/// A fault of SKAIS.
const fn skais(
    name: &'static str,
    criterion: &'static str,
    et: &'static str,
    en: &'static str,
) -> Fault {
    of("SKAIS", name, criterion, et, en)
}

/// The area is what stands before the point of the name.
const fn of(
    system: &'static str,
    name: &'static str,
    criterion: &'static str,
    description_et: &'static str,
    description_en: &'static str,
) -> Fault {
    let mut point = 0;
    while name.as_bytes()[point] != b'.' {
        point += 1;
    }
    let (area, _) = name.split_at(point);
    Fault { name, area, system, criterion, description_et, description_en }
}

/// Every fault there is, in the order of the criteria.
#[must_use]
pub fn faults() -> &'static [Fault] {
    static ALL: LazyLock<Vec<Fault>> = LazyLock::new(|| {
        [&rights::FAULTS[..], &classifiers::FAULTS, &mass_calculation::FAULTS].concat()
    });
    &ALL
}

/// The fault that is on, if any.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ActiveFault(Option<&'static Fault>);

impl ActiveFault {
    /// Finds a fault by its name; `None` when there is no such fault.
    pub(crate) fn named(name: &str) -> Option<Self> {
        faults().iter().find(|fault| fault.name == name).map(|fault| Self(Some(fault)))
    }

    /// Whether this fault is on and concerns this system.
    pub(crate) fn is(self, name: &str, system: System) -> bool {
        self.0.is_some_and(|fault| fault.name == name && fault.system == system.name())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::faults;

    #[test]
    fn names_are_unique_and_begin_with_their_area() {
        let names: BTreeSet<_> = faults().iter().map(|fault| fault.name).collect();
        assert_eq!(names.len(), faults().len());
        for fault in faults() {
            assert!(fault.name.starts_with(&format!("{}.", fault.area)), "{}", fault.name);
            assert!(fault.criterion.starts_with(&format!("{}-", fault.system)), "{}", fault.name);
            assert!(
                fault.description_et.ends_with('.') && fault.description_en.ends_with('.'),
                "{}",
                fault.name
            );
        }
    }
}
