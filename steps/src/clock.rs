//! The test clock of a scenario: the moment every request says it is, in Estonian time.

use jiff::{
    Timestamp, Zoned,
    civil::{Date, Time},
    tz::{AmbiguousOffset, TimeZone},
};
use rakis_model::{Failure, Message, date};

const ZONE: &str = "Europe/Tallinn";

/// A moment in Estonian time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TestClock(Zoned);

impl TestClock {
    /// The moment at this day and time in Estonia; of a repeated hour in autumn the first.
    ///
    /// # Errors
    /// Invalid when the time is left out that day (the hour skipped in spring).
    pub(crate) fn at(day: Date, time: Time) -> Result<Self, Box<Failure>> {
        let moment = zone()?.to_ambiguous_zoned(day.to_datetime(time));
        if matches!(moment.offset(), AmbiguousOffset::Gap { .. }) {
            let message = Message::new("step-clock-gap")
                .with("date", date::show(day))
                .with("time", time.strftime("%H:%M"));
            return Err(Box::new(Failure::invalid(message)));
        }
        moment.compatible().map(Self).map_err(out_of_range)
    }

    /// So many minutes later.
    ///
    /// # Errors
    /// Invalid beyond the years that can be told.
    pub(crate) fn plus_minutes(&self, minutes: i64) -> Result<Self, Box<Failure>> {
        let span = jiff::Span::new().try_minutes(minutes).map_err(out_of_range)?;
        self.0.checked_add(span).map(Self).map_err(out_of_range)
    }

    /// The moment itself.
    pub(crate) fn timestamp(&self) -> Timestamp {
        self.0.timestamp()
    }

    /// As interfaces carry it: `2026-03-02T09:00:00+02:00`.
    pub(crate) fn rfc3339(&self) -> String {
        self.0.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }
}

/// A moment of an interface as people read it in Estonia: `02.03.2026 09:00`; `None` when the text
/// is no moment.
pub(crate) fn show_moment(text: &str) -> Option<String> {
    let moment = text.parse::<Timestamp>().ok()?.to_zoned(zone().ok()?);
    let seconds = if moment.second() == 0 { "" } else { ":%S" };
    Some(moment.strftime(&format!("%d.%m.%Y %H:%M{seconds}")).to_string())
}

fn zone() -> Result<TimeZone, Box<Failure>> {
    TimeZone::get(ZONE).map_err(out_of_range)
}

fn out_of_range(reason: jiff::Error) -> Box<Failure> {
    Box::new(Failure::invalid(Message::new("step-clock-wrong").with("reason", reason)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock(year: i16, month: i8, day: i8, hour: i8, minute: i8) -> Result<String, String> {
        TestClock::at(Date::constant(year, month, day), Time::constant(hour, minute, 0, 0))
            .map(|clock| clock.rfc3339())
            .map_err(|failure| failure.message.key.into_owned())
    }

    #[test]
    fn summer_and_winter_time_are_told_apart() {
        assert_eq!(clock(2026, 3, 2, 9, 0).unwrap(), "2026-03-02T09:00:00+02:00");
        assert_eq!(clock(2026, 7, 1, 0, 0).unwrap(), "2026-07-01T00:00:00+03:00");
        assert_eq!(clock(2026, 3, 29, 3, 30).unwrap_err(), "step-clock-gap");
        assert_eq!(clock(2026, 10, 25, 3, 30).unwrap(), "2026-10-25T03:30:00+03:00");
    }

    #[test]
    fn minutes_pass_over_midnight_and_over_the_change_of_time() {
        let pass = |from: (i8, i8, i8), minutes| {
            let time = Time::constant(from.1, from.2, 0, 0);
            let clock = TestClock::at(Date::constant(2026, 3, from.0), time).unwrap();
            clock.plus_minutes(minutes).map(|later| later.rfc3339())
        };
        assert_eq!(pass((31, 23, 50), 10).unwrap(), "2026-04-01T00:00:00+03:00");
        assert_eq!(pass((29, 2, 59), 1).unwrap(), "2026-03-29T04:00:00+03:00");
        assert!(pass((1, 0, 0), i64::MAX).is_err());
    }

    #[test]
    fn a_moment_reads_in_estonian_time() {
        assert_eq!(show_moment("2026-03-02T07:00:00Z").unwrap(), "02.03.2026 09:00");
        assert_eq!(show_moment("2026-07-01T00:00:05+03:00").unwrap(), "01.07.2026 00:00:05");
        for text in ["", "02.03.2026 09:00", "2026-03-02", "69901010008"] {
            assert_eq!(show_moment(text), None, "{text}");
        }
    }
}
