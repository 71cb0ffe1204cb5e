//! Two tables, row by row: by key, or as whole rows.

use std::collections::{BTreeMap, VecDeque};

use rakis_model::{Difference, Failure, Message, failure::DifferenceKind, suggest};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::Table;

/// Does the order of rows matter?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Rows may come in any order.
    Free,
    /// Rows must come in the order required.
    Kept,
}

/// Every deviation of `actual` from `expected`; empty when they agree.
///
/// The columns of `expected` are compared; what `actual` has besides is not looked at, and the
/// order of columns does not matter. With a `key` rows are paired by those columns, so that a
/// changed cell is told as such; a second row with the same key is extra. Without one, rows are
/// equal as a whole or not at all ([`Order::Free`]: as often as required, wherever they stand).
/// With a key and [`Order::Kept`] the fewest rows that would have to move are told besides. For
/// the paths see the crate.
///
/// # Errors
/// [`Failure`] of kind invalid when `actual` lacks a column of `expected`, `expected` one of
/// `key`, or two rows of `expected` have the same key.
pub fn table(
    expected: &Table,
    actual: &Table,
    key: &[&str],
    order: Order,
) -> Result<Vec<Difference>, Box<Failure>> {
    let columns: Vec<usize> =
        expected.header().iter().map(|name| column(actual, name)).collect::<Result<_, _>>()?;
    let key: Vec<usize> =
        key.iter().map(|name| column(expected, name)).collect::<Result<_, _>>()?;
    let pick = |row: &'_ Vec<String>| columns.iter().map(|&at| row[at].clone()).collect();
    let actual: Vec<Vec<String>> = actual.rows().iter().map(pick).collect();
    let pair = Pair { header: expected.header(), expected: expected.rows(), actual: &actual };
    match (key.is_empty(), order) {
        (false, _) => pair.keyed(&key, order),
        (true, Order::Free) => Ok(pair.bag()),
        (true, Order::Kept) => Ok(pair.sequence()),
    }
}

fn column(table: &Table, name: &str) -> Result<usize, Box<Failure>> {
    table.column(name).ok_or_else(|| {
        let known = table.header().iter().map(String::as_str);
        let hint = match suggest::nearest(name, known) {
            Some(near) => Message::new("did-you-mean").with("word", near),
            None => {
                Message::new("compare-columns-known").with("columns", table.header().join(", "))
            }
        };
        let message = Message::new("compare-column-unknown").with("column", name);
        Box::new(Failure::invalid(message).hint(hint))
    })
}

/// Two tables with the same columns.
struct Pair<'t> {
    header: &'t [String],
    expected: &'t [Vec<String>],
    actual: &'t [Vec<String>],
}

