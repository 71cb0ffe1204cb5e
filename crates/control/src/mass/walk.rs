//! Persons with their entries, side by side through both sorted files.

use std::{cmp::Ordering, ops::Range};

use rakis_model::PersonalCode;

use super::{
    fault::{Fault, Which, Wrong},
    lines::{Lines, Opened},
    parse::{self, Entry, Person},
};

pub(super) const PERSONS_HEADER: &str = "isikukood;staaz_1998;ii_sammas;liik";
pub(super) const ENTRIES_HEADER: &str = "isikukood;aasta;liik;summa";

/// A part of both files with the same persons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) persons: Range<u64>,
    pub(super) entries: Range<u64>,
}

/// A person's entries of a year, summed: P of VVm 10.01.2002 nr 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct YearSum {
    pub(super) year: u16,
    pub(super) cents: i64,
}

/// How many rows were met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Met {
    pub(super) persons: u64,
    pub(super) entries: u64,
    /// Entries of the year of calculation or later.
    pub(super) later: u64,
}

/// The walk.
pub(super) struct Walk<'w> {
    persons: Lines,
    entries: Lines,
    /// Entries of this year and later do not count.
    until: u16,
    accepts: &'w (dyn Fn(&PersonalCode) -> bool + Sync),
    /// The entry read ahead.
    ahead: Option<Entry>,
    /// The code of the first person.
    pub(super) first: Option<u64>,
    /// The person now.
    pub(super) person: Person,
    /// Their years that count, ascending.
    pub(super) sums: Vec<YearSum>,
    pub(super) met: Met,
}

impl<'w> Walk<'w> {
    /// A walk through a part.
    pub(super) fn new(
        files: (Opened, Opened),
        part: &Part,
        until: u16,
        accepts: &'w (dyn Fn(&PersonalCode) -> bool + Sync),
    ) -> Result<Self, Fault> {
        let mut walk = Self {
            persons: Lines::new(files.0, part.persons.clone(), 1)?,
            entries: Lines::new(files.1, part.entries.clone(), 1)?,
            until,
            accepts,
            ahead: None,
            first: None,
            person: Person::default(),
            sums: Vec::new(),
            met: Met::default(),
        };
        walk.ahead = walk.next_entry((0, 0))?;
        Ok(walk)
    }

    /// Goes to the next person; `false` after the last one.
    pub(super) fn advance(&mut self) -> Result<bool, Fault> {
        if !self.next_person()? {
            return match self.ahead {
                Some(entry) => Err(entry_fault(&entry, Wrong::UnknownPerson)),
                None => Ok(false),
            };
        }
        self.first.get_or_insert(self.person.code);
        self.met.persons += 1;
        self.take_entries()?;
        Ok(true)
    }

    /// Looks at the rows of each file by itself: a person who stands at the wrong place would else
    /// be told as an unknown one.
    pub(super) fn check_each(mut self) -> Result<(), Fault> {
        while self.next_person()? {}
        while let Some(entry) = self.ahead {
            self.ahead = self.next_entry((entry.code, entry.year))?;
        }
        Ok(())
    }

    /// Reads the next person, who must stand after the one now.
    fn next_person(&mut self) -> Result<bool, Fault> {
        let number = self.persons.line + 1;
        let Some(line) = self.persons.next()? else { return Ok(false) };
        let (person, code) = parse::person(line, number)?;
        let fault = |wrong| Err(Fault::new(Which::Persons, number, 1, wrong));
        match person.code.cmp(&self.person.code) {
            Ordering::Less => return fault(Wrong::Unsorted),
            Ordering::Equal => return fault(Wrong::Twice),
            Ordering::Greater => {}
        }
        if !(self.accepts)(&code) {
            return fault(Wrong::NotSynthetic);
        }
        self.person = person;
        Ok(true)
    }

    /// Sums the entries of the person now.
    fn take_entries(&mut self) -> Result<(), Fault> {
        self.sums.clear();
        while let Some(entry) = self.ahead {
            match entry.code.cmp(&self.person.code) {
                Ordering::Less => return Err(entry_fault(&entry, Wrong::UnknownPerson)),
                Ordering::Greater => break,
                Ordering::Equal => {}
            }
            self.add(&entry)?;
            self.ahead = self.next_entry((entry.code, entry.year))?;
        }
        Ok(())
    }

    fn add(&mut self, entry: &Entry) -> Result<(), Fault> {
        self.met.entries += 1;
        if entry.year >= self.until {
            self.met.later += 1;
            return Ok(());
        }
        match self.sums.last_mut() {
            Some(sum) if sum.year == entry.year => {
                sum.cents = sum
                    .cents
                    .checked_add(entry.cents)
                    .ok_or_else(|| entry_fault(entry, Wrong::Overflow))?;
            }
            _ => self.sums.push(YearSum { year: entry.year, cents: entry.cents }),
        }
        Ok(())
    }

    /// The next entry, which must not be before this one.
    fn next_entry(&mut self, before: (u64, u16)) -> Result<Option<Entry>, Fault> {
        let number = self.entries.line + 1;
        let Some(line) = self.entries.next()? else { return Ok(None) };
        let entry = parse::entry(line, number)?;
        if (entry.code, entry.year) < before {
            return Err(entry_fault(&entry, Wrong::Unsorted));
        }
        Ok(Some(entry))
    }

    /// Something wrong with the person now.
    pub(super) const fn fault(&self, wrong: Wrong) -> Fault {
        Fault::new(Which::Persons, self.person.line, 1, wrong)
    }
}

const fn entry_fault(entry: &Entry, wrong: Wrong) -> Fault {
    Fault::new(Which::Entries, entry.line, 1, wrong)
}
