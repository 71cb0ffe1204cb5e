//! From the deviating rows to what is told: counts, groups, the first ones, the file of all.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::File,
    io::{BufWriter, Write as _},
    path::PathBuf,
};

use rakis_model::{date, redact::Redactor};

use super::{
    Cell, Counts, Distribution, Error, Finding, FindingKind, Group, Number, Options, Out, Pattern,
    cells::{self, Change},
    finding::{KINDS, Log, Raw},
    groups::Groups,
    layout::Layout,
    number::{Shape, shape},
    scan,
};

/// Shorter values hold neither a secret nor a code.
const SHORTEST_HIDDEN: usize = rakis_model::redact::SHORTEST_SECRET;

/// What is told of the deviating rows.
pub(crate) struct Told {
    pub counts: Counts,
    pub groups: Vec<Group>,
    pub groups_found: u64,
    pub columns: Vec<Distribution>,
    pub first: Vec<Finding>,
}

/// Reads the deviating rows once; those of duplicate keys are left out.
pub(crate) fn tell(
    log: Log,
    twice: &BTreeSet<Vec<u8>>,
    layout: &Layout,
    options: &Options,
) -> Result<Told, Error> {
    let mut file = options.out.as_ref().map(|out| Export::new(out, options)).transpose()?;
    let mut counts = Counts::default();
    let mut groups = Groups::default();
    let mut first: BTreeMap<(FindingKind, u64, u64), Finding> = BTreeMap::new();
    let mut kept = [0_usize; 4];
    for raw in
        log.read().map_err(|error| Error::file(&options.scratch.to_string_lossy(), &error))?
    {
        let raw = raw.map_err(|error| Error::file(&options.scratch.to_string_lossy(), &error))?;
        let kind = KINDS[usize::from(raw.kind) % KINDS.len()];
        if kind != FindingKind::Duplicate && twice.contains(&raw.key) {
            continue;
        }
        count(&mut counts, kind, &raw);
        let finding = finding(kind, &raw, layout, options, &mut groups);
        if let Some(file) = &mut file {
            file.write(&finding, options)?;
        }
        let at = |rows: &[u64]| rows.first().copied().unwrap_or_default();
        first.insert((kind, at(&finding.left_rows), at(&finding.right_rows)), finding);
        kept[usize::from(raw.kind) % 4] += 1;
        if kept[usize::from(raw.kind) % 4] > options.first {
            let last = first.range(..=(kind, u64::MAX, u64::MAX)).next_back();
            if let Some(last) = last.map(|(place, _)| *place) {
                first.remove(&last);
            }
        }
    }
    if let Some(file) = file {
        file.finish()?;
    }
    let (sorted, steps) = groups.sorted();
    let groups_found = sorted.len() as u64;
    let name = |column: u32| layout.pairs[column as usize].name.clone();
    let hide = |text: &str| hidden(&options.redactor, text);
    let groups = sorted.into_iter().take(options.first).map(|(column, pattern, rows, key)| Group {
        column: name(column),
        pattern: match pattern {
            Pattern::Text(left, right) => Pattern::Text(hide(&left), hide(&right)),
            other => other,
        },
        rows,
        example: key_of(&key, layout, &options.redactor),
    });
    let columns = steps.iter().filter_map(|(column, steps)| steps.distribution(name(*column)));
    Ok(Told {
        counts,
        groups: groups.collect(),
        groups_found,
        columns: columns.collect(),
        first: first.into_values().collect(),
    })
}

fn count(counts: &mut Counts, kind: FindingKind, raw: &Raw) {
    match kind {
        FindingKind::Missing => counts.missing += 1,
        FindingKind::Extra => counts.extra += 1,
        FindingKind::Duplicate => {
            counts.duplicate_keys += 1;
            counts.duplicate_left += raw.left_rows.len() as u64;
            counts.duplicate_right += raw.right_rows.len() as u64;
        }
        FindingKind::Changed => {
            counts.changed += 1;
            counts.cells += raw.cells.len() as u64;
        }
    }
}

fn finding(
    kind: FindingKind,
    raw: &Raw,
    layout: &Layout,
    options: &Options,
    groups: &mut Groups,
) -> Finding {
    let mut cells = Vec::new();
    for (column, left, right) in &raw.cells {
        let pair = &layout.pairs[*column as usize];
        let change = cells::change(pair, left, right, options).unwrap_or(Change::Text);
        let (left, right) = (String::from_utf8_lossy(left), String::from_utf8_lossy(right));
        groups.add(*column, change, [&left, &right], &raw.key);
        let difference = match change {
            Change::Number(difference) => Some(difference.to_string()),
            Change::Days(days) => Some(days.to_string()),
            _ => None,
        };
        let hide = |text: &str| hidden(&options.redactor, text);
        let (left, right) = (hide(&left), hide(&right));
        cells.push(Cell { column: pair.name.clone(), left, right, difference });
    }
    Finding {
        kind,
        key: key_of(&raw.key, layout, &options.redactor),
        left_rows: raw.left_rows.clone(),
        right_rows: raw.right_rows.clone(),
        cells,
    }
}

