//! Writes the reports of a sample run to `target/report-sample`, to look at them:
//! `cargo run -p rakis-report --example sample`.

#[path = "../tests/sample/mod.rs"]
mod sample;

use std::{fs, io, path::Path};

use rakis_model::{
    Outcome,
    record::Run,
    words::{Language, Words},
};
use rakis_report::{Context, Flavour, Style, WORDS, html, junit, summary};

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/report-sample");
    fs::create_dir_all(&folder)?;
    let runs = [
        ("run", sample::run()),
        ("passed", sample::passed_run()),
        ("judged", sample::judged::judged_run()),
        ("remarks", sample::judged::remarks_run()),
        ("judged-hostile", sample::judged::hostile_judged_run(sample::HOSTILE, 5_000)),
        ("hostile", sample::hostile_run(sample::HOSTILE, 500_000)),
        ("large", large(2_000)),
        ("huge", large(5_000)),
        ("empty", Run::default()),
    ];
    for language in [Language::Et, Language::En] {
        let words = Words::new(language, &[rakis_model::WORDS, WORDS]);
        let context = Context { words: &words, rerun_command: "rakis run" };
        for (name, run) in &runs {
            let name = format!("{name}-{}", language.code());
            let style = Style { color: true, ..Style::default() };
            fs::write(folder.join(format!("{name}.html")), html(run, &context))?;
            fs::write(folder.join(format!("{name}.xml")), junit(run, &context, Flavour::Full))?;
            fs::write(folder.join(format!("{name}.txt")), summary(run, &context, style))?;
        }
    }
    Ok(())
}

/// The sample's cases over and over, most of them passed.
fn large(cases: usize) -> Run {
    let mut run = sample::run();
    let (bad, good): (Vec<_>, Vec<_>) =
        run.cases.drain(..).partition(|case| case.outcome != Outcome::Passed);
    run.cases = bad;
    let more = good.iter().cycle().enumerate().map(|(number, case)| {
        let mut case = case.clone();
        case.name = format!("{} {number}", case.name);
        case
    });
    run.cases.extend(more.take(cases.saturating_sub(run.cases.len())));
    run
}
