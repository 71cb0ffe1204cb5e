//! Working time as the file writes it: `E-R: 08:30-17:00`, free days beside the holidays.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rakis_model::{
    Diagnostic, Message, Problems, date as dates,
    yaml::{Cursor, Fields},
};

use super::{keys, value};
use crate::{
    WorkingTime,
    working_time::{Hours, Week},
};

/// The days of the week by their letters, and the English aliases; Monday first.
const DAYS: [(&str, &str); 7] = [
    ("E", "Mon"),
    ("T", "Tue"),
    ("K", "Wed"),
    ("N", "Thu"),
    ("R", "Fri"),
    ("L", "Sat"),
    ("P", "Sun"),
];

/// The working time; the usual week when the file says nothing of it.
pub(super) fn working_time(fields: &Fields<'_>, problems: &mut Problems) -> WorkingTime {
    let inner = fields.get(keys::WORKING_TIME);
    let inner = inner.and_then(|cursor| cursor.map(keys::WORKING_TIME_KEYS, problems));
    let Some(inner) = inner else { return WorkingTime::default() };
    let week = inner.get(keys::WEEK).map(|cursor| week(cursor, problems)).unwrap_or_default();
    let free_days = inner.get(keys::FREE_DAYS).map(|cursor| free_days(cursor, problems));
    WorkingTime { week, free_days: free_days.unwrap_or_default() }
}

/// Days or ranges of days, and their hours.
fn week(cursor: &Cursor<'_>, problems: &mut Problems) -> Week {
    let mut days: [Option<Vec<Hours>>; 7] = Default::default();
    let before = problems.len();
    for (name, cursor) in cursor.entries(problems) {
        let hours = hours(&cursor, problems);
        let Some(range) = day_range(name) else {
            let message = Message::new("procedure-weekday").with("day", name);
            let hint = Message::new("procedure-weekday-hint");
            problems.push(cursor.error(message).at(cursor.key_place()).hint(hint));
            continue;
        };
        for index in range {
            if days[index].replace(hours.clone()).is_some() {
                let message = Message::new("procedure-weekday-twice").with("day", DAYS[index].0);
                problems.push(cursor.error(message).at(cursor.key_place()));
            }
        }
    }
    let week = Week(days.map(Option::unwrap_or_default));
    if week.0.iter().all(Vec::is_empty) && problems.len() == before {
        problems.push(cursor.error(Message::new("procedure-nobody-works")));
    }
    week
}

/// `E` is one day, `E-R` several.
fn day_range(name: &str) -> Option<std::ops::RangeInclusive<usize>> {
    let day =
        |word: &str| DAYS.iter().position(|(et, en)| *et == word.trim() || *en == word.trim());
    match name.split_once(['-', '–']) {
        None => day(name).map(|one| one..=one),
        Some((first, last)) => Some(day(first)?..=day(last)?).filter(|range| !range.is_empty()),
    }
}

/// One stretch or several, in order, apart from each other.
fn hours(cursor: &Cursor<'_>, problems: &mut Problems) -> Vec<Hours> {
    let mut read: Vec<Hours> = Vec::new();
    for one in value::names_of(cursor, value::MOST, problems) {
        let error = |key| {
            Diagnostic::error(Message::new(key).with("hours", &one.value)).at(one.place.clone())
        };
        match Hours::parse(&one.value) {
            None => {
                problems.push(error("procedure-hours").hint(Message::new("procedure-hours-hint")))
            }
            Some(hours) if hours.from >= hours.to => {
                problems.push(error("procedure-hours-backward"))
            }
            Some(hours) if read.last().is_some_and(|before| before.to > hours.from) => {
                problems.push(error("procedure-hours-overlap"));
            }
            Some(hours) => read.push(hours),
        }
    }
    read
}

fn free_days(cursor: &Cursor<'_>, problems: &mut Problems) -> BTreeSet<Date> {
    let mut days = BTreeSet::new();
    for item in cursor.list(problems) {
        let Some(text) = item.text(problems) else { continue };
        match dates::parse(&text) {
            None => problems.push(
                item.error(Message::new("date-invalid").with("value", &text))
                    .hint(Message::new("date-hint")),
            ),
            Some(date) if !days.insert(date) => {
                problems.push(item.error(Message::new("procedure-twice").with("name", &text)));
            }
            Some(_) => {}
        }
    }
    days
}
