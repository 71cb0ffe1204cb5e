//! What comes from outside: environment variables, the clock, the terminal, the working folder.
//! This is the only place that asks for them.

use std::{
    cell::RefCell,
    ffi::OsString,
    io::{IsTerminal as _, Write as _},
    path::{Path, PathBuf},
};

use rakis_model::{
    Diagnostic, Message, Place, Problems, Source,
    redact::Redactor,
    words::{Language, Words},
};

use crate::render;

/// Further diagnostics are counted: nobody reads on, and the first ones mend most.
const DIAGNOSTICS_SHOWN: usize = 100;

/// The world outside, read once.
#[derive(Debug)]
pub(crate) struct Context {
    /// The words in the chosen language.
    pub(crate) words: Words,
    /// Where the user stands.
    pub(crate) folder: PathBuf,
    /// Columns of the terminal, 80 when there is none.
    pub(crate) width: usize,
    /// May standard output be coloured?
    pub(crate) color: bool,
    /// May standard error be coloured?
    pub(crate) error_color: bool,
    /// Is standard error a terminal, so that progress may be drawn?
    pub(crate) progress: bool,
    /// Can a person be asked: are standard input and error a terminal?
    pub(crate) asks: bool,
    /// Does a CI engine run this (`CI` is set)?
    pub(crate) in_ci: bool,
    /// Hides secrets in everything printed.
    redactor: RefCell<Redactor>,
}

