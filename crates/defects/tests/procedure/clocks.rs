//! Clocks of a defect, from its history: what runs, stands, stops, runs on, and who is told.

use std::{fs, path::PathBuf};

use jiff::Timestamp;
use proptest::prelude::*;
use rakis_defects::{
    Procedure,
    procedure::{Clock, Clocks},
};
use rakis_model::Source;

use crate::{
    common::sound,
    working_time::{at, local},
};

/// Working time 08:30-12:30 and 13:00-17:00, so 480 minutes a day.
fn small() -> Procedure {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/procedure/data/small.yaml");
    sound(Source::new("p", fs::read_to_string(path).unwrap()))
}

/// `30 of 90, 60 left, due 2.3.2026 10:00`, and what else there is to say.
fn shown(clock: &Clock<'_>) -> String {
    assert_eq!(clock.used + clock.left, clock.goal);
    let mut text = format!("{} of {}", clock.used, clock.goal);
    if let Some(due) = clock.due {
        text.push_str(&format!(", due {}", local(due)));
    }
    if clock.paused {
        text.push_str(", paused");
    }
    if let Some(since) = clock.stopped {
        text.push_str(&format!(", stopped {}", local(since)));
    }
    if clock.overdue {
        text.push_str(", overdue");
    }
    if let Some(level) = clock.escalation {
        text.push_str(&format!(", level {}", level.percent));
    }
    text
}

fn check(severity: &str, history: &[(&str, &str)], now: &str, reaction: &str, fix: &str) {
    let procedure = small();
    let history: Vec<(Timestamp, &str)> =
        history.iter().map(|(time, state)| (at(time), *state)).collect();
    let severity = procedure.severity(severity).unwrap();
    let Clocks { reaction: first, fix: second } = procedure.clocks(severity, &history, at(now));
    assert_eq!((shown(&first).as_str(), shown(&second).as_str()), (reaction, fix), "{now}");
}

#[test]
fn a_defect_in_working_time() {
    // Found on Friday afternoon, taken up on Monday, fixed the Monday after.
    let history =
        [("6.3.2026 16:30", "uus"), ("9.3.2026 09:00", "töös"), ("16.3.2026 10:00", "parandatud")];
    for (now, seen, reaction, fix) in [
        ("6.3.2026 16:30", 1, "0 of 90, due 9.3.2026 09:30", "0 of 2400, due 13.3.2026 16:30"),
        ("7.3.2026 12:00", 1, "30 of 90, due 9.3.2026 09:30", "30 of 2400, due 13.3.2026 16:30"),
        // Exactly in time, and a minute late.
        (
            "9.3.2026 09:30",
            1,
            "90 of 90, due 9.3.2026 09:30, level 100",
            "90 of 2400, due 13.3.2026 16:30",
        ),
        (
            "9.3.2026 09:31",
            1,
            "91 of 90, due 9.3.2026 09:30, overdue, level 100",
            "91 of 2400, due 13.3.2026 16:30",
        ),
        (
            "9.3.2026 12:45",
            2,
            "60 of 90, stopped 9.3.2026 09:00",
            "270 of 2400, due 13.3.2026 16:30",
        ),
        (
            "11.3.2026 12:00",
            2,
            "60 of 90, stopped 9.3.2026 09:00",
            "1200 of 2400, due 13.3.2026 16:30, level 50",
        ),
        // Fixed, but late: it stays late, and nobody has to be told any more.
        (
            "30.3.2026 10:00",
            3,
            "60 of 90, stopped 9.3.2026 09:00",
            "2520 of 2400, due 13.3.2026 16:30, stopped 16.3.2026 10:00, overdue",
        ),
    ] {
        check("kerge", &history[..seen], now, reaction, fix);
    }
}

