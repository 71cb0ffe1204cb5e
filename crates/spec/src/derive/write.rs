//! Carrying out a plan: everything or, as far as files allow, nothing.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use thiserror::Error;

use super::plan::{ChangeKind, DerivePlan};

/// Why a plan was not carried out. What had been written was put back.
#[derive(Debug, Error)]
pub enum WriteError {
    /// A conflict or a hand-written feature is in the way.
    #[error("the plan is blocked by a conflict or a refused file")]
    Blocked,
    /// Somebody changed the file between the plan and its carrying out.
    #[error("{path} was changed meanwhile")]
    Changed {
        /// Path relative to the project.
        path: String,
    },
    /// The file system refused.
    #[error("{path}: {source}")]
    File {
        /// Path relative to the project.
        path: String,
        /// Why.
        source: io::Error,
    },
}

/// One file to be replaced or removed.
struct Task<'p> {
    path: &'p str,
    old: Option<&'p str>,
    new: Option<&'p str>,
}

/// Writes what the plan changes: every new text beside its place first, then by renaming.
///
/// # Errors
/// When the plan is blocked, when a file no longer is as it was planned from, and when the file
/// system refuses; then the files stand as before.
pub fn write(plan: &DerivePlan, root: &Path) -> Result<(), WriteError> {
    if plan.is_blocked() {
        return Err(WriteError::Blocked);
    }
    let features = plan.changes.iter().map(|change| Task {
        path: &change.path,
        old: change.old.as_deref(),
        new: match change.kind {
            ChangeKind::Unchanged => change.old.as_deref(),
            _ => Some(change.new.as_str()),
        },
    });
    let kept = plan.kept.iter().map(|file| Task {
        path: &file.path,
        old: file.old.as_deref(),
        new: file.new.as_deref(),
    });
    let tasks: Vec<Task<'_>> = features.chain(kept).filter(|task| task.old != task.new).collect();
    for task in &tasks {
        check_unchanged(task, root)?;
    }
    let prepared = prepare(&tasks, root);
    let result = prepared.and_then(|()| replace(&tasks, root));
    if result.is_err() {
        for task in &tasks {
            // Best effort: what was never prepared is not there.
            let _ = fs::remove_file(beside(task, root));
        }
    }
    result
}

fn failed(task: &Task<'_>) -> impl FnOnce(io::Error) -> WriteError + use<> {
    let path = task.path.to_owned();
    |source| WriteError::File { path, source }
}

fn check_unchanged(task: &Task<'_>, root: &Path) -> Result<(), WriteError> {
    let now = match fs::read(root.join(task.path)) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(failed(task)(error)),
    };
    if now.as_deref() == task.old.map(str::as_bytes) {
        return Ok(());
    }
    Err(WriteError::Changed { path: task.path.to_owned() })
}

/// The name a new text is first written under.
fn beside(task: &Task<'_>, root: &Path) -> PathBuf {
    let mut path = root.join(task.path).into_os_string();
    path.push(".rakis-new");
    path.into()
}

fn prepare(tasks: &[Task<'_>], root: &Path) -> Result<(), WriteError> {
    for task in tasks {
        let Some(text) = task.new else { continue };
        if let Some(folder) = root.join(task.path).parent() {
            fs::create_dir_all(folder).map_err(failed(task))?;
        }
        fs::write(beside(task, root), text).map_err(failed(task))?;
    }
    Ok(())
}

fn replace(tasks: &[Task<'_>], root: &Path) -> Result<(), WriteError> {
    for (done, task) in tasks.iter().enumerate() {
        let path = root.join(task.path);
        let result = match task.new {
            Some(_) => fs::rename(beside(task, root), &path),
            None => fs::remove_file(&path),
        };
        if let Err(error) = result {
            for undone in &tasks[..done] {
                put_back(undone, root);
            }
            return Err(failed(task)(error));
        }
    }
    Ok(())
}

/// Best effort: the failure being reported is the one that matters.
fn put_back(task: &Task<'_>, root: &Path) {
    let path = root.join(task.path);
    let _ = match task.old {
        Some(text) => fs::write(path, text),
        None => fs::remove_file(path),
    };
}
