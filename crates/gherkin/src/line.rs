//! Lines of a text: where they stand, their indentation, the cells and tags they hold.

use std::{ops::Range, sync::Arc};

use rakis_model::{Place, Source, messages::TableRow};

/// The space the official parser trims: ASCII space, next line and the no-break space.
pub(crate) const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\u{B}' | '\u{C}' | '\r' | '\u{85}' | '\u{A0}')
}

/// All lines of a source, found once, so that a place costs no second reading of the text.
#[derive(Debug)]
pub(crate) struct Lines {
    source: Arc<Source>,
    ranges: Vec<Range<usize>>,
}

impl Lines {
    /// Splits at line feeds; a carriage return before one belongs to the break, a byte order
    /// mark at the start to no line.
    pub(crate) fn new(source: &Arc<Source>) -> Self {
        let text = source.text.as_str();
        let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let mut start = text.len() - body.len();
        let ranges = body
            .split_inclusive('\n')
            .map(|whole| {
                let line = whole.strip_suffix('\n').unwrap_or(whole);
                let line = line.strip_suffix('\r').unwrap_or(line);
                let range = start..start + line.len();
                start += whole.len();
                range
            })
            .collect();
        Self { source: Arc::clone(source), ranges }
    }

    pub(crate) const fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// A line by its number, from 1.
    pub(crate) fn get(&self, number: usize) -> Option<Line<'_>> {
        let range = self.ranges.get(number.checked_sub(1)?)?;
        Some(Line::new(number, range.start, &self.source.text[range.clone()]))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = Line<'_>> {
        self.ranges
            .iter()
            .zip(1..)
            .map(|(range, number)| Line::new(number, range.start, &self.source.text[range.clone()]))
    }

    /// The end of the text.
    pub(crate) fn end(&self) -> Place {
        let end = self.source.text.len();
        Place::new(Arc::clone(&self.source), end..end)
    }

    /// The trimmed text of a line; the end of the text when there is no such line.
    pub(crate) fn place(&self, number: usize) -> Place {
        self.get(number)
            .map_or_else(|| self.end(), |line| Place::new(Arc::clone(&self.source), line.span()))
    }

    /// Where `part` first stands in a line, or else the whole line.
    pub(crate) fn place_of(&self, number: usize, part: &str) -> Place {
        let mut place = self.place(number);
        if let Some(at) = self.get(number).and_then(|line| line.text.find(part)) {
            place.span = place.span.start + at..place.span.start + at + part.len();
        }
        place
    }

    /// Where the cells of a row stand: of each its bytes, or the whole row where the cell was
    /// written with escapes.
    pub(crate) fn cell_places(&self, row: &TableRow) -> impl Iterator<Item = Place> {
        let line = self.get(row.location.line);
        let offsets: Vec<_> =
            line.map_or("", |line| line.raw).char_indices().map(|(at, _)| at).collect();
        row.cells.iter().map(move |cell| {
            let mut place = self.place(row.location.line);
            let at = cell.location.column.and_then(|column| offsets.get(column.checked_sub(1)?));
            if let (Some(line), Some(at)) = (line, at)
                && line.raw[*at..].starts_with(&cell.value)
            {
                place.span = line.start + at..line.start + at + cell.value.len();
            }
            place
        })
    }
}

/// One line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'a> {
    /// From 1.
    pub(crate) number: usize,
    /// Byte offset of the line in the text.
    start: usize,
    /// As written, without the line break.
    pub(crate) raw: &'a str,
    /// Without space at both ends.
    pub(crate) text: &'a str,
    /// Characters of space before the text.
    pub(crate) indent: usize,
}

/// A piece of a line: its column in characters, from 1, and its text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) column: usize,
    pub(crate) text: String,
}

impl<'a> Line<'a> {
    fn new(number: usize, start: usize, raw: &'a str) -> Self {
        let from_text = raw.trim_start_matches(is_space);
        let indent = raw[..raw.len() - from_text.len()].chars().count();
        Self { number, start, raw, text: from_text.trim_end_matches(is_space), indent }
    }

    /// Column of the text, from 1.
    pub(crate) const fn column(&self) -> usize {
        self.indent + 1
    }

    /// Bytes of the trimmed text within the source.
    pub(crate) fn span(&self) -> Range<usize> {
        let start = self.start + self.raw.len() - self.raw.trim_start_matches(is_space).len();
        start..start + self.text.len()
    }

