//! The whole reconciliation: look at both files, fit them together, compare, tell.

use std::{
    collections::BTreeSet,
    fs::File,
    sync::atomic::{AtomicU64, Ordering::Relaxed},
};

use rakis_model::Message;

use super::{
    Encoding, Error, Kind, Options, Outcome, Problem, Progress, Source, Table, Total, Work,
    cut::{Cutter, Frames, Input},
    duplicates,
    finding::{Log, Raw},
    layout::{self, Hand, Layout},
    left::{self, Left},
    parts,
    problem::Problems,
    report, right,
    rows::{Letters, NUMBER_HINT, Shared},
    scan, sniff,
    tally::Tally,
};

/// A note on a column that holds a text only after so many rows: somebody will miss its sum.
const ROWS_BEFORE_NOTE: u64 = 12;

/// Why a comparison stopped.
enum Stop {
    Error(Error),
    /// This table is in windows-1257, which its beginning did not show.
    Again(Hand),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

/// Compares two tables by their key; left is what was expected, right what was found.
///
/// # Errors
/// [`Error::Input`] with all mistakes of the tables or the wishes; [`Error::File`] when a file
/// cannot be read or written. The file of differences is then not made.
pub fn reconcile(
    left: &Source,
    right: &Source,
    options: &Options,
    progress: Progress<'_>,
) -> Result<Outcome, Error> {
    let mut proven = [None, None];
    loop {
        match attempt([left, right], proven, options, progress) {
            Ok(outcome) => return Ok(outcome),
            Err(Stop::Error(error)) => return Err(error),
            // Each table at most once: then its encoding is no guess any more.
            Err(Stop::Again(hand)) => proven[hand as usize] = Some(Encoding::Windows1257),
        }
    }
}

/// What has come together of all parts.
struct Sums {
    left: Tally,
    right: Tally,
    /// Of the right table's rows that were looked at: where texts and unclear numbers stand.
    looked_at: Tally,
    rows: [u64; 2],
    matched: u64,
    twice: BTreeSet<Vec<u8>>,
    work: Work,
}

fn attempt(
    sources: [&Source; 2],
    proven: [Option<Encoding>; 2],
    options: &Options,
    progress: Progress<'_>,
) -> Result<Outcome, Stop> {
    let problems = Problems::new(options.first);
    let names = sources.map(|source| source.name.as_str());
    let left = sniff::sniff(sources[0], Hand::Left, proven[0], &problems)?;
    let right = sniff::sniff(sources[1], Hand::Right, proven[1], &problems)?;
    let layout = match (left, right) {
        (Some(left), Some(right)) => layout::build(names, [left, right], options, &problems),
        _ => None,
    };
    problems.check(&options.redactor)?;
    let layout = layout.ok_or_else(|| Error::file(names[0], &""))?;
    let mut sizes = [0, 0];
    for (size, source) in sizes.iter_mut().zip(sources) {
        *size = source.open().and_then(|file| file.metadata()).map_or(0, |data| data.len());
    }
    let count = parts::count(sizes[0], options.memory);
    let (done, total) = (AtomicU64::new(0), (sizes[0] + sizes[1]) * if count > 1 { 2 } else { 1 });
    let advance = |bytes| {
        let now = done.fetch_add(bytes, Relaxed) + bytes;
        progress(now, total.max(now));
    };
    let letters = [Letters::default(), Letters::default()];
    let shared =
        Shared { layout: &layout, options, problems: &problems, letters, progress: &advance };
    let log = Log::new(&options.scratch).map_err(|error| scratch(options, &error))?;
    let sums = all(&shared, sources, count, &log)?;
    odd(&shared, [&sums.left, &sums.looked_at]);
    problems.check(&options.redactor)?;
    Ok(outcome(&shared, sums, log)?)
}

fn scratch(options: &Options, error: &dyn std::fmt::Display) -> Error {
    Error::file(&options.scratch.to_string_lossy(), error)
}

/// Compares the tables at once, or part by part.
fn all(shared: &Shared<'_>, sources: [&Source; 2], count: usize, log: &Log) -> Result<Sums, Stop> {
    let (layout, options) = (shared.layout, shared.options);
    let whole = |hand: Hand| {
        let (source, side) = (sources[hand as usize], &layout.sides[hand as usize]);
        let cutter = source.open().and_then(|file| {
            Cutter::new(file, side.sniffed.body, side.sniffed.delimiter, source.row_offset)
        });
        cutter.map(Input::Csv).map_err(|error| Error::file(&side.name, &error))
    };
    let mut sums = Sums {
        left: Tally::new(layout, Hand::Left),
        right: Tally::new(layout, Hand::Right),
        looked_at: Tally::new(layout, Hand::Right),
        rows: [0, 0],
        matched: 0,
        twice: BTreeSet::new(),
        work: Work::default(),
    };
    if count <= 1 {
        one(shared, &whole, log, &mut sums)?;
        return Ok(sums);
    }
    let (left, right) = std::thread::scope(|scope| {
        let part = |hand| parts::part(shared, whole(hand)?, hand, count);
        let right = scope.spawn(move || part(Hand::Right));
        let left = part(Hand::Left);
        let right = right.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        (left, right)
    });
    let (left, right) = (left?, right?);
    check_letters(shared, Hand::Left)?;
    check_letters(shared, Hand::Right)?;
    for (left, right) in left.iter().zip(&right) {
        let part = |hand| {
            let file: &File = if hand == Hand::Left { left } else { right };
            let frames = file.try_clone().and_then(Frames::new);
            frames.map(Input::Parted).map_err(|error| scratch(options, &error))
        };
        one(shared, &part, log, &mut sums)?;
    }
    Ok(sums)
}

/// Compares one part.
fn one(
    shared: &Shared<'_>,
    input: &dyn Fn(Hand) -> Result<Input, Error>,
    log: &Log,
    sums: &mut Sums,
) -> Result<(), Stop> {
    let options = shared.options;
    let left = left::read(shared, input(Hand::Left)?)?;
    check_letters(shared, Hand::Left)?;
    let thorough = shared.problems.any() || left.tally.any_odd();
    let mut right = right::read(shared, input(Hand::Right)?, &left, thorough, log)?;
    check_letters(shared, Hand::Right)?;
    sums.rows[0] += left.rows;
    sums.rows[1] += right.rows;
    sums.left.merge(&left.tally, 1, options);
    sums.looked_at.merge(&right.looked_at, 1, options);
    sums.right.merge(&right.looked_at, 1, options);
    if !thorough {
        // A row of the same bytes as its partner has the partner's numbers.
        sums.right.merge(&left.tally, 1, options);
        sums.right.merge(&right.replaced, -1, options);
        sums.right.merge(&unclaimed(shared, &left), -1, options);
    }
    let failed = |error: std::io::Error| scratch(options, &error);
    log.after(&missing(shared, &left)).map_err(failed)?;
    sums.matched += left.index.matched();
    if !shared.problems.any() && duplicates::any(&left, &mut right) {
        let found = duplicates::find(shared, input(Hand::Right)?, &left, &mut right)?;
        let mut bytes = Vec::new();
        found.iter().for_each(|raw| raw.write(&mut bytes));
        log.after(&bytes).map_err(failed)?;
        duplicates::keys(&found, &mut sums.twice);
    }
    sums.work += left.work;
    sums.work += right.work;
    Ok(())
}

/// A guess of UTF-8 that fits nothing beyond ASCII was wrong.
fn check_letters(shared: &Shared<'_>, hand: Hand) -> Result<(), Stop> {
    let sniffed = &shared.layout.sides[hand as usize].sniffed;
    let letters = &shared.letters[hand as usize];
    let wrong = letters.broken.load(Relaxed) && !letters.wide.load(Relaxed);
    if wrong && sniffed.encoding_guessed && sniffed.encoding == Encoding::Utf8 {
        return Err(Stop::Again(hand));
    }
    Ok(())
}

/// The rows of the left table whose key the right one lacks.
fn missing(shared: &Shared<'_>, left: &Left) -> Vec<u8> {
    let side = &shared.layout.sides[Hand::Left as usize];
    let mut found = Vec::new();
    for position in left.index.unseen() {
        let mut raw = Raw { left_rows: vec![left.store.number(position)], ..Raw::default() };
        left::key_at(&left.store, side, position, &mut raw.key);
        raw.write(&mut found);
    }
    found
}

/// Sums of the left table's rows that no row of the right one stands for.
fn unclaimed(shared: &Shared<'_>, left: &Left) -> Tally {
    let side = &shared.layout.sides[Hand::Left as usize];
    let mut tally = Tally::new(shared.layout, Hand::Left);
    let mut cells = Vec::new();
    for position in left.index.unclaimed().into_iter().chain(left.twice.iter().copied()) {
        let row = left.store.row(position);
        let quoted = left.store.block(position).quoted;
        if scan::split(row, side.sniffed.delimiter, quoted, &mut cells).is_ok() {
            tally.row(0, row, &cells, 1, shared.options);
        }
    }
    tally
}

/// In a column of numbers, what looks like a number and is none is a mistake.
fn odd(shared: &Shared<'_>, tallies: [&Tally; 2]) {
    for (at, pair) in shared.layout.pairs.iter().enumerate() {
        let columns = tallies.map(|tally| &tally.columns[at]);
        let text = columns.iter().any(|column| column.text.is_some());
        if pair.kind != Kind::Auto || text || columns.iter().all(|column| column.numbers == 0) {
            continue;
        }
        for (hand, column) in [Hand::Left, Hand::Right].into_iter().zip(columns) {
            let side = &shared.layout.sides[hand as usize];
            let index = if hand == Hand::Left { pair.left } else { pair.right };
            let name = &side.sniffed.header[index];
            for (row, value) in &column.odd {
                let message = Message::new("compare-rec-number").with("value", value);
                let problem = Problem::new(&side.name, message.with("column", name)).row(*row);
                let problem = problem.column(name).hint(Message::new(NUMBER_HINT));
                shared.problems.add(hand, index, problem);
            }
            shared.problems.count(column.odd_count - column.odd.len() as u64);
        }
    }
}

fn outcome(shared: &Shared<'_>, sums: Sums, log: Log) -> Result<Outcome, Error> {
    let (layout, options) = (shared.layout, shared.options);
    let (totals, notes) = totals(layout, &sums);
    let mut told = report::tell(log, &sums.twice, layout, options)?;
    told.counts.equal = sums.matched - told.counts.changed;
    let table = |hand: Hand| {
        let side = &layout.sides[hand as usize];
        Table {
            name: side.name.clone(),
            rows: sums.rows[hand as usize],
            encoding: side.sniffed.encoding.name().to_owned(),
            delimiter: char::from(side.sniffed.delimiter),
        }
    };
    Ok(Outcome {
        left: table(Hand::Left),
        right: table(Hand::Right),
        key: options.key.clone(),
        compared: layout.pairs.iter().map(|pair| pair.name.clone()).collect(),
        ignored: layout.ignored.clone(),
        counts: told.counts,
        totals,
        groups: told.groups,
        groups_found: told.groups_found,
        columns: told.columns,
        first: told.first,
        notes,
        work: sums.work,
    })
}

/// Sums of the columns of numbers; why a column that begins like one has none.
fn totals(layout: &Layout, sums: &Sums) -> (Vec<Total>, Vec<Message>) {
    let (mut totals, mut notes) = (Vec::new(), Vec::new());
    for (at, pair) in layout.pairs.iter().enumerate() {
        let (left, right) = (&sums.left.columns[at], &sums.right.columns[at]);
        let right_text = sums.looked_at.columns[at].text;
        let text = left.text.map(|row| (row, Hand::Left));
        if let Some((row, hand)) = text.or(right_text.map(|row| (row, Hand::Right))) {
            if row >= ROWS_BEFORE_NOTE && left.numbers > 0 {
                let note = Message::new("compare-rec-not-summed").with("column", &pair.name);
                let side = &layout.sides[hand as usize];
                notes.push(note.with("file", &side.name).with("row", row));
            }
            continue;
        }
        if left.numbers == 0 && right.numbers == 0 {
            continue;
        }
        let sum = |column: &super::tally::Column| column.sum();
        let difference = sum(left)
            .zip(sum(right))
            .and_then(|(left, right)| Some((left, right, right.minus(left)?)));
        let Some((left_sum, right_sum, difference)) = difference else {
            notes.push(Message::new("compare-rec-sum-long").with("column", &pair.name));
            continue;
        };
        totals.push(Total {
            column: pair.name.clone(),
            left_count: left.numbers.unsigned_abs(),
            right_count: right.numbers.unsigned_abs(),
            left: left_sum.to_string(),
            right: right_sum.to_string(),
            difference: difference.normal().to_string(),
        });
    }
    (totals, notes)
}
