//! Comparing what a scenario got with what somebody approved.

use std::sync::Arc;

use cucumber::gherkin::Step;
use rakis_compare::{
    Table,
    snapshot::{Asked, Canonical, Form, Identities, Rules, Setting, Store, Window, slug},
};
use rakis_model::{Failure, Message};
use serde_json::Value;

use crate::{World, or_fail::OrFail, parameters::SnapshotName};

/// What the snapshots of one run have in common.
#[derive(Clone, Debug)]
pub struct Approved {
    /// The folder of snapshots.
    pub store: Arc<Store>,
    /// Name of the run.
    pub run: String,
    /// The clock.
    pub now: fn() -> jiff::Timestamp,
}

/// The scenario a world belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scene {
    /// File, relative to the project.
    pub file: String,
    /// Line of the scenario, or of the example's row.
    pub line: usize,
    /// Name, examples filled in.
    pub name: String,
    /// Tags with `@`, inherited ones included.
    pub tags: Vec<String>,
}

impl Scene {
    fn tagged(&self, prefix: &str) -> Option<String> {
        self.tags.iter().rev().find_map(|tag| tag.strip_prefix(prefix)).map(str::to_owned)
    }
}

/// The name under which a feature's snapshot is kept: `rights/stari-rollide-oigused` for "STARi
/// rollide õigused" in `features/rights/star.feature`.
///
/// # Errors
/// Invalid when the title has no letter that a file's name may have.
pub fn snapshot_name(feature: &str, title: &str) -> Result<String, Box<Failure>> {
    let folders = feature.rsplit_once('/').map_or("", |(folders, _)| folders);
    let area = folders.strip_prefix("features/").unwrap_or(folders);
    let segments = area.split('/').filter(|folder| !folder.is_empty());
    let segments: Result<Vec<String>, _> = segments.map(slug).collect();
    let mut segments = segments?;
    if segments.is_empty() {
        // A feature beside the areas: its snapshots have a folder of their own.
        segments.push("features".to_owned());
    }
    Ok(format!("{}/{}", segments.join("/"), slug(title)?))
}

/// A table must be as approved. With key columns rows are paired by them, their order is free;
/// rules in a table below the step add to this.
pub(crate) fn table(world: &World, step: &Step, name: &SnapshotName, table: &Table, key: &[&str]) {
    let rules = rules(step, Form::Table, key).or_fail();
    let identities = identities(world);
    let canonical = Canonical::of_table(table, &rules, &setting(world, &identities));
    check(world, step, name, &canonical.or_fail()).or_fail();
}

/// A JSON value must be as approved, by the rules in the table below the step.
pub(crate) fn json(world: &World, step: &Step, name: &SnapshotName, value: Value) {
    let rules = rules(step, Form::Json, &[]).or_fail();
    let identities = identities(world);
    let canonical = Canonical::of_json(value, &rules, &setting(world, &identities));
    check(world, step, name, &canonical.or_fail()).or_fail();
}

/// A document must be as approved, by the rules in the table below the step.
pub(crate) fn document(world: &World, step: &Step, name: &SnapshotName, form: Form, body: &[u8]) {
    let rules = rules(step, form, &[]).or_fail();
    let identities = identities(world);
    let canonical = Canonical::of(body, &rules, &setting(world, &identities));
    check(world, step, name, &canonical.or_fail()).or_fail();
}

fn rules(step: &Step, form: Form, key: &[&str]) -> Result<Rules, Box<Failure>> {
    let below =
        step.table.as_ref().map(|table| Table::from_rows(table.rows.clone())).transpose()?;
    let own = match &below {
        Some(table) => Rules::read(form, table)?,
        None => Rules::none(form),
    };
    if key.is_empty() {
        return Ok(own);
    }
    let mut pairs = own.pairs();
    pairs.extend(key.iter().map(|column| ((*column).to_owned(), "võti".to_owned())));
    Rules::from_pairs(form, pairs.iter().map(|(field, rule)| (field.as_str(), rule.as_str())))
}

fn identities(world: &World) -> Identities {
    let people = world.persons().iter().map(|(name, code)| (code, name.as_str()));
    Identities::new(people).redacting(world.redactor().clone())
}

