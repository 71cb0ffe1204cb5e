//! A run with every outcome and with hostile answers, for tests and for the example.

#![allow(dead_code, reason = "each test and the example use their part of it")]

pub(crate) mod judged;

use rakis_model::{
    Difference, Distribution, Exchange, Failure, Message, Outcome,
    distribution::Bin,
    failure::DifferenceKind,
    messages::Time,
    record::{
        Case, CriterionInfo, EnvironmentInfo, RequirementInfo, Run, RunInfo, SpecificationInfo,
        StepRun, StepStatus,
    },
};

/// 22.11.2026 10:15:00 in Tallinn.
const STARTED: i64 = 1_795_335_300;

/// What a hostile or broken system may answer.
pub(crate) const HOSTILE: &str = "\u{1b}[31mpunane\u{1b}[0m \u{0}\u{8}\u{9b} ]]> </script><script>alert('1')</script> \
     <!-- \u{202e} \u{fffe}\u{ffff} &amp; \"'`\r\nlõpp\r";

/// A run as it may be: every outcome, tables, text blocks, examples, an unlinked scenario.
pub(crate) fn run() -> Run {
    let cases = vec![
        passed("a", "Asutuse töötajal on tema rollide õigused", 12, 142),
        example(1, "omavalitsus", "rahuldatud", Outcome::Passed),
        example(2, "teenuseosutaja", "jäetud rahuldamata", Outcome::Failed),
        passed("b", "Lukustatud kasutaja ei pääse sisse", 40, 57),
        broken(),
        profile(),
        index_2019(),
        report_text(),
        invalid(),
        skipped(),
        not_run(),
    ];
    Run {
        info: info(),
        started: Time { seconds: STARTED, nanos: 0 },
        finished: Time { seconds: STARTED + 83, nanos: 250_000_000 },
        cut_off: false,
        cases,
        judgement: None,
    }
}

/// A run in which all passed.
pub(crate) fn passed_run() -> Run {
    let mut run = run();
    run.cases.retain(|case| case.outcome == Outcome::Passed);
    run.info.fault = None;
    for specification in &mut run.info.specifications {
        for requirement in &mut specification.requirements {
            requirement.suspect = false;
        }
    }
    run
}

/// Everything that can hold text of a system or of a file holds a hostile one, and every answer
/// is `more` characters longer.
pub(crate) fn hostile_run(text: &str, more: usize) -> Run {
    let mut run = run();
    let info = &mut run.info;
    for field in [
        &mut info.name,
        &mut info.project,
        &mut info.command,
        &mut info.version,
        &mut info.environment.name,
        &mut info.environment.title,
        &mut info.environment.address,
    ] {
        text.clone_into(field);
    }
    let specification = &mut info.specifications[0];
    text.clone_into(&mut specification.title);
    text.clone_into(&mut specification.requirements[0].statement);
    text.clone_into(&mut specification.requirements[0].criteria[0].title);
    info.fault = Some(text.to_owned());
    for case in &mut run.cases {
        poison(case, text, more);
    }
    run
}

fn poison(case: &mut Case, text: &str, more: usize) {
    case.name = text.to_owned();
    case.feature = text.to_owned();
    case.rule = Some(text.to_owned());
    case.file.push_str(text);
    case.tags.push(text.to_owned());
    case.example_values.push((text.to_owned(), text.to_owned()));
    for step in &mut case.steps {
        let bin = || Bin { from: text.to_owned(), to: format!("{text}-"), count: u64::MAX };
        let title = Message::new("x").with("reason", text);
        step.distributions.push(Distribution { title, bins: vec![bin(), bin()] });
        step.keyword = text.to_owned();
        step.text = text.to_owned();
        step.table = vec![vec![text.to_owned(); 2]; 2];
        step.doc_string = Some(text.to_owned());
        step.exchanges.push(Exchange {
            operation: text.to_owned(),
            method: text.to_owned(),
            url: text.to_owned(),
            request_headers: vec![(text.to_owned(), text.to_owned())],
            request_body: Some(text.to_owned()),
            status: Some(500),
            response_headers: vec![(text.to_owned(), text.to_owned())],
            response_body: Some(format!("{text}{}", "õ".repeat(more))),
            error: Some(Message::new("x").with("reason", text)),
            ..Exchange::default()
        });
        if let Some(failure) = &mut step.failure {
            failure.message = Message::new("x").with("reason", text);
            failure.expected = Some(format!("{text}\nb"));
            failure.actual = Some(format!("a{text}\n{text}"));
            failure.hints = vec![Message::new("y").with("hint", text)];
            failure.differences = vec![Difference {
                path: text.to_owned(),
                kind: DifferenceKind::Changed,
                expected: Some(text.to_owned()),
                actual: Some(format!("{text}x")),
            }];
        }
    }
}

