//! The embedded STAR/SKAIS: a real HTTP service over a real database, on loopback, with synthetic data only.
//!
//! It is the system that the acceptance suite is tried against. It shares no code with the harness (a shared rule would be
//! wrong on both sides at once) and computes its rules in SQL where that is natural. Every rule can be broken on purpose by
//! one named [`Fault`], so that the suite itself can be tested.
//!
//! - `start` opens the database, brings its schema up to date and listens; `Running` is the handle of the service.
//! - `routes` is the table of all endpoints; `server` takes a request through clock, transaction, handler and technical log.
//! - `store` holds the schema and the catalogue (roles, functions, who may what) as versioned SQL.
//! - `rights` holds the rules of user rights, `classifiers` those of classifiers, one noun a file; `faults` the defects that
//!   can be switched on.
//! - `mass_calculation` computes the yearly average, shares and indexation, as jobs in the background.
//! - `plant` puts one personal code into every answer, to test that the harness lets none through ([`Options::plant`]).
//!
//! Time: every rule that depends on time uses the request's clock (header `X-Katseaeg`), so scenarios that run at once do not
//! disturb each other.

mod audit;
mod call;
mod classifiers;
mod clock;
mod error;
mod faults;
mod mass_calculation;
mod options;
mod period;
mod personal_code;
mod plant;
mod refusals;
mod rights;
mod routes;
mod running;
mod server;
mod session;
mod start;
mod store;
mod system;
mod system_log;
mod temporary;

pub use faults::{Fault, faults};
pub use options::Options;
pub use running::Running;
pub use start::{StartError, start};
