//! Databases and letters of the embedded environment, through the program.

use crate::program::{Project, postgres};

const BINDINGS: &str = "\
toimingud:
  loe asutused:
    sql: SELECT COUNT(*) AS arv FROM rights_institution WHERE name = {nimi}
    andmebaas: põhi
    vastus: { asutusi: \"$.read[0].arv\" }
";
const FEATURE: &str = "\
# language: et
@no-story-or-req @mod-STAR
Omadus: Andmebaas ja kirjad

  Stsenaarium: Süsteemi tabeleid saab lugeda ja kirju otsida
    Kui teen toimingu \"loe asutused\" andmetega:
      | väli | väärtus                    |
      | nimi | '; DROP TABLE rights_account; -- |
    Siis vastuse väärtus \"$.read[0].arv\" on \"0\"
    Ja aadressile \"mitte.keegi@naidis.ee\" ei ole kirja saadetud
";

fn project() -> Project {
    let project = Project::whole();
    project.write("environments/bindings/reference/proov.yaml", BINDINGS);
    project.write("features/proov/baas.feature", FEATURE);
    project
}

#[test]
fn the_database_of_the_embedded_system_is_read_and_its_mailbox_looked_into() {
    let project = project();
    let checked = project.rakis(&["env", "check"]).code(0);
    assert!(checked.out.contains("Andmebaas „põhi“ (SQLite) vastab"), "{}", checked.out);
    project.rakis(&["run", "features/proov"]).code(0);
}

#[test]
fn the_same_on_postgresql() {
    let Some(url) = postgres() else { return };
    project().rakis(&["run", "features/proov", "--database", &url]).code(0);
}

#[test]
fn a_failing_statement_is_shown_with_its_places_and_without_its_values() {
    let project = project();
    let wrong = BINDINGS.replace("rights_institution", "puudub");
    project.write("environments/bindings/reference/proov.yaml", wrong);
    let ended = project.rakis(&["run", "features/proov"]);
    assert_ne!(ended.code, Some(0));
    assert!(ended.out.contains("SQL põhi") && ended.out.contains("puudub"), "{}", ended.out);
}

#[test]
fn wrong_bindings_are_named_by_check_with_their_place() {
    let project = project();
    let wrong = BINDINGS.replace("andmebaas: põhi", "andmebaas: pohi");
    project.write("environments/bindings/reference/proov.yaml", wrong);
    let told = project.rakis(&["check"]).code(2);
    let all = format!("{}{}", told.out, told.err);
    assert!(all.contains("bindings/reference/proov.yaml:4:16"), "{all}");
    assert!(all.contains("andmebaasi „pohi“ keskkonnal ei ole"), "{all}");
}

#[test]
fn an_environment_that_has_no_mailbox_is_told_before_anything_runs() {
    let project = project();
    let remote = project
        .read("environments/embedded.yaml")
        .replace("liik: sisseehitatud", "liik: test\naadress: http://127.0.0.1:1")
        .replace("põhi: sisseehitatud", "põhi: { aadress: \"sqlite:puudub.db\" }");
    project.write("environments/kaug.yaml", remote);
    let told = project.rakis(&["run", "--env", "kaug", "features/proov"]).code(2);
    let all = format!("{}{}", told.out, told.err);
    assert!(all.contains("selle keskkonna kirju rakis ei näe"), "{all}");
}

const ARCHIVE_BINDINGS: &str = "\
toimingud:
  loe arhiiv:
    sql: SELECT COUNT(*) AS arv FROM sqlite_schema
    andmebaas: arhiiv
";
const ARCHIVE_FEATURE: &str = "\
# language: et
@no-story-or-req @mod-STAR
Omadus: Arhiiv

  Stsenaarium: Kirju saab otsida
    Siis aadressile \"mitte.keegi@naidis.ee\" ei ole kirja saadetud

  @arhiiv
  Stsenaarium: Arhiivi saab lugeda
    Kui teen toimingu \"loe arhiiv\"
    Siis vastuse väärtus \"$.read[0].arv\" on \"0\"
";

/// A project whose environment has two more databases: one that an operation asks, one that none does.
fn with_archive(address: &str) -> Project {
    let project = Project::whole();
    let databases = format!(
        "põhi: sisseehitatud\n  arhiiv: \"{address}\"\n  kõrvaline: \"sqlite:ei-ole.db\"\n"
    );
    let environment =
        project.read("environments/embedded.yaml").replace("põhi: sisseehitatud\n", &databases);
    project
        .write("environments/embedded.yaml", environment)
        .write("environments/bindings/reference/arhiiv.yaml", ARCHIVE_BINDINGS)
        .write("features/arhiiv/arhiiv.feature", ARCHIVE_FEATURE);
    project
}

#[test]
fn a_database_that_the_plan_asks_and_that_is_not_there_stops_the_run_before_the_first_scenario() {
    // A file that is not there, a file that is no database, a server that nobody serves.
    for address in ["sqlite:puudub.db", "sqlite:kiri.txt", "postgres://keegi@127.0.0.1:1/arhiiv"] {
        let project = with_archive(address);
        project.write("kiri.txt", "See ei ole andmebaas, vaid kiri. ".repeat(100));
        let told = project.rakis(&["run", "features/arhiiv"]).code(3).tells(&[
            "arhiiv",
            "environments/embedded.yaml:",
            "features/arhiiv/arhiiv.feature:10",
            "toiming „loe arhiiv“ küsib seda andmebaasi siin",
        ]);
        assert!(!told.err.contains("kõrvaline"), "nobody asks it: {}", told.err);
        assert!(project.runs().is_empty(), "nothing ran, nothing was recorded");
        // A plan that does not ask it needs it not.
        project.rakis(&["run", "features/arhiiv", "--tags", "not @arhiiv"]).code(0);
        assert_eq!(project.runs().len(), 1);
    }
}

#[test]
fn databases_that_the_plan_asks_and_that_answer_let_it_run() {
    let project = with_archive("sqlite:arhiiv.db");
    // An empty file is an empty database.
    project.write("arhiiv.db", "");
    project.rakis(&["run", "features/arhiiv"]).code(0);
    assert_eq!(project.runs().len(), 1);
    // `env check` asks all of them.
    project.rakis(&["env", "check"]).code(3).tells(&["kõrvaline"]);
}
