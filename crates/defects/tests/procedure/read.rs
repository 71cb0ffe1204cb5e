//! Reading: what stands in the file is what the procedure says, in either language; and whatever
//! the file holds, reading ends and gives either a whole procedure or its problems.

use std::{collections::BTreeSet, fs, path::PathBuf};

use jiff::Timestamp;
use proptest::prelude::*;
use rakis_defects::{
    Procedure, WorkingTime,
    procedure::{ClockKind, Escalation, Need, Phase, Trigger, WaiverRule},
    working_time::Hours,
};
use rakis_model::{Problems, Source};

use crate::common::{root, shown, sound};

fn text(name: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/procedure/data");
    fs::read_to_string(folder.join(name)).unwrap()
}

fn small() -> Procedure {
    sound(Source::new("p", text("small.yaml")))
}

#[test]
fn english_keys_and_words_say_the_same() {
    assert_eq!(sound(Source::new("p", text("small.en.yaml"))), small());
}

#[test]
fn everything_written_is_read() {
    let procedure = small();
    let (new, waiting) = (&procedure.states[0], &procedure.states[2]);
    assert_eq!((new.phase, new.reaction_runs, new.fix_runs), (Phase::New, true, true));
    assert_eq!(
        (waiting.phase, waiting.reaction_runs, waiting.fix_runs),
        (Phase::Waiting, false, false)
    );

    let close = procedure.transitions.iter().find(|one| one.name == "sulge").unwrap();
    assert_eq!(
        (close.from.as_slice(), close.to.as_str()),
        (&["kinnitatud".to_owned()][..], "suletud")
    );
    assert_eq!(close.roles, ["haldur"]);
    assert_eq!(close.needs, [Need::Cause, Need::Regression]);
    assert_eq!(close.trigger, Some(Trigger::Complete));

    let times = |name: &str| {
        let one = procedure.severity(name).unwrap();
        (one.reaction_minutes, one.fix_minutes, one.around_the_clock, one.waivable)
    };
    assert_eq!(times("raske"), (60, 2 * 24 * 60, true, false));
    assert_eq!(times("kerge"), (90, 5 * 480, false, true));

    let second = &procedure.routes[1];
    assert_eq!((second.system.as_deref(), second.area.as_deref()), (None, None));
    assert_eq!(second.requirement.as_deref(), Some("SKAIS-2026-01"));
    assert_eq!(second.assignee.as_deref(), Some("jaan"));
    assert_eq!(procedure.party("partner").unwrap().contact, "abi@partner.example");
    let waiver = WaiverRule { roles: vec!["haldur".to_owned()], longest_days: 30 };
    assert_eq!(procedure.waiver, waiver);
    let hours = |text| Hours::parse(text).unwrap();
    let day = [hours("08:30-12:30"), hours("13:00-17:00")];
    for (index, found) in procedure.working_time.week.0.iter().enumerate() {
        assert_eq!(found.as_slice(), if index < 5 { &day[..] } else { &[] });
    }
    // Sorted by their share, whatever their order in the file.
    let level = |clock, percent, party| {
        let roles = vec!["haldur".to_owned()];
        Escalation { clock, percent, roles, party }
    };
    assert_eq!(
        procedure.escalation,
        [level(Some(ClockKind::Fix), 50, false), level(None, 100, true)]
    );
}

#[test]
fn what_may_be_left_out_has_a_meaning() {
    let text = text("small.yaml");
    let (text, _) = text.split_once("tööaeg:").unwrap();
    let procedure = sound(Source::new("p", text));
    assert_eq!(procedure.working_time, WorkingTime::default());
    assert!(procedure.escalation.is_empty());
    assert_eq!(procedure.severity("kerge").unwrap().fix_minutes, 5 * 510);
}

#[test]
fn a_role_may_be_there_only_to_waive_or_to_be_told() {
    let role = |name: &str| format!("  - {{ nimi: {name}, kirjeldus: x, liikmed: [kati] }}\n");
    let text = text("small.yaml")
        .replace("raskusastmed:", &format!("{}{}raskusastmed:", role("lubaja"), role("juht")))
        .replace("  rollid: [haldur]\n  pikim", "  rollid: [lubaja]\n  pikim")
        .replace("teavita: haldur", "teavita: juht");
    let procedure = sound(Source::new("p", text));
    assert_eq!(procedure.waiver.roles, ["lubaja"]);
    assert_eq!(procedure.escalation[0].roles, ["juht"]);
}

#[test]
fn hours_may_follow_each_other_at_once() {
    let text = text("small.yaml").replace("12:30, 13:00-17:00]", "12:30, 12:30-17:00]");
    let procedure = sound(Source::new("p", text));
    assert_eq!(procedure.severity("kerge").unwrap().fix_minutes, 5 * 510);
}

