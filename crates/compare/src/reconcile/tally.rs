//! Sums and counts of columns that hold numbers, exact, whatever mixture of decimals they have.

use std::ops::Range;

use super::{
    Kind, Number, Options,
    layout::{Hand, Layout},
    number::{Shape, shape},
    scan,
};

/// Sums of one table, or of a part of its rows.
#[derive(Clone, Debug)]
pub(crate) struct Tally {
    pub columns: Vec<Column>,
}

/// Sums of one compared column.
#[derive(Clone, Debug, Default)]
pub(crate) struct Column {
    /// Index in the table's header; `None` when its kind is not to be summed.
    at: Option<usize>,
    pub numbers: i64,
    /// Sums of mantissas by their scale.
    sums: Vec<i128>,
    /// A sum that did not fit.
    overflow: bool,
    /// The first row with a text in it: then it is no column of numbers.
    pub text: Option<u64>,
    /// The first cells that look like numbers and are none; how many there are.
    pub odd: Vec<(u64, String)>,
    pub odd_count: u64,
    auto: bool,
}

impl Tally {
    pub(crate) fn new(layout: &Layout, hand: Hand) -> Self {
        let column =
            |pair: &super::layout::Pair| Column {
                at: matches!(pair.kind, Kind::Auto | Kind::Number)
                    .then_some(if hand == Hand::Left { pair.left } else { pair.right }),
                auto: pair.kind == Kind::Auto,
                ..Column::default()
            };
        Self { columns: layout.pairs.iter().map(column).collect() }
    }

    /// Adds a row (`sign` 1) or takes it away (−1). What is no number is remembered when added.
    pub(crate) fn row(
        &mut self,
        number: u64,
        row: &[u8],
        cells: &[Range<usize>],
        sign: i64,
        options: &Options,
    ) {
        for column in &mut self.columns {
            let Some(at) = column.at else { continue };
            if column.auto && column.text.is_some() {
                continue;
            }
            let value = scan::value(&row[cells[at].clone()]);
            if value.is_empty() || is_null(&value, options) {
                continue;
            }
            match shape(&value) {
                Shape::Number(found) => column.add(found, sign),
                _ if sign < 0 => {}
                Shape::Odd => {
                    column.odd_count += 1;
                    if column.odd.len() < options.first.max(1) {
                        column.odd.push((number, String::from_utf8_lossy(&value).into_owned()));
                    }
                }
                Shape::Text => column.text = Some(number),
            }
        }
    }

    /// Is there any cell that can be misread in a column that seems to hold numbers?
    pub(crate) fn any_odd(&self) -> bool {
        self.columns.iter().any(|column| column.odd_count > 0 && column.text.is_none())
    }

    /// Adds another tally, or takes it away.
    pub(crate) fn merge(&mut self, other: &Self, sign: i64, options: &Options) {
        for (column, more) in self.columns.iter_mut().zip(&other.columns) {
            column.numbers += sign * more.numbers;
            for (scale, sum) in more.sums.iter().enumerate() {
                column.add_sum(scale, *sum, sign);
            }
            column.overflow |= more.overflow;
            if sign > 0 {
                column.text = column.text.into_iter().chain(more.text).min();
                column.odd_count += more.odd_count;
                column.odd.extend(more.odd.iter().cloned());
                column.odd.sort();
                column.odd.truncate(options.first.max(1));
            }
        }
    }
}

impl Column {
    #[inline]
    fn add(&mut self, found: Number, sign: i64) {
        self.numbers += sign;
        self.add_sum(found.scale as usize, found.mantissa, sign);
    }

    fn add_sum(&mut self, scale: usize, mantissa: i128, sign: i64) {
        if self.sums.len() <= scale {
            self.sums.resize(scale + 1, 0);
        }
        let sum = if sign > 0 {
            self.sums[scale].checked_add(mantissa)
        } else {
            self.sums[scale].checked_sub(mantissa)
        };
        match sum {
            Some(sum) => self.sums[scale] = sum,
            None => self.overflow = true,
        }
    }

    /// The sum; `None` when it has too many digits.
    pub(crate) fn sum(&self) -> Option<Number> {
        if self.overflow {
            return None;
        }
        let scale = self.sums.iter().rposition(|sum| *sum != 0).unwrap_or_default() as u32;
        let mut mantissa = 0_i128;
        for (own, sum) in self.sums.iter().enumerate().take(scale as usize + 1) {
            let raised = Number { mantissa: *sum, scale: own as u32 }.at(scale)?;
            mantissa = mantissa.checked_add(raised)?;
        }
        Some(Number { mantissa, scale })
    }
}

/// Does this value stand for none?
pub(crate) fn is_null(value: &[u8], options: &Options) -> bool {
    (options.null_is_empty && value.is_empty())
        || options.nulls.iter().any(|null| null.as_bytes() == value)
}
