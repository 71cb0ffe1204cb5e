//! Why nothing was compared, and how it is told.

use rakis_compare::reconcile::{Error, Problem};
use rakis_model::{Diagnostic, Exit, Problems};

use super::show;
use crate::context::Context;

/// Nothing was compared.
pub(super) enum Refusal {
    /// A table is not fit to be compared, or a file cannot be read or written.
    Tables(Error),
    /// All else.
    Told(Exit, Problems),
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Tables(error)
    }
}

impl Refusal {
    /// For one reason.
    pub(super) fn one(exit: Exit, diagnostic: Diagnostic) -> Self {
        Self::all(exit, [diagnostic])
    }

    /// For several.
    pub(super) fn all(exit: Exit, diagnostics: impl IntoIterator<Item = Diagnostic>) -> Self {
        let mut problems = Problems::new();
        problems.extend(diagnostics);
        Self::Told(exit, problems)
    }

    /// Tells it.
    pub(super) fn tell(self, json: bool, context: &Context) -> Exit {
        match self {
            Self::Told(exit, problems) => {
                context.show(problems);
                exit
            }
            Self::Tables(error) => {
                if let Error::Input { problems, count } = &error {
                    tables(problems, *count, json, context);
                }
                context.show_one(&Diagnostic::error(error.message()));
                Exit::Invalid
            }
        }
    }
}

fn tables(problems: &[Problem], count: u64, json: bool, context: &Context) {
    if json {
        let told: Vec<_> = problems.iter().map(|one| as_json(one, context)).collect();
        context.line(&format!("{:#}", serde_json::json!({ "problems": told, "count": count })));
    }
    for problem in problems {
        context.error(&format!("{}\n", show::problem(problem, &context.words)));
    }
}

fn as_json(problem: &Problem, context: &Context) -> serde_json::Value {
    serde_json::json!({
        "file": problem.file,
        "row": problem.row,
        "column": problem.column,
        "message": context.text(&problem.message),
        "hint": problem.hint.as_ref().map(|hint| context.text(hint)),
    })
}
