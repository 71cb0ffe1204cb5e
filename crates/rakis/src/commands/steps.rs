//! `rakis steps`: which sentences there are, what they do, and where they are used.

use rakis_model::{Exit, Message, Problems};

use crate::{args, context::Context, docs, project::Project};

/// Lists the known sentences that hold all the given words.
pub(super) fn steps(args: &args::Steps, context: &Context) -> Exit {
    let mut problems = Problems::new();
    let Some(project) = Project::read(&context.folder, &mut problems) else {
        context.show(problems);
        return Exit::Invalid;
    };
    let wanted: Vec<String> = args.words.iter().map(|word| word.to_lowercase()).collect();
    let mut shown = 0;
    for definition in project.catalogue.definitions() {
        let docs = docs::of(definition);
        let text = format!("{} {}", definition.sentence, docs.example).to_lowercase();
        if !wanted.iter().all(|word| text.contains(word)) {
            continue;
        }
        shown += 1;
        context.line(&definition.sentence);
        if !docs.example.is_empty() {
            let example = Message::new("cli-step-example").with("example", &docs.example);
            context.line(&format!("    {}", context.text(&example)));
        }
        context.line(&format!("    {}:{}", definition.file, definition.line));
    }
    if shown == 0 {
        context.say(&Message::new("cli-steps-none").with("words", args.words.join(" ")));
        for near in project.catalogue.nearest(&args.words.join(" ")) {
            context.say(&Message::new("plan-step-near").with("sentence", &near.sentence));
        }
        return Exit::Usage;
    }
    context.line("");
    context.line(&context.words.count("cli-steps-count", shown));
    let holes = docs::parameters(&context.words);
    context.line(&holes);
    Exit::Passed
}
