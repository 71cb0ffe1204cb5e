//! The day people mean.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// The day in Estonia: what lists show, trends count and waivers end with.
pub(crate) fn day(at: Timestamp) -> Date {
    // The time zone database is built in; without it, the day of UTC.
    let zone = TimeZone::get("Europe/Tallinn").unwrap_or(TimeZone::UTC);
    at.to_zoned(zone).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_begins_at_midnight_in_estonia() {
        for (at, expected) in [
            ("2026-12-31T21:59:59Z", "2026-12-31"),
            ("2026-12-31T22:00:00Z", "2027-01-01"),
            ("2026-06-30T20:59:59Z", "2026-06-30"),
            ("2026-06-30T21:00:00Z", "2026-07-01"),
        ] {
            assert_eq!(day(at.parse().unwrap()).to_string(), expected, "{at}");
        }
    }
}
