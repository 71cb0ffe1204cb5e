//! Generated pages are what the program says now; `UPDATE=1` writes them anew.

use crate::program::{Project, repository};

#[expect(clippy::disallowed_methods, reason = "the developer's wish comes from outside")]
fn compare(file: &str, text: &str) {
    let path = repository().join(file);
    if std::env::var("UPDATE").is_ok_and(|value| value == "1") {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("folders are made");
        std::fs::write(&path, text).expect("the page is written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == text, "{file} is not what the program says now; accept with UPDATE=1 ./test");
}

fn help_page(language: &str, title: &str) -> String {
    let project = Project::empty();
    let mut page = format!("# {title}\n");
    add_help(&project, &mut Vec::new(), language, &mut page);
    page
}

/// The help of a command and of every command below it, in the order the help lists them.
fn add_help(project: &Project, command: &mut Vec<String>, language: &str, page: &mut String) {
    let path: Vec<&str> = command.iter().map(String::as_str).collect();
    let help = project.rakis(&[&path[..], &["--help", "--lang", language]].concat()).code(0);
    let name = ["rakis"].iter().chain(&path).copied().collect::<Vec<_>>().join(" ");
    page.push_str(&format!("\n## {name}\n\n```\n{}\n```\n", help.out.trim_end()));
    for below in commands_of(&help.out) {
        command.push(below);
        add_help(project, command, language, page);
        command.pop();
    }
}

/// The names in the list of commands, if the help has one.
fn commands_of(help: &str) -> Vec<String> {
    let list = help.lines().skip_while(|line| !matches!(*line, "Käsud:" | "Commands:")).skip(1);
    let names = list.take_while(|line| !line.is_empty()).filter(|line| !line.starts_with("   "));
    names.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn the_commands() {
    compare("docs/et/kasud.md", &help_page("et", "Käsud"));
    compare("docs/en/commands.md", &help_page("en", "Commands"));
}

#[test]
fn the_steps() {
    let project = Project::empty();
    let list = project.rakis(&["steps"]).code(0).out;
    // Places of definitions change with every edit; the page tells sentences and examples.
    let sentences: Vec<&str> = list
        .lines()
        .filter(|line| {
            !line.trim().ends_with(|c: char| c.is_ascii_digit()) || !line.contains(".rs:")
        })
        .collect();
    compare(
        "docs/et/sammud.md",
        &format!("# Sammud\n\n```\n{}\n```\n", sentences.join("\n").trim_end()),
    );
}

#[test]
fn the_exit_codes() {
    use rakis_model::{
        Exit,
        words::{Language, Words},
    };
    let words = |language| Words::new(language, &rakis::ALL_WORDS);
    let (et, en) = (words(Language::Et), words(Language::En));
    let mut page = String::from(
        "# Väljumiskoodid / Exit codes\n\n| kood | eesti | English |\n|---|---|---|\n",
    );
    for (exit, key) in Exit::ALL {
        page.push_str(&format!("| {} | {} | {} |\n", exit.code(), et.word(key), en.word(key)));
    }
    compare("docs/exit-codes.md", &page);
}
