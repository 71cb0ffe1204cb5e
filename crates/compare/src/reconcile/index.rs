//! Finds a row of the left table by its key: open addressing over 8-byte places, in shards.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// Shards, which are built by several threads.
pub(crate) const SHARDS: usize = 64;
const SHARD_BITS: u32 = 6;
/// A place: 44 bits of position, two marks, 18 bits of the hash.
const POSITION: u64 = (1 << 44) - 1;
const SEEN: u64 = 1 << 44;
const TWICE: u64 = 1 << 45;
const PRINT_SHIFT: u32 = 46;
const EMPTY: u64 = u64::MAX;

/// A hash and a position.
pub(crate) type Entry = (u64, u64);

/// Places of rows by the hashes of their keys.
#[derive(Debug)]
pub(crate) struct Index {
    shards: Vec<Vec<AtomicU64>>,
}

/// One place of the index.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a>(&'a AtomicU64);

impl Place<'_> {
    /// Marks that a row of the right table has this key. Was there one before?
    pub(crate) fn see(self) -> bool {
        self.0.fetch_or(SEEN, Relaxed) & SEEN != 0
    }

    /// Marks that the key is a duplicate one.
    pub(crate) fn mark_twice(self) {
        self.0.fetch_or(TWICE, Relaxed);
    }

    pub(crate) fn is_twice(self) -> bool {
        self.0.load(Relaxed) & TWICE != 0
    }

    pub(crate) fn position(self) -> u64 {
        self.0.load(Relaxed) & POSITION
    }
}

/// The shard a hash belongs to.
#[inline]
pub(crate) const fn shard(hash: u64) -> usize {
    (hash >> (64 - SHARD_BITS)) as usize
}

const fn print(hash: u64) -> u64 {
    (hash >> 32) & ((1 << 18) - 1)
}

const fn home(hash: u64, size: usize) -> usize {
    (((hash & 0xFFFF_FFFF) * size as u64) >> 32) as usize
}

impl Index {
    /// Builds the shards with so many threads. `same` tells whether two rows have one key; the
    /// positions of rows whose key was there already come back.
    pub(crate) fn build(
        mut lists: Vec<Vec<Vec<Entry>>>,
        workers: usize,
        same: &(dyn Fn(u64, u64) -> bool + Sync),
    ) -> (Self, Vec<u64>) {
        let mut by_shard: Vec<Vec<Vec<Entry>>> = (0..SHARDS)
            .map(|shard| lists.iter_mut().map(|list| std::mem::take(&mut list[shard])).collect())
            .collect();
        drop(lists);
        let portion = SHARDS.div_ceil(workers.max(1));
        let built: Vec<Vec<_>> = std::thread::scope(|scope| {
            let threads: Vec<_> = by_shard
                .chunks_mut(portion)
                .map(|shards| {
                    scope.spawn(move || {
                        shards.iter_mut().map(|lists| one(std::mem::take(lists), same)).collect()
                    })
                })
                .collect();
            threads.into_iter().map(|thread| thread.join().unwrap_or_default()).collect()
        });
        let mut index = Self { shards: Vec::with_capacity(SHARDS) };
        let mut twice = Vec::new();
        for (shard, more) in built.into_iter().flatten() {
            index.shards.push(shard);
            twice.extend(more);
        }
        (index, twice)
    }

    /// The first row with this hash's print, to be loaded early: with few exceptions the one that
    /// [`Index::find`] will ask about.
    #[inline]
    pub(crate) fn peek(&self, hash: u64) -> Option<u64> {
        self.find(hash, &mut 0, |_| true).map(Place::position)
    }

    /// Loads the place where the search for this hash begins.
    #[inline]
    pub(crate) fn touch(&self, hash: u64) -> u64 {
        let shard = &self.shards[shard(hash)];
        shard.get(home(hash, shard.len())).map_or(0, |place| place.load(Relaxed))
    }

