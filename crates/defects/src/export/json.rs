//! JSON for other programs. Its shape is a promise: fields are added, never renamed.

use serde::Serialize;

use crate::register::Summary;

/// Version of the shape.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct File<'a> {
    version: u32,
    defects: &'a [Summary],
}

/// A list as JSON: `{ "version": 1, "defects": [ … ] }`, the fields of [`Summary`] under their own
/// names, times in RFC 3339, days as `2026-12-31`, what is absent as `null`.
pub fn json(list: &[Summary]) -> String {
    let file = File { version: VERSION, defects: list };
    // Our own types serialise.
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}
