//! A table that an environment gives: rows of an operation bound to SQL, or of a statement in a
//! file. Nothing is written there, whatever the environment allows.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::Arc,
};

use rakis_compare::reconcile::{Source as Table, Spool};
use rakis_environment::{Definition, Environment, RowSource, Variables};
use rakis_model::{
    Diagnostic, Exit, Failure, Message, Place, Problems, Source, failure::FailureKind,
};
use serde_json::Value;

use super::{Asked, Refusal};
use crate::{
    args,
    commands::{
        run::{System, definition},
        runtime,
    },
    context::Context,
    settings::{self, Settings},
};

/// What is to be read.
enum Wish {
    Operation(String),
    Statement(Arc<Source>),
}

/// A table not yet read.
pub(super) struct Remote {
    name: String,
    wish: Wish,
    database: Option<String>,
    definition: Definition,
    /// The folder of the project.
    root: PathBuf,
    variables: Variables,
    /// What stands for NULL.
    null: String,
}

/// What environments are asked for, on the left and on the right; from now on their secrets are
/// not shown.
pub(super) fn wanted(
    args: &args::Reconcile,
    both: [Asked<'_>; 2],
    context: &Context,
) -> Result<[Option<Remote>; 2], Refusal> {
    if !both.into_iter().any(Asked::of_environment) {
        return Ok([None, None]);
    }
    let mut problems = Problems::new();
    let mut found = [None, None];
    if let Some(settings) = settings::read(&context.folder, &mut problems) {
        for hand in [0, 1] {
            found[hand] = remote(args, both[hand], hand, &settings, context, &mut problems);
        }
    }
    match &found {
        [Some(left), Some(right)] => {
            context.hide(left.definition.redactor_with(&right.definition));
        }
        [Some(one), None] | [None, Some(one)] => context.hide(one.definition.redactor()),
        [None, None] => {}
    }
    if problems.any_error() {
        return Err(Refusal::Told(Exit::Invalid, problems));
    }
    context.show(problems);
    Ok(found)
}

fn remote(
    args: &args::Reconcile,
    asked: Asked<'_>,
    hand: usize,
    settings: &Settings,
    context: &Context,
    problems: &mut Problems,
) -> Option<Remote> {
    let wish = match asked {
        Asked::Operation(name) => Wish::Operation(name.to_owned()),
        Asked::Query(file) => {
            let source = Source::read(&context.folder.join(file), file);
            Wish::Statement(problems.note(source)?)
        }
        Asked::File(_) | Asked::Control(_) => return None,
    };
    // Once: for both tables; twice: for the left and the right one.
    let nth = |names: &[String]| names.get(hand).or(names.last()).cloned();
    let name = nth(&args.env).unwrap_or_else(|| settings.environment.clone());
    let definition = definition(&name, settings, problems)?.reading_only();
    let text = |(name, value): &(String, String)| (name.clone(), Value::from(value.as_str()));
    Some(Remote {
        name: if hand == 0 { args.left.clone() } else { args.right.clone() },
        wish,
        database: nth(&args.database),
        definition,
        root: settings.root.clone(),
        variables: args.value.iter().map(text).collect(),
        null: args.null.first().cloned().unwrap_or_default(),
    })
}

impl Remote {
    /// The variables whose values it takes; `None` when what is asked for is not there.
    pub(super) fn places(&self) -> Option<BTreeSet<String>> {
        self.definition.places(match &self.wish {
            Wish::Operation(name) => RowSource::Operation(name),
            // Which database it goes to does not matter to its places.
            Wish::Statement(file) => RowSource::Statement { database: "", sql: &file.text },
        })
    }

    /// The files the environment lies in: its own, that of the operation, those of its databases.
    pub(super) fn files(&self) -> Vec<PathBuf> {
        let mut files = self.definition.database_files();
        files.push(self.root.join(format!("environments/{}.yaml", self.definition.name)));
        if let Wish::Operation(name) = &self.wish
            && let Some(place) = self.definition.operation_place(name)
        {
            files.push(self.root.join(&place.source.name));
        }
        files
    }

    /// Reads all rows into a temporary file.
    pub(super) fn read(self, scratch: &Path) -> Result<Table, Refusal> {
        let runtime = runtime().map_err(|error| {
            let message = Message::new("cli-no-runtime").with("reason", error);
            Refusal::one(Exit::Broken, Diagnostic::error(message))
        })?;
        runtime.block_on(async {
            let system = System::start(self.definition.clone(), None, None).await;
            let system = system.map_err(|diagnostic| Refusal::one(Exit::Broken, *diagnostic))?;
            let spooled = self.spool(&system.environment, scratch).await;
            system.stop().await;
            spooled
        })
    }

    async fn spool(&self, environment: &Environment, scratch: &Path) -> Result<Table, Refusal> {
        let source = match &self.wish {
            Wish::Operation(name) => RowSource::Operation(name),
            Wish::Statement(file) => {
                RowSource::Statement { database: self.database(environment)?, sql: &file.text }
            }
        };
        let mut spool: Option<Spool> = None;
        let mut cells = Vec::new();
        let take = |columns: &[String], row: Vec<Value>| {
            let broken =
                |error: rakis_compare::reconcile::Error| Box::new(Failure::broken(error.message()));
            cells.clear();
            cells.extend(row.into_iter().map(|value| shown(value, &self.null)));
            match &mut spool {
                Some(spool) => spool.row(&cells).map_err(broken),
                none => {
                    let new = Spool::new(self.name.clone(), scratch, columns).map_err(broken)?;
                    none.insert(new).row(&cells).map_err(broken)
                }
            }
        };
        let read = environment.for_each_row(source, &self.variables, take).await;
        read.result.map_err(|failure| self.refused(*failure))?;
        let spool = match spool {
            Some(spool) => spool,
            None => Spool::new(self.name.clone(), scratch, &read.columns)?,
        };
        Ok(spool.finish()?)
    }

    /// The database that was named, or the only one.
    fn database<'s>(&'s self, environment: &'s Environment) -> Result<&'s str, Refusal> {
        if let Some(name) = &self.database {
            return Ok(name);
        }
        let names: Vec<&str> = environment.databases().collect();
        let (key, hint) = match names[..] {
            [only] => return Ok(only),
            [] => ("cli-reconcile-no-database", "cli-reconcile-no-database-hint"),
            _ => ("cli-reconcile-databases", "cli-reconcile-databases-hint"),
        };
        let message = Message::new(key)
            .with("environment", &self.definition.name)
            .with("names", names.join(", "));
        let diagnostic = Diagnostic::error(message).hint(Message::new(hint));
        Err(Refusal::one(Exit::Invalid, diagnostic))
    }

    fn refused(&self, failure: Failure) -> Refusal {
        let exit = match failure.kind {
            FailureKind::Broken => Exit::Broken,
            FailureKind::Failed | FailureKind::Invalid => Exit::Invalid,
        };
        let place = match &self.wish {
            Wish::Operation(name) => self.definition.operation_place(name),
            Wish::Statement(file) => Some(Place::line(file, 1)),
        };
        let diagnostic = Diagnostic::error(failure.message);
        let diagnostic = match place {
            Some(place) => diagnostic.at(place),
            None => diagnostic,
        };
        Refusal::one(exit, failure.hints.into_iter().fold(diagnostic, Diagnostic::hint))
    }
}

/// A value of a database as a cell.
fn shown(value: Value, null: &str) -> String {
    match value {
        Value::Null => null.to_owned(),
        Value::String(text) => text,
        other => other.to_string(),
    }
}