    /// The line without `columns` of indentation: at most all of its own.
    pub(crate) fn unindented(&self, columns: usize) -> &'a str {
        if columns > self.indent {
            return self.raw.trim_start_matches(is_space);
        }
        let at = self.raw.char_indices().nth(columns).map_or(self.raw.len(), |(at, _)| at);
        &self.raw[at..]
    }

    /// Cells between the bars, escapes resolved; what follows the last bar is no cell.
    pub(crate) fn cells(&self) -> Vec<Piece> {
        let mut cells = Vec::new();
        let mut cell = String::new();
        let mut first = true;
        let mut start = 0;
        let mut chars = self.text.chars().enumerate();
        while let Some((at, c)) = chars.next() {
            match c {
                '|' => {
                    if !std::mem::replace(&mut first, false) {
                        cells.push(self.cell(start, &cell));
                    }
                    cell.clear();
                    start = at + 1;
                }
                '\\' => match chars.next() {
                    Some((_, 'n')) => cell.push('\n'),
                    Some((_, escaped @ ('\\' | '|'))) => cell.push(escaped),
                    Some((_, other)) => cell.extend(['\\', other]),
                    None => {}
                },
                _ => cell.push(c),
            }
        }
        cells
    }

    fn cell(&self, start: usize, cell: &str) -> Piece {
        // Line breaks in a cell were written as \n and are meant.
        let trims = |c: char| c != '\n' && is_space(c);
        let from_text = cell.trim_start_matches(trims);
        let space = cell[..cell.len() - from_text.len()].chars().count();
        Piece {
            column: self.indent + start + space + 1,
            text: from_text.trim_end_matches(trims).to_owned(),
        }
    }

    /// What stands after the last bar of a row and belongs to no cell.
    pub(crate) fn after_last_bar(&self) -> &'a str {
        let mut escaped = false;
        let mut last = 0;
        for (at, c) in self.text.char_indices() {
            if c == '|' && !escaped {
                last = at + 1;
            }
            escaped = c == '\\' && !escaped;
        }
        self.text[last..].trim_matches(is_space)
    }

    /// Tags of a tag line, up to a comment; `Err` holds the bytes of one with space inside.
    pub(crate) fn tags(&self) -> Vec<Result<Piece, Range<usize>>> {
        let mut tags = Vec::new();
        let mut column = self.column();
        let mut start = self.span().start;
        let text = &self.text[..comment_start(self.text)];
        for part in text.split_inclusive_before('@') {
            let tag = part.trim_end_matches(is_space);
            if tag.chars().count() > 1 {
                tags.push(if tag.contains(is_space) {
                    Err(start..start + tag.len())
                } else {
                    Ok(Piece { column, text: tag.to_owned() })
                });
            }
            start += part.len();
            column += part.chars().count();
        }
        tags
    }
}

/// Where a comment begins on a tag line: at a `#` after a space.
fn comment_start(text: &str) -> usize {
    let mut before = 'x';
    for (at, c) in text.char_indices() {
        if c == '#' && is_space(before) {
            return at;
        }
        before = c;
    }
    text.len()
}

trait SplitBefore {
    /// Pieces that each begin with `mark`; the text before the first one is a piece too.
    fn split_inclusive_before(&self, mark: char) -> impl Iterator<Item = &str>;
}

impl SplitBefore for str {
    fn split_inclusive_before(&self, mark: char) -> impl Iterator<Item = &str> {
        let mut rest = self;
        std::iter::from_fn(move || {
            let first = rest.chars().next()?.len_utf8();
            let end = rest[first..].find(mark).map_or(rest.len(), |at| first + at);
            let (piece, after) = rest.split_at(end);
            rest = after;
            Some(piece)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line<'_> {
        Line::new(1, 0, text)
    }

    #[test]
    fn cells_resolve_escapes_and_keep_other_backslashes() {
        let cells = |text| line(text).cells().into_iter().map(|c| c.text).collect::<Vec<_>>();
        assert_eq!(cells(r"| a\|b | c\\ | d\ne | f\g |"), ["a|b", "c\\", "d\ne", "f\\g"]);
        assert_eq!(cells("|\u{A0}õ\t||"), ["õ", ""]);
        assert_eq!(cells("| a | b"), ["a"]);
        assert_eq!(cells(r"| a \"), [""; 0]);
        assert_eq!(line("  | õä | b |").cells()[1].column, 10);
    }

    #[test]
    fn what_follows_the_last_bar_is_known() {
        assert_eq!(line("| a | b").after_last_bar(), "b");
        assert_eq!(line("| a | ").after_last_bar(), "");
        assert_eq!(line(r"| a \| b").after_last_bar(), r"a \| b");
        assert_eq!(line(r"| a \\| b").after_last_bar(), "b");
    }

    #[test]
    fn tags_end_at_a_comment_and_may_touch() {
        let tags = line(" @üks@kaks  @kolm#3 # muu @neli").tags();
        let expected = [(2, "@üks"), (6, "@kaks"), (13, "@kolm#3")];
        let expected: Vec<_> = expected
            .map(|(column, text)| Ok(Piece { column, text: text.to_owned() }))
            .into_iter()
            .collect();
        assert_eq!(tags, expected);
        assert!(matches!(&line("@õ b@c").tags()[..], [Err(span), Ok(_)] if *span == (0..5)));
        assert!(line("@").tags().is_empty());
    }

    #[test]
    fn lines_leave_out_the_mark_and_the_breaks() {
        let lines = Lines::new(&Source::new("f", "\u{FEFF}a\r\n b\n\nc"));
        let all: Vec<_> = lines.iter().map(|line| (line.number, line.raw)).collect();
        assert_eq!(all, [(1, "a"), (2, " b"), (3, ""), (4, "c")]);
        assert_eq!(lines.get(2).map(|line| line.span()), Some(7..8));
        assert!(lines.get(0).is_none() && lines.get(5).is_none());
    }
}
