//! The second pass: rows of results as bytes, in the order of persons.

use std::path::{Path, PathBuf};

use super::{
    Outputs, Pass, Prepared,
    beside::Beside,
    calculate::{Calculator, PensionRow, ShareRow},
    chunks::Work,
    fault::{Fault, MassError, Which, Wrong},
    totals::Totals,
    walk::Walk,
};

/// Header of `pensionid.csv`.
pub(super) const PENSIONS_HEADER: &str =
    "isikukood;staaz_aastaid;kindlustusosakud;uhendosakud;pension_enne;pension_parast\n";
/// Header of `osakud.csv`.
pub(super) const SHARES_HEADER: &str =
    "isikukood;aasta;summa;staaz;kindlustusosak;solidaarosak;uhendosak\n";

/// How rows are made.
struct Writing<'c> {
    calculator: &'c Calculator,
    pensions: bool,
    /// Decimals of a fraction of a year, when shares are wanted.
    shares: Option<u32>,
}

/// The rows of a part.
#[derive(Default)]
struct Written {
    pensions: Vec<u8>,
    shares: Vec<u8>,
    totals: Totals,
}

impl Work for Writing<'_> {
    type Result = Written;

    fn run(&self, walk: &mut Walk<'_>, keep: bool) -> Result<Written, Fault> {
        let mut written = Written::default();
        let Written { pensions, shares, totals } = &mut written;
        while walk.advance()? {
            let row = self.calculator.person(walk, |share| {
                if let Some(places) = self.shares.filter(|_| keep) {
                    share.write(places, shares);
                }
            })?;
            if self.pensions && keep {
                row.write(pensions);
            }
            totals.before += i128::from(row.before);
            totals.after += i128::from(row.after);
            totals.changed += u64::from(row.before != row.after);
        }
        totals.persons = walk.met.persons;
        totals.entries = walk.met.entries;
        totals.later = walk.met.later;
        Ok(written)
    }
}

/// Computes everybody and writes what is wanted.
pub(super) fn write(of: &Prepared<'_>, outputs: &Outputs) -> Result<Totals, Box<MassError>> {
    let mut pensions = Output::create(outputs.pensions.as_deref(), PENSIONS_HEADER)?;
    let mut shares = Output::create(outputs.shares.as_deref(), SHARES_HEADER)?;
    let writing = Writing {
        calculator: &of.calculator,
        pensions: pensions.is_some(),
        shares: shares.as_ref().map(|_| of.settings.service_decimals),
    };
    let mut totals = Totals::default();
    let mut unwritten = None;
    let run = of.chunks.run(&of.settings, Pass::Pensions, &writing, |written| {
        totals.add(&written.totals);
        for (output, bytes) in [(&mut pensions, written.pensions), (&mut shares, written.shares)] {
            if let Some(Err(error)) = output.as_mut().map(|output| output.write(&bytes)) {
                unwritten = Some(error);
                return Err(Fault::new(Which::Entries, 0, 0, Wrong::Stopped));
            }
        }
        Ok(())
    });
    match (unwritten, run) {
        (Some(error), _) => return Err(error),
        (None, Err(fault)) => return Err(fault.named(&of.files)),
        (None, Ok(())) => {}
    }
    for output in [pensions, shares].into_iter().flatten() {
        output.place()?;
    }
    Ok(totals)
}

impl Totals {
    fn add(&mut self, more: &Self) {
        self.persons += more.persons;
        self.entries += more.entries;
        self.later += more.later;
        self.before += more.before;
        self.after += more.after;
        self.changed += more.changed;
    }
}

/// A file of results with its name for errors.
struct Output {
    path: PathBuf,
    file: Beside,
}

impl Output {
    fn create(path: Option<&Path>, header: &str) -> Result<Option<Self>, Box<MassError>> {
        let Some(path) = path else { return Ok(None) };
        let file = Beside::create(path).map_err(|error| not_written(path, &error))?;
        let mut output = Self { path: path.to_owned(), file };
        output.write(header.as_bytes())?;
        Ok(Some(output))
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Box<MassError>> {
        self.file.write(bytes).map_err(|error| not_written(&self.path, &error))
    }

    fn place(self) -> Result<(), Box<MassError>> {
        self.file.place().map_err(|error| not_written(&self.path, &error))
    }
}

fn not_written(path: &Path, error: &std::io::Error) -> Box<MassError> {
    let wrong = Wrong::Io(error.to_string());
    Box::new(MassError { file: path.to_owned(), line: 0, column: 0, wrong })
}

impl PensionRow {
    /// As a line of `pensionid.csv`.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        whole(self.code, out);
        out.push(b';');
        whole(u64::from(self.service), out);
        for (value, places) in
            [(self.insurance, 3), (self.joint, 3), (self.before, 2), (self.after, 2)]
        {
            out.push(b';');
            decimal(value, places, out);
        }
        out.push(b'\n');
    }
}

impl ShareRow {
    /// As a line of `osakud.csv`; `places` are the decimals of a fraction of a year.
    pub(super) fn write(&self, places: u32, out: &mut Vec<u8>) {
        whole(self.code, out);
        out.push(b';');
        whole(u64::from(self.year), out);
        for (value, places) in
            [(self.cents, 2), (self.service, places), (self.insurance, 3), (self.solidarity, 3)]
        {
            out.push(b';');
            decimal(value, places, out);
        }
        out.push(b';');
        if let Some(joint) = self.joint {
            decimal(joint, 3, out);
        }
        out.push(b'\n');
    }
}

fn whole(mut value: u64, out: &mut Vec<u8>) {
    let mut digits = [0; 20];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + (value % 10) as u8;
        value /= 10;
        if value == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[at..]);
}

/// A whole number of the last of so many decimals as a decimal: 150, 2 → `1.50`.
fn decimal(value: i64, places: u32, out: &mut Vec<u8>) {
    if value < 0 {
        out.push(b'-');
    }
    let (mut rest, value) = (places, value.unsigned_abs());
    let scale = 10_u64.pow(places);
    whole(value / scale, out);
    let mut fraction = value % scale;
    if places == 0 {
        return;
    }
    out.push(b'.');
    let from = out.len();
    out.resize(from + places as usize, b'0');
    while rest > 0 {
        rest -= 1;
        out[from + rest as usize] = b'0' + (fraction % 10) as u8;
        fraction /= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_written_in_full() {
        for (value, places, expected) in [
            (0, 2, "0.00"),
            (5, 2, "0.05"),
            (-5, 2, "-0.05"),
            (-123_456, 3, "-123.456"),
            (1000, 0, "1000"),
            (i64::MIN, 2, "-92233720368547758.08"),
            (i64::MAX, 6, "9223372036854.775807"),
        ] {
            let mut out = Vec::new();
            decimal(value, places, &mut out);
            assert_eq!(String::from_utf8(out).expect("digits"), expected);
        }
    }
}
