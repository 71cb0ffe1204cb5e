//! Both files cut into parts at the same persons, worked on by several threads, taken in order.
//!
//! The cuts are found by bisection, which is right only when the files are sorted. When they are
//! not, the walk through a part, or the order of the parts' persons, shows it; then all is walked
//! again by one thread, so that the first wrong line is told, with its number.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, sync_channel},
    },
    thread,
};

use super::{
    Files, Pass, Settings,
    fault::{Fault, Which, Wrong},
    lines::Opened,
    parse,
    walk::{ENTRIES_HEADER, PERSONS_HEADER, Part, Walk},
};

/// Bytes of entries in a part.
const PART: u64 = 8 * 1024 * 1024;
/// Bytes of persons in a part, when few have entries.
const PART_OF_PERSONS: u64 = 1024 * 1024;

/// The two large files, and where to cut them.
#[derive(Debug)]
pub(super) struct Chunks {
    files: Arc<Files>,
    persons: Opened,
    entries: Opened,
    parts: Vec<Part>,
}

/// What a thread does with a part: `keep` is false when the results are not wanted.
pub(super) trait Work: Sync {
    /// What a part gives.
    type Result: Send;

    /// Walks to the end.
    fn run(&self, walk: &mut Walk<'_>, keep: bool) -> Result<Self::Result, Fault>;
}

/// What a part gave, with its first and last person.
struct Worked<T> {
    result: T,
    persons: Option<(u64, u64)>,
}

impl Chunks {
    /// Opens the files and finds the cuts.
    pub(super) fn new(files: &Arc<Files>) -> Result<Self, Fault> {
        Self::with_parts_of(files, PART, PART_OF_PERSONS)
    }

    /// With parts of this many bytes; for tests, of a few lines.
    pub(super) fn with_parts_of(
        files: &Arc<Files>,
        entry_bytes: u64,
        person_bytes: u64,
    ) -> Result<Self, Fault> {
        let persons = Opened::open(Which::Persons, &files.persons, PERSONS_HEADER)?;
        let entries = Opened::open(Which::Entries, &files.entries, ENTRIES_HEADER)?;
        let mut chunks = Self { files: Arc::clone(files), persons, entries, parts: Vec::new() };
        let length = |opened: &Opened| opened.body.end - opened.body.start;
        let count = (length(&chunks.entries) / entry_bytes)
            .max(length(&chunks.persons) / person_bytes)
            .max(1);
        chunks.cut(count)?;
        Ok(chunks)
    }

    fn cut(&mut self, count: u64) -> Result<(), Fault> {
        let (persons, entries) = (self.persons.body.clone(), self.entries.body.clone());
        let step = ((persons.end - persons.start) / count).max(1);
        let mut from = (persons.start, entries.start);
        for number in 1..count {
            let at = persons.start + step * number;
            let Some((start, line)) = self.persons.line_from(at)? else { break };
            // What is no code here will be told with its line.
            let Some(code) = code_of(&line) else { continue };
            let entry = first_at_least(&mut self.entries, code)?;
            if start > from.0 && entry >= from.1 {
                self.parts.push(Part { persons: from.0..start, entries: from.1..entry });
                from = (start, entry);
            }
        }
        self.parts.push(Part { persons: from.0..persons.end, entries: from.1..entries.end });
        Ok(())
    }

    /// The part of one person, if the files are sorted and have them.
    pub(super) fn part_of(&mut self, code: u64) -> Result<Part, Fault> {
        let persons =
            first_at_least(&mut self.persons, code)?..first_at_least(&mut self.persons, code + 1)?;
        let entries =
            first_at_least(&mut self.entries, code)?..first_at_least(&mut self.entries, code + 1)?;
        Ok(Part { persons, entries })
    }

    /// All of both files.
    pub(super) fn whole(&self) -> Part {
        Part { persons: self.persons.body.clone(), entries: self.entries.body.clone() }
    }

    /// Handles of their own.
    pub(super) fn opened(&self) -> Result<(Opened, Opened), Fault> {
        Ok((self.persons.again(&self.files.persons)?, self.entries.again(&self.files.entries)?))
    }

