//! Everybody's pension, one after another, for whoever compares them with a system's.

use super::{
    Prepared,
    calculate::PensionRow,
    fault::{Fault, MassError},
    walk::Walk,
};

/// An iterator over the pensions in the order of codes; it ends after an error.
///
/// It reads with the one buffer of each file; nothing is held of a person who was given.
pub struct Rows<'p> {
    of: &'p Prepared<'p>,
    walk: Option<Walk<'p>>,
}

impl std::fmt::Debug for Rows<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Rows({:?})", self.of.files.persons)
    }
}

impl PensionRow {
    /// The columns of `pensionid.csv`.
    pub const COLUMNS: [&'static str; 6] = [
        "isikukood",
        "staaz_aastaid",
        "kindlustusosakud",
        "uhendosakud",
        "pension_enne",
        "pension_parast",
    ];

    /// The line of `pensionid.csv` without its end, added to a buffer.
    pub fn line(&self, out: &mut Vec<u8>) {
        self.write(out);
        out.pop();
    }
}

impl Prepared<'_> {
    /// The pensions one after another.
    ///
    /// # Errors
    /// When a file cannot be opened.
    pub fn rows(&self) -> Result<Rows<'_>, Box<MassError>> {
        let walk = self.chunks.opened().and_then(|opened| {
            Walk::new(opened, &self.chunks.whole(), self.settings.year, self.settings.accepts)
        });
        let walk = walk.map_err(|fault| fault.named(&self.files))?;
        Ok(Rows { of: self, walk: Some(walk) })
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<PensionRow, Box<MassError>>;

    fn next(&mut self) -> Option<Self::Item> {
        let walk = self.walk.as_mut()?;
        let row: Result<Option<PensionRow>, Fault> = walk.advance().and_then(|more| match more {
            true => self.of.calculator.person(walk, |_| {}).map(Some),
            false => Ok(None),
        });
        match row {
            Ok(Some(row)) => Some(Ok(row)),
            Ok(None) => {
                self.walk = None;
                None
            }
            Err(fault) => {
                self.walk = None;
                Some(Err(fault.named(&self.of.files)))
            }
        }
    }
}
