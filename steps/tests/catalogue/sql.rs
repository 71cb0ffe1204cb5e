//! The general sentences on operations that are bound to SQL.

use rakis_environment::{Environment, load};
use rakis_model::{FailureKind, Problems};
use rakis_steps::World;

use crate::echo::{perform, world_on};

const BINDINGS: &str = "
toimingud:
  loe isikud:
    sql: SELECT 1 AS nr, 'Õie' AS nimi, {summa} AS summa UNION ALL SELECT 2, 'Jüri', NULL
    andmebaas: põhi
    vastus: { read: $.read }
  loe isik:
    sql: SELECT {nimi} AS nimi WHERE {nimi} <> 'Peeter'
    andmebaas: põhi
    oodatud ridu: 1
";

fn world() -> (World, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        std::fs::create_dir_all(folder.path().join("environments/seosed")).unwrap();
        std::fs::write(folder.path().join(name), text).unwrap();
    };
    // An empty file is an empty database.
    write("andmed.db", "");
    write(
        "environments/k.yaml",
        "nimetus: K\nliik: test\naadress: http://127.0.0.1:1\nseosed: [seosed]\n\
         andmebaasid: { põhi: { aadress: \"sqlite:andmed.db\" } }\n",
    );
    write("environments/seosed/k.yaml", BINDINGS);
    let mut problems = Problems::new();
    let definition = load(folder.path(), "k", &[], &|_: &str| None::<String>, &mut problems);
    let definition = definition.unwrap_or_else(|| panic!("{problems:?}"));
    (world_on(Environment::connect(definition, None).unwrap(), folder.path()), folder)
}

#[tokio::test]
async fn rows_of_a_database_are_checked_like_any_answer() {
    let (mut world, _folder) = world();
    let text = "\
        teen toimingu \"loe isikud\" andmetega:
        | väli | väärtus |
        | summa | =1234.50 |
        vastuse väärtus \"$.read[0].nimi\" on \"Õie\"
        vastuse väärtus \"$.read[0].summa\" on summa 1 234,50 €
        vastuse loetelus \"$.read\" on 2 kirjet
        vastuse loetelu \"$.read\" on täpselt:
        | nr | nimi |
        | 2 | Jüri |
        | 1 | Õie |
        jätan vastuse väärtuse \"$.read[1].nimi\" meelde nimega \"nimi\"
        teen toimingu \"loe isik\"
        vastuse väärtus \"$.read[0].nimi\" on \"Jüri\"";
    assert_eq!(perform(&mut world, text).await, Ok(()));
    let exchanges = world.take_exchanges();
    assert_eq!(exchanges.len(), 2);
    assert!(exchanges[1].request_body.as_deref().unwrap().contains("{nimi}"));
    for (value, kind, key) in [
        ("Peeter", FailureKind::Failed, "env-sql-rows"),
        ("=[1]", FailureKind::Invalid, "env-sql-list"),
    ] {
        let text = format!(
            "teen toimingu \"loe isik\" andmetega:\n| väli | väärtus |\n| nimi | {value} |"
        );
        let (_, failure) = perform(&mut world, &text).await.unwrap_err();
        assert_eq!((failure.kind, &*failure.message.key), (kind, key), "{value}");
    }
}
