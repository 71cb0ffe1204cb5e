//! When and by whom a defect may be waived.

/// When and by whom a defect may be waived, so that a delivery may pass with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaiverRule {
    /// Roles that may waive.
    pub roles: Vec<String>,
    /// The longest a waiver may last, in days.
    pub longest_days: i64,
}
