//! Operations bound to SQL, on SQLite always and on PostgreSQL when one is given.

use std::io::Write as _;

use rakis_environment::{Environment, Performed, RowSource, Variables, load};
use rakis_model::{Failure, FailureKind, Message, Problems};
use serde_json::{Value, json};
use sqlx::{AnyConnection, AssertSqlSafe, Connection as _};
use tempfile::TempDir;

use crate::common::{load_test, project};

const TABLE: &str = "\
CREATE TABLE isik (id BIGINT PRIMARY KEY, nimi TEXT, summa NUMERIC(30, 4), alates DATE, kehtib BOOLEAN);
INSERT INTO isik VALUES (1, 'Õie Ämblik', 1234.5000, '2026-03-01', TRUE);
INSERT INTO isik VALUES (2, 'O''Neil; DROP TABLE isik; --', NULL, NULL, FALSE);
INSERT INTO isik VALUES (9007199254740993, '{a}', -0.1000, '2099-12-31', NULL)";

/// One database with three people in it.
struct Fresh {
    folder: TempDir,
    url: String,
    /// Gone with the test.
    schema: Option<(String, String)>,
}

impl Fresh {
    async fn sqlite() -> Self {
        let folder = project(&[]);
        let url = format!("sqlite:{}/proov.db", folder.path().display());
        let fresh = Self { folder, url, schema: None };
        fresh.execute(&format!("{}?mode=rwc", fresh.url), TABLE).await;
        fresh
    }

    async fn postgres() -> Option<Self> {
        #[expect(clippy::disallowed_methods, reason = "a test's only way to be given a server")]
        let Ok(server) = std::env::var("RAKIS_TEST_POSTGRES") else {
            let said = "not run: RAKIS_TEST_POSTGRES is not set (./test starts a PostgreSQL)";
            let _ = writeln!(std::io::stderr(), "{said}");
            return None;
        };
        let folder = project(&[]);
        let name = folder.path().file_name().unwrap().to_string_lossy().to_lowercase();
        let schema = format!("env_{}", name.trim_start_matches('.'));
        let url = format!("{server}?options[search_path]={schema}");
        let fresh = Self { folder, url, schema: Some((server, schema)) };
        let (server, schema) = fresh.schema.as_ref().unwrap();
        fresh.execute(server, &format!("CREATE SCHEMA {schema}")).await;
        fresh.execute(&fresh.url, TABLE).await;
        Some(fresh)
    }

    async fn everywhere() -> Vec<Self> {
        [Some(Self::sqlite().await), Self::postgres().await].into_iter().flatten().collect()
    }

    async fn execute(&self, url: &str, sql: &str) {
        sqlx::any::install_default_drivers();
        let mut connection = AnyConnection::connect(url).await.unwrap();
        sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    }

