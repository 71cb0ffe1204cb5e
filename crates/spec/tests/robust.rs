//! Nothing panics on input: specifications with parts lost, doubled or replaced.
#![expect(clippy::unwrap_used, reason = "a test may end so, its helpers too")]

mod common;

use common::shown;
use proptest::prelude::*;
use rakis_gherkin::{Ids, Options, parse};
use rakis_model::{Problems, Source};
use rakis_spec::{derive_text, read_file};

fn example(name: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/");
    std::fs::read_to_string(format!("{folder}{name}.yaml")).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_specification_is_told_or_derives_gherkin(
        name in prop_oneof![Just("ok/naidis"), Just("ok/servad"), Just("invalid/juhtumid"), Just("invalid/sammud")],
        at in 0..2000_usize,
        length in 0..40_usize,
        with in prop_oneof!["[ \\n|<>:\"'\\[\\]{}#&*!%@`,?-]{0,6}", "\\PC{0,6}", Just("\n  - x: 1\n".to_owned())],
    ) {
        let text: Vec<char> = example(name).chars().collect();
        let from = at % text.len();
        let to = (from + length).min(text.len());
        let damaged: String = text[..from].iter().copied().chain(with.chars()).chain(text[to..].iter().copied()).collect();
        let mut problems = Problems::new();
        let spec = read_file(Source::new("specs/rights/x.yaml", damaged), "rights", &mut problems);
        prop_assert_eq!(spec.is_none(), problems.any_error());
        // Every place lies within its file, on whole characters.
        let _ = shown(problems);
        if let Some(spec) = spec {
            let feature = Source::new("f", derive_text(&spec));
            let parsed = parse(&feature, &Options { default_language: "et" }, &mut Ids::new());
            prop_assert!(parsed.is_ok(), "{}", shown(parsed.err().unwrap_or_default()));
        }
    }
}
