//! Boundaries and properties of the rules.

use proptest::prelude::*;
use rakis_control::{
    Error,
    exact::{self, parse},
    rules::{
        Kind, Rates, Weights, average, indexed, indexed_rates, insurance_share, joint_share,
        pension, pillar_share, preliminary_average, solidarity_share, year_service, year_sum,
    },
};
use rust_decimal::Decimal;

fn number(text: &str) -> Decimal {
    parse(text).unwrap_or_else(|| panic!("{text} is a number"))
}

fn shown(value: Result<Decimal, Error>) -> String {
    value.map_or_else(|error| error.to_string(), |value| value.to_string())
}

#[test]
fn sums_hold_corrections_and_negative_entries() {
    let sum = |entries: &[&str]| {
        shown(year_sum(&entries.iter().map(|one| number(one)).collect::<Vec<_>>()))
    };
    assert_eq!(sum(&[]), "0");
    assert_eq!(sum(&["100.10", "-0.10", "0.01"]), "100.01");
    assert_eq!(sum(&["1.00", "-2.50"]), "-1.5");
}

#[test]
fn service_of_a_year_stops_at_one_and_at_nothing() {
    for (sum, decimals, expected) in [
        ("1000.00", 4, "1.0000"),
        ("999.99", 4, "1.0000"),
        ("999.94", 4, "0.9999"),
        ("999.95", 4, "1.0000"),
        ("999.99", 0, "1"),
        ("0.05", 4, "0.0001"),
        ("0.04", 4, "0.0000"),
        ("0.00", 4, "0.0000"),
        ("-500.00", 4, "0.0000"),
        ("5000000.00", 6, "1.000000"),
    ] {
        assert_eq!(shown(year_service(number(sum), number("1000"), decimals)), expected, "{sum}");
    }
    assert_eq!(year_service(Decimal::ONE, Decimal::ZERO, 4), Err(Error::ZeroDivisor("miinimum")));
    let negative = year_service(Decimal::ONE, -Decimal::ONE, 4);
    assert_eq!(negative, Err(Error::NegativeDivisor("miinimum")));
}

#[test]
fn averages_are_rounded_to_the_cent_and_need_service() {
    assert_eq!(shown(average(number("1"), number("8"))), "0.13", "0.125");
    assert_eq!(shown(average(number("-1"), number("8"))), "-0.13");
    assert_eq!(shown(average(number("0.1249"), number("1"))), "0.12");
    assert_eq!(average(Decimal::ONE, Decimal::ZERO), Err(Error::ZeroDivisor("staaz")));
    assert_eq!(average(Decimal::MAX, number("0.0001")), Err(Error::Overflow));
    assert_eq!(shown(preliminary_average(number("3057.23"), number("1.0585"))), "3236.08");
    assert_eq!(preliminary_average(Decimal::MAX, number("2")), Err(Error::Overflow));
}

#[test]
fn shares_at_their_boundaries() {
    let (average, minimum) = (number("2000.00"), number("1000.00"));
    for (sum, insurance, solidarity) in [
        ("0.99", "0.000", "0.001"),
        ("1.00", "0.001", "0.001"),
        ("999.49", "0.500", "0.999"),
        ("999.50", "0.500", "1.000"),
        ("1000.99", "0.500", "1.000"),
        ("1001.00", "0.501", "1.000"),
        ("-1.00", "0.000", "0.000"),
        ("0.00", "0.000", "0.000"),
    ] {
        assert_eq!(shown(insurance_share(number(sum), average)), insurance, "{sum}");
        assert_eq!(shown(solidarity_share(number(sum), minimum)), solidarity, "{sum}");
    }
    // 0.501 × 0.8 = 0.4008; the share is rounded before and after.
    assert_eq!(shown(pillar_share(number("0.501"))), "0.401");
    assert_eq!(shown(pillar_share(number("1.000"))), "0.800");
    assert_eq!(shown(joint_share(number("0.500"), number("0.501"))), "0.501", "0.5005");
    let no_average = insurance_share(Decimal::ONE, Decimal::ZERO);
    assert_eq!(no_average, Err(Error::ZeroDivisor("keskmine")));
    let no_minimum = solidarity_share(Decimal::ONE, Decimal::ZERO);
    assert_eq!(no_minimum, Err(Error::ZeroDivisor("miinimum")));
}

#[test]
fn too_large_is_an_error_everywhere() {
    let one = Decimal::ONE;
    let largest = Rates { base: Decimal::MAX, year: Decimal::MAX, national: Decimal::MAX };
    assert_eq!(
        indexed_rates(2020, largest, number("1.1"), Weights::default()),
        Err(Error::Overflow)
    );
    assert_eq!(pension(Kind::OldAge, largest, 1, one, one), Err(Error::Overflow));
    assert_eq!(insurance_share(Decimal::MAX, number("0.01")), Err(Error::Overflow));
    assert_eq!(pillar_share(Decimal::MAX), Err(Error::Overflow));
    assert_eq!(joint_share(Decimal::MAX, Decimal::MAX), Err(Error::Overflow));
    assert_eq!(year_sum(&[Decimal::MAX, Decimal::MAX]), Err(Error::Overflow));
}

