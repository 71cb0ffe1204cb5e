//! Estonian working time: which minutes count between two moments, and when a time is up.
//!
//! Everything counts in whole minutes: a moment is taken at the beginning of its minute, so that
//! parts of a time always add up to the whole. The zone is Europe/Tallinn, from the tables built in.

mod holidays;
mod hours;

use std::collections::BTreeSet;

use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};

pub use holidays::{easter, is_public_holiday, is_shortened_eve};
pub use hours::{Hours, Week};

/// The days before certain holidays are this much shorter (töölepingu seadus § 53).
const SHORTENED_BY: i16 = 3 * 60;
/// Beginnings of 1900 and of 2201, UTC, in minutes since 1970.
const EARLIEST: i64 = -25_567 * 24 * 60;
const LATEST: i64 = 84_371 * 24 * 60;
/// A time that is not up after this many days never is: nobody works.
const LONGEST_WAIT_DAYS: i32 = 366 * 100;

/// When people work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkingTime {
    /// Hours of each day of the week.
    pub week: Week,
    /// Days free beside the public holidays.
    pub free_days: BTreeSet<Date>,
}

impl WorkingTime {
    /// Does anybody work on this day?
    pub fn is_working_day(&self, date: Date) -> bool {
        !self.hours(date).is_empty()
    }

    /// Hours of a day: those of its weekday, none on a holiday, fewer on the eve of some.
    pub fn hours(&self, date: Date) -> Vec<Hours> {
        if is_public_holiday(date) || self.free_days.contains(&date) {
            return Vec::new();
        }
        let hours = self.week.on(date.weekday());
        match is_shortened_eve(date) {
            true => hours::shortened(hours, SHORTENED_BY),
            false => hours.to_vec(),
        }
    }

    /// Working minutes between two moments; none when the second is not after the first. Before
    /// 1900 and after 2200 nobody works: a moment there is a mistake, not worth a long count.
    pub fn elapsed(&self, from: Timestamp, to: Timestamp) -> i64 {
        let (from, to) = (minute(from).max(EARLIEST), minute(to).min(LATEST));
        if from >= to {
            return 0;
        }
        let zone = zone();
        let last = date_in(&zone, to * 60);
        let mut day = Some(date_in(&zone, from * 60));
        let mut sum = 0;
        while let Some(date) = day.filter(|date| *date <= last) {
            for (start, end) in self.worked(&zone, date) {
                sum += (end.min(to) - start.max(from)).max(0);
            }
            day = date.tomorrow().ok();
        }
        sum
    }

    /// The first moment at which so many working minutes have passed since `from`; none when that
    /// would be more than a hundred years off, as when nobody ever works.
    pub fn due(&self, from: Timestamp, minutes: i64) -> Option<Timestamp> {
        let from = minute(from);
        let mut left = minutes;
        if left <= 0 {
            return timestamp(from);
        }
        let zone = zone();
        let first = date_in(&zone, from * 60);
        let last = first.saturating_add(LONGEST_WAIT_DAYS.days());
        let mut day = Some(first);
        while let Some(date) = day.filter(|date| *date <= last) {
            for (start, end) in self.worked(&zone, date) {
                let start = start.max(from);
                let there = (end - start).max(0);
                if there >= left {
                    return timestamp(start + left);
                }
                left -= there;
            }
            day = date.tomorrow().ok();
        }
        None
    }

    /// The worked stretches of a day, as minutes since 1970, in order and apart from each other.
    fn worked(&self, zone: &TimeZone, date: Date) -> Vec<(i64, i64)> {
        let mut stretches: Vec<(i64, i64)> = Vec::new();
        for hours in self.hours(date) {
            let at = |minutes| minute_of(zone, date, minutes);
            let (Some(start), Some(end)) = (at(hours.from), at(hours.to)) else { continue };
            // Where clocks go forward, a skipped time stands for the one an hour later, and so may
            // fall into the next stretch.
            let start = stretches.last().map_or(start, |(_, before)| start.max(*before));
            stretches.push((start, end.max(start)));
        }
        stretches
    }
}

/// Minutes between two moments around the clock; none when the second is not after the first.
pub fn plain_elapsed(from: Timestamp, to: Timestamp) -> i64 {
    (minute(to) - minute(from)).max(0)
}

/// The moment so many minutes after `from`; none past the end of time.
pub fn plain_due(from: Timestamp, minutes: i64) -> Option<Timestamp> {
    timestamp(minute(from).checked_add(minutes.max(0))?)
}

/// Whole minutes since 1970.
fn minute(moment: Timestamp) -> i64 {
    moment.as_second().div_euclid(60)
}

fn timestamp(minute: i64) -> Option<Timestamp> {
    Timestamp::from_second(minute.checked_mul(60)?).ok()
}

fn zone() -> TimeZone {
    // The tables are built in; a test holds that the zone is there.
    TimeZone::get("Europe/Tallinn").unwrap_or(TimeZone::UTC)
}

fn date_in(zone: &TimeZone, second: i64) -> Date {
    let moment = Timestamp::from_second(second).unwrap_or(Timestamp::UNIX_EPOCH);
    zone.to_datetime(moment).date()
}

/// The moment of a time of day, in minutes since 1970; 24:00 is the next day's beginning.
fn minute_of(zone: &TimeZone, date: Date, minutes: i16) -> Option<i64> {
    let (date, minutes) =
        if minutes >= hours::DAY { (date.tomorrow().ok()?, 0) } else { (date, minutes) };
    let (hour, rest) = (i8::try_from(minutes / 60).ok()?, i8::try_from(minutes % 60).ok()?);
    let moment = zone.to_ambiguous_timestamp(date.at(hour, rest, 0, 0)).compatible().ok()?;
    Some(minute(moment))
}
