//! A diagnostic with the lines it speaks of, as rustc shows them, in the user's language.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use rakis_model::{Diagnostic, Place, Severity, words::Words};

/// The diagnostic as text that ends with a blank line.
pub(crate) fn diagnostic(
    diagnostic: &Diagnostic,
    words: &Words,
    color: bool,
    width: usize,
) -> String {
    let (error, warning) = (words.word("cli-error"), words.word("cli-warning"));
    let help = words.word("cli-help");
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR.with_name(error.as_str()),
        Severity::Warning => Level::WARNING.with_name(warning.as_str()),
    };
    let title = visible(&words.text(&diagnostic.message));
    let label = diagnostic.label.as_ref().map(|label| words.text(label));
    let related = diagnostic.related.as_ref().map(|(place, label)| (place, words.text(label)));
    let hints: Vec<String> =
        diagnostic.hints.iter().map(|hint| visible(&words.text(hint))).collect();
    let shown = diagnostic.place.as_ref().filter(|place| lines(place).len() <= LONGEST_EXCERPT);
    if shown.is_none() {
        let error = if diagnostic.severity == Severity::Error { &error } else { &warning };
        let place = diagnostic.place.as_ref().map(|place| format!(" --> {place}\n"));
        let hints = hints.iter().map(|hint| format!("{help}: {hint}\n"));
        let place = place.unwrap_or_default();
        return format!("{error}: {title}\n{place}{}\n", hints.collect::<String>());
    }
    let mut group = Group::with_title(level.primary_title(title.as_str()));
    if let Some(place) = &diagnostic.place {
        let mut primary = AnnotationKind::Primary.span(span(place));
        if let Some(label) = &label {
            primary = primary.label(label.as_str());
        }
        group = group.element(snippet(place).annotation(primary));
        if let Some((second, words)) =
            related.as_ref().filter(|(second, _)| lines(second).len() <= LONGEST_EXCERPT)
        {
            let context = AnnotationKind::Context.span(span(second)).label(words.as_str());
            group = group.element(snippet(second).annotation(context));
        }
    }
    for hint in &hints {
        group = group.element(Level::HELP.with_name(help.as_str()).message(hint.as_str()));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    format!("{}\n\n", renderer.term_width(width).render(&[group]))
}

fn snippet(place: &Place) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
    let (line, _) = place.line_column();
    Snippet::source(&place.source.text[lines(place)])
        .line_start(line)
        .path(place.source.name.as_str())
}

/// Longer lines are no text people wrote; they would fill the screen and take long to lay out.
const LONGEST_EXCERPT: usize = 4_000;

/// The lines a place touches: the rest of a large file is not looked at again for each excerpt.
fn lines(place: &Place) -> std::ops::Range<usize> {
    let whole = whole_characters(place);
    let last = place.source.line_column(whole.end).0;
    let start = place.source.line_range(place.line_column().0).start;
    start..place.source.line_range(last).end.max(whole.end)
}

/// The place within its lines.
fn span(place: &Place) -> std::ops::Range<usize> {
    let (start, whole) = (lines(place).start, whole_characters(place));
    whole.start - start..whole.end - start
}

/// Within the text, and on whole characters, whatever a reader computed.
fn whole_characters(place: &Place) -> std::ops::Range<usize> {
    let text = &place.source.text;
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = floor(place.span.start);
    start..floor(place.span.end).max(start)
}

/// Control characters of foreign texts made visible: a terminal must not obey them.
fn visible(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() && c != '\n' && c != '\t' { '\u{FFFD}' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use rakis_model::{Message, Source, words::Language};

    use super::*;

    #[test]
    fn an_excerpt_points_at_letters_beyond_ascii() {
        let source = Source::new("specs/õ.yaml", "a: 1\nõigus: \"täna\"\n");
        let place = Place::new(source, 13..20);
        let one = Diagnostic::error(Message::new("date-invalid").with("value", "täna"))
            .at(place)
            .hint(Message::new("date-hint"));
        let words = Words::new(Language::Et, &crate::ALL_WORDS);
        insta::assert_snapshot!(diagnostic(&one, &words, false, 80));
    }
}
