//! `rakis control`: which calculations there are, and what each takes.

use rakis_control::{Form, Input, calculations::calculations, mass};
use rakis_model::{Exit, Message};
use serde_json::{Value, json};

use crate::{context::Context, render};

/// Lists them, for people or as JSON.
pub(super) fn list(as_json: bool, context: &Context) -> Exit {
    let about_mass = "control-about-massarvutus";
    if as_json {
        let mut all: Vec<Value> = calculations()
            .map(|one| {
                json!({
                    "nimi": one.name,
                    "kirjeldus": context.word(one.about),
                    "sisendid": inputs(one.inputs, context),
                })
            })
            .collect();
        let files = ["isikud", "kanded", "aastad", "maarad"];
        all.push(json!({
            "nimi": mass::NAME, "kirjeldus": context.word(about_mass), "failid": files,
        }));
        context.line(&format!("{:#}", Value::from(all)));
        return Exit::Passed;
    }
    for one in calculations() {
        context.line(&format!("{} – {}", one.name, context.word(one.about)));
        tell(one.inputs, 4, context);
    }
    context.line(&format!("{} – {}", mass::NAME, context.word(about_mass)));
    context.line(&format!("    {}", context.word("cli-control-mass-help")));
    Exit::Passed
}

/// One line for each input; those of the objects of a list stand below it.
fn tell(inputs: &[Input], indent: usize, context: &Context) {
    for input in inputs {
        let expected = context.text(&input.form.expected());
        let default = input.default.map(|default| {
            let shown = if default.is_empty() { "[]" } else { default };
            context.text(&Message::new("cli-control-default").with("default", shown))
        });
        let text = format!("{}: {expected}{}", input.name, default.unwrap_or_default());
        let room = context.width.saturating_sub(indent + 2).max(20);
        for (number, line) in render::wrapped(&text, room).iter().enumerate() {
            let more = if number == 0 { 0 } else { 2 };
            context.line(&format!("{:1$}{line}", "", indent + more));
        }
        if let Form::Rows(inputs) = input.form {
            tell(inputs, indent + 4, context);
        }
    }
}

fn inputs(inputs: &[Input], context: &Context) -> Value {
    let one = |input: &Input| {
        let below = match input.form {
            Form::Rows(rows) => self::inputs(rows, context),
            _ => Value::Null,
        };
        json!({
            "nimi": input.name,
            "oodatud": context.text(&input.form.expected()),
            "kohustuslik": input.default.is_none(),
            "vaikimisi": input.default.map(|default| if default.is_empty() { "[]" } else { default }),
            "väljad": below,
        })
    };
    inputs.iter().map(one).collect()
}
