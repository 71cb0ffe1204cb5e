//! The request's clock: the header `X-Katseaeg`, or the real time, seen in Estonian local time.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, Zoned};

/// Dates that are stored or compared stay within these years, so that no sum of days or minutes can overflow.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// Turns a request's clock header into a [`Moment`]; holds the time zone so that it is looked up once.
#[derive(Debug, Clone)]
pub(crate) struct Clock {
    zone: TimeZone,
}

impl Clock {
    /// # Errors
    /// When the time zone database lacks Europe/Tallinn.
    pub(crate) fn new() -> Result<Self, jiff::Error> {
        Ok(Self { zone: TimeZone::get("Europe/Tallinn")? })
    }

    pub(crate) fn real(&self) -> Moment {
        Moment(Timestamp::now().to_zoned(self.zone.clone()))
    }

    /// Reads an RFC 3339 time with its offset; `None` when it is not one or lies outside 2000..=2199.
    pub(crate) fn read(&self, text: &str) -> Option<Moment> {
        let zoned = text.trim().parse::<Timestamp>().ok()?.to_zoned(self.zone.clone());
        (2000..=*YEARS.end()).contains(&zoned.year()).then_some(Moment(zoned))
    }
}

/// One point in time, in Estonian local time.
#[derive(Debug, Clone)]
pub(crate) struct Moment(Zoned);

impl Moment {
    /// Milliseconds since 1970, as stored.
    pub(crate) fn millis(&self) -> i64 {
        self.0.timestamp().as_millisecond()
    }

    /// Another point in time, as stored, in the same local time.
    pub(crate) fn elsewhen(&self, millis: i64) -> Self {
        let timestamp = Timestamp::from_millisecond(millis).unwrap_or_else(|_| self.0.timestamp());
        Self(timestamp.to_zoned(self.0.time_zone().clone()))
    }

    /// The last millisecond of an ISO date in this local time.
    pub(crate) fn end_of(&self, date: &str) -> Option<i64> {
        let date: Date = date.parse().ok()?;
        let next = shift(date, 1).to_zoned(self.0.time_zone().clone()).ok()?;
        Some(next.timestamp().as_millisecond() - 1)
    }

    /// The Estonian date, `2026-03-01`: ISO dates compare as text, which is what the SQL does.
    pub(crate) fn today(&self) -> String {
        self.0.date().to_string()
    }

    /// The date in Greenwich; only a fault asks for it.
    pub(crate) fn today_in_utc(&self) -> String {
        self.0.with_time_zone(TimeZone::UTC).date().to_string()
    }

    /// The date so many days from today (or before, when negative).
    pub(crate) fn days_from_today(&self, days: i64) -> String {
        shift(self.0.date(), days).to_string()
    }

    /// The moment so many minutes later.
    pub(crate) fn plus_minutes(&self, minutes: i64) -> Self {
        Self(self.0.saturating_add(Span::new().minutes(minutes.clamp(0, 1_000_000))))
    }

    /// `2026-03-01T09:00:00+02:00`.
    pub(crate) fn rfc3339(&self) -> String {
        self.0.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }

    /// As a letter tells it: `10.03.2026 kell 09:00`.
    pub(crate) fn for_people(&self) -> String {
        self.0.strftime("%d.%m.%Y kell %H:%M").to_string()
    }
}

/// Reads a strict ISO date `2026-03-31`; `None` for anything else, and for years outside 1900..=2199.
pub(crate) fn read_date(text: &str) -> Option<String> {
    let date: Date = text.parse().ok()?;
    (YEARS.contains(&date.year()) && date.to_string() == text).then(|| text.to_owned())
}

/// The day after an ISO date that [`read_date`] accepted.
pub(crate) fn day_after(date: &str) -> String {
    date.parse::<Date>().map_or_else(|_| date.to_owned(), |date| shift(date, 1).to_string())
}

/// The day before an ISO date that [`read_date`] accepted.
pub(crate) fn day_before(date: &str) -> String {
    date.parse::<Date>().map_or_else(|_| date.to_owned(), |date| shift(date, -1).to_string())
}

fn shift(date: Date, days: i64) -> Date {
    date.saturating_add(Span::new().days(days.clamp(-100_000, 100_000)))
}

#[cfg(test)]
mod tests {
    use super::{Clock, day_after, day_before, read_date};

    #[test]
    fn the_estonian_day_begins_at_estonian_midnight_in_winter_and_summer() {
        let clock = Clock::new().unwrap();
        for (text, today) in [
            ("2026-03-01T21:59:59Z", "2026-03-01"),
            ("2026-03-01T22:00:00Z", "2026-03-02"),
            ("2026-07-01T20:59:59Z", "2026-07-01"),
            ("2026-07-01T21:00:00Z", "2026-07-02"),
            ("2026-03-01T09:00:00+02:00", "2026-03-01"),
        ] {
            assert_eq!(clock.read(text).unwrap().today(), today, "{text}");
        }
        assert_eq!(
            clock.read("2026-07-01T06:00:00Z").unwrap().rfc3339(),
            "2026-07-01T09:00:00+03:00"
        );
    }

    #[test]
    fn what_is_no_time_with_an_offset_is_no_clock() {
        let clock = Clock::new().unwrap();
        for text in [
            "",
            "täna",
            "2026-03-01",
            "2026-03-01T09:00:00",
            "1999-12-31T00:00:00Z",
            "9999-12-31T23:59:59Z",
        ] {
            assert!(clock.read(text).is_none(), "{text}");
        }
    }

    #[test]
    fn dates_are_strict_and_have_neighbours() {
        assert_eq!(read_date("2024-02-29").as_deref(), Some("2024-02-29"));
        for text in [
            "2025-02-29",
            "20250228",
            "2025-2-8",
            "2025-02-08T00:00:00",
            "1899-12-31",
            "2200-01-01",
            "",
        ] {
            assert!(read_date(text).is_none(), "{text}");
        }
        assert_eq!(day_after("2024-02-28"), "2024-02-29");
        assert_eq!(day_before("2026-01-01"), "2025-12-31");
    }
}
