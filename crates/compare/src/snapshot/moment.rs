//! Dates and moments as systems write them, and whether a moment lies within the run.

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use rakis_model::date;

/// The time between the start of a scenario and the check, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// When the scenario began.
    pub from: Timestamp,
    /// Now.
    pub to: Timestamp,
}

/// Is it a day that exists: `31.12.2026`, `2026-12-31`?
pub(crate) fn is_date(text: &str) -> bool {
    text.trim() == text && date::parse(text).is_some()
}

/// Is it a moment: RFC 3339, or a date and a time of day?
pub(crate) fn is_moment(text: &str) -> bool {
    Moment::parse(text).is_some()
}

/// Could the moment lie within the window? What is written without seconds covers its whole
/// minute; what is written without a zone is Estonian time.
pub(crate) fn is_within(text: &str, window: Window) -> bool {
    let Some(moment) = Moment::parse(text) else { return false };
    moment.starts.iter().any(|&first| {
        let last = first.as_nanosecond() + moment.grain - 1;
        last >= window.from.as_nanosecond() && first <= window.to
    })
}

/// A moment: when it may begin (twice on the night the clock is set back), and how long what is
/// written covers, in nanoseconds.
struct Moment {
    starts: Vec<Timestamp>,
    grain: i128,
}

const SECOND: i128 = 1_000_000_000;

impl Moment {
    fn parse(text: &str) -> Option<Self> {
        let (day, time) = text.split_once(['T', ' '])?;
        let date = is_date(day).then(|| date::parse(day))??;
        let zone = time.find(['Z', 'z', '+', '-']);
        let (time, zone) = time.split_at(zone.unwrap_or(time.len()));
        let (clock, grain) = clock(time)?;
        let local = DateTime::from_parts(date, clock);
        let starts = match zone {
            "" => {
                let zone = TimeZone::get("Europe/Tallinn").ok()?;
                let found = zone.to_ambiguous_timestamp(local);
                vec![found.earlier().ok()?, found.later().ok()?]
            }
            zone => vec![with_zone(local, zone)?],
        };
        Some(Self { starts, grain })
    }
}

/// `Z`, `+02:00`, `+0200` or `+02`.
fn with_zone(local: DateTime, zone: &str) -> Option<Timestamp> {
    if !matches!(zone.len(), 1 | 3 | 5 | 6) {
        return None;
    }
    format!("{local}{zone}").parse().ok()
}

/// A time of day and how long what is written covers: `12:34`, `12:34:56`, `12:34:56.789`.
fn clock(text: &str) -> Option<(jiff::civil::Time, i128)> {
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = match text.split_once(['.', ',']) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let parts: Vec<&str> = whole.split(':').collect();
    if !matches!(parts.len(), 2 | 3) || !parts.iter().all(|part| digits(part)) {
        return None;
    }
    let number = |at: usize| parts.get(at).map_or(Some(0), |part| part.parse::<i8>().ok());
    let mut grain = if parts.len() == 2 { 60 * SECOND } else { SECOND };
    let mut nanos = 0;
    if let Some(fraction) = fraction {
        let wrong = parts.len() == 2 || fraction.is_empty() || fraction.len() > 12;
        if wrong || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let kept = &fraction[..fraction.len().min(9)];
        nanos = format!("{kept:0<9}").parse().ok()?;
        grain = 10_i128.pow(u32::try_from(9 - kept.len()).ok()?);
    }
    Some((jiff::civil::Time::new(number(0)?, number(1)?, number(2)?, nanos).ok()?, grain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_in_the_writings_of_systems() {
        for right in [
            "2026-03-02T09:00:00Z",
            "2026-03-02T09:00:00.123456+02:00",
            "2026-03-02T09:00:00+0200",
            "2026-03-02T09:00",
            "2026-03-02 09:00:59",
            "02.03.2026 09:00",
            "2.3.2026 23:59:59,5",
        ] {
            assert!(is_moment(right), "{right}");
        }
        for wrong in [
            "",
            "2026-03-02",
            "09:00",
            "2026-03-02T24:00",
            "2026-02-30T09:00:00Z",
            "2026-03-02T9:00",
            "2026-03-02T09:00.5",
            "2026-03-02T09:00:00+2",
            "2026-03-02T09:00:00Zx",
            "2026-03-02T09:00:00Europe/Tallinn",
            " 2026-03-02T09:00:00Z",
            "täna kell 9",
        ] {
            assert!(!is_moment(wrong), "{wrong}");
        }
        assert!(is_date("31.12.2026") && !is_date("31.02.2026") && !is_date(" 31.12.2026"));
    }

    #[test]
    fn the_window_includes_both_ends_and_knows_how_exact_a_writing_is() {
        let window = Window {
            from: "2026-03-02T07:00:20.5Z".parse().unwrap(),
            to: "2026-03-02T07:00:40Z".parse().unwrap(),
        };
        for (text, expected) in [
            ("2026-03-02T07:00:20.5Z", true),
            ("2026-03-02T07:00:20.4Z", false),
            ("2026-03-02T07:00:20.499999999Z", false),
            ("2026-03-02T07:00:20Z", true),
            ("2026-03-02T07:00:19Z", false),
            ("2026-03-02T07:00:40Z", true),
            ("2026-03-02T07:00:40.000000001Z", false),
            ("2026-03-02T09:00:30+02:00", true),
            ("02.03.2026 09:00", true),
            ("02.03.2026 09:01", false),
            ("02.03.2026 07:00:30", false),
        ] {
            assert_eq!(is_within(text, window), expected, "{text}");
        }
    }

    #[test]
    fn the_hour_that_comes_twice_counts_both_times() {
        for start in ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"] {
            let at = start.parse().unwrap();
            assert!(is_within("25.10.2026 03:30:00", Window { from: at, to: at }), "{start}");
        }
    }
}
