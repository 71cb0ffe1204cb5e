//! One SQL statement with places for values, each of which becomes a bound parameter.

use rakis_model::Message;
use serde_json::Value;

use super::scan::{Scanner, Token};
use crate::template::{self, Part, Values};

/// Words with which a statement that only reads may begin.
const READING: [&str; 5] = ["SELECT", "WITH", "VALUES", "TABLE", "SHOW"];
/// Words that stand in no statement that only reads, unless quoted.
const WRITING: [&str; 13] = [
    "INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "DROP", "ALTER", "CREATE", "GRANT",
    "REVOKE", "ATTACH", "DETACH", "VACUUM",
];

/// One statement. `{name}` is bound as a parameter, `{name?}` as NULL when it is unset; `{{` is
/// `{`. Within quotes nothing can be bound, so a place there is an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Statement {
    pieces: Vec<Piece>,
    writing: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Sql(String),
    Place(Part),
}

/// A value to bind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bound {
    /// The place it fills.
    pub(crate) name: String,
    /// `None` is NULL.
    pub(crate) value: Option<Value>,
    /// May it not be shown?
    pub(crate) secret: bool,
}

/// How a database marks its parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Marks {
    /// `$1`
    Dollar,
    /// `?1`
    Question,
    /// `:1`
    #[cfg(feature = "oracle")]
    Colon,
}

impl Statement {
    /// Reads a statement.
    ///
    /// # Errors
    /// None, or more than one; a place that is none, or is within quotes; quotes or a comment
    /// without an end; a parameter that is no place.
    pub(crate) fn parse(text: &str) -> Result<Self, Message> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut words = Vec::new();
        let mut ended = false;
        for token in Scanner::new(text) {
            let token = token?;
            if ended && !matches!(token, Token::Blank(_) | Token::End) {
                return Err(Message::new("env-sql-two-statements"));
            }
            match token {
                Token::End => ended = !words.is_empty() || !pieces.is_empty(),
                Token::Place(part) => pieces.push(Piece::Place(part)),
                Token::Word(word) => {
                    words.push(word.to_uppercase());
                    push(&mut pieces, word);
                }
                Token::Blank(text) | Token::Other(text) => push(&mut pieces, &text),
            }
        }
        let Some(first) = words.first() else { return Err(Message::new("env-sql-empty")) };
        let begins = (!READING.contains(&first.as_str())).then(|| first.clone());
        let contains = || words.iter().find(|word| WRITING.contains(&word.as_str())).cloned();
        Ok(Self { writing: begins.or_else(contains), pieces })
    }

    /// The word because of which it is taken to write, in upper case.
    pub(crate) fn writing(&self) -> Option<&str> {
        self.writing.as_deref()
    }

    /// The variables it cannot do without.
    pub(crate) fn required(&self) -> impl Iterator<Item = &str> {
        self.places().filter_map(|part| match part {
            Part::Variable { name, optional: false } => Some(name.as_str()),
            Part::Variable { .. } | Part::Text(_) | Part::Secret(_) => None,
        })
    }

    /// The variables it has places for, needed or not.
    pub(crate) fn variables(&self) -> impl Iterator<Item = &str> {
        self.places().filter_map(|part| match part {
            Part::Variable { name, .. } => Some(name.as_str()),
            Part::Text(_) | Part::Secret(_) => None,
        })
    }

    /// The secrets it binds.
    pub(crate) fn secrets(&self) -> impl Iterator<Item = &str> {
        self.places().filter_map(|part| match part {
            Part::Secret(name) => Some(name.as_str()),
            Part::Text(_) | Part::Variable { .. } => None,
        })
    }

    fn places(&self) -> impl Iterator<Item = &Part> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Place(part) => Some(part),
            Piece::Sql(_) => None,
        })
    }

    /// The text; every place is a parameter of its own, written as `write(mark, index)` says.
    pub(crate) fn text(&self, marks: Marks, write: impl Fn(String, usize) -> String) -> String {
        let mut text = String::new();
        let mut count = 0;
        for piece in &self.pieces {
            match piece {
                Piece::Sql(sql) => text.push_str(sql),
                Piece::Place(_) => {
                    let mark = match marks {
                        Marks::Dollar => format!("${}", count + 1),
                        Marks::Question => format!("?{}", count + 1),
                        #[cfg(feature = "oracle")]
                        Marks::Colon => format!(":{}", count + 1),
                    };
                    text.push_str(&write(mark, count));
                    count += 1;
                }
            }
        }
        text
    }

    /// As people read it: places by their names, never with values.
    pub(crate) fn shown(&self) -> String {
        let names: Vec<&Part> = self.places().collect();
        self.text(Marks::Dollar, |_, index| match names.get(index) {
            Some(Part::Variable { name, optional: true }) => format!("{{{name}?}}"),
            Some(Part::Variable { name, .. }) => format!("{{{name}}}"),
            Some(Part::Secret(name)) => format!("{{saladus:{name}}}"),
            Some(Part::Text(_)) | None => String::new(),
        })
    }

    /// The values of its places, in their order.
    ///
    /// # Errors
    /// An unset variable, or a list or object, which no single parameter can be.
    pub(crate) fn bound(&self, values: Values<'_>) -> Result<Vec<Bound>, Message> {
        self.places()
            .map(|part| {
                let (name, value, secret) = match part {
                    Part::Variable { name, optional } => match values.get(name) {
                        Some(value) => (name, Some(value.clone()), false),
                        None if *optional => (name, None, false),
                        None => return Err(template::unset(name)),
                    },
                    Part::Secret(name) => {
                        let secret = template::secret(values, name)?;
                        (name, Some(Value::from(secret)), true)
                    }
                    Part::Text(text) => (text, None, false),
                };
                match value {
                    Some(Value::Array(_) | Value::Object(_)) => {
                        Err(Message::new("env-sql-list").with("name", name))
                    }
                    Some(Value::Null) => Ok(Bound { name: name.clone(), value: None, secret }),
                    value => Ok(Bound { name: name.clone(), value, secret }),
                }
            })
            .collect()
    }
}