fn key_of(key: &[u8], layout: &Layout, redactor: &Redactor) -> Vec<String> {
    let values = layout.sides[0].key_values(key);
    values.iter().map(|value| hidden(redactor, value)).collect()
}

fn hidden(redactor: &Redactor, text: &str) -> String {
    if text.len() < SHORTEST_HIDDEN {
        return text.to_owned();
    }
    redactor.apply(text).into_owned()
}

/// The file of all differences, as Excel with Estonian settings opens it: UTF-8 with a byte order
/// mark, semicolons, decimal commas, `31.12.2026`, CRLF.
struct Export {
    out: BufWriter<File>,
    beside: PathBuf,
    path: PathBuf,
    kinds: [String; 4],
    line: Vec<u8>,
}

impl Export {
    fn new(out: &Out, options: &Options) -> Result<Self, Error> {
        let path = out.path.clone();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let beside = path.with_file_name(format!(".{name}.{}.osaline", std::process::id()));
        let file = File::create(&beside).map_err(|error| Error::file(&name, &error))?;
        let out_file = BufWriter::with_capacity(1 << 17, file);
        let kinds = out.kinds.clone();
        let mut export = Self {
            out: out_file,
            beside,
            path: path.clone(),
            kinds,
            line: b"\xef\xbb\xbf".to_vec(),
        };
        let [kind, rest @ ..] = &out.titles;
        let key = options.key.iter().map(|name| hidden(&options.redactor, name));
        let titles = std::iter::once(kind.clone()).chain(key).chain(rest.iter().cloned());
        export.record(&titles.collect::<Vec<_>>())?;
        Ok(export)
    }

    fn write(&mut self, finding: &Finding, options: &Options) -> Result<(), Error> {
        let kind = match finding.kind {
            FindingKind::Missing => 0,
            FindingKind::Extra => 1,
            FindingKind::Duplicate => 2,
            FindingKind::Changed => 3,
        };
        let rows = |rows: &[u64]| rows.iter().map(u64::to_string).collect::<Vec<_>>().join(", ");
        let (left_rows, right_rows) = (rows(&finding.left_rows), rows(&finding.right_rows));
        let key: Vec<String> = finding.key.iter().map(|value| guarded(value)).collect();
        let none = Cell {
            column: String::new(),
            left: String::new(),
            right: String::new(),
            difference: None,
        };
        let cells =
            if finding.cells.is_empty() { std::slice::from_ref(&none) } else { &finding.cells };
        debug_assert_eq!(key.len(), options.key.len());
        for cell in cells {
            let mut record = vec![self.kinds[kind].clone()];
            record.extend(key.iter().cloned());
            let difference = cell.difference.as_deref().unwrap_or_default();
            record.extend([
                guarded(&cell.column),
                shown(&cell.left),
                shown(&cell.right),
                shown(difference),
                left_rows.clone(),
                right_rows.clone(),
            ]);
            self.record(&record)?;
        }
        Ok(())
    }

    fn record(&mut self, cells: &[String]) -> Result<(), Error> {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.line.push(b';');
            }
            scan::write_cell(&mut self.line, cell.as_bytes(), b';');
        }
        self.line.extend_from_slice(b"\r\n");
        let written = self.out.write_all(&self.line);
        self.line.clear();
        written.map_err(|error| Error::file(&self.path.to_string_lossy(), &error))
    }

    /// Everything is on the disk, under its name.
    fn finish(mut self) -> Result<(), Error> {
        let done = self.out.flush().and_then(|()| std::fs::rename(&self.beside, &self.path));
        done.map_err(|error| Error::file(&self.path.to_string_lossy(), &error))
    }
}

impl Drop for Export {
    /// What was not finished is not left behind.
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.beside);
    }
}

/// A value as a spreadsheet of Estonian settings reads it.
fn shown(value: &str) -> String {
    match shape(value.as_bytes()) {
        Shape::Number(number) => Number::written(number, ','),
        _ => match value.len() == 10 && value.contains('-') {
            true => date::parse(value).map_or_else(|| guarded(value), date::show),
            false => guarded(value),
        },
    }
}

/// No formula (CWE-1236).
fn guarded(cell: &str) -> String {
    match cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}
