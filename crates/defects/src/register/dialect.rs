//! The two databases a register may be in.

/// Which SQL dialect the few differences are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    Sqlite,
    Postgres,
}
