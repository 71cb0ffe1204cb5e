//! Every snapshot of this project is approved, by somebody, in this very text. The file lies here
//! so that `cargo insta` finds the snapshots: it looks beside test files.

use rakis_compare::snapshot::{Standing, Store};

#[test]
fn every_snapshot_is_approved() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../snapshots");
    let entries = Store::open(folder).entries().expect("the folder is readable");
    assert!(!entries.is_empty(), "the snapshots are there");
    let others: Vec<_> = entries
        .iter()
        .filter(|entry| entry.standing != Standing::Approved)
        .map(|entry| (&entry.name, entry.standing))
        .collect();
    assert_eq!(others, Vec::new(), "rakis review --list tells more");
}
