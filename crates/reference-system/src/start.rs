//! Starting the service: fault, database, listener.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::clock::Clock;
use crate::faults::{ActiveFault, faults};
use crate::mass_calculation::{Background, Mailer};
use crate::options::Options;
use crate::plant;
use crate::running::Running;
use crate::server::{self, App};
use crate::store::Store;
use crate::system_log::SystemLog;
use crate::temporary::TemporaryFolder;

/// Why the reference system did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The fault asked for does not exist.
    #[error("there is no fault `{name}`; known faults: {}", known.join(", "))]
    UnknownFault {
        /// What was asked for.
        name: String,
        /// Every name there is.
        known: Vec<&'static str>,
    },
    /// The temporary folder for the database could not be made.
    #[error("cannot make a temporary folder for the database: {0}")]
    Folder(#[source] std::io::Error),
    /// The database could not be opened or its schema not made. The address is not told: it may hold a password.
    #[error("cannot open the database: {0}")]
    Database(#[source] sqlx::Error),
    /// The address is in use, or not ours to listen on.
    #[error("cannot listen on {address}: {error}")]
    Listen {
        /// Where it should have listened.
        address: SocketAddr,
        /// What the operating system said.
        #[source]
        error: std::io::Error,
    },
    /// The time zone database has no Europe/Tallinn.
    #[error("cannot find the Estonian time zone: {0}")]
    TimeZone(#[source] jiff::Error),
}

/// Starts one reference system and returns once it listens. Must be called inside a tokio runtime, which it lives in.
///
/// # Errors
/// See [`StartError`].
pub async fn start(options: Options) -> Result<Running, StartError> {
    let fault = options.fault.as_deref().map(find_fault).transpose()?.unwrap_or_default();
    let clock = Clock::new().map_err(StartError::TimeZone)?;
    let (url, folder) = match options.database {
        Some(url) => (with_creation(url), None),
        None => {
            let folder = TemporaryFolder::new().map_err(StartError::Folder)?;
            (with_creation(sqlite_url(&folder.path().join("andmed.sqlite"))), Some(folder))
        }
    };
    let store = Store::open(&url).await.map_err(StartError::Database)?;
    let failed = |error| StartError::Listen { address: options.listen, error };
    let listener = TcpListener::bind(options.listen).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    let app = Arc::new(App {
        store,
        clock,
        fault,
        log: SystemLog::default(),
        background: Background::default(),
        mailer: options.mail.map(Mailer::new),
    });
    let (stop, stopped) = oneshot::channel::<()>();
    let mut router = server::router(&app);
    if let Some(code) = &options.plant {
        router = plant::planted(router, code);
    }
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let server = tokio::spawn(async move {
        let graceful = axum::serve(listener, service).with_graceful_shutdown(async {
            // Also ends when the handle is gone.
            let _ = stopped.await;
        });
        // It ends by being told to; accept errors are retried inside.
        let _ = graceful.await;
    });
    Ok(Running::new(address, app, stop, server, url, folder))
}

fn find_fault(name: &str) -> Result<ActiveFault, StartError> {
    ActiveFault::named(name).ok_or_else(|| StartError::UnknownFault {
        name: name.to_owned(),
        known: faults().iter().map(|fault| fault.name).collect(),
    })
}

/// A path as an address: what would end the path or be decoded in it is written as %XX.
fn sqlite_url(path: &Path) -> String {
    let path =
        path.display().to_string().replace('%', "%25").replace('?', "%3F").replace('#', "%23");
    format!("sqlite://{path}")
}

/// A SQLite file is made when it is not there, unless the address says otherwise.
fn with_creation(url: String) -> String {
    if url.starts_with("sqlite:") && !url.contains('?') && !url.contains(":memory:") {
        url + "?mode=rwc"
    } else {
        url
    }
}
