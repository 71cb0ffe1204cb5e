//! Sentences about user rights in STAR and SKAIS.

mod clients;
mod employment;
mod functions;
mod grants;
mod history;
mod institutions;
mod log;
mod problems;
mod requests;
mod review;
mod sessions;

/// The sources of these sentences.
pub(crate) const SOURCES: &[(&str, &str)] = &[
    clients::SOURCE,
    employment::SOURCE,
    functions::SOURCE,
    grants::SOURCE,
    history::SOURCE,
    institutions::SOURCE,
    log::SOURCE,
    problems::SOURCE,
    requests::SOURCE,
    review::SOURCE,
    sessions::SOURCE,
];
