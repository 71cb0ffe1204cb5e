//! `kindlustusosak`, `solidaarosak`, `uhendosak`.

use serde_json::Value;

use super::{Calculation, YEAR, needed, object, text, with_default};
use crate::{
    Error,
    input::{Form, Input, Values},
    steps::Steps,
    traced,
};

const SUM: Input = needed("summa", Form::Money);
const AVERAGE: Input = needed("keskmine", Form::PositiveMoney);
const MINIMUM: Input = needed("miinimum", Form::PositiveMoney);
const PILLAR: Input = with_default("ii_sammas", Form::Flag, "false");

pub(super) const ALL: &[Calculation] = &[
    Calculation {
        name: "kindlustusosak",
        about: "control-about-kindlustusosak",
        inputs: &[needed("aasta", YEAR), SUM, AVERAGE, PILLAR],
        run: insurance,
    },
    Calculation {
        name: "solidaarosak",
        about: "control-about-solidaarosak",
        inputs: &[needed("aasta", YEAR), SUM, MINIMUM, PILLAR],
        run: solidarity,
    },
    Calculation {
        name: "uhendosak",
        about: "control-about-uhendosak",
        inputs: &[needed("aasta", Form::Whole(2021, 2100)), SUM, AVERAGE, MINIMUM, PILLAR],
        run: joint,
    },
];

fn insurance(values: &Values, steps: &mut Steps) -> Result<Value, Error> {
    let (sum, average) = (values.number("summa"), values.number("keskmine"));
    let pillar = values.flag("ii_sammas");
    traced::insurance(steps, values.whole("aasta"), sum, average, pillar).map(text)
}

fn solidarity(values: &Values, steps: &mut Steps) -> Result<Value, Error> {
    let (sum, minimum) = (values.number("summa"), values.number("miinimum"));
    let pillar = values.flag("ii_sammas");
    traced::solidarity(steps, values.whole("aasta"), sum, minimum, pillar).map(text)
}

fn joint(values: &Values, steps: &mut Steps) -> Result<Value, Error> {
    let base = (values.number("keskmine"), values.number("miinimum"));
    let sum = values.number("summa");
    let shares = traced::shares(steps, values.whole("aasta"), sum, base, values.flag("ii_sammas"))?;
    Ok(object([
        ("kindlustusosak", &shares.insurance),
        ("solidaarosak", &shares.solidarity),
        ("uhendosak", &shares.joint.unwrap_or_default()),
    ]))
}
