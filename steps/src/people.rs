//! Synthetic people: nobody's personal codes, each handed out once a run.

use std::sync::atomic::{AtomicU32, Ordering};

use rakis_model::PersonalCode;

/// Hands out personal codes to the scenarios of one run, which may run at once.
#[derive(Debug)]
pub struct People {
    next: AtomicU32,
}

impl People {
    /// How many synthetic codes there are.
    const ALL: u64 = 730_000;

    /// People of a run; the seed chooses where to begin, so that runs against one lasting system
    /// seldom meet the people of earlier ones.
    pub fn new(seed: u64) -> Self {
        Self { next: AtomicU32::new(u32::try_from(seed % Self::ALL).unwrap_or_default()) }
    }

    /// A code that nobody got before in this run.
    pub fn next(&self) -> PersonalCode {
        PersonalCode::synthetic(self.next.fetch_add(1, Ordering::Relaxed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_across_threads_and_follow_the_seed() {
        let people = People::new(7);
        let codes: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4)
                .map(|_| scope.spawn(|| (0..250).map(|_| people.next()).collect::<Vec<_>>()))
                .collect();
            threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
        });
        let different: std::collections::BTreeSet<_> = codes.iter().collect();
        assert_eq!(different.len(), 1000);
        assert_eq!(People::new(7).next(), PersonalCode::synthetic(7));
        assert_eq!(People::new(730_007).next(), PersonalCode::synthetic(7));
    }
}
