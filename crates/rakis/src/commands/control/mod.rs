//! `rakis control`: the control calculation. Without a name it lists the calculations.

mod list;
mod mass;
mod report;
mod single;

pub(super) use mass::{Bar, registered, threads};
use rakis_model::Exit;

use crate::{
    args::{self, ControlWhat},
    context::Context,
};

/// Lists the calculations, or carries one out.
pub(super) fn control(args: &args::Control, context: &Context) -> Exit {
    match (&args.mass, &args.name) {
        (Some(ControlWhat::Massarvutus(args)), _) => mass::mass(args, context),
        (None, Some(name)) => single::single(name, args.file.as_deref(), context),
        (None, None) => list::list(args.json, context),
    }
}
