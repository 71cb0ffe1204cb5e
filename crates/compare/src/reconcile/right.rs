//! The right table streams by: each row is looked up, and looked at only if it is not the same bytes.

use std::sync::Mutex;

use super::{
    Error, Work, cells,
    cut::Input,
    finding::{Log, Raw},
    index::Place,
    layout::Hand,
    left::{self, Left},
    rows::{Rows, Shared},
    scan,
    store::Block,
    tally::Tally,
};

/// Rows looked up together, so that the memory is asked for all of them at once.
const BATCH: usize = 32;

/// What the right table, or a part of it, brought.
pub(crate) struct Right {
    /// Sums of the rows that were looked at cell by cell.
    pub looked_at: Tally,
    /// Sums of the left table's rows that are not the same bytes as their partner.
    pub replaced: Tally,
    /// Hashes of keys that the left table does not have.
    pub extra: Vec<u64>,
    /// Is there a key that is a duplicate one, by the index?
    pub twice: bool,
    pub rows: u64,
    pub work: Work,
}

struct Worker<'a> {
    rows: Rows<'a>,
    left_rows: Rows<'a>,
    left: &'a Left,
    /// Every row is looked at cell by cell: the left table has mistakes, this one may have them too.
    thorough: bool,
    extra: Vec<u64>,
    twice: bool,
    count: u64,
    scratch: Vec<u8>,
    left_scratch: Vec<u8>,
}

/// Streams the table by.
pub(crate) fn read(
    shared: &Shared<'_>,
    input: Input,
    left: &Left,
    thorough: bool,
    log: &Log,
) -> Result<Right, Error> {
    let input = Mutex::new(input);
    let parts = left::run(shared.options.workers, || {
        let mut worker = Worker {
            rows: Rows::new(shared, Hand::Right),
            left_rows: Rows::new(shared, Hand::Left),
            left,
            thorough,
            extra: Vec::new(),
            twice: false,
            count: 0,
            scratch: Vec::new(),
            left_scratch: Vec::new(),
        };
        while let Some(mut block) = left::next(shared, &input, Hand::Right)? {
            worker.rows.decode(&mut block);
            let found = worker.block(&block);
            log.block(block.seq, found)
                .map_err(|error| Error::file(&shared.options.scratch.to_string_lossy(), &error))?;
        }
        Ok(worker.into_right())
    })?;
    let mut all = Right {
        looked_at: Tally::new(shared.layout, Hand::Right),
        replaced: Tally::new(shared.layout, Hand::Left),
        extra: Vec::new(),
        twice: false,
        rows: 0,
        work: Work::default(),
    };
    for part in parts {
        all.looked_at.merge(&part.looked_at, 1, shared.options);
        all.replaced.merge(&part.replaced, 1, shared.options);
        all.extra.extend(part.extra);
        all.twice |= part.twice;
        all.rows += part.rows;
        all.work += part.work;
    }
    Ok(all)
}

/// A row waiting to be looked up.
#[derive(Clone, Copy, Default)]
struct Waiting {
    start: usize,
    end: usize,
    nth: usize,
    hash: u64,
}

