//! Databases of an environment: asked with bound parameters, by default in a session that cannot
//! write, every wait and every size limited.

mod address;
mod database;
mod failure;
mod numeric;
#[cfg(feature = "oracle")]
mod oracle;
mod perform;
mod postgres;
mod postgres_value;
mod rows;
mod scan;
mod settings;
mod sqlite;
mod statement;
mod stream;

pub(crate) use address::{DatabaseAddress, password};
pub(crate) use database::Database;
pub(crate) use perform::{
    SqlOperation, answered, check_answer, expected, operation, sent, shown, unknown,
};
pub(crate) use rows::Rows;
pub(crate) use settings::{DatabaseSettings, read};
pub(crate) use statement::{Bound, Statement};
pub(crate) use stream::{BATCHES, hand_on};
pub use stream::{RowSource, Streamed};
