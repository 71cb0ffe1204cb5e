//! The procedure this project ships: a defect can go all the way, by people and by the program.

use rakis_defects::procedure::{Need, Phase, Trigger};

use crate::common::shipped;

#[test]
fn a_manager_brings_a_new_defect_to_fixed_in_two_steps_and_the_program_closes_it() {
    let procedure = shipped();
    let new = procedure.initial();
    assert_eq!((new.name.as_str(), new.phase), ("registreeritud", Phase::New));
    let assigned = procedure.legal(&new.name, "määratud", "veahaldur").unwrap();
    assert_eq!(assigned.needs, [Need::Severity, Need::Party]);
    let fixed = procedure.legal("määratud", "parandatud", "veahaldur").unwrap();
    assert_eq!(fixed.needs, [Need::Cause, Need::FixedIn]);

    let by = |state: &str, trigger| procedure.by_trigger(state, trigger).map(|one| one.to.as_str());
    assert_eq!(by("parandatud", Trigger::RetestFailed), Some("määratud"));
    assert_eq!(by("parandatud", Trigger::RetestPassed), Some("kordustest läbitud"));
    assert_eq!(by("kordustest läbitud", Trigger::RetestFailed), Some("määratud"));
    assert_eq!(by("kordustest läbitud", Trigger::Complete), Some("suletud"));
    assert_eq!(by("suletud", Trigger::Recurred), Some("määratud"));
    assert_eq!(by("tagasi lükatud", Trigger::Recurred), Some("registreeritud"));
    assert_eq!(by("registreeritud", Trigger::Complete), None);
    assert!(procedure.by_trigger("suletud", Trigger::Recurred).unwrap().needs.is_empty());
}
