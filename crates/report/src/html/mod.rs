//! One HTML page for people: self-contained, offline, readable without JavaScript, printable.

mod case;
mod defects;
mod page;
mod picture;
mod policy;
mod tree;

use askama::Template as _;
use rakis_model::record::Run;

use crate::{Context, view::View};

/// The page. Everything it needs is in it; its content security policy forbids loading anything
/// and running any script but its own.
///
/// With more than 3,000 scenarios the details of those that passed are left out, and the page says
/// so. Long bodies and values are cut with a note.
pub fn html(run: &Run, context: &Context<'_>) -> String {
    let view = View::new(run, context);
    page::Page::new(&view).render().expect("the page is written to memory from plain values")
}
