//! The grammar at work: what each line does to the tree. Every line is looked at once, without
//! looking ahead, so that the time grows with the number of lines.

use std::sync::Arc;

use rakis_model::Diagnostic;

use crate::{
    builder::Builder,
    diagnostics,
    dialect::{Dialect, suggest},
    line::{Line, Lines},
    state::{State, Under, Within},
    token::{Kind, Token, language, recognise},
};

/// A reader on its way through the lines.
pub(crate) struct Parser<'a> {
    lines: &'a Lines,
    dialect: Arc<Dialect>,
    state: State,
    builder: Builder<'a>,
    problems: Vec<Diagnostic>,
    /// How many lines have not fitted since the last that did.
    lost: usize,
    /// Line and number of cells of the table's first row.
    first_row: Option<(usize, usize)>,
    language_given: bool,
    /// How many problems stood after an unknown language was noted.
    unknown_language: Option<usize>,
}

/// What is left when the last line is read.
pub(crate) struct Finished<'a> {
    pub(crate) builder: Builder<'a>,
    pub(crate) dialect: Arc<Dialect>,
    pub(crate) problems: Vec<Diagnostic>,
    pub(crate) language_given: bool,
    /// How many problems stood after an unknown language was noted.
    pub(crate) unknown_language: Option<usize>,
}

impl<'a> Parser<'a> {
    pub(crate) const fn new(lines: &'a Lines, dialect: Arc<Dialect>, builder: Builder<'a>) -> Self {
        Self {
            lines,
            dialect,
            state: State::Start { language: false, tags: false },
            builder,
            problems: Vec::new(),
            lost: 0,
            first_row: None,
            language_given: false,
            unknown_language: None,
        }
    }

