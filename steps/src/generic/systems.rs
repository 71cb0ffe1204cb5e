//! Sentences that go over to the other system.

use cucumber::given;

use crate::World;

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("systems.rs"));

/// Later steps are about this system (`STAR`, `SKAIS`), whichever the scenario began in. People, their
/// sessions and what was kept stay.
/// Näide: järgmised sammud tehakse süsteemis "SKAIS"
#[given(expr = "järgmised sammud tehakse süsteemis {string}")]
fn go_over(world: &mut World, system: String) {
    world.enter(&system);
}
