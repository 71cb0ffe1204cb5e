//! Registers that are newer, absent, damaged, busy, or gone in the middle: a clear error, and
//! nothing lost.

use rakis_defects::{Actor, OpenMode, Register, RegisterError};
use rakis_model::{
    redact::Redactor,
    words::{Language, Words},
};
use sqlx::{Connection, PgConnection, SqliteConnection};

use crate::fixture::*;

async fn refused(url: &str, mode: OpenMode) -> RegisterError {
    Register::open(url, mode, Redactor::default()).await.unwrap_err()
}

fn shown(error: &RegisterError) -> String {
    Words::new(Language::Et, &[rakis_defects::WORDS]).text(&error.message())
}

#[tokio::test]
async fn a_newer_schema_is_told_and_not_touched() {
    for register in everywhere().await {
        register.take("1", None, vec![failed(1, "a", "$.x")]).await;
        assert_eq!(register.number("SELECT max(version) FROM schema_version").await, 1);
        sqlx::any::install_default_drivers();
        let mut connection = sqlx::AnyConnection::connect(&register.url).await.unwrap();
        let newer = "INSERT INTO schema_version (version) VALUES (7)";
        sqlx::raw_sql(newer).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        let error = refused(&register.url, OpenMode::Create).await;
        assert!(matches!(error, RegisterError::Newer { found: 7, known: 1 }), "{error}");
        assert!(shown(&error).contains('7') && shown(&error).contains('1'));
        assert_eq!(register.number("SELECT count(*) FROM events").await, 2);
    }
}

#[tokio::test]
async fn addresses_that_hold_no_register() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| format!("sqlite:{}/{name}", folder.path().display());
    let error = refused(&at("puudub.db"), OpenMode::Existing).await;
    assert!(matches!(error, RegisterError::Absent(_)), "{error:?}");
    assert!(!folder.path().join("puudub.db").exists());

    std::fs::write(folder.path().join("tekst.db"), "see ei ole andmebaas ".repeat(100)).unwrap();
    let error = refused(&at("tekst.db"), OpenMode::Create).await;
    assert!(matches!(error, RegisterError::Damaged(_)), "{error:?}");

    // A database of something else is not taken for a register that waits to be made.
    let mut other = SqliteConnection::connect(&format!("{}?mode=rwc", at("muu.db"))).await.unwrap();
    sqlx::raw_sql("CREATE TABLE t (a)").execute(&mut other).await.unwrap();
    other.close().await.unwrap();
    let error = refused(&at("muu.db"), OpenMode::Existing).await;
    assert!(matches!(error, RegisterError::Absent(_)), "{error:?}");

    let error = refused(&at("puudub/vead.db"), OpenMode::Create).await;
    assert!(matches!(error, RegisterError::Unreachable(_)), "{error:?}");
    for wrong in ["mysql://x/y", "vead.db", ""] {
        let error = refused(wrong, OpenMode::Create).await;
        assert!(matches!(error, RegisterError::Address(_)), "{error:?}");
    }
    // Nobody listens on port 1; the password is told to nobody.
    let error = refused("postgres://mari:saladus@127.0.0.1:1/vead", OpenMode::Create).await;
    assert!(matches!(error, RegisterError::Unreachable(_)), "{error:?}");
    assert!(!format!("{error} {}", shown(&error)).contains("saladus"));
}

#[tokio::test]
async fn the_same_run_twice_is_one_run() {
    for register in everywhere().await {
        let p = procedure();
        let one = run("1", Some("1"), vec![failed(1, "a", "$.x"), passed(2, "b")]);
        let actor = Actor::new("ci");
        let first = register.record(&one, &p, &actor, at("10:00")).await.unwrap();
        register.take("2", Some("1"), vec![failed(1, "a", "$.x")]).await;
        // The record on disk has the judgement in it by then.
        let mut judged = one.clone();
        judged.judge(first.clone());
        let again = register.record(&judged, &p, &actor, at("11:00")).await.unwrap();
        assert_eq!(again, first);
        assert_eq!(register.number("SELECT count(*) FROM occurrences").await, 2);

        let other = run("1", Some("1"), vec![passed(1, "a"), passed(2, "b")]);
        let error = register.record(&other, &p, &actor, at("11:00")).await.unwrap_err();
        assert!(matches!(error, RegisterError::AnotherRun(name) if name == "1"));
        let error = register.record(&run(" ", None, vec![]), &p, &actor, at("11:00")).await;
        assert!(matches!(error, Err(RegisterError::NamelessRun)));
        assert_eq!(register.number("SELECT count(*) FROM runs").await, 2);
    }
}

#[tokio::test]
async fn a_database_that_goes_away_in_the_middle_loses_nothing() {
    let Some(register) = fresh_postgres().await else { return };
    register.take("1", Some("1"), vec![failed(1, "a", "$.x")]).await;
    let before = register.verify(None).await.unwrap();
    let mut admin = PgConnection::connect(&register.url).await.unwrap();
    // The lock of writers, held, so that the next one stands in the middle of its work.
    sqlx::raw_sql("SELECT pg_advisory_lock(7241894, hashtext(current_schema()))")
        .execute(&mut admin)
        .await
        .unwrap();
    let cases = vec![failed(1, "a", "$.x"), failed(2, "a", "$.x")];
    let second = run("2", Some("1"), cases);
    let (p, actor) = (procedure(), Actor::new("ci"));
    let recording = register.record(&second, &p, &actor, at("11:00"));
    let cutting = async {
        let cut = "SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity \
                   WHERE application_name = current_setting('application_name') \
                   AND pid <> pg_backend_pid() AND wait_event = 'advisory'";
        while sqlx::query(cut).fetch_all(&mut admin).await.unwrap().is_empty() {
            tokio::task::yield_now().await;
        }
        admin.close().await.unwrap();
    };
    let (recorded, ()) = tokio::join!(recording, cutting);
    let error = recorded.unwrap_err();
    assert!(matches!(error, RegisterError::Unreachable(_)), "{error:?}");
    assert_eq!(register.verify(None).await.unwrap(), before);
    // The same register goes on as soon as the database does.
    assert_eq!(register.record(&second, &p, &actor, at("11:00")).await.unwrap().notes.len(), 2);
    assert_eq!(register.verify(Some(&before.head)).await.unwrap().wrong, []);
}

#[tokio::test]
async fn a_read_only_register_is_told() {
    let register = fresh().await;
    register.take("1", None, vec![failed(1, "a", "$.x")]).await;
    let url = format!("{}?mode=ro", register.url);
    let open = Register::open(&url, OpenMode::Existing, Redactor::default()).await.unwrap();
    assert_eq!(open.get("VIGA-2026-0001").await.unwrap().occurrences, 1);
    let one = run("2", None, vec![failed(1, "a", "$.x")]);
    let error = open.record(&one, &procedure(), &Actor::new("ci"), at("11:00")).await.unwrap_err();
    assert!(matches!(error, RegisterError::ReadOnly(_)), "{error:?}");
}
