//! Deriving features: the text a specification gives, merged into what stands in the files.

mod combine;
mod feature;
mod head;
mod layout;
mod lines;
mod plan;
mod restamp;
mod tags;
mod text;
mod write;

pub use plan::{ChangeKind, DerivePlan, FileChange, Withdrawn, plan_derive};
pub use text::derive_text;
pub use write::{WriteError, write};
