//! The area of classifiers: lists of codes in versions, changed in SKAIS and taken over by STAR, and records that use codes.
//!
//! `editing` is what every change goes through, `intervals` holds the rules on one code's validity and place; every other file
//! is one group of endpoints.

pub(crate) mod closing;
pub(crate) mod codes;
mod editing;
pub(crate) mod history;
mod intervals;
pub(crate) mod lists;
pub(crate) mod overview;
pub(crate) mod publication;
pub(crate) mod records;
pub(crate) mod transfer;
pub(crate) mod versions;
