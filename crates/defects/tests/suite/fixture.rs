//! A small procedure, and runs to record.

use std::io::Write;

use jiff::Timestamp;
use rakis_defects::{Actor, OpenMode, Procedure, Register};
use rakis_model::{
    Difference, Failure, Message, Outcome, Problems, Source,
    failure::DifferenceKind,
    messages::Time,
    record::{
        Case, CriterionInfo, DefectEffect, Judgement, RequirementInfo, Run, SpecificationInfo,
        StepRun, StepStatus,
    },
    redact::Redactor,
};
use sqlx::{AnyConnection, Connection, PgConnection};

pub(crate) fn procedure() -> Procedure {
    let mut problems = Problems::new();
    let source = Source::new("procedure.yaml", include_str!("procedure.yaml"));
    let procedure = Procedure::read(source, &mut problems);
    assert!(procedure.is_some(), "{:?}", problems.into_sorted());
    procedure.unwrap()
}

pub(crate) fn mari() -> Actor {
    Actor::new("mari")
}

pub(crate) fn jaan() -> Actor {
    Actor::new("jaan")
}

/// A moment of 24 November 2026, `HH:MM`, in UTC.
pub(crate) fn at(time: &str) -> Timestamp {
    on(&format!("2026-11-24T{time}:00Z"))
}

pub(crate) fn on(time: &str) -> Timestamp {
    time.parse().unwrap()
}

/// A run of one build: a letter for each scenario, its case for how it ended.
pub(crate) fn run(name: &str, build: Option<&str>, cases: Vec<Case>) -> Run {
    let requirement = |number: usize| RequirementInfo {
        id: format!("STAR-2026-01.{number}"),
        statement: format!("Nõue {number} peab kehtima."),
        criteria: vec![CriterionInfo { id: "a".into(), title: "Roll vastab liigile".into() }],
        ..RequirementInfo::default()
    };
    let mut run = Run { cases, ..Run::default() };
    run.info.name = name.into();
    run.info.project = "STAR".into();
    run.info.build = build.map(str::to_owned);
    run.info.delivery = Some("T1".into());
    run.info.environment.name = "test2".into();
    run.info.specifications = vec![SpecificationInfo {
        id: "STAR-2026-01".into(),
        system: "STAR".into(),
        area: "rights".into(),
        requirements: (1..=9).map(requirement).collect(),
        ..SpecificationInfo::default()
    }];
    run.started = Time { seconds: 1_795_000_000, nanos: 123_456_789 };
    run.finished = Time { seconds: 1_795_000_060, nanos: 0 };
    run
}

/// A scenario that passed. The number is its requirement's, the letters its example.
pub(crate) fn passed(requirement: usize, example: &str) -> Case {
    let step = |keyword: &str, text: &str| StepRun {
        keyword: keyword.into(),
        text: text.into(),
        status: StepStatus::Passed,
        ..StepRun::default()
    };
    Case {
        file: "features/rights/star.feature".into(),
        line: 10 * requirement,
        feature: "Õigused".into(),
        name: format!("Roll {requirement} vastab liigile ({example})"),
        example: Some(1),
        example_values: vec![("liik".into(), example.into())],
        requirement: Some(format!("STAR-2026-01.{requirement}")),
        criterion: Some("a".into()),
        outcome: Outcome::Passed,
        steps: vec![
            step("Eeldades", &format!("asutus on \"{example}\"")),
            StepRun {
                definition: Some("taotlus on {string}".into()),
                ..step("Siis", "taotlus on \"jäetud rahuldamata\"")
            },
        ],
        ..Case::default()
    }
}

/// The same, failed at this path.
pub(crate) fn failed(requirement: usize, example: &str, path: &str) -> Case {
    let difference = Difference {
        path: path.into(),
        kind: DifferenceKind::Changed,
        expected: Some("jäetud rahuldamata".into()),
        actual: Some("rahuldatud".into()),
    };
    let mut case = passed(requirement, example);
    let failure = Failure::failed(Message::new("check-decision").with("case", example))
        .values("jäetud rahuldamata", "rahuldatud")
        .differences(vec![difference]);
    case.outcome = Outcome::Failed;
    let step = case.steps.last_mut().unwrap();
    step.status = StepStatus::Failed;
    step.failure = Some(failure);
    case
}

/// A register of its own; one in a file is gone with its folder.
pub(crate) struct Fresh {
    pub(crate) register: Register,
    pub(crate) url: String,
    _folder: tempfile::TempDir,
}

impl std::ops::Deref for Fresh {
    type Target = Register;
    fn deref(&self) -> &Register {
        &self.register
    }
}

/// One in an SQLite file.
pub(crate) async fn fresh() -> Fresh {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}/vead.db", folder.path().display());
    Fresh { register: opened(&url).await, url, _folder: folder }
}

pub(crate) async fn opened(url: &str) -> Register {
    let redactor = Redactor::new(["väga-salajane".to_owned()]);
    Register::open(url, OpenMode::Create, redactor).await.unwrap()
}

/// One in a schema of its own, when a PostgreSQL is given.
pub(crate) async fn fresh_postgres() -> Option<Fresh> {
    #[expect(clippy::disallowed_methods, reason = "a test's only way to be given a server")]
    let Ok(server) = std::env::var("RAKIS_TEST_POSTGRES") else {
        let said = "not run: RAKIS_TEST_POSTGRES is not set (./test starts a PostgreSQL)";
        let _ = writeln!(std::io::stderr(), "{said}");
        return None;
    };
    let folder = tempfile::tempdir().unwrap();
    let name = folder.path().file_name().unwrap().to_string_lossy().to_lowercase();
    let schema = format!("register_{}", name.trim_start_matches('.'));
    let mut connection = PgConnection::connect(&server).await.unwrap();
    let make = sqlx::AssertSqlSafe(format!("CREATE SCHEMA {schema}"));
    sqlx::raw_sql(make).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    let url = format!("{server}?options[search_path]={schema}&application_name={schema}");
    Some(Fresh { register: opened(&url).await, url, _folder: folder })
}

/// One of each kind there is.
pub(crate) async fn everywhere() -> Vec<Fresh> {
    [Some(fresh().await), fresh_postgres().await].into_iter().flatten().collect()
}

impl Fresh {
    /// The only cell an SQL text asks for, as a number.
    pub(crate) async fn number(&self, sql: &'static str) -> i64 {
        sqlx::any::install_default_drivers();
        let mut connection = AnyConnection::connect(&self.url).await.unwrap();
        let (number,) = sqlx::query_as(sql).fetch_one(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        number
    }

    /// Records a run and tells what was said of it.
    pub(crate) async fn take(
        &self,
        name: &str,
        build: Option<&str>,
        cases: Vec<Case>,
    ) -> Vec<(usize, String, DefectEffect)> {
        let run = run(name, build, cases);
        told(&self.record(&run, &procedure(), &Actor::new("ci"), at("10:00")).await.unwrap())
    }
}

pub(crate) fn told(judgement: &Judgement) -> Vec<(usize, String, DefectEffect)> {
    let note = |note: &rakis_model::record::DefectNote| {
        (note.case, note.defect.trim_start_matches("VIGA-2026-").to_owned(), note.effect)
    };
    judgement.notes.iter().map(note).collect()
}

/// The same for comparing.
pub(crate) fn said(notes: &[(usize, &str, DefectEffect)]) -> Vec<(usize, String, DefectEffect)> {
    notes.iter().map(|(case, id, effect)| (*case, (*id).to_owned(), *effect)).collect()
}
