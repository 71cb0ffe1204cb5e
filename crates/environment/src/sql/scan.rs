//! SQL cut into words, quotes, comments and places: just enough to know where a statement ends and
//! where a value may stand.

use rakis_model::Message;

use crate::template::{self, Part};

/// A piece of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// A word or number outside quotes.
    Word(&'t str),
    /// White space or a comment.
    Blank(String),
    /// `{name}`
    Place(Part),
    /// `;`
    End,
    /// Quotes and all other signs.
    Other(String),
}

/// Cuts a text; ends at its first error.
pub(super) struct Scanner<'t> {
    rest: &'t str,
    /// Does a word `e` stand just before, so that a quote has escapes (PostgreSQL)?
    escapes: bool,
}

impl<'t> Scanner<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self { rest: text, escapes: false }
    }

    fn take(&mut self, length: usize) -> &'t str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    fn next_token(&mut self, first: char) -> Result<Token<'t>, Message> {
        let escapes = std::mem::take(&mut self.escapes);
        if first.is_whitespace() {
            let end = self.rest.find(|c: char| !c.is_whitespace()).unwrap_or(self.rest.len());
            return Ok(Token::Blank(self.take(end).to_owned()));
        }
        if first.is_alphanumeric() || first == '_' {
            let inside = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
            let end = self.rest.find(|c| !inside(c)).unwrap_or(self.rest.len());
            let word = self.take(end);
            self.escapes = word.eq_ignore_ascii_case("e");
            return Ok(Token::Word(word));
        }
        match first {
            ';' => {
                self.take(1);
                Ok(Token::End)
            }
            '\'' | '"' | '`' => self.quoted(first, escapes && first == '\'').map(Token::Other),
            '-' if self.rest.starts_with("--") => {
                let end = self.rest.find('\n').unwrap_or(self.rest.len());
                Ok(Token::Blank(self.take(end).to_owned()))
            }
            '/' if self.rest.starts_with("/*") => self.comment().map(Token::Blank),
            '$' => self.dollar().map(Token::Other),
            '{' => self.place(),
            other => Ok(Token::Other(self.take(other.len_utf8()).to_owned())),
        }
    }

    /// `'it''s'`, `"name"`; with escapes also `'it\'s'`.
    fn quoted(&mut self, quote: char, escapes: bool) -> Result<String, Message> {
        let mut skip = true;
        let mut doubled = false;
        let mut end = None;
        for (at, c) in self.rest.char_indices() {
            if std::mem::take(&mut skip) {
                continue;
            }
            if doubled && c != quote {
                end = Some(at);
                break;
            }
            if c == quote {
                doubled = !doubled;
            } else if escapes && c == '\\' {
                skip = true;
            }
        }
        let end = end.or(doubled.then_some(self.rest.len())).ok_or_else(open)?;
        inside_quotes(self.take(end))
    }

    /// `/* … */`. PostgreSQL nests them and SQLite does not, so a nested one is refused.
    fn comment(&mut self) -> Result<String, Message> {
        let end = self.rest.find("*/").ok_or_else(open)? + 2;
        let comment = self.take(end);
        if comment[2..].contains("/*") { Err(open()) } else { Ok(comment.to_owned()) }
    }

    /// `$$ … $$`, `$tag$ … $tag$`.
    fn dollar(&mut self) -> Result<String, Message> {
        let inside = |c: char| c.is_alphanumeric() || c == '_';
        let end = self.rest[1..].find(|c| !inside(c)).map(|end| end + 1);
        let tag =
            end.filter(|end| self.rest[*end..].starts_with('$')).map(|end| &self.rest[..=end]);
        let Some(tag) = tag.filter(|tag| !tag[1..].starts_with(|c: char| c.is_ascii_digit()))
        else {
            let own = self.rest[1..].starts_with(|c: char| c.is_ascii_digit());
            let own = own.then(|| Message::new("env-sql-own-parameter"));
            return own.map_or_else(|| Ok(self.take(1).to_owned()), Err);
        };
        let end = self.rest[tag.len()..].find(tag).ok_or_else(open)? + 2 * tag.len();
        inside_quotes(self.take(end))
    }

    fn place(&mut self) -> Result<Token<'t>, Message> {
        if self.rest.starts_with("{{") {
            self.take(2);
            return Ok(Token::Other("{".to_owned()));
        }
        let Some(end) = self.rest.find('}') else {
            return Err(Message::new("env-placeholder-open").with("text", self.rest));
        };
        let inside = self.take(end + 1);
        template::placeholder(&inside[1..end]).map(Token::Place)
    }
}

impl<'t> Iterator for Scanner<'t> {
    type Item = Result<Token<'t>, Message>;

    fn next(&mut self) -> Option<Self::Item> {
        let first = self.rest.chars().next()?;
        let token = self.next_token(first);
        if token.is_err() {
            self.rest = "";
        }
        Some(token)
    }
}

/// What stands in quotes, `{{` as `{`.
///
/// # Errors
/// There is a place in it: its value would be pasted, not bound.
fn inside_quotes(text: &str) -> Result<String, Message> {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        plain.push_str(before);
        plain.push('{');
        rest = match after.strip_prefix('{') {
            Some(after) => after,
            None => after,
        };
        let inside = after.split_once('}').map(|(inside, _)| inside);
        if let Some(name) = inside.filter(|inside| template::placeholder(inside).is_ok()) {
            return Err(Message::new("env-sql-in-quotes").with("name", name));
        }
    }
    Ok(plain + rest)
}

fn open() -> Message {
    Message::new("env-sql-open")
}
