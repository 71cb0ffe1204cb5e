//! The file as a whole: does it hold anything to run, and is its language line in force?

use rakis_model::{Diagnostic, Message};

use super::entry::scenarios;
use crate::{Parsed, token::language};

pub(super) fn check(parsed: &Parsed, found: &mut Vec<Diagnostic>) {
    let empty = match &parsed.document.feature {
        None => {
            Some(Diagnostic::error(Message::new("gherkin-no-feature")).at(parsed.lines.place(1)))
        }
        Some(feature) if scenarios(feature).next().is_none() => {
            let place = parsed.lines.place(feature.location.line);
            Some(Diagnostic::warning(Message::new("gherkin-no-scenarios")).at(place))
        }
        Some(_) => None,
    };
    found.extend(empty);
    for comment in &parsed.document.comments {
        let code = language(comment.text.trim());
        if let Some(code) = code.filter(|code| *code != parsed.language) {
            let message = Message::new("gherkin-language-ignored")
                .with("language", code)
                .with("used", &parsed.language);
            found.push(
                Diagnostic::warning(message)
                    .at(parsed.lines.place(comment.location.line))
                    .hint(Message::new("gherkin-language-first")),
            );
        }
    }
}