impl Worker<'_> {
    fn into_right(self) -> Right {
        let mut work = self.rows.work;
        work += self.left_rows.work;
        Right {
            looked_at: self.rows.tally,
            replaced: self.left_rows.tally,
            extra: self.extra,
            twice: self.twice,
            rows: self.count,
            work,
        }
    }

    /// Looks up all rows of a block; what was found, as [`Raw::write`] writes it.
    fn block(&mut self, block: &Block) -> Vec<u8> {
        let side = self.rows.side();
        let mut found = Vec::new();
        let (mut start, mut nth) = (0, 0);
        let mut batch = [Waiting::default(); BATCH];
        while start < block.bytes.len() {
            let mut length = 0;
            while length < BATCH && start < block.bytes.len() {
                let end = block.end(start, side.sniffed.delimiter);
                let row = scan::trimmed(&block.bytes[start..end]);
                if let Some(hash) = self.hash(block, nth, row, end - start == row.len()) {
                    batch[length] = Waiting { start, end: start + row.len(), nth, hash };
                    length += 1;
                }
                (start, nth) = (end, nth + 1);
            }
            self.batch(block, &batch[..length], &mut found);
        }
        self.count += nth as u64;
        found
    }

    /// The hash of a row's key; `None` when the row cannot be compared, which is noted.
    #[inline]
    fn hash(&mut self, block: &Block, nth: usize, row: &[u8], cut_off: bool) -> Option<u64> {
        if !self.thorough
            && !block.quoted
            && let Some(key) = self.rows.side().quick_key(row)
        {
            return Some(scan::hash(key));
        }
        let number = block.number(nth);
        let whole = if self.thorough {
            self.rows.take(number, row, block.quoted, cut_off)
        } else {
            self.rows.split(number, row, block.quoted, cut_off)
        };
        whole.then(|| scan::hash(self.rows.side().key(row, &self.rows.cells, &mut self.scratch)))
    }

    fn batch(&mut self, block: &Block, batch: &[Waiting], found: &mut Vec<u8>) {
        // Three rounds, each of loads that do not wait for each other.
        let (index, store) = (&self.left.index, &self.left.store);
        std::hint::black_box(batch.iter().fold(0, |all, one| all ^ index.touch(one.hash)));
        let mut near = [None; BATCH];
        for (near, one) in near.iter_mut().zip(batch) {
            *near = index.peek(one.hash);
        }
        let rows = near.iter().zip(batch).filter_map(|(at, one)| Some(((*at)?, one)));
        let touched = rows.fold(0, |all, (at, one)| all ^ store.touch(at, one.end - one.start));
        std::hint::black_box(touched);
        for one in batch {
            self.one(block, one, found);
        }
    }

    fn one(&mut self, block: &Block, one: &Waiting, found: &mut Vec<u8>) {
        let row = &block.bytes[one.start..one.end];
        self.rows.work.rows += 1;
        if self.rows.shared.layout.same_shape {
            let left = self.left;
            let same = |position| left.store.is(position, row);
            if let Some(place) = left.index.find(one.hash, &mut self.rows.work.probes, same)
                && !self.seen(place)
            {
                return;
            }
        }
        self.slow(block, one, row, found);
    }

    /// Marks the key as seen; `true` when it was before, or is a duplicate of the left table's.
    fn seen(&mut self, place: Place<'_>) -> bool {
        let before = place.see();
        if before {
            place.mark_twice();
        }
        self.twice |= before || place.is_twice();
        before
    }

    /// A row that is not the same bytes as a left one, or the second one that is.
    fn slow(&mut self, block: &Block, one: &Waiting, row: &[u8], found: &mut Vec<u8>) {
        let number = block.number(one.nth);
        let cut_off = one.end == block.bytes.len();
        if self.thorough {
            // It was counted and checked already.
            self.rows.split(number, row, block.quoted, cut_off);
        } else if !self.rows.take(number, row, block.quoted, cut_off) {
            return;
        }
        let (left, side) = (self.left, self.rows.side());
        let left_side = self.left_rows.side();
        let key = side.key(row, &self.rows.cells, &mut self.scratch);
        let same = |position| {
            left::key_at(&left.store, left_side, position, &mut self.left_scratch);
            self.left_scratch == key
        };
        let mut probes = 0;
        let place = left.index.find(one.hash, &mut probes, same);
        self.rows.work.probes += probes;
        let Some(place) = place else {
            self.extra.push(one.hash);
            let raw =
                Raw { kind: 1, right_rows: vec![number], key: key.to_vec(), ..Raw::default() };
            raw.write(found);
            return;
        };
        let key = key.to_vec();
        if place.is_twice() {
            self.twice = true;
            return;
        }
        if self.seen(place) {
            return;
        }
        self.compare(place.position(), number, row, key, found);
    }

    /// Compares the cells of two rows with one key.
    fn compare(
        &mut self,
        position: u64,
        number: u64,
        row: &[u8],
        key: Vec<u8>,
        found: &mut Vec<u8>,
    ) {
        let left = self.left;
        let left_row = left.store.row(position);
        let quoted = left.store.block(position).quoted;
        let delimiter = self.left_rows.side().sniffed.delimiter;
        if scan::split(left_row, delimiter, quoted, &mut self.left_rows.cells).is_err() {
            return;
        }
        self.left_rows.work.cells += self.left_rows.cells.len() as u64;
        let shared = self.rows.shared;
        // Its partner's sums stand for it no longer: those of this row were counted.
        let cells = &self.left_rows.cells;
        self.left_rows.tally.row(0, left_row, cells, 1, shared.options);
        let mut changed = Vec::new();
        for (at, pair) in shared.layout.pairs.iter().enumerate() {
            let one = &left_row[self.left_rows.cells[pair.left].clone()];
            let other = &row[self.rows.cells[pair.right].clone()];
            if one == other {
                continue;
            }
            let (one, other) = (scan::value(one), scan::value(other));
            if cells::change(pair, &one, &other, shared.options).is_some() {
                changed.push((at as u32, one.into_owned(), other.into_owned()));
            }
        }
        if !changed.is_empty() {
            let left_rows = vec![left.store.number(position)];
            let raw = Raw { kind: 3, left_rows, right_rows: vec![number], key, cells: changed };
            raw.write(found);
        }
    }
}
