//! The published figures (domain page §2–§4, and the press where it says so) reproduce exactly.

use rakis_control::{
    Error,
    exact::parse,
    rules::{
        self, Kind, Rates, Weights, applied_index, index, indexed_rates, insurance_share,
        joint_share, pension, pillar_share, raised_rates, solidarity_share,
    },
};
use rust_decimal::Decimal;

fn number(text: &str) -> Decimal {
    parse(text).unwrap_or_else(|| panic!("{text} is a number"))
}

fn rates(base: &str, year: &str, national: &str) -> Rates {
    Rates { base: number(base), year: number(year), national: number(national) }
}

fn shown(rates: Rates) -> [String; 3] {
    [rates.base, rates.year, rates.national].map(|rate| rate.to_string())
}

/// Index, base, value of a year, national pension from 1 April of the year.
const CHAIN: [(u16, &str, [&str; 3]); 9] = [
    (2012, "1.044", ["120.2069", "4.515", "134.10"]),
    (2013, "1.050", ["126.8183", "4.718", "140.81"]),
    (2014, "1.058", ["134.9093", "4.964", "148.98"]),
    (2015, "1.063", ["144.2585", "5.245", "158.37"]),
    (2016, "1.057", ["153.3035", "5.514", "167.40"]),
    (2017, "1.051", ["161.9038", "5.767", "175.94"]),
    (2018, "1.076", ["175.4390", "6.161", "189.31"]),
    (2019, "1.084", ["191.6496", "6.627", "205.21"]),
    (2020, "1.080", ["208.5148", "7.104", "221.63"]),
];

#[test]
fn the_chain_of_2011_to_2020() {
    let mut now = rates("114.6575", "4.343", "128.45");
    for (year, index, expected) in CHAIN {
        now = indexed_rates(year, now, number(index), Weights::default()).expect("rates");
        assert_eq!(shown(now), expected, "{year}");
    }
    let raised = raised_rates(now, rates("7", "0", "0")).expect("rates");
    assert_eq!(raised, rates("215.5148", "7.104", "221.63"), "the extraordinary rise of 2020");
    // The next year stands on the raised base.
    let next = indexed_rates(2021, raised, number("1.016"), Weights::default()).expect("rates");
    assert_eq!(shown(next), ["219.3079", "7.206", "225.18"]);
}

#[test]
fn a_chain_of_unrounded_rates_would_differ() {
    // The published values hold this: 7.104 against 7.106. (The base alone does not, 208.5148 in
    // both ways.)
    let mut unrounded = number("4.343");
    for (_, index, _) in CHAIN {
        unrounded *= Decimal::ONE + number("0.9") * (number(index) - Decimal::ONE);
    }
    assert_eq!(rakis_control::exact::round(unrounded, 3), Ok(number("7.106")));
}

#[test]
fn the_index() {
    for (year, prices, receipts, expected, applied) in [
        // Domain page §4.
        (2019, "1.034", "1.097", "1.084", "1.084"),
        // Press, March 2021: prices −0.4 %, receipts +2.1 %.
        (2021, "0.996", "1.021", "1.016", "1.016"),
        // Press, February 2010: prices −0.1 %, receipts −11.3 %; pensions did not change.
        (2010, "0.999", "0.887", "0.909", "1.000"),
        // Before 2008 the plain mean.
        (2007, "1.034", "1.097", "1.066", "1.066"),
    ] {
        let one = Decimal::ONE;
        let found = index(year, (number(prices), one), (number(receipts), one)).expect("an index");
        assert_eq!(found.to_string(), expected, "{year}");
        assert_eq!(applied_index(found).map(|it| it.to_string()), Ok(applied.to_owned()));
    }
    // The same from levels, rounded once.
    let levels = ((number("214.038"), number("207")), (number("2457.28"), number("2240")));
    assert_eq!(index(2019, levels.0, levels.1), Ok(number("1.084")));
    let nothing = (number("1"), Decimal::ZERO);
    assert_eq!(index(2019, nothing, levels.1), Err(Error::ZeroDivisor("thi_enne")));
}

#[test]
fn an_index_below_one_changes_nothing() {
    // Kroons of 2009, which stayed in 2010; they have other decimals than euros.
    let kroons = rates("1793.44", "67.94", "2008.80");
    assert_eq!(indexed_rates(2010, kroons, number("0.909"), Weights::default()), Ok(kroons));
    let computed = pension(Kind::OldAge, kroons, 15, Decimal::ZERO, Decimal::ZERO);
    assert_eq!(computed.map(|it| it.payable), Ok(number("2812.54")), "published as 2812");
}

#[test]
fn the_pensions_of_2016_and_2019() {
    for (of, figures) in [
        (rates("153.3035", "5.514", "167.40"), [(44, "395.92"), (30, "318.72"), (15, "236.01")]),
        (rates("191.6496", "6.627", "205.21"), [(44, "483.24"), (30, "390.46"), (15, "291.05")]),
    ] {
        for (service, expected) in figures {
            let computed = pension(Kind::OldAge, of, service, Decimal::ZERO, Decimal::ZERO);
            assert_eq!(computed.map(|it| it.payable.to_string()), Ok(expected.to_owned()));
        }
    }
}

#[test]
fn a_pension_is_not_below_the_national_pension() {
    let of = rates("191.6496", "6.627", "205.21");
    let zero = Decimal::ZERO;
    for (kind, service, computed, payable) in [
        (Kind::OldAge, 2, "204.90", "205.21"),
        (Kind::OldAge, 3, "211.53", "211.53"),
        (Kind::National, 44, "483.24", "205.21"),
    ] {
        let found = pension(kind, of, service, zero, zero).expect("a pension");
        assert_eq!((found.computed, found.payable), (number(computed), number(payable)));
    }
}

#[test]
fn the_examples_of_shares() {
    // Domain page §3.
    let average = number("4679.68");
    assert_eq!(insurance_share(number("4679.68"), average), Ok(number("1.000")));
    assert_eq!(insurance_share(number("2339.84"), average), Ok(number("0.500")));
    let minimum = number("1401.60");
    let joint = |sum: &str, pillar: bool| {
        let shares = [
            insurance_share(number(sum), average).expect("a share"),
            solidarity_share(number(sum), minimum).expect("a share"),
        ];
        let shares =
            if pillar { shares.map(|share| pillar_share(share).expect("a share")) } else { shares };
        joint_share(shares[0], shares[1]).map(|it| it.to_string())
    };
    assert_eq!(joint("4679.68", false), Ok("1.000".to_owned()), "average wage");
    assert_eq!(joint("9359.36", false), Ok("1.500".to_owned()), "double");
    assert_eq!(joint("4679.68", true), Ok("0.800".to_owned()), "average in the II pillar");
}

#[test]
fn the_averages_as_inputs() {
    for average in ["2039.15", "2838.48", "3057.23", "3234.45"] {
        assert_eq!(insurance_share(number(average), number(average)), Ok(number("1.000")));
        // The figure comes out of its own total over the service of a whole country.
        let service = number("601234.5678");
        let total = (number(average) * service).round_dp(2);
        assert_eq!(rules::average(total, service), Ok(number(average)));
        let heads = number("650000");
        assert_ne!(rules::average(total, heads), Ok(number(average)), "not over the head count");
    }
    // Press, December 2021: 3793 is 1.0 and 1896 is 0.5.
    assert_eq!(insurance_share(number("1896.00"), number("3793.00")), Ok(number("0.500")));
}
