//! The handle of a running service: its address, and stopping it.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::server::App;
use crate::temporary::TemporaryFolder;

/// How long requests under way may take to finish once the service is told to stop, and the database to close after them.
const GRACE: Duration = Duration::from_secs(2);

/// Shows in no `Debug`: it may hold a password.
struct DatabaseUrl(String);

impl std::fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}

/// A running reference system. Dropping it stops it at once; [`Running::stop`] lets requests under way finish.
#[derive(Debug)]
pub struct Running {
    address: SocketAddr,
    app: Arc<App>,
    stop: Option<oneshot::Sender<()>>,
    server: JoinHandle<()>,
    database: DatabaseUrl,
    /// Removed when the handle goes.
    _folder: Option<TemporaryFolder>,
}

impl Running {
    pub(crate) fn new(
        address: SocketAddr,
        app: Arc<App>,
        stop: oneshot::Sender<()>,
        server: JoinHandle<()>,
        database: String,
        folder: Option<TemporaryFolder>,
    ) -> Self {
        Self {
            address,
            app,
            stop: Some(stop),
            server,
            database: DatabaseUrl(database),
            _folder: folder,
        }
    }

    /// Where it listens, with the port it was given.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// `http://127.0.0.1:1234`, without a slash at the end.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Where its tables are: `sqlite://…` or `postgres://…`, for whoever checks what it keeps. May hold a password.
    #[must_use]
    pub fn database_url(&self) -> &str {
        &self.database.0
    }

    /// Stops listening, lets requests under way finish (two seconds at most), closes the database and removes a temporary
    /// one.
    pub async fn stop(mut self) {
        self.tell_to_stop();
        let _ = tokio::time::timeout(GRACE, &mut self.server).await;
        self.server.abort();
        self.app.background.stop();
        let _ = tokio::time::timeout(GRACE, self.app.store.close()).await;
    }

    fn tell_to_stop(&mut self) {
        if let Some(stop) = self.stop.take() {
            // The server may have ended by itself.
            let _ = stop.send(());
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.tell_to_stop();
        self.server.abort();
        self.app.background.stop();
    }
}
