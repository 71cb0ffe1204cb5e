//! Working time of Estonia: holidays, shortened days, weekends, the two days on which clocks change.

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date, civil::DateTime, tz::TimeZone};
use proptest::prelude::*;
use rakis_defects::{
    WorkingTime,
    working_time::{Hours, Week, easter, is_public_holiday, plain_due, plain_elapsed},
};

/// A moment by the clock on an Estonian wall: `27.3.2026 16:00`.
pub(crate) fn at(text: &str) -> Timestamp {
    let (date, time) = text.split_once(' ').unwrap();
    let date = rakis_model::date::parse(date).unwrap();
    let (hour, minute) = time.split_once(':').unwrap();
    let local = date.at(hour.parse().unwrap(), minute.parse().unwrap(), 0, 0);
    local.to_zoned(zone()).unwrap().timestamp()
}

/// As [`at`] reads it.
pub(crate) fn local(moment: Timestamp) -> String {
    let local = moment.to_zoned(zone());
    let (date, time) = (local.date(), local.time());
    let (hour, minute) = (time.hour(), time.minute());
    format!("{}.{}.{} {hour:02}:{minute:02}", date.day(), date.month(), date.year())
}

fn zone() -> TimeZone {
    TimeZone::get("Europe/Tallinn").expect("the zone is built in")
}

/// The same hours every day from the first to the last (Monday is 0).
fn week(days: std::ops::RangeInclusive<usize>, hours: &[&str]) -> WorkingTime {
    let mut week = Week(Default::default());
    for day in days {
        week.0[day] = hours.iter().map(|text| Hours::parse(text).unwrap()).collect();
    }
    WorkingTime { week, free_days: BTreeSet::new() }
}

#[test]
fn easter_of_known_years() {
    // The earliest and latest possible, the two exceptions of the rule, and years around ours.
    for date in [
        "22.3.1818",
        "25.4.1943",
        "25.4.2038",
        "22.3.2285",
        "18.4.1954",
        "19.4.1981",
        "18.4.2049",
        "19.4.2076",
        "23.4.2000",
        "21.4.2019",
        "31.3.2024",
        "20.4.2025",
        "5.4.2026",
        "28.3.2027",
        "16.4.2028",
    ] {
        let date = rakis_model::date::parse(date).unwrap();
        assert_eq!(easter(date.year()), Some(date));
    }
}

#[test]
fn the_holidays_of_a_year() {
    let mut day = Date::constant(2026, 1, 1);
    let mut holidays = Vec::new();
    while day.year() == 2026 {
        if is_public_holiday(day) {
            holidays.push(format!("{}.{}", day.day(), day.month()));
        }
        day = day.tomorrow().unwrap();
    }
    let expected = "1.1 24.2 3.4 5.4 1.5 24.5 23.6 24.6 20.8 24.12 25.12 26.12";
    assert_eq!(holidays.join(" "), expected);
}

