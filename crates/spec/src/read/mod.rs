//! Reading one specification file: typed values out, every problem told at once.

mod criterion;
mod placeholders;
mod requirement;
mod step;
mod table;
mod vague;
mod value;

use std::sync::Arc;

use rakis_model::{
    Message, Problems, Source,
    yaml::{Document, Fields},
};

use crate::{
    keys,
    specification::{Analysis, Specification, Status},
};

/// The systems under acceptance.
const SYSTEMS: [(&str, &str, &str); 2] = [("STAR", "STAR", "STAR"), ("SKAIS", "SKAIS", "SKAIS")];

/// Reads a specification of the given area (the name of its folder).
///
/// Every problem goes to `problems`. A file with an error gives no specification, so that
/// nothing is ever derived from half of one.
pub fn read_file(
    source: Arc<Source>,
    area: &str,
    problems: &mut Problems,
) -> Option<Specification> {
    let (specification, sound) = read(source, area, problems);
    specification.filter(|_| sound)
}

/// As [`read_file`], but what could be read of a faulty file is given too, with `false`:
/// the checks over all files still need its ids.
pub(crate) fn read(
    source: Arc<Source>,
    area: &str,
    problems: &mut Problems,
) -> (Option<Specification>, bool) {
    let mut own = Problems::new();
    let document = own.note(Document::parse(source)).map(Arc::new);
    let specification = document.and_then(|document| specification(&document, area, &mut own));
    if let Some(specification) = &specification {
        requirement::check_same_steps(specification, &mut own);
    }
    let sound = !own.any_error();
    problems.extend(own);
    (specification, sound)
}

fn specification(
    document: &Arc<Document>,
    area: &str,
    problems: &mut Problems,
) -> Option<Specification> {
    let fields = document.root().map(keys::FILE_KEYS, problems)?;
    let id = fields
        .required(keys::SPECIFICATION, problems)
        .and_then(|cursor| value::id(cursor, problems));
    let title = value::required_line(&fields, keys::TITLE, problems);
    let system = value::word(&fields, keys::SYSTEM, &SYSTEMS, problems);
    check_area(&fields, area, problems);
    let revision = fields
        .required(keys::REVISION, problems)
        .and_then(|cursor| value::revision(cursor, problems));
    let status = value::word(&fields, keys::STATUS, &Status::WORDS, problems);
    let date = fields.get(keys::DATE).and_then(|cursor| value::date(cursor, problems));
    let legal_basis = value::required_texts(&fields, keys::LEGAL_BASIS, problems);
    let goal = value::required_line(&fields, keys::GOAL, problems);
    let analysis = analysis(&fields, problems);
    let requirements = fields
        .required(keys::REQUIREMENTS, problems)
        .map(|cursor| requirement::list(cursor, id.as_deref(), problems));
    Some(Specification {
        id: id?,
        title: title.unwrap_or_default(),
        system: system.unwrap_or_default().to_owned(),
        area: area.to_owned(),
        revision: revision.unwrap_or(1),
        status: status.unwrap_or(Status::Draft),
        date,
        legal_basis,
        goal: goal.unwrap_or_default(),
        analysis,
        requirements: requirements.unwrap_or_default(),
        source: Arc::clone(document.source()),
        file: document.source().name.clone(),
        document: Arc::clone(document),
    })
}

fn check_area(fields: &Fields<'_>, folder: &str, problems: &mut Problems) {
    let Some(cursor) = fields.required(keys::AREA, problems) else { return };
    let Some(area) = cursor.text(problems) else { return };
    if area != folder {
        let message = Message::new("spec-area-folder").with("area", &area).with("folder", folder);
        problems.push(cursor.error(message).hint(Message::new("spec-area-folder-hint")));
    }
}

fn analysis(fields: &Fields<'_>, problems: &mut Problems) -> Analysis {
    let Some(cursor) = fields.required(keys::ANALYSIS, problems) else {
        return Analysis::default();
    };
    let Some(fields) = cursor.map(keys::ANALYSIS_KEYS, problems) else {
        return Analysis::default();
    };
    Analysis {
        data_objects: value::required_texts(&fields, keys::DATA_OBJECTS, problems),
        interfaces: value::required_texts(&fields, keys::INTERFACES, problems),
        notes: fields.optional_text(keys::NOTES, problems),
    }
}