fn info() -> RunInfo {
    RunInfo {
        name: "2026-11-22T10-15-00-3f2a".to_owned(),
        project: "Sotsiaalkindlustusameti vastuvõtutestid".to_owned(),
        version: "0.1.0".to_owned(),
        command: "rakis run --env embedded".to_owned(),
        environment: EnvironmentInfo {
            name: "embedded".to_owned(),
            title: "Sisseehitatud etalonsüsteem".to_owned(),
            address: "http://127.0.0.1:41873".to_owned(),
        },
        fault: Some("rights.role-ignores-institution".to_owned()),
        delivery: None,
        build: None,
        jobs: 4,
        seed: 20_261_122,
        specifications: vec![rights(), indexation()],
    }
}

fn rights() -> SpecificationInfo {
    SpecificationInfo {
        id: "STAR-2026-03".to_owned(),
        title: "Kasutajaõiguste haldus".to_owned(),
        system: "STAR".to_owned(),
        area: "rights".to_owned(),
        revision: 2,
        status: "kinnitatud".to_owned(),
        file: "specs/rights/star-kasutajaoigused.yaml".to_owned(),
        legal_basis: vec!["STARi põhimäärus § 9".to_owned()],
        goal: "Asutuse töötajal on STARis parajasti need õigused, mida tema ülesanded nõuavad."
            .to_owned(),
        requirements: vec![
            requirement(
                "STAR-2026-03.1",
                "Asutuse töötajale saab anda ainult selle asutuse liigi rolle.",
                &[
                    ("a", "Roll vastab asutuse liigile"),
                    ("b", "Lukustatud kasutaja ei pääse sisse"),
                ],
                false,
            ),
            requirement(
                "STAR-2026-03.2",
                "Iga õiguste muutus jätab logisse jälje: kes, mida, millal ja millise tulemusega.",
                &[("a", "Rolli andmine logitakse")],
                true,
            ),
            requirement(
                "STAR-2026-03.3",
                "Õigused vaadatakse korra aastas üle.",
                &[("a", "Ülevaatamise tähtaeg")],
                false,
            ),
        ],
    }
}

fn indexation() -> SpecificationInfo {
    SpecificationInfo {
        id: "SKAIS-2026-07".to_owned(),
        title: "Pensionide indekseerimine 1. aprillil".to_owned(),
        system: "SKAIS".to_owned(),
        area: "mass_calculation".to_owned(),
        revision: 1,
        status: "kinnitatud".to_owned(),
        file: "specs/mass_calculation/indekseerimine.yaml".to_owned(),
        legal_basis: vec!["RPKS § 26".to_owned()],
        goal: "Iga pensionär saab 1. aprillist õigesti indekseeritud pensioni.".to_owned(),
        requirements: vec![requirement(
            "SKAIS-2026-07.1",
            "Baasosa korrutatakse indeksi 1,1-kordse kasvuga ja ümardatakse nelja kohani.",
            &[("a", "Baasosa pärast indekseerimist"), ("b", "Massarvutuse kokkuvõte")],
            false,
        )],
    }
}

fn requirement(
    id: &str,
    statement: &str,
    criteria: &[(&str, &str)],
    suspect: bool,
) -> RequirementInfo {
    let criterion =
        |(id, title): &(&str, &str)| CriterionInfo { id: (*id).into(), title: (*title).into() };
    RequirementInfo {
        id: id.to_owned(),
        statement: statement.to_owned(),
        priority: "peab".to_owned(),
        criteria: criteria.iter().map(criterion).collect(),
        suspect,
    }
}

fn millis(millis: i128) -> Time {
    Time::from_nanos(millis * 1_000_000)
}

fn step(keyword: &str, text: &str, line: usize, status: StepStatus) -> StepRun {
    StepRun {
        keyword: keyword.to_owned(),
        text: text.to_owned(),
        line,
        status,
        duration: millis(if status == StepStatus::Skipped { 0 } else { 14 }),
        ..StepRun::default()
    }
}

fn rights_case(criterion: &str, name: &str, line: usize, outcome: Outcome) -> Case {
    Case {
        file: "features/rights/star-kasutajaoigused.feature".to_owned(),
        line,
        feature: "Kasutajaõiguste haldus".to_owned(),
        rule: Some("Asutuse töötajale saab anda ainult selle asutuse liigi rolle.".to_owned()),
        name: name.to_owned(),
        tags: vec!["@req-STAR-2026-03.1".to_owned()],
        requirement: Some("STAR-2026-03.1".to_owned()),
        criterion: Some(criterion.to_owned()),
        outcome,
        started: Time { seconds: STARTED + 1, nanos: 0 },
        duration: millis(142),
        ..Case::default()
    }
}

