//! The area of user rights: institutions, accounts, roles, sessions, and the acts whose permission is tried.
//!
//! `catalogue`, `accounts`, `holdings` and `grants` hold the rules that several endpoints share; every other file is one group of
//! endpoints.

pub(crate) mod accounts;
pub(crate) mod catalogue;
pub(crate) mod clients;
pub(crate) mod decisions;
pub(crate) mod employment;
pub(crate) mod grants;
pub(crate) mod holdings;
pub(crate) mod institutions;
pub(crate) mod journal;
pub(crate) mod login;
pub(crate) mod permissions;
pub(crate) mod problems;
pub(crate) mod proceedings;
pub(crate) mod register_queries;
pub(crate) mod requests;
pub(crate) mod review;
pub(crate) mod roles;
pub(crate) mod users;