    async fn count(&self) -> i64 {
        sqlx::any::install_default_drivers();
        let mut connection = AnyConnection::connect(&self.url).await.unwrap();
        let sql = "SELECT COUNT(*) FROM isik";
        let count = sqlx::query_scalar(sql).fetch_one(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        count
    }

    const fn is_sqlite(&self) -> bool {
        self.schema.is_none()
    }

    /// An environment whose operation `loe` is this statement.
    fn environment(&self, sql: &str, more: &str, limits: &str) -> Environment {
        let write = |name: &str, text: String| {
            let path = self.folder.path().join("environments").join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        write(
            "test.yaml",
            format!(
                "nimetus: T\nliik: test\naadress: http://127.0.0.1:1\nseosed: [b.d]\n\
                 saladused: {{ DB: {{ muutuja: DB }} }}\n\
                 andmebaasid: {{ põhi: {{ aadress: \"{{saladus:DB}}\"{limits} }} }}\n"
            ),
        );
        let sql = serde_json::to_string(sql).unwrap();
        let operation = format!("  loe: {{ sql: {sql}, andmebaas: põhi{more} }}\n");
        write("b.d/b.yaml", format!("toimingud:\n{operation}"));
        let mut problems = Problems::new();
        let url = self.url.clone();
        let lookup = move |_: &str| Some(url.clone());
        let definition = load(self.folder.path(), "test", &[], &lookup, &mut problems);
        let told: Vec<_> = problems.iter().map(|one| one.message.key.to_string()).collect();
        Environment::connect(definition.unwrap_or_else(|| panic!("{told:?}")), None).unwrap()
    }

    async fn ask(&self, sql: &str, variables: Value) -> Performed {
        self.environment(sql, "", "").perform("loe", &named(variables)).await
    }

    async fn rows(&self, sql: &str, variables: Value) -> Value {
        let performed = self.ask(sql, variables).await;
        let reply = performed.result.unwrap_or_else(|failure| panic!("{sql}: {failure:?}"));
        reply.json().unwrap()["read"].clone()
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        let Some((server, schema)) = self.schema.take() else { return };
        let drop = async move {
            let mut connection = AnyConnection::connect(&server).await.unwrap();
            let sql = AssertSqlSafe(format!("DROP SCHEMA {schema} CASCADE"));
            sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
        };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let _ = std::thread::spawn(move || runtime.block_on(drop)).join();
    }
}

fn named(values: Value) -> Variables {
    serde_json::from_value(values).unwrap()
}

fn failure(performed: Performed) -> Failure {
    *performed.result.expect_err("it was to fail")
}

#[tokio::test]
async fn rows_come_exactly_with_their_types_and_names() {
    for fresh in Fresh::everywhere().await {
        let sql = "SELECT id AS number, nimi AS \"õnne nimi\", summa, alates, kehtib FROM isik ORDER BY id";
        let rows = fresh.rows(sql, json!({})).await;
        assert_eq!(rows[0]["õnne nimi"], "Õie Ämblik");
        assert_eq!(rows[0]["alates"], "2026-03-01");
        assert_eq!(rows[1]["summa"], Value::Null);
        assert_eq!(rows[2]["number"].to_string(), "9007199254740993");
        let sums = [rows[0]["summa"].to_string(), rows[2]["summa"].to_string()];
        // SQLite has no decimals: the number it keeps is shown by its shortest digits.
        let expected =
            if fresh.is_sqlite() { ["1234.5", "-0.1"] } else { ["1234.5000", "-0.1000"] };
        assert_eq!(sums, expected);
        let keys: Vec<_> = rows[0].as_object().unwrap().keys().cloned().collect();
        assert_eq!(keys, ["number", "õnne nimi", "summa", "alates", "kehtib"]);
        let none = fresh.ask("SELECT id, nimi FROM isik WHERE id = {id}", json!({"id": 0})).await;
        let none = none.result.unwrap().json().unwrap();
        assert_eq!(none, json!({"read": [], "veerud": ["id", "nimi"], "ridu": 0}));
    }
}

#[tokio::test]
async fn postgresql_types_are_told_exactly_and_unknown_ones_refused() {
    let Some(fresh) = Fresh::postgres().await else { return };
    let sql = "SELECT 123456789012345678901234567890.123456789::numeric AS a, 'NaN'::numeric AS b, \
        1e-7::numeric AS c, '2026-03-29 03:00:00.5'::timestamp AS d, \
        '2026-07-01 12:00:00+03'::timestamptz AS e, '09:30'::time AS f, 'infinity'::date AS g, \
        '0001-01-01'::date AS h, true AS i, '{\"x\": 1.50}'::jsonb AS j, '\\x00ff'::bytea AS k, \
        'abc'::char(5) AS l, 1.5::float8 AS m, '00000000-0000-0000-0000-00000000000a'::uuid AS n, \
        'NaN'::float8 AS o";
    let rows = fresh.rows(sql, json!({})).await;
    let expected = "{\"a\":123456789012345678901234567890.123456789,\"b\":\"NaN\",\"c\":0.0000001,\
        \"d\":\"2026-03-29T03:00:00.5\",\"e\":\"2026-07-01T09:00:00Z\",\"f\":\"09:30:00\",\
        \"g\":\"infinity\",\"h\":\"0001-01-01\",\"i\":true,\"j\":{\"x\":1.50},\"k\":\"00ff\",\
        \"l\":\"abc  \",\"m\":1.5,\"n\":\"00000000-0000-0000-0000-00000000000a\",\"o\":\"NaN\"}";
    assert_eq!(rows[0].to_string(), expected);
    let refused = failure(fresh.ask("SELECT ARRAY[1, 2] AS loetelu", json!({})).await);
    assert_eq!((refused.kind, &*refused.message.key), (FailureKind::Invalid, "env-sql-type"));
}

#[tokio::test]
async fn every_kind_of_value_can_be_a_parameter() {
    for fresh in Fresh::everywhere().await {
        for (condition, value, expected) in [
            ("id = {x}", json!(1), 1),
            ("id = {x}", json!("1"), 1),
            ("id = {x}", json!(9_007_199_254_740_993_i64), 1),
            ("summa = {x}", serde_json::from_str("1234.50").unwrap(), 1),
            ("summa > {x}", json!("0"), 1),
            ("alates = {x}", json!("2026-03-01"), 1),
            ("kehtib = {x}", json!(true), 1),
            ("nimi = {x}", json!("Õie Ämblik"), 1),
            ("nimi = {x}", json!("{a}"), 1),
            ("nimi LIKE '%' || {x} || '%'", json!("Ämb"), 1),
            ("nimi = {x}", json!(null), 0),
            ("summa IS NULL AND nimi <> {x}", json!("-"), 1),
            ("nimi = {x}", json!("O'Neil; DROP TABLE isik; --"), 1),
            ("nimi = {x}", json!("' OR '1'='1"), 0),
            ("nimi = {x}", json!("\\'; DELETE FROM isik; --"), 0),
        ] {
            let sql = format!("SELECT COUNT(*) AS arv FROM isik WHERE {condition}");
            let rows = fresh.rows(&sql, json!({ "x": value })).await;
            assert_eq!(rows[0]["arv"], expected, "{condition} {value}");
        }
        let optional =
            "SELECT COUNT(*) AS arv FROM isik WHERE CAST({nr?} AS INTEGER) IS NULL OR id = {nr?}";
        assert_eq!(fresh.rows(optional, json!({})).await[0]["arv"], 3);
        assert_eq!(fresh.rows(optional, json!({"nr": 2})).await[0]["arv"], 1);
        let list = failure(fresh.ask("SELECT {x}", json!({"x": [1]})).await);
        assert_eq!((list.kind, &*list.message.key), (FailureKind::Invalid, "env-sql-list"));
        assert_eq!(list.hints[0].key, "env-sql-list-hint");
        assert_eq!(fresh.count().await, 3);
    }
}

#[tokio::test]
async fn a_read_only_session_writes_nothing_even_where_the_guard_sees_nothing() {
    let Some(postgres) = Fresh::postgres().await else { return };
    postgres
        .execute(
            &postgres.url,
            "CREATE FUNCTION kustuta() RETURNS int LANGUAGE sql AS 'DELETE FROM isik RETURNING 1'; \
             CREATE SEQUENCE jada",
        )
        .await;
    for sql in [
        "SELECT kustuta() AS x",
        "SELECT nextval('jada') AS x",
        "SELECT set_config('transaction_read_only', 'off', true) AS x, kustuta() AS y",
        "SELECT 1 AS x INTO uus",
    ] {
        let refused = failure(postgres.ask(sql, json!({})).await);
        assert_eq!(refused.kind, FailureKind::Invalid, "{sql} {refused:?}");
    }
    assert_eq!(postgres.count().await, 3);
    // What one statement sets does not hold for the next, of the same session or not.
    let open = postgres.environment(
        "SELECT set_config('default_transaction_read_only', 'off', false) AS x",
        "",
        "",
    );
    let _ = open.perform("loe", &Variables::new()).await;
    let delete = RowSource::Statement { database: "põhi", sql: "SELECT kustuta() AS x" };
    let refused = open.for_each_row(delete, &Variables::new(), |_, _| Ok(())).await;
    assert_eq!(refused.result.unwrap_err().message.key, "env-sql-read-only");
    assert_eq!(postgres.count().await, 3);
}

#[tokio::test]
async fn writing_statements_are_refused_unless_the_environment_allows_them() {
    for fresh in Fresh::everywhere().await {
        let delete = "DELETE FROM isik WHERE id = {id}";
        let free = fresh.environment("SELECT 1 AS a", "", "");
        let source = RowSource::Statement { database: "põhi", sql: delete };
        let refused = free.for_each_row(source, &named(json!({"id": 1})), |_, _| Ok(())).await;
        assert_eq!(refused.result.unwrap_err().message.key, "env-sql-writes");
        assert_eq!(fresh.count().await, 3);
        let writing = fresh.environment(delete, "", ", kirjutamine: jah");
        assert!(writing.definition().operations["loe"].writes);
        let done = writing.perform("loe", &named(json!({"id": 1}))).await;
        assert_eq!(done.result.unwrap().json().unwrap()["muudetud"], 1);
        assert_eq!(fresh.count().await, 2);
        let again = "INSERT INTO isik (id) VALUES ({id})";
        let writing = fresh.environment(again, "", ", kirjutamine: jah");
        let refused = failure(writing.perform("loe", &named(json!({"id": 2}))).await);
        assert_eq!(refused.message.key, "env-sql-refused");
        assert_eq!(refused.kind, FailureKind::Failed);
    }
}

#[tokio::test]
async fn what_takes_too_long_or_is_too_much_is_an_error_and_never_a_cut_list() {
    for fresh in Fresh::everywhere().await {
        let endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 - 1 FROM n) \
                       SELECT COUNT(*) AS arv FROM n";
        let limited = ", piirid: { päring_s: 1, ridu: 2 }";
        let environment = fresh.environment(endless, "", limited);
        let late = failure(environment.perform("loe", &Variables::new()).await);
        assert_eq!((late.kind, &*late.message.key), (FailureKind::Broken, "env-sql-timeout"));
        let environment = fresh.environment("SELECT id FROM isik", "", limited);
        let many = failure(environment.perform("loe", &Variables::new()).await);
        assert_eq!((many.kind, &*many.message.key), (FailureKind::Broken, "env-sql-too-many-rows"));
        let environment = fresh.environment("SELECT id FROM isik WHERE id < 3", "", limited);
        assert!(environment.perform("loe", &Variables::new()).await.result.is_ok());
    }
}

#[tokio::test]
async fn the_number_of_rows_can_be_required() {
    let fresh = Fresh::sqlite().await;
    for (expected, holds) in [("3", true), ("2", false), ("'1..'", true), ("'..2'", false)] {
        let more = format!(", oodatud ridu: {expected}, vastus: {{ esimene: '$.read[0].id' }}");
        let environment = fresh.environment("SELECT id FROM isik ORDER BY id", &more, "");
        let performed = environment.perform("loe", &Variables::new()).await;
        assert_eq!(performed.result.is_ok(), holds, "{expected}");
        match performed.result {
            Ok(reply) => assert_eq!(reply.captures["esimene"], 1),
            Err(failure) => assert_eq!(failure.kind, FailureKind::Failed),
        }
    }
}

#[tokio::test]
async fn a_wrong_statement_is_invalid_and_says_why() {
    for fresh in Fresh::everywhere().await {
        for (sql, part) in [
            ("SELECT * FROM isikud", "isikud"),
            ("SELECT puudub FROM isik", "puudub"),
            ("SELECT FROM WHERE", "syntax"),
        ] {
            let wrong = failure(fresh.ask(sql, json!({})).await);
            assert_eq!((wrong.kind, &*wrong.message.key), (FailureKind::Invalid, "env-sql-wrong"));
            assert!(wrong.message.args.iter().any(|(_, value)| value.contains(part)), "{wrong:?}");
        }
        let twice = failure(fresh.ask("SELECT id, nimi AS id FROM isik", json!({})).await);
        assert_eq!(twice.message.key, "env-sql-column-twice");
        if fresh.is_sqlite() {
            let own = failure(fresh.ask("SELECT id FROM isik WHERE id = ?", json!({})).await);
            assert_eq!(own.message.key, "env-sql-own-parameter");
        }
    }
}

#[tokio::test]
async fn a_database_that_is_not_there_or_goes_away_is_broken() {
    let mut fresh = Fresh::sqlite().await;
    fresh.url = format!("sqlite:{}/puudub.db", fresh.folder.path().display());
    let gone = failure(fresh.ask("SELECT 1 AS a", json!({})).await);
    assert_eq!((gone.kind, &*gone.message.key), (FailureKind::Broken, "env-sql-connect"));
    assert!(!fresh.folder.path().join("puudub.db").exists(), "no file is made");
    fresh.url = "postgres://isik:salajane@127.0.0.1:1/baas".to_owned();
    let performed = fresh.ask("SELECT 1 AS a", json!({})).await;
    let shown = format!("{:?}", performed.exchange);
    assert!(!shown.contains("salajane"), "{shown}");
    let refused = failure(performed);
    assert_eq!(refused.message.key, "env-sql-connect");
    assert!(refused.message.args.iter().any(|(_, value)| value.contains("refused")), "{refused:?}");
    let Some(postgres) = Fresh::postgres().await else { return };
    let environment = postgres.environment("SELECT 1 AS a", "", "");
    let sleep = RowSource::Statement { database: "põhi", sql: "SELECT pg_sleep(20) AS x" };
    let nothing = Variables::new();
    let sleeping = environment.for_each_row(sleep, &nothing, |_, _| Ok(()));
    let end = "SELECT pg_terminate_backend(pid) FROM pg_sleep(0.5), \
               LATERAL (SELECT pid FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(20) AS x') AS s";
    let (ended, ()) = tokio::join!(sleeping, postgres.execute(&postgres.url, end));
    let ended = ended.result.unwrap_err();
    assert_eq!((ended.kind, &*ended.message.key), (FailureKind::Broken, "env-sql-connection"));
    let after = environment.perform("loe", &Variables::new()).await;
    assert!(after.result.is_ok(), "a new session is opened: {after:?}");
}

#[tokio::test]
async fn rows_of_any_number_are_handed_on_one_by_one() {
    const MANY: u64 = 100_000;
    for fresh in Fresh::everywhere().await {
        let sql = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {kuni}) \
                   SELECT i AS nr, 'õ' || i AS nimi FROM n";
        let environment = fresh.environment(sql, "", ", piirid: { ridu: 1, päring_s: 60 }");
        let variables = named(json!({ "kuni": MANY }));
        let mut last = 0;
        let streamed = environment
            .for_each_row(RowSource::Operation("loe"), &variables, |columns, row| {
                assert_eq!(columns, ["nr", "nimi"]);
                last += 1;
                assert_eq!(row[0].as_u64(), Some(last));
                Ok(())
            })
            .await;
        assert_eq!(streamed.result, Ok(MANY));
        assert!(streamed.exchange.response_body.is_none());
        // Whoever has enough says so, and the reading ends.
        let mut seen = 0;
        let enough = environment
            .for_each_row(RowSource::Operation("loe"), &variables, |_, _| {
                seen += 1;
                let enough = || Box::new(Failure::failed(Message::new("küllalt")));
                (seen < 10).then_some(()).ok_or_else(enough)
            })
            .await;
        assert_eq!(enough.result.unwrap_err().message.key, "küllalt");
        assert_eq!(seen, 10);
        assert!(environment.perform("loe", &named(json!({"kuni": 1}))).await.result.is_ok());
    }
}

