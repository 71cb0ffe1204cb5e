//! The environments of this repository load, the example too once it is copied.

use std::path::Path;

use rakis_environment::{Environment, Kind, load, names};
use rakis_model::Problems;

use crate::common::project;

const EXAMPLE: &str = include_str!("../../../../environments/remote.example.yaml");
const BINDINGS: &str = include_str!("../../../../environments/bindings/reference/rights.yaml");

fn keys(problems: &Problems) -> Vec<&str> {
    problems.iter().map(|one| one.message.key.as_ref()).collect()
}

#[test]
fn the_embedded_environment_loads_and_no_example_is_listed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let names = names(&root);
    assert!(names.contains(&"embedded".to_owned()), "{names:?}");
    assert!(names.iter().all(|name| !name.contains("example")), "{names:?}");
    let mut problems = Problems::new();
    let definition = load(&root, "embedded", &[], &|_: &str| None, &mut problems);
    assert_eq!(keys(&problems), [""; 0]);
    assert_eq!(definition.unwrap().kind, Kind::Embedded);
}

#[tokio::test]
async fn the_example_loads_once_its_secret_is_set() {
    let project = project(&[
        ("environments/kaug.yaml", EXAMPLE),
        ("environments/bindings/reference/rights.yaml", BINDINGS),
    ]);
    let mut problems = Problems::new();
    let read = |lookup: &dyn Fn(&str) -> Option<String>, problems: &mut Problems| {
        load(project.path(), "kaug", &["*.eesti.ee".to_owned()], &lookup, problems)
    };
    let definition = read(&|_| Some("väljamõeldud".to_owned()), &mut problems);
    assert_eq!(keys(&problems), [""; 0]);
    let environment = Environment::connect(definition.unwrap(), None).unwrap();
    assert_eq!(environment.address(), "https://star-test.example.ee/api");
    assert!(read(&|_| None, &mut problems).is_none());
    assert_eq!(keys(&problems), ["env-secret-variable-unset"]);
}
