//! Asking the person at the terminal what to do with one snapshot.

use crate::context::Context;

/// What a person decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// It is right.
    Approve,
    /// It is a defect.
    Reject,
    /// Not now.
    Later,
    /// Show everything.
    Whole,
    /// Stop here.
    Quit,
}

/// Asks until the answer is one; no answer is to stop.
pub(super) fn ask(context: &Context) -> Answer {
    loop {
        let Some(said) = context.ask(&context.word("cli-review-question")) else {
            return Answer::Quit;
        };
        if let Some(answer) = read(&said) {
            return answer;
        }
        context.error(&format!("{}\n", context.word("cli-review-not-an-answer")));
    }
}

/// By the first letter, in Estonian or English.
fn read(said: &str) -> Option<Answer> {
    match said.to_lowercase().as_str() {
        "k" | "kinnita" | "a" | "approve" => Some(Answer::Approve),
        "v" | "viga" | "d" | "defect" => Some(Answer::Reject),
        "h" | "hiljem" | "l" | "later" => Some(Answer::Later),
        "t" | "täistekst" | "w" | "whole" => Some(Answer::Whole),
        "q" | "lõpeta" | "quit" => Some(Answer::Quit),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_in_both_languages() {
        for (said, answer) in [
            ("k", Some(Answer::Approve)),
            ("Kinnita", Some(Answer::Approve)),
            ("approve", Some(Answer::Approve)),
            ("V", Some(Answer::Reject)),
            ("hiljem", Some(Answer::Later)),
            ("täistekst", Some(Answer::Whole)),
            ("lõpeta", Some(Answer::Quit)),
            ("jah", None),
            ("", None),
        ] {
            assert_eq!(read(said), answer, "{said}");
        }
    }
}
