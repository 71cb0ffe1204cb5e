//! Keys that stand in several rows of one table: every row of each is named.

use std::{collections::BTreeSet, sync::Mutex};

use super::{
    Error, Work,
    cut::Input,
    finding::Raw,
    layout::Hand,
    left::{self, Left},
    right::Right,
    rows::{Rows, Shared},
    scan,
};

/// A row with a key that may be a duplicate one.
type Row = (Vec<u8>, Hand, u64);

/// Are there any duplicates, so that the right table must be read again to name its rows?
pub(crate) fn any(left: &Left, right: &mut Right) -> bool {
    right.extra.sort_unstable();
    !left.twice.is_empty() || right.twice || right.extra.windows(2).any(|two| two[0] == two[1])
}

/// Finds them; the right table, or its part, is read a second time.
pub(crate) fn find(
    shared: &Shared<'_>,
    input: Input,
    left: &Left,
    right: &mut Right,
) -> Result<Vec<Raw>, Error> {
    let side = &shared.layout.sides[Hand::Left as usize];
    let mut rows: Vec<Row> = Vec::new();
    let mut key = Vec::new();
    for position in left.index.twice().into_iter().chain(left.twice.iter().copied()) {
        left::key_at(&left.store, side, position, &mut key);
        rows.push((key.clone(), Hand::Left, left.store.number(position)));
    }
    let mut hashes: Vec<u64> = rows.iter().map(|(key, ..)| scan::hash(key)).collect();
    hashes.extend(right.extra.windows(2).filter(|two| two[0] == two[1]).map(|two| two[0]));
    hashes.sort_unstable();
    hashes.dedup();
    let input = Mutex::new(input);
    for (more, work) in left::run(shared.options.workers, || candidates(shared, &input, &hashes))? {
        rows.extend(more);
        right.work += work;
    }
    rows.sort_unstable();
    let groups = rows.chunk_by(|one, other| one.0 == other.0);
    Ok(groups.filter_map(group).collect())
}

/// Rows of the right table whose keys have one of these hashes.
fn candidates(
    shared: &Shared<'_>,
    input: &Mutex<Input>,
    hashes: &[u64],
) -> Result<(Vec<Row>, Work), Error> {
    let mut view = Rows::new(shared, Hand::Right);
    let side = view.side();
    let (mut rows, mut scratch) = (Vec::new(), Vec::new());
    while let Some(mut block) = left::next(shared, input, Hand::Right)? {
        view.decode(&mut block);
        let (mut start, mut nth) = (0, 0);
        while start < block.bytes.len() {
            let end = block.end(start, side.sniffed.delimiter);
            let row = scan::trimmed(&block.bytes[start..end]);
            let number = block.number(nth);
            if view.split(number, row, block.quoted, false) {
                let key = side.key(row, &view.cells, &mut scratch);
                if hashes.binary_search(&scan::hash(key)).is_ok() {
                    rows.push((key.to_vec(), Hand::Right, number));
                }
            }
            (start, nth) = (end, nth + 1);
        }
    }
    Ok((rows, view.work))
}

/// The rows of one key, if one table has several of them.
fn group(rows: &[Row]) -> Option<Raw> {
    let of = |hand| rows.iter().filter(move |row| row.1 == hand).map(|row| row.2).collect();
    let (left_rows, right_rows): (Vec<u64>, Vec<u64>) = (of(Hand::Left), of(Hand::Right));
    let key = rows.first()?.0.clone();
    let twice = left_rows.len() > 1 || right_rows.len() > 1;
    twice.then(|| Raw { kind: 2, left_rows, right_rows, key, cells: Vec::new() })
}

/// Keys of duplicates, to leave out what was found of their rows before they were known.
pub(crate) fn keys(found: &[Raw], keys: &mut BTreeSet<Vec<u8>>) {
    keys.extend(found.iter().map(|raw| raw.key.clone()));
}
