//! The procedure drawn and written out; the guides hold what the program says now.

use std::{collections::BTreeSet, fs};

use rakis_defects::procedure::{mermaid, text};
use rakis_model::words::{Language, Words};

use crate::common::{root, shipped, update};

fn words(language: Language) -> Words {
    Words::new(language, &[rakis_model::WORDS, rakis_defects::WORDS])
}

/// The text of a page with the part between its markers replaced.
fn with_part(page: &str, name: &str, part: &str) -> String {
    let (begin, end) = (format!("<!-- {name}: begin -->\n"), format!("<!-- {name}: end -->"));
    let (before, rest) = page.split_once(&begin).expect("the page has the marker");
    let (_, after) = rest.split_once(&end).expect("the page has the end marker");
    format!("{before}{begin}{part}{end}{after}")
}

fn check(file: &str, language: Language) {
    let procedure = shipped();
    let path = root().join(file);
    let page = fs::read_to_string(&path).unwrap();
    let picture = format!("```mermaid\n{}```\n", mermaid(&procedure));
    let states = format!("```text\n{}```\n", text(&procedure, 110, &words(language)));
    let now = with_part(&with_part(&page, "diagram", &picture), "states", &states);
    if update() {
        fs::write(&path, &now).unwrap();
        return;
    }
    assert!(page == now, "{file} is not what procedure.yaml says now; accept with UPDATE=1");
}

#[test]
fn the_guides_show_the_procedure_as_it_is() {
    check("docs/et/menetluskord.md", Language::Et);
    check("docs/en/procedure.md", Language::En);
}

#[test]
fn the_diagram_has_every_state_and_transition() {
    let procedure = shipped();
    let drawn = mermaid(&procedure);
    assert_eq!(drawn, mermaid(&procedure));
    for (index, state) in procedure.states.iter().enumerate() {
        assert!(drawn.contains(&format!("state \"{}\" as s{index}\n", state.name)));
    }
    let index = |name: &str| procedure.states.iter().position(|one| one.name == name).unwrap();
    for one in &procedure.transitions {
        for from in &one.from {
            let arrow = format!("    s{} --> s{} : ", index(from), index(&one.to));
            let line = drawn.lines().find(|line| line.starts_with(&arrow)).unwrap();
            assert!(line.contains(&one.name), "{line}");
            assert_eq!(one.trigger.is_some(), line.contains(&format!("⚙ {}", one.name)), "{line}");
        }
    }
    let arrows: Vec<&str> = drawn.lines().filter_map(|line| line.split(" : ").next()).collect();
    let distinct: BTreeSet<&str> = arrows.iter().copied().collect();
    assert_eq!(arrows.len(), distinct.len(), "one arrow between two states");
}

#[test]
fn names_do_not_break_the_diagram() {
    let mut procedure = shipped();
    procedure.states.truncate(1);
    procedure.transitions.truncate(1);
    let transition = &mut procedure.transitions[0];
    procedure.states[0].name = "a\"b#1;<x>\n".to_owned();
    transition.from = vec![procedure.states[0].name.clone()];
    transition.to = procedure.states[0].name.clone();
    transition.name = "x: y;".to_owned();
    transition.roles = vec!["õ".to_owned()];
    assert_eq!(
        mermaid(&procedure),
        "stateDiagram-v2\n    \
         state \"a#34;b#35;1#59;#60;x#62; \" as s0\n    \
         [*] --> s0\n    \
         s0 --> s0 : x#58; y#59; (õ)\n"
    );
    procedure.states.clear();
    assert_eq!(mermaid(&procedure), "stateDiagram-v2\n");
    assert_eq!(text(&procedure, 0, &words(Language::Et)), "");
}

#[test]
fn lines_keep_within_the_width() {
    let procedure = shipped();
    let words = words(Language::Et);
    let joined = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let whole = joined(text(&procedure, 10_000, &words));
    for width in [40, 57, 80, 110] {
        let narrow = text(&procedure, width, &words);
        let longest = narrow.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(longest <= width, "{longest} of {width}:\n{narrow}");
        assert_eq!(joined(narrow), whole, "nothing is lost");
    }
    assert_eq!(text(&procedure, 0, &words), text(&procedure, 40, &words));
}
