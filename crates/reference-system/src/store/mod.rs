//! The database: opening it, and bringing its schema up to date.

mod open;
mod schema;

pub(crate) use open::Store;
