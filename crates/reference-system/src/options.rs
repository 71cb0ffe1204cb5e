//! What a caller chooses when starting the reference system.

use std::net::SocketAddr;

/// How to start one reference system.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where to listen; port 0 takes a free one.
    pub listen: SocketAddr,
    /// `sqlite://…` or `postgres://…`; `None` is a fresh SQLite file in a temporary folder, removed when the system stops.
    pub database: Option<String>,
    /// The name of the one fault to switch on, from [`crate::faults`].
    pub fault: Option<String>,
    /// A personal code to plant in every text, header, address and error of every answer and in the technical log, in every
    /// way it may be written: what the harness writes down must show it nowhere, unless it is synthetic.
    pub plant: Option<String>,
    /// The SMTP server that notices go to; `None` keeps them in the database, where they can be read.
    pub mail: Option<SocketAddr>,
}
