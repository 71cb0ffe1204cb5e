//! Single values of a procedure: names, words of a fixed list, numbers, times.

use std::ops::RangeInclusive;

use rakis_model::{
    Diagnostic, Message, Problems, suggest,
    yaml::{Cursor, Fields, Node},
};

use super::At;
use crate::procedure::word::Word;

/// More items than any agreed list has; the checks compare all with all.
pub(super) const MOST: usize = 200;
/// More people than any role has by name; a role of everybody has the member `*`.
pub(super) const MOST_MEMBERS: usize = 2_000;
/// Longest time a contract sets: minutes of ten years.
const LONGEST: i64 = 10 * 366 * 24 * 60;

/// A name, its white space folded, with its place.
pub(super) fn name(cursor: &Cursor<'_>, problems: &mut Problems) -> Option<At<String>> {
    let text = cursor.text(problems)?;
    Some(At { value: folded(&text), place: cursor.place() })
}

/// A required name.
pub(super) fn required_name(
    fields: &Fields<'_>,
    key: &'static str,
    problems: &mut Problems,
) -> Option<At<String>> {
    fields.required(key, problems).and_then(|cursor| name(cursor, problems))
}

/// A name that may be absent; what it is, if there, must be readable.
pub(super) fn optional_name(
    fields: &Fields<'_>,
    key: &'static str,
    problems: &mut Problems,
) -> Option<String> {
    fields.get(key).and_then(|cursor| name(cursor, problems)).map(|one| one.value)
}

/// White space folded: a value over several lines reads as one.
pub(super) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A list of names with their places; one name alone counts as a list of one.
pub(super) fn names(
    fields: &Fields<'_>,
    key: &'static str,
    problems: &mut Problems,
) -> Vec<At<String>> {
    fields.get(key).map(|cursor| names_of(cursor, MOST, problems)).unwrap_or_default()
}

/// As [`names`], of a value at hand, and of at most so many.
pub(super) fn names_of(
    cursor: &Cursor<'_>,
    most: usize,
    problems: &mut Problems,
) -> Vec<At<String>> {
    if matches!(cursor.node(), Node::Text(_)) {
        return name(cursor, problems).into_iter().collect();
    }
    let items = items(cursor, most, problems);
    items.iter().filter_map(|item| name(item, problems)).collect()
}

/// The items of a list; none, and an error, when it has more than `most`.
pub(super) fn items<'d>(
    cursor: &Cursor<'d>,
    most: usize,
    problems: &mut Problems,
) -> Vec<Cursor<'d>> {
    let items = cursor.list(problems);
    if items.len() <= most {
        return items;
    }
    let message = Message::new("procedure-too-many").with("number", items.len());
    let diagnostic = Diagnostic::error(message.with("most", most));
    problems.push(diagnostic.at(cursor.key_place()));
    Vec::new()
}

/// A list of names in which none stands twice.
pub(super) fn distinct(names: &[At<String>], problems: &mut Problems) {
    for (index, one) in names.iter().enumerate() {
        if let Some(first) = names[..index].iter().find(|other| other.value == one.value) {
            problems.push(
                Diagnostic::error(Message::new("procedure-twice").with("name", &one.value))
                    .at(one.place.clone())
                    .related(first.place.clone(), Message::new("procedure-first-here")),
            );
        }
    }
}

/// The value of a word of a fixed list.
pub(super) fn word<T: Copy>(
    written: &At<String>,
    known: &[Word<T>],
    problems: &mut Problems,
) -> Option<At<T>> {
    let text = &written.value;
    if let Some(word) = known.iter().find(|word| word.et == text || word.en == text) {
        return Some(At { value: word.value, place: written.place.clone() });
    }
    let mut diagnostic =
        Diagnostic::error(Message::new("procedure-unknown-word").with("word", text))
            .at(written.place.clone());
    if let Some(near) = suggest::nearest(text, known.iter().flat_map(|word| [word.et, word.en])) {
        diagnostic = diagnostic.hint(Message::new("did-you-mean").with("word", near));
    }
    let words = known.iter().map(|word| word.et).collect::<Vec<_>>().join(", ");
    problems.push(diagnostic.hint(Message::new("procedure-known-words").with("words", words)));
    None
}

/// A whole number within limits.
pub(super) fn number(
    cursor: &Cursor<'_>,
    range: RangeInclusive<i64>,
    problems: &mut Problems,
) -> Option<i64> {
    let number = cursor.int(problems)?;
    if range.contains(&number) {
        return Some(number);
    }
    let message = Message::new("procedure-number-range").with("value", number);
    let message = message.with("least", range.start()).with("most", range.end());
    problems.push(cursor.error(message));
    None
}

/// How a time is counted, for the units that mean a day.
#[derive(Clone, Copy)]
pub(super) struct Counting {
    /// Around the clock?
    pub(super) around_the_clock: bool,
    /// Minutes of a working day, if all have the same.
    pub(super) day: Option<i64>,
}

/// A time in minutes: `30 min`, `4 h`, `1 h 30 min`, `5 tööpäeva`, `2 ööpäeva`.
pub(super) fn minutes(
    cursor: &Cursor<'_>,
    counting: Counting,
    problems: &mut Problems,
) -> Option<i64> {
    let text = cursor.text(problems)?;
    match parse_minutes(&text, counting) {
        Ok(minutes) => Some(minutes),
        Err(message) => {
            let hint = Message::new("procedure-time-hint");
            problems.push(cursor.error(message).hint(hint));
            None
        }
    }
}

fn parse_minutes(text: &str, counting: Counting) -> Result<i64, Message> {
    let unreadable = || Message::new("procedure-time").with("value", text);
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() || !words.len().is_multiple_of(2) {
        return Err(unreadable());
    }
    let mut sum: i64 = 0;
    for pair in words.chunks(2) {
        let plain = !pair[0].is_empty() && pair[0].bytes().all(|byte| byte.is_ascii_digit());
        let count = pair[0].parse::<i64>().ok().filter(|_| plain).ok_or_else(unreadable)?;
        let unit = unit(pair[1], counting).ok_or_else(unreadable)??;
        sum = count.checked_mul(unit).and_then(|part| sum.checked_add(part)).unwrap_or(i64::MAX);
    }
    if (1..=LONGEST).contains(&sum) {
        return Ok(sum);
    }
    Err(Message::new("procedure-time-range").with("value", text))
}

/// Minutes of a unit; none when it is no unit, an error when it does not fit the counting.
fn unit(word: &str, counting: Counting) -> Option<Result<i64, Message>> {
    Some(match (word, counting.around_the_clock, counting.day) {
        ("min", ..) => Ok(1),
        ("h", ..) => Ok(60),
        ("tööpäev" | "tööpäeva" | "wd", false, Some(day)) => Ok(day),
        ("tööpäev" | "tööpäeva" | "wd", false, None) => {
            Err(Message::new("procedure-time-uneven-days"))
        }
        ("tööpäev" | "tööpäeva" | "wd", true, _) => {
            Err(Message::new("procedure-time-working-days"))
        }
        ("ööpäev" | "ööpäeva" | "d", true, _) => Ok(24 * 60),
        ("ööpäev" | "ööpäeva" | "d", false, _) => {
            Err(Message::new("procedure-time-whole-days"))
        }
        _ => return None,
    })
}
