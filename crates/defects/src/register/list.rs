//! Lists of defects: filtered, sorted, counted, from indexed columns.

use jiff::Timestamp;
use sqlx::{Any, AssertSqlSafe, Row as _, any::AnyArguments, query::Query};

use super::Register;
use crate::{
    RegisterError,
    defect::StateChange,
    procedure::{Clocks, Procedure},
};

/// Which defects are asked for; all that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// In one of these states.
    pub states: Vec<String>,
    /// Neither closed nor dismissed.
    pub open_only: bool,
    /// Severity.
    pub severity: Option<String>,
    /// Party.
    pub party: Option<String>,
    /// Person.
    pub assignee: Option<String>,
    /// Requirement, or a specification all of whose requirements are meant.
    pub requirement: Option<String>,
    /// Area.
    pub area: Option<String>,
    /// Found or seen in this delivery.
    pub delivery: Option<String>,
    /// Words that id, title, description, requirement or scenario has, in small or capital letters.
    pub text: Option<String>,
    /// Open, and at this moment past the time agreed for the reaction or the fix.
    pub overdue: Option<Timestamp>,
    /// Known by a fingerprint with the same loose one as this defect's, but not this defect.
    pub like: Option<String>,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The newest first.
    #[default]
    Newest,
    /// The one seen last first.
    Seen,
    /// The one changed last first.
    Changed,
    /// The most often seen first.
    Occurrences,
    /// The worst severity first, in the order of the procedure.
    Severity,
}

/// A defect in a list.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Summary {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// State, in the words of the procedure.
    pub state: String,
    /// Is it neither closed nor dismissed?
    pub open: bool,
    /// Severity.
    pub severity: Option<String>,
    /// Priority.
    pub priority: Option<String>,
    /// Who is to mend.
    pub party: Option<String>,
    /// The person.
    pub assignee: Option<String>,
    /// Requirement.
    pub requirement: Option<String>,
    /// System.
    pub system: String,
    /// Area.
    pub area: String,
    /// Delivery it was found in.
    pub delivery: Option<String>,
    /// Build with the fix.
    pub fixed_in: Option<String>,
    /// Last day of its waiver.
    pub waived_until: Option<jiff::civil::Date>,
    /// When it was written down.
    pub opened_at: Timestamp,
    /// When it was changed last.
    pub changed_at: Timestamp,
    /// When it was seen last.
    pub seen_at: Timestamp,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// How often it was seen.
    pub occurrences: i64,
    /// Every state it was in, for its clocks.
    pub states: Vec<StateChange>,
}

impl Summary {
    /// Its clocks, if its severity is one of the procedure's.
    pub fn clocks<'p>(&self, procedure: &'p Procedure, now: Timestamp) -> Option<Clocks<'p>> {
        let severity = procedure.severity(self.severity.as_deref()?)?;
        let history: Vec<_> = self.states.iter().map(|one| (one.at, &one.state)).collect();
        Some(procedure.clocks(severity, &history, now))
    }

    fn overdue(&self, procedure: &Procedure, now: Timestamp) -> bool {
        let Some(severity) = self.severity.as_deref().and_then(|name| procedure.severity(name))
        else {
            return false;
        };
        // Working time is never more than time: most of what is young needs no calendar.
        let shortest = severity.reaction_minutes.min(severity.fix_minutes);
        let minutes = now.duration_since(self.opened_at).as_mins();
        let overdue = |two: Clocks<'_>| two.reaction.overdue || two.fix.overdue;
        self.open && minutes > shortest && self.clocks(procedure, now).is_some_and(overdue)
    }
}

/// Conditions and their values.
#[derive(Default)]
struct Where {
    sql: Vec<String>,
    values: Vec<String>,
}

impl Where {
    /// Adds a condition; `?` in it stands for the value.
    fn and(&mut self, condition: &str, value: &str) {
        self.values.push(value.to_owned());
        self.sql.push(condition.replace('?', &format!("${}", self.values.len())));
    }

    fn of(filter: &Filter) -> Self {
        let mut all = Self::default();
        if filter.open_only || filter.overdue.is_some() {
            all.sql.push("phase NOT IN ('closed', 'dismissed')".to_owned());
        }
        if !filter.states.is_empty() {
            let holes = filter.states.iter().map(|state| {
                all.values.push(state.clone());
                format!("${}", all.values.len())
            });
            let holes = holes.collect::<Vec<_>>().join(", ");
            all.sql.push(format!("state IN ({holes})"));
        }
        let equal = [
            ("severity = ?", &filter.severity),
            ("party = ?", &filter.party),
            ("assignee = ?", &filter.assignee),
            ("area = ?", &filter.area),
            ("(requirement = ? OR requirement LIKE ? || '.%')", &filter.requirement),
            (
                "(delivery = ? OR id IN (SELECT f.defect FROM fingerprints f WHERE EXISTS \
                 (SELECT 1 FROM occurrences o WHERE o.delivery = ? \
                 AND o.fingerprint = f.fingerprint)))",
                &filter.delivery,
            ),
            (
                "(id <> ? AND id IN (SELECT other.defect FROM fingerprints own \
                 JOIN fingerprints other ON other.loose = own.loose WHERE own.defect = ?))",
                &filter.like,
            ),
        ];
        for (condition, value) in equal {
            if let Some(value) = value {
                all.and(condition, value);
            }
        }
        all.words(filter.text.as_deref().unwrap_or_default());
        all
    }