    /// Works on all parts; `take` gets the results in the order of persons.
    pub(super) fn run<W: Work>(
        &self,
        settings: &Settings<'_>,
        pass: Pass,
        work: &W,
        mut take: impl FnMut(W::Result) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let stop = AtomicBool::new(false);
        let worked = thread::scope(|scope| {
            let jobs = settings.jobs.clamp(1, self.parts.len());
            let results: Vec<Receiver<_>> = (0..jobs)
                .map(|job| {
                    // One result waits, one is made: memory does not grow with the population.
                    let (give, get) = sync_channel(1);
                    let stop = &stop;
                    scope.spawn(move || {
                        for part in self.parts.iter().skip(job).step_by(jobs) {
                            let worked = self.work(settings, work, part);
                            let failed = worked.is_err();
                            if stop.load(Ordering::Relaxed) || give.send(worked).is_err() || failed
                            {
                                break;
                            }
                        }
                    });
                    get
                })
                .collect();
            let taken = self.take_all(settings, pass, &results, &mut take);
            stop.store(true, Ordering::Relaxed);
            // A thread that waits to give its result must not wait for ever.
            drop(results);
            taken
        });
        match worked {
            // The lines of a part are numbered from its beginning.
            Err(fault) if fault.line > 0 => {
                let changed = || Fault::new(fault.which, 0, 0, Wrong::Changed);
                Err(self.first_fault(settings, work).unwrap_or_else(changed))
            }
            worked => worked,
        }
    }

    fn take_all<T>(
        &self,
        settings: &Settings<'_>,
        pass: Pass,
        results: &[Receiver<Result<Worked<T>, Fault>>],
        take: &mut impl FnMut(T) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let all = self.entries.body.end - self.entries.body.start;
        let mut last = 0;
        for (number, part) in self.parts.iter().enumerate() {
            let worked = results[number % results.len()].recv();
            let lost = || Fault::new(Which::Entries, 0, 0, Wrong::Changed);
            let worked = worked.map_err(|_| lost())??;
            if let Some((first, until)) = worked.persons {
                if first <= last {
                    return Err(Fault::new(Which::Persons, 1, 1, Wrong::Unsorted));
                }
                last = until;
            }
            take(worked.result)?;
            if !(settings.watch)(pass, part.entries.end - self.entries.body.start, all) {
                return Err(Fault::new(Which::Entries, 0, 0, Wrong::Stopped));
            }
        }
        Ok(())
    }

    fn work<W: Work>(
        &self,
        settings: &Settings<'_>,
        work: &W,
        part: &Part,
    ) -> Result<Worked<W::Result>, Fault> {
        let mut walk = Walk::new(self.opened()?, part, settings.year, settings.accepts)?;
        let result = work.run(&mut walk, true)?;
        let persons = walk.first.map(|first| (first, walk.person.code));
        Ok(Worked { result, persons })
    }

    /// The first thing wrong, with its line: rows by themselves, then persons with their entries.
    fn first_fault<W: Work>(&self, settings: &Settings<'_>, work: &W) -> Option<Fault> {
        let walk = || Walk::new(self.opened()?, &self.whole(), settings.year, settings.accepts);
        let each = walk().and_then(Walk::check_each);
        each.and_then(|()| walk()).and_then(|mut walk| work.run(&mut walk, false)).err()
    }
}

fn code_of(line: &[u8]) -> Option<u64> {
    parse::code(line.get(..11)?)
}

/// Where the first line begins whose code is this or a greater one.
fn first_at_least(opened: &mut Opened, code: u64) -> Result<u64, Fault> {
    let (mut low, mut high) = (opened.body.start, opened.body.end);
    while low < high {
        let middle = low + (high - low) / 2;
        let below = match opened.line_from(middle)? {
            Some((_, line)) => code_of(&line).is_some_and(|found| found < code),
            None => false,
        };
        if below {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(opened.line_from(low)?.map_or(opened.body.end, |(start, _)| start))
}