#[test]
fn minutes_between_two_moments() {
    let usual = WorkingTime::default();
    let lunch = week(0..=4, &["08:30-12:30", "13:00-17:00"]);
    let short_afternoon = week(0..=4, &["08:30-12:30", "13:00-15:00"]);
    let always = week(0..=6, &["00:00-24:00"]);
    let night = week(0..=6, &["03:00-04:00"]);
    let gap = week(0..=6, &["02:00-03:30", "04:00-05:00"]);
    let mut closed = usual.clone();
    closed.free_days.insert(Date::constant(2026, 3, 3));
    for (time, from, to, minutes) in [
        (&usual, "2.3.2026 10:00", "2.3.2026 11:00", 60),
        (&usual, "2.3.2026 06:00", "2.3.2026 09:00", 30),
        (&usual, "2.3.2026 16:30", "2.3.2026 23:00", 30),
        (&usual, "2.3.2026 17:00", "3.3.2026 08:30", 0),
        (&usual, "2.3.2026 16:30", "3.3.2026 09:00", 60),
        // A weekend; one on which clocks go forward; one on which they go back.
        (&usual, "6.3.2026 16:00", "9.3.2026 09:30", 120),
        (&usual, "27.3.2026 16:00", "30.3.2026 09:30", 120),
        (&usual, "23.10.2026 16:00", "26.10.2026 09:30", 120),
        // Good Friday is free, the Monday after Easter is not.
        (&usual, "2.4.2026 16:00", "6.4.2026 09:30", 120),
        // 24 February on a Tuesday: Monday is three hours shorter.
        (&usual, "23.2.2026 08:00", "25.2.2026 09:00", 330 + 30),
        (&usual, "23.2.2026 14:00", "25.2.2026 08:30", 0),
        // Victory Day and Midsummer Day.
        (&usual, "22.6.2026 00:00", "25.6.2026 08:30", 330),
        (&usual, "20.8.2026 00:00", "21.8.2026 00:00", 0),
        // Christmas and New Year: two shortened days, four holidays, two weekends.
        (&usual, "23.12.2026 08:30", "4.1.2027 08:30", 330 + 3 * 510 + 330),
        // The holiday is on a Sunday, or on a Monday: Friday is not shorter.
        (&usual, "22.12.2023 08:30", "22.12.2023 17:00", 510),
        (&usual, "21.2.2025 08:30", "21.2.2025 17:00", 510),
        (&closed, "2.3.2026 08:30", "4.3.2026 17:00", 2 * 510),
        // Breaks; the three hours go from the end of the day, over the break.
        (&lunch, "2.3.2026 12:00", "2.3.2026 13:30", 60),
        (&lunch, "23.2.2026 00:00", "24.2.2026 00:00", 300),
        (&short_afternoon, "23.2.2026 00:00", "24.2.2026 00:00", 180),
        // A day of 23 hours and one of 25.
        (&always, "29.3.2026 00:00", "30.3.2026 00:00", 23 * 60),
        (&always, "25.10.2026 00:00", "26.10.2026 00:00", 25 * 60),
        // An hour that is skipped, one that comes twice, one that ends in the skipped one.
        (&night, "29.3.2026 00:00", "30.3.2026 00:00", 0),
        (&night, "25.10.2026 00:00", "26.10.2026 00:00", 120),
        (&gap, "29.3.2026 00:00", "30.3.2026 00:00", 120),
        // Backward, and nothing.
        (&usual, "3.3.2026 10:00", "2.3.2026 10:00", 0),
        (&usual, "2.3.2026 10:00", "2.3.2026 10:00", 0),
    ] {
        assert_eq!(time.elapsed(at(from), at(to)), minutes, "{from} … {to}");
    }
}

#[test]
fn the_moment_a_time_is_up() {
    let usual = WorkingTime::default();
    for (from, minutes, due) in [
        ("6.3.2026 16:00", 0, "6.3.2026 16:00"),
        ("6.3.2026 16:00", -5, "6.3.2026 16:00"),
        ("6.3.2026 16:00", 60, "6.3.2026 17:00"),
        ("6.3.2026 16:00", 61, "9.3.2026 08:31"),
        ("7.3.2026 12:00", 1, "9.3.2026 08:31"),
        ("2.3.2026 10:00", 3 * 510, "5.3.2026 10:00"),
        ("22.6.2026 13:30", 30, "22.6.2026 14:00"),
        ("22.6.2026 13:30", 31, "25.6.2026 08:31"),
        ("23.12.2026 13:00", 61, "28.12.2026 08:31"),
        ("31.12.2026 08:30", 331, "4.1.2027 08:31"),
    ] {
        let found = usual.due(at(from), minutes).map(local);
        assert_eq!(found.as_deref(), Some(due), "{from} + {minutes}");
    }
    assert_eq!(plain_elapsed(at("28.3.2026 12:00"), at("29.3.2026 12:00")), 23 * 60);
    assert_eq!(plain_due(at("28.3.2026 12:00"), 23 * 60), Some(at("29.3.2026 12:00")));
}

#[test]
fn nothing_overflows_or_takes_for_ever() {
    let usual = WorkingTime::default();
    let nobody = WorkingTime { week: Week(Default::default()), free_days: BTreeSet::new() };
    let now = at("2.3.2026 10:00");
    assert_eq!(usual.due(now, i64::MAX), None);
    assert_eq!(usual.due(Timestamp::MAX, 1), None);
    assert_eq!(nobody.due(now, 1), None);
    assert_eq!(plain_due(now, i64::MAX), None);
    assert_eq!(nobody.elapsed(Timestamp::MIN, Timestamp::MAX), 0);
    let all = usual.elapsed(Timestamp::MIN, Timestamp::MAX);
    assert_eq!(all, usual.elapsed(Timestamp::MIN, now) + usual.elapsed(now, Timestamp::MAX));
    assert!(usual.elapsed(Timestamp::MIN, now) > 0);
}