    /// The place whose row is the one asked for; looked-at places are counted.
    #[inline]
    pub(crate) fn find(
        &self,
        hash: u64,
        probes: &mut u64,
        mut is: impl FnMut(u64) -> bool,
    ) -> Option<Place<'_>> {
        let shard = &self.shards[shard(hash)];
        let mut at = home(hash, shard.len());
        while let Some(place) = shard.get(at) {
            *probes += 1;
            let value = place.load(Relaxed);
            if value == EMPTY {
                return None;
            }
            if value >> PRINT_SHIFT == print(hash) && is(value & POSITION) {
                return Some(Place(place));
            }
            at = if at + 1 == shard.len() { 0 } else { at + 1 };
        }
        None
    }

    /// Positions of rows that no row of the right table has the key of, in the table's order.
    pub(crate) fn unseen(&self) -> Vec<u64> {
        self.positions(|value| value & (SEEN | TWICE) == 0)
    }

    /// Positions of rows that no row of the right table stands for, of duplicate keys too.
    pub(crate) fn unclaimed(&self) -> Vec<u64> {
        self.positions(|value| value & SEEN == 0)
    }

    /// Positions of one row of each duplicate key.
    pub(crate) fn twice(&self) -> Vec<u64> {
        self.positions(|value| value & TWICE != 0)
    }

    /// How many keys stand once in each table.
    pub(crate) fn matched(&self) -> u64 {
        let places = self.shards.iter().flatten().map(|place| place.load(Relaxed));
        places.filter(|value| *value != EMPTY && value & (SEEN | TWICE) == SEEN).count() as u64
    }

    fn positions(&self, wanted: impl Fn(u64) -> bool) -> Vec<u64> {
        let all = self.shards.iter().flatten().map(|place| place.load(Relaxed));
        let mut found: Vec<u64> = all
            .filter(|value| *value != EMPTY && wanted(*value))
            .map(|value| value & POSITION)
            .collect();
        found.sort_unstable();
        found
    }
}

/// One shard: at most two thirds full. Equal keys share a place, so that many of them cost no more.
fn one(
    lists: Vec<Vec<Entry>>,
    same: &(dyn Fn(u64, u64) -> bool + Sync),
) -> (Vec<AtomicU64>, Vec<u64>) {
    let rows: usize = lists.iter().map(Vec::len).sum();
    let size = (rows + rows / 2 + 1).max(4);
    let mut places: Vec<AtomicU64> = (0..size).map(|_| AtomicU64::new(EMPTY)).collect();
    let mut twice = Vec::new();
    for (hash, position) in lists.into_iter().flatten() {
        let mut at = home(hash, size);
        loop {
            let value = *places[at].get_mut();
            if value == EMPTY {
                *places[at].get_mut() = (print(hash) << PRINT_SHIFT) | position;
                break;
            }
            if value >> PRINT_SHIFT == print(hash) && same(value & POSITION, position) {
                *places[at].get_mut() |= TWICE;
                twice.push(position);
                break;
            }
            at = if at + 1 == size { 0 } else { at + 1 };
        }
    }
    (places, twice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_hash_for_all_finds_each_by_its_key() {
        let entries: Vec<Entry> = (0..100).map(|position| (7, position)).collect();
        let mut lists = vec![vec![Vec::new(); SHARDS]];
        lists[0][shard(7)] = entries;
        // Of each two, the second has the key of the first.
        let (index, twice) = Index::build(lists, 2, &|left, right| left / 2 == right / 2);
        assert_eq!(twice, (0..100).filter(|n| n % 2 == 1).collect::<Vec<_>>());
        let mut probes = 0;
        for key in 0..50 {
            let place = index.find(7, &mut probes, |position| position / 2 == key).unwrap();
            assert!(place.is_twice() && !place.see() && place.see());
        }
        assert!(index.find(7, &mut probes, |_| false).is_none());
        assert!(
            index.find(7 | 1 << 32, &mut probes, |_| true).is_none(),
            "another hash is another key"
        );
        assert!(index.unseen().is_empty());
    }
}
