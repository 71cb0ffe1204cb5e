//! What an environment knows of a table before it is read: the places to fill, and the files it lies in.

use std::{collections::BTreeSet, path::PathBuf};

use crate::{Definition, RowSource, operation::Means, sql::Statement};

/// What SQLite keeps beside its file.
const COMPANIONS: [&str; 3] = ["-wal", "-shm", "-journal"];

impl Definition {
    /// The variables that fill places of what gives the rows, needed or not. `None` when it gives
    /// none or cannot be read: that is told when it is asked.
    pub fn places(&self, source: RowSource<'_>) -> Option<BTreeSet<String>> {
        let names = |statement: &Statement| {
            statement.variables().map(str::to_owned).collect::<BTreeSet<_>>()
        };
        match source {
            RowSource::Statement { sql, .. } => Statement::parse(sql).ok().as_ref().map(names),
            RowSource::Operation(name) => match &self.operations.get(name)?.means {
                Means::Sql(sql) => Some(names(&sql.statement)),
                Means::Http(_) | Means::Mail(_) => None,
            },
        }
    }

    /// The database that an operation asks; `None` when it asks none.
    pub fn database_of(&self, operation: &str) -> Option<&str> {
        match &self.operations.get(operation)?.means {
            Means::Sql(sql) => Some(&sql.database),
            Means::Http(_) | Means::Mail(_) => None,
        }
    }

    /// The files its databases are kept in, with those that may lie beside them.
    pub fn database_files(&self) -> Vec<PathBuf> {
        let addresses =
            self.databases.keys().filter_map(|name| self.database_address(name).ok()?);
        let mut files = Vec::new();
        for file in addresses.filter_map(|address| address.file()) {
            let beside = |ending: &&str| {
                let mut name = file.clone().into_os_string();
                name.push(ending);
                PathBuf::from(name)
            };
            files.extend(COMPANIONS.iter().map(beside));
            files.push(file);
        }
        files
    }
}
