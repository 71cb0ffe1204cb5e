//! Two canonical tables under rules: every deviation with its path.

use std::collections::BTreeMap;

use rakis_model::{Difference, Failure, failure::DifferenceKind};
use rust_decimal::Decimal;

use super::{
    Sheet,
    order::{Layout, key_name},
    write,
};
use crate::{
    Table,
    snapshot::{
        Rules, leaf,
        lines::{self, Step},
        number,
        rules::{At, Edge, Rule},
    },
};

/// Every deviation of `actual` from `expected`; both are canonical texts.
///
/// # Errors
/// [`Failure`] of kind invalid when a text is no table.
pub(crate) fn compare(
    expected: &str,
    actual: &str,
    rules: &Rules,
) -> Result<Vec<Difference>, Box<Failure>> {
    let (expected, actual) = (write::parse(expected)?, write::parse(actual)?);
    let mut out = Vec::new();
    for left in &expected {
        match actual.iter().find(|right| right.title == left.title) {
            Some(right) => sheets(left, right, rules, &mut out),
            None => out.push(whole(left, DifferenceKind::Missing)),
        }
    }
    let is_new = |right: &&Sheet| expected.iter().all(|left| left.title != right.title);
    out.extend(actual.iter().filter(is_new).map(|right| whole(right, DifferenceKind::Extra)));
    let titles = |sheets: &[Sheet]| {
        sheets.iter().filter_map(|sheet| sheet.title.clone()).collect::<Vec<_>>().join(", ")
    };
    if out.is_empty() && titles(&expected) != titles(&actual) {
        out.push(changed("lehtede järjekord".to_owned(), titles(&expected), titles(&actual)));
    }
    Ok(out)
}

fn sheets(left: &Sheet, right: &Sheet, rules: &Rules, out: &mut Vec<Difference>) {
    match (&left.table, &right.table) {
        (Some(expected), Some(actual)) => {
            let mut found = headers(expected, actual, rules);
            found.extend(Pair::of(expected, actual, rules).differences());
            for mut one in found {
                one.path = left.path(&one.path);
                out.push(one);
            }
        }
        (Some(_), None) => out.push(whole(left, DifferenceKind::Missing)),
        (None, Some(_)) => out.push(whole(right, DifferenceKind::Extra)),
        (None, None) => {}
    }
}

/// A sheet that only one side has.
fn whole(sheet: &Sheet, kind: DifferenceKind) -> Difference {
    let text = Some(write::sheet(sheet));
    let path = sheet.path("tabel");
    match kind {
        DifferenceKind::Missing => Difference { path, kind, expected: text, actual: None },
        _ => Difference { path, kind, expected: None, actual: text },
    }
}

fn changed(path: String, expected: String, actual: String) -> Difference {
    let kind = DifferenceKind::Changed;
    Difference { path, kind, expected: Some(expected), actual: Some(actual) }
}

/// Columns of one side only; in a file also their order, which whoever reads it may rely on.
fn headers(expected: &Table, actual: &Table, rules: &Rules) -> Vec<Difference> {
    let mut out = Vec::new();
    for name in expected.header().iter().filter(|name| actual.column(name).is_none()) {
        let path = format!("veerg „{name}“");
        let (kind, expected) = (DifferenceKind::Missing, Some(name.clone()));
        out.push(Difference { path, kind, expected, actual: None });
    }
    for name in actual.header().iter().filter(|name| expected.column(name).is_none()) {
        let path = format!("veerg „{name}“");
        let (kind, actual) = (DifferenceKind::Extra, Some(name.clone()));
        out.push(Difference { path, kind, expected: None, actual });
    }
    let is_file = rules.form() != crate::snapshot::Form::Table;
    if out.is_empty() && is_file && expected.header() != actual.header() {
        let (left, right) = (expected.header().join(", "), actual.header().join(", "));
        out.push(changed("veergude järjekord".to_owned(), left, right));
    }
    out
}

/// Two tables in their common columns.
struct Pair<'r> {
    header: Vec<String>,
    rules: Vec<Option<&'r Rule>>,
    layout: Layout,
    expected: Vec<Vec<String>>,
    actual: Vec<Vec<String>>,
}

impl<'r> Pair<'r> {
    fn of(expected: &Table, actual: &Table, rules: &'r Rules) -> Self {
        let common = expected
            .header()
            .iter()
            .filter_map(|name| Some((name.clone(), expected.column(name)?, actual.column(name)?)));
        let common: Vec<(String, usize, usize)> = common.collect();
        let pick = |table: &Table, columns: Vec<usize>| {
            let row = |row: &Vec<String>| columns.iter().map(|&at| row[at].clone()).collect();
            table.rows().iter().map(row).collect::<Vec<Vec<String>>>()
        };
        let header: Vec<String> = common.iter().map(|(name, ..)| name.clone()).collect();
        let at = At::start(rules);
        Self {
            rules: header.iter().map(|name| at.go(Edge::Key(name)).known()).collect(),
            layout: Layout::of(&header, rules),
            expected: pick(expected, common.iter().map(|(_, at, _)| *at).collect()),
            actual: pick(actual, common.iter().map(|(.., at)| *at).collect()),
            header,
        }
    }

