//! `rakis reconcile` with tables that environments give.

use std::fmt::Write as _;

use rakis_environment::{Environment, Variables};
use rakis_model::Problems;

use crate::{
    program::{Project, postgres},
    reconcile::people,
};

const ENVIRONMENT: &str = "\
nimetus: Proov
liik: test
aadress: http://127.0.0.1:1
seosed: [bindings/proov]
andmebaasid:
  põhi: { aadress: \"sqlite:pensionid.db\", kirjutamine: jah }
";
const OPERATIONS: &str = "\
toimingud:
  loo tabel:
    sql: >
      CREATE TABLE pension AS
      SELECT value ->> 0 AS isikukood, value ->> 1 AS summa, value ->> 2 AS liik
      FROM json_each({read})
    andmebaas: põhi
  loe pensionid:
    sql: SELECT isikukood, summa FROM pension WHERE liik = {liik}
    andmebaas: põhi
";

/// A project whose environment `proov` has a database with so many pensions, and as many that a
/// statement must leave out; `oodatud.csv` has the same.
fn with_database(count: u32) -> Project {
    let project = Project::empty();
    project
        .write("environments/proov.yaml", ENVIRONMENT)
        .write("environments/bindings/proov/pension.yaml", OPERATIONS)
        .write("pensionid.db", "");
    let rows = pensions(&project, count);
    perform(&project, &["loo tabel"], &rows);
    project
}

/// Writes `oodatud.csv`; the rows that belong to it in a database, among others.
fn pensions(project: &Project, count: u32) -> String {
    let (mut rows, mut expected) = (Vec::new(), "isikukood;summa\n".to_owned());
    for (n, code) in people(count).into_iter().enumerate() {
        let sum = format!("{}.{:02}", 300 + n % 700, n % 100);
        writeln!(expected, "{code};{sum}").expect("text");
        rows.push([code.clone(), sum, "vanaduspension".to_owned()]);
        rows.push([code, "1.00".to_owned(), "muu".to_owned()]);
    }
    project.write("oodatud.csv", expected);
    serde_json::json!(rows).to_string()
}

/// Performs operations of the environment `proov`, which writes where rakis itself does not.
fn perform(project: &Project, operations: &[&str], rows: &str) {
    let mut problems = Problems::new();
    let definition =
        rakis_environment::load(&project.path(""), "proov", &[], &|_: &str| None, &mut problems)
            .unwrap_or_else(|| panic!("{problems:?}"));
    let values = Variables::from([("read".to_owned(), rows.into())]);
    tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
        let environment = Environment::connect(definition, None).expect("an environment");
        for operation in operations {
            environment.perform(operation, &values).await.result.expect("it is done");
        }
    });
}

const READ: &str = "toiming:loe pensionid";
const OF_KIND: [&str; 6] =
    ["--key", "isikukood", "--env", "proov", "--value", "liik=vanaduspension"];

#[test]
fn the_rows_of_an_environment_are_compared_with_a_file() {
    let project = with_database(3000);
    let reconcile =
        |left, right| project.rakis(&[&["reconcile", left, right], &OF_KIND[..]].concat());
    let equal = reconcile("oodatud.csv", READ).code(0).out;
    assert!(equal.contains("Võrdseid ridu 3000") && equal.contains(READ), "{equal}");
    project.write(
        "päring.sql",
        "-- kes saab\nSELECT isikukood AS Isik, summa AS Summa, NULL AS alates FROM pension\n\
         WHERE liik = {liik} AND summa <> '307.07'",
    );
    let mapped = ["--map", "isikukood=Isik", "--map", "summa=Summa", "--ignore", "alates"];
    let query = ["reconcile", "operation:loe pensionid", "sql:päring.sql", "--database", "põhi"];
    let told = project.rakis(&[&query[..], &OF_KIND, &mapped].concat()).code(6).out;
    assert!(told.contains("puudub paremal 5, puudub vasakul 0"), "{told}");
    let person = &people(3000)[7];
    assert!(told.contains(&format!("puudub paremal: {person}")), "{told}");
    // Nothing found is nothing compared.
    let none = ["--key", "isikukood", "--env", "proov", "--value", "liik=puudub"];
    project
        .rakis(&[&["reconcile", "oodatud.csv", READ], &none[..]].concat())
        .code(2)
        .tells(&["toiming:loe pensionid", "ridu ei ole"]);
}

