//! Problems with rights: anyone reports one, an administrator assigns it, the assigned person solves it.

use serde::Deserialize;
use serde_json::{Value, json};
use sqlx::Row;

use crate::audit::{Action, Entry};
use crate::call::{Answer, Call, person};
use crate::error::Failure;
use crate::refusals;
use crate::rights::{accounts, catalogue, permissions};
use crate::session;

const REPORTED: &str = "registreeritud";
const ASSIGNED: &str = "määratud";
const SOLVED: &str = "lahendatud";

/// A problem as kept.
#[derive(Debug)]
struct Problem {
    id: i64,
    reporter: String,
    description: String,
    state: String,
    assignee: String,
    solution: String,
}

#[derive(Debug, Deserialize)]
struct Report {
    isikukood: String,
    kirjeldus: String,
}

/// `POST /{s}/probleemid`, without a session.
pub(crate) async fn report(call: &mut Call) -> Result<Answer, Failure> {
    let asked: Report = call.body()?;
    let reporter = person(&asked.isikukood)?;
    let description = asked.kirjeldus.trim();
    if description.is_empty() {
        return Err(refusals::NO_DESCRIPTION.into());
    }
    let id: i64 = sqlx::query_scalar(
        "INSERT INTO rights_problem (system, reporter, description, state) VALUES ($1, $2, $3, $4) RETURNING id",
    )
    .bind(call.system_name())
    .bind(&reporter)
    .bind(description)
    .bind(REPORTED)
    .fetch_one(&mut *call.db)
    .await?;
    step(call, id, REPORTED, &reporter).await?;
    let institution = accounts::find(call, &reporter)
        .await?
        .map(|account| account.institution)
        .unwrap_or_default();
    let entry = Entry::new(Action::REPORT_PROBLEM, &reporter, &institution).about(&reporter);
    entry.object(format!("probleem {id}")).change("", REPORTED).write(call).await?;
    Ok(Answer::created(json!({"id": id, "olek": REPORTED})))
}

#[derive(Debug, Deserialize)]
struct Assignment {
    taitja: String,
}

/// `POST /{s}/probleemid/{id}/taitja`; another person may be assigned until it is solved.
pub(crate) async fn assign(call: &mut Call) -> Result<Answer, Failure> {
    let user = session::current(call).await?;
    let assignee = call.body::<Assignment>()?.taitja.trim().to_owned();
    let problem = find(call).await?;
    let entry = entry_of(Entry::of(&user, Action::ASSIGN_PROBLEM), &problem);
    permissions::require(call, &user, catalogue::MANAGE_USERS, &entry).await?;
    accounts::get(call, &assignee).await?;
    if problem.state == SOLVED {
        return Err(entry.refuse(call, refusals::PROBLEM_SOLVED).await);
    }
    sqlx::query(
        "UPDATE rights_problem SET state = $3, assignee = $4 WHERE system = $1 AND id = $2",
    )
    .bind(call.system_name())
    .bind(problem.id)
    .bind(ASSIGNED)
    .bind(&assignee)
    .execute(&mut *call.db)
    .await?;
    step(call, problem.id, ASSIGNED, &user.code).await?;
    entry.change(problem.assignee, assignee).write(call).await?;
    Ok(Answer::ok(json!({"id": problem.id, "olek": ASSIGNED})))
}

#[derive(Debug, Deserialize)]
struct Solution {
    lahendus: String,
}

/// `POST /{s}/probleemid/{id}/lahendus`, by the assigned person.
pub(crate) async fn solve(call: &mut Call) -> Result<Answer, Failure> {
    let user = session::current(call).await?;
    let asked: Solution = call.body()?;
    let problem = find(call).await?;
    let entry = entry_of(Entry::of(&user, Action::SOLVE_PROBLEM), &problem);
    let anybody = problem.state == REPORTED && call.fault("rights.problem-solved-unassigned");
    let refusal = match problem.state.as_str() {
        _ if anybody => None,
        SOLVED => Some(refusals::PROBLEM_SOLVED),
        ASSIGNED => (problem.assignee != user.code).then_some(refusals::NOT_THE_ASSIGNEE),
        _ => Some(refusals::PROBLEM_NOT_ASSIGNED),
    };
    let solution = asked.lahendus.trim();
    if let Some(rule) = refusal.or(solution.is_empty().then_some(refusals::NO_SOLUTION)) {
        return Err(entry.refuse(call, rule).await);
    }
    let kept = if call.fault("rights.problem-solution-lost") { "" } else { solution };
    sqlx::query(
        "UPDATE rights_problem SET state = $3, solution = $4 WHERE system = $1 AND id = $2",
    )
    .bind(call.system_name())
    .bind(problem.id)
    .bind(SOLVED)
    .bind(kept)
    .execute(&mut *call.db)
    .await?;
    step(call, problem.id, SOLVED, &user.code).await?;
    entry.change(problem.state, SOLVED).write(call).await?;
    Ok(Answer::ok(json!({"id": problem.id, "olek": SOLVED})))
}

/// `GET /{s}/probleemid/{id}`.
pub(crate) async fn read(call: &mut Call) -> Result<Answer, Failure> {
    let problem = find(call).await?;
    let steps = sqlx::query(
        "SELECT state, happened, actor FROM rights_problem_step WHERE problem = $1 ORDER BY id",
    )
    .bind(problem.id)
    .fetch_all(&mut *call.db)
    .await?;
    let mut history: Vec<Value> = Vec::new();
    for row in steps {
        let text = |column: &str| row.try_get::<String, _>(column);
        history
            .push(json!({"olek": text("state")?, "aeg": text("happened")?, "kes": text("actor")?}));
    }
    Ok(Answer::ok(json!({
        "id": problem.id, "isikukood": problem.reporter, "kirjeldus": problem.description, "olek": problem.state,
        "taitja": problem.assignee, "lahendus": problem.solution, "ajalugu": history,
    })))
}

async fn find(call: &mut Call) -> Result<Problem, Failure> {
    let id = call.id()?;
    let row = sqlx::query(
        "SELECT reporter, description, state, assignee, solution FROM rights_problem WHERE system = $1 AND id = $2",
    )
    .bind(call.system_name())
    .bind(id)
    .fetch_optional(&mut *call.db)
    .await?
    .ok_or_else(|| refusals::NOT_FOUND.saying("Probleemi ei leitud."))?;
    Ok(Problem {
        id,
        reporter: row.try_get("reporter")?,
        description: row.try_get("description")?,
        state: row.try_get("state")?,
        assignee: row.try_get("assignee")?,
        solution: row.try_get("solution")?,
    })
}

fn entry_of(entry: Entry, problem: &Problem) -> Entry {
    entry.about(&problem.reporter).object(format!("probleem {}", problem.id))
}

async fn step(call: &mut Call, problem: i64, state: &str, actor: &str) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO rights_problem_step (problem, state, happened, actor) VALUES ($1, $2, $3, $4)",
    )
    .bind(problem)
    .bind(state)
    .bind(call.now.rfc3339())
    .bind(actor)
    .execute(&mut *call.db)
    .await
    .map(drop)
}
