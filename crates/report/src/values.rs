//! The required and the found value of a failure, ready to be shown.

use rakis_model::{Difference, Failure};

use crate::{view::View, visible};

/// One value as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Value {
    /// Visible text, perhaps only its start.
    pub(crate) text: String,
    /// How much is left out, if anything.
    pub(crate) note: Option<String>,
}

/// Expected and actual value of a failure.
pub(crate) fn of_failure(view: &View<'_>, failure: &Failure) -> [Option<Value>; 2] {
    pair(view, failure.expected.as_deref(), failure.actual.as_deref())
}

/// Expected and actual value of one difference.
pub(crate) fn of_difference(view: &View<'_>, difference: &Difference) -> [Option<Value>; 2] {
    pair(view, difference.expected.as_deref(), difference.actual.as_deref())
}

fn pair(view: &View<'_>, expected: Option<&str>, actual: Option<&str>) -> [Option<Value>; 2] {
    let parts = [expected, actual].map(|text| text.map(|text| view.clip_parts(text, None)));
    let starts = parts.each_ref().map(|part| part.as_ref().map(|(start, _)| *start));
    let texts = match starts {
        [Some(expected), Some(actual)] => {
            let (expected, actual) = visible::pair(expected, actual);
            [Some(expected), Some(actual)]
        }
        one => one.map(|text| text.map(visible::visible)),
    };
    let [expected, actual] = texts;
    let [first, second] = parts.map(|part| part.and_then(|(_, note)| note));
    [
        expected.map(|text| Value { text, note: first }),
        actual.map(|text| Value { text, note: second }),
    ]
}
