//! Puts lines together to the syntax tree, numbering nodes in the official parser's order: a
//! node after what it holds, tags just before the node they stand on.

use rakis_model::messages::{
    Background, Comment, DataTable, DocString, Examples, Feature, FeatureChild, GherkinDocument,
    KeywordType, Location, Rule, RuleChild, Scenario, Step, TableCell, TableRow, Tag,
};

use crate::{
    Ids,
    line::{Line, Piece, is_space},
    state::Within,
};

/// The lines of one description, for the checks that look for what should not be there.
#[derive(Debug)]
pub(crate) struct Described {
    /// What it describes.
    pub(crate) within: Within,
    /// Line of the title above it.
    pub(crate) title: usize,
    /// Line numbers.
    pub(crate) lines: Vec<usize>,
}

/// What every titled node begins with.
#[derive(Debug, Default)]
struct Title {
    location: Location,
    tags: Vec<Tag>,
    keyword: String,
    name: String,
    description: String,
}

impl Title {
    /// The description; the empty lines before the next node are none of it.
    fn take_description(&mut self) -> String {
        let mut text = std::mem::take(&mut self.description);
        let lines = text.split('\n');
        let kept = lines
            .scan(0, |end, line| {
                *end += line.len() + 1;
                Some((*end - 1, line))
            })
            .filter(|(_, line)| !line.trim_matches(is_space).is_empty())
            .last();
        text.truncate(kept.map_or(0, |(end, _)| end));
        text
    }

    fn take_tags(&mut self, ids: &mut Ids) -> Vec<Tag> {
        let mut tags = std::mem::take(&mut self.tags);
        for tag in &mut tags {
            tag.id = ids.next_id();
        }
        tags
    }
}

#[derive(Debug)]
struct Block {
    title: Title,
    background: bool,
    steps: Vec<Step>,
    examples: Vec<Examples>,
}

/// The tree so far: finished nodes, and those still open from the outermost to the innermost.
#[derive(Debug)]
pub(crate) struct Builder<'a> {
    ids: &'a mut Ids,
    comments: Vec<Comment>,
    described: Vec<Described>,
    tags: Vec<Tag>,
    language: String,
    feature: Option<(Title, Vec<FeatureChild>)>,
    rule: Option<(Title, Vec<RuleChild>)>,
    block: Option<Block>,
    examples: Option<(Title, Vec<TableRow>)>,
    step: Option<Step>,
    text: Option<(DocString, Vec<String>)>,
}

impl<'a> Builder<'a> {
    pub(crate) const fn new(ids: &'a mut Ids) -> Self {
        Self {
            ids,
            comments: Vec::new(),
            described: Vec::new(),
            tags: Vec::new(),
            language: String::new(),
            feature: None,
            rule: None,
            block: None,
            examples: None,
            step: None,
            text: None,
        }
    }

    /// A comment line.
    pub(crate) fn comment(&mut self, line: Line<'_>) {
        let location = Location { line: line.number, column: Some(1) };
        self.comments.push(Comment { location, text: line.raw.to_owned() });
    }

    /// A tag; it waits for the title it stands on.
    pub(crate) fn tag(&mut self, line: usize, tag: Piece) {
        let location = Location { line, column: Some(tag.column) };
        self.tags.push(Tag { location, name: tag.text, id: String::new() });
    }

    /// The feature begins.
    pub(crate) fn feature(&mut self, line: Line<'_>, keyword: &str, name: &str, language: &str) {
        language.clone_into(&mut self.language);
        let title = self.title(line, keyword, name);
        self.feature = Some((title, Vec::new()));
    }

    /// A rule begins.
    pub(crate) fn rule(&mut self, line: Line<'_>, keyword: &str, name: &str) {
        self.close_rule();
        let title = self.title(line, keyword, name);
        self.rule = Some((title, Vec::new()));
    }

    /// A background or scenario begins.
    pub(crate) fn block(&mut self, line: Line<'_>, keyword: &str, name: &str, background: bool) {
        self.close_block();
        let title = self.title(line, keyword, name);
        self.block = Some(Block { title, background, steps: Vec::new(), examples: Vec::new() });
    }

    /// Examples begin.
    pub(crate) fn examples(&mut self, line: Line<'_>, keyword: &str, name: &str) {
        self.close_step();
        self.close_examples();
        let title = self.title(line, keyword, name);
        self.examples = Some((title, Vec::new()));
    }

    /// A step begins.
    pub(crate) fn step(&mut self, line: Line<'_>, keyword: &str, kind: KeywordType, text: &str) {
        self.close_step();
        self.step = Some(Step {
            location: location(line),
            keyword: keyword.to_owned(),
            keyword_type: kind,
            text: text.to_owned(),
            ..Step::default()
        });
    }

    /// The free text under the innermost title begins.
    pub(crate) fn describe_from(&mut self, within: Within) {
        let title = self.innermost().map_or(0, |title| title.location.line);
        self.described.push(Described { within, title, lines: Vec::new() });
    }

    /// A line of that text.
    pub(crate) fn describe(&mut self, line: Line<'_>) {
        if let Some(described) = self.described.last_mut() {
            described.lines.push(line.number);
        }
        if let Some(title) = self.innermost() {
            title.description.push_str(line.raw);
            title.description.push('\n');
        }
    }

