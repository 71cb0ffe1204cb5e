//! `staaz` and `pension`.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{Calculation, needed, object, with_default};
use crate::{
    Error, exact,
    input::{Form, Input, Values},
    rules::{self, Rates, Service},
    steps::Steps,
    traced,
};

const SERVICE: Input = needed("staaz", Form::Service);

pub(super) const ALL: &[Calculation] = &[
    Calculation { name: "staaz", about: "control-about-staaz", inputs: &[SERVICE], run: service },
    Calculation {
        name: "pension",
        about: "control-about-pension",
        inputs: &[
            needed("baasosa", Form::NotNegative),
            needed("aastahinne", Form::NotNegative),
            needed("rahvapension", Form::NotNegative),
            SERVICE,
            with_default("kindlustusosakud", Form::NumberList, ""),
            with_default("uhendosakud", Form::NumberList, ""),
            with_default("liik", Form::Kind, "vanaduspension"),
        ],
        run: pension,
    },
];

fn traced_years(service: Service, steps: &mut Steps) -> u16 {
    let years = service.whole_years();
    steps.note(rules::SERVICE_YEARS, None, [("staaz", &service)], &years);
    years
}

fn service(values: &Values, steps: &mut Steps) -> Result<Value, Error> {
    let service = values.service("staaz");
    let years = traced_years(service, steps);
    let qualifies = if service.qualifies() { "jah" } else { "ei" };
    steps.note(rules::QUALIFYING, None, [("staaz", &service)], &qualifies);
    Ok(json!({ "aastaid": years.to_string(), "pensionistaaz_taidetud": service.qualifies() }))
}

fn pension(values: &Values, steps: &mut Steps) -> Result<Value, Error> {
    let rates = Rates {
        base: values.number("baasosa"),
        year: values.number("aastahinne"),
        national: values.number("rahvapension"),
    };
    let total = |name| {
        let shares = values.numbers(name).iter();
        let sum = shares.copied().try_fold(Decimal::ZERO, exact::add)?;
        exact::round(sum, 3.max(sum.normalize().scale()))
    };
    let sums = (total("kindlustusosakud")?, total("uhendosakud")?);
    let years = traced_years(values.service("staaz"), steps);
    let pension = traced::pension(steps, (values.kind("liik"), None), rates, years, sums)?;
    Ok(object([("arvutatud", &pension.computed), ("pension", &pension.payable)]))
}
