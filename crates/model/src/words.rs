//! What people read, in Estonian and English: Fluent files beside the code that speaks.

use std::fmt;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::Message;

/// The two texts of one crate.
#[derive(Clone, Copy, Debug)]
pub struct Texts {
    /// `words/et.ftl`
    pub et: &'static str,
    /// `words/en.ftl`
    pub en: &'static str,
}

/// A language of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Estonian.
    #[default]
    Et,
    /// English.
    En,
}

impl Language {
    /// By its code (`et`, `en`).
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "et" => Some(Self::Et),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// Its code, as in the `lang` attribute of HTML.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Et => "et",
            Self::En => "en",
        }
    }

    fn id(self) -> LanguageIdentifier {
        self.code().parse().unwrap_or_default()
    }
}

/// All words of the program in one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({})", self.language.code())
    }
}

impl Words {
    /// The words of the given crates. A broken line of a file is left out; tests hold the files.
    pub fn new(language: Language, texts: &[Texts]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.id()]);
        // Isolation marks are invisible characters; they would break copying a name or a code.
        bundle.set_use_isolating(false);
        for one in texts {
            let text = match language {
                Language::Et => one.et,
                Language::En => one.en,
            };
            let resource = match FluentResource::try_new(text.to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// Which language it is.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A sentence in this language. An unknown key shows itself and its arguments, so that a
    /// record made by a newer version still reads.
    pub fn text(&self, message: &Message) -> String {
        self.find(message).unwrap_or_else(|| {
            let args: Vec<_> =
                message.args.iter().map(|(name, value)| format!("{name}={value}")).collect();
            format!("{} {}", message.key, args.join(" ")).trim_end().to_owned()
        })
    }

    /// A word without arguments.
    pub fn word(&self, key: &'static str) -> String {
        self.text(&Message::new(key))
    }

    /// A sentence that counts: `{ $count -> [one] … *[other] … }`.
    pub fn count(&self, key: &'static str, count: usize) -> String {
        self.text(&Message::new(key).with("count", count))
    }

    /// The sentence, if its key is known.
    pub fn find(&self, message: &Message) -> Option<String> {
        let pattern = self.bundle.get_message(&message.key)?.value()?;
        let mut args = FluentArgs::new();
        for (name, value) in &message.args {
            // Only `count` chooses a plural; every other value, a code or an id, stays as written.
            let value = match (name.as_ref(), value.parse::<u32>()) {
                ("count", Ok(number)) => FluentValue::from(number),
                _ => FluentValue::from(value.clone()),
            };
            args.set(name.as_ref(), value);
        }
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned())
    }
}
