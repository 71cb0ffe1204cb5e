//! What the register of defects says of a run, as all reports tell it.

use rakis_model::{
    Message,
    record::{DefectEffect, DefectNote, Run},
};

use crate::{times, view::View, visible::one_line};

/// Ids are short; what is longer is damaged or hostile.
const LONGEST_ID: usize = 100;
/// A state, an owner, a severity.
const LONGEST_FACT: usize = 200;
/// Nobody reads a longer title, and a list must stay a list.
const LONGEST_TITLE: usize = 300;

/// A defect as a run met it.
#[derive(Debug)]
pub(crate) struct Met<'a> {
    /// The first note of it. State, owner and waiver are those after the run, so all agree.
    pub(crate) note: &'a DefectNote,
    /// What the run means for it, most urgent first, each with the numbers of its cases.
    pub(crate) effects: Vec<(DefectEffect, Vec<usize>)>,
}

impl Met<'_> {
    /// The cases in which it had this effect.
    pub(crate) fn cases(&self, effect: DefectEffect) -> &[usize] {
        self.effects.iter().find(|(known, _)| *known == effect).map_or(&[], |(_, cases)| cases)
    }
}

/// Effects in the order in which people must act on them.
pub(crate) const BY_URGENCY: [DefectEffect; 11] = [
    DefectEffect::Reopened,
    DefectEffect::Opened,
    DefectEffect::NotCovered,
    DefectEffect::WaiverExpired,
    DefectEffect::Masked,
    DefectEffect::Seen,
    DefectEffect::Known,
    DefectEffect::UnexpectedPass,
    DefectEffect::OlderBuild,
    DefectEffect::RetestPassed,
    DefectEffect::Closed,
];

/// Every defect of the run once, the most urgent first, then by id.
pub(crate) fn met(run: &Run) -> Vec<Met<'_>> {
    let mut all = std::collections::BTreeMap::new();
    for (number, case) in run.cases.iter().enumerate() {
        for note in &case.defects {
            let one = all
                .entry(note.defect.as_str())
                .or_insert_with(|| Met { note, effects: Vec::new() });
            match one.effects.iter_mut().find(|(effect, _)| *effect == note.effect) {
                Some((_, cases)) => cases.push(number),
                None => one.effects.push((note.effect, vec![number])),
            }
        }
    }
    let mut all: Vec<Met<'_>> = all.into_values().collect();
    for one in &mut all {
        one.effects.sort_by_key(|(effect, _)| urgency(*effect));
    }
    all.sort_by_key(|one| one.effects.first().map(|(effect, _)| urgency(*effect)));
    all
}

fn urgency(effect: DefectEffect) -> usize {
    BY_URGENCY.iter().position(|known| *known == effect).unwrap_or(BY_URGENCY.len())
}

/// The effect as programs know it, the same in every language: `waiver_expired`.
pub(crate) fn effect_name(effect: DefectEffect) -> String {
    let key = effect.key();
    key.strip_prefix("defect-effect-").unwrap_or(key).replace('-', "_")
}

/// Its id.
pub(crate) fn id(note: &DefectNote) -> String {
    one_line(&note.defect, LONGEST_ID)
}

/// Its title.
pub(crate) fn title(note: &DefectNote) -> String {
    one_line(&note.title, LONGEST_TITLE)
}

/// `määratud, TEHIK`: its state and who has it.
pub(crate) fn holder(note: &DefectNote) -> String {
    joined([&note.state, &note.owner].map(|text| one_line(text, LONGEST_FACT)), ", ")
}

/// `lubatud kuni 31.12.2026`, or until when it was; empty without a waiver.
pub(crate) fn waiver(view: &View<'_>, note: &DefectNote) -> String {
    let Some(day) = &note.waived_until else { return String::new() };
    let key = match note.effect {
        DefectEffect::WaiverExpired => "report-defect-was-waived",
        _ => "report-defect-waived",
    };
    view.words.text(&Message::new(key).with("day", times::day(day)))
}

/// `VIGA-2026-0007 (määratud, TEHIK) – uuesti nähtud; lubatud kuni 31.12.2026`
pub(crate) fn line(view: &View<'_>, note: &DefectNote) -> String {
    let holder = match holder(note) {
        empty if empty.is_empty() => empty,
        holder => format!(" ({holder})"),
    };
    let said = joined([view.word(note.effect.key()), waiver(view, note)], "; ");
    format!("{}{holder} – {said}", id(note))
}

/// What is known of it beside id and title, as label and value; what is empty is left out.
pub(crate) fn facts(view: &View<'_>, note: &DefectNote) -> Vec<(String, String)> {
    [
        ("report-defect-state", note.state.as_str()),
        ("report-defect-owner", note.owner.as_str()),
        ("report-defect-severity", note.severity.as_deref().unwrap_or_default()),
    ]
    .into_iter()
    .map(|(key, value)| (key, one_line(value, LONGEST_FACT)))
    .chain(note.waived_until.as_deref().map(|day| ("report-defect-waiver", times::day(day))))
    .filter(|(_, value)| !value.is_empty())
    .map(|(key, value)| (view.word(key), value))
    .collect()
}

/// The command that shows all of it.
pub(crate) fn command(view: &View<'_>, note: &DefectNote) -> String {
    view.command("defects show", &id(note))
}

/// The parts that are not empty.
fn joined<const N: usize>(parts: [String; N], mark: &str) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(mark)
}

#[cfg(test)]
mod tests {
    use rakis_model::record::Case;

    use super::*;

    fn note(defect: &str, effect: DefectEffect) -> DefectNote {
        DefectNote {
            case: 0,
            defect: defect.to_owned(),
            title: String::new(),
            state: String::new(),
            owner: String::new(),
            severity: None,
            waived_until: None,
            effect,
        }
    }

    #[test]
    fn a_defect_of_several_scenarios_is_told_once_and_the_most_urgent_first() {
        use DefectEffect as E;
        let notes = [
            vec![("B", E::Known)],
            vec![("A", E::Closed), ("B", E::Masked)],
            vec![("B", E::Known)],
        ];
        let case = |notes: &Vec<(&str, E)>| Case {
            defects: notes.iter().map(|(id, effect)| note(id, *effect)).collect(),
            ..Case::default()
        };
        let run = Run { cases: notes.iter().map(case).collect(), ..Run::default() };
        let all = met(&run);
        let ids: Vec<_> = all.iter().map(|one| one.note.defect.as_str()).collect();
        assert_eq!(ids, ["B", "A"]);
        assert_eq!(all[0].effects, [(E::Masked, vec![1]), (E::Known, vec![0, 2])]);
        assert_eq!(all[1].cases(E::Closed), [1]);
        assert!(all[1].cases(E::Known).is_empty());
    }

    #[test]
    fn effects_have_the_names_of_the_record() {
        let names = BY_URGENCY.map(effect_name);
        assert_eq!((names[2].as_str(), names[3].as_str()), ("not_covered", "waiver_expired"));
        let unique: std::collections::BTreeSet<_> = names.iter().collect();
        assert_eq!(unique.len(), BY_URGENCY.len(), "every effect is in the list, once");
    }
}
