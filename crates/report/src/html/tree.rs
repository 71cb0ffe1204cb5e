//! The tree of requirements: specification, requirement, criterion, each with what it came to.

use rakis_model::{
    Outcome,
    record::{Case, RequirementInfo, SpecificationInfo},
};

use super::page::{CountView, code, counts};
use crate::{view::View, visible::one_line};

/// A specification with its requirements.
pub(super) struct SpecificationView {
    pub(super) node: Node,
    /// System, area, revision, status, legal basis.
    pub(super) about: Vec<String>,
    pub(super) goal: String,
    pub(super) requirements: Vec<RequirementView>,
}

/// A requirement with its criteria.
pub(super) struct RequirementView {
    pub(super) node: Node,
    pub(super) priority: String,
    pub(super) suspect: bool,
    pub(super) criteria: Vec<Node>,
}

/// What all levels show: id, title, outcome, counts.
pub(super) struct Node {
    pub(super) id: String,
    pub(super) title: String,
    /// CSS name of the worst outcome; `none` without scenarios.
    pub(super) code: &'static str,
    /// Name of the worst outcome.
    pub(super) word: String,
    pub(super) counts: Vec<CountView>,
}

/// The specifications of the run in their order; scenarios linked to none of their requirements
/// are a branch of their own at the end.
pub(super) fn specifications(view: &View<'_>) -> Vec<SpecificationView> {
    let mut views: Vec<SpecificationView> =
        view.run.info.specifications.iter().map(|one| specification(view, one)).collect();
    let loose: Vec<&Case> =
        view.run.cases.iter().filter(|case| view.index.requirement(case).is_none()).collect();
    if !loose.is_empty() {
        views.push(SpecificationView {
            node: node(view, "", &view.word("report-unlinked"), &loose),
            about: Vec::new(),
            goal: view.word("report-unlinked-note"),
            requirements: Vec::new(),
        });
    }
    views
}

fn specification(view: &View<'_>, info: &SpecificationInfo) -> SpecificationView {
    let of = |case: &&Case| {
        view.index.specification(case).is_some_and(|found| std::ptr::eq(found, info))
    };
    let cases: Vec<&Case> = view.run.cases.iter().filter(of).collect();
    let revision = view
        .words
        .text(&rakis_model::Message::new("report-revision").with("revision", info.revision));
    let about = [info.system.clone(), view.area(&info.area), revision, info.status.clone()]
        .into_iter()
        .chain(info.legal_basis.iter().cloned())
        .filter(|part| !part.is_empty())
        .map(|part| one_line(&part, 300))
        .collect();
    SpecificationView {
        node: node(view, &info.id, &info.title, &cases),
        about,
        goal: one_line(&info.goal, 1_000),
        requirements: info.requirements.iter().map(|one| requirement(view, one, &cases)).collect(),
    }
}

fn requirement(view: &View<'_>, info: &RequirementInfo, cases: &[&Case]) -> RequirementView {
    let cases: Vec<&Case> = cases
        .iter()
        .copied()
        .filter(|case| case.requirement.as_deref() == Some(&*info.id))
        .collect();
    let criteria = info
        .criteria
        .iter()
        .map(|criterion| {
            let cases: Vec<&Case> = cases
                .iter()
                .copied()
                .filter(|case| case.criterion.as_deref() == Some(&*criterion.id))
                .collect();
            node(view, &criterion.id, &criterion.title, &cases)
        })
        .collect();
    RequirementView {
        node: node(view, &info.id, &info.statement, &cases),
        priority: one_line(&info.priority, 50),
        suspect: info.suspect,
        criteria,
    }
}

fn node(view: &View<'_>, id: &str, title: &str, cases: &[&Case]) -> Node {
    // A branch is as good as its worst leaf, and `ALL` has the worst last.
    let rank = |outcome: &Outcome| Outcome::ALL.iter().position(|known| known == outcome);
    let worst: Option<Outcome> = cases.iter().map(|case| case.outcome).max_by_key(rank);
    Node {
        id: one_line(id, 100),
        title: one_line(title, 1_000),
        code: worst.map_or("none", code),
        word: worst
            .map_or_else(|| view.word("report-no-scenario"), |outcome| view.outcome(outcome)),
        counts: counts(view, cases.iter().map(|case| case.outcome)),
    }
}