fn skais_case(criterion: &str, name: &str, line: usize, outcome: Outcome) -> Case {
    Case {
        file: "features/mass_calculation/indekseerimine.feature".to_owned(),
        feature: "Pensionide indekseerimine 1. aprillil".to_owned(),
        rule: None,
        requirement: Some("SKAIS-2026-07.1".to_owned()),
        ..rights_case(criterion, name, line, outcome)
    }
}

fn passed(criterion: &str, name: &str, line: usize, took: i128) -> Case {
    let mut case = rights_case(criterion, name, line, Outcome::Passed);
    case.duration = millis(took);
    case.steps = vec![
        step("Eeldades", "asutuses töötab isik", line + 1, StepStatus::Passed),
        step("Kui", "isik logib sisse", line + 2, StepStatus::Passed),
        step("Siis", "isikul on õigused", line + 3, StepStatus::Passed),
    ];
    case.steps[1].exchanges.push(exchange("logi sisse", "POST", "/star/sessioonid", 201));
    case.steps[2].table = vec![
        vec!["õigus".to_owned(), "ulatus".to_owned()],
        vec!["taotluse vaatamine".to_owned(), "oma asutus".to_owned()],
    ];
    case
}

fn exchange(operation: &str, method: &str, path: &str, status: u16) -> Exchange {
    Exchange {
        operation: operation.to_owned(),
        method: method.to_owned(),
        url: format!("http://127.0.0.1:41873{path}"),
        request_headers: vec![
            ("authorization".to_owned(), "Bearer [saladus]".to_owned()),
            ("content-type".to_owned(), "application/json".to_owned()),
        ],
        request_body: Some(
            r#"{"isikukood":"69901010008","roll":"sotsiaaltöötaja","allkirjastatud":true}"#.into(),
        ),
        status: Some(status),
        response_headers: vec![("content-type".to_owned(), "application/json".to_owned())],
        response_body: Some(
            r#"{"id":117,"otsus":"rahuldatud","põhjus":null,"summa":1.10}"#.to_owned(),
        ),
        millis: 12,
        ..Exchange::default()
    }
}

fn example(number: usize, kind: &str, decision: &str, outcome: Outcome) -> Case {
    let mut case = rights_case("a", "Roll vastab asutuse liigile", 22 + number, outcome);
    case.example = Some(number);
    case.example_values = vec![
        ("liik".to_owned(), kind.to_owned()),
        ("roll".to_owned(), "sotsiaaltöötaja".to_owned()),
        ("otsus".to_owned(), decision.to_owned()),
    ];
    let status = if outcome == Outcome::Failed { StepStatus::Failed } else { StepStatus::Passed };
    case.steps = vec![
        step("Eeldades", &format!("asutus on \"{kind}\""), 14, StepStatus::Passed),
        step("Ja", "asutuses töötab isik", 15, StepStatus::Passed),
        step("Kui", "isikule taotletakse rolli \"sotsiaaltöötaja\"", 16, StepStatus::Passed),
        step("Siis", &format!("taotlus on \"{decision}\""), 17, status),
    ];
    case.steps[2].exchanges.push(exchange("taotle rolli", "POST", "/star/taotlused", 201));
    if outcome == Outcome::Failed {
        case.steps[3].failure = Some(
            Failure::failed(Message::new("taotluse otsus"))
                .values(decision, "rahuldatud")
                .hint(Message::new("võrdle rolli lubatud asutuse liikidega klassifikaatoris")),
        );
    }
    case
}

fn broken() -> Case {
    let mut case = rights_case("a", "Rolli andmine logitakse", 31, Outcome::Broken);
    case.requirement = Some("STAR-2026-03.2".to_owned());
    case.steps = vec![
        step("Kui", "isikule antakse roll \"arveldaja\"", 32, StepStatus::Failed),
        step("Siis", "logis on kirje \"rolli andmine\"", 33, StepStatus::Skipped),
    ];
    case.steps[0].exchanges.push(Exchange {
        status: None,
        response_headers: Vec::new(),
        response_body: None,
        error: Some(Message::new("vastus ei tulnud 30 sekundi jooksul")),
        millis: 30_000,
        ..exchange("anna roll", "PUT", "/star/kasutajad/117/rollid", 0)
    });
    case.steps[0].failure =
        Some(Failure::broken(Message::new("vastus ei tulnud 30 sekundi jooksul")));
    case.duration = millis(30_012);
    case
}

