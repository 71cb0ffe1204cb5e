//! Stamps: which text of a requirement a feature was last derived from or reviewed against.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use rakis_model::{
    Problems, Source,
    yaml::{Document, Key},
};
use sha2::{Digest, Sha256};

use crate::{
    DERIVED, FEATURES,
    requirement::{Argument, Criterion, Requirement, Step},
    tree,
};

const SPECIFICATION: &str = "lähteülesanne";
const REQUIREMENTS: &str = "nõuded";
const REVISION: &str = "redaktsioon";
const HASH: &str = "räsi";
const FILE_KEYS: &[Key] =
    &[Key::new(SPECIFICATION, "specification"), Key::new(REQUIREMENTS, "requirements")];
const STAMP_KEYS: &[Key] = &[Key::new(REVISION, "revision"), Key::new(HASH, "hash")];

/// The text of one requirement at the time it was stamped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Its revision.
    pub revision: i64,
    /// SHA-256 of its content, see [`content_hash`].
    pub hash: String,
}

impl Stamp {
    /// The stamp of a requirement as it stands now.
    pub fn of(requirement: &Requirement) -> Self {
        Self { revision: requirement.revision, hash: content_hash(requirement) }
    }
}

/// The stamps of one feature.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeatureStamps {
    /// Id of the specification it is derived from; none for a hand-written feature.
    pub specification: Option<String>,
    /// By id of the requirement.
    pub requirements: BTreeMap<String, Stamp>,
}

/// All stamps, by feature file (`features/rights/star.feature`).
pub type Stamps = BTreeMap<String, FeatureStamps>;

/// What a requirement demands, as SHA-256 in hexadecimal: statement, criteria, steps, tables and
/// examples. White space and the way an accent is encoded do not count.
pub fn content_hash(requirement: &Requirement) -> String {
    let criteria: Vec<_> = requirement.criteria.iter().map(criterion).collect();
    let content = serde_json::json!([folded(&requirement.statement), criteria]);
    Sha256::digest(content.to_string().as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn criterion(criterion: &Criterion) -> serde_json::Value {
    let groups = criterion.groups().map(|(_, steps)| steps.iter().map(step).collect::<Vec<_>>());
    let examples: Vec<_> = criterion
        .examples
        .iter()
        .map(|one| serde_json::json!([one.name.as_deref().map(folded), rows(&one.table.rows)]))
        .collect();
    serde_json::json!([criterion.id, folded(&criterion.title), groups, examples])
}

fn step(step: &Step) -> serde_json::Value {
    let (table, text) = match &step.argument {
        Some(Argument::Table(table)) => (Some(rows(&table.rows)), None),
        Some(Argument::Text(text)) => (None, Some(folded(text))),
        None => (None, None),
    };
    serde_json::json!([folded(&step.text), table, text])
}

fn rows(rows: &[Vec<String>]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| folded(cell)).collect()).collect()
}

/// White space folded, Estonian letters written with a combining accent composed.
fn folded(text: &str) -> String {
    let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut composed = String::with_capacity(folded.len());
    for character in folded.chars() {
        let whole = composed.chars().next_back().and_then(|last| compose(last, character));
        match whole {
            Some(whole) => {
                composed.pop();
                composed.push(whole);
            }
            None => composed.push(character),
        }
    }
    composed
}

const fn compose(letter: char, accent: char) -> Option<char> {
    Some(match (letter, accent) {
        ('a', '\u{308}') => 'ä',
        ('A', '\u{308}') => 'Ä',
        ('o', '\u{308}') => 'ö',
        ('O', '\u{308}') => 'Ö',
        ('u', '\u{308}') => 'ü',
        ('U', '\u{308}') => 'Ü',
        ('o', '\u{303}') => 'õ',
        ('O', '\u{303}') => 'Õ',
        ('s', '\u{30C}') => 'š',
        ('S', '\u{30C}') => 'Š',
        ('z', '\u{30C}') => 'ž',
        ('Z', '\u{30C}') => 'Ž',
        _ => return None,
    })
}

/// The file a feature's last derived text (`feature`) or its stamps (`yaml`) are kept in.
pub(crate) fn kept_path(feature: &str, extension: &str) -> String {
    let within = feature.strip_prefix(FEATURES).unwrap_or(feature).trim_start_matches('/');
    let stem = within.strip_suffix(".feature").unwrap_or(within);
    format!("{DERIVED}/{stem}.{extension}")
}

/// Reads all stamps of the project (`features/.derived/**/*.yaml`). Faulty files are told.
pub fn read_stamps(root: &Path, problems: &mut Problems) -> Stamps {
    let mut stamps = Stamps::new();
    for file in tree::files(root, DERIVED, problems) {
        let Some(stem) = file.strip_suffix(".yaml") else { continue };
        let Some(source) = problems.note(Source::read(&root.join(&file), &file)) else { continue };
        let within = stem.strip_prefix(DERIVED).unwrap_or(stem);
        if let Some(read) = read_one(source, problems) {
            stamps.insert(format!("{FEATURES}{within}.feature"), read);
        }
    }
    stamps
}

fn read_one(source: Arc<Source>, problems: &mut Problems) -> Option<FeatureStamps> {
    let document = problems.note(Document::parse(source))?;
    let fields = document.root().map(FILE_KEYS, problems)?;
    let mut stamps = FeatureStamps {
        specification: fields.optional_text(SPECIFICATION, problems),
        requirements: BTreeMap::new(),
    };
    let requirements = fields.required(REQUIREMENTS, problems)?;
    for (id, cursor) in requirements.entries(problems) {
        let Some(fields) = cursor.map(STAMP_KEYS, problems) else { continue };
        let revision = fields.required(REVISION, problems);
        let revision = revision.and_then(|cursor| cursor.int(problems));
        let hash = fields.text(HASH, problems);
        if let (Some(revision), Some(hash)) = (revision, hash) {
            stamps.requirements.insert(id.to_owned(), Stamp { revision, hash });
        }
    }
    Some(stamps)
}

/// The text of a stamp file.
pub(crate) fn text(stamps: &FeatureStamps) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let mut text = String::from("# Seda faili kirjutab „rakis derive“; käsitsi seda ei muudeta.\n");
    if let Some(id) = &stamps.specification {
        text.push_str(&format!("{SPECIFICATION}: {}\n", quoted(id)));
    }
    text.push_str(&format!("{REQUIREMENTS}:\n"));
    for (id, stamp) in &stamps.requirements {
        text.push_str(&format!(
            "  {}: {{ {REVISION}: {}, {HASH}: {} }}\n",
            quoted(id),
            stamp.revision,
            quoted(&stamp.hash)
        ));
    }
    text
}
