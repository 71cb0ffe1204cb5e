//! The systems under test: how an environment is written down, guarded, and spoken to over HTTP.
//!
//! Steps know operations (toimingud) by name; `environments/<name>.yaml` and its bindings say how
//! one environment performs them. What is sent and answered comes back as a redacted
//! [`Exchange`](rakis_model::Exchange), what went wrong as a typed
//! [`Failure`](rakis_model::Failure): *failed* when the system answered otherwise than required,
//! *broken* when no usable answer came, *invalid* when the test or the settings are wrong.

mod address;
mod answer;
mod bindings;
mod body;
mod client;
mod definition;
mod environment;
mod exchange;
mod guard;
mod headers;
mod json_path;
mod load;
mod lookup;
mod mail;
mod means;
mod operation;
mod performed;
mod request;
mod secret;
mod secrets;
mod sensitive;
mod settings;
mod sources;
mod sql;
mod template;

pub use definition::{Definition, Kind, Limits, missing};
pub use environment::{Environment, Started};
pub use json_path::{JsonPath, json_path};
pub use load::{load, names, operations_of};
pub use lookup::Lookup;
pub use mail::MailSink;
pub use means::CheckedDatabase;
pub use operation::{Operation, Operations};
pub use performed::{FreeBody, FreeRequest, Performed, Reply, Variables};
pub use secret::Secret;
pub use sql::{RowSource, Streamed};

/// The words of this crate, Estonian and English.
pub const WORDS: rakis_model::words::Texts = rakis_model::words::Texts {
    et: include_str!("../words/et.ftl"),
    en: include_str!("../words/en.ftl"),
};
