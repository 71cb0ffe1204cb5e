//! `aastasumma`, `aastastaaz`, `keskmine`, `keskmine-kannetest`, `arvestuslik-keskmine`.

use rust_decimal::Decimal;
use serde_json::Value;

use super::{Calculation, needed, object, text, with_default};
use crate::{
    Error, exact,
    input::{Form, Input, Values},
    rules,
    steps::Steps,
};

const PLACES: Input = with_default("kumnendkohti", Form::Whole(0, 6), "4");
const MINIMUM: Input = needed("miinimum", Form::PositiveMoney);

pub(super) const ALL: &[Calculation] = &[
    Calculation {
        name: "aastasumma",
        about: "control-about-aastasumma",
        inputs: &[needed("kanded", Form::MoneyList)],
        run: sum,
    },
    Calculation {
        name: "aastastaaz",
        about: "control-about-aastastaaz",
        inputs: &[needed("summa", Form::Money), MINIMUM, PLACES],
        run: service,
    },
    Calculation {
        name: "keskmine",
        about: "control-about-keskmine",
        inputs: &[needed("summa", Form::Money), needed("staaz", Form::Positive)],
        run: average,
    },
    Calculation {
        name: "keskmine-kannetest",
        about: "control-about-keskmine-kannetest",
        inputs: &[
            needed("isikud", Form::Rows(&[needed("kanded", Form::MoneyList)])),
            MINIMUM,
            PLACES,
        ],
        run: average_of_entries,
    },
    Calculation {
        name: "arvestuslik-keskmine",
        about: "control-about-arvestuslik-keskmine",
        inputs: &[needed("keskmine", Form::PositiveMoney), needed("koefitsient", Form::Positive)],
        run: preliminary,
    },
];

fn traced_sum(entries: &[Decimal], steps: &mut Steps) -> Result<Decimal, Error> {
    let sum = exact::round(rules::year_sum(entries)?, 2)?;
    let shown: Vec<String> = entries.iter().map(ToString::to_string).collect();
    steps.note(rules::YEAR_SUM, None, [("kanded", &shown.join("; "))], &sum);
    Ok(sum)
}

fn traced_service(
    sum: Decimal,
    minimum: Decimal,
    places: u32,
    steps: &mut Steps,
) -> Result<Decimal, Error> {
    let service = rules::year_service(sum, minimum, places)?;
    let values: [(&str, &dyn std::fmt::Display); 2] = [("P", &sum), ("miinimum", &minimum)];
    steps.note(rules::YEAR_SERVICE, None, values, &service);
    Ok(service)
}

fn traced_average(total: Decimal, service: Decimal, steps: &mut Steps) -> Result<Decimal, Error> {
    let average = rules::average(total, service)?;
    let values: [(&str, &dyn std::fmt::Display); 2] = [("ΣP", &total), ("ΣS", &service)];
    steps.note(rules::YEAR_AVERAGE, None, values, &average);
    Ok(average)
}

fn sum(values: &Values, steps: &mut Steps) -> Result<Value, Error> {
    traced_sum(values.numbers("kanded"), steps).map(text)
}

fn service(values: &Values, steps: &mut Steps) -> Result<Value, Error> {
    let (sum, minimum) = (values.number("summa"), values.number("miinimum"));
    traced_service(sum, minimum, values.whole("kumnendkohti"), steps).map(text)
}

fn average(values: &Values, steps: &mut Steps) -> Result<Value, Error> {
    traced_average(values.number("summa"), values.number("staaz"), steps).map(text)
}

fn average_of_entries(values: &Values, steps: &mut Steps) -> Result<Value, Error> {
    let (minimum, places) = (values.number("miinimum"), values.whole("kumnendkohti"));
    let (mut total, mut years) = (Decimal::ZERO, Decimal::ZERO);
    for person in values.rows("isikud") {
        let sum = traced_sum(person.numbers("kanded"), steps)?;
        total = exact::add(total, sum)?;
        years = exact::add(years, traced_service(sum, minimum, places, steps)?)?;
    }
    let (total, years) = (exact::round(total, 2)?, exact::round(years, places)?);
    let average = traced_average(total, years, steps)?;
    Ok(object([("summa", &total), ("staaz", &years), ("keskmine", &average)]))
}

fn preliminary(values: &Values, steps: &mut Steps) -> Result<Value, Error> {
    let (average, coefficient) = (values.number("keskmine"), values.number("koefitsient"));
    let preliminary = rules::preliminary_average(average, coefficient)?;
    let values: [(&str, &dyn std::fmt::Display); 2] =
        [("keskmine", &average), ("koefitsient", &coefficient)];
    steps.note(rules::PRELIMINARY_AVERAGE, None, values, &preliminary);
    Ok(text(preliminary))
}
