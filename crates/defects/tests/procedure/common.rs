//! What the tests of the procedure share: files of the project, diagnostics as text.

use std::{path::PathBuf, sync::Arc};

use rakis_defects::Procedure;
use rakis_model::{
    Diagnostic, Problems, Severity, Source,
    words::{Language, Words},
};

/// The project's root.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The procedure this project ships.
pub(crate) fn shipped() -> Procedure {
    let source = Source::read(&root().join("procedure.yaml"), "procedure.yaml").unwrap();
    sound(source)
}

/// A procedure without a single problem.
pub(crate) fn sound(source: Arc<Source>) -> Procedure {
    let mut problems = Problems::new();
    let procedure = Procedure::read(source, &mut problems);
    assert_eq!(shown(problems), "");
    procedure.unwrap()
}

/// Everything a person would read of the problems, in Estonian.
pub(crate) fn shown(problems: Problems) -> String {
    let words = Words::new(Language::Et, &[rakis_model::WORDS, rakis_defects::WORDS]);
    problems.into_sorted().iter().map(|one| diagnostic(one, &words)).collect()
}

/// A diagnostic as text.
pub(crate) fn diagnostic(one: &Diagnostic, words: &Words) -> String {
    let severity = match (one.severity, words.language()) {
        (Severity::Error, Language::Et) => "viga",
        (Severity::Error, Language::En) => "error",
        (Severity::Warning, Language::Et) => "hoiatus",
        (Severity::Warning, Language::En) => "warning",
    };
    let mut text = format!("{severity}: {}\n", words.text(&one.message));
    if let Some(at) = &one.place {
        text.push_str(&format!("  --> {at} `{}`\n", &at.source.text[at.span.clone()]));
    }
    if let Some((at, label)) = &one.related {
        text.push_str(&format!("  ::: {at} {}\n", words.text(label)));
    }
    for hint in &one.hints {
        text.push_str(&format!("  = {}\n", words.text(hint)));
    }
    text
}

/// Is what the program says now to be taken as expected?
#[expect(clippy::disallowed_methods, reason = "the developer's wish comes from outside")]
pub(crate) fn update() -> bool {
    std::env::var("UPDATE").is_ok_and(|value| value == "1")
}
