//! Letters the systems under test send: a sink that takes them by SMTP, keeps them in memory, and
//! operations that look into it.

mod letter;
mod lines;
mod mailbox;
mod query;
mod session;
mod sink;

pub(crate) use mailbox::Mailbox;
pub(crate) use query::{Asked, MailOperation, check_answer, operation, sent};
pub use sink::MailSink;
