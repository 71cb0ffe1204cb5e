//! Sentences about classifiers in STAR and SKAIS. A scenario has one classifier of its own, under a code that the system
//! gives it, so that scenarios do not disturb each other.

mod codes;
mod equality;
mod history;
mod overview;
mod records;
mod versions;

/// The sources of these sentences.
pub(crate) const SOURCES: &[(&str, &str)] = &[
    codes::SOURCE,
    equality::SOURCE,
    history::SOURCE,
    overview::SOURCE,
    records::SOURCE,
    versions::SOURCE,
];
