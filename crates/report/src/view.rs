//! A run seen with the words of one language: what all reports share.

use rakis_model::{
    Exchange, Failure, Message, Outcome,
    record::{Case, Run, StepRun, StepStatus},
    words::Words,
};

use crate::{
    Context,
    index::Index,
    visible::{cut, one_line, visible},
};

/// At most this much of one value or body is shown; the record has the rest.
const LONGEST_TEXT: usize = 20 * 1024;
/// At least this much is shown, however many failures share the report.
const SHORTEST_TEXT: usize = 1024;
/// What all failures together may take: CI servers refuse files above 30 MB (GitLab).
const ALL_TEXTS: usize = 8 * 1024 * 1024;
/// Values and bodies of one failure that may each reach the limit.
const TEXTS_OF_A_FAILURE: usize = 4;
/// Titles are cut here; nobody reads further, and a list must stay a list.
const LONGEST_TITLE: usize = 300;

/// A run, its requirements by id, and the words.
#[derive(Debug)]
pub(crate) struct View<'a> {
    pub(crate) run: &'a Run,
    pub(crate) words: &'a Words,
    pub(crate) index: Index<'a>,
    rerun_command: &'a str,
    limit: usize,
}

impl<'a> View<'a> {
    pub(crate) fn new(run: &'a Run, context: &Context<'a>) -> Self {
        let bad = run.cases.iter().filter(|case| is_failure(case.outcome)).count();
        let share = ALL_TEXTS / (bad.max(1) * TEXTS_OF_A_FAILURE);
        Self {
            run,
            words: context.words,
            index: Index::new(&run.info),
            rerun_command: context.rerun_command,
            limit: share.clamp(SHORTEST_TEXT, LONGEST_TEXT),
        }
    }

    pub(crate) fn word(&self, key: &'static str) -> String {
        self.words.word(key)
    }

    /// The name of an outcome.
    pub(crate) fn outcome(&self, outcome: Outcome) -> String {
        self.word(outcome.key())
    }

    /// So many cases that ended so: `2 ebaõnnestunud`.
    pub(crate) fn tally(&self, outcome: Outcome, count: usize) -> String {
        match outcome {
            Outcome::Known => self.words.count("report-tally-known", count),
            Outcome::UnexpectedPass => self.words.count("report-tally-unexpected-pass", count),
            _ => format!("{count} {}", self.outcome(outcome)),
        }
    }

    /// The name of an area as people know it, its folder's name when there is none.
    pub(crate) fn area(&self, area: &str) -> String {
        if area.is_empty() {
            return self.word("report-unlinked");
        }
        let message = Message { key: format!("area-{area}").into(), args: Vec::new() };
        self.words.find(&message).unwrap_or_else(|| one_line(area, LONGEST_TITLE))
    }

    /// A sentence whose arguments came from outside.
    pub(crate) fn message(&self, message: &Message) -> String {
        self.clip(&self.words.text(message))
    }

    /// Name of the scenario, with the number of its example.
    pub(crate) fn title(&self, case: &Case) -> String {
        let mut title = one_line(&case.name, LONGEST_TITLE);
        if title.is_empty() {
            title = self.word("report-unnamed");
        }
        match case.example {
            Some(number) => {
                let number = Message::new("report-example-number").with("number", number);
                format!("{title} ({})", self.words.text(&number))
            }
            None => title,
        }
    }

    /// A command of the program, beside the one that runs: `rakis defects show VIGA-2026-0007`.
    pub(crate) fn command(&self, command: &str, argument: &str) -> String {
        let program = self.rerun_command.strip_suffix(" run").unwrap_or(self.rerun_command);
        visible(&format!("{program} {command} {}", quoted(argument)))
    }

    /// The command that runs one case again.
    pub(crate) fn rerun(&self, case: &Case) -> String {
        visible(&format!("{} {}", self.rerun_command, case.address()))
    }

    /// The text made visible, cut to the limit with a note about what is left out.
    pub(crate) fn clip(&self, text: &str) -> String {
        let (start, note) = self.clip_parts(text, None);
        match note {
            Some(note) => format!("{}\n[{note}]", visible(start)),
            None => visible(start),
        }
    }