#[test]
fn pauses_move_the_time_by_their_length() {
    let reaction = "30 of 90, stopped 9.3.2026 09:00";
    let history = [
        ("9.3.2026 08:30", "uus"),
        ("9.3.2026 09:00", "töös"),
        ("10.3.2026 08:30", "ootel"),
        // Over a weekend: three working days go by.
        ("13.3.2026 08:30", "töös"),
        ("13.3.2026 09:30", "ootel"),
        ("13.3.2026 10:30", "töös"),
    ];
    for (now, seen, fix) in [
        ("9.3.2026 17:00", 2, "480 of 2400, due 13.3.2026 17:00"),
        ("12.3.2026 08:30", 3, "480 of 2400, paused"),
        ("13.3.2026 09:00", 4, "510 of 2400, due 18.3.2026 17:00"),
        ("13.3.2026 10:00", 5, "540 of 2400, paused"),
        ("13.3.2026 11:30", 6, "600 of 2400, due 19.3.2026 09:30"),
    ] {
        check("kerge", &history[..seen], now, reaction, fix);
    }
}

#[test]
fn a_wait_before_the_reaction_is_none() {
    let history = [
        ("9.3.2026 08:30", "uus"),
        ("9.3.2026 09:00", "ootel"),
        ("9.3.2026 15:00", "uus"),
        ("9.3.2026 15:15", "tagasi lükatud"),
    ];
    for (now, seen, reaction, fix) in [
        ("9.3.2026 14:00", 2, "30 of 90, paused", "30 of 2400, paused"),
        ("9.3.2026 15:10", 3, "40 of 90, due 9.3.2026 16:00", "40 of 2400, due 16.3.2026 14:30"),
        (
            "10.3.2026 09:00",
            4,
            "45 of 90, stopped 9.3.2026 15:15",
            "45 of 2400, stopped 9.3.2026 15:15",
        ),
    ] {
        check("kerge", &history[..seen], now, reaction, fix);
    }
}

#[test]
fn a_defect_that_comes_back_runs_on_but_needs_no_second_reaction() {
    let history = [
        ("28.3.2026 20:00", "uus"),
        ("28.3.2026 20:30", "töös"),
        // The night on which an hour is skipped.
        ("29.3.2026 06:00", "parandatud"),
        ("29.3.2026 12:00", "töös"),
        ("29.3.2026 13:00", "parandatud"),
        ("29.3.2026 14:00", "kinnitatud"),
        ("29.3.2026 15:00", "suletud"),
        ("5.4.2026 12:00", "töös"),
    ];
    let reaction = "30 of 60, stopped 28.3.2026 20:30";
    for (now, seen, fix) in [
        ("29.3.2026 11:00", 3, "540 of 2880, stopped 29.3.2026 06:00"),
        ("29.3.2026 12:30", 4, "570 of 2880, due 31.3.2026 03:00"),
        ("3.4.2026 00:00", 7, "600 of 2880, stopped 29.3.2026 13:00"),
        ("5.4.2026 12:00", 8, "600 of 2880, due 7.4.2026 02:00"),
        ("6.4.2026 02:00", 8, "1440 of 2880, due 7.4.2026 02:00, level 50"),
        ("7.4.2026 02:01", 8, "2881 of 2880, due 7.4.2026 02:00, overdue, level 100"),
    ] {
        check("raske", &history[..seen], now, reaction, fix);
    }
}

#[test]
fn what_is_late_stays_due_when_it_first_was() {
    let history = [
        ("2.3.2026 10:00", "uus"),
        ("2.3.2026 12:00", "ootel"),
        ("2.3.2026 14:00", "uus"),
        ("5.3.2026 10:00", "töös"),
    ];
    let late = "due 2.3.2026 11:00";
    for (now, seen, reaction, fix) in [
        (
            "2.3.2026 13:00",
            2,
            format!("120 of 60, {late}, paused, overdue, level 100"),
            "120 of 2880, paused",
        ),
        (
            "2.3.2026 15:00",
            3,
            format!("180 of 60, {late}, overdue, level 100"),
            "180 of 2880, due 4.3.2026 12:00",
        ),
        (
            "5.3.2026 10:00",
            4,
            format!("4200 of 60, {late}, stopped 5.3.2026 10:00, overdue"),
            "4200 of 2880, due 4.3.2026 12:00, overdue, level 100",
        ),
    ] {
        check("raske", &history[..seen], now, &reaction, fix);
    }
}

