//! Words in the colours of outcomes can be read: WCAG 2.2, 1.4.3, in light, dark and print.

#![expect(clippy::unwrap_used, reason = "what reads the sources fails by panicking")]
#![expect(clippy::float_arithmetic, reason = "luminance is defined by a power (WCAG 2.2)")]

use std::collections::BTreeMap;

const CSS: &str = include_str!("../resources/report.css");
const OUTCOMES: [&str; 9] = [
    "passed",
    "unexpected-pass",
    "known",
    "failed",
    "broken",
    "invalid",
    "skipped",
    "not-run",
    "none",
];

/// The colours that a `:root` sets, by name.
fn colours(block: &str) -> BTreeMap<&str, &str> {
    let block = block.split('}').next().unwrap();
    block.split(';').filter_map(|entry| entry.trim().strip_prefix("--")?.split_once(": ")).collect()
}

/// Relative luminance of `#rgb` or `#rrggbb`.
fn luminance(colour: &str) -> f64 {
    let hex = colour.strip_prefix('#').unwrap();
    let digits: String = match hex.len() {
        3 => hex.chars().flat_map(|char| [char, char]).collect(),
        _ => hex.to_owned(),
    };
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&digits[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn words_in_colours_can_be_read() {
    assert!((contrast("#000", "#ffffff") - 21.0).abs() < 0.001);
    let themes: Vec<_> = CSS.split(":root {").skip(1).map(colours).collect();
    assert_eq!(themes.len(), 3, "light, dark, print");
    for (theme, number) in themes.iter().zip(1..) {
        let colour = |name: &str| *theme.get(name).unwrap_or_else(|| panic!("{number}: --{name}"));
        for outcome in OUTCOMES {
            for ground in [&*format!("{outcome}-soft"), "sheet"] {
                let ratio = contrast(colour(outcome), colour(ground));
                assert!(ratio >= 4.5, "theme {number}: {outcome} on {ground} is {ratio:.2}");
            }
            let quiet = contrast(colour("ink"), colour(&format!("{outcome}-soft")));
            assert!(quiet >= 7.0, "theme {number}: text on {outcome}-soft is {quiet:.2}");
        }
        for ground in ["sheet", "ground", "well"] {
            assert!(contrast(colour("quiet"), colour(ground)) >= 4.5, "{number}: on {ground}");
        }
    }
    // The mark of the verdict is white on a fixed colour.
    for tone in ["is-passed", "is-known", "is-failed"] {
        let rule = CSS.split(&format!(".{tone} .verdict-icon {{ background: ")).nth(1).unwrap();
        assert!(contrast("#fff", rule.split(';').next().unwrap()) >= 4.5, "{tone}");
    }
}
