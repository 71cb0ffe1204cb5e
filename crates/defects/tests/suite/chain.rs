//! The chain: what was changed behind the register's back is found and named.

use rakis_defects::{Flaw, Move};
use sqlx::{Connection, SqliteConnection};

use crate::fixture::*;

/// A register with something in every table.
async fn lived() -> Fresh {
    let register = fresh().await;
    let p = procedure();
    register.take("1", Some("1"), vec![failed(1, "a", "$.x"), failed(2, "b", "$.y")]).await;
    let id = "VIGA-2026-0001";
    let fixed = Move { fixed_in: Some("2".into()), ..Move::default() };
    register.move_to(id, "parandatud", fixed, &p, &jaan(), at("11:00")).await.unwrap();
    register.attach(id, "a.txt", "text/plain", b"abc", &p, &jaan(), at("11:01")).await.unwrap();
    let until = "2026-12-31".parse().unwrap();
    register.waive("VIGA-2026-0002", "vastuvõtuks", until, &p, &mari(), at("11:02")).await.unwrap();
    register.take("2", Some("2"), vec![passed(1, "a"), failed(2, "b", "$.y")]).await;
    register
}

async fn tamper(register: &Fresh, sql: &str) {
    let mut connection = SqliteConnection::connect(&register.url).await.unwrap();
    for table in ["events", "occurrences"] {
        for what in ["update", "delete"] {
            let sql = format!("DROP TRIGGER {table}_no_{what}");
            sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(&mut connection).await.unwrap();
        }
    }
    let done = sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned())).execute(&mut connection).await;
    assert_eq!(done.unwrap().rows_affected(), 1, "{sql}");
    connection.close().await.unwrap();
}

#[tokio::test]
async fn an_untouched_register_verifies() {
    let register = lived().await;
    let verified = register.verify(None).await.unwrap();
    assert_eq!(verified.wrong, []);
    assert_eq!(verified.events, 9);
    assert_eq!(register.verify(Some(&verified.head)).await.unwrap(), verified);
    assert_eq!(fresh().await.verify(None).await.unwrap().wrong, []);
}

#[tokio::test]
async fn a_change_of_any_column_is_found_and_named() {
    let columns: &[(&str, &str, &[&str])] = &[
        ("events", "seq = 3", &["defect", "at", "who", "role", "kind", "body", "prev", "hash"]),
        (
            "occurrences",
            "run = '2' AND position = 1",
            &[
                "run",
                "position",
                "fingerprint",
                "scenario",
                "outcome",
                "title",
                "address",
                "at",
                "delivery",
                "build",
                "environment",
                "evidence",
                "symptom",
                "digest",
            ],
        ),
        (
            "defects",
            "id = 'VIGA-2026-0001'",
            &[
                "id",
                "year",
                "number",
                "title",
                "state",
                "phase",
                "severity",
                "priority",
                "party",
                "assignee",
                "requirement",
                "system",
                "area",
                "delivery",
                "fixed_in",
                "waived_until",
                "opened_at",
                "changed_at",
                "seen_at",
                "closed_at",
                "occurrences",
                "states",
                "search",
                "data",
            ],
        ),
        (
            "fingerprints",
            "defect = 'VIGA-2026-0001'",
            &["fingerprint", "alg", "loose", "symptom", "defect"],
        ),
        (
            "scenarios",
            "red_run = '1'",
            &[
                "fingerprint",
                "scenario",
                "title",
                "address",
                "red_run",
                "green_run",
                "green_build",
                "green_delivery",
                "retired",
            ],
        ),
        ("builds", "name = '2'", &["name", "heard"]),
        (
            "runs",
            "name = '2'",
            &[
                "name",
                "seq",
                "at",
                "finished",
                "project",
                "delivery",
                "build",
                "environment",
                "counts",
                "record",
                "notes",
            ],
        ),
        (
            "changes",
            "seq = 1",
            &["seq", "defect", "day", "delivery", "opened", "closed", "reopened", "balance"],
        ),
        (
            "attachments",
            "name = 'a.txt'",
            &["defect", "name", "media_type", "size", "sha256", "content"],
        ),
    ];
    let numbers = [
        "seq",
        "position",
        "year",
        "number",
        "occurrences",
        "alg",
        "heard",
        "opened",
        "closed",
        "reopened",
        "balance",
        "size",
        "retired",
    ];
    for (table, row, columns) in columns {
        for column in *columns {
            // Another value, and one of another type.
            let (other, strange) = match numbers.contains(column) {
                true => ("12345", "'võltsitud'"),
                false => ("'võltsitud'", "x'ff'"),
            };
            let new = if *table == "defects" || *column == "content" { strange } else { other };
            let register = lived().await;
            tamper(&register, &format!("UPDATE {table} SET {column} = {new} WHERE {row}")).await;
            let wrong = register.verify(None).await.unwrap().wrong;
            assert!(wrong.iter().any(|one| one.table == *table), "{table}.{column}: {wrong:?}");
        }
    }
}

#[tokio::test]
async fn a_row_that_is_gone_or_added_is_found_and_named() {
    let occurrence = "INSERT INTO occurrences SELECT run, 77, fingerprint, scenario, outcome, \
        title, address, at, delivery, build, environment, evidence, symptom, digest FROM occurrences \
        WHERE run = '1' AND position = 0";
    for (table, sql) in [
        ("events", "DELETE FROM events WHERE seq = 4"),
        ("events", "DELETE FROM events WHERE seq = 1"),
        ("occurrences", "DELETE FROM occurrences WHERE run = '1' AND position = 0"),
        ("occurrences", occurrence),
        ("defects", "DELETE FROM defects WHERE id = 'VIGA-2026-0002'"),
        ("fingerprints", "DELETE FROM fingerprints WHERE defect = 'VIGA-2026-0002'"),
        ("scenarios", "DELETE FROM scenarios WHERE title LIKE '%(b)%'"),
        ("builds", "DELETE FROM builds WHERE name = '1'"),
        ("builds", "INSERT INTO builds (name, heard) VALUES ('0', 0)"),
        ("runs", "DELETE FROM runs WHERE name = '1'"),
        ("changes", "DELETE FROM changes WHERE seq = 2"),
        ("attachments", "DELETE FROM attachments"),
    ] {
        let register = lived().await;
        tamper(&register, sql).await;
        let wrong = register.verify(None).await.unwrap().wrong;
        assert!(wrong.iter().any(|one| one.table == table), "{sql}: {wrong:?}");
    }
}

#[tokio::test]
async fn a_tail_that_was_cut_off_is_proved_by_a_head_kept_elsewhere() {
    let register = lived().await;
    let known = register.verify(None).await.unwrap();
    // Everything the last run brought, cut out without a trace.
    tamper(&register, "DELETE FROM events WHERE seq = 9").await;
    let wrong = register.verify(Some(&known.head)).await.unwrap().wrong;
    assert!(wrong.iter().any(|one| one.flaw == Flaw::Head && one.row == known.head), "{wrong:?}");
}

#[tokio::test]
async fn the_log_refuses_changes() {
    let register = lived().await;
    let mut connection = SqliteConnection::connect(&register.url).await.unwrap();
    for sql in [
        "UPDATE events SET who = 'x'",
        "DELETE FROM events",
        "UPDATE occurrences SET run = 'x'",
        "DELETE FROM occurrences",
    ] {
        let refused = sqlx::raw_sql(sql).execute(&mut connection).await.unwrap_err().to_string();
        assert!(refused.contains("append-only"), "{refused}");
    }
}
