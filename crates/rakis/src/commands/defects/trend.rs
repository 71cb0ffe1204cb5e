//! `rakis defects trend`: how many were opened, closed and came back.

use rakis_defects::{Trend, TrendBy};
use rakis_model::Exit;
use serde_json::{Value, json};

use crate::{args, desk::Desk, render::table};

/// Tells the trend by days or deliveries.
pub(super) fn trend(desk: &Desk<'_>, args: &args::Trend) -> Result<Exit, Exit> {
    let by = match args.by {
        args::TrendBy::Day => TrendBy::Day,
        args::TrendBy::Delivery => TrendBy::Delivery,
    };
    let points = desk.ask(desk.register.trend(by))?;
    if desk.json {
        let points: Vec<Value> = points.iter().map(as_json).collect();
        desk.context.line(&format!("{:#}", json!({ "trend": points })));
        return Ok(Exit::Passed);
    }
    if points.is_empty() {
        desk.context.line(&desk.context.word("cli-defects-none"));
        return Ok(Exit::Passed);
    }
    let first = match args.by {
        args::TrendBy::Day => "cli-trend-day",
        args::TrendBy::Delivery => "cli-trend-delivery",
    };
    let header =
        [first, "cli-trend-opened", "cli-trend-closed", "cli-trend-reopened", "cli-trend-open"]
            .map(|key| desk.context.word(key));
    let rows: Vec<[String; 5]> = points
        .iter()
        .map(|point| {
            let counts = [point.opened, point.closed, point.reopened, point.open];
            let [opened, closed, reopened, open] = counts.map(|count| count.to_string());
            [shown(desk, &point.at), opened, closed, reopened, open]
        })
        .collect();
    desk.context.print(&table(&header, &rows, desk.context.width));
    Ok(Exit::Passed)
}

/// A day as people read it; what belongs to no delivery is said so.
fn shown(desk: &Desk<'_>, at: &str) -> String {
    match rakis_model::date::parse(at) {
        Some(day) => rakis_model::date::show(day),
        None if at.is_empty() => desk.context.word("cli-trend-none"),
        None => at.to_owned(),
    }
}

fn as_json(point: &Trend) -> Value {
    json!({
        "at": point.at, "opened": point.opened, "closed": point.closed,
        "reopened": point.reopened, "open": point.open,
    })
}
