//! Help and usage errors in the user's language: clap knows English only.

use clap::{
    Command, CommandFactory as _,
    error::{ContextKind, ContextValue, ErrorKind},
};
use rakis_model::{Exit, Message};

use crate::{args::Args, context::Context};

/// The command line with its words filled in: `cli-about-run`, `cli-arg-run-env`, `cli-more-run`.
pub(crate) fn localised(context: &Context) -> Command {
    fill(Args::command(), "", context).term_width(context.width)
}

fn fill(command: Command, path: &str, context: &Context) -> Command {
    let key = |kind: &str| if path.is_empty() { kind.to_owned() } else { format!("{kind}-{path}") };
    let argument_key = |id: &str| match (id, path) {
        ("lang", _) | (_, "") => format!("cli-arg-{id}"),
        _ => format!("cli-arg-{path}-{id}"),
    };
    let find = |key: String| context.words.find(&Message { key: key.into(), args: Vec::new() });
    let usage = context.word("cli-usage");
    let template =
        format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}");
    let mut command = command
        .about(find(key("cli-about")).unwrap_or_default())
        .help_template(template)
        .subcommand_help_heading(context.word("cli-commands"))
        .subcommand_value_name(context.word("cli-command-name"))
        .disable_help_flag(true)
        .disable_version_flag(!path.is_empty())
        .arg(
            clap::Arg::new("help")
                .short('h')
                .long("help")
                .action(clap::ArgAction::Help)
                .help(context.word("cli-arg-help")),
        );
    if let Some(more) = find(key("cli-more")) {
        command = command.after_help(more);
    }
    if path.is_empty() {
        let help = context.word("cli-arg-version");
        command = command.disable_version_flag(true).arg(
            clap::Arg::new("version")
                .short('V')
                .long("version")
                .action(clap::ArgAction::Version)
                .help(help),
        );
    }
    let (options, arguments) = (context.word("cli-options"), context.word("cli-arguments"));
    command = command.mut_args(|argument| {
        let id = argument.get_id().to_string();
        let heading = if argument.is_positional() { arguments.clone() } else { options.clone() };
        let argument = argument.help_heading(heading);
        // Their help names the values and the default in the user's language.
        let lists_values =
            matches!(id.as_str(), "lang" | "junit" | "format" | "by" | "key_kind" | "encoding");
        let mut argument =
            if lists_values { argument.hide_possible_values(true) } else { argument };
        if argument.get_action().takes_values() {
            argument = argument.hide_default_value(true);
        }
        let name =
            argument.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
        if let Some(name) = name.and_then(|name| find(format!("cli-value-{}", name.to_lowercase())))
        {
            argument = argument.value_name(name);
        }
        match find(argument_key(&id)) {
            Some(help) => argument.help(help),
            None => argument,
        }
    });
    let names: Vec<String> =
        command.get_subcommands().map(|one| one.get_name().to_owned()).collect();
    for name in names {
        let below = if path.is_empty() { name.clone() } else { format!("{path}-{name}") };
        command = command.mut_subcommand(name, |one| fill(one, &below, context));
    }
    command
}

/// Help as clap lays it out; it has no setting for this one word.
fn rendered(error: &clap::Error, context: &Context) -> String {
    let options = format!("[{}]", context.word("cli-options").to_uppercase());
    error.render().to_string().replace("[OPTIONS]", &options)
}

/// Shows help or what was wrong with the command line.
pub(crate) fn tell(error: &clap::Error, context: &Context) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            context.print(&rendered(error, context));
            return Exit::Passed;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            context.error(&rendered(error, context));
            return Exit::Usage;
        }
        _ => {}
    }
    let get = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        Some(ContextValue::StyledStr(text)) => Some(text.to_string()),
        _ => None,
    };
    let argument = get(ContextKind::InvalidArg).or_else(|| get(ContextKind::InvalidSubcommand));
    let key = match error.kind() {
        ErrorKind::UnknownArgument => "cli-usage-unknown",
        ErrorKind::InvalidSubcommand => "cli-usage-command",
        ErrorKind::MissingRequiredArgument => "cli-usage-missing",
        ErrorKind::MissingSubcommand => "cli-usage-no-command",
        ErrorKind::ArgumentConflict => "cli-usage-conflict",
        _ => "cli-usage-value",
    };
    let message = Message::new(key)
        .with("argument", argument.unwrap_or_default())
        .with("value", get(ContextKind::InvalidValue).unwrap_or_default());
    context.error(&format!("{}: {}\n", context.word("cli-error"), context.text(&message)));
    let suggestions =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(word) = suggestions.into_iter().find_map(get) {
        let hint = Message::new("did-you-mean").with("word", word);
        context.error(&format!("{}: {}\n", context.word("cli-help"), context.text(&hint)));
    }
    if let Some(values) = get(ContextKind::ValidValue) {
        let hint = Message::new("cli-usage-values").with("values", values);
        context.error(&format!("{}: {}\n", context.word("cli-help"), context.text(&hint)));
    }
    context.error(&format!(
        "{}: {}\n",
        context.word("cli-help"),
        context.word("cli-usage-see-help")
    ));
    Exit::Usage
}
