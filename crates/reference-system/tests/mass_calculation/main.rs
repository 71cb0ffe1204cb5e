//! The mass calculation over HTTP: rules, jobs, notices, both databases.

mod faults;
mod jobs;
mod notices;
mod populations;
mod postgres;
mod probes;
mod rules;
mod support;
