//! What the person wants of a reconciliation.

use std::{collections::BTreeMap, path::PathBuf};

use rakis_model::{redact::Redactor, words::Words};

use super::Number;

/// How the values of a column are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Two numbers as numbers, two dates as dates, all else letter by letter.
    #[default]
    Auto,
    /// A number, or nothing; all else is a mistake of the file.
    Number,
    /// A date, or nothing; all else is a mistake of the file.
    Date,
    /// Letter by letter: `1.0` and `1.00` differ.
    Text,
}

/// What to compare, how, and with how much memory. Columns have their names of the left table.
#[derive(Clone, Debug)]
pub struct Options {
    /// The columns that tell rows apart.
    pub key: Vec<String>,
    /// Is the first column of the key an isikukood whatever it is called? One called so always is.
    pub key_is_code: bool,
    /// Columns that have another name on the right: left, right.
    pub map: Vec<(String, String)>,
    /// Columns not compared; it is no mistake when only one table has them.
    pub ignore: Vec<String>,
    /// By how much numbers of a column may differ; the limit itself is allowed.
    pub tolerance: BTreeMap<String, Number>,
    /// How columns are read, where [`Kind::Auto`] does not fit.
    pub kinds: BTreeMap<String, Kind>,
    /// Texts that stand for no value, e.g. `NULL`.
    pub nulls: Vec<String>,
    /// Does an empty cell stand for no value too? Otherwise it differs from `NULL`.
    pub null_is_empty: bool,
    /// How many differences of each kind, groups and problems are kept as data.
    pub first: usize,
    /// The file all differences go to.
    pub out: Option<Out>,
    /// Bytes of the left table held in memory at once; of a larger one, a part at a time.
    pub memory: u64,
    /// Folder for temporary files; they have no name there and are gone with the process.
    pub scratch: PathBuf,
    /// Threads.
    pub workers: usize,
    /// Hides secrets and codes of real people in all that is told or written.
    pub redactor: Redactor,
}

impl Options {
    /// Compares everything, by this key, with two threads and up to 1.25 GiB of the left table.
    pub fn new<K: Into<String>>(key: impl IntoIterator<Item = K>, scratch: PathBuf) -> Self {
        Self {
            key: key.into_iter().map(Into::into).collect(),
            key_is_code: false,
            map: Vec::new(),
            ignore: Vec::new(),
            tolerance: BTreeMap::new(),
            kinds: BTreeMap::new(),
            nulls: Vec::new(),
            null_is_empty: false,
            first: 20,
            out: None,
            memory: 1280 << 20,
            scratch,
            workers: 2,
            redactor: Redactor::default(),
        }
    }
}

/// The file of all differences, and what its columns and kinds are called.
#[derive(Clone, Debug)]
pub struct Out {
    /// Where; written beside, then renamed.
    pub path: PathBuf,
    pub(crate) titles: [String; 7],
    pub(crate) kinds: [String; 4],
}

impl Out {
    /// In this language.
    pub fn new(path: PathBuf, words: &Words) -> Self {
        let titles = [
            "compare-rec-title-kind",
            "compare-rec-title-column",
            "compare-rec-title-left",
            "compare-rec-title-right",
            "compare-rec-title-difference",
            "compare-rec-title-left-row",
            "compare-rec-title-right-row",
        ];
        let kinds = [
            "compare-rec-kind-missing",
            "compare-rec-kind-extra",
            "compare-rec-kind-duplicate",
            "compare-rec-kind-changed",
        ];
        Self {
            path,
            titles: titles.map(|key| words.word(key)),
            kinds: kinds.map(|key| words.word(key)),
        }
    }
}