#[tokio::test]
async fn what_is_recorded_names_the_statement_and_hides_people_and_secrets() {
    let fresh = Fresh::sqlite().await;
    let sql = "SELECT {kood} AS kood, {parool} AS parool, 'x' AS nimi";
    let variables = json!({"kood": "38001085718", "parool": "väga salajane"});
    let performed = fresh.ask(sql, variables).await;
    assert!(performed.result.unwrap().text.contains("38001085718"), "checks see all");
    let exchange = performed.exchange;
    assert_eq!((exchange.method.as_str(), exchange.url.as_str()), ("SQL", "põhi"));
    let request = exchange.request_body.unwrap();
    assert!(request.starts_with(sql) && request.contains("-- parool = [saladus]"), "{request}");
    let response = exchange.response_body.unwrap();
    for text in [&request, &response] {
        assert!(!text.contains("38001085718") && !text.contains("salajane"), "{text}");
    }
}

#[test]
fn every_problem_of_a_database_and_its_bindings_is_told_with_its_place() {
    let environment = "\
nimetus: T
liik: test
aadress: http://a.ee
seosed: [b.d]
andmebaasid:
  üks: sisseehitatud
  kaks: { aadress: \"postgres://a:parool@b/c\" }
  kolm: { aadress: \"postgres://db.toodang.ee/c\" }
  neli: { aadress: \"{saladus:PUUDUB}\", kirjutab: jah }
  viis: { aadress: \"mysql://a/b\", piirid: { ridu: 0 } }
  kuus: { kirjutamine: ei }
  seitse: { aadress: \"sqlite:{fail}\" }
  hea: { aadress: \"sqlite:a.db\" }
";
    let bindings = "\
toimingud:
  a: { sql: SELECT 1, andmebaas: hhea }
  b: { sql: \"SELECT '{x}'\", andmebaas: hea }
  c: { sql: SELECT 1; SELECT 2, andmebaas: hea }
  d: { sql: SELECT 1, andmebaas: hea, keha: x }
  e: { sql: SELECT 1, päring: GET /, andmebaas: hea }
  f: { sql: DELETE FROM t, andmebaas: hea }
  g: { sql: SELECT 1 }
  h: { sql: \"SELECT {x\", andmebaas: hea }
  i: { sql: \"SELECT {saladus:PUUDUB}\", andmebaas: hea }
  j: { sql: SELECT 1, andmebaas: hea, oodatud ridu: palju }
  k: { sql: SELECT $1, andmebaas: hea }
  l: { postkast: { saajja: x, oota_s: 61 } }
  m: { postkast: { teema: \"{x\" }, oodatud: 200 }
";
    let project =
        project(&[("environments/test.yaml", environment), ("environments/b.d/b.yaml", bindings)]);
    let (definition, lines) = load_test(project.path(), &["*.toodang.ee"]);
    assert!(definition.is_none());
    assert_eq!(
        lines,
        [
            "b.d/b.yaml:2:34 env-database-unknown (hea)",
            "b.d/b.yaml:3:13 env-sql-in-quotes",
            "b.d/b.yaml:4:13 env-sql-two-statements",
            "b.d/b.yaml:5:39 yaml-unknown-key",
            "b.d/b.yaml:6:3 env-means-many",
            "b.d/b.yaml:7:13 env-sql-writes",
            "b.d/b.yaml:8:1 yaml-missing-key",
            "b.d/b.yaml:9:13 env-placeholder-open",
            "b.d/b.yaml:10:3 env-secret-undeclared",
            "b.d/b.yaml:11:53 env-expected-count",
            "b.d/b.yaml:12:13 env-sql-own-parameter",
            "b.d/b.yaml:13:20 yaml-unknown-key (saaja)",
            "b.d/b.yaml:13:39 env-mail-number",
            "b.d/b.yaml:14:27 env-placeholder-open",
            "b.d/b.yaml:14:35 yaml-unknown-key",
            "test.yaml:6:8 env-database-embedded",
            "test.yaml:7:11 env-secret-literal",
            "test.yaml:8:3 env-production-host",
            "test.yaml:9:11 env-secret-undeclared",
            "test.yaml:9:40 yaml-unknown-key",
            "test.yaml:10:20 env-database-address",
            "test.yaml:10:51 env-limit-range",
            "test.yaml:11:1 yaml-missing-key",
            "test.yaml:12:22 env-database-variable",
        ],
    );
}