fn setting<'i>(world: &World, identities: &'i Identities) -> Setting<'i> {
    Setting { identities, window: world.window() }
}

fn check(
    world: &World,
    step: &Step,
    name: &SnapshotName,
    canonical: &Canonical,
) -> Result<(), Box<Failure>> {
    let (scene, approved) = (world.scene(), world.approved());
    let asked = Asked {
        name: snapshot_name(&scene.file, &name.0)?,
        place: format!("{}:{}", scene.file, step.position.line),
        example: scene.line.to_string(),
        requirement: scene.tagged("@req-"),
        criterion: scene.tagged("@kriteerium-"),
        scenario: scene.name.clone(),
        step: step.value.clone(),
        run: approved.run.clone(),
    };
    approved.store.check(&asked, canonical)
}

/// From the start of the scenario until now: by the test clock where one is set, which is what
/// the system was told; else by the computer's.
pub(crate) fn window(
    test: Option<(jiff::Timestamp, jiff::Timestamp)>,
    began: jiff::Timestamp,
    now: jiff::Timestamp,
) -> Window {
    match test {
        Some((from, to)) => Window { from: from.min(to), to: to.max(from) },
        None => Window { from: began, to: now.max(began) },
    }
}

/// The form of an answer or a file, by its media type or the ending of its name.
pub(crate) fn form_of(kind: &str) -> Result<Form, Box<Failure>> {
    let kind = kind.split(';').next().unwrap_or_default().trim().to_lowercase();
    let ends = |ending: &str| kind == ending || kind.ends_with(&format!(".{ending}"));
    let form = match kind.as_str() {
        json if ends("json") || json.ends_with("/json") || json.ends_with("+json") => Form::Json,
        xml if ends("xml") || xml.ends_with("/xml") || xml.ends_with("+xml") => Form::Xml,
        csv if ends("csv") || csv == "text/csv" => Form::Csv,
        sheet if ends("xlsx") || sheet.ends_with("spreadsheetml.sheet") => Form::Xlsx,
        text if ends("txt") || ends("log") || text.starts_with("text/") => Form::Text,
        _ => {
            let message = Message::new("step-snapshot-form").with("kind", kind);
            return Err(Box::new(
                Failure::invalid(message).hint(Message::new("step-snapshot-form-hint")),
            ));
        }
    };
    Ok(form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snapshot_lies_where_its_feature_does() {
        for (feature, title, expected) in [
            (
                "features/rights/star.feature",
                "STARi rollide õigused",
                "rights/stari-rollide-oigused",
            ),
            ("features/a/b/x.feature", "Üks", "a/b/uks"),
            ("features/x.feature", "Üks", "features/uks"),
            ("x.feature", "Üks", "features/uks"),
        ] {
            assert_eq!(snapshot_name(feature, title).unwrap(), expected);
        }
        assert!(snapshot_name("features/rights/star.feature", "…").is_err());
    }

    #[test]
    fn the_form_is_told_by_media_type_or_ending() {
        for (kind, form) in [
            ("application/json; charset=utf-8", Form::Json),
            ("application/problem+json", Form::Json),
            ("text/xml", Form::Xml),
            ("application/soap+xml", Form::Xml),
            ("text/csv", Form::Csv),
            ("text/html", Form::Text),
            ("väljamaksed.CSV", Form::Csv),
            ("a.xlsx", Form::Xlsx),
            ("pain.xml", Form::Xml),
        ] {
            assert_eq!(form_of(kind).unwrap(), form, "{kind}");
        }
        for kind in ["", "application/pdf", "pilt.png"] {
            assert_eq!(form_of(kind).unwrap_err().message.key, "step-snapshot-form", "{kind}");
        }
    }

    #[test]
    fn the_window_goes_by_the_test_clock_where_there_is_one() {
        let at = |second| jiff::Timestamp::from_second(second).unwrap();
        let pair = |window: Window| (window.from, window.to);
        assert_eq!(pair(window(None, at(5), at(9))), (at(5), at(9)));
        assert_eq!(pair(window(Some((at(100), at(50))), at(5), at(9))), (at(50), at(100)));
    }
}
