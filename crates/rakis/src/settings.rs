//! `rakis.yaml`: what this acceptance project is, and where its parts lie.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use rakis_model::{
    Diagnostic, Message, PersonalCode, Place, Problems, Source,
    redact::Redactor,
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
    Key::new("sünteetilised isikukoodid", "synthetic personal codes"),
    Key::new("menetluskord", "procedure"),
    Key::new("vearegister", "register"),
];
const FOLDER_KEYS: &[Key] = &[
    Key::new("lähteülesanded", "specifications"),
    Key::new("fraasid", "phrases"),
    Key::new("aruanded", "reports"),
    Key::new("hetktõmmised", "snapshots"),
];
/// The person's own settings, not shared: who works here, in which role.
const LOCAL_FILE: &str = "rakis.local.yaml";
const LOCAL_KEYS: &[Key] =
    &[Key::new("kes", "who"), Key::new("roll", "role"), Key::new("vearegister", "register")];
/// Where the procedure of defects is when nothing else is said.
pub(crate) const PROCEDURE: &str = "procedure.yaml";
/// Where the register is when nothing else is said.
const REGISTER: &str = "sqlite:defects.sqlite";
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
    /// Personal codes of the project's own that belong to nobody and may be shown.
    pub(crate) synthetic: Vec<PersonalCode>,
    /// Folder of specifications.
    pub(crate) specifications: String,
    /// Folder of phrases.
    pub(crate) phrases: String,
    /// Folder of reports.
    pub(crate) reports: String,
    /// Folder of snapshots.
    pub(crate) snapshots: String,
    /// File of the agreed procedure of defects.
    pub(crate) procedure: String,
    /// Address of the register of defects: `sqlite:FILE` below the root, or PostgreSQL's.
    pub(crate) register: String,
    /// Who works here, from `rakis.local.yaml`.
    pub(crate) who: Option<String>,
    /// In which role.
    pub(crate) role: Option<String>,
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
            Diagnostic::error(Message::new("cli-no-project"))
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
    let snapshots = folder("hetktõmmised", "snapshots");
    let procedure = fields.optional_text("menetluskord", problems);
    let shared_register = register(&fields, problems);
    let local = local(&root, problems);
    let synthetic = synthetic(&fields, problems);
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
        synthetic,
        snapshots,
        procedure: procedure.unwrap_or_else(|| PROCEDURE.to_owned()),
        register: local.register.or(shared_register).unwrap_or_else(|| REGISTER.to_owned()),
        who: local.who,
        role: local.role,
        step_limit,
        scenario_limit,
    })
}

/// The project's own register of synthetic people; a wrong code would hide nothing and allow nothing.
fn synthetic(fields: &Fields<'_>, problems: &mut Problems) -> Vec<PersonalCode> {
    let Some(cursor) = fields.get("sünteetilised isikukoodid") else { return Vec::new() };
    let mut codes = Vec::new();
    for item in cursor.list(problems) {
        let Some(text) = item.text(problems) else { continue };
        match PersonalCode::parse(&text) {
            Some(code) => codes.push(code),
            None => problems.push(item.error(Message::new("cli-code-wrong"))),
        }
    }
    codes
}

impl Settings {
    /// What hides personal codes outside the synthetic register, where no environment's secrets
    /// are at hand.
    pub(crate) fn redactor(&self) -> Redactor {
        Redactor::default().with_synthetic(self.synthetic.iter().cloned())
    }
}

/// What `rakis.local.yaml` says.
#[derive(Default)]
struct Local {
    who: Option<String>,
    role: Option<String>,
    register: Option<String>,
}

fn local(root: &Path, problems: &mut Problems) -> Local {
    let path = root.join(LOCAL_FILE);
    if !path.exists() {
        return Local::default();
    }
    let document = problems
        .note(Source::read(&path, LOCAL_FILE))
        .and_then(|source| problems.note(Document::parse(source)));
    let fields = document.as_ref().and_then(|document| document.root().map(LOCAL_KEYS, problems));
    fields.map_or_else(Local::default, |fields| Local {
        who: fields.optional_text("kes", problems),
        role: fields.optional_text("roll", problems),
        register: fields.optional_text("vearegister", problems),
    })
}

/// The shared address of the register; a password has no place in a file that is shared, nor in
/// the excerpt that tells so.
fn register(fields: &Fields<'_>, problems: &mut Problems) -> Option<String> {
    let cursor = fields.get("vearegister")?;
    let address = cursor.text(problems)?;
    if let Some(password) = password(&address) {
        let Place { source, span } = cursor.place();
        let hidden = source.text.replace(password, &"*".repeat(password.len()));
        let place = Place::new(Source::new(source.name.clone(), hidden), span);
        problems.push(
            Diagnostic::error(Message::new("cli-register-password"))
                .at(place)
                .hint(Message::new("cli-register-password-hint")),
        );
    }
    Some(address)
}

/// The password of an address: between user and host, or among the parameters.
fn password(address: &str) -> Option<&str> {
    let (rest, parameters) = address.split_once('?').unwrap_or((address, ""));
    let rest = rest.split_once("://").map_or("", |(_, rest)| rest);
    let user = rest.split('/').next().and_then(|host| host.rsplit_once('@'));
    let within = user.and_then(|(user, _)| user.split_once(':')).map(|(_, password)| password);
    let given = parameters.split('&').find_map(|one| one.strip_prefix("password="));
    within.or(given).filter(|password| !password.is_empty())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_found_wherever_an_address_may_have_it() {
        for (address, expected) in [
            ("postgres://mari:s3ns@db.local:5432/vead", Some("s3ns")),
            ("postgres://mari:s@3:ns@db/vead", Some("s@3:ns")),
            ("postgres://db/vead?user=mari&password=s3ns", Some("s3ns")),
            ("postgres://mari@db:5432/vead", None),
            ("postgres://mari:@db/vead?password=", None),
            ("postgres://db:5432/vead?sslmode=require", None),
            ("sqlite:kaust/vead.sqlite", None),
            ("", None),
        ] {
            assert_eq!(password(address), expected, "{address}");
        }
    }
}
