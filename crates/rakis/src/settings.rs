//! `rakis.yaml`: what this acceptance project is, and where its parts lie.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use rakis_model::{
    Message, Problems, Source,
    words::Language,
    yaml::{Document, Fields, Key},
};

/// Name of the file that marks the project's root.
pub(crate) const FILE: &str = "rakis.yaml";

const KEYS: &[Key] = &[
    Key::new("nimi", "name"),
    Key::new("keel", "language"),
    Key::new("keskkond", "environment"),
    Key::new("kaustad", "folders"),
    Key::new("toodangu aadressid", "production hosts"),
    Key::new("piirid", "limits"),
];
const FOLDER_KEYS: &[Key] = &[
    Key::new("lähteülesanded", "specifications"),
    Key::new("fraasid", "phrases"),
    Key::new("aruanded", "reports"),
];
const LIMIT_KEYS: &[Key] = &[Key::new("samm_s", "step_s"), Key::new("stsenaarium_s", "scenario_s")];

/// The settings of a project.
#[derive(Debug)]
pub(crate) struct Settings {
    /// Folder of `rakis.yaml`.
    pub(crate) root: PathBuf,
    /// Name for people.
    pub(crate) name: String,
    /// Environment used when none is named.
    pub(crate) environment: String,
    /// Hosts that are production, with `*` for any beginning.
    pub(crate) production_hosts: Vec<String>,
    /// Folder of specifications.
    pub(crate) specifications: String,
    /// Folder of phrases.
    pub(crate) phrases: String,
    /// Folder of reports.
    pub(crate) reports: String,
    /// A step may take this long.
    pub(crate) step_limit: Duration,
    /// A scenario may take this long.
    pub(crate) scenario_limit: Duration,
}

/// The project's root at or above a folder.
pub(crate) fn find_root(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().find(|up| up.join(FILE).is_file()).map(Path::to_path_buf)
}

/// The language a project asks for, for the words of its own errors.
pub(crate) fn language(folder: &Path) -> Option<Language> {
    let root = find_root(folder)?;
    let source = Source::read(&root.join(FILE), FILE).ok()?;
    let document = Document::parse(source).ok()?;
    let mut unheard = Problems::new();
    let fields = document.root().map(KEYS, &mut unheard)?;
    Language::from_code(&fields.optional_text("keel", &mut unheard)?)
}

/// Reads the settings of the project the folder lies in.
pub(crate) fn read(folder: &Path, problems: &mut Problems) -> Option<Settings> {
    let Some(root) = find_root(folder) else {
        problems.push(
            rakis_model::Diagnostic::error(Message::new("cli-no-project"))
                .hint(Message::new("cli-no-project-hint")),
        );
        return None;
    };
    let source = problems.note(Source::read(&root.join(FILE), FILE))?;
    let document = problems.note(Document::parse(source))?;
    let fields = document.root().map(KEYS, problems)?;
    let name = fields.text("nimi", problems);
    let environment = fields.text("keskkond", problems);
    if let Some(cursor) = fields.get("keel") {
        let code = cursor.text(problems).unwrap_or_default();
        if Language::from_code(&code).is_none() {
            problems.push(cursor.error(Message::new("cli-language-unknown").with("code", code)));
        }
    }
    let folders = fields.get("kaustad").and_then(|cursor| cursor.map(FOLDER_KEYS, problems));
    let limits = fields.get("piirid").and_then(|cursor| cursor.map(LIMIT_KEYS, problems));
    let mut folder = |key: &str, default: &str| {
        let text = folders.as_ref().and_then(|fields| fields.optional_text(key, problems));
        text.unwrap_or_else(|| default.to_owned()).trim_end_matches('/').to_owned()
    };
    let specifications = folder("lähteülesanded", "specs");
    let (phrases, reports) = (folder("fraasid", "steps/phrases"), folder("aruanded", "reports"));
    let production_hosts = fields.texts("toodangu aadressid", problems);
    let step_limit = limit(limits.as_ref(), "samm_s", 60, problems);
    let scenario_limit = limit(limits.as_ref(), "stsenaarium_s", 300, problems);
    Some(Settings {
        root,
        name: name?,
        environment: environment?,
        production_hosts,
        specifications,
        phrases,
        reports,
        step_limit,
        scenario_limit,
    })
}

fn limit(
    fields: Option<&Fields<'_>>,
    key: &str,
    default: u64,
    problems: &mut Problems,
) -> Duration {
    let Some(cursor) = fields.and_then(|fields| fields.get(key)) else {
        return Duration::from_secs(default);
    };
    match cursor.int(problems).map(u64::try_from) {
        Some(Ok(seconds @ 1..=86_400)) => Duration::from_secs(seconds),
        Some(_) => {
            problems.push(cursor.error(Message::new("cli-limit-range")));
            Duration::from_secs(default)
        }
        None => Duration::from_secs(default),
    }
}
