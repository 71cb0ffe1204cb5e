//! XML documents: read strictly, brought to one writing, compared by structure.

mod apply;
mod broken;
mod compare;
mod element;
mod prefixes;
mod read;
mod write;

pub(crate) use compare::compare;

use rakis_model::{Failure, Message};

use super::{Canonicalised, Setting};
use crate::snapshot::{
    Rules,
    identities::Naming,
    rules::{At, Used},
};

/// The canonical text of a document.
///
/// # Errors
/// [`Failure`] of kind failed when the bytes are no XML; of kind invalid when two rules name one
/// value.
pub(crate) fn canonicalise(
    body: &[u8],
    rules: &Rules,
    setting: &Setting<'_>,
) -> Result<Canonicalised, Box<Failure>> {
    let document = read::read(super::utf8(body)?).map_err(|reason| not_xml(&reason))?;
    let mut used = Used::none(rules);
    let mut naming = Naming::new(setting.identities);
    let mut applying = apply::Applying { window: setting.window, used: &mut used, naming: &naming };
    let document = applying.element(document, &At::start(rules))?;
    if document.elements().next().is_none() {
        return Err(Box::new(Failure::invalid(Message::new("compare-rules-nothing-left"))));
    }
    let written = write::write(&document, &mut naming);
    let mut broken = Vec::new();
    if !written.wrong.is_empty() {
        let again = read::read(&written.text).map_err(|reason| not_xml(&reason))?;
        broken = broken::broken(&again, rules, &written.wrong);
    }
    Ok(Canonicalised { text: written.text, broken, unused: used.unused(rules) })
}

fn not_xml(reason: &str) -> Box<Failure> {
    let message = Message::new("compare-snapshot-not-xml").with("reason", reason);
    Box::new(Failure::failed(message))
}
