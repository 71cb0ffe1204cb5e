//! What a single line can be, and whether it is.

use rakis_model::messages::KeywordType;

use crate::{
    dialect::{Dialect, STAR},
    line::{Line, is_space},
};

/// What a line is to the grammar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Empty,
    Language,
    Comment,
    Row,
    Text,
    Step,
    Feature,
    Background,
    Tags,
    Examples,
    Scenario,
    Rule,
    Other,
}

impl Kind {
    /// All kinds, in the order in which the official parser tries them: a line may be several.
    pub(crate) const ALL: [Self; 13] = [
        Self::Empty,
        Self::Language,
        Self::Comment,
        Self::Row,
        Self::Text,
        Self::Step,
        Self::Feature,
        Self::Background,
        Self::Tags,
        Self::Examples,
        Self::Scenario,
        Self::Rule,
        Self::Other,
    ];

    /// How such a line looks, as the dialect writes it; nothing for what needs no mention.
    pub(crate) fn forms(self, dialect: &Dialect) -> Vec<String> {
        let titles = |keywords: &[String]| keywords.iter().map(|k| format!("{k}:")).collect();
        match self {
            Self::Empty | Self::Comment | Self::Other => Vec::new(),
            Self::Language => vec![format!("# language: {}", dialect.code)],
            Self::Row => vec!["| … |".to_owned()],
            Self::Text => vec!["\"\"\"".to_owned()],
            Self::Step => {
                let mut steps: Vec<_> = dialect.steps.iter().collect();
                // As people know them: given, when, then, and.
                steps.sort_by_key(|(_, kind)| match kind {
                    KeywordType::Context => 0,
                    KeywordType::Action => 1,
                    KeywordType::Outcome => 2,
                    KeywordType::Conjunction => 3,
                    KeywordType::Unknown => 4,
                });
                steps.iter().map(|(keyword, _)| format!("{} …", keyword.trim_end())).collect()
            }
            Self::Feature => titles(&dialect.feature),
            Self::Background => titles(&dialect.background),
            Self::Tags => vec!["@…".to_owned()],
            Self::Examples => titles(&dialect.examples),
            Self::Scenario => titles(&[&dialect.scenario[..], &dialect.outline[..]].concat()),
            Self::Rule => titles(&dialect.rule),
        }
    }
}

/// A line that is of the kind asked for.
#[derive(Debug)]
pub(crate) enum Token<'a> {
    /// A kind that carries nothing but the line.
    Plain,
    /// `# language: …`
    Language(&'a str),
    /// A title such as `Omadus: nimetus`.
    Title { keyword: &'a str, name: &'a str },
    /// A step.
    Step { keyword: &'a str, kind: KeywordType, text: &'a str },
    /// The opening of a text block.
    Text { delimiter: &'static str, media_type: &'a str },
}

/// Is the line of this kind?
pub(crate) fn recognise<'a>(kind: Kind, line: Line<'a>, dialect: &'a Dialect) -> Option<Token<'a>> {
    let plain = |is: bool| is.then_some(Token::Plain);
    match kind {
        Kind::Empty => plain(line.text.is_empty()),
        Kind::Language => language(line.text).map(Token::Language),
        Kind::Comment => plain(line.text.starts_with('#')),
        Kind::Row => plain(line.text.starts_with('|')),
        Kind::Text => ["\"\"\"", "```"].into_iter().find_map(|delimiter| {
            let media_type = line.text.strip_prefix(delimiter)?.trim_matches(is_space);
            Some(Token::Text { delimiter, media_type })
        }),
        Kind::Step => dialect.steps.iter().find_map(|(keyword, kind)| {
            let text = line.text.strip_prefix(keyword.as_str())?.trim_matches(is_space);
            Some(Token::Step { keyword, kind: *kind, text })
        }),
        Kind::Feature => title(line.text, &dialect.feature),
        Kind::Background => title(line.text, &dialect.background),
        Kind::Tags => plain(line.text.starts_with('@')),
        Kind::Examples => title(line.text, &dialect.examples),
        Kind::Scenario => {
            title(line.text, &dialect.scenario).or_else(|| title(line.text, &dialect.outline))
        }
        Kind::Rule => title(line.text, &dialect.rule),
        Kind::Other => Some(Token::Plain),
    }
}

/// The code in `# language: et`.
pub(crate) fn language(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('#')?.trim_start_matches(is_space).strip_prefix("language")?;
    let code = rest.trim_start_matches(is_space).strip_prefix(':')?.trim_matches(is_space);
    let fits = |c: char| c.is_ascii_alphabetic() || matches!(c, '-' | '_');
    (!code.is_empty() && code.chars().all(fits)).then_some(code)
}

/// The step keywords that are words.
pub(crate) fn step_words(dialect: &Dialect) -> impl Iterator<Item = &str> {
    dialect.steps.iter().map(|(keyword, _)| keyword.as_str()).filter(|keyword| *keyword != STAR)
}

fn title<'a>(text: &'a str, keywords: &'a [String]) -> Option<Token<'a>> {
    keywords.iter().find_map(|keyword| {
        let name = text.strip_prefix(keyword.as_str())?.strip_prefix(':')?.trim_matches(is_space);
        Some(Token::Title { keyword, name })
    })
}