    const fn innermost(&mut self) -> Option<&mut Title> {
        match (&mut self.examples, &mut self.block, &mut self.rule, &mut self.feature) {
            (Some((title, _)), ..)
            | (_, Some(Block { title, .. }), ..)
            | (_, _, Some((title, _)), _)
            | (.., Some((title, _))) => Some(title),
            (None, None, None, None) => None,
        }
    }

    /// A row of the step's table; answers its number of cells.
    pub(crate) fn step_row(&mut self, line: Line<'_>) -> usize {
        let row = self.row(line);
        let cells = row.cells.len();
        if let Some(step) = &mut self.step {
            let table = step.data_table.get_or_insert_with(|| DataTable {
                location: row.location.clone(),
                rows: Vec::new(),
            });
            table.rows.push(row);
        }
        cells
    }

    /// A row of examples; the first is the header. Answers its number of cells.
    pub(crate) fn example_row(&mut self, line: Line<'_>) -> usize {
        let row = self.row(line);
        let cells = row.cells.len();
        if let Some((_, rows)) = &mut self.examples {
            rows.push(row);
        }
        cells
    }

    /// A text block opens.
    pub(crate) fn open_text(&mut self, line: Line<'_>, delimiter: &str, media_type: &str) {
        let text = DocString {
            location: location(line),
            media_type: (!media_type.is_empty()).then(|| media_type.to_owned()),
            content: String::new(),
            delimiter: delimiter.to_owned(),
        };
        self.text = Some((text, Vec::new()));
    }

    /// A line of the open text block.
    pub(crate) fn text_line(&mut self, line: String) {
        if let Some((_, lines)) = &mut self.text {
            lines.push(line);
        }
    }

    /// The open text block ends.
    pub(crate) fn close_text(&mut self) {
        if let (Some((mut text, lines)), Some(step)) = (self.text.take(), &mut self.step) {
            text.content = lines.join("\n");
            step.doc_string = Some(text);
        }
    }

    /// The whole tree, and where its descriptions stand.
    pub(crate) fn finish(mut self, uri: &str) -> (GherkinDocument, Vec<Described>) {
        self.close_rule();
        let feature = self.feature.take().map(|(mut title, children)| Feature {
            tags: title.take_tags(self.ids),
            description: title.take_description(),
            language: self.language,
            location: title.location,
            keyword: title.keyword,
            name: title.name,
            children,
        });
        let document =
            GherkinDocument { uri: Some(uri.to_owned()), feature, comments: self.comments };
        (document, self.described)
    }

    fn title(&mut self, line: Line<'_>, keyword: &str, name: &str) -> Title {
        Title {
            location: location(line),
            tags: std::mem::take(&mut self.tags),
            keyword: keyword.to_owned(),
            name: name.to_owned(),
            description: String::new(),
        }
    }

    fn row(&mut self, line: Line<'_>) -> TableRow {
        let cell = |piece: Piece| TableCell {
            location: Location { line: line.number, column: Some(piece.column) },
            value: piece.text,
        };
        TableRow {
            location: location(line),
            cells: line.cells().into_iter().map(cell).collect(),
            id: self.ids.next_id(),
        }
    }

    fn close_step(&mut self) {
        if let (Some(mut step), Some(block)) = (self.step.take(), &mut self.block) {
            step.id = self.ids.next_id();
            block.steps.push(step);
        }
    }

    fn close_examples(&mut self) {
        if let (Some((mut title, rows)), Some(block)) = (self.examples.take(), &mut self.block) {
            let mut rows = rows.into_iter();
            block.examples.push(Examples {
                tags: title.take_tags(self.ids),
                description: title.take_description(),
                location: title.location,
                keyword: title.keyword,
                name: title.name,
                table_header: rows.next(),
                table_body: rows.collect(),
                id: self.ids.next_id(),
            });
        }
    }

    fn close_block(&mut self) {
        self.close_step();
        self.close_examples();
        let Some(Block { mut title, background, steps, examples }) = self.block.take() else {
            return;
        };
        let tags = title.take_tags(self.ids);
        let description = title.take_description();
        let id = self.ids.next_id();
        let Title { location, keyword, name, .. } = title;
        if background {
            let background = Background { location, keyword, name, description, steps, id };
            match (&mut self.rule, &mut self.feature) {
                (Some((_, all)), _) => all.push(RuleChild::Background(background)),
                (_, Some((_, all))) => all.push(FeatureChild::Background(background)),
                (None, None) => {}
            }
        } else {
            let scenario =
                Scenario { location, tags, keyword, name, description, steps, examples, id };
            match (&mut self.rule, &mut self.feature) {
                (Some((_, all)), _) => all.push(RuleChild::Scenario(scenario)),
                (_, Some((_, all))) => all.push(FeatureChild::Scenario(scenario)),
                (None, None) => {}
            }
        }
    }

    fn close_rule(&mut self) {
        self.close_block();
        let Some((mut title, children)) = self.rule.take() else {
            return;
        };
        let tags = title.take_tags(self.ids);
        let rule = Rule {
            tags,
            description: title.take_description(),
            location: title.location,
            keyword: title.keyword,
            name: title.name,
            children,
            id: self.ids.next_id(),
        };
        if let Some((_, all)) = &mut self.feature {
            all.push(FeatureChild::Rule(rule));
        }
    }
}

const fn location(line: Line<'_>) -> Location {
    Location { line: line.number, column: Some(line.column()) }
}
