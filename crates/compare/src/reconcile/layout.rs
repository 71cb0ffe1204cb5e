//! Which columns of two tables belong together, which are the key, which are compared and how.

use std::{collections::BTreeSet, ops::Range};

use rakis_model::{Message, date, suggest};

use super::{
    Kind, Number, Options, Problem,
    number::{Shape, shape},
    problem::Problems,
    scan,
    sniff::Sniffed,
};

/// Which table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Hand {
    Left,
    Right,
}

/// One table's columns.
#[derive(Debug)]
pub(crate) struct Side {
    pub name: String,
    pub sniffed: Sniffed,
    pub key: Vec<(usize, Kind)>,
    /// Index of the column that must be an isikukood.
    pub code: Option<usize>,
}

/// Two columns to be compared.
#[derive(Debug)]
pub(crate) struct Pair {
    pub name: String,
    pub left: usize,
    pub right: usize,
    pub kind: Kind,
    pub tolerance: Option<Number>,
}

/// Both tables.
#[derive(Debug)]
pub(crate) struct Layout {
    pub sides: [Side; 2],
    pub pairs: Vec<Pair>,
    pub ignored: Vec<String>,
    /// Are the columns the same ones in the same order, so that equal bytes are equal rows?
    pub same_shape: bool,
}

impl Side {
    pub(crate) const fn width(&self) -> usize {
        self.sniffed.header.len()
    }

    /// The key of a row cut into cells: a single one as it is, several with their lengths.
    pub(crate) fn key<'a>(
        &self,
        row: &'a [u8],
        cells: &[Range<usize>],
        scratch: &'a mut Vec<u8>,
    ) -> &'a [u8] {
        scratch.clear();
        if let [(column, Kind::Auto | Kind::Text)] = self.key[..] {
            return match scan::value(&row[cells[column].clone()]) {
                std::borrow::Cow::Borrowed(value) => value,
                std::borrow::Cow::Owned(value) => {
                    scratch.extend_from_slice(&value);
                    scratch
                }
            };
        }
        for (column, kind) in &self.key {
            let value = scan::value(&row[cells[*column].clone()]);
            let value = normal(&value, *kind);
            scratch.extend_from_slice(&(value.len() as u32).to_le_bytes());
            scratch.extend_from_slice(&value);
        }
        scratch
    }

    /// As [`Side::key`], of a row without quotes, when only a beginning of it need be looked at.
    #[inline]
    pub(crate) fn quick_key<'a>(&self, row: &'a [u8]) -> Option<&'a [u8]> {
        let [(column, Kind::Auto | Kind::Text)] = self.key[..] else { return None };
        let mut start = 0;
        for _ in 0..column {
            start += memchr::memchr(self.sniffed.delimiter, &row[start..])? + 1;
        }
        let rest = &row[start..];
        let end = memchr::memchr(self.sniffed.delimiter, rest).unwrap_or(rest.len());
        Some(&rest[..end])
    }

    /// The values of a key.
    pub(crate) fn key_values(&self, key: &[u8]) -> Vec<String> {
        if matches!(self.key[..], [(_, Kind::Auto | Kind::Text)]) {
            return vec![String::from_utf8_lossy(key).into_owned()];
        }
        let mut values = Vec::new();
        let mut rest = key;
        while let Some((length, after)) = rest.split_first_chunk::<4>() {
            let (value, after) =
                after.split_at((u32::from_le_bytes(*length) as usize).min(after.len()));
            values.push(String::from_utf8_lossy(value).into_owned());
            rest = after;
        }
        values
    }
}

/// One writing for all writings of a number or date, so that keys can be compared as bytes.
fn normal(value: &[u8], kind: Kind) -> std::borrow::Cow<'_, [u8]> {
    let written = match kind {
        Kind::Number => match shape(value) {
            Shape::Number(number) => Some(number.normal().to_string()),
            _ => None,
        },
        Kind::Date => {
            std::str::from_utf8(value).ok().and_then(date::parse).map(|day| day.to_string())
        }
        Kind::Auto | Kind::Text => None,
    };
    match written {
        Some(text) => text.into_bytes().into(),
        None => value.into(),
    }
}

/// Fits two headers together; what does not fit is noted.
pub(crate) fn build(
    names: [&str; 2],
    sniffed: [Sniffed; 2],
    options: &Options,
    problems: &Problems,
) -> Option<Layout> {
    let names_twice = check_names(names, &sniffed, problems);
    let [left, right] = &sniffed;
    let wishes = check_wishes(names, left, right, options, problems);
    if names_twice || wishes {
        return None;
    }
    let right_name = |name: &str| right_name(name, options);
    let find = |name: &str| right.header.iter().position(|one| *one == right_name(name));
    let is_key = |name: &String| options.key.contains(name);
    let (mut pairs, mut ignored) = (Vec::new(), Vec::new());
    let mut lonely = false;
    for (at, name) in left.header.iter().enumerate() {
        match find(name) {
            _ if options.ignore.contains(name) => ignored.push(name.clone()),
            Some(_) if is_key(name) => {}
            Some(right) => pairs.push(Pair {
                name: name.clone(),
                left: at,
                right,
                kind: kind(name, options),
                tolerance: options.tolerance.get(name).map(|limit| limit.abs()),
            }),
            None => lonely |= alone(names, Hand::Left, name, &right.header, problems),
        }
    }
    let taken: BTreeSet<String> = left.header.iter().map(|name| right_name(name)).collect();
    for name in right.header.iter().filter(|name| !taken.contains(*name)) {
        if options.ignore.contains(name) {
            ignored.push(name.clone());
        } else {
            lonely |= alone(names, Hand::Right, name, &left.header, problems);
        }
    }
    if lonely {
        return None;
    }
    let same_shape = left.delimiter == right.delimiter
        && left.header.len() == right.header.len()
        && left.header.iter().enumerate().all(|(at, name)| right.header[at] == right_name(name));
    let side = |hand: Hand, sniffed: &Sniffed| side(hand, names, sniffed, options);
    let sides = [side(Hand::Left, left), side(Hand::Right, right)];
    Some(Layout { sides, pairs, ignored, same_shape })
}