    fn differences(&self) -> Vec<Difference> {
        let mut out = Vec::new();
        if self.header.is_empty() {
            return out;
        }
        match &self.layout {
            Layout::Kept => self.sequence(&mut out),
            Layout::ByKey(key) => self.keyed(key, &mut out),
            Layout::Free => self.bag(&mut out),
        }
        out
    }

    fn keyed(&self, key: &[usize], out: &mut Vec<Difference>) {
        let mut rows: BTreeMap<Vec<&str>, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for (at, row) in self.expected.iter().enumerate() {
            rows.entry(cells(row, key)).or_default().0.push(at);
        }
        for (at, row) in self.actual.iter().enumerate() {
            rows.entry(cells(row, key)).or_default().1.push(at);
        }
        for (key, (left, right)) in rows {
            for twin in 0..left.len().max(right.len()) {
                let name = || key_name(&key, twin);
                self.pair(&name, left.get(twin).copied(), right.get(twin).copied(), out);
            }
        }
    }

    fn sequence(&self, out: &mut Vec<Difference>) {
        let number = |at: usize| format!("rida {}", at + 1);
        for step in lines::steps(&self.all_exact(&self.expected), &self.all_exact(&self.actual)) {
            let (left, right) = match step {
                Step::Same(left, right) | Step::Changed(left, right) => (Some(left), Some(right)),
                Step::Missing(left) => (Some(left), None),
                Step::Extra(right) => (None, Some(right)),
            };
            self.pair(&|| number(left.or(right).unwrap_or_default()), left, right, out);
        }
    }

    fn bag(&self, out: &mut Vec<Difference>) {
        type Member = (Vec<Decimal>, usize);
        let mut rows: BTreeMap<Vec<&str>, (Vec<Member>, Vec<Member>)> = BTreeMap::new();
        for (at, row) in self.expected.iter().enumerate() {
            rows.entry(self.exact(row)).or_default().0.push((self.numbers(row), at));
        }
        for (at, row) in self.actual.iter().enumerate() {
            rows.entry(self.exact(row)).or_default().1.push((self.numbers(row), at));
        }
        let mut pairs = Vec::new();
        for (mut left, mut right) in rows.into_values() {
            left.sort();
            right.sort();
            let at = |side: &[Member], index: usize| side.get(index).map(|(_, at)| *at);
            let longest = left.len().max(right.len());
            pairs.extend((0..longest).map(|index| (at(&left, index), at(&right, index))));
        }
        pairs.sort_unstable_by_key(|(left, right)| (left.is_none(), *left, *right));
        for (left, right) in pairs {
            let name = || format!("rida {}", left.or(right).unwrap_or_default() + 1);
            self.pair(&name, left, right, out);
        }
    }

    fn all_exact<'c>(&self, rows: &'c [Vec<String>]) -> Vec<Vec<&'c str>> {
        rows.iter().map(|row| self.exact(row)).collect()
    }

    /// The cells that must be equal; numbers that may differ are all one.
    fn exact<'c>(&self, row: &'c [String]) -> Vec<&'c str> {
        let cell = |(cell, rule): (&'c String, &Option<&Rule>)| match rule {
            Some(Rule::Tolerance(_)) if number::parse(cell).is_some() => "~",
            _ => cell.as_str(),
        };
        row.iter().zip(&self.rules).map(cell).collect()
    }

    fn numbers(&self, row: &[String]) -> Vec<Decimal> {
        let cells = row.iter().zip(&self.rules);
        let near = cells.filter(|(_, rule)| matches!(rule, Some(Rule::Tolerance(_))));
        near.filter_map(|(cell, _)| number::parse(cell)).collect()
    }

    fn pair(
        &self,
        name: &dyn Fn() -> String,
        left: Option<usize>,
        right: Option<usize>,
        out: &mut Vec<Difference>,
    ) {
        let shown = |row: &[String]| Some(format!("| {} |", row.join(" | ")));
        let one = match (left.map(|at| &self.expected[at]), right.map(|at| &self.actual[at])) {
            (Some(left), Some(right)) => return self.cells(name, left, right, out),
            (Some(left), None) => {
                let (kind, expected) = (DifferenceKind::Missing, shown(left));
                Difference { path: name(), kind, expected, actual: None }
            }
            (None, Some(right)) => {
                let (kind, actual) = (DifferenceKind::Extra, shown(right));
                Difference { path: name(), kind, expected: None, actual }
            }
            (None, None) => return,
        };
        out.push(one);
    }

    fn cells(
        &self,
        name: &dyn Fn() -> String,
        left: &[String],
        right: &[String],
        out: &mut Vec<Difference>,
    ) {
        for (at, column) in self.header.iter().enumerate() {
            if !leaf::same(&left[at], &right[at], self.rules[at]) {
                let path = format!("{}, veerg „{column}“", name());
                out.push(changed(path, left[at].clone(), right[at].clone()));
            }
        }
    }
}

fn cells<'r>(row: &'r [String], columns: &[usize]) -> Vec<&'r str> {
    columns.iter().map(|&at| row[at].as_str()).collect()
}
