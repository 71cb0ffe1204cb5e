//! `indeks`, `indekseerimine`, `indekseerimise-ahel`.

use rust_decimal::Decimal;
use serde_json::Value;

use super::{Calculation, needed, object, with_default};
use crate::{
    Error, exact,
    input::{Form, Input, Values},
    rules::{self, Rates, Weights},
    steps::Steps,
    traced,
};

const YEAR: Input = needed("aasta", Form::Whole(2002, 2100));
const INDEX: Input = needed("indeks", Form::Positive);
const BASE: Input = needed("baasosa", Form::NotNegative);
const VALUE: Input = needed("aastahinne", Form::NotNegative);
const NATIONAL: Input = needed("rahvapension", Form::NotNegative);
const RISE_BASE: Input = with_default("erakorraline_baasosa", Form::NotNegative, "0");
const RISE_VALUE: Input = with_default("erakorraline_aastahinne", Form::NotNegative, "0");
const RISE_NATIONAL: Input = with_default("erakorraline_rahvapension", Form::NotNegative, "0");
const WEIGHT_BASE: Input = with_default("kordaja_baasosa", Form::NotNegative, "1.1");
const WEIGHT_VALUE: Input = with_default("kordaja_aastahinne", Form::NotNegative, "0.9");

pub(super) const ALL: &[Calculation] = &[
    Calculation {
        name: "indeks",
        about: "control-about-indeks",
        inputs: &[
            YEAR,
            needed("thi", Form::Positive),
            with_default("thi_enne", Form::Positive, "1"),
            needed("maks", Form::Positive),
            with_default("maks_enne", Form::Positive, "1"),
        ],
        run: index,
    },
    Calculation {
        name: "indekseerimine",
        about: "control-about-indekseerimine",
        inputs: &[
            YEAR,
            INDEX,
            BASE,
            VALUE,
            NATIONAL,
            RISE_BASE,
            RISE_VALUE,
            RISE_NATIONAL,
            WEIGHT_BASE,
            WEIGHT_VALUE,
        ],
        run: one_year,
    },
    Calculation {
        name: "indekseerimise-ahel",
        about: "control-about-indekseerimise-ahel",
        inputs: &[
            BASE,
            VALUE,
            NATIONAL,
            needed("aastad", Form::Rows(&[YEAR, INDEX, RISE_BASE, RISE_VALUE, RISE_NATIONAL])),
            WEIGHT_BASE,
            WEIGHT_VALUE,
        ],
        run: chain,
    },
];

fn index(values: &Values, steps: &mut Steps) -> Result<Value, Error> {
    let year: u16 = values.whole("aasta");
    let prices = (values.number("thi"), values.number("thi_enne"));
    let receipts = (values.number("maks"), values.number("maks_enne"));
    let index = rules::index(year, prices, receipts)?;
    let rule = if rules::is_weighted(year) { rules::YEAR_INDEX } else { rules::MEAN_INDEX };
    let values: [(&str, &dyn std::fmt::Display); 4] =
        [("THI₁", &prices.0), ("THI₂", &prices.1), ("T₁", &receipts.0), ("T₂", &receipts.1)];
    steps.note(rule, Some(year), values, &index);
    let applied = rules::applied_index(index)?;
    steps.note(rules::APPLIED_INDEX, Some(year), [("i", &index)], &applied);
    Ok(object([("indeks", &index), ("rakendatud_indeks", &applied)]))
}

fn rates(values: &Values) -> Rates {
    Rates {
        base: values.number("baasosa"),
        year: values.number("aastahinne"),
        national: values.number("rahvapension"),
    }
}

fn rise(values: &Values) -> Rates {
    Rates {
        base: values.number("erakorraline_baasosa"),
        year: values.number("erakorraline_aastahinne"),
        national: values.number("erakorraline_rahvapension"),
    }
}

fn weights(values: &Values) -> Weights {
    Weights { base: values.number("kordaja_baasosa"), year: values.number("kordaja_aastahinne") }
}

fn shown(year: u16, rates: Rates) -> Result<Value, Error> {
    let (base, value, national) = rules::places(year);
    // An index below 1 leaves a rate as it is, also one with more decimals than is usual.
    let padded =
        |rate: Decimal, places: u32| exact::round(rate, places.max(rate.normalize().scale()));
    Ok(object([
        ("aasta", &year),
        ("baasosa", &padded(rates.base, base)?),
        ("aastahinne", &padded(rates.year, value)?),
        ("rahvapension", &padded(rates.national, national)?),
    ]))
}

fn one_year(values: &Values, steps: &mut Steps) -> Result<Value, Error> {
    let year: u16 = values.whole("aasta");
    let before = (rates(values), values.number("indeks"));
    shown(year, traced::rates(steps, year, before, weights(values), rise(values))?)
}

fn chain(values: &Values, steps: &mut Steps) -> Result<Value, Error> {
    let mut now = rates(values);
    let mut years = Vec::new();
    for row in values.rows("aastad") {
        let year: u16 = row.whole("aasta");
        let before = (now, row.number("indeks"));
        now = traced::rates(steps, year, before, weights(values), rise(row))?;
        years.push(shown(year, now)?);
    }
    Ok(years.into())
}