#[test]
fn two_environments_are_compared_and_the_secrets_of_both_are_hidden() {
    let project = with_database(5);
    std::fs::copy(project.path("pensionid.db"), project.path("uued-pensionid.db")).expect("a copy");
    for name in ["vana", "uus"] {
        let secret = format!("saladused: {{ BAAS: {{ muutuja: BAAS_{name} }} }}\n");
        let text = ENVIRONMENT.replace("sqlite:pensionid.db", "{saladus:BAAS}") + &secret;
        project.write(&format!("environments/{name}.yaml"), text);
    }
    let ask = |old: &str| {
        let table = ["reconcile", READ, READ, "--key", "isikukood"];
        let rest = ["--env", "vana", "--env", "uus", "--value", "liik=vanaduspension"];
        let mut command = project.command(&[&table[..], &rest].concat());
        command.env("BAAS_vana", format!("sqlite:{old}.db"));
        command.env("BAAS_uus", "sqlite:uued-pensionid.db");
        let output = command.output().expect("rakis runs");
        let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
        (output.status.code(), text(&output.stdout) + &text(&output.stderr))
    };
    let (code, told) = ask("pensionid");
    assert!(code == Some(0) && told.contains("Võrdseid ridu 5"), "{told}");
    let (code, told) = ask("puudub-salajane");
    assert!(code == Some(3) && !told.contains("puudub-salajane"), "{told}");
}

#[test]
fn what_an_environment_cannot_give_is_told_with_its_place() {
    let project = with_database(2);
    let with = |table: &str, more: &[&str]| {
        project.rakis(&[&["reconcile", "oodatud.csv", table, "--key", "isikukood"], more].concat())
    };
    let proov = ["--env", "proov"];
    with("toming:loe", &[]).code(1).tells(&["„toming:“", "„toiming“", "kontrollarvutus:KAUST"]);
    with("sql:", &proov).code(1).tells(&["kooloni järel"]);
    with("oodatud.csv", &proov).code(1).tells(&["--env", "toiming:, sql:"]);
    with(READ, &["--env", "prov"]).code(2).tells(&["prov", "proov"]);
    with("toiming:loe pension", &proov).code(2).tells(&["loe pension", "loe pensionid"]);
    with(READ, &proov).code(2).tells(&["liik", "bindings/proov/pension.yaml:"]);
    with("sql:puudub.sql", &proov).code(2).tells(&["puudub.sql"]);
    project.write("vale.sql", "SELECT isikukod FROM pension");
    with("sql:vale.sql", &proov).code(2).tells(&["isikukod", "vale.sql:1:1"]);
    with("sql:vale.sql", &[&proov[..], &["--database", "pohi"]].concat())
        .code(2)
        .tells(&["„pohi“", "põhi"]);
    // The environment allows writing; a comparison only reads.
    project.write("kustuta.sql", "DELETE FROM pension");
    with("sql:kustuta.sql", &proov).code(2).tells(&["DELETE", "ainult lugemiseks"]);
    let of_kind = ["--env", "proov", "--value", "liik=vanaduspension"];
    with(READ, &of_kind).code(0);
    let several = format!("{ENVIRONMENT}  teine: \"sqlite:teine.db\"\n");
    project.write("environments/proov.yaml", &several);
    with("sql:vale.sql", &proov).code(2).tells(&["põhi, teine", "--database"]);
    with("sql:vale.sql", &[&proov[..], &["--database", "teine"]].concat())
        .code(3)
        .tells(&["ei saa ühendust"]);
    project.write("environments/proov.yaml", ENVIRONMENT.replace("test", "toodang"));
    with(READ, &of_kind).code(2).tells(&["toodang"]);
}

