//! What a CSV file is, from its beginning: encoding, what stands between cells, the header.

use std::{
    io::{Read as _, Seek as _, SeekFrom},
    ops::Range,
};

use rakis_model::Message;

use super::{
    Encoding, Error, Problem, Source,
    layout::Hand,
    problem::Problems,
    scan::{self, End},
};

/// How much of a file is looked at: the header must fit in.
const SAMPLE: u64 = 1 << 18;
/// Rows looked at to tell delimiters apart.
const ROWS: usize = 50;
/// What may stand between cells.
const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// A file's beginning, understood.
#[derive(Clone, Debug)]
pub(crate) struct Sniffed {
    pub encoding: Encoding,
    /// Nobody said which, so it may prove wrong.
    pub encoding_guessed: bool,
    pub delimiter: u8,
    pub header: Vec<String>,
    /// Where the first row begins.
    pub body: u64,
}

/// Looks at a file; what is wrong is noted, and `None` says that it cannot be read.
pub(crate) fn sniff(
    source: &Source,
    hand: Hand,
    proven: Option<Encoding>,
    problems: &Problems,
) -> Result<Option<Sniffed>, Error> {
    let mut file = source.open().map_err(|error| Error::file(&source.name, &error))?;
    let mut sample = Vec::new();
    let read = file
        .seek(SeekFrom::Start(0))
        .and_then(|_| (&mut file).take(SAMPLE).read_to_end(&mut sample));
    read.map_err(|error| Error::file(&source.name, &error))?;
    match understand(&sample, source, proven) {
        Ok(sniffed) => Ok(Some(sniffed)),
        Err(problem) => {
            problems.add(hand, 0, *problem);
            Ok(None)
        }
    }
}

fn understand(
    sample: &[u8],
    source: &Source,
    proven: Option<Encoding>,
) -> Result<Sniffed, Box<Problem>> {
    let wrong = |key| Problem::new(&source.name, Message::new(key));
    if sample.starts_with(b"PK\x03\x04") || sample.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(Box::new(wrong("compare-rec-workbook")));
    }
    if sample.starts_with(b"\xff\xfe") || sample.starts_with(b"\xfe\xff") || sample.contains(&0) {
        let hint = Message::new("compare-rec-utf16-hint");
        return Err(Box::new(wrong("compare-rec-utf16").hint(hint)));
    }
    let bom = sample.starts_with(b"\xef\xbb\xbf");
    let text = if bom { &sample[3..] } else { sample };
    if text.iter().all(u8::is_ascii_whitespace) {
        return Err(Box::new(wrong("compare-rec-empty")));
    }
    let said = source.encoding.or(bom.then_some(Encoding::Utf8));
    let encoding = said.or(proven).unwrap_or_else(|| encoding(text));
    let (delimiter, end) = delimiter(text, source)?;
    let header = names(&text[..end], delimiter, encoding)
        .ok_or_else(|| Box::new(wrong("compare-rec-header").row(1)))?;
    if text[end..].iter().all(u8::is_ascii_whitespace) && (sample.len() as u64) < SAMPLE {
        return Err(Box::new(wrong("compare-rec-header-only").row(1)));
    }
    let body = (sample.len() - text.len() + end) as u64;
    Ok(Sniffed { encoding, encoding_guessed: said.is_none(), delimiter, header, body })
}

/// UTF-8, unless there are bytes beyond it and no letter written in it.
fn encoding(text: &[u8]) -> Encoding {
    let mut broken = false;
    let mut wide = false;
    for chunk in text.utf8_chunks() {
        wide |= !chunk.valid().is_ascii();
        // A letter cut through by the end of the sample is none of them.
        let cut = chunk.invalid().as_ptr_range().end == text.as_ptr_range().end
            && text.len() as u64 >= SAMPLE - 3;
        broken |= !chunk.invalid().is_empty() && !cut;
    }
    if broken && !wide { Encoding::Windows1257 } else { Encoding::Utf8 }
}

/// The one delimiter that cuts the header and the first rows into as many cells; where the header
/// ends under it.
fn delimiter(text: &[u8], source: &Source) -> Result<(u8, usize), Box<Problem>> {
    let whole = (text.len() as u64) < SAMPLE - 3;
    let end = |delimiter| match scan::record_end(text, 0, delimiter) {
        End::At(end) => Some(end),
        End::Missing if whole => Some(text.len()),
        End::Missing | End::Open => None,
    };
    let told = |key: &'static str, values: String| {
        let message = Message::new(key).with("delimiters", values);
        let problem = Problem::new(&source.name, message).row(1);
        Err(Box::new(problem.hint(Message::new("compare-rec-delimiter-hint"))))
    };
    let open = || {
        Box::new(
            Problem::new(&source.name, Message::new("compare-rec-quote-open").with("from", 1))
                .row(1),
        )
    };
    if let Some(said) = source.delimiter {
        return Ok((said, end(said).ok_or_else(open)?));
    }
    let header = end(b';').ok_or_else(open)?;
    let there: Vec<u8> =
        DELIMITERS.into_iter().filter(|one| text[..header].contains(one)).collect();
    let shown = |all: &[u8]| all.iter().map(|one| show(*one)).collect::<Vec<_>>().join(" ");
    match there[..] {
        // One column only: any delimiter that is nowhere will do.
        [] => return Ok((b';', header)),
        [one] => return Ok((one, end(one).ok_or_else(open)?)),
        _ => {}
    }
    let even: Vec<u8> = there.iter().copied().filter(|one| is_even(text, *one, whole)).collect();
    match even[..] {
        [one] => Ok((one, end(one).ok_or_else(open)?)),
        _ => told("compare-rec-delimiter", shown(&there)),
    }
}

/// A delimiter as people can read it.
pub(crate) fn show(delimiter: u8) -> String {
    if delimiter == b'\t' { "TAB".to_owned() } else { char::from(delimiter).to_string() }
}

/// Are the first rows as wide as the header, and wider than one cell?
fn is_even(text: &[u8], delimiter: u8, whole: bool) -> bool {
    let mut cells: Vec<Range<usize>> = Vec::new();
    let (mut start, mut width) = (0, 0);
    for _ in 0..ROWS {
        let end = match scan::record_end(text, start, delimiter) {
            End::At(end) => end,
            End::Missing if whole && start < text.len() => text.len(),
            _ => break,
        };
        let row = scan::trimmed(&text[start..end]);
        if scan::split(row, delimiter, true, &mut cells).is_err() {
            return false;
        }
        if width == 0 {
            width = cells.len();
        } else if cells.len() != width && !row.is_empty() {
            return false;
        }
        start = end;
    }
    width > 1
}

/// The names of the columns; `None` when they cannot be read.
fn names(record: &[u8], delimiter: u8, encoding: Encoding) -> Option<Vec<String>> {
    let row = scan::trimmed(record);
    let mut cells = Vec::new();
    scan::split(row, delimiter, true, &mut cells).ok()?;
    // A carriage return within: the lines end in a way of computers long gone.
    if row.contains(&b'\r') {
        return None;
    }
    let name = |range: Range<usize>| {
        let value = scan::value(&row[range]);
        match encoding {
            Encoding::Utf8 => String::from_utf8(value.into_owned()).ok(),
            Encoding::Windows1257 => {
                let (text, wrong) = encoding_rs::WINDOWS_1257.decode_without_bom_handling(&value);
                (!wrong).then(|| text.into_owned())
            }
        }
    };
    cells.into_iter().map(name).collect()
}
