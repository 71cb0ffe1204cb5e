//! JUnit XML, for CI servers: Jenkins, GitLab, Azure DevOps and the actions of GitHub.

mod build;
mod enrich;

use rakis_model::record::Run;

use crate::{Context, view::View};

/// For whom the file is written. There is no official schema: each reader has its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Flavour {
    /// Everything: file and line of each case, properties of each case, skipped cases with type
    /// and message, the number of skipped cases at the root. This is the union testmo's `junitxml`
    /// describes; GitLab, mikepenz/action-junit-report and Azure DevOps read it. No published
    /// schema allows all of it: neither Jenkins' nor Windyroad's has `line` or `properties` on a
    /// test case.
    #[default]
    Full,
    /// Valid against Jenkins' `jenkins-junit.xsd` and `junit-10.xsd`: no file, line or properties
    /// on a test case, the reason of a skipped case as text, times with at most three decimals.
    Jenkins,
}

/// One test suite per feature file, one test case per scenario or example. A test case's name does
/// not depend on the language or on lines, and is unique.
///
/// `Failed` is a failure; `Broken` and `Invalid` are errors; skipped and not begun are skipped. So
/// is a known defect, with the whole failure in `system-out`: a CI server must neither stop at it
/// nor count it as passed. An unexpected pass is passed, and says so in `system-out`.
pub fn junit(run: &Run, context: &Context<'_>, flavour: Flavour) -> String {
    let view = View::new(run, context);
    let suites = build::suites(&view);
    let plain = build::plain(&view, &suites);
    enrich::enrich(&view, &suites, &plain, flavour)
}
