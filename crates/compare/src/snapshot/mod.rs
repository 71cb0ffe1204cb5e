//! Snapshots: an answer, document, table or file compared with one that somebody approved.
//!
//! A step canonicalises what it received ([`Canonical`]) under [`Rules`] and asks the [`Store`]
//! whether that is what was approved. The store keeps insta's files (`.snap`, `.snap.new`), so
//! `cargo insta` can list, show and accept them; but only an [`Approval`] that says who, in which
//! role, when and why makes a snapshot count, and `cargo insta accept` gives none.
//!
//! # Paths in differences
//! Those of the crate, and besides: `$.read[roll="arveldaja"].aeg` for an item paired by its key
//! (a second one with the same key: `[…][1]`); `leht „Nimi“, rida …` in a workbook;
//! `/a/b[2]/@c` in XML, by local names; `rida 12` in a text.

mod approvals;
mod canonical;
mod codes;
mod document;
mod excerpt;
mod file;
mod form;
mod identities;
mod info;
mod leaf;
mod lines;
mod moment;
mod name;
mod number;
mod order;
mod placeholder;
mod rules;
mod store;
mod unsafe_switch;
mod write;

pub use approvals::{Approval, Approved};
pub use canonical::Canonical;
pub use document::Setting;
pub(crate) use document::excel_moment;
pub use form::Form;
pub use identities::Identities;
pub use info::Info;
pub use moment::Window;
pub use name::slug;
pub use rules::Rules;
pub use store::{Asked, Entry, Pending, Standing, Store};
pub use unsafe_switch::unsafe_switch;