#[test]
fn histories_as_they_should_not_be() {
    // None; one that steps back; one in the future, all or in part; a state of an earlier revision.
    check("kerge", &[], "9.3.2026 09:00", "0 of 90, paused", "0 of 2400, paused");
    let back =
        [("9.3.2026 10:00", "uus"), ("9.3.2026 09:00", "töös"), ("9.3.2026 11:00", "parandatud")];
    check(
        "kerge",
        &back,
        "9.3.2026 12:00",
        "0 of 90, stopped 9.3.2026 10:00",
        "60 of 2400, stopped 9.3.2026 11:00",
    );
    let future = [("9.3.2026 10:00", "uus")];
    check(
        "kerge",
        &future,
        "9.3.2026 09:00",
        "0 of 90, due 9.3.2026 11:30",
        "0 of 2400, due 16.3.2026 10:00",
    );
    let known_later = [("9.3.2026 10:00", "uus"), ("9.3.2026 12:00", "töös")];
    check(
        "raske",
        &known_later,
        "9.3.2026 10:30",
        "30 of 60, due 9.3.2026 11:00",
        "30 of 2880, due 11.3.2026 10:00",
    );
    let old = [("9.3.2026 08:30", "uus"), ("9.3.2026 09:00", "analüüsis")];
    check(
        "kerge",
        &old,
        "9.3.2026 09:30",
        "60 of 90, due 9.3.2026 10:00",
        "60 of 2400, due 13.3.2026 17:00",
    );
}

/// Any walk through the states of the small procedure, in steps of up to three days.
fn histories() -> impl Strategy<Value = Vec<(Timestamp, &'static str)>> {
    let states = ["uus", "töös", "ootel", "parandatud", "kinnitatud", "suletud", "tagasi lükatud"];
    let step = (0_i64..4320, prop::sample::select(states.to_vec()));
    prop::collection::vec(step, 1..12).prop_map(|steps| {
        let mut minute = at("18.12.2026 08:00").as_second() / 60;
        let walk = steps.into_iter().map(|(minutes, state)| {
            minute += minutes;
            (Timestamp::from_second(minute * 60).unwrap(), state)
        });
        walk.collect()
    })
}

proptest! {
    #[test]
    fn clocks_never_run_backward_and_are_overdue_only_after_their_time(
        history in histories(),
        severity in prop::sample::select(vec!["raske", "kerge"]),
        minutes in 0_i64..30_000,
        more in 0_i64..3_000,
    ) {
        let procedure = small();
        let severity = procedure.severity(severity).unwrap();
        let moment = |minutes| history[0].0 + jiff::SignedDuration::from_mins(minutes);
        let (now, later) = (moment(minutes), moment(minutes + more));
        // What was known at a moment is the history up to it.
        let known = |now| history.iter().filter(|(at, _)| *at <= now).copied().collect::<Vec<_>>();
        let before = procedure.clocks(severity, &known(now), now);
        prop_assert_eq!(before, procedure.clocks(severity, &history, now), "asked for later");
        let after = procedure.clocks(severity, &known(later), later);
        for (one, other) in [(before.reaction, after.reaction), (before.fix, after.fix)] {
            prop_assert!(0 <= one.used && one.used <= other.used);
            prop_assert!(other.used - one.used <= more);
            prop_assert_eq!(one.overdue, one.left < 0);
            prop_assert!(!(one.paused && one.stopped.is_some()));
            prop_assert_eq!(one.overdue, one.due.is_some_and(|due| due < now) && one.left < 0);
            if let Some(due) = one.due {
                prop_assert_eq!(due > now, one.left > 0, "{:?} {}", one, now);
            }
        }
    }
}