    /// The part of a text to show, and a note when it is not all; `whole` is the size of the
    /// original, when the record already has only a part of it.
    pub(crate) fn clip_parts<'t>(
        &self,
        text: &'t str,
        whole: Option<u64>,
    ) -> (&'t str, Option<String>) {
        let (start, was_cut) = cut(text, self.limit);
        let whole = whole.filter(|whole| *whole > text.len() as u64);
        let size = whole.unwrap_or(text.len() as u64);
        let note = (was_cut || whole.is_some()).then(|| {
            let message = Message::new("report-cut")
                .with("shown", kibibytes(start.len() as u64))
                .with("whole", kibibytes(size));
            self.words.text(&message)
        });
        (start, note)
    }

    /// Why a case was left out or not begun; empty for the others.
    pub(crate) fn reason(&self, case: &Case) -> String {
        match case.outcome {
            Outcome::Skipped => {
                let tag = ["@manual", "@noauto", "@needs-decision"]
                    .into_iter()
                    .find(|known| case.tags.iter().any(|tag| tag == known));
                match tag {
                    Some(tag) => {
                        self.words.text(&Message::new("report-skipped-tag").with("tag", tag))
                    }
                    None => self.word("report-skipped"),
                }
            }
            Outcome::NotRun if self.run.cut_off => self.word("report-not-run-cut-off"),
            Outcome::NotRun => self.word("report-not-run"),
            Outcome::Passed
            | Outcome::Known
            | Outcome::UnexpectedPass
            | Outcome::Failed
            | Outcome::Broken
            | Outcome::Invalid => String::new(),
        }
    }
}

/// Did a check not hold, whether or not that stands against acceptance? Then the whole defect is
/// told.
pub(crate) const fn is_failure(outcome: Outcome) -> bool {
    outcome.is_bad() || matches!(outcome, Outcome::Known)
}

/// The argument as a shell takes it. Names of the project need no quotes; a damaged or hostile
/// record must not put a command into what people copy.
fn quoted(argument: &str) -> String {
    let plain = |char: char| char.is_alphanumeric() || matches!(char, '/' | '_' | '.' | '-');
    match !argument.is_empty() && argument.chars().all(plain) {
        true => argument.to_owned(),
        false => format!("'{}'", argument.replace('\'', r"'\''")),
    }
}

/// The step that decided a case which did not pass, and why it did not hold.
pub(crate) fn failing(case: &Case) -> Option<(&StepRun, Option<&Failure>)> {
    case.steps
        .iter()
        .find(|step| step.failure.is_some())
        .or_else(|| case.steps.iter().find(|step| step.status == StepStatus::Failed))
        .map(|step| (step, step.failure.as_ref()))
}

/// What was sent and answered just before a case failed: by the failing step itself, or by the
/// last step before it that spoke to the system.
pub(crate) fn exchanges(case: &Case) -> &[Exchange] {
    let end = case
        .steps
        .iter()
        .position(|step| step.failure.is_some() || step.status == StepStatus::Failed)
        .map_or(0, |at| at + 1);
    let speaking = case.steps[..end].iter().rev().find(|step| !step.exchanges.is_empty());
    speaking.map_or(&[], |step| &step.exchanges)
}

fn kibibytes(bytes: u64) -> String {
    match bytes {
        0..1_024 => format!("{bytes} B"),
        1_024..1_048_576 => format!("{} KiB", bytes / 1_024),
        _ => format!("{} MiB", bytes / 1_048_576),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_quoted_when_a_shell_would_read_more_in_them() {
        for (argument, written) in [
            ("VIGA-2026-0007", "VIGA-2026-0007"),
            ("rights/õiguste-loetelu_2.json", "rights/õiguste-loetelu_2.json"),
            ("a b; rm -rf ~", "'a b; rm -rf ~'"),
            ("d'or$(x)", r"'d'\''or$(x)'"),
            ("", "''"),
        ] {
            assert_eq!(quoted(argument), written);
        }
    }
}
