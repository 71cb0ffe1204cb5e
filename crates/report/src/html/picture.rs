//! Pictures where people would rather look: how often values occur, as bars.

use rakis_model::{Distribution, Message, words::Language};

use super::defects::{CaseLink, link};
use crate::{view::View, visible::one_line};

/// More pictures than these are counted, not drawn.
const PICTURES: usize = 24;
/// More bars than these are counted, not drawn.
const BARS: usize = 60;
/// Width of the longest bar, in its own units.
pub(super) const LONGEST: u64 = 1_000;

/// One distribution and the scenario that shows it.
pub(super) struct PictureView {
    pub(super) title: String,
    /// How many values it is of.
    pub(super) total: String,
    pub(super) case: CaseLink,
    pub(super) bars: Vec<BarView>,
    /// That some are not drawn; else empty.
    pub(super) more: String,
}

/// How many values lie in a range.
pub(super) struct BarView {
    pub(super) range: String,
    pub(super) count: String,
    /// Of [`LONGEST`]; one value is seen too.
    pub(super) width: u64,
}

/// Every picture of the run, in the order of its scenarios, and the words for those left out.
pub(super) fn pictures(view: &View<'_>) -> (Vec<PictureView>, String) {
    let cases = view.run.cases.iter().enumerate();
    let mut all = cases.flat_map(|(number, case)| {
        let shown = case.steps.iter().flat_map(|step| &step.distributions);
        shown.map(move |one| (number, one))
    });
    let drawn = all.by_ref().take(PICTURES).map(|(at, one)| PictureView::new(view, at, one));
    let drawn = drawn.collect();
    let more = match all.count() {
        0 => String::new(),
        more => view.words.count("report-more-pictures", more),
    };
    (drawn, more)
}

impl PictureView {
    fn new(view: &View<'_>, number: usize, distribution: &Distribution) -> Self {
        let language = view.words.language();
        let highest = distribution.bins.iter().map(|bin| bin.count).max().unwrap_or(1).max(1);
        let bars = distribution.bins.iter().take(BARS).map(|bin| BarView {
            range: match bin.from == bin.to {
                true => written(&bin.from, language),
                false => {
                    format!("{} … {}", written(&bin.from, language), written(&bin.to, language))
                }
            },
            count: written(&bin.count.to_string(), language),
            width: scaled(bin.count, highest),
        });
        Self {
            title: one_line(&view.words.text(&distribution.title), 300),
            total: total(view, distribution.total()),
            case: link(view, number),
            bars: bars.collect(),
            more: match distribution.bins.len().saturating_sub(BARS) {
                0 => String::new(),
                more => view.words.count("report-more-bars", more),
            },
        }
    }
}

fn total(view: &View<'_>, count: u64) -> String {
    let shown = written(&count.to_string(), view.words.language());
    let number = if count == 1 { "one" } else { "other" };
    view.words
        .text(&Message::new("report-picture-total").with("shown", shown).with("number", number))
}

fn scaled(count: u64, highest: u64) -> u64 {
    let width = u128::from(count) * u128::from(LONGEST) / u128::from(highest);
    u64::try_from(width).unwrap_or(LONGEST).max(u64::from(count > 0) * 4)
}

/// A decimal as people read it: `−1 234,5` in Estonian, `−1,234.5` in English.
fn written(text: &str, language: Language) -> String {
    let (group, point) = match language {
        Language::Et => ("\u{a0}", ","),
        Language::En => (",", "."),
    };
    let text = one_line(text, 60);
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("−", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let letters: Vec<char> = whole.chars().collect();
    let first = letters.len() % 3;
    let mut groups: Vec<String> = Vec::new();
    if first > 0 {
        groups.push(letters[..first].iter().collect());
    }
    groups.extend(letters[first..].chunks(3).map(|three| three.iter().collect()));
    let point = if fraction.is_empty() { "" } else { point };
    format!("{sign}{}{point}{fraction}", groups.join(group))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_read_them() {
        for (text, et, en) in [
            ("0", "0", "0"),
            ("-0.01", "−0,01", "−0.01"),
            ("1234567.5", "1\u{a0}234\u{a0}567,5", "1,234,567.5"),
            ("123456", "123\u{a0}456", "123,456"),
        ] {
            assert_eq!(written(text, Language::Et), et);
            assert_eq!(written(text, Language::En), en);
        }
    }

    #[test]
    fn the_longest_bar_is_whole_and_one_value_is_seen() {
        assert_eq!([scaled(7, 7), scaled(0, 7), scaled(1, 1_700_000)], [LONGEST, 0, 4]);
        assert_eq!(scaled(u64::MAX, u64::MAX), LONGEST);
    }
}
