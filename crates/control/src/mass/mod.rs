//! Mass.
/// Name.
pub const NAME: &str = "massarvutus";