fn side(hand: Hand, names: [&str; 2], sniffed: &Sniffed, options: &Options) -> Side {
    let at = |name: &String| {
        let name = if hand == Hand::Left { name.clone() } else { right_name(name, options) };
        sniffed.header.iter().position(|one| *one == name).unwrap_or_default()
    };
    let code = options.key.iter().find(|name| name.to_lowercase() == "isikukood");
    let code = code.or(options.key.first().filter(|_| options.key_is_code));
    Side {
        name: names[hand as usize].to_owned(),
        sniffed: sniffed.clone(),
        key: options.key.iter().map(|name| (at(name), kind(name, options))).collect(),
        code: code.map(at),
    }
}

fn kind(name: &str, options: &Options) -> Kind {
    let with_tolerance = options.tolerance.contains_key(name).then_some(Kind::Number);
    options.kinds.get(name).copied().or(with_tolerance).unwrap_or_default()
}

fn right_name(name: &str, options: &Options) -> String {
    let mapped = options.map.iter().find(|(left, _)| left == name);
    mapped.map_or_else(|| name.to_owned(), |(_, right)| right.clone())
}

/// Names that are missing or stand twice.
fn check_names(names: [&str; 2], sniffed: &[Sniffed; 2], problems: &Problems) -> bool {
    let mut any = false;
    for (hand, one) in [Hand::Left, Hand::Right].into_iter().zip(sniffed) {
        for (at, name) in one.header.iter().enumerate() {
            let message = if name.trim().is_empty() {
                Message::new("compare-column-unnamed").with("number", at + 1)
            } else if one.header[..at].contains(name) {
                Message::new("compare-column-twice").with("column", name)
            } else {
                continue;
            };
            any = true;
            let problem = Problem::new(names[hand as usize], message).row(1).column(name);
            problems.add(hand, at, problem);
        }
    }
    any
}

/// Wishes for columns that are not there, and a key that is no key.
fn check_wishes(
    names: [&str; 2],
    left: &Sniffed,
    right: &Sniffed,
    options: &Options,
    problems: &Problems,
) -> bool {
    let mut any = false;
    let mut note = |message: Message, hint: Option<Message>| {
        any = true;
        let problem = Problem::new("", message);
        problems.add(Hand::Left, 0, Problem { hint, ..problem });
    };
    let unknown = |name: &str, hand: Hand, header: &[String]| {
        let message = Message::new("compare-rec-column-unknown")
            .with("column", name)
            .with("file", names[hand as usize]);
        (message, Some(near(name, header)))
    };
    if options.key.is_empty() {
        note(Message::new("compare-rec-no-key"), None);
    }
    let wished = options.key.iter().chain(options.map.iter().map(|(name, _)| name));
    let wished = wished.chain(options.tolerance.keys()).chain(options.kinds.keys());
    for name in wished.collect::<BTreeSet<_>>() {
        if !left.header.contains(name) {
            let (message, hint) = unknown(name, Hand::Left, &left.header);
            note(message, hint);
        }
    }
    let mapped = options.map.iter().map(|(_, name)| name);
    let keys: Vec<String> = options.key.iter().map(|name| right_name(name, options)).collect();
    for name in mapped.chain(&keys).collect::<BTreeSet<_>>() {
        if !right.header.contains(name) {
            let (message, hint) = unknown(name, Hand::Right, &right.header);
            note(message, hint);
        }
    }
    for name in &options.ignore {
        if options.key.contains(name) {
            note(Message::new("compare-rec-key-ignored").with("column", name), None);
        } else if !left.header.contains(name) && !right.header.contains(name) {
            let (message, hint) = unknown(name, Hand::Left, &left.header);
            note(message, hint);
        }
    }
    let kinds = |name: &&String| {
        !matches!(options.kinds.get(*name), None | Some(Kind::Number | Kind::Auto))
    };
    for name in options.tolerance.keys().filter(kinds) {
        note(Message::new("compare-rec-tolerance-kind").with("column", name), None);
    }
    any
}

/// A column that only one table has.
fn alone(names: [&str; 2], hand: Hand, name: &str, other: &[String], problems: &Problems) -> bool {
    let (here, there) = (names[hand as usize], names[1 - hand as usize]);
    let message = Message::new("compare-rec-column-alone").with("column", name).with("file", there);
    let hint = match suggest::nearest(name, other.iter().map(String::as_str)) {
        Some(near) => Message::new("compare-rec-column-alone-near").with("near", near),
        None => Message::new("compare-rec-column-alone-hint"),
    };
    problems.add(
        hand,
        0,
        Problem::new(here, message).row(1).column(name).hint(hint.with("column", name)),
    );
    true
}

fn near(name: &str, header: &[String]) -> Message {
    match suggest::nearest(name, header.iter().map(String::as_str)) {
        Some(word) => Message::new("did-you-mean").with("word", word),
        None => Message::new("compare-columns-known").with("columns", header.join(", ")),
    }
}
