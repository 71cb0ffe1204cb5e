//! The feature of a specification as its text stands now.

use super::head;
use crate::{
    linked::WITHDRAWN,
    requirement::{Argument, Criterion, Examples, Requirement, Step},
    specification::{Specification, Status},
};

/// Keywords that begin a line in Estonian Gherkin.
const KEYWORDS: [&str; 13] = [
    "omadus",
    "taust",
    "reegel",
    "stsenaarium",
    "juhtum",
    "raamstsenaarium",
    "raamjuhtum",
    "juhtumid",
    "eeldades",
    "kui",
    "siis",
    "ja",
    "kuid",
];

/// Lines of the goal are wrapped before this many characters.
const WIDTH: usize = 100;

/// The feature derived from a specification: Gherkin in Estonian, ends with a line break, the
/// same bytes for the same specification. Scenarios of a withdrawn specification are `@kehtetu`.
pub fn derive_text(spec: &Specification) -> String {
    let withdrawn = match spec.status {
        Status::Withdrawn => format!(" {WITHDRAWN}"),
        _ => String::new(),
    };
    let mut lines = vec![
        "# language: et".to_owned(),
        head::line(&spec.id, &spec.file),
        format!("@mod-{} @lahteulesanne-{}{withdrawn}", spec.system, spec.id),
        format!("Omadus: {}", spec.title),
    ];
    lines.extend(goal(&spec.goal));
    for requirement in &spec.requirements {
        rule(&mut lines, requirement, &withdrawn);
    }
    lines.join("\n") + "\n"
}

/// The goal as a description. No line may begin as Gherkin does, or it would be read as such.
fn goal(goal: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in goal.split_whitespace() {
        let fits = 3 + line.chars().count() + word.chars().count() <= WIDTH;
        if line.is_empty() {
            if reads_as_gherkin(word) {
                line.push_str("Eesmärk: ");
            }
        } else if fits || reads_as_gherkin(word) {
            line.push(' ');
        } else {
            lines.push(format!("  {}", std::mem::take(&mut line)));
        }
        line.push_str(word);
    }
    if !line.is_empty() {
        lines.push(format!("  {line}"));
    }
    lines
}

/// Would a line beginning with this word be read (or suspected) as more than free text?
fn reads_as_gherkin(word: &str) -> bool {
    let bare = word.trim_end_matches([':', ',']).to_lowercase();
    word.starts_with(['@', '#', '|', '*'])
        || word.starts_with("\"\"\"")
        || word.starts_with("```")
        || word.ends_with(':')
        || KEYWORDS.contains(&bare.as_str())
}

fn rule(lines: &mut Vec<String>, requirement: &Requirement, withdrawn: &str) {
    let mut tags = format!("  @req-{}", requirement.id);
    if let Some(story) = &requirement.story {
        tags.push_str(&format!(" @story-{story}"));
    }
    tags.push_str(withdrawn);
    lines.extend([
        String::new(),
        tags,
        format!("  Reegel: {} {}", requirement.id, requirement.statement),
    ]);
    for criterion in &requirement.criteria {
        scenario(lines, criterion, withdrawn);
    }
}

fn scenario(lines: &mut Vec<String>, criterion: &Criterion, withdrawn: &str) {
    let mut tags = format!("    @kriteerium-{}", criterion.id);
    if criterion.manual {
        tags.push_str(" @manual");
    }
    tags.push_str(withdrawn);
    let keyword = if criterion.examples.is_empty() { "Stsenaarium" } else { "Raamstsenaarium" };
    lines.extend([String::new(), tags, format!("    {keyword}: {}", criterion.title)]);
    for (keyword, steps) in criterion.groups() {
        for (index, one) in steps.iter().enumerate() {
            step(lines, if index == 0 { keyword } else { "Ja" }, one);
        }
    }
    for one in &criterion.examples {
        examples(lines, one);
    }
}

fn step(lines: &mut Vec<String>, keyword: &str, step: &Step) {
    lines.push(format!("      {keyword} {}", step.text));
    match &step.argument {
        Some(Argument::Table(table)) => {
            lines.extend(table.lines().iter().map(|line| format!("        {line}")));
        }
        Some(Argument::Text(text)) => {
            text_block(lines, text);
        }
        None => {}
    }
}

/// Quotes in a block that would end it are avoided by the other delimiter, else escaped.
fn text_block(lines: &mut Vec<String>, text: &str) {
    let quotes = text.contains("\"\"\"") || text.contains("\\\"\\\"\\\"");
    let delimiter = if quotes && !text.contains("```") { "```" } else { "\"\"\"" };
    lines.push(format!("        {delimiter}"));
    for line in text.split('\n') {
        let line = match delimiter {
            "```" => line.to_owned(),
            _ => line.replace("\"\"\"", "\\\"\\\"\\\""),
        };
        lines.push(if line.is_empty() { line } else { format!("        {line}") });
    }
    lines.push(format!("        {delimiter}"));
}

fn examples(lines: &mut Vec<String>, examples: &Examples) {
    let name = examples.name.as_ref().map(|name| format!(" {name}")).unwrap_or_default();
    lines.extend([String::new(), format!("      Juhtumid:{name}")]);
    lines.extend(examples.table.lines().iter().map(|line| format!("        {line}")));
}
