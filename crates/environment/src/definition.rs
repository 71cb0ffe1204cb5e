//! What a file of `environments/` says, read and checked.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
    time::Duration,
};

use rakis_model::{PersonalCode, Place, redact::Redactor};

use crate::{
    Operations, Secret, Variables,
    guard::ProductionHosts,
    headers::HeaderTemplates,
    sql::{self, DatabaseSettings},
};

/// What sort of environment it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The reference system, started by rakis itself.
    Embedded,
    /// A test environment.
    Test,
    /// A development environment.
    Development,
    /// Staging (eelvastuvõtt).
    Staging,
    /// Production: nothing is ever sent there.
    Production,
}

impl Kind {
    /// All kinds as files name them, Estonian and English.
    pub const ALL: [(Self, &'static str, &'static str); 5] = [
        (Self::Embedded, "sisseehitatud", "embedded"),
        (Self::Test, "test", "test"),
        (Self::Development, "arendus", "development"),
        (Self::Staging, "eelvastuvõtt", "staging"),
        (Self::Production, "toodang", "production"),
    ];

    /// By its name in either language.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, et, en)| [*et, *en].contains(&name)).map(|(kind, ..)| *kind)
    }
}

/// How long and how much; every wait has a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Until connected.
    pub connect: Duration,
    /// From the request to the last byte of the answer.
    pub request: Duration,
    /// Bytes of an answer's body.
    pub response_bytes: u64,
    /// Requests at once; `None` sets no limit beyond that of the run.
    pub concurrent: Option<usize>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            request: Duration::from_secs(30),
            response_bytes: 10 * 1024 * 1024,
            concurrent: None,
        }
    }
}

/// An environment as its file defines it, secrets included (they do not show in `Debug`).
#[derive(Clone, Debug)]
pub struct Definition {
    /// Name of its file without `.yaml`.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// What sort it is.
    pub kind: Kind,
    /// Base address; absent for the embedded one, which gets it when it is started.
    pub address: Option<String>,
    /// How operations are performed.
    pub operations: Operations,
    /// Time-outs and sizes.
    pub limits: Limits,
    /// Values for templates where the step sets none.
    pub variables: Variables,
    /// Personal codes that belong to nobody, besides those that are known to.
    pub synthetic: Vec<PersonalCode>,
    /// Operation that tells whether the environment is up.
    pub health: Option<String>,
    pub(crate) databases: BTreeMap<String, DatabaseSettings>,
    /// The folder of the project; files of databases are found from it.
    pub(crate) root: PathBuf,
    pub(crate) headers: HeaderTemplates,
    pub(crate) secrets: BTreeMap<String, Secret>,
    pub(crate) production: ProductionHosts,
    /// Where the address is written, or the file's first line.
    pub(crate) place: Place,
}

impl Definition {
    /// Hides the secrets of this environment.
    pub fn redactor(&self) -> Redactor {
        Redactor::new(self.hidden()).with_synthetic(self.synthetic.iter().cloned())
    }

    /// Hides the secrets of this environment and of another one used beside it.
    pub fn redactor_with(&self, other: &Self) -> Redactor {
        let synthetic = self.synthetic.iter().chain(&other.synthetic).cloned();
        Redactor::new(self.hidden().chain(other.hidden())).with_synthetic(synthetic)
    }

    /// The same, with every database for reading only, whatever its file allows.
    #[must_use]
    pub fn reading_only(mut self) -> Self {
        for database in self.databases.values_mut() {
            database.writable = false;
        }
        self
    }

    fn hidden(&self) -> impl Iterator<Item = String> {
        let secrets = self.secrets.values().map(|secret| secret.expose().to_owned());
        let addresses = self.databases.values().filter_map(|one| one.address.as_ref());
        // Drivers may repeat the password of an address without the address.
        let passwords = addresses
            .filter_map(|address| sql::password(&self.database_text(address)?))
            .collect::<Vec<_>>();
        secrets.chain(passwords)
    }

    /// Where an operation is written.
    pub fn operation_place(&self, name: &str) -> Option<Place> {
        self.operations.get(name).map(|operation| operation.place.clone())
    }
}

/// The operations that are used but not bound, sorted by name.
///
/// For an environment whose secrets are not at hand the operations come of
/// [`operations_of`](crate::operations_of).
pub fn missing(operations: &Operations, used: &BTreeSet<String>) -> Vec<String> {
    used.iter().filter(|name| !operations.contains_key(*name)).cloned().collect()
}
