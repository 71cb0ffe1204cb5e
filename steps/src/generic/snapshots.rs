//! Sentences that compare an answer, a part of it or a file with what somebody approved.

use cucumber::{gherkin::Step, then};
use rakis_compare::snapshot::Form;
use rakis_model::{Failure, Message};

use super::{answers, fill};
use crate::{
    World,
    or_fail::OrFail,
    parameters::{List, SnapshotName},
    rows::Reader,
    snapshots,
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("snapshots.rs"));

/// The last answer is as in the snapshot: JSON, XML, CSV, a workbook or a text, by its media type.
/// Personal codes are kept as names or placeholders, never as they are.
/// Näide: vastus on nagu hetktõmmisel "Rahuldatud taotlus"
#[then(expr = "vastus on nagu hetktõmmisel {hetktõmmis}")]
fn answer(world: &mut World, step: &Step, name: SnapshotName) {
    whole(world, step, &name);
}

/// The same with rules: a table of the columns `väli` and `reegel` says what may vary and how
/// (`võti: id`, `järjekord vaba`, `lubatud erinevus 0,01`, `kuupäev`, `aeg`, `aeg käivituse ajal`,
/// `uuid`, `tunnus`, `arv`, `summa`, `muster /…/`, `eirata: põhjus`).
/// Näide: vastus on nagu hetktõmmisel "Rahuldatud taotlus", kus:
#[then(expr = "vastus on nagu hetktõmmisel {hetktõmmis}, kus:")]
fn answer_where(world: &mut World, step: &Step, name: SnapshotName) {
    whole(world, step, &name);
}

/// A value of the last JSON answer, found by its path, is as in the snapshot.
/// Näide: vastuse väärtus "$.read" on nagu hetktõmmisel "Ülevaatuse read"
#[then(expr = "vastuse väärtus {string} on nagu hetktõmmisel {hetktõmmis}")]
fn value(world: &mut World, step: &Step, path: String, name: SnapshotName) {
    snapshots::json(world, step, &name, answers::found(world, &path));
}

/// The same with rules in a table; their paths begin at the value.
/// Näide: vastuse väärtus "$.read" on nagu hetktõmmisel "Ülevaatuse read", kus:
#[then(expr = "vastuse väärtus {string} on nagu hetktõmmisel {hetktõmmis}, kus:")]
fn value_where(world: &mut World, step: &Step, path: String, name: SnapshotName) {
    snapshots::json(world, step, &name, answers::found(world, &path));
}

/// These columns of a list in the last answer, read as people read them, are as in the snapshot.
/// Näide: vastuse loetelu "$.read" veerud "nimi, roll" on nagu hetktõmmisel "Rollid"
#[then(expr = "vastuse loetelu {string} veerud {loetelu} on nagu hetktõmmisel {hetktõmmis}")]
fn list(world: &mut World, step: &Step, path: String, columns: List, name: SnapshotName) {
    let list = answers::found(world, &path);
    let table = Reader::new(world.persons()).table(&list, &columns.0).or_fail();
    snapshots::table(world, step, &name, &table, &[]);
}

/// A file of the project, named from its root, is as in the snapshot; the ending of its name tells
/// whether it is JSON, XML, CSV, a workbook or a text.
/// Näide: fail "reports/maksed.csv" on nagu hetktõmmisel "Maksed"
#[then(expr = "fail {string} on nagu hetktõmmisel {hetktõmmis}")]
fn file(world: &mut World, step: &Step, path: String, name: SnapshotName) {
    read(world, step, &path, &name);
}

/// The same with rules in a table.
/// Näide: fail "reports/maksed.csv" on nagu hetktõmmisel "Maksed", kus:
#[then(expr = "fail {string} on nagu hetktõmmisel {hetktõmmis}, kus:")]
fn file_where(world: &mut World, step: &Step, path: String, name: SnapshotName) {
    read(world, step, &path, &name);
}

fn whole(world: &World, step: &Step, name: &SnapshotName) {
    let reply = world.reply();
    let form = snapshots::form_of(reply.header("content-type").unwrap_or_default()).or_fail();
    if form == Form::Xlsx {
        // An answer is kept as text; what a workbook loses by that cannot be compared.
        let message = Message::new("step-snapshot-binary");
        Err(Box::new(Failure::invalid(message))).or_fail()
    }
    snapshots::document(world, step, name, form, reply.text.as_bytes());
}

fn read(world: &World, step: &Step, path: &str, name: &SnapshotName) {
    let path = fill::text(world, path);
    let form = snapshots::form_of(&path).or_fail();
    let body = world.file(&path).or_fail();
    snapshots::document(world, step, name, form, &body);
}