    /// Every word must be there; what LIKE would take for a pattern is a letter.
    fn words(&mut self, text: &str) {
        for word in text.split_whitespace() {
            let word = word.to_lowercase();
            let plain = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
            self.and("search LIKE ? ESCAPE '\\'", &format!("%{plain}%"));
        }
    }

    fn text(&self) -> String {
        match self.sql.is_empty() {
            true => String::new(),
            false => format!(" WHERE {}", self.sql.join(" AND ")),
        }
    }

    fn query(&self, sql: String) -> Query<'static, Any, AnyArguments> {
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for value in &self.values {
            query = query.bind(value.clone());
        }
        query
    }
}

const SUMMARY: &str = "id, title, state, phase, severity, priority, party, assignee, requirement, \
    system, area, delivery, fixed_in, waived_until, opened_at, changed_at, seen_at, closed_at, \
    occurrences, states";

impl Register {
    /// Defects, at most `limit` of them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn list(
        &self,
        filter: &Filter,
        sort: Sort,
        procedure: &Procedure,
        limit: usize,
    ) -> Result<Vec<Summary>, RegisterError> {
        self.within(async {
            let mut all = Where::of(filter);
            let condition = all.text();
            let order = match sort {
                Sort::Newest => String::new(),
                Sort::Seen => "seen_at DESC, ".to_owned(),
                Sort::Changed => "changed_at DESC, ".to_owned(),
                Sort::Occurrences => "occurrences DESC, ".to_owned(),
                Sort::Severity => severities(&mut all, procedure),
            };
            // What is overdue is computed, not kept: it changes by itself.
            let at_most =
                filter.overdue.map_or_else(|| format!(" LIMIT {limit}"), |_| String::new());
            let sql = format!(
                "SELECT {SUMMARY} FROM defects{condition} \
                 ORDER BY {order}year DESC, number DESC{at_most}"
            );
            let rows = all.query(sql).fetch_all(&self.pool).await?;
            let asked = |one: &Result<Summary, RegisterError>| match (filter.overdue, one) {
                (Some(now), Ok(one)) => one.overdue(procedure, now),
                _ => true,
            };
            rows.iter().map(summary).filter(asked).take(limit).collect()
        })
        .await
    }

    /// How many defects a list would have without its limit; `overdue` is not regarded.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn count(&self, filter: &Filter) -> Result<i64, RegisterError> {
        self.within(async {
            let all = Where::of(filter);
            let sql = format!("SELECT count(*) FROM defects{}", all.text());
            Ok(all.query(sql).fetch_one(&self.pool).await?.try_get(0)?)
        })
        .await
    }
}

/// Severities as an order: the words are values, never part of the SQL text.
fn severities(all: &mut Where, procedure: &Procedure) -> String {
    if procedure.severities.is_empty() {
        return String::new();
    }
    let mut order = "CASE severity ".to_owned();
    for (rank, severity) in procedure.severities.iter().enumerate() {
        all.values.push(severity.name.clone());
        order.push_str(&format!("WHEN ${} THEN {rank} ", all.values.len()));
    }
    order + &format!("ELSE {} END, ", procedure.severities.len())
}

fn summary(row: &sqlx::any::AnyRow) -> Result<Summary, RegisterError> {
    let text = |column: &str| row.try_get::<String, _>(column);
    let optional = |column: &str| row.try_get::<Option<String>, _>(column);
    let wrong = |column: &str| RegisterError::Damaged(format!("defects.{column}"));
    let time = |column: &str| text(column)?.parse().map_err(|_| wrong(column));
    Ok(Summary {
        id: text("id")?,
        title: text("title")?,
        state: text("state")?,
        open: !matches!(text("phase")?.as_str(), "closed" | "dismissed"),
        severity: optional("severity")?,
        priority: optional("priority")?,
        party: optional("party")?,
        assignee: optional("assignee")?,
        requirement: optional("requirement")?,
        system: text("system")?,
        area: text("area")?,
        delivery: optional("delivery")?,
        fixed_in: optional("fixed_in")?,
        waived_until: optional("waived_until")?
            .map(|day| day.parse().map_err(|_| wrong("waived_until")))
            .transpose()?,
        opened_at: time("opened_at")?,
        changed_at: time("changed_at")?,
        seen_at: time("seen_at")?,
        closed_at: optional("closed_at")?
            .map(|at| at.parse().map_err(|_| wrong("closed_at")))
            .transpose()?,
        occurrences: row.try_get("occurrences")?,
        states: serde_json::from_str(&text("states")?).map_err(|_| wrong("states"))?,
    })
}
