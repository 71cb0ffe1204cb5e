//! Personal codes in a text, however deep they are wrapped.

use std::{collections::BTreeSet, ops::Range};

use super::{digits, digits::Digits, encoded, escapes, view::View};
use crate::personal_code::{may_be_real, number};

/// So many wrappings are taken off: JSON in base64 in JSON in a percent-encoded URL is four.
const DEPTH: usize = 6;

/// Where codes of real people stand, in order and apart. `open`: the text goes on beyond its end.
pub(super) fn find(bytes: &[u8], open: bool, synthetic: &BTreeSet<u64>) -> Vec<Range<usize>> {
    let wanted = |digits: &Digits| may_be_real(digits) && !synthetic.contains(&number(digits));
    let mut found = within(bytes, open, DEPTH, &wanted);
    found.sort_by_key(|part| part.start);
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(found.len());
    for part in found {
        match apart.last_mut() {
            Some(last) if part.start < last.end => last.end = last.end.max(part.end),
            _ => apart.push(part),
        }
    }
    apart
}

/// The codes of a text as it stands and of every text it wraps.
fn within(
    bytes: &[u8],
    open: bool,
    depth: usize,
    wanted: &dyn Fn(&Digits) -> bool,
) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let end = if open { escapes::before_unfinished(bytes) } else { bytes.len() };
    digits::find(&bytes[..end], open, wanted, &mut found);
    if depth == 0 {
        return found;
    }
    let deeper = |view: &View, open: bool| -> Vec<Range<usize>> {
        let inner = within(&view.bytes, open, depth - 1, wanted);
        inner.iter().map(|part| view.origin(part)).collect()
    };
    if let Some(view) = escapes::resolve(&bytes[..end]) {
        // Digits that belong to an escape are taken with the whole of it.
        for part in &mut found {
            *part = view.widened(part);
        }
        // What is encoded in other ways stands in that view too.
        found.extend(deeper(&view, open));
        return found;
    }
    encoded::base64(bytes, &mut |view, at_end| found.extend(deeper(view, open && at_end)));
    encoded::hex(bytes, &mut |view, at_end| found.extend(deeper(view, open && at_end)));
    found
}
