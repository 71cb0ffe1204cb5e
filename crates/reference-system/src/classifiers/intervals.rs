//! The intervals of codes in one version, and the rules on them: what may be valid beside what.

use sqlx::Row;
use sqlx::any::AnyRow;

use crate::call::Call;
use crate::classifiers::editing::Edit;
use crate::clock::day_after;
use crate::error::{Refusal, Rule};
use crate::period::Period;
use crate::refusals;

/// A code with one name and one parent for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Interval {
    /// Its row; 0 before it is kept.
    pub(crate) id: i64,
    pub(crate) code: String,
    pub(crate) name: String,
    /// Empty at the top.
    pub(crate) parent: String,
    pub(crate) residual: bool,
    pub(crate) valid: Period,
}

impl Interval {
    /// As the history writes it: `Sooduspension, ülemkood VP`.
    pub(crate) fn text(&self) -> String {
        if self.parent.is_empty() {
            self.name.clone()
        } else {
            format!("{}, ülemkood {}", self.name, self.parent)
        }
    }

    fn read(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            code: row.try_get("code")?,
            name: row.try_get("name")?,
            parent: row.try_get("parent")?,
            residual: row.try_get::<i64, _>("residual")? == 1,
            valid: Period { from: row.try_get("valid_from")?, to: row.try_get("valid_to")? },
        })
    }

    pub(crate) fn meets(&self, other: &Period) -> bool {
        self.valid.from <= other.to && self.valid.to >= other.from
    }
}

/// The intervals of one code, in order.
pub(crate) async fn of_code(
    call: &mut Call,
    edit: &Edit,
    code: &str,
) -> Result<Vec<Interval>, sqlx::Error> {
    let mut all = whole(call, edit).await?;
    all.retain(|interval| interval.code == code);
    all.sort_by(|one, other| one.valid.from.cmp(&other.valid.from));
    Ok(all)
}

/// Every interval of the version.
async fn whole(call: &mut Call, edit: &Edit) -> Result<Vec<Interval>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT id, code, name, parent, residual, valid_from, valid_to FROM classifier_code
         WHERE system = $1 AND classifier = $2 AND version = $3 ORDER BY id",
    )
    .bind(call.system_name())
    .bind(&edit.classifier)
    .bind(edit.version)
    .fetch_all(&mut *call.db)
    .await?;
    rows.iter().map(Interval::read).collect()
}

/// Why this interval cannot be beside the others of its version; none when it can.
pub(crate) async fn obstacle(
    call: &mut Call,
    edit: &Edit,
    new: &Interval,
) -> Result<Option<Refusal>, sqlx::Error> {
    if new.valid.from < edit.valid_from {
        return Ok(Some(refusals::BEFORE_VERSION.into()));
    }
    let rule = match place_of(call, edit, new).await? {
        None => name_of(call, edit, new).await?,
        found => found,
    };
    Ok(rule.map(Refusal::from))
}

/// Whether its parent is there, valid all the time, and not below it.
async fn place_of(
    call: &mut Call,
    edit: &Edit,
    new: &Interval,
) -> Result<Option<Rule>, sqlx::Error> {
    if new.parent.is_empty() {
        return Ok(None);
    }
    if is_below(call, edit, new).await? {
        let accepted = call.fault("classifiers.hierarchy-cycle-accepted");
        return Ok((!accepted).then_some(refusals::PARENT_CYCLE));
    }
    let parents = of_code(call, edit, &new.parent).await?;
    if parents.is_empty() {
        let accepted = call.fault("classifiers.unknown-parent-accepted");
        return Ok((!accepted).then_some(refusals::PARENT_NOT_VALID));
    }
    let accepted = call.fault("classifiers.child-of-closed-parent-accepted");
    Ok((!accepted && !cover(&parents, &new.valid)).then_some(refusals::PARENT_NOT_VALID))
}

