//! Reading `environments/<name>.yaml` with its bindings and secrets; all problems at once.

use std::path::Path;

use rakis_model::{
    Diagnostic, Message, Problems, Source, suggest,
    yaml::{Document, Key},
};

use crate::{
    Definition, Kind, Lookup, Operations, Variables,
    bindings::{self, Known, yaml_files},
    guard::{self, ProductionHosts},
    secrets,
    settings::Settings,
    sql::DatabaseAddress,
    template::{Template, Values},
};

/// Keys of an environment's file.
pub(crate) const ENVIRONMENT: &[Key] = &[
    Key::new("nimetus", "title"),
    Key::new("liik", "kind"),
    Key::new("aadress", "address"),
    Key::new("andmebaasid", "databases"),
    Key::new("seosed", "bindings"),
    Key::new("saladused", "secrets"),
    Key::new("päised", "headers"),
    Key::new("piirid", "limits"),
    Key::new("muutujad", "variables"),
    Key::new("tervis", "health"),
];

/// Names of the environments: `environments/*.yaml` without examples (`*.example.yaml`), sorted.
pub fn names(root: &Path) -> Vec<String> {
    let files = yaml_files(&root.join("environments"), "");
    let names = files.iter().filter_map(|(_, name)| name.strip_prefix('/')?.strip_suffix(".yaml"));
    names.filter(|name| !name.ends_with(".example")).map(str::to_owned).collect()
}

/// Reads an environment. `root` is the folder of the project; `production_hosts` are patterns
/// like `*.sotsiaalkindlustusamet.ee`.
///
/// Every problem goes to `problems` with its place; `None` when any of them is an error. An
/// environment of kind production, or whose host is one of production, is such an error.
pub fn load(
    root: &Path,
    name: &str,
    production_hosts: &[String],
    lookup: &dyn Lookup,
    problems: &mut Problems,
) -> Option<Definition> {
    let mut found = Problems::new();
    let definition = read(root, name, production_hosts, Some(lookup), &mut found);
    let failed = found.any_error();
    problems.extend(found);
    definition.filter(|_| !failed)
}

/// The operations an environment binds, without its secrets: for checks on a machine that has
/// none. `None` when the environment is not there or its file is no map.
pub fn operations_of(root: &Path, name: &str, problems: &mut Problems) -> Option<Operations> {
    read(root, name, &[], None, problems).map(|definition| definition.operations)
}

fn read(
    root: &Path,
    name: &str,
    production_hosts: &[String],
    lookup: Option<&dyn Lookup>,
    problems: &mut Problems,
) -> Option<Definition> {
    let known = names(root);
    if !known.iter().any(|one| one == name) {
        problems.push(unknown(name, &known));
        return None;
    }
    let folder = root.join("environments");
    let path = folder.join(format!("{name}.yaml"));
    let source = problems.note(Source::read(&path, &format!("environments/{name}.yaml")))?;
    let document = problems.note(Document::parse(source))?;
    let settings = Settings::read(&document.root(), problems)?;
    let secret_names = settings.secret_names();
    let known =
        Known { kind: settings.kind, secrets: &secret_names, databases: &settings.databases };
    let operations = bindings::read(&folder, &settings.bindings, &known, problems);
    settings.check_health(&operations, problems);
    let resolved = lookup.map(|lookup| secrets::resolve(&settings.secrets, root, lookup, problems));
    let definition = Definition {
        name: name.to_owned(),
        title: settings.title,
        kind: settings.kind,
        address: settings.address,
        databases: settings.databases,
        root: root.to_owned(),
        operations,
        limits: settings.limits,
        variables: settings.variables,
        synthetic: Vec::new(),
        health: settings.health.map(|(health, _)| health),
        headers: settings.headers,
        secrets: resolved.unwrap_or_default(),
        production: ProductionHosts::new(production_hosts),
        place: settings.place,
    };
    if let Some(diagnostic) = definition.guard(definition.address.as_deref()) {
        problems.push(diagnostic.at(definition.place.clone()));
    }
    if lookup.is_some() {
        for (name, settings) in &definition.databases {
            let told = settings.address.as_ref().is_some_and(Template::is_literal);
            match definition.database_address(name) {
                // What is wrong with an address that is written out was told where it is written.
                Err(wrong) if told && wrong.message.key == "env-database-address" => {}
                Err(diagnostic) => problems.push(*diagnostic),
                Ok(_) => {}
            }
        }
    }
    Some(definition)
}

impl Definition {
    /// Why nothing may be sent to this address.
    pub(crate) fn guard(&self, address: Option<&str>) -> Option<Diagnostic> {
        let hint = Message::new("env-production-hint");
        if self.kind == Kind::Production {
            return Some(Diagnostic::error(Message::new("env-production-kind")).hint(hint));
        }
        let address = guard::base_address(address?).ok()?;
        let pattern = self.production.find(&address)?;
        let message = Message::new("env-production-host")
            .with("host", address.host_str().unwrap_or_default())
            .with("pattern", pattern);
        Some(Diagnostic::error(message).hint(hint))
    }
}

impl Definition {
    /// Where one of its databases is, secrets filled in; `None` is that of the embedded system.
    ///
    /// # Errors
    /// An address that is none, or one of production.
    pub(crate) fn database_address(
        &self,
        name: &str,
    ) -> Result<Option<DatabaseAddress>, Box<Diagnostic>> {
        let settings = self.databases.get(name);
        let Some(template) = settings.and_then(|settings| settings.address.as_ref()) else {
            return Ok(None);
        };
        let place = settings.map_or_else(|| self.place.clone(), |one| one.place.clone());
        let wrong = |message| {
            let diagnostic = Diagnostic::error(message).at(place.clone());
            Box::new(diagnostic.hint(Message::new("env-database-hint")))
        };
        let Some(text) = self.database_text(template) else { return Ok(None) };
        let address = DatabaseAddress::parse(&text, &self.root).map_err(&wrong)?;
        self.guard_database(&address).map_err(|found| Box::new((*found).at(place.clone())))?;
        Ok(Some(address))
    }

    /// `None` when a secret is not there: that is told where the secret is described.
    pub(crate) fn database_text(&self, template: &Template) -> Option<String> {
        let nothing = Variables::new();
        let values = Values { variables: &nothing, defaults: &nothing, secrets: &self.secrets };
        template.text(values, str::to_owned).ok().flatten()
    }

    /// # Errors
    /// Its host is one of production.
    pub(crate) fn guard_database(&self, address: &DatabaseAddress) -> Result<(), Box<Diagnostic>> {
        let Some((host, pattern)) = address.production(&self.production) else { return Ok(()) };
        let message =
            Message::new("env-production-host").with("host", host).with("pattern", pattern);
        Err(Box::new(Diagnostic::error(message).hint(Message::new("env-production-hint"))))
    }
}

fn unknown(name: &str, known: &[String]) -> Diagnostic {
    let diagnostic = Diagnostic::error(Message::new("env-unknown").with("name", name));
    if known.is_empty() {
        return diagnostic.hint(Message::new("env-none"));
    }
    match suggest::nearest(name, known.iter().map(String::as_str)) {
        Some(near) => diagnostic.hint(Message::new("did-you-mean").with("word", near)),
        None => diagnostic.hint(Message::new("env-known").with("names", known.join(", "))),
    }
}