const POSTGRES_OPERATIONS: &str = "\
toimingud:
  loo tabel:
    sql: CREATE TABLE TABEL (isikukood text, summa numeric(12, 2), liik text, alates date)
    andmebaas: põhi
  lisa read:
    sql: >
      INSERT INTO TABEL
      SELECT one ->> 0, CAST(one ->> 1 AS numeric), one ->> 2, DATE '2026-04-01'
      FROM json_array_elements(CAST({read} AS json)) AS one
    andmebaas: põhi
  kustuta tabel:
    sql: DROP TABLE IF EXISTS TABEL
    andmebaas: põhi
  loe pensionid:
    sql: >
      SELECT isikukood, summa FROM TABEL
      WHERE liik = {liik} AND (CAST({vähemalt?} AS numeric) IS NULL OR summa >= {vähemalt?})
    andmebaas: põhi
";

/// A table of its own in the server of the tests, gone with the value.
struct Served(Project);

impl Drop for Served {
    fn drop(&mut self) {
        perform(&self.0, &["kustuta tabel"], "");
    }
}

#[test]
fn the_rows_of_postgresql_are_compared_exactly_and_nothing_is_written_there() {
    let Some(url) = postgres() else { return };
    let project = Project::empty();
    let folder = project.path("").display().to_string().to_lowercase();
    let unique: String = folder.chars().filter(char::is_ascii_alphanumeric).collect();
    let table = format!("pension_{unique}");
    project
        .write("environments/proov.yaml", ENVIRONMENT.replace("sqlite:pensionid.db", &url))
        .write(
            "environments/bindings/proov/pension.yaml",
            POSTGRES_OPERATIONS.replace("TABEL", &table),
        );
    let rows = pensions(&project, 3000);
    let served = Served(project);
    perform(&served.0, &["loo tabel", "lisa read"], &rows);
    let project = &served.0;
    let ask = |left: &str, right: &str, more: &[&str]| {
        project.rakis(&[&["reconcile", left, right], &OF_KIND[..], more].concat())
    };
    assert!(ask("oodatud.csv", READ, &[]).code(0).out.contains("Võrdseid ridu 3000"));
    // Decimals come as they are: a cent is a cent. A place without a value is NULL.
    project.write(
        "päring.sql",
        format!(
            "SELECT isikukood, summa + 0.01 AS summa, alates FROM {table} WHERE liik = {{liik}}"
        ),
    );
    let told = ask("oodatud.csv", "sql:päring.sql", &["--ignore", "alates"]).code(6).out;
    assert!(told.contains("3000: „summa“ erineb 0,01 võrra ("), "{told}");
    let told = ask(READ, "sql:päring.sql", &["--ignore", "alates", "--tolerance", "summa=0.01"]);
    assert!(told.code(0).out.contains("Võrdseid ridu 3000"));
    let least = ["--value", "vähemalt=999.90"];
    let told = ask("oodatud.csv", READ, &least).code(6).out;
    assert!(told.contains("puudub paremal 2996, puudub vasakul 0"), "{told}");
    project.write("muuda.sql", format!("WITH a AS (DELETE FROM {table} RETURNING *) TABLE a"));
    let none = ["--key", "isikukood", "--env", "proov"];
    project
        .rakis(&[&["reconcile", "oodatud.csv", "sql:muuda.sql"], &none[..]].concat())
        .code(2)
        .tells(&["DELETE", "ainult lugemiseks"]);
    assert!(ask("oodatud.csv", READ, &[]).code(0).out.contains("Võrdseid ridu 3000"));
}

