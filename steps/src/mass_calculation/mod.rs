//! Sentences about the yearly mass calculation: the average of the social tax, the shares, the
//! indexation, and the job that computes them for everybody.

mod cells;
mod control;
mod entries;
mod guide;
mod indexation;
mod job;
mod notices;
mod numbers;
mod persons;
mod pictures;
mod protocol;
mod rates;
mod reconciled;
mod repeated;
mod results;
mod shares;
mod waiting;
mod years;

/// The sources of these sentences.
pub(crate) const SOURCES: &[(&str, &str)] = &[
    entries::SOURCE,
    guide::SOURCE,
    indexation::SOURCE,
    job::SOURCE,
    notices::SOURCE,
    persons::SOURCE,
    protocol::SOURCE,
    rates::SOURCE,
    reconciled::SOURCE,
    repeated::SOURCE,
    results::SOURCE,
    shares::SOURCE,
    waiting::SOURCE,
    years::SOURCE,
];
