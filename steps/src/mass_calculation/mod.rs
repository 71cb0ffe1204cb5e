//! Sentences about the yearly mass calculation: the average of the social tax, the shares, the
//! indexation, and the job that computes them for everybody.

mod cells;
mod entries;
mod guide;
mod indexation;
mod job;
mod numbers;
mod persons;
mod protocol;
mod rates;
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
    persons::SOURCE,
    protocol::SOURCE,
    rates::SOURCE,
    repeated::SOURCE,
    results::SOURCE,
    shares::SOURCE,
    waiting::SOURCE,
    years::SOURCE,
];