impl Pair<'_> {
    fn keyed(&self, key: &[usize], order: Order) -> Result<Vec<Difference>, Box<Failure>> {
        let of = |row: &Vec<String>| key.iter().map(|&at| row[at].clone()).collect::<Vec<_>>();
        let mut found: BTreeMap<Vec<String>, VecDeque<usize>> = BTreeMap::new();
        for (at, row) in self.actual.iter().enumerate() {
            found.entry(of(row)).or_default().push_back(at);
        }
        let mut known: BTreeMap<Vec<String>, ()> = BTreeMap::new();
        let mut paired = Vec::new();
        let mut differences = Vec::new();
        for row in self.expected {
            let key = of(row);
            let name = key_name(&key);
            match found.get_mut(&key).and_then(VecDeque::pop_front) {
                Some(at) => {
                    self.cells(&name, row, &self.actual[at], &mut differences);
                    paired.push((name, at));
                }
                None => differences.push(missing(name, row)),
            }
            if known.insert(key.clone(), ()).is_some() {
                let message = Message::new("compare-key-twice").with("key", key.join(", "));
                return Err(Box::new(Failure::invalid(message)));
            }
        }
        if order == Order::Kept {
            differences.extend(out_of_order(&paired));
        }
        let mut left: Vec<usize> = found.into_values().flatten().collect();
        left.sort_unstable();
        let extra_row = |at: usize| extra(key_name(&of(&self.actual[at])), &self.actual[at]);
        differences.extend(left.into_iter().map(extra_row));
        Ok(differences)
    }

    fn bag(&self) -> Vec<Difference> {
        let mut found: BTreeMap<&Vec<String>, VecDeque<usize>> = BTreeMap::new();
        for (at, row) in self.actual.iter().enumerate() {
            found.entry(row).or_default().push_back(at);
        }
        let mut differences = Vec::new();
        for (at, row) in self.expected.iter().enumerate() {
            if found.get_mut(row).and_then(VecDeque::pop_front).is_none() {
                differences.push(missing(number_name(at), row));
            }
        }
        let mut left: Vec<usize> = found.into_values().flatten().collect();
        left.sort_unstable();
        differences.extend(left.into_iter().map(|at| extra(number_name(at), &self.actual[at])));
        differences
    }

    fn sequence(&self) -> Vec<Difference> {
        let mut differences = Vec::new();
        for op in capture_diff_slices(Algorithm::Myers, self.expected, self.actual) {
            if matches!(op, DiffOp::Equal { .. }) {
                continue;
            }
            let (old, new) = (op.old_range(), op.new_range());
            for step in 0..old.len().max(new.len()) {
                let expected = (step < old.len()).then(|| old.start + step);
                let actual = (step < new.len()).then(|| new.start + step);
                match (expected, actual) {
                    (Some(left), Some(right)) => {
                        let (row, found) = (&self.expected[left], &self.actual[right]);
                        self.cells(&number_name(left), row, found, &mut differences);
                    }
                    (Some(left), None) => {
                        differences.push(missing(number_name(left), &self.expected[left]));
                    }
                    (None, Some(right)) => {
                        differences.push(extra(number_name(right), &self.actual[right]));
                    }
                    (None, None) => {}
                }
            }
        }
        differences
    }

    fn cells(&self, name: &str, row: &[String], found: &[String], out: &mut Vec<Difference>) {
        for ((column, expected), actual) in self.header.iter().zip(row).zip(found) {
            if expected != actual {
                out.push(Difference {
                    path: format!("{name}, veerg „{column}“"),
                    kind: DifferenceKind::Changed,
                    expected: Some(expected.clone()),
                    actual: Some(actual.clone()),
                });
            }
        }
    }
}

/// The fewest rows that stand out of their order: those outside a longest rising sequence.
fn out_of_order(paired: &[(String, usize)]) -> Vec<Difference> {
    let mut places: Vec<usize> = paired.iter().map(|(_, at)| *at).collect();
    places.sort_unstable();
    let rank = |at: &usize| places.binary_search(at).unwrap_or_default();
    let ranks: Vec<usize> = paired.iter().map(|(_, at)| rank(at)).collect();
    let in_order = longest_rising(&ranks);
    let moved = (0..ranks.len()).filter(|at| !in_order[*at]);
    moved
        .map(|at| Difference {
            path: format!("{}, järjekord", paired[at].0),
            kind: DifferenceKind::Changed,
            expected: Some((at + 1).to_string()),
            actual: Some((ranks[at] + 1).to_string()),
        })
        .collect()
}

/// Which items belong to one longest rising subsequence.
fn longest_rising(items: &[usize]) -> Vec<bool> {
    // `tails[n]` is the index of the smallest item that ends a rising sequence of n + 1 items.
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        let length = tails.partition_point(|&tail| items[tail] < *item);
        before.push(length.checked_sub(1).map(|shorter| tails[shorter]));
        if length == tails.len() {
            tails.push(index);
        } else {
            tails[length] = index;
        }
    }
    let mut chosen = vec![false; items.len()];
    let mut next = tails.last().copied();
    while let Some(index) = next {
        chosen[index] = true;
        next = before[index];
    }
    chosen
}

fn missing(path: String, row: &[String]) -> Difference {
    Difference { path, kind: DifferenceKind::Missing, expected: Some(shown(row)), actual: None }
}

