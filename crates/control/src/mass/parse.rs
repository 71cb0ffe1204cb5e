//! Cells read from bytes into whole numbers, without a copy.

use rakis_model::PersonalCode;

use super::fault::{Fault, Which, Wrong};
use crate::rules::{FIRST_PENSION_PART_YEAR, FIRST_YEAR, Kind, Service};

/// The last year that is taken for one.
pub(super) const LAST_YEAR: u16 = 2100;

/// A person of `isikud.csv`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Person {
    pub(super) code: u64,
    pub(super) service: Service,
    /// First year in the II pillar; `u16::MAX` when never.
    pub(super) pillar_from: u16,
    pub(super) kind: Kind,
    /// The line.
    pub(super) line: u64,
}

/// An entry of `kanded.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) code: u64,
    pub(super) year: u16,
    pub(super) cents: i64,
    /// The line.
    pub(super) line: u64,
}

/// Cells of a line with the column each begins at.
pub(super) struct Cells<'l> {
    which: Which,
    line_number: u64,
    line: &'l [u8],
    count: usize,
    at: usize,
    ended: bool,
}

impl<'l> Cells<'l> {
    /// The cells of a line, of which there must be so many.
    pub(super) const fn new(which: Which, line_number: u64, line: &'l [u8], count: usize) -> Self {
        Self { which, line_number, line, count, at: 0, ended: false }
    }

    /// The next cell and where it begins.
    pub(super) fn next(&mut self) -> Result<(usize, &'l [u8]), Fault> {
        if self.ended {
            return Err(self.fault(self.at, Wrong::Cells(self.count)));
        }
        let (start, rest) = (self.at, &self.line[self.at..]);
        let cell = match memchr::memchr(b';', rest) {
            Some(end) => {
                self.at += end + 1;
                &rest[..end]
            }
            None => {
                self.at = self.line.len();
                self.ended = true;
                rest
            }
        };
        Ok((start, cell))
    }

    /// The next cell as `read` understands it, else what was expected.
    pub(super) fn read<T>(
        &mut self,
        expected: &'static str,
        read: impl FnOnce(&[u8]) -> Option<T>,
    ) -> Result<T, Fault> {
        let (start, cell) = self.next()?;
        read(cell).ok_or_else(|| self.fault(start, Wrong::Cell(expected)))
    }

    /// There is no further cell.
    pub(super) fn end(&self) -> Result<(), Fault> {
        match self.ended {
            true => Ok(()),
            false => Err(self.fault(self.at, Wrong::Cells(self.count))),
        }
    }

    /// Something wrong at a place of the line, from 0.
    pub(super) const fn fault(&self, at: usize, wrong: Wrong) -> Fault {
        Fault::new(self.which, self.line_number, at + 1, wrong)
    }
}

/// A decimal with at most so many decimals as a whole number of the last one: `1.5`, 2 → 150.
pub(super) fn fixed(cell: &[u8], places: u32) -> Option<i64> {
    let (negative, digits) = match cell {
        [b'-', rest @ ..] => (true, rest),
        rest => (false, rest),
    };
    let mut value: i64 = 0;
    let mut fraction: Option<u32> = None;
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                value = value.checked_mul(10)?.checked_add(i64::from(byte - b'0'))?;
                if let Some(count) = &mut fraction {
                    *count += 1;
                }
            }
            b'.' if fraction.is_none() && digits[0] != b'.' => fraction = Some(0),
            _ => return None,
        }
    }
    let given = fraction.unwrap_or_default();
    if digits.is_empty() || fraction == Some(0) || given > places {
        return None;
    }
    let value = value.checked_mul(10_i64.checked_pow(places - given)?)?;
    Some(if negative { -value } else { value })
}

/// Eleven digits as a number.
pub(super) fn code(cell: &[u8]) -> Option<u64> {
    let digits: &[u8; 11] = cell.try_into().ok()?;
    let mut value = 0;
    for digit in digits {
        let digit = digit.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = value * 10 + u64::from(digit);
    }
    // A leading zero would make two texts of one number.
    (digits[0] != b'0').then_some(value)
}

