//! Sentences about a person's rights as they were, are and will be.

use cucumber::{gherkin::Step, then};
use rakis_compare::Table;
use rakis_model::{Failure, Message};
use serde_json::Value;

use crate::{
    World,
    clock::TestClock,
    or_fail::OrFail,
    parameters::{Clock, Day, Person, SnapshotName},
    rows::{self, Reader},
    snapshots,
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("history.rs"));

/// What is looked at, at each moment: the columns of the snapshot after the moment itself.
const COLUMNS: [&str; 4] = ["olek", "ametikoht", "rollid", "õigused"];
/// Columns that name the moment, and tell the rows apart.
const MOMENT: [&str; 2] = ["päev", "kell"];

/// State, job title, roles and rights of a person at each moment of the table (columns `päev` and
/// `kell`) are as in the snapshot. The test clock then goes on from where it was.
/// Näide: töötaja "Mari Maasikas" õigused on neil aegadel nagu hetktõmmisel "Rollid ajas":
/// Toiming: vaata kasutajat
#[then(expr = "töötaja {isik} õigused on neil aegadel nagu hetktõmmisel {hetktõmmis}:")]
async fn over_time(world: &mut World, step: &Step, person: Person, name: SnapshotName) {
    let moments = rows::table(step);
    let before = world.clock().cloned();
    let table = at_all(world, &person, &moments).await;
    if let Some(before) = before {
        world.set_clock(before);
    }
    // The table below the step is the moments, not rules.
    let bare = Step { table: None, ..step.clone() };
    snapshots::table(world, &bare, &name, &table, &MOMENT);
}

/// A row for each moment.
async fn at_all(world: &mut World, person: &Person, moments: &Table) -> Table {
    let (days, times) = (rows::column(moments, MOMENT[0]), rows::column(moments, MOMENT[1]));
    let mut found = Vec::new();
    for (day, time) in days.into_iter().zip(times) {
        found.push(at(world, person, day, time).await);
    }
    let header = MOMENT.iter().chain(&COLUMNS).map(ToString::to_string).collect();
    Table::new(header, found).or_fail()
}

/// One row: the moment, and what the person has then.
async fn at(world: &mut World, person: &Person, day: &str, time: &str) -> Vec<String> {
    let (Day(date), Clock(clock)) = (parsed(day), parsed(time));
    world.set_clock(TestClock::at(date, clock).or_fail());
    let code = world.person(&person.0);
    let reply = world.perform("vaata kasutajat", [("isikukood", code)]).await;
    let answer = reply.json().or_fail();
    let reader = Reader::new(world.persons());
    let shown = |key: &str| answer.get(key).map(|value| reader.value(&roles(value)));
    let keys = ["olek", "ametikoht", "rollid", "oigused"];
    let cells = keys.map(|key| shown(key).ok_or_else(|| absent(key)).or_fail());
    [day.to_owned(), time.to_owned()].into_iter().chain(cells).collect()
}

/// Roles with their days: `arveldaja (10.03.2026–)`; any other value as it is.
fn roles(value: &Value) -> Value {
    let one = |role: &Value| {
        let day = |key: &str| {
            let text = role.get(key).and_then(Value::as_str).unwrap_or_default();
            rakis_model::date::parse(text).map(rakis_model::date::show).unwrap_or_default()
        };
        let name = role.get("roll")?.as_str()?;
        Some(Value::String(format!("{name} ({}–{})", day("alates"), day("kuni"))))
    };
    let named = value.as_array().and_then(|all| all.iter().map(one).collect::<Option<Vec<_>>>());
    named.map_or_else(|| value.clone(), Value::Array)
}

fn parsed<T: std::str::FromStr<Err = std::convert::Infallible>>(text: &str) -> T {
    match text.parse() {
        Ok(value) => value,
        Err(never) => match never {},
    }
}

fn absent(key: &str) -> Box<Failure> {
    Box::new(Failure::failed(Message::new("step-no-value").with("path", format!("$.{key}"))))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn roles_are_shown_with_their_days() {
        let held = json!([
            {"roll": "arveldaja", "alates": "2026-03-10", "kuni": null},
            {"roll": "vaatleja", "alates": "2026-03-01", "kuni": "2026-12-31"},
        ]);
        let shown = json!(["arveldaja (10.03.2026–)", "vaatleja (01.03.2026–31.12.2026)"]);
        assert_eq!(roles(&held), shown);
        for other in [json!("kehtiv"), json!(["logi vaatamine"]), json!([]), json!(null)] {
            assert_eq!(roles(&other), other);
        }
    }
}
