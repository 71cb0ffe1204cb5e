//! The sample as the register of defects sees it: every effect, waivers, snapshots.

use rakis_model::{
    Failure, Message, Outcome,
    failure::{SnapshotNote, SnapshotStanding},
    record::{Case, DefectEffect, DefectNote, Judgement, Run, StepRun, StepStatus},
};

use super::{exchange, passed, rights_case, run, skais_case, step};

/// A run with every outcome and every effect on a defect, recorded in a register.
pub(crate) fn judged_run() -> Run {
    let mut judged = run();
    judged.info.delivery = Some("STAR 2026.11".to_owned());
    judged.info.build = Some("2026.11.3".to_owned());
    judged.info.fault = None;
    judged.cases.extend(more_cases());
    let notes = notes(&judged);
    judged.judge(Judgement {
        register: "sqlite:reports/vead.sqlite".to_owned(),
        recorded: true,
        events: 1_284,
        head: "9f3c51d0a7b24e6688aa01".to_owned(),
        notes,
    });
    judged
}

/// As [`judged_run`], without what stands against acceptance.
pub(crate) fn remarks_run() -> Run {
    let mut run = judged_run();
    let good = [Outcome::Passed, Outcome::Known, Outcome::UnexpectedPass];
    run.cases.retain(|case| good.contains(&case.outcome));
    if let Some(judgement) = &mut run.judgement {
        judgement.recorded = false;
        judgement.events = 1;
    }
    run
}

/// As [`judged_run`], with a hostile text wherever the register or a snapshot's name may have one.
pub(crate) fn hostile_judged_run(text: &str, more: usize) -> Run {
    let mut run = judged_run();
    let long = format!("{text}{}", "õ".repeat(more));
    run.info.delivery = Some(long.clone());
    run.info.build = Some(long.clone());
    if let Some(judgement) = &mut run.judgement {
        judgement.register = long.clone();
        judgement.head = long.clone();
    }
    for case in &mut run.cases {
        for note in &mut case.defects {
            note.defect.push_str(&long);
            for field in [&mut note.title, &mut note.state, &mut note.owner] {
                long.clone_into(field);
            }
            note.severity = Some(long.clone());
            note.waived_until = Some(long.clone());
        }
        for step in &mut case.steps {
            if let Some(snapshot) = step.failure.as_mut().and_then(|one| one.snapshot.as_mut()) {
                snapshot.name.push_str(&long);
            }
        }
    }
    run
}

fn more_cases() -> Vec<Case> {
    let failed = |line: usize, name: &str, expected: &str, actual: &str| {
        let mut case = skais_case("a", name, line, Outcome::Failed);
        let mut checked = step("Siis", name, line + 1, StepStatus::Failed);
        checked.failure =
            Some(Failure::failed(Message::new("väljamakse summa")).values(expected, actual));
        case.steps =
            vec![step("Kui", "makstakse pension välja", line, StepStatus::Passed), checked];
        case
    };
    vec![
        failed(100, "Tulumaks arvestatakse 704 € piirist", "104,00", "111,20"),
        failed(110, "Kinnipidamine jätab alles poole pensionist", "250,00", "249,99"),
        failed(115, "Miinimumist väiksem pension jääb maksmata", "250,00", "0,00"),
        failed(120, "Teisele isikule makstakse kohale", "1", "0"),
        failed(130, "Pühapäevane maksepäev nihkub esmaspäevale", "07.04.2025", "04.04.2025"),
        failed(140, "Tagastatud makse pannakse uuesti järjekorda", "1", "2"),
        passed("a", "Suletud kontole ei maksta", 150, 61),
        passed("a", "Enammakse tasaarvestatakse", 160, 80),
        passed("a", "Raamat klapib maksefailiga", 170, 75),
        snapshot(180, "rights/rollide-funktsioonid", SnapshotStanding::Differs),
        snapshot(190, "rights/profiilid", SnapshotStanding::New),
        snapshot(200, "rights/menüü", SnapshotStanding::Unapproved),
    ]
}