/// Several structured differences.
fn profile() -> Case {
    let mut case = rights_case("b", "Profiil kehtib nagu analüüsis", 50, Outcome::Failed);
    case.steps = vec![
        step("Kui", "küsitakse profiili \"arveldaja\"", 51, StepStatus::Passed),
        step("Siis", "profiil on", 52, StepStatus::Failed),
    ];
    case.steps[1].table = vec![
        vec!["õigus".to_owned(), "ulatus".to_owned()],
        vec!["arve vaatamine".to_owned(), "oma asutus".to_owned()],
        vec!["arve kinnitamine".to_owned(), "oma asutus".to_owned()],
    ];
    let difference = |path: &str, kind, expected: Option<&str>, actual: Option<&str>| Difference {
        path: path.to_owned(),
        kind,
        expected: expected.map(str::to_owned),
        actual: actual.map(str::to_owned),
    };
    case.steps[1].exchanges.push(exchange(
        "küsi profiili",
        "GET",
        "/star/profiilid/arveldaja",
        200,
    ));
    case.steps[1].failure =
        Some(Failure::failed(Message::new("profiili õigused")).differences(vec![
            difference(
                "$.õigused[0].ulatus",
                DifferenceKind::Changed,
                Some("oma asutus"),
                Some("kõik asutused"),
            ),
            difference("$.õigused[1]", DifferenceKind::Missing, Some("arve kinnitamine"), None),
            difference("$.õigused[2]", DifferenceKind::Extra, None, Some("taotluse kustutamine")),
            difference("$.kehtib", DifferenceKind::Type, Some("true"), Some("\"jah\"")),
        ]));
    case
}

/// Values that differ in the last digits, which the step does not quote.
fn index_2019() -> Case {
    let mut case = skais_case("a", "Baasosa 2019. aastal", 9, Outcome::Failed);
    case.steps = vec![
        step("Kui", "indekseeritakse 2019. aasta indeksiga", 10, StepStatus::Passed),
        step("Siis", "baasosa vastab arvutusele", 11, StepStatus::Failed),
    ];
    case.steps[1].failure = Some(
        Failure::failed(Message::new("baasosa alates 01.04.2019"))
            .values("191,6496 €", "191,6400 €"),
    );
    let rises = [10, 12, 31].map(Into::into);
    let rises = rises.into_iter().flat_map(|rise| [rise; 617]);
    case.steps[0].distributions = vec![Distribution::of(Message::new("pensionide tõus"), rises, 2)];
    case
}

/// Texts of several lines.
fn report_text() -> Case {
    let mut case = skais_case("b", "Massarvutuse kokkuvõte", 20, Outcome::Failed);
    case.steps = vec![step("Siis", "kokkuvõte on", 21, StepStatus::Failed)];
    let expected = "Massarvutus 01.04.2026\nIsikuid: 325 000\nVigu: 0\nKokku: 120 000 000,00 €\n";
    case.steps[0].doc_string = Some(expected.to_owned());
    case.steps[0].failure = Some(
        Failure::failed(Message::new("massarvutuse kokkuvõte"))
            .values(expected, expected.replace("Vigu: 0", "Vigu: 12")),
    );
    case
}

fn invalid() -> Case {
    let mut case = skais_case("x", "Samm puudub", 30, Outcome::Invalid);
    case.requirement = None;
    case.criterion = None;
    case.steps = vec![step("Kui", "tehakse midagi muud", 31, StepStatus::Failed)];
    case.steps[0].failure = Some(
        Failure::invalid(Message::new("muutuja „isik“ on väärtustamata"))
            .hint(Message::new("lisa samm, mis loob isiku")),
    );
    case
}

fn skipped() -> Case {
    let mut case = rights_case("a", "Allkirja kontrollib ametnik", 60, Outcome::Skipped);
    case.tags.push("@manual".to_owned());
    case.duration = Time::default();
    case.steps = vec![step("Kui", "ametnik kontrollib allkirja", 61, StepStatus::Skipped)];
    case
}

fn not_run() -> Case {
    let mut case = rights_case("a", "Ülevaatamise tähtaeg", 70, Outcome::NotRun);
    case.requirement = Some("STAR-2026-03.3".to_owned());
    case.started = Time::default();
    case.duration = Time::default();
    case.steps = vec![step("Siis", "tähtaeg on 31.12.2026", 71, StepStatus::Skipped)];
    case
}