/// Whether the parent is the code itself, or one below it on any day of the interval.
async fn is_below(call: &mut Call, edit: &Edit, new: &Interval) -> Result<bool, sqlx::Error> {
    let found: i64 = sqlx::query_scalar(
        "WITH RECURSIVE below(code) AS (
           SELECT CAST($4 AS TEXT)
           UNION
           SELECT c.code FROM classifier_code c JOIN below b ON c.parent = b.code
           WHERE c.system = $1 AND c.classifier = $2 AND c.version = $3 AND c.valid_from <= $7 AND c.valid_to >= $6)
         SELECT count(*) FROM below WHERE code = $5",
    )
    .bind(call.system_name())
    .bind(&edit.classifier)
    .bind(edit.version)
    .bind(&new.code)
    .bind(&new.parent)
    .bind(&new.valid.from)
    .bind(&new.valid.to)
    .fetch_one(&mut *call.db)
    .await?;
    Ok(found > 0)
}

/// Whether intervals in order leave no day of the period out.
fn cover(intervals: &[Interval], period: &Period) -> bool {
    let mut open_from = period.from.clone();
    for interval in intervals {
        if interval.valid.from <= open_from && interval.valid.to >= open_from {
            if interval.valid.to >= period.to {
                return true;
            }
            open_from = day_after(&interval.valid.to);
        }
    }
    false
}

/// Whether another code beside it has the same name at the same time.
async fn name_of(
    call: &mut Call,
    edit: &Edit,
    new: &Interval,
) -> Result<Option<Rule>, sqlx::Error> {
    // Compared here: SQLite folds ASCII letters only.
    let name = new.name.to_lowercase();
    let taken = whole(call, edit).await?.iter().any(|other| {
        other.code != new.code
            && other.parent == new.parent
            && other.name.to_lowercase() == name
            && other.meets(&new.valid)
    });
    let accepted = call.fault("classifiers.same-name-accepted");
    Ok((taken && !accepted).then_some(refusals::NAME_TAKEN))
}

/// Keeps a new interval.
pub(crate) async fn insert(
    call: &mut Call,
    edit: &Edit,
    new: &Interval,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO classifier_code (system, classifier, version, code, name, parent, residual, valid_from, valid_to)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(call.system_name())
    .bind(&edit.classifier)
    .bind(edit.version)
    .bind(&new.code)
    .bind(&new.name)
    .bind(&new.parent)
    .bind(i64::from(new.residual))
    .bind(&new.valid.from)
    .bind(&new.valid.to)
    .execute(&mut *call.db)
    .await
    .map(drop)
}

/// The interval's last day becomes another; before its first day, the interval is no more.
pub(crate) async fn cut(
    call: &mut Call,
    interval: &Interval,
    last_day: &str,
) -> Result<(), sqlx::Error> {
    let query = if interval.valid.from.as_str() > last_day {
        "DELETE FROM classifier_code WHERE id = $1 AND $2 <> ''"
    } else {
        "UPDATE classifier_code SET valid_to = $2 WHERE id = $1"
    };
    sqlx::query(query).bind(interval.id).bind(last_day).execute(&mut *call.db).await.map(drop)
}

#[cfg(test)]
mod tests {
    use super::{Interval, cover};
    use crate::period::Period;

    fn period(text: &str) -> Period {
        let (from, to) = text.split_once("..").unwrap();
        Period { from: from.to_owned(), to: to.to_owned() }
    }

    #[test]
    fn intervals_cover_a_period_only_without_a_gap() {
        let covered = |intervals: &[&str], asked: &str| {
            let named = |text: &&str| Interval {
                id: 0,
                code: "A".to_owned(),
                name: "Nimetus".to_owned(),
                parent: String::new(),
                residual: false,
                valid: period(text),
            };
            cover(&intervals.iter().map(named).collect::<Vec<_>>(), &period(asked))
        };
        let two = ["2026-01-01..2026-03-31", "2026-04-01..9999-12-31"];
        assert!(covered(&two, "2026-01-01..9999-12-31"));
        assert!(covered(&two, "2026-03-31..2026-04-01"));
        assert!(!covered(&two, "2025-12-31..2026-01-01"));
        let gap = ["2026-01-01..2026-03-31", "2026-04-02..9999-12-31"];
        assert!(!covered(&gap, "2026-03-31..2026-04-02"));
        assert!(covered(&gap, "2026-04-02..2027-01-01"));
        assert!(!covered(&["2026-01-01..2026-03-31"], "2026-03-31..2026-04-01"));
        assert!(!covered(&[], "2026-01-01..2026-01-01"));
    }
}