fn snapshot(line: usize, name: &str, standing: SnapshotStanding) -> Case {
    let mut case =
        rights_case("a", &format!("Vastus vastab hetktõmmisele {name}"), line, Outcome::Failed);
    let new = "arveldaja: arve vaatamine\narveldaja: arve kinnitamine\nsotsiaaltöötaja: taotlus\n";
    let mut failure = Failure::failed(Message::new("vastus ja hetktõmmis"));
    failure.actual = Some(new.to_owned());
    if standing != SnapshotStanding::New {
        failure.expected = Some(new.replace("arveldaja: arve kinnitamine\n", ""));
    }
    failure.snapshot = Some(SnapshotNote { name: name.to_owned(), standing });
    case.steps = vec![StepRun {
        failure: Some(failure),
        exchanges: vec![exchange("küsi rolle", "GET", "/star/rollid", 200)],
        ..step("Siis", &format!("vastus on nagu \"{name}\""), line + 1, StepStatus::Failed)
    }];
    case
}

/// Start of the scenario's name, number, title, state and owner, waiver, effect.
type Told = (
    &'static str,
    &'static str,
    &'static str,
    [&'static str; 2],
    Option<&'static str>,
    DefectEffect,
);

const TOLD: [Told; 13] = [
    (
        "Roll vastab",
        "0007",
        "Teenuseosutaja saab omavalitsuse rolli",
        ["määratud", "TEHIK"],
        None,
        DefectEffect::Seen,
    ),
    (
        "Profiil kehtib",
        "0012",
        "Arveldaja profiilis on vale ulatus",
        ["uus", "SKA"],
        None,
        DefectEffect::Opened,
    ),
    (
        "Baasosa 2019",
        "0003",
        "Baasosa on kärbitud, mitte ümardatud",
        ["määratud", "TEHIK, Mari Maasikas"],
        Some("2026-12-31"),
        DefectEffect::Known,
    ),
    (
        "Tulumaks",
        "0003",
        "Baasosa on kärbitud, mitte ümardatud",
        ["määratud", "TEHIK, Mari Maasikas"],
        Some("2026-12-31"),
        DefectEffect::Known,
    ),
    (
        "Kinnipidamine",
        "0004",
        "Kinnipidamine ümardatakse alla",
        ["määratud", "Arendaja AS"],
        Some("2026-10-31"),
        DefectEffect::WaiverExpired,
    ),
    (
        "Miinimumist väiksem",
        "0006",
        "Pensionist jääb puudu sent",
        ["määratud", "Arendaja AS"],
        Some("2026-12-31"),
        DefectEffect::NotCovered,
    ),
    (
        "Teisele isikule",
        "0001",
        "Makse teise isiku kontole jääb tegemata",
        ["taasavatud", "TEHIK"],
        None,
        DefectEffect::Reopened,
    ),
    (
        "Pühapäevane",
        "0009",
        "Maksepäev nihkub valele poole",
        ["töös", "TEHIK"],
        None,
        DefectEffect::Masked,
    ),
    (
        "Tagastatud",
        "0005",
        "Tagastatud makse kordub",
        ["suletud", "SKA"],
        None,
        DefectEffect::OlderBuild,
    ),
    (
        "Suletud kontole",
        "0008",
        "Suletud kontole tehakse makse",
        ["kordustestis", "SKA"],
        None,
        DefectEffect::RetestPassed,
    ),
    (
        "Enammakse",
        "0002",
        "Tasaarvestus ületab piiri",
        ["suletud", "SKA"],
        None,
        DefectEffect::Closed,
    ),
    (
        "Raamat klapib",
        "0010",
        "Pearaamatus puudub kanne",
        ["määratud", "Arendaja AS"],
        None,
        DefectEffect::UnexpectedPass,
    ),
    (
        "Vastus vastab hetktõmmisele rights/rollide",
        "0013",
        "Rollide loetelu on muutunud",
        ["uus", "SKA"],
        None,
        DefectEffect::Opened,
    ),
];

/// What the register says, by the names of the scenarios.
fn notes(run: &Run) -> Vec<DefectNote> {
    let find = |start: &str, effect| {
        let fits = |case: &Case| {
            case.name.starts_with(start) && (case.outcome == Outcome::Failed) == is_seen(effect)
        };
        run.cases.iter().position(fits).expect("the scenario is in the sample")
    };
    TOLD.into_iter()
        .map(|(start, number, title, [state, owner], waived_until, effect)| DefectNote {
            case: find(start, effect),
            defect: format!("VIGA-2026-{number}"),
            title: title.to_owned(),
            state: state.to_owned(),
            owner: owner.to_owned(),
            severity: Some("oluline".to_owned()),
            waived_until: waived_until.map(str::to_owned),
            effect,
        })
        .collect()
}

fn is_seen(effect: DefectEffect) -> bool {
    let passed = [DefectEffect::RetestPassed, DefectEffect::Closed, DefectEffect::UnexpectedPass];
    !passed.contains(&effect)
}
