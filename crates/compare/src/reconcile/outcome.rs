//! What a reconciliation found, as data: for the terminal, the record and the reports.

use rakis_model::Message;
use serde::{Deserialize, Serialize};

/// The whole result. All numbers in texts are exact decimals with a point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The left table, what was expected.
    pub left: Table,
    /// The right table, what was found.
    pub right: Table,
    /// Columns of the key.
    pub key: Vec<String>,
    /// Columns compared.
    pub compared: Vec<String>,
    /// Columns of either table that were not compared, because somebody said so.
    pub ignored: Vec<String>,
    /// How many rows are what.
    pub counts: Counts,
    /// Sums of the columns that hold numbers only.
    pub totals: Vec<Total>,
    /// Differences of one pattern, the most frequent first; see `groups_found`.
    pub groups: Vec<Group>,
    /// How many patterns there are.
    pub groups_found: u64,
    /// For each column with differing numbers, how they are distributed.
    pub columns: Vec<Distribution>,
    /// The first differences of each kind.
    pub first: Vec<Finding>,
    /// What should be known, but is no mistake.
    pub notes: Vec<Message>,
    /// How much was done for it.
    #[serde(skip)]
    pub work: Work,
}

impl Outcome {
    /// Is every row of one table in the other, once, and equal?
    pub const fn equal(&self) -> bool {
        let counts = &self.counts;
        counts.missing + counts.extra + counts.changed + counts.duplicate_keys == 0
    }
}

/// One of the two tables.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Its file, sheet or query.
    pub name: String,
    /// Rows below the header.
    pub rows: u64,
    /// How its letters are encoded: `utf-8` or `windows-1257`.
    pub encoding: String,
    /// What stands between cells.
    pub delimiter: char,
}

/// How many rows are what. A row with a duplicate key is neither equal, changed, missing nor extra.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Rows that agree.
    pub equal: u64,
    /// Rows with at least one differing cell.
    pub changed: u64,
    /// Differing cells.
    pub cells: u64,
    /// Rows of the left table only.
    pub missing: u64,
    /// Rows of the right table only.
    pub extra: u64,
    /// Keys that stand in several rows of one table.
    pub duplicate_keys: u64,
    /// Rows of the left table with such a key.
    pub duplicate_left: u64,
    /// Rows of the right table with such a key.
    pub duplicate_right: u64,
}

/// Sums of one column, over all rows, duplicate ones too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Total {
    /// Name of the column.
    pub column: String,
    /// Cells with a number on the left.
    pub left_count: u64,
    /// Cells with a number on the right.
    pub right_count: u64,
    /// Their sum on the left.
    pub left: String,
    /// Their sum on the right.
    pub right: String,
    /// Right less left.
    pub difference: String,
}

/// What sort of deviation a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// On the left only.
    Missing,
    /// On the right only.
    Extra,
    /// Its key stands in several rows of one table.
    Duplicate,
    /// On both sides, with differing cells.
    Changed,
}

/// One deviating row, or one duplicate key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What sort.
    pub kind: FindingKind,
    /// Values of the key, redacted.
    pub key: Vec<String>,
    /// Rows of the left table, as a spreadsheet counts them: the header is 1.
    pub left_rows: Vec<u64>,
    /// Rows of the right table.
    pub right_rows: Vec<u64>,
    /// Differing cells.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<Cell>,
}

/// One differing cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Name of the column.
    pub column: String,
    /// Value on the left, redacted.
    pub left: String,
    /// Value on the right, redacted.
    pub right: String,
    /// Right less left, where both are numbers; in days, where both are dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difference: Option<String>,
}

/// In what way two cells differ.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pattern {
    /// Numbers: right less left.
    Number(String),
    /// Dates: days from left to right.
    Days(i64),
    /// Nothing on the left, a value on the right.
    NoLeft,
    /// A value on the left, nothing on the right.
    NoRight,
    /// Texts: left, right.
    Text(String, String),
    /// Some other texts or numbers: there are too many different ones to list each.
    Other,
}

/// Rows that differ in one column in one way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Name of the column.
    pub column: String,
    /// The way.
    pub pattern: Pattern,
    /// How many rows.
    pub rows: u64,
    /// The key of the first one, redacted.
    pub example: Vec<String>,
}

/// How the differences of one column are distributed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Distribution {
    /// Name of the column.
    pub column: String,
    /// Rows in which both numbers are there and differ.
    pub rows: u64,
    /// The least difference, right less left.
    pub least: String,
    /// The greatest difference.
    pub greatest: String,
    /// At most 20, side by side, from the least to the greatest; empty ones too.
    pub bins: Vec<Bin>,
}

/// Differences from one limit (included) to the next (not included).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bin {
    /// Lower limit.
    pub from: String,
    /// Upper limit.
    pub to: String,
    /// How many.
    pub rows: u64,
}

/// What was looked at: it grows with the rows and no faster, which a test holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Bytes read from both files, several readings counted.
    pub bytes: u64,
    /// Cells looked at one by one.
    pub cells: u64,
    /// Places of the index looked at.
    pub probes: u64,
    /// Rows whose bytes were compared.
    pub rows: u64,
}

impl std::ops::AddAssign for Work {
    fn add_assign(&mut self, more: Self) {
        self.bytes += more.bytes;
        self.cells += more.cells;
        self.probes += more.probes;
        self.rows += more.rows;
    }
}
