//! Whether a procedure holds together; every check tells all it finds.

use rakis_model::Problems;

use super::read::Written;

/// All checks.
pub(super) fn check(_written: &Written, _problems: &mut Problems) {}