    /// Reads all lines, each once.
    pub(crate) fn read(mut self) -> Finished<'a> {
        for line in self.lines.iter() {
            self.line(line);
        }
        self.end();
        let Self { builder, dialect, problems, language_given, unknown_language, .. } = self;
        Finished { builder, dialect, problems, language_given, unknown_language }
    }

    fn line(&mut self, line: Line<'a>) {
        if let State::Text { delimiter, indent, under, .. } = self.state {
            return self.in_text(line, delimiter, indent, under);
        }
        let dialect = Arc::clone(&self.dialect);
        let found = Kind::ALL
            .into_iter()
            .filter(|kind| self.state.accepts(*kind))
            .find_map(|kind| Some((kind, recognise(kind, line, &dialect)?)));
        match found {
            Some((kind, token)) => {
                if !self.stays_lost(kind) {
                    self.lost = 0;
                }
                self.take(kind, token, line);
            }
            None => {
                let problem = diagnostics::unexpected(self.lines, line, self.state, &dialect);
                // A line that says how to mend it is a slip of its own.
                if self.lost < self.told_when_lost() || !problem.hints.is_empty() {
                    self.problems.push(problem);
                }
                self.lost += 1;
            }
        }
    }

    /// Does a line of this kind, though it fits, not show where the reader is again? Before the
    /// feature's title tags and comments fit anywhere.
    const fn stays_lost(&self, kind: Kind) -> bool {
        match kind {
            Kind::Empty => true,
            Kind::Comment | Kind::Tags => matches!(self.state, State::Start { .. }),
            _ => false,
        }
    }

    /// How many unfitting lines in a row are told. Without the feature's title none below can
    /// fit; elsewhere as many as the official parser tells before it gives up.
    const fn told_when_lost(&self) -> usize {
        match self.state {
            State::Start { .. } => 1,
            _ => 10,
        }
    }

    fn take(&mut self, kind: Kind, token: Token<'_>, line: Line<'a>) {
        match token {
            Token::Language(code) => self.language(code, line),
            Token::Title { keyword, name } => self.title(kind, keyword, name, line),
            Token::Step { keyword, kind, text } => {
                let scenario = match self.state {
                    State::Steps(under) => under.scenario,
                    State::Title(within) | State::Description(within) => within == Within::Scenario,
                    _ => false,
                };
                self.builder.step(line, keyword, kind, text);
                self.state = State::Steps(Under { scenario, ..Under::default() });
            }
            Token::Text { delimiter, media_type } => {
                if let State::Steps(under) = self.state {
                    self.builder.open_text(line, delimiter, media_type);
                    let (indent, line) = (line.indent, line.number);
                    self.state = State::Text { delimiter, indent, line, under };
                }
            }
            Token::Plain => match kind {
                Kind::Comment => self.comment(line),
                Kind::Tags => self.tags(line),
                Kind::Row => self.row(line),
                Kind::Other => self.describe(line),
                _ => {}
            },
        }
    }

    fn language(&mut self, code: &str, line: Line<'a>) {
        self.language_given = true;
        if let Some(dialect) = Dialect::get(code) {
            self.dialect = dialect;
        } else {
            let meant = suggest(code);
            self.problems.push(diagnostics::unknown_language(
                self.lines,
                line,
                code,
                meant.as_deref(),
            ));
            self.unknown_language = Some(self.problems.len());
            // Reading goes on in the language that was probably meant.
            if let Some(dialect) = meant.and_then(|code| Dialect::get(&code)) {
                self.dialect = dialect;
            }
        }
        if let State::Start { tags, .. } = self.state {
            self.state = State::Start { language: true, tags };
        }
    }

    fn title(&mut self, kind: Kind, keyword: &str, name: &str, line: Line<'a>) {
        let within = match kind {
            Kind::Feature => {
                self.builder.feature(line, keyword, name, &self.dialect.code);
                Within::Feature
            }
            Kind::Rule => {
                self.builder.rule(line, keyword, name);
                Within::Rule
            }
            Kind::Examples => {
                self.builder.examples(line, keyword, name);
                Within::Examples
            }
            Kind::Background => {
                self.builder.block(line, keyword, name, true);
                Within::Background
            }
            _ => {
                self.builder.block(line, keyword, name, false);
                Within::Scenario
            }
        };
        self.first_row = None;
        self.state = State::Title(within);
    }

    fn comment(&mut self, line: Line<'a>) {
        // The official parser reads a language line after tags as a mere comment; so it stays in
        // the tree, but the language is taken.
        if let (State::Start { language: false, tags: true }, Some(code)) =
            (self.state, language(line.text))
        {
            self.language(code, line);
        }
        self.builder.comment(line);
        if let State::Title(within) = self.state {
            self.state = State::Description(within);
            self.builder.describe_from(within);
        }
    }

    fn tags(&mut self, line: Line<'a>) {
        for tag in line.tags() {
            match tag {
                Ok(tag) => self.builder.tag(line.number, tag),
                Err(span) => self.problems.push(diagnostics::tag_space(self.lines, span)),
            }
        }
        self.state = match self.state {
            State::Start { language, .. } => State::Start { language, tags: true },
            state => State::Tags { examples: state.accepts(Kind::Examples) },
        };
    }

    fn row(&mut self, line: Line<'a>) {
        let cells = match self.state {
            State::Steps(under) => {
                if !under.row_last {
                    self.first_row = None;
                }
                self.state = State::Steps(Under { table: true, row_last: true, ..under });
                self.builder.step_row(line)
            }
            _ => {
                self.state = State::Rows;
                self.builder.example_row(line)
            }
        };
        match self.first_row {
            None => self.first_row = Some((line.number, cells)),
            Some(first) if first.1 != cells => {
                self.problems.push(diagnostics::cell_count(self.lines, line, cells, first));
            }
            Some(_) => {}
        }
    }

    fn describe(&mut self, line: Line<'a>) {
        if let State::Title(within) = self.state {
            self.builder.describe_from(within);
            self.state = State::Description(within);
        }
        self.builder.describe(line);
    }

    fn in_text(&mut self, line: Line<'a>, delimiter: &'static str, indent: usize, under: Under) {
        if line.text.starts_with(delimiter) {
            self.builder.close_text();
            self.state = State::Steps(Under { text: true, row_last: false, ..under });
            return;
        }
        let escaped: String = delimiter.chars().flat_map(|c| ['\\', c]).collect();
        self.builder.text_line(line.unindented(indent).replace(&escaped, delimiter));
    }

    fn end(&mut self) {
        let problem = match self.state {
            State::Text { delimiter, line, .. } => {
                diagnostics::open_text(self.lines, delimiter, line)
            }
            State::Start { language: false, tags: false }
            | State::Title(_)
            | State::Description(_)
            | State::Steps(_)
            | State::Rows => return,
            // That no feature came has been told with the first line that was not its title.
            State::Start { .. } if self.lost > 0 => return,
            State::Start { .. } | State::Tags { .. } => {
                diagnostics::unexpected_end(self.lines, self.state, &self.dialect)
            }
        };
        self.problems.push(problem);
    }
}