#[test]
fn a_value_that_fills_no_place_of_either_table_is_an_error() {
    let project = with_database(3);
    let optional = "SELECT isikukood, summa FROM pension WHERE liik = {liik} \
                    AND ({ülempiir?} IS NULL OR summa < {ülempiir?})";
    project.write("päring.sql", optional);
    project.write("kohtadeta.sql", "SELECT isikukood, summa FROM pension WHERE liik <> 'muu'");
    let ask = |left: &str, right: &str, more: &[&str]| {
        project.rakis(&[&["reconcile", left, right], &OF_KIND[..], more].concat())
    };
    // A place that may stay empty would otherwise stay empty, and the comparison be another one.
    ask("oodatud.csv", "sql:päring.sql", &["--value", "ulempiir=301"])
        .code(1)
        .tells(&["„ulempiir“", "„ülempiir“"]);
    ask("oodatud.csv", READ, &["--value", "ülempiir=301"]).code(1).tells(&["„ülempiir“", "liik"]);
    // On one side is enough, and a value that is empty fills its place too.
    ask(READ, "sql:päring.sql", &["--value", "ülempiir=301"]).code(6);
    ask("sql:päring.sql", "sql:kohtadeta.sql", &[]).code(0);
    ask(READ, READ, &["--value", "liik=muu"]).code(1).tells(&["„liik“", "mitu väärtust"]);
    ask("oodatud.csv", "sql:kohtadeta.sql", &[]).code(1).tells(&["jäta --value ära"]);
    // All at once, and beside what else is wrong that comes first.
    ask("oodatud.csv", READ, &["--value", "a=1", "--value", "b=2"]).code(1).tells(&["„a“", "„b“"]);
    ask("oodatud.csv", "toiming:loe pensioni", &["--value", "a=1"])
        .code(2)
        .tells(&["loe pensionid"]);
}

#[test]
fn the_file_of_differences_never_replaces_what_is_read_or_a_database() {
    let project = with_database(3);
    let query = "SELECT isikukood, summa FROM pension WHERE liik = {liik}";
    project.write("päring.sql", query).write("tühi.db", "").write("muu.db", "");
    project.write("environments/proov.yaml", format!("{ENVIRONMENT}  teine: \"sqlite:tühi.db\"\n"));
    std::fs::copy(project.path("pensionid.db"), project.path("register.sqlite")).expect("a copy");
    #[cfg(unix)]
    std::os::unix::fs::symlink(project.path("pensionid.db"), project.path("viit")).expect("a link");
    let before = everything(&project);
    // Were anything read first, the wrong column of the key would be told.
    let ask = |table: &str, out: &str| {
        let rest = ["--database", "põhi", "--out", out, "--map", "summa=puudub"];
        let rest = if table.starts_with("sql:") { &rest[..] } else { &rest[2..] };
        project.rakis(&[&["reconcile", "oodatud.csv", table], &OF_KIND[..], rest].concat())
    };
    let whole = project.path("oodatud.csv").display().to_string();
    for (table, out) in [
        (READ, "oodatud.csv"),
        (READ, "environments/../oodatud.csv"),
        (READ, &whole),
        (READ, "pensionid.db-wal"),
        (READ, "tühi.db"),
        (READ, "environments/proov.yaml"),
        (READ, "environments/bindings/proov/pension.yaml"),
        ("sql:päring.sql", "päring.sql"),
        ("sql:päring.sql", "pensionid.db-journal"),
    ] {
        ask(table, out).code(1).tells(&[out, "võrdlus ise loeb seda", "--out erinevused.csv"]);
    }
    for out in ["./pensionid.db", "register.sqlite"] {
        ask(READ, out).code(1).tells(&[out, "see on andmebaas"]);
    }
    #[cfg(unix)]
    ask(READ, "viit").code(1).tells(&["viit", "see on andmebaas"]);
    assert_eq!(everything(&project), before, "nothing was written");
    // An empty file is no database of anybody's.
    let rest = ["--out", "muu.db"];
    project.rakis(&[&["reconcile", "oodatud.csv", READ], &OF_KIND[..], &rest].concat()).code(0);
    assert!(project.read("muu.db").starts_with('\u{feff}'));
}

/// Every file of the project's root folder with its content.
fn everything(project: &Project) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(project.path("")).expect("a folder").flatten();
    let files = entries.filter(|entry| entry.path().is_file());
    let mut all: Vec<_> = files
        .map(|file| {
            let content = std::fs::read(file.path()).expect("a file");
            (file.file_name().to_string_lossy().into_owned(), content)
        })
        .collect();
    all.sort();
    all
}