/// Half-up as a person does it on paper: on the digits of the text.
fn on_paper(value: Decimal, places: usize) -> String {
    let text = value.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let padded = format!("{fraction:0<width$}", width = places + 1);
    let mut digits: Vec<u8> = format!("0{whole}{}", &padded[..places]).into_bytes();
    if padded.as_bytes()[places] >= b'5' {
        let mut at = digits.len() - 1;
        while digits[at] == b'9' {
            digits[at] = b'0';
            at -= 1;
        }
        digits[at] += 1;
    }
    let text = String::from_utf8(digits).expect("digits");
    let (whole, fraction) = text.split_at(text.len() - places);
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if places == 0 { "" } else { "." };
    let zero = text.bytes().all(|digit| digit == b'0');
    let sign = if value.is_sign_negative() && !zero { "-" } else { "" };
    format!("{sign}{whole}{point}{fraction}")
}

proptest! {
    #[test]
    fn half_up_is_as_on_paper(digits in -10_i64.pow(12)..10_i64.pow(12), scale in 0_u32..9, places in 0_u32..6) {
        let value = Decimal::new(digits, scale);
        let rounded = exact::round(value, places).expect("it fits");
        prop_assert_eq!(rounded.to_string(), on_paper(value, places as usize));
    }

    #[test]
    fn a_quotient_is_the_nearest(above in -10_i64.pow(14)..10_i64.pow(14), below in 1_i64..10_i64.pow(12), places in 0_u32..5) {
        let quotient = exact::divide(Decimal::new(above, 2), Decimal::new(below, 2), places, "x").expect("it fits");
        // |q·below − above| ≤ below / 2, in whole numbers; a half goes away from zero.
        let (above, below) = (i128::from(above) * 10_i128.pow(places), i128::from(below));
        let distance = quotient.mantissa() * below - above;
        prop_assert!(2 * distance.abs() <= below);
        if 2 * distance.abs() == below {
            prop_assert!(quotient.mantissa().abs() * below > above.abs());
        }
    }

    #[test]
    fn more_tax_is_never_less_share(low in -10_000_i64..1_000_000, more in 0_i64..1_000_000, average in 1_i64..1_000_000, minimum in 1_i64..1_000_000) {
        let of = |cents: i64| {
            let (sum, average, minimum) = (Decimal::new(cents, 2), Decimal::new(average, 2), Decimal::new(minimum, 2));
            let insurance = insurance_share(sum, average).expect("a share");
            let solidarity = solidarity_share(sum, minimum).expect("a share");
            let joint = joint_share(insurance, solidarity).expect("a share");
            let service = year_service(sum, minimum, 4).expect("service");
            (insurance, solidarity, joint, service)
        };
        let (before, after) = (of(low), of(low + more));
        prop_assert!(before.0 <= after.0 && before.1 <= after.1 && before.2 <= after.2 && before.3 <= after.3);
        prop_assert!(after.1 <= Decimal::ONE && after.3 <= Decimal::ONE && before.0 >= Decimal::ZERO);
        prop_assert!(pillar_share(after.1).expect("a share") <= Decimal::new(8, 1));
    }

    #[test]
    fn no_pension_falls(base in 0_i64..10_000_000, year in 0_i64..100_000, national in 0_i64..100_000, index in 500_i64..1500, service in 0_u16..60, shares in 0_i64..60_000) {
        let rates = Rates { base: Decimal::new(base, 4), year: Decimal::new(year, 3), national: Decimal::new(national, 2) };
        let after = indexed_rates(2020, rates, Decimal::new(index, 3), Weights::default()).expect("rates");
        prop_assert!(after.base >= rates.base && after.year >= rates.year && after.national >= rates.national);
        for kind in [Kind::OldAge, Kind::National] {
            let of = |rates| pension(kind, rates, service, Decimal::new(shares, 3), Decimal::ZERO).expect("a pension").payable;
            prop_assert!(of(after) >= of(rates) && of(after) >= after.national);
            prop_assert_eq!(of(after).scale(), 2);
        }
    }

    #[test]
    fn indexation_is_one_rounding_of_the_exact_product(rate in 0_i64..100_000_000, index in 1000_i64..2000) {
        let found = indexed(Decimal::new(rate, 4), Decimal::new(11, 1), Decimal::new(index, 3), 4).expect("a rate");
        let exact_product = Decimal::new(rate, 4) * (Decimal::ONE + Decimal::new(11, 1) * (Decimal::new(index, 3) - Decimal::ONE));
        prop_assert_eq!(found.to_string(), on_paper(exact_product, 4));
    }
}
