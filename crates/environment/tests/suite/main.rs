//! The crate as its users see it.

#[cfg(test)]
mod common;
#[cfg(test)]
mod definitions;
#[cfg(test)]
mod http;
#[cfg(test)]
mod mail;
#[cfg(test)]
mod shipped;
#[cfg(test)]
mod sql;
#[cfg(test)]
mod words;
