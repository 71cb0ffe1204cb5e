//! The way to cucumber's step type.

use cucumber::gherkin::StepType;
use rakis_gherkin::{Ids, pickles, to_cucumber_step};

use super::estonian;

#[test]
fn a_step_goes_over_whole() {
    let text = "Omadus: o\nRaamstsenaarium: s\n  Kui <x> on\n    | a | <x> |\n    ```\n    rida <x>\n    ```\n  Ja edasi\n  Siis lõpp\nJuhtumid:\n| x |\n| õ |\n";
    let parsed = estonian(text).unwrap();
    let pickles = pickles(&parsed, &mut Ids::new());
    let steps = &pickles[0].steps;
    let step = to_cucumber_step(&steps[0], "Kui ", 3);
    assert_eq!(
        (step.keyword.as_str(), step.ty, step.value.as_str()),
        ("Kui", StepType::When, "õ on")
    );
    assert_eq!(step.position.line, 3);
    assert_eq!(step.docstring.as_deref(), Some("rida õ"));
    assert_eq!(step.table.unwrap().rows, [["a", "õ"]]);
    // A conjunction is what the step before it was.
    assert_eq!(to_cucumber_step(&steps[1], "Ja ", 8).ty, StepType::When);
    assert_eq!(to_cucumber_step(&steps[2], "Siis ", 9).ty, StepType::Then);
}
