//! Ids of nodes and pickles.

/// Hands out "0", "1", …: unique within one run, in the order the official parser uses.
#[derive(Clone, Debug, Default)]
pub struct Ids {
    next: u64,
}

impl Ids {
    /// Starts at "0".
    pub const fn new() -> Self {
        Self { next: 0 }
    }

    /// The next id.
    pub fn next_id(&mut self) -> String {
        let id = self.next.to_string();
        self.next += 1;
        id
    }
}
