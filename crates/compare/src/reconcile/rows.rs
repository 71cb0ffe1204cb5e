//! Rows looked at cell by cell: every mistake is told with its row and column.

use std::{
    ops::Range,
    sync::atomic::{AtomicBool, Ordering::Relaxed},
};

use rakis_model::{Message, PersonalCode, date};

use super::{
    Encoding, Kind, Options, Problem, Work,
    layout::{Hand, Layout, Side},
    number::{Shape, shape},
    problem::Problems,
    scan,
    store::Block,
    tally::{Tally, is_null},
};

/// What all threads share.
pub(crate) struct Shared<'a> {
    pub layout: &'a Layout,
    pub options: &'a Options,
    pub problems: &'a Problems,
    pub letters: [Letters; 2],
    pub progress: &'a (dyn Fn(u64) + Sync),
}

/// What is known of a table's letters beyond ASCII.
#[derive(Debug, Default)]
pub(crate) struct Letters {
    /// There are some in UTF-8.
    pub wide: AtomicBool,
    /// There are some that are none in UTF-8.
    pub broken: AtomicBool,
}

/// One thread's view of a table.
pub(crate) struct Rows<'a> {
    pub shared: &'a Shared<'a>,
    pub hand: Hand,
    pub tally: Tally,
    pub cells: Vec<Range<usize>>,
    pub work: Work,
    /// Columns whose every value must be a number or a date.
    strict: Vec<(usize, Kind, &'a str)>,
}

impl<'a> Rows<'a> {
    pub(crate) fn new(shared: &'a Shared<'a>, hand: Hand) -> Self {
        let pairs = shared.layout.pairs.iter();
        let strict = pairs
            .filter(|pair| matches!(pair.kind, Kind::Number | Kind::Date))
            .map(|pair| {
                let at = if hand == Hand::Left { pair.left } else { pair.right };
                (at, pair.kind, pair.name.as_str())
            })
            .collect();
        let tally = Tally::new(shared.layout, hand);
        Self { shared, hand, tally, cells: Vec::new(), work: Work::default(), strict }
    }

