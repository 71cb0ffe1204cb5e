//! The address of a database: which kind it is, on which host, what of it is secret.

use std::path::{Path, PathBuf};

use rakis_model::Message;
use reqwest::Url;
use sqlx::{ConnectOptions as _, postgres::PgConnectOptions, sqlite::SqliteConnectOptions};

use crate::{
    guard::ProductionHosts,
    template::{Part, Template},
};

/// An address, read. It shows in no `Debug`: it may hold a password.
#[derive(Clone)]
pub(crate) enum DatabaseAddress {
    /// A file.
    Sqlite(Box<SqliteConnectOptions>),
    /// A server.
    Postgres(Box<PgConnectOptions>),
    /// A server, as `user/password@//host:port/service`.
    #[cfg(feature = "oracle")]
    Oracle(Box<super::oracle::OracleAddress>),
}

impl std::fmt::Debug for DatabaseAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.kind())
    }
}

impl DatabaseAddress {
    /// Reads an address; a file is found from `root`.
    ///
    /// # Errors
    /// What is wrong with it, without the address itself.
    pub(crate) fn parse(text: &str, root: &Path) -> Result<Self, Message> {
        let scheme = text.split_once(':').map_or("", |(scheme, _)| scheme);
        let wrong = || Message::new("env-database-address");
        match scheme {
            "sqlite" => {
                let options: SqliteConnectOptions = text.parse().map_err(|_| wrong())?;
                let file: PathBuf = root.join(options.get_filename());
                Ok(Self::Sqlite(Box::new(options.filename(file))))
            }
            "postgres" | "postgresql" => {
                let url = Url::parse(text).map_err(|_| wrong())?;
                let named = |name: &str| name == "host" || name == "hostaddr";
                let elsewhere = url.query_pairs().any(|(name, _)| named(&name));
                // Without a host the driver would take one from the variables of the process.
                if url.host_str().is_none_or(str::is_empty) && !elsewhere {
                    return Err(wrong());
                }
                let options = PgConnectOptions::from_url(&url).map_err(|_| wrong())?;
                Ok(Self::Postgres(Box::new(options)))
            }
            #[cfg(feature = "oracle")]
            "oracle" => super::oracle::OracleAddress::parse(text)
                .map(|address| Self::Oracle(Box::new(address)))
                .ok_or_else(wrong),
            #[cfg(not(feature = "oracle"))]
            "oracle" => Err(Message::new("env-database-oracle")),
            _ => Err(wrong()),
        }
    }

    /// `PostgreSQL`, `SQLite`.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "SQLite",
            Self::Postgres(_) => "PostgreSQL",
            #[cfg(feature = "oracle")]
            Self::Oracle(_) => "Oracle",
        }
    }

    /// The file, when it is one.
    pub(crate) fn file(&self) -> Option<PathBuf> {
        match self {
            Self::Sqlite(options) => Some(options.get_filename().to_owned()),
            Self::Postgres(_) => None,
            #[cfg(feature = "oracle")]
            Self::Oracle(_) => None,
        }
    }

    /// The pattern of production that holds its host, and that host.
    pub(crate) fn production<'p>(&self, hosts: &'p ProductionHosts) -> Option<(String, &'p str)> {
        let host = match self {
            Self::Sqlite(_) => return None,
            Self::Postgres(options) => options.get_host(),
            #[cfg(feature = "oracle")]
            Self::Oracle(address) => address.host(),
        };
        let bracketed = host.contains(':') && !host.starts_with('[');
        let text = if bracketed { format!("http://[{host}]") } else { format!("http://{host}") };
        let url = Url::parse(&text).ok()?;
        Some((host.to_owned(), hosts.find(&url)?))
    }
}

/// Is it an address at all?
///
/// # Errors
/// What is wrong with it.
pub(super) fn check(text: &str) -> Result<(), Message> {
    DatabaseAddress::parse(text, Path::new("")).map(|_| ())
}

/// The password in an address, decoded: it must be hidden by itself too.
pub(crate) fn password(text: &str) -> Option<String> {
    let password = Url::parse(text).ok()?.password()?.to_owned();
    let mut bytes = Vec::new();
    let mut rest = password.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).filter(|_| *first == b'%');
        let hex = hex.and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).ok()
}

/// Is a password written out in it?
pub(super) fn holds_password(template: &Template) -> bool {
    // A secret stands in as a word, so that only what is written out counts.
    let mut text = String::new();
    for part in template.parts() {
        match part {
            Part::Text(literal) => text.push_str(literal),
            Part::Secret(_) | Part::Variable { .. } => text.push_str("KOHATÄIDE"),
        }
    }
    let query = text.split_once('?').map_or("", |(_, query)| query);
    let in_query = query.split('&').any(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        crate::sensitive::is_secret_name(name) && !value.contains("KOHATÄIDE")
    });
    in_query || password(&text).is_some_and(|password| !password.contains("KOHATÄIDE"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_found_however_it_is_written() {
        for (text, expected) in [
            ("postgres://a:parool@b/c", true),
            ("postgres://b/c?user=a&password=parool", true),
            ("postgres://a:{saladus:P}@b/c", false),
            ("postgres://b/c?password={saladus:P}", false),
            ("postgres://a@b/c", false),
            ("{saladus:DB}", false),
            ("sqlite:andmed/a.db", false),
        ] {
            assert_eq!(holds_password(&Template::parse(text).unwrap()), expected, "{text}");
        }
        assert_eq!(password("postgres://a:p%C3%B5d@b/c").as_deref(), Some("põd"));
    }

    #[test]
    fn addresses_of_databases_are_read_and_others_named() {
        let read = |text: &str| match DatabaseAddress::parse(text, Path::new("/projekt")) {
            Ok(DatabaseAddress::Sqlite(options)) => options.get_filename().display().to_string(),
            Ok(other) => other.kind().to_owned(),
            Err(message) => message.key.into_owned(),
        };
        for (text, expected) in [
            ("sqlite:andmed/a.db", "/projekt/andmed/a.db"),
            ("sqlite:///andmed/a.db?mode=rwc", "/andmed/a.db"),
            ("postgres://a:b@host:5432/c", "PostgreSQL"),
            ("postgresql://host/c?sslmode=require", "PostgreSQL"),
            ("postgres:///c?host=/var/run", "PostgreSQL"),
            ("postgres:///c", "env-database-address"),
            ("mysql://a/b", "env-database-address"),
            ("", "env-database-address"),
            ("andmed.db", "env-database-address"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn a_database_of_production_is_known_by_its_host() {
        let hosts =
            ProductionHosts::new(&["*.sotsiaalkindlustusamet.ee".into(), "10.1.2.3".into()]);
        for (text, expected) in [
            ("postgres://a@DB.sotsiaalkindlustusamet.ee/x", true),
            ("postgres://a@ohutu/x?host=db.sotsiaalkindlustusamet.ee", true),
            ("postgres://a@ohutu/x?hostaddr=10.1.2.3", true),
            ("postgres://a@10.1.2.3:5432/x", true),
            ("postgres://a@ohutu/x", false),
            ("sqlite:a.db", false),
        ] {
            let address = DatabaseAddress::parse(text, Path::new("")).unwrap();
            assert_eq!(address.production(&hosts).is_some(), expected, "{text}");
        }
    }
}