/// Weeks with work at any hour, also when clocks change; at most three stretches a day.
fn weeks() -> impl Strategy<Value = WorkingTime> {
    let day = prop::collection::btree_set(0_i16..=288, 0..=6).prop_map(|cuts| {
        let cuts: Vec<i16> = cuts.into_iter().map(|five| five * 5).collect();
        cuts.chunks_exact(2).map(|pair| Hours { from: pair[0], to: pair[1] }).collect::<Vec<_>>()
    });
    let free = prop::collection::btree_set((2025_i16..2028, 1_i8..=12, 1_i8..=28), 0..5);
    (prop::array::uniform7(day), free).prop_map(|(days, free)| WorkingTime {
        week: Week(days),
        free_days: free.into_iter().map(|(y, m, d)| Date::constant(y, m, d)).collect(),
    })
}

/// Seconds of the years 2025 to 2027, and more often of the days on which clocks change.
fn moments() -> impl Strategy<Value = Timestamp> {
    let changes = ["29.3.2026 00:00", "25.10.2026 00:00", "28.3.2027 00:00", "31.10.2027 00:00"];
    let changes: Vec<i64> = changes.iter().map(|text| at(text).as_second()).collect();
    let near = (prop::sample::select(changes), -90_000_i64..180_000).prop_map(|(a, b)| a + b);
    prop_oneof![1_735_689_600_i64..1_830_297_600, near]
        .prop_map(|second| Timestamp::from_second(second).unwrap())
}

/// By the letter: every minute for itself.
fn counted(time: &WorkingTime, from: Timestamp, to: Timestamp) -> i64 {
    let minutes = from.as_second().div_euclid(60)..to.as_second().div_euclid(60);
    let works = |minute: &i64| {
        let local: DateTime = zone().to_datetime(Timestamp::from_second(minute * 60).unwrap());
        let of_day = i16::from(local.hour()) * 60 + i16::from(local.minute());
        time.hours(local.date()).iter().any(|one| (one.from..one.to).contains(&of_day))
    };
    i64::try_from(minutes.filter(works).count()).unwrap()
}

proptest! {
    #[test]
    fn parts_add_up_to_the_whole(time in weeks(), mut three in prop::array::uniform3(moments())) {
        three.sort();
        let [a, b, c] = three;
        prop_assert_eq!(time.elapsed(a, b) + time.elapsed(b, c), time.elapsed(a, c));
        prop_assert!((0..=plain_elapsed(a, c)).contains(&time.elapsed(a, c)));
        prop_assert_eq!(time.elapsed(c, a), 0);
    }

    #[test]
    fn a_time_is_up_exactly_when_it_has_run(
        time in weeks(),
        from in moments(),
        minutes in 1_i64..20_000,
    ) {
        let Some(due) = time.due(from, minutes) else {
            prop_assert!(time.week.0.iter().all(Vec::is_empty), "somebody works, some day");
            return Ok(());
        };
        prop_assert_eq!(time.elapsed(from, due), minutes);
        let before = due - jiff::SignedDuration::from_mins(1);
        prop_assert_eq!(time.elapsed(from, before), minutes - 1);
    }

    #[test]
    fn it_is_what_counting_every_minute_gives(from in moments(), length in 0_i64..200_000) {
        let to = Timestamp::from_second(from.as_second() + length).unwrap();
        let time = WorkingTime::default();
        prop_assert_eq!(time.elapsed(from, to), counted(&time, from, to));
    }

    #[test]
    fn easter_is_a_sunday_of_its_weeks(year in 1583_i16..=9999) {
        let date = easter(year).unwrap();
        prop_assert_eq!(date.weekday(), jiff::civil::Weekday::Sunday);
        let of_year = (date.month(), date.day());
        prop_assert!(((3, 22)..=(4, 25)).contains(&of_year));
    }

    #[test]
    fn hours_read_as_they_are_shown(from in 0_i16..=1440, to in 0_i16..=1440) {
        prop_assert_eq!(Hours::parse(&Hours { from, to }.show()), Some(Hours { from, to }));
    }
}