/// A year of the personified register.
pub(super) fn year(cell: &[u8]) -> Option<u16> {
    let digits: &[u8; 4] = cell.try_into().ok()?;
    let year = digits.iter().try_fold(0, |year, digit| {
        digit.is_ascii_digit().then(|| year * 10 + u16::from(digit - b'0'))
    })?;
    (FIRST_YEAR..=LAST_YEAR).contains(&year).then_some(year)
}

/// A line of `isikud.csv`.
pub(super) fn person(line: &[u8], number: u64) -> Result<(Person, PersonalCode), Fault> {
    let mut cells = Cells::new(Which::Persons, number, line, 4);
    let valid = |cell: &[u8]| {
        let code = PersonalCode::parse(std::str::from_utf8(cell).ok()?)?;
        Some((self::code(cell)?, code))
    };
    let (code, text) = cells.read("control-expected-code", valid)?;
    let service = cells.read("control-expected-service", Service::parse)?;
    let pillar = |cell: &[u8]| if cell.is_empty() { Some(u16::MAX) } else { year(cell) };
    let pillar_from = cells.read("control-expected-pillar", pillar)?;
    let kind = cells.read("control-expected-pension-kind", Kind::from_name)?;
    cells.end()?;
    Ok((Person { code, service, pillar_from, kind, line: number }, text))
}

/// A line of `kanded.csv`.
pub(super) fn entry(line: &[u8], number: u64) -> Result<Entry, Fault> {
    let mut cells = Cells::new(Which::Entries, number, line, 4);
    let code = cells.read("control-expected-code", code)?;
    let year = cells.read("control-expected-year", year)?;
    let fits = |cell: &[u8]| {
        let right: &[u8] =
            if year < FIRST_PENSION_PART_YEAR { b"sotsiaalmaks" } else { b"pensioniosa" };
        (cell == right).then_some(())
    };
    cells.read("control-expected-entry-kind", fits)?;
    let cents = cells.read("control-expected-amount", |cell| fixed(cell, 2))?;
    cells.end()?;
    Ok(Entry { code, year, cents, line: number })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_cents_or_refused() {
        for (text, cents) in [
            ("0", 0),
            ("12", 1200),
            ("12.3", 1230),
            ("-12.34", -1234),
            ("-0.01", -1),
            ("92233720368547758.07", i64::MAX),
        ] {
            assert_eq!(fixed(text.as_bytes(), 2), Some(cents), "{text}");
        }
        for wrong in [
            "",
            "-",
            ".",
            "1.",
            ".5",
            "-.5",
            "1.234",
            "1,5",
            "1e3",
            "+1",
            " 1",
            "1 ",
            "--1",
            "1-",
            "1.2.3",
            "1 234.56",
            "92233720368547758.08",
            "99999999999999999999",
            "١",
        ] {
            assert_eq!(fixed(wrong.as_bytes(), 2), None, "{wrong}");
        }
        assert_eq!(fixed(b"191.6496", 4), Some(1_916_496));
    }

    #[test]
    fn a_wrong_cell_is_told_with_its_column() {
        let told = |line: &str| {
            let fault = entry(line.as_bytes(), 7).expect_err("wrong");
            (fault.line, fault.column, fault.wrong)
        };
        let amount = Wrong::Cell("control-expected-amount");
        assert_eq!(told("69901010008;2005;pensioniosa;1,5"), (7, 30, amount));
        assert_eq!(
            told("69901010008;2005;sotsiaalmaks;1").2,
            Wrong::Cell("control-expected-entry-kind")
        );
        assert_eq!(told("69901010008;2001;pensioniosa;1").1, 18);
        assert_eq!(told("69901010008;1998;pensioniosa;1").2, Wrong::Cell("control-expected-year"));
        assert_eq!(told("6990101000;2005;pensioniosa;1").1, 1);
        assert_eq!(told("69901010008;2005;pensioniosa"), (7, 29, Wrong::Cells(4)));
        assert_eq!(told("69901010008;2005;pensioniosa;1;2"), (7, 32, Wrong::Cells(4)));
        assert_eq!(told("").1, 1);
    }
}
