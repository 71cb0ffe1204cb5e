//! `rakis new spec`: a specification to fill in, which passes `check` as it is.

use rakis_model::{Diagnostic, Exit, Message, Problems};

use crate::{
    args::{self, NewSpec, NewWhat},
    context::Context,
    record::write_whole,
    settings,
};

/// Makes a new file; nothing that is there is overwritten.
pub(super) fn new(args: args::New, context: &Context) -> Exit {
    let NewWhat::Spec(args) = args.what;
    let mut problems = Problems::new();
    let settings = settings::read(&context.folder, &mut problems);
    let system = system(&args, &mut problems);
    check_names(&args, &mut problems);
    let (Some(settings), Some(system)) = (settings, system) else {
        context.show(problems);
        return Exit::Invalid;
    };
    let file = format!("{}/{}/{}.yaml", settings.specifications, args.area, stem(&args, system));
    let path = settings.root.join(&file);
    if path.exists() {
        problems.push(
            Diagnostic::error(Message::new("cli-new-exists").with("file", &file))
                .hint(Message::new("cli-new-exists-hint")),
        );
    }
    // Other files' own faults are no hindrance to a new one.
    let others =
        rakis_spec::read_all(&settings.root, &settings.specifications, &mut Problems::new());
    if let Some(other) = others.iter().find(|other| other.id == args.id) {
        let message =
            Message::new("cli-new-id-used").with("id", &args.id).with("file", &other.file);
        problems.push(Diagnostic::error(message).hint(Message::new("cli-new-exists-hint")));
    }
    if problems.any_error() {
        context.show(problems);
        return Exit::Invalid;
    }
    let text = rakis_spec::template(&args.id, &args.title, system, &args.area);
    if args.dry_run {
        context.print(&text);
        return Exit::Passed;
    }
    let folder = path.parent().map_or(Ok(()), std::fs::create_dir_all);
    if let Err(error) = folder.and_then(|()| write_whole(&path, &text)) {
        let message = Message::new("cli-write-failed").with("reason", error);
        context.show_one(&Diagnostic::error(message));
        return Exit::Broken;
    }
    context.say(&Message::new("cli-new-written").with("file", &file));
    context.line(&context.word("cli-new-next"));
    Exit::Passed
}

/// As given, else as the id begins.
fn system(args: &NewSpec, problems: &mut Problems) -> Option<&'static str> {
    let text = args.system.as_deref().or_else(|| args.id.split('-').next()).unwrap_or_default();
    let known = ["STAR", "SKAIS"].into_iter().find(|known| known.eq_ignore_ascii_case(text));
    if known.is_none() {
        problems.push(Diagnostic::error(Message::new("cli-new-system")));
    }
    known
}

fn check_names(args: &NewSpec, problems: &mut Problems) {
    let id = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
    if args.id.is_empty() || !args.id.chars().all(id) || !args.id.contains('-') {
        problems.push(Diagnostic::error(Message::new("cli-new-id").with("id", &args.id)));
    }
    if args.title.trim().is_empty() {
        problems.push(Diagnostic::error(Message::new("cli-new-title")));
    }
    let area = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if args.area.is_empty() || !args.area.chars().all(area) {
        problems.push(Diagnostic::error(Message::new("cli-new-area").with("area", &args.area)));
    }
}

/// A file name from the system and the title: `star-oiguste-ulevaatus`.
fn stem(args: &NewSpec, system: &str) -> String {
    let mut stem = system.to_lowercase();
    for word in args.title.to_lowercase().split(|c: char| !c.is_alphanumeric()) {
        let plain: String = word.chars().filter_map(plain_letter).collect();
        if !plain.is_empty() {
            stem.push('-');
            stem.push_str(&plain);
        }
    }
    stem
}

fn plain_letter(c: char) -> Option<char> {
    match c {
        'õ' | 'ö' | 'ó' => Some('o'),
        'ä' => Some('a'),
        'ü' => Some('u'),
        'š' => Some('s'),
        'ž' => Some('z'),
        other => other.is_ascii_alphanumeric().then_some(other),
    }
}