fn push(pieces: &mut Vec<Piece>, text: &str) {
    match pieces.last_mut() {
        Some(Piece::Sql(sql)) => sql.push_str(text),
        _ => pieces.push(Piece::Sql(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::Variables;

    fn read(text: &str) -> String {
        match Statement::parse(text) {
            Ok(statement) => statement.text(Marks::Dollar, |mark, _| mark).trim().to_owned(),
            Err(message) => message.key.into_owned(),
        }
    }

    #[test]
    fn places_become_parameters_and_quotes_stay_what_they_are() {
        for (text, expected) in [
            (
                "SELECT * FROM t WHERE a = {a} AND b = {b?}",
                "SELECT * FROM t WHERE a = $1 AND b = $2",
            ),
            ("SELECT {a}, {a}", "SELECT $1, $2"),
            ("SELECT {a}::int;  -- lõpp; {b}", "SELECT $1::int  -- lõpp; {b}"),
            ("SELECT ';' , \";\" /* ; */ FROM t", "SELECT ';' , \";\" /* ; */ FROM t"),
            ("SELECT 'it''s; {{õ}' , E'\\';' ", "SELECT 'it''s; {õ}' , E'\\';'"),
            ("SELECT $x$ ; ' $x$, $$;$$", "SELECT $x$ ; ' $x$, $$;$$"),
            (
                "SELECT '{1,2}'::int[], '{\"a\":1}'::json",
                "SELECT '{1,2}'::int[], '{\"a\":1}'::json",
            ),
            ("select 1;;", "select 1"),
            ("SELECT a-1, b/2, c", "SELECT a-1, b/2, c"),
            ("SELECT {isiku kood}", "SELECT $1"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn what_could_be_another_statement_or_text_is_refused() {
        for (text, expected) in [
            ("", "env-sql-empty"),
            (" ; -- x", "env-sql-empty"),
            ("{a}", "env-sql-empty"),
            ("SELECT 1; DELETE FROM t", "env-sql-two-statements"),
            ("SELECT 1;;{a}", "env-sql-two-statements"),
            ("SELECT '{a}'", "env-sql-in-quotes"),
            ("SELECT '%{a?}%'", "env-sql-in-quotes"),
            ("SELECT \"{a}\"", "env-sql-in-quotes"),
            ("SELECT $x$ {a} $x$", "env-sql-in-quotes"),
            ("SELECT 'a", "env-sql-open"),
            ("SELECT 'a''", "env-sql-open"),
            ("SELECT \"a", "env-sql-open"),
            ("SELECT /* a", "env-sql-open"),
            ("SELECT /* a /* b */", "env-sql-open"),
            ("SELECT $x$ a $y$", "env-sql-open"),
            ("SELECT {a", "env-placeholder-open"),
            ("SELECT {}", "env-placeholder-wrong"),
            ("SELECT $1", "env-sql-own-parameter"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn what_writes_is_known_by_its_words() {
        for (text, expected) in [
            ("select 1", None),
            ("WITH a AS (SELECT 1) SELECT * FROM a", None),
            ("SELECT replace(a, 'DELETE', 'x') AS \"update\" FROM t -- DROP", None),
            ("SELECT deleted, updated_at FROM t", None),
            ("VALUES (1)", None),
            ("delete FROM t", Some("DELETE")),
            ("WITH a AS (DELETE FROM t RETURNING *) SELECT * FROM a", Some("DELETE")),
            ("PRAGMA query_only = OFF", Some("PRAGMA")),
            ("COPY t TO PROGRAM 'x'", Some("COPY")),
            ("SET TRANSACTION READ WRITE", Some("SET")),
            ("/* SELECT */ UPDATE t SET a = 1", Some("UPDATE")),
            ("SELECT * FROM t FOR UPDATE", Some("UPDATE")),
        ] {
            let statement = Statement::parse(text).unwrap();
            assert_eq!(statement.writing(), expected, "{text}");
        }
    }

    #[test]
    fn values_are_bound_by_place_and_lists_are_refused() {
        let variables: Variables =
            serde_json::from_str(r#"{"a":"x' OR '1'='1","n":1.50,"tühi":null,"l":[1]}"#).unwrap();
        let secrets = BTreeMap::new();
        let values =
            Values { variables: &variables, defaults: &Variables::new(), secrets: &secrets };
        let bound = |text: &str| Statement::parse(text).unwrap().bound(values);
        let shown = bound("SELECT {a}, {n}, {puudub?}, {tühi}").unwrap();
        let shown: Vec<_> =
            shown.iter().map(|one| one.value.as_ref().map(ToString::to_string)).collect();
        let text = Some("\"x' OR '1'='1\"".to_owned());
        assert_eq!(shown, [text, Some("1.50".to_owned()), None, None]);
        assert_eq!(bound("SELECT {l}").unwrap_err().key, "env-sql-list");
        assert_eq!(bound("SELECT {puudub}").unwrap_err().key, "env-variable-unset");
        assert_eq!(bound("SELECT {saladus:X}").unwrap_err().key, "env-secret-unknown");
        let statement = Statement::parse("SELECT {a}, {b?}, {saladus:C}").unwrap();
        assert_eq!(statement.shown(), "SELECT {a}, {b?}, {saladus:C}");
    }
}
