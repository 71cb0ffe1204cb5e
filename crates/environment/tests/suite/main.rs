//! The crate as its users see it.

#[cfg(test)]
mod common;
#[cfg(test)]
mod definitions;
#[cfg(test)]
mod http;
#[cfg(test)]
mod words;
