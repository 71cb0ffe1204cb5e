//! The left table: read, checked, kept and indexed.

use std::sync::{Mutex, PoisonError};

use rakis_model::Message;

use super::{
    Error, Problem, Work,
    cut::{Broken, Input},
    index::{Entry, Index, SHARDS, shard},
    layout::{Hand, Side},
    rows::{Rows, Shared},
    scan,
    store::{Block, Store},
    tally::Tally,
};

/// The left table, or a part of it.
pub(crate) struct Left {
    pub store: Store,
    pub index: Index,
    /// Positions of rows whose key stands in an earlier row too.
    pub twice: Vec<u64>,
    pub tally: Tally,
    pub rows: u64,
    pub work: Work,
}

struct Worker {
    blocks: Vec<Block>,
    entries: Vec<Vec<Entry>>,
    tally: Tally,
    rows: u64,
    work: Work,
}

/// Reads the table with as many threads as wished.
pub(crate) fn read(shared: &Shared<'_>, input: Input) -> Result<Left, Error> {
    let input = Mutex::new(input);
    let side = &shared.layout.sides[Hand::Left as usize];
    let workers = run(shared.options.workers, || worker(shared, &input))?;
    let mut tally = Tally::new(shared.layout, Hand::Left);
    let (mut blocks, mut entries, mut rows, mut work) =
        (Vec::new(), Vec::new(), 0, Work::default());
    for one in workers {
        tally.merge(&one.tally, 1, shared.options);
        rows += one.rows;
        work += one.work;
        blocks.extend(one.blocks);
        entries.push(one.entries);
    }
    let store = Store::new(blocks, side.sniffed.delimiter);
    let same = |left, right| same_key(&store, side, left, right);
    let (index, twice) = Index::build(entries, shared.options.workers, &same);
    Ok(Left { store, index, twice, tally, rows, work })
}

/// The results of some threads that do the same.
pub(crate) fn run<T: Send>(
    workers: usize,
    work: impl Fn() -> Result<T, Error> + Sync,
) -> Result<Vec<T>, Error> {
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..workers.max(1)).map(|_| scope.spawn(&work)).collect();
        let joined = threads.into_iter().map(|thread| match thread.join() {
            Ok(result) => result,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        joined.collect()
    })
}

fn worker(shared: &Shared<'_>, input: &Mutex<Input>) -> Result<Worker, Error> {
    let mut rows = Rows::new(shared, Hand::Left);
    let side = rows.side();
    let delimiter = side.sniffed.delimiter;
    let (mut blocks, mut entries) = (Vec::new(), vec![Vec::new(); SHARDS]);
    let (mut count, mut scratch) = (0, Vec::new());
    while let Some(mut block) = next(shared, input, Hand::Left)? {
        rows.decode(&mut block);
        let (mut start, mut nth) = (0, 0);
        while start < block.bytes.len() {
            block.mark(nth, start);
            let end = block.end(start, delimiter);
            let record = &block.bytes[start..end];
            let row = scan::trimmed(record);
            let cut_off = record.len() == row.len();
            if rows.take(block.number(nth), row, block.quoted, cut_off) {
                let hash = scan::hash(side.key(row, &rows.cells, &mut scratch));
                entries[shard(hash)].push((hash, Store::position(block.seq, start)));
            }
            (start, nth) = (end, nth + 1);
        }
        count += nth as u64;
        blocks.push(block);
    }
    Ok(Worker { blocks, entries, tally: rows.tally, rows: count, work: rows.work })
}

/// The next block for this thread. A table that breaks off is noted and ends there.
pub(crate) fn next(
    shared: &Shared<'_>,
    input: &Mutex<Input>,
    hand: Hand,
) -> Result<Option<Block>, Error> {
    let name = &shared.layout.sides[hand as usize].name;
    let next = input.lock().unwrap_or_else(PoisonError::into_inner).next();
    match next {
        Ok(block) => Ok(block),
        Err(Broken::Io(error)) => Err(Error::file(name, &error)),
        Err(Broken::Open(row)) => {
            let message = Message::new("compare-rec-quote-open").with("from", row);
            let problem = Problem::new(name, message).row(row);
            let problem = problem.hint(Message::new("compare-rec-quote-open-hint"));
            shared.problems.add(hand, 0, problem);
            Ok(None)
        }
    }
}

/// Have two rows of the left table one key?
fn same_key(store: &Store, side: &Side, left: u64, right: u64) -> bool {
    let (mut one, mut other) = (Vec::new(), Vec::new());
    key_at(store, side, left, &mut one);
    key_at(store, side, right, &mut other);
    one == other
}

/// The key of a row of the left table.
pub(crate) fn key_at(store: &Store, side: &Side, position: u64, out: &mut Vec<u8>) {
    let row = store.row(position);
    let (mut cells, mut scratch) = (Vec::new(), Vec::new());
    out.clear();
    let quoted = store.block(position).quoted;
    if scan::split(row, side.sniffed.delimiter, quoted, &mut cells).is_ok() {
        out.extend_from_slice(side.key(row, &cells, &mut scratch));
    }
}
