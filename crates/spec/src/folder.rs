//! All specifications of a project, and what only shows over all of them.

use std::{collections::BTreeMap, path::Path};

use rakis_model::{Diagnostic, Message, Problems, Source, suggest};

use crate::{read, specification::Specification, tree};

/// Reads `<folder>/<area>/*.yaml` (and `.yml`) in the order of names.
///
/// Faulty files are told and left out; so a caller derives only when no error was told. Ids that
/// stand in two files, related ids that exist nowhere and two specifications of one feature are
/// errors.
pub fn read_all(root: &Path, folder: &str, problems: &mut Problems) -> Vec<Specification> {
    let mut read: Vec<(Specification, bool)> = Vec::new();
    for file in tree::files(root, folder, problems) {
        if !file.ends_with(".yaml") && !file.ends_with(".yml") {
            continue;
        }
        let within = file.strip_prefix(folder).unwrap_or(&file).trim_start_matches('/');
        let Some((area, _)) = within.split_once('/').filter(|(_, name)| !name.contains('/')) else {
            problems.push(misplaced(&file, folder));
            continue;
        };
        let Some(source) = problems.note(Source::read(&root.join(&file), &file)) else { continue };
        let (specification, sound) = read::read(source, area, problems);
        read.extend(specification.map(|specification| (specification, sound)));
    }
    let all: Vec<&Specification> = read.iter().map(|(specification, _)| specification).collect();
    check_ids(&all, problems);
    check_related(&all, problems);
    check_features(&all, problems);
    read.into_iter().filter(|(_, sound)| *sound).map(|(specification, _)| specification).collect()
}

fn misplaced(file: &str, folder: &str) -> Diagnostic {
    Diagnostic::error(Message::new("spec-no-area").with("file", file))
        .hint(Message::new("spec-no-area-hint").with("folder", folder))
}

/// Ids of specifications, and of requirements with them, must be unique over all files.
fn check_ids(all: &[&Specification], problems: &mut Problems) {
    let mut first: BTreeMap<&str, &Specification> = BTreeMap::new();
    for specification in all {
        match first.get(specification.id.as_str()) {
            Some(other) => problems.push(
                Diagnostic::error(
                    Message::new("spec-duplicate-spec").with("id", &specification.id),
                )
                .at(specification.place())
                .related(other.place(), Message::new("spec-first-here")),
            ),
            None => {
                first.insert(&specification.id, specification);
            }
        }
    }
    let mut first = BTreeMap::new();
    for specification in all {
        for requirement in &specification.requirements {
            let Some((other, known)) = first.get(requirement.id.as_str()) else {
                first.insert(requirement.id.as_str(), (*specification, requirement));
                continue;
            };
            // Within one file the reader has told it.
            if other.file != specification.file {
                let message =
                    Message::new("spec-duplicate-requirement").with("id", &requirement.id);
                problems.push(
                    Diagnostic::error(message)
                        .at(specification.requirement_place(requirement))
                        .related(other.requirement_place(known), Message::new("spec-first-here")),
                );
            }
        }
    }
}

fn check_related(all: &[&Specification], problems: &mut Problems) {
    let known: Vec<&str> = all
        .iter()
        .flat_map(|specification| &specification.requirements)
        .map(|requirement| requirement.id.as_str())
        .collect();
    for specification in all {
        for requirement in &specification.requirements {
            for (index, related) in requirement.related.iter().enumerate() {
                if known.contains(&related.as_str()) {
                    continue;
                }
                let mut diagnostic =
                    Diagnostic::error(Message::new("spec-dangling").with("id", related))
                        .at(specification.related_place(requirement, index));
                if let Some(near) = suggest::nearest(related, known.iter().copied()) {
                    diagnostic = diagnostic.hint(Message::new("did-you-mean").with("word", near));
                }
                problems.push(diagnostic);
            }
        }
    }
}

/// On some systems `Star.feature` and `star.feature` are one file.
fn check_features(all: &[&Specification], problems: &mut Problems) {
    let mut first: BTreeMap<String, &Specification> = BTreeMap::new();
    for specification in all {
        let feature = specification.feature_path();
        match first.get(&feature.to_lowercase()) {
            Some(other) => problems.push(
                Diagnostic::error(Message::new("spec-same-feature").with("file", &feature))
                    .at(specification.place())
                    .related(other.place(), Message::new("spec-first-here"))
                    .hint(Message::new("spec-same-feature-hint")),
            ),
            None => {
                first.insert(feature.to_lowercase(), specification);
            }
        }
    }
}
