//! What is known of each step besides its sentence: its example, and the operations it performs.

use rakis_model::{Place, words::Words};
use rakis_runner::{Catalogue, Definition, Plan};
use rakis_steps::{Documentation, World};

/// Stands for an operation that the sentence itself names, as its first text in quotes.
const NAMED_IN_SENTENCE: &str = "{1}";

/// One use of an operation by a step of a feature.
pub(crate) struct Use {
    /// Name of the operation.
    pub(crate) operation: String,
    /// Where the sentence stands.
    pub(crate) place: Place,
}

/// What is documented of a definition; phrases say everything by their sentence.
pub(crate) fn of(definition: &Definition<World>) -> Documentation {
    rakis_steps::documentation(&definition.file, definition.line).unwrap_or_default()
}

/// The operations the steps of a plan perform, with the places of the sentences.
pub(crate) fn operations(plan: &Plan<World>, catalogue: &Catalogue<World>) -> Vec<Use> {
    let mut uses = Vec::new();
    for (index, text, place) in plan.uses() {
        for operation in of(&catalogue.definitions()[index]).operations {
            let named = text.split('"').nth(1).filter(|_| operation == NAMED_IN_SENTENCE);
            let operation = named.map_or(operation, str::to_owned);
            uses.push(Use { operation, place: place.clone() });
        }
    }
    uses
}

/// The holes of sentences, explained.
pub(crate) fn parameters(words: &Words) -> String {
    let mut text = words.word("cli-steps-holes");
    for (name, _, description) in rakis_steps::parameters() {
        text.push_str(&format!("\n    {{{name}}} – {}", words.word(description)));
    }
    text
}
