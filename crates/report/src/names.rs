//! Names of cases for programs: the same in every language, without line numbers, unique.
//!
//! CI servers follow a test over time by its name, and GitLab reads only the first of two equal
//! ones (`Gitlab::Ci::Parsers::Test::Junit`).

use std::collections::BTreeSet;

use rakis_model::record::Case;

use crate::visible::one_line;

/// Azure DevOps takes 512 characters; ` [2]` must still fit.
const LONGEST_NAME: usize = 500;

/// Hands out names; asked in the order of the record.
#[derive(Debug, Default)]
pub(crate) struct Names {
    taken: BTreeSet<(String, String)>,
}

impl Names {
    /// A name not given out before under this class: the name itself, or with ` [2]`, ` [3]` …
    pub(crate) fn unique(&mut self, class: &str, name: String) -> String {
        let mut candidate = name.clone();
        for number in 2_u32.. {
            if self.taken.insert((class.to_owned(), candidate.clone())) {
                break;
            }
            candidate = format!("{name} [{number}]");
        }
        candidate
    }
}

/// `STAR-2026-03.1 a – Roll vastab asutuse liigile #2`: requirement and criterion, or the rule of
/// a scenario linked to none; the scenario; the number of the example.
pub(crate) fn test_name(case: &Case) -> String {
    let group = linked_id(case).or_else(|| case.rule.clone());
    let mut name = one_line(&case.name, LONGEST_NAME / 2);
    if let Some(group) = group.map(|group| one_line(&group, LONGEST_NAME / 3))
        && !group.is_empty()
    {
        name = if name.is_empty() { group } else { format!("{group} – {name}") };
    }
    if name.is_empty() {
        name = stem(&case.file).to_owned();
    }
    match case.example {
        Some(number) => format!("{name} #{number}"),
        None => name,
    }
}

/// `STAR-2026-03.1 a`: what a case is linked to, or `None`.
pub(crate) fn linked_id(case: &Case) -> Option<String> {
    match (case.requirement.as_deref(), case.criterion.as_deref()) {
        (Some(requirement), Some(criterion)) => Some(format!("{requirement} {criterion}")),
        (one, None) | (None, one) => one.map(str::to_owned),
    }
}

/// `rights.star-kasutajaoigused`: area and file, dots within them as `_`, because CI servers read
/// a dot as a level.
pub(crate) fn class_name(file: &str) -> String {
    let part = |text: &str| one_line(&text.replace('.', "_"), LONGEST_NAME / 3);
    match area(file) {
        Some(area) => format!("{}.{}", part(area), part(stem(file))),
        None => part(stem(file)),
    }
}

/// The folder under `features`, else the folder the file is in.
pub(crate) fn area(file: &str) -> Option<&str> {
    let (folders, _) = file.rsplit_once('/')?;
    let mut parts = folders.split('/');
    let area = match parts.find(|part| *part == "features") {
        Some(_) => parts.next(),
        None => folders.rsplit('/').next(),
    };
    area.filter(|area| !area.is_empty())
}

/// The file's name without folder and ending.
pub(crate) fn stem(file: &str) -> &str {
    let name = file.rsplit_once('/').map_or(file, |(_, name)| name);
    name.strip_suffix(".feature").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_area_and_file() {
        for (file, class) in [
            ("features/rights/star.feature", "rights.star"),
            ("features/rights/deep/a.b.feature", "rights.a_b"),
            ("x/features/skais/e.feature", "skais.e"),
            ("features/e.feature", "e"),
            ("muu/õigused/e.feature", "õigused.e"),
            ("e.feature", "e"),
            ("", ""),
        ] {
            assert_eq!(class_name(file), class, "{file}");
        }
    }

    #[test]
    fn names_say_requirement_scenario_and_example_and_no_line() {
        let mut case = Case {
            file: "features/rights/star.feature".to_owned(),
            line: 24,
            name: "Roll\n vastab".to_owned(),
            rule: Some("Reegel".to_owned()),
            example: Some(2),
            ..Case::default()
        };
        assert_eq!(test_name(&case), "Reegel – Roll vastab #2");
        case.requirement = Some("S-1.1".to_owned());
        case.criterion = Some("a".to_owned());
        case.example = None;
        assert_eq!(test_name(&case), "S-1.1 a – Roll vastab");
        case.name.clear();
        assert_eq!(test_name(&case), "S-1.1 a");
        assert_eq!(test_name(&Case { file: case.file, ..Case::default() }), "star");
    }

    #[test]
    fn equal_names_are_numbered_even_when_the_number_is_taken() {
        let mut names = Names::default();
        let given: Vec<_> =
            ["a", "a [2]", "a", "a"].map(|name| names.unique("c", name.to_owned())).into();
        assert_eq!(given, ["a", "a [2]", "a [3]", "a [4]"]);
        assert_eq!(names.unique("d", "a".to_owned()), "a");
    }
}