fn extra(path: String, row: &[String]) -> Difference {
    Difference { path, kind: DifferenceKind::Extra, expected: None, actual: Some(shown(row)) }
}

fn shown(row: &[String]) -> String {
    format!("| {} |", row.join(" | "))
}

fn key_name(key: &[String]) -> String {
    format!("rida „{}“", key.join(", "))
}

fn number_name(index: usize) -> String {
    format!("rida {}", index + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(expected: &str, actual: &str, key: &[&str], order: Order, lines: &[&str]) {
        let (left, right) = (Table::parse(expected).unwrap(), Table::parse(actual).unwrap());
        let found: Vec<String> = match table(&left, &right, key, order) {
            Ok(differences) => differences.iter().map(line).collect(),
            Err(failure) => vec![format!("{:?} {}", failure.kind, failure.message.key)],
        };
        assert_eq!(found, lines, "{expected}\n{actual}");
    }

    fn line(one: &Difference) -> String {
        let part = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
        format!("{}: {} → {}", one.path, part(&one.expected), part(&one.actual))
    }

    const USERS: &str = "| nimi | roll |\n| Mari Maasikas | arveldaja |\n| Õie Õun | haldur |";

    #[test]
    fn keyed_rows_tell_what_changed_is_missing_or_extra() {
        let free = Order::Free;
        check(USERS, USERS, &["nimi"], free, &[]);
        check(
            USERS,
            "| roll | nimi | muu |\n| haldur | Õie Õun | 1 |\n| arveldaja | Mari Maasikas | 2 |",
            &["nimi"],
            free,
            &[],
        );
        check(
            USERS,
            "| nimi | roll |\n| Uus | x |\n| Mari Maasikas | maksja |\n| Mari Maasikas | y |",
            &["nimi"],
            free,
            &[
                "rida „Mari Maasikas“, veerg „roll“: arveldaja → maksja",
                "rida „Õie Õun“: | Õie Õun | haldur | → –",
                "rida „Uus“: – → | Uus | x |",
                "rida „Mari Maasikas“: – → | Mari Maasikas | y |",
            ],
        );
        check(
            "| nimi | roll |",
            USERS,
            &["nimi", "roll"],
            free,
            &[
                "rida „Mari Maasikas, arveldaja“: – → | Mari Maasikas | arveldaja |",
                "rida „Õie Õun, haldur“: – → | Õie Õun | haldur |",
            ],
        );
    }

    #[test]
    fn rows_without_a_key_count_as_whole_rows() {
        let three = "| a |\n| 1 |\n| 2 |\n| 2 |";
        check(three, "| a |\n| 2 |\n| 1 |\n| 2 |", &[], Order::Free, &[]);
        check(
            three,
            "| a |\n| 2 |\n| 1 |\n| 1 |",
            &[],
            Order::Free,
            &["rida 3: | 2 | → –", "rida 3: – → | 1 |"],
        );
        check(three, "| a |\n| 2 |\n| 2 |", &[], Order::Kept, &["rida 1: | 1 | → –"]);
        check(
            three,
            "| a |\n| 1 |\n| x |\n| 2 |\n| 3 |",
            &[],
            Order::Kept,
            &["rida 2, veerg „a“: 2 → x", "rida 4: – → | 3 |"],
        );
    }

    #[test]
    fn of_an_order_the_fewest_moved_rows_are_told() {
        check(
            "| n |\n| a |\n| b |\n| c |\n| d |",
            "| n |\n| d |\n| a |\n| b |\n| c |",
            &["n"],
            Order::Kept,
            &["rida „d“, järjekord: 4 → 1"],
        );
    }

    #[test]
    fn a_table_that_cannot_be_compared_is_invalid() {
        let free = Order::Free;
        check(USERS, "| nimi | rol |", &[], free, &["Invalid compare-column-unknown"]);
        check(USERS, USERS, &["isik"], free, &["Invalid compare-column-unknown"]);
        check("| a |\n| 1 |\n| 1 |", "| a |", &["a"], free, &["Invalid compare-key-twice"]);
    }
}
