//! What sort of thing a snapshot holds; it decides how the thing is read and compared.

use std::fmt;

/// The form of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// A JSON answer.
    Json,
    /// An XML document, e.g. a SOAP message or a payment file.
    Xml,
    /// A table in a text file: columns divided by `;`, `,` or a tab.
    Csv,
    /// A workbook of Excel.
    Xlsx,
    /// A table as in Gherkin.
    Table,
    /// Plain text, line by line.
    Text,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 6] =
        [Self::Json, Self::Xml, Self::Csv, Self::Xlsx, Self::Table, Self::Text];

    /// Its name in a snapshot's file (`json`, `xml`, `csv`, `xlsx`, `tabel`, `tekst`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Xml => "xml",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Table => "tabel",
            Self::Text => "tekst",
        }
    }

    /// The form of a name, if it is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.name() == name)
    }

    /// Is it a table of some sort, with columns as fields?
    pub(crate) const fn is_table(self) -> bool {
        matches!(self, Self::Csv | Self::Xlsx | Self::Table)
    }
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
