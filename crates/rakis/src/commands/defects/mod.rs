//! `rakis defects`: the register of defects, looked at and changed by the agreed procedure.

mod change;
mod export;
mod list;
mod record;
mod show;
mod trend;
mod verify;

use rakis_defects::{Filter, OpenMode};
use rakis_model::Exit;

use crate::{
    args::{self, DefectsWhat},
    context::Context,
    desk::Desk,
};

/// A command about defects.
pub(super) fn defects(args: &args::Defects, context: &Context) -> Exit {
    let mode = match &args.what {
        // A register is made for a run, not for a name that is none.
        DefectsWhat::Record(one) => match record::there(one, context) {
            Ok(()) => OpenMode::Create,
            Err(exit) => return exit,
        },
        _ => OpenMode::Existing,
    };
    let desk = match Desk::open(&args.acting, mode, context) {
        Ok(desk) => desk,
        Err(exit) => return exit,
    };
    let done = match &args.what {
        DefectsWhat::List(filter) => list::list(&desk, filter),
        DefectsWhat::Show(args) => show::show(&desk, args),
        DefectsWhat::Record(one) => record::record(&desk, &args.acting, one),
        DefectsWhat::Export(args) => export::export(&desk, args),
        DefectsWhat::Trend(args) => trend::trend(&desk, args),
        DefectsWhat::Verify(args) => verify::verify(&desk, args),
        other => desk.actor(&args.acting).and_then(|actor| change::change(&desk, &actor, other)),
    };
    desk.close();
    done.unwrap_or_else(|exit| exit)
}

/// What was typed, as the register takes it.
fn filter(typed: &args::Filter) -> Filter {
    Filter {
        states: typed.state.clone(),
        open_only: typed.open,
        severity: typed.severity.clone(),
        party: typed.party.clone(),
        assignee: typed.assignee.clone(),
        requirement: typed.req.clone(),
        area: typed.area.clone(),
        delivery: typed.delivery.clone(),
        text: typed.text.clone(),
        overdue: typed.overdue.then(Context::timestamp),
        like: None,
    }
}
