//! Reading specifications: folders of files named by outcome, diagnostics as snapshots.
#![expect(clippy::unwrap_used, reason = "a test may end so, its helpers too")]

mod common;

use std::{
    fs,
    path::{Path, PathBuf},
};

use common::{Project, shown};
use rakis_gherkin::{Ids, Options, lint, parse, pickles};
use rakis_model::{Problems, Source};
use rakis_spec::{Argument, Table, derive_text, read_all, read_file, template};

fn files(outcome: &str) -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(outcome);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|one| one.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

fn source(path: &Path) -> std::sync::Arc<Source> {
    let name = format!("specs/rights/{}", path.file_name().unwrap().to_string_lossy());
    Source::read(path, &name).unwrap()
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

#[test]
fn sound_files_derive_gherkin_without_a_remark() {
    for path in files("ok") {
        let mut problems = Problems::new();
        let spec = read_file(source(&path), "rights", &mut problems).unwrap();
        let text = derive_text(&spec);
        insta::assert_snapshot!(
            format!("ok-{}", stem(&path)),
            format!("{}{text}", shown(problems))
        );

        let feature = Source::new(spec.feature_path(), text);
        let parsed = parse(&feature, &Options { default_language: "et" }, &mut Ids::new());
        let mut remarks = Problems::new();
        match parsed {
            Ok(parsed) => remarks.extend(lint(&parsed)),
            Err(problems) => remarks = problems,
        }
        assert_eq!(shown(remarks), "", "{}", path.display());
    }
}

#[test]
fn tables_and_texts_read_from_the_feature_as_they_were_written() {
    let path = files("ok").into_iter().find(|path| stem(path) == "servad").unwrap();
    let spec = read_file(source(&path), "rights", &mut Problems::new()).unwrap();
    let feature = Source::new("f", derive_text(&spec));
    let options = Options { default_language: "et" };
    let parsed = parse(&feature, &options, &mut Ids::new()).unwrap();
    let arguments: Vec<_> = pickles(&parsed, &mut Ids::new())[0]
        .steps
        .iter()
        .filter_map(|step| step.argument.clone())
        .map(|argument| match (argument.data_table, argument.doc_string) {
            (Some(table), _) => Argument::Table(Table {
                rows: table
                    .rows
                    .into_iter()
                    .map(|row| row.cells.into_iter().map(|cell| cell.value).collect())
                    .collect(),
            }),
            (None, text) => Argument::Text(text.unwrap().content),
        })
        .collect();
    let written: Vec<_> = spec.requirements[0].criteria[0]
        .then
        .iter()
        .filter_map(|step| step.argument.clone())
        .collect();
    assert_eq!(arguments, written);
    assert_eq!(written[2], Argument::Text("enne \"\"\" pärast".to_owned()));
}

#[test]
fn faulty_files_tell_all_their_problems_and_give_nothing() {
    for path in files("invalid") {
        let mut problems = Problems::new();
        assert!(read_file(source(&path), "rights", &mut problems).is_none());
        assert!(problems.any_error());
        insta::assert_snapshot!(format!("invalid-{}", stem(&path)), shown(problems));
    }
}

#[test]
fn what_only_shows_over_all_files() {
    let one = fs::read_to_string(&files("ok")[2]).unwrap();
    assert!(one.contains("STAR-2026-01.2"), "the example with two requirements");
    let project = Project::new(&one);
    project.put("specs/rights/star.yml", &one.replace("STAR-2026-01", "STAR-2026-09"));
    project.put("specs/rights/teine.yaml", &one.replace("[STAR-2026-01.1]", "[STAR-2026-01.7]"));
    project.put("specs/rights/vigane.yaml", "lähteülesanne: STAR-2026-01\n");
    project.put("specs/valdkonnata.yaml", &one);
    project.put("specs/rights/sees/veel.yaml", &one);
    project.put("specs/rights/README.md", "ei loeta");
    let mut problems = Problems::new();
    let specs = read_all(project.root(), "specs", &mut problems);
    assert_eq!(specs.len(), 3);
    insta::assert_snapshot!("set", shown(problems));
}

#[test]
fn no_folder_is_no_specifications() {
    let project = Project::new("");
    let mut problems = Problems::new();
    assert!(read_all(project.root(), "puudub", &mut problems).is_empty());
    assert!(problems.is_empty());
}

#[test]
fn the_template_passes_whatever_is_put_in() {
    for title in ["Õigused", "a: b # c", "\"jutumärk\" ja \\", "- loetelu", "{x}"] {
        let text = template("STAR-2026-04", title, "STAR", "rights");
        let mut problems = Problems::new();
        let spec = read_file(Source::new("specs/rights/uus.yaml", text), "rights", &mut problems);
        assert_eq!(shown(problems), "");
        assert_eq!(spec.unwrap().title, title);
    }
}