#[test]
fn a_standing_clock_is_a_warning_where_somebody_has_to_act() {
    let text = text("small.yaml").replace("    kellad: [lahendamine]\n", "");
    let mut problems = Problems::new();
    assert!(Procedure::read(Source::new("p", text), &mut problems).is_some());
    assert_eq!(
        shown(problems),
        "hoiatus: olekus „töös“ tuleb midagi teha, kuid lahendamise kell seisab\n  \
         --> p:7:11 `töös`\n  \
         = lisa „kellad: [lahendamine]“ või, kui selles olekus oodatakse, muuda oleku liigiks „ootel“\n"
    );
}

#[test]
fn a_fix_may_be_due_with_the_reaction() {
    let text = text("small.yaml").replace("lahendamine: 2 ööpäeva", "lahendamine: 60 min");
    let procedure = sound(Source::new("p", text));
    assert_eq!(procedure.severity("raske").unwrap().fix_minutes, 60);
}

/// The small procedure with a chain of so many more states.
fn chain(many: usize) -> String {
    let states = (0..many).map(|n| format!("  - nimi: s{n}\n    liik: ootel\n"));
    let ways = (0..many).map(|n| {
        let to = if n + 1 == many { "töös".to_owned() } else { format!("s{}", n + 1) };
        format!("  - {{ nimi: t{n}, olekust: s{n}, olekusse: {to}, rollid: haldur }}\n")
    });
    let first = "  - { nimi: algus, olekust: uus, olekusse: s0, rollid: haldur }\n";
    let (states, ways) = (states.collect::<String>(), ways.collect::<String>());
    text("small.yaml").replace("üleminekud:\n", &format!("{states}üleminekud:\n{first}{ways}"))
}

#[test]
fn a_large_procedure_is_read_and_one_beyond_reason_refused() {
    assert_eq!(sound(Source::new("p", chain(190))).states.len(), 197);
    let mut problems = Problems::new();
    assert_eq!(Procedure::read(Source::new("p", chain(5_000)), &mut problems), None);
    let told: Vec<String> =
        problems.iter().map(|one| format!("{} {:?}", one.message.key, one.message.args)).collect();
    let number = |most| told.iter().filter(|one| one.contains(most)).count();
    assert_eq!((told.len(), number("procedure-too-many")), (2, 2), "{told:?}");
}

/// Lines of the shipped file taken out, doubled, exchanged, cut: files as hurried people leave them.
fn mangled() -> impl Strategy<Value = String> {
    let source = fs::read_to_string(root().join("procedure.yaml")).unwrap();
    let lines: Vec<String> = source.lines().map(str::to_owned).collect();
    let edit = (0_usize..5, 0..lines.len(), 0..lines.len(), 0_usize..60);
    prop::collection::vec(edit, 1..4).prop_map(move |edits| {
        let mut lines = lines.clone();
        for (kind, one, other, cut) in edits {
            let (one, other) = (one % lines.len(), other % lines.len());
            match kind {
                0 => drop(lines.remove(one)),
                1 => lines.insert(other, lines[one].clone()),
                2 => lines.swap(one, other),
                3 => lines[one] = lines[one].chars().take(cut).collect(),
                _ => {
                    let value = lines[other].split_once(": ").map(|(_, value)| value.to_owned());
                    let key = lines[one].split_once(": ").map(|(key, _)| key.to_owned());
                    if let (Some(key), Some(value)) = (key, value) {
                        lines[one] = format!("{key}: {value}");
                    }
                }
            }
        }
        lines.join("\n")
    })
}

proptest! {
    #[test]
    fn a_file_gives_a_whole_procedure_or_its_problems(text in mangled()) {
        let mut problems = Problems::new();
        let read = Procedure::read(Source::new("p", text), &mut problems);
        prop_assert_eq!(read.is_none(), problems.any_error());
        for problem in problems.iter() {
            let place = problem.place.as_ref().expect("every problem has a place");
            prop_assert!(place.source.text.get(place.span.clone()).is_some());
        }
        let Some(procedure) = read else { return Ok(()) };
        // Whatever was read can be followed: names lead somewhere, results are never lost.
        let names: BTreeSet<&str> = procedure.states.iter().map(|one| one.name.as_str()).collect();
        prop_assert_eq!(names.len(), procedure.states.len());
        prop_assert_eq!(procedure.initial().phase, Phase::New);
        for one in &procedure.transitions {
            prop_assert!(one.from.iter().chain([&one.to]).all(|name| names.contains(name.as_str())));
        }
        for state in &procedure.states {
            let follows = |trigger| procedure.by_trigger(&state.name, trigger).is_some();
            prop_assert!(state.phase != Phase::Fixed || follows(Trigger::RetestFailed));
            prop_assert!(state.phase != Phase::Closed || follows(Trigger::Recurred));
        }
        let route = procedure.route("", "", None);
        prop_assert!(procedure.party(&route.party).is_some());
        let severity = procedure.severity(&route.severity).unwrap();
        let now = Timestamp::from_second(1_800_000_000).unwrap();
        let clocks = procedure.clocks(severity, &[(now, &procedure.initial().name)], now);
        prop_assert!(clocks.fix.goal >= clocks.reaction.goal);
    }
}
