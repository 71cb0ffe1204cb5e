//! What the mass calculation prints: averages, rates and totals, or one person explained.

use rakis_control::{
    mass::{Average, Explained, NAME, Prepared, RateRow, Totals},
    rules::Rates,
};
use rakis_model::words::Words;
use serde_json::{Value, json};

/// Averages, rates and totals.
pub(super) fn totals(year: u16, prepared: &Prepared<'_>, totals: &Totals, words: &Words) -> Value {
    let (before, after) = prepared.rates();
    let checks = prepared.rate_checks().unwrap_or_default();
    let check = checks.iter().find(|check| check.year == year);
    json!({
        "arvutus": NAME,
        "aasta": year,
        "tulemus": {
            "isikuid": totals.persons,
            "kandeid": totals.entries,
            "arvestamata_kandeid": totals.later,
            "summa_enne": euros(totals.before),
            "summa_parast": euros(totals.after),
            "muutunud": totals.changed,
        },
        "keskmised": prepared.averages().iter().map(|one| average(one, words)).collect::<Vec<_>>(),
        "maarad": {
            "enne": rates(before),
            "parast": rates(after),
            "indekseeritud": check.map(|check| shown(check.indexed)),
        },
    })
}

/// The way to one person's pension.
pub(super) fn explained(code: &str, explained: &Explained, words: &Words) -> Value {
    json!({
        "arvutus": NAME,
        "isikukood": code,
        "tulemus": {
            "staaz_aastaid": explained.service,
            "kindlustusosakud": explained.insurance.to_string(),
            "uhendosakud": explained.joint.to_string(),
            "pension_enne": explained.before.payable.to_string(),
            "pension_parast": explained.after.payable.to_string(),
        },
        "sammud": explained.steps.to_json(words),
    })
}

fn average(one: &Average, words: &Words) -> Value {
    let (computed, why) = match one.computed {
        Ok(average) => (Some(average.to_string()), None),
        Err(error) => (None, Some(words.text(&error.diagnostic().message))),
    };
    json!({
        "aasta": one.year,
        "isikuid": one.persons,
        "summa": one.total.to_string(),
        "staaz": one.service.to_string(),
        "arvutatud": computed,
        "arvutamata_sest": why,
        "kinnitatud": one.confirmed.map(|average| average.to_string()),
    })
}

fn rates(row: &RateRow) -> Value {
    shown(row.rates())
}

fn shown(rates: Rates) -> Value {
    json!({
        "baasosa": rates.base.to_string(),
        "aastahinne": rates.year.to_string(),
        "rahvapension": rates.national.to_string(),
    })
}

/// Cents as euros.
fn euros(cents: i128) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.unsigned_abs() / 100, cents.unsigned_abs() % 100)
}