    pub(crate) fn side(&self) -> &'a Side {
        &self.shared.layout.sides[self.hand as usize]
    }

    /// Brings a block to UTF-8. A row that is none is noted; the others can still be looked at.
    pub(crate) fn decode(&mut self, block: &mut Block) {
        self.work.bytes += block.bytes.len() as u64;
        (self.shared.progress)(block.bytes.len() as u64);
        if std::mem::replace(&mut block.decoded, true) {
            return;
        }
        if self.side().sniffed.encoding == Encoding::Windows1257 {
            let (text, wrong) = encoding_rs::WINDOWS_1257.decode_without_bom_handling(&block.bytes);
            if wrong {
                self.note_letters(block, &text);
            }
            if let std::borrow::Cow::Owned(text) = text {
                block.bytes = text.into_bytes();
            }
            return;
        }
        let letters = &self.shared.letters[self.hand as usize];
        match std::str::from_utf8(&block.bytes) {
            Ok(text) => {
                if !letters.wide.load(Relaxed) && !text.is_ascii() {
                    letters.wide.store(true, Relaxed);
                }
            }
            Err(_) => {
                letters.broken.store(true, Relaxed);
                let text = String::from_utf8_lossy(&block.bytes);
                if block.bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii()) {
                    letters.wide.store(true, Relaxed);
                }
                self.note_letters(block, &text);
            }
        }
    }

    /// Notes each row with a letter that cannot be read; `text` has U+FFFD in its place.
    fn note_letters(&self, block: &Block, text: &str) {
        let side = self.side();
        let bytes = text.as_bytes();
        let copy = Block::new(0, bytes.to_vec(), 0, block.quoted);
        let (mut start, mut nth, mut cells) = (0, 0, Vec::new());
        while start < bytes.len() {
            let end = copy.end(start, side.sniffed.delimiter);
            let row = scan::trimmed(&bytes[start..end]);
            if memchr::memmem::find(row, "\u{fffd}".as_bytes()).is_some() {
                let _ = scan::split(row, side.sniffed.delimiter, block.quoted, &mut cells);
                let with = |cell: &Range<usize>| {
                    memchr::memmem::find(&row[cell.clone()], "\u{fffd}".as_bytes()).is_some()
                };
                let at = cells.iter().position(with).unwrap_or_default();
                let message = Message::new("compare-rec-letters")
                    .with("encoding", side.sniffed.encoding.name());
                let hint = Message::new("compare-rec-letters-hint");
                self.note(block.number(nth), at, message, Some(hint));
            }
            (start, nth) = (end, nth + 1);
        }
    }

    pub(crate) fn note(&self, row: u64, column: usize, message: Message, hint: Option<Message>) {
        let side = self.side();
        let name = side.sniffed.header.get(column).map_or("", String::as_str);
        let problem = Problem { hint, ..Problem::new(&side.name, message).row(row).column(name) };
        self.shared.problems.add(self.hand, column, problem);
    }

    /// Cuts a row into cells, checks it, adds it to the sums. `false`: it cannot be compared.
    pub(crate) fn take(&mut self, number: u64, row: &[u8], quoted: bool, cut_off: bool) -> bool {
        if !self.split(number, row, quoted, cut_off) {
            return false;
        }
        let mut whole = true;
        if let Some(at) = self.side().code {
            let value = scan::value(&row[self.cells[at].clone()]);
            if !PersonalCode::is_valid(&value) {
                let value = String::from_utf8_lossy(&value).into_owned();
                let message = Message::new("compare-rec-code").with("value", value);
                self.note(number, at, message, Some(Message::new("compare-rec-code-hint")));
                whole = false;
            }
        }
        for (at, kind, name) in &self.strict {
            let value = scan::value(&row[self.cells[*at].clone()]);
            if value.is_empty() || is_null(&value, self.shared.options) {
                continue;
            }
            let text = String::from_utf8_lossy(&value);
            let key = match kind {
                Kind::Number if !matches!(shape(&value), Shape::Number(_)) => "compare-rec-number",
                Kind::Date if date::parse(&text).is_none() => "compare-rec-date",
                _ => continue,
            };
            let hint = if *kind == Kind::Number { NUMBER_HINT } else { "compare-rec-date-hint" };
            let message = Message::new(key).with("value", &text).with("column", name);
            self.note(number, *at, message, Some(Message::new(hint)));
        }
        self.tally.row(number, row, &self.cells, 1, self.shared.options);
        whole
    }

    /// Cuts a row into as many cells as there are columns, or notes why that cannot be.
    pub(crate) fn split(&mut self, number: u64, row: &[u8], quoted: bool, cut_off: bool) -> bool {
        let side = self.side();
        let (width, delimiter) = (side.width(), side.sniffed.delimiter);
        if let Err(at) = scan::split(row, delimiter, quoted, &mut self.cells) {
            self.note(
                number,
                at,
                Message::new("compare-rec-quote"),
                Some(Message::new("compare-rec-quote-hint")),
            );
            return false;
        }
        self.work.cells += self.cells.len() as u64;
        if self.cells.len() == width {
            return true;
        }
        let at = self.cells.len().min(width) - 1;
        let message = if row.is_empty() {
            Message::new("compare-rec-row-empty")
        } else {
            Message::new("compare-row-width")
                .with("row", number)
                .with("expected", width)
                .with("actual", self.cells.len())
        };
        let key = if cut_off { "compare-rec-cut-off-hint" } else { "compare-rec-width-hint" };
        self.note(number, at, message, Some(Message::new(key)));
        false
    }
}

/// How numbers may be written.
pub(crate) const NUMBER_HINT: &str = "compare-rec-number-hint";
