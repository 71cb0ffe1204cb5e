//! Tables: a Gherkin table, a CSV file or the sheets of a workbook.

mod compare;
mod csv;
mod order;
mod sheet;
mod write;
mod xlsx;

pub(crate) use compare::compare;
use order::Layout;
pub(crate) use sheet::Sheet;
pub(crate) use xlsx::date_time as excel_moment;

use rakis_model::{Difference, Failure, Message};

use super::{Canonicalised, Setting};
use crate::{
    Table,
    snapshot::{
        Form, Rules,
        identities::Naming,
        number,
        rules::{At, Edge, Rule, Used},
    },
};

/// Reads the tables of a document.
///
/// # Errors
/// [`Failure`] when the bytes are no table of this form.
pub(crate) fn read(form: Form, body: &[u8]) -> Result<Vec<Sheet>, Box<Failure>> {
    match form {
        Form::Csv => Ok(vec![csv::read(body)?]),
        Form::Xlsx => xlsx::read(body),
        _ => Ok(vec![Sheet::of(&Table::parse(super::utf8(body)?)?)]),
    }
}

/// The canonical text of tables: columns in their order, aligned, rows under a key or of a free
/// order sorted.
pub(crate) fn canonicalise(
    sheets: Vec<Sheet>,
    rules: &Rules,
    setting: &Setting<'_>,
) -> Result<Canonicalised, Box<Failure>> {
    let mut used = Used::none(rules);
    let mut naming = Naming::new(setting.identities);
    let mut texts = Vec::new();
    let mut broken = Vec::new();
    for sheet in sheets {
        let mut one = One { used: &mut used, naming: &mut naming, setting, rules };
        let (sheet, wrong) = one.canonical(sheet)?;
        if let Some(table) = sheet.table.as_ref().filter(|_| !wrong.is_empty()) {
            let names = Layout::of(table.header(), rules).row_names(table.rows());
            broken.extend(wrong.iter().map(|wrong| wrong.difference(&sheet, table, &names)));
        }
        texts.push(write::sheet(&sheet));
    }
    let text = texts.join("\n\n").trim_end().to_owned();
    Ok(Canonicalised { text, broken, unused: used.unused(rules) })
}

/// A cell that lacks its shape: row, column, the word of the shape.
struct Wrong {
    row: usize,
    column: usize,
    word: &'static str,
}

impl Wrong {
    fn difference(&self, sheet: &Sheet, table: &Table, names: &[String]) -> Difference {
        let row = &names[self.row];
        Difference {
            path: sheet.path(&format!("{row}, veerg „{}“", table.header()[self.column])),
            kind: rakis_model::failure::DifferenceKind::Changed,
            expected: Some(format!("[{}]", self.word)),
            actual: Some(table.rows()[self.row][self.column].clone()),
        }
    }
}

/// One sheet on its way.
struct One<'a, 'i> {
    used: &'a mut Used,
    naming: &'a mut Naming<'i>,
    setting: &'a Setting<'i>,
    rules: &'a Rules,
}

impl One<'_, '_> {
    fn canonical(&mut self, sheet: Sheet) -> Result<(Sheet, Vec<Wrong>), Box<Failure>> {
        let Some(table) = sheet.table else { return Ok((sheet, Vec::new())) };
        // Rules name a column as the canonical text shows it.
        let shown: Vec<String> =
            table.header().iter().map(|name| write::visible(name.clone())).collect();
        self.whole_table(&shown)?;
        let mut columns = Vec::new();
        for (column, name) in shown.iter().enumerate() {
            let rule = At::start(self.rules).go(Edge::Key(name)).rule()?;
            if self.is_kept(rule, &table, column) {
                columns.push((column, rule.map(|(_, rule)| rule)));
            }
        }
        if columns.is_empty() {
            return Err(Box::new(Failure::invalid(Message::new("compare-rules-nothing-left"))));
        }
        let names: Vec<String> =
            columns.iter().map(|&(column, _)| table.header()[column].clone()).collect();
        let kept: Vec<String> = columns.iter().map(|&(column, _)| shown[column].clone()).collect();
        let layout = Layout::of(&kept, self.rules);
        let mut rows: Vec<Vec<&str>> = Vec::with_capacity(table.rows().len());
        for row in table.rows() {
            rows.push(columns.iter().map(|&(column, _)| row[column].as_str()).collect());
        }
        let rules: Vec<Option<&Rule>> = columns.iter().map(|(_, rule)| *rule).collect();
        layout.sort(&mut rows, &rules, self.naming);
        let title = sheet.title.map(|title| self.text(&title));
        let header = names.iter().map(|name| self.text(name)).collect();
        let (rows, wrong) = self.rows(&rows, &rules);
        Ok((Sheet { title, table: Some(Table::new(header, rows)?) }, wrong))
    }

    /// Notes rules of the whole table and looks for the columns they name.
    fn whole_table(&mut self, header: &[String]) -> Result<(), Box<Failure>> {
        if let Some((number, rule)) = At::start(self.rules).rule()? {
            let applies = match rule {
                Rule::Key(fields) => fields.iter().all(|field| header.contains(field)),
                _ => true,
            };
            if applies {
                self.used.note(number);
            }
        }
        Ok(())
    }

    /// Is the column kept? Notes its rule, if it can apply.
    fn is_kept(&mut self, rule: Option<(usize, &Rule)>, table: &Table, column: usize) -> bool {
        let Some((number, rule)) = rule else { return true };
        let applies = match rule {
            Rule::Tolerance(_) => {
                table.rows().is_empty()
                    || table.rows().iter().any(|row| number::parse(&row[column]).is_some())
            }
            _ => true,
        };
        if applies {
            self.used.note(number);
        }
        !matches!(rule, Rule::Ignore(_))
    }

    fn rows(
        &mut self,
        rows: &[Vec<&str>],
        rules: &[Option<&Rule>],
    ) -> (Vec<Vec<String>>, Vec<Wrong>) {
        let mut wrong = Vec::new();
        let mut out = Vec::with_capacity(rows.len());
        for (row, cells) in rows.iter().enumerate() {
            let mut line = Vec::with_capacity(cells.len());
            for (column, cell) in cells.iter().enumerate() {
                if *cell == sheet::ABSENT {
                    line.push("[puudub]".to_owned());
                    continue;
                }
                let Some(Rule::Shape { shape, or_empty }) = rules[column] else {
                    line.push(self.text(cell));
                    continue;
                };
                if cell.is_empty() && *or_empty {
                    line.push(String::new());
                } else if !shape.fits(cell, self.setting.window) {
                    wrong.push(Wrong { row, column, word: shape.word() });
                    line.push(self.text(cell));
                } else if shape.keeps_identity() {
                    line.push(format!("[{}]", self.naming.identity(shape.word(), cell)));
                } else {
                    line.push(format!("[{}]", shape.word()));
                }
            }
            out.push(line);
        }
        (out, wrong)
    }

    /// A received text with codes replaced, and with what a table cannot show written out.
    fn text(&mut self, text: &str) -> String {
        let mut out = String::new();
        self.naming.text(text, &mut out);
        write::visible(out)
    }
}
