//! Points in time and durations as people read them.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use rakis_model::{messages::Time, words::Language};

use crate::visible::one_line;

/// Where the readers are. A report says the same time wherever it is made.
const ZONE: &str = "Europe/Tallinn";

/// `22.11.2026 10:15:00`, Estonian local time; a dash for a time no calendar has.
pub(crate) fn clock(time: Time) -> String {
    let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
    let nanos = i32::try_from(time.nanos).unwrap_or_default();
    let Ok(stamp) = Timestamp::new(time.seconds, nanos) else { return "–".to_owned() };
    let local = stamp.to_zoned(zone);
    format!(
        "{:02}.{:02}.{:04} {:02}:{:02}:{:02}",
        local.day(),
        local.month(),
        local.year(),
        local.hour(),
        local.minute(),
        local.second()
    )
}

/// `340 ms`, `12,3 s`, `1 min 05 s`, `2 h 05 min`, with the decimal mark of the language.
pub(crate) fn duration(time: Time, language: Language) -> String {
    let millis = time.millis();
    let mark = match language {
        Language::Et => ',',
        Language::En => '.',
    };
    let seconds = millis / 1_000;
    match seconds {
        0 => format!("{millis} ms"),
        1..60 => format!("{seconds}{mark}{} s", millis % 1_000 / 100),
        60..3_600 => format!("{} min {:02} s", seconds / 60, seconds % 60),
        _ => format!("{} h {:02} min", seconds / 3_600, seconds % 3_600 / 60),
    }
}

/// `31.12.2026` for `2026-12-31`, as the record writes days; what is none is shown as it is.
pub(crate) fn day(text: &str) -> String {
    const LONGEST: usize = 50;
    match text.parse::<Date>() {
        Ok(day) => format!("{:02}.{:02}.{:04}", day.day(), day.month(), day.year()),
        Err(_) => one_line(text, LONGEST),
    }
}

/// From the first to the last event of a run.
pub(crate) fn between(started: Time, finished: Time) -> Time {
    Time::from_nanos((finished.nanos() - started.nanos()).max(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_estonian_in_winter_and_summer() {
        let at = |seconds| clock(Time { seconds, nanos: 999_999_999 });
        assert_eq!(at(1_795_335_300), "22.11.2026 10:15:00");
        assert_eq!(at(1_782_864_000), "01.07.2026 03:00:00");
        assert_eq!(at(i64::MAX), "–");
    }

    #[test]
    fn days_are_written_as_estonians_write_them() {
        for (text, shown) in [
            ("2026-12-31", "31.12.2026"),
            ("2027-01-05", "05.01.2027"),
            ("2026-02-30", "2026-02-30"),
            ("\u{1b}[2J", "␛[2J"),
            ("", ""),
        ] {
            assert_eq!(day(text), shown);
        }
    }

    #[test]
    fn durations_take_the_unit_that_reads_best() {
        for (millis, et) in [
            (0, "0 ms"),
            (999, "999 ms"),
            (1_049, "1,0 s"),
            (59_999, "59,9 s"),
            (65_000, "1 min 05 s"),
            (7_500_000, "2 h 05 min"),
        ] {
            let time = Time::from_nanos(millis * 1_000_000);
            assert_eq!(duration(time, Language::Et), et);
        }
        assert_eq!(duration(Time::from_nanos(1_500_000_000), Language::En), "1.5 s");
        assert_eq!(between(Time { seconds: 5, nanos: 0 }, Time::default()), Time::default());
    }
}