impl Context {
    /// Reads the surroundings. The language is `--lang`, else the project's, else Estonian.
    pub(crate) fn new(arguments: &[OsString]) -> Self {
        let folder = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
        let language = language_argument(arguments)
            .or_else(|| variable("RAKIS_LANG").and_then(|code| Language::from_code(&code)))
            .or_else(|| crate::settings::language(&folder))
            .unwrap_or_default();
        let plain = variable("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = variable("TERM").is_some_and(|value| value == "dumb");
        let color = |terminal: bool| terminal && !plain && !dumb;
        let columns = variable("COLUMNS").and_then(|value| value.parse().ok());
        let in_ci =
            variable("CI").is_some_and(|value| !matches!(value.as_str(), "" | "0" | "false"));
        Self {
            words: Words::new(language, &crate::ALL_WORDS),
            folder,
            width: columns.or_else(render::terminal_width).unwrap_or(80).clamp(40, 200),
            color: color(std::io::stdout().is_terminal()),
            error_color: color(std::io::stderr().is_terminal()),
            progress: std::io::stderr().is_terminal() && !dumb && !in_ci,
            asks: std::io::stdin().is_terminal() && std::io::stderr().is_terminal() && !in_ci,
            in_ci,
            redactor: RefCell::new(Redactor::default()),
        }
    }

    /// Where a file is: one path for one file, however it was written, and also before it is there.
    pub(crate) fn place(&self, file: &Path) -> PathBuf {
        let path = self.folder.join(file);
        let beside = || Some(path.parent()?.canonicalize().ok()?.join(path.file_name()?));
        path.canonicalize().ok().or_else(beside).unwrap_or(path)
    }

    /// From now on these secrets are not printed.
    pub(crate) fn hide(&self, redactor: Redactor) {
        *self.redactor.borrow_mut() = redactor;
    }

    /// What hides secrets in everything written.
    pub(crate) fn redactor(&self) -> Redactor {
        self.redactor.borrow().clone()
    }

    /// Asks the person and reads one line; `None` when nobody can be asked or nothing is said.
    pub(crate) fn ask(&self, question: &str) -> Option<String> {
        if !self.asks {
            return None;
        }
        self.error(&format!("{question} "));
        let mut line = String::new();
        let read = std::io::stdin().read_line(&mut line).ok()?;
        let said = line.trim();
        (read > 0 && !said.is_empty()).then(|| said.to_owned())
    }

    /// The moment now.
    pub(crate) fn timestamp() -> jiff::Timestamp {
        jiff::Timestamp::from_nanosecond(Self::now()).unwrap_or_default()
    }

    /// Nanoseconds since 1970.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
    pub(crate) fn now() -> i128 {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        since.map_or(0, |since| i128::try_from(since.as_nanos()).unwrap_or_default())
    }

    /// A sentence in the user's language.
    pub(crate) fn text(&self, message: &Message) -> String {
        self.words.text(message)
    }

    /// A word or sentence without arguments.
    pub(crate) fn word(&self, key: &'static str) -> String {
        self.words.word(key)
    }

    /// Prints to standard output, redacted. A closed pipe is not our trouble.
    pub(crate) fn print(&self, text: &str) {
        let text = self.redactor.borrow().apply(text).into_owned();
        let mut out = std::io::stdout().lock();
        let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    }

    /// Prints a line to standard output, redacted.
    pub(crate) fn line(&self, text: &str) {
        self.print(&format!("{text}\n"));
    }

    /// Prints a sentence as a line.
    pub(crate) fn say(&self, message: &Message) {
        self.line(&self.text(message));
    }

    /// Prints to standard error, redacted.
    pub(crate) fn error(&self, text: &str) {
        let text = self.redactor.borrow().apply(text).into_owned();
        let mut out = std::io::stderr().lock();
        let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    }

    /// Shows diagnostics with excerpts on standard error.
    pub(crate) fn show(&self, problems: Problems) {
        let problems = problems.into_sorted();
        for diagnostic in problems.iter().take(DIAGNOSTICS_SHOWN) {
            self.show_one(diagnostic);
        }
        if let Some(more @ 1..) = problems.len().checked_sub(DIAGNOSTICS_SHOWN) {
            self.error(&format!("{}\n", self.words.count("cli-more-problems", more)));
        }
    }

    /// Shows one diagnostic with its excerpt on standard error.
    pub(crate) fn show_one(&self, diagnostic: &Diagnostic) {
        let redactor = self.redactor.borrow();
        let mut shown = diagnostic.clone();
        shown.place = shown.place.map(|place| redacted(place, &redactor));
        shown.related = shown.related.map(|(place, label)| (redacted(place, &redactor), label));
        self.error(&render::diagnostic(&shown, &self.words, self.error_color, self.width));
    }
}

/// The place with its lines redacted: an excerpt is cut to the width of the terminal, and half a
/// code would not be found any more. What spans lines is left to the text as it is printed.
fn redacted(place: Place, redactor: &Redactor) -> Place {
    let Place { source, span } = &place;
    let text = &source.text;
    let end = span.end.max(span.start);
    if !text.is_char_boundary(span.start) || !text.is_char_boundary(end) {
        return place;
    }
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let stop = text[end..].find('\n').map_or(text.len(), |at| end + at);
    let clean = redactor.apply(&text[start..stop]);
    if clean == text[start..stop] || clean.lines().count() != text[start..stop].lines().count() {
        return place;
    }
    // What stands before is as long as it is by itself, unless it ends within a code.
    let moved = |at: usize| {
        let at = redactor.apply(&text[start..at]).len().min(clean.len());
        start + clean.floor_char_boundary(at)
    };
    let span = moved(span.start)..moved(end);
    let text = format!("{}{clean}{}", &text[..start], &text[stop..]);
    Place::new(Source::new(source.name.clone(), text), span)
}

/// An environment variable that is set and is text.
#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
pub(crate) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// `--lang X` or `--lang=X`, looked for before the arguments are parsed: their help has words too.
fn language_argument(arguments: &[OsString]) -> Option<Language> {
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let position =
        texts.iter().position(|text| *text == "--lang" || text.starts_with("--lang="))?;
    let code = match texts[position].strip_prefix("--lang=") {
        Some(code) => code,
        None => texts.get(position + 1)?,
    };
    Language::from_code(code)
}
