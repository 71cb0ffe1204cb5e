//! Whatever is added to a derived feature by hand survives deriving, byte for byte.
#![expect(clippy::unwrap_used, reason = "a test may end so, its helpers too")]

mod common;

use common::Project;
use proptest::prelude::*;

const SPEC: &str = "specs/rights/star.yaml";
const FEATURE: &str = "features/rights/star.feature";

fn example() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/ok/naidis.yaml");
    std::fs::read_to_string(path).unwrap()
}

#[derive(Clone, Debug)]
enum Addition {
    Step(usize, String),
    Comment(usize, String),
    Blank(usize),
    Tag(usize, String),
    Scenario(usize, String),
}

fn additions() -> impl Strategy<Value = Vec<Addition>> {
    let at = || 0..1000_usize;
    let one = prop_oneof![
        3 => (at(), "[a-zõäöüšž \"<>|\\\\#@:]{0,20}").prop_map(|(at, text)| Addition::Step(at, text)),
        2 => (at(), "[ a-zõäöü#@|\"]{0,12}").prop_map(|(at, text)| Addition::Comment(at, text)),
        1 => at().prop_map(Addition::Blank),
        1 => (at(), "[a-zõ-]{1,6}").prop_map(|(at, text)| Addition::Tag(at, text)),
        1 => (at(), "[a-zõäöü ]{0,12}").prop_map(|(at, text)| Addition::Scenario(at, text)),
    ];
    proptest::collection::vec(one, 0..6)
}

/// Puts lines where Gherkin allows them: steps after steps, tags on tag lines, scenarios before
/// the tags of others, comments and blank lines anywhere below the head.
fn add(text: &str, additions: &[Addition]) -> (String, Vec<String>) {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut added = Vec::new();
    for (number, one) in additions.iter().enumerate() {
        let among = |wanted: &dyn Fn(&str) -> bool, at: usize| {
            let places: Vec<usize> =
                (2..lines.len()).filter(|one| wanted(lines[*one].trim())).collect();
            places[at % places.len()]
        };
        match one {
            Addition::Step(at, text) => {
                let step = |line: &str| {
                    ["Eeldades ", "Ja ", "Kui ", "Siis "].iter().any(|one| line.starts_with(one))
                };
                let at = among(&step, *at);
                let line = format!("      Ja käsitsi {number} {text}");
                added.push(line.clone());
                lines.insert(at + 1, line);
            }
            Addition::Comment(at, text) => {
                let line = format!("   # märkus {number} {text}");
                added.push(line.clone());
                lines.insert(among(&|_| true, *at) + 1, line);
            }
            Addition::Blank(at) => lines.insert(among(&|_| true, *at) + 1, String::new()),
            Addition::Tag(at, text) => {
                let at = among(&|line| line.starts_with('@'), *at);
                lines[at].push_str(&format!(" @käsitsi-{number}-{text}"));
                added.push(format!("@käsitsi-{number}-{text}"));
            }
            Addition::Scenario(at, text) => {
                let at = among(&|line| line.starts_with("@kriteerium"), *at);
                let line = format!("    Stsenaarium: käsitsi {number} {text}");
                added.push(line.clone());
                lines.splice(at..at, [line, "      Kui midagi".to_owned(), String::new()]);
            }
        }
    }
    (lines.join("\n") + "\n", added)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hand_additions_survive(additions in additions(), windows: bool) {
        let project = Project::new(&example());
        project.derive(&[]);
        let (mut text, added) = add(&project.get(FEATURE), &additions);
        if windows {
            text = text.replace('\n', "\r\n");
        }
        project.put(FEATURE, &text);
        project.derive(&[]);
        prop_assert_eq!(project.get(FEATURE), text.as_str(), "an unchanged specification changes nothing");

        // A changed step, a changed statement and a new criterion keep every addition.
        project.edit(SPEC, "taotlus on \"<otsus>\"", "taotlus on varsti \"<otsus>\"");
        project.edit(SPEC, "      logitakse.", "      logitakse kohe.");
        project.edit(SPEC, "siis: [logis on kirje]", "siis: [logis on kirje]\n      - { tunnus: uus, pealkiri: Uus, siis: [uus] }");
        project.derive(&[]);
        let merged = project.get(FEATURE);
        for one in &added {
            let kept = merged.lines().any(|line| line == one || line.split_whitespace().any(|word| word == one));
            prop_assert!(kept, "{} is lost:\n{}", one, merged);
        }
        for new in ["Siis taotlus on varsti \"<otsus>\"", "logitakse kohe.", "    Stsenaarium: Uus"] {
            prop_assert!(merged.contains(new), "{} is missing:\n{}", new, merged);
        }

        // And back again: what the specification took back is gone, nothing else.
        project.put(SPEC, &example());
        let plan = project.derive(&[]);
        prop_assert_eq!(plan.withdrawn.len(), 1);
    }
}
