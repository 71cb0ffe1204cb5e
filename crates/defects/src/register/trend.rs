//! Trends: how many defects were opened, closed and came back, by day and by delivery.

use sqlx::AssertSqlSafe;

use super::Register;
use crate::RegisterError;

/// What a trend is told by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrendBy {
    /// By days in Estonia.
    Day,
    /// By deliveries, in the order they first brought a change.
    Delivery,
}

/// One point of a trend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// Day (`2026-12-31`) or delivery; empty for what belongs to none.
    pub at: String,
    /// Opened.
    pub opened: i64,
    /// Closed or dismissed.
    pub closed: i64,
    /// Come back.
    pub reopened: i64,
    /// Open at its end.
    pub open: i64,
}

impl Register {
    /// How many were opened, closed and reopened, and how many were open at the end of each.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn trend(&self, by: TrendBy) -> Result<Vec<Trend>, RegisterError> {
        self.within(async {
            let (column, order) = match by {
                TrendBy::Day => ("day", "1"),
                TrendBy::Delivery => ("coalesce(delivery, '')", "min(seq)"),
            };
            let sql = format!(
                "SELECT {column}, CAST(sum(opened) AS BIGINT), CAST(sum(closed) AS BIGINT), \
                 CAST(sum(reopened) AS BIGINT), CAST(sum(balance) AS BIGINT) FROM changes \
                 GROUP BY {column} ORDER BY {order}"
            );
            let query = sqlx::query_as(AssertSqlSafe(sql));
            let rows: Vec<(String, i64, i64, i64, i64)> = query.fetch_all(&self.pool).await?;
            let mut open = 0;
            let point = |(at, opened, closed, reopened, balance)| {
                open += balance;
                Trend { at, opened, closed, reopened, open }
            };
            Ok(rows.into_iter().map(point).collect())
        })
        .await
    }
}
