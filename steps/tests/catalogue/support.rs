//! All definitions, phrases and the files around them.

use std::{fs, path::PathBuf};

use cucumber::codegen::{Regex, StepConstructor, WorldInventory, inventory};
use rakis_steps::World;
use serde_yaml::Value;

/// A definition: where it is and what it matches.
pub(crate) struct Definition {
    pub(crate) file: &'static str,
    pub(crate) line: usize,
    pub(crate) regex: Regex,
    pub(crate) function: cucumber::Step<World>,
}

/// All definitions, whatever their keyword.
pub(crate) fn definitions() -> Vec<Definition> {
    let given = inventory::iter::<<World as WorldInventory>::Given>.into_iter().map(inner);
    let when = inventory::iter::<<World as WorldInventory>::When>.into_iter().map(inner);
    let then = inventory::iter::<<World as WorldInventory>::Then>.into_iter().map(inner);
    given.chain(when).chain(then).collect()
}

fn inner(step: &impl StepConstructor<World>) -> Definition {
    let (location, regex, function) = step.inner();
    Definition { file: location.path, line: location.line as usize, regex: regex(), function }
}

/// A phrase: what it matches and its own sentences, holes filled with `"x"`-like values.
pub(crate) struct Phrase {
    pub(crate) name: String,
    pub(crate) regex: Regex,
    pub(crate) sentences: Vec<String>,
}

/// The areas of the suite, as its folders name them.
pub(crate) const AREAS: [&str; 2] = ["rights", "classifiers"];

/// The phrases of all areas.
pub(crate) fn phrases() -> Vec<Phrase> {
    let files = AREAS.iter().map(|area| yaml(&format!("steps/phrases/{area}.yaml")));
    let maps = files.map(|file| file["fraasid"].as_mapping().expect("phrases are a map").clone());
    maps.flatten().map(|(name, sentences)| phrase(text(&name), &sentences)).collect()
}

fn phrase(name: String, sentences: &Value) -> Phrase {
    let hole = Regex::new(r"\{([^}]+)\}").unwrap();
    let mut regex = String::from("^");
    let mut at = 0;
    for found in hole.captures_iter(&name) {
        let whole = found.get(0).unwrap();
        regex.push_str(&regex::escape(&name[at..whole.start()]));
        regex.push_str(&format!("(?:{})", parameter(&found[1])));
        at = whole.end();
    }
    regex.push_str(&regex::escape(&name[at..]));
    regex.push('$');
    let number = Regex::new(r"\{\d+\}").unwrap();
    let fill = |sentence: &Value| number.replace_all(&text(sentence), "\"x\"").into_owned();
    let sentences = sentences.as_sequence().unwrap().iter().map(fill).collect();
    Phrase { regex: Regex::new(&regex).unwrap(), name, sentences }
}

fn parameter(name: &str) -> String {
    match name {
        "string" => "\"[^\"]*\"".to_owned(),
        "int" => r"-?\d+".to_owned(),
        own => {
            let known = rakis_steps::parameters().into_iter().find(|known| known.0 == own);
            known.unwrap_or_else(|| panic!("unknown hole {own}")).1.to_owned()
        }
    }
}

/// Where files of the project are found.
pub(crate) fn path(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(file)
}

/// A YAML file of the project.
pub(crate) fn yaml(file: &str) -> Value {
    serde_yaml::from_str(&fs::read_to_string(path(file)).unwrap()).unwrap()
}

/// A YAML value that is a text.
pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value:?} is no text")).to_owned()
}
