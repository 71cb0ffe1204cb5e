//! The technical log: the last lines of each system, one a request, with the path's pattern and never a personal code.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use crate::system::System;

const LINES: usize = 1000;

/// The lines of both systems, in memory.
#[derive(Debug, Default)]
pub(crate) struct SystemLog {
    star: Mutex<VecDeque<String>>,
    skais: Mutex<VecDeque<String>>,
}

impl SystemLog {
    /// Adds one line; the oldest goes when there are too many.
    pub(crate) fn write(&self, system: System, line: String) {
        let mut lines = self.lines(system).lock().unwrap_or_else(PoisonError::into_inner);
        if lines.len() == LINES {
            lines.pop_front();
        }
        lines.push_back(line);
    }

    /// All lines kept, oldest first.
    pub(crate) fn read(&self, system: System) -> String {
        let lines = self.lines(system).lock().unwrap_or_else(PoisonError::into_inner);
        lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
    }

    fn lines(&self, system: System) -> &Mutex<VecDeque<String>> {
        match system {
            System::Star => &self.star,
            System::Skais => &self.skais,
        }
    }
}

/// A text in which every run of eleven digits or more is covered, so that an error's words cannot carry a personal code.
pub(crate) fn covered(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut digits = String::new();
    for letter in text.chars().chain(std::iter::once('\n')) {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        out.push_str(if digits.len() >= 11 { "***********" } else { &digits });
        digits.clear();
        out.push(if letter.is_control() { ' ' } else { letter });
    }
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::{SystemLog, covered};
    use crate::system::System;

    #[test]
    fn only_the_last_thousand_lines_of_each_system_stay() {
        let log = SystemLog::default();
        for number in 0..1003 {
            log.write(System::Star, format!("rida {number}"));
        }
        let text = log.read(System::Star);
        assert_eq!(text.lines().count(), 1000);
        assert_eq!(text.lines().next(), Some("rida 3"));
        assert_eq!(log.read(System::Skais), "");
    }

    #[test]
    fn personal_codes_are_covered_and_lines_stay_one_line() {
        assert_eq!(
            covered("võti (69901010008)\non olemas: 42"),
            "võti (***********) on olemas: 42"
        );
        assert_eq!(covered("69901010008"), "***********");
    }
}
