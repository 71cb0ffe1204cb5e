//! The mass calculation against the rules in decimals on random populations, and wrong files.

use std::{
    collections::BTreeMap,
    fs,
    path::PathBuf,
    sync::atomic::{AtomicUsize, Ordering},
};

use proptest::prelude::*;
use rakis_model::PersonalCode;
use rust_decimal::Decimal;

use super::{Files, MassError, Outputs, PensionRow, Prepared, Settings, Wrong};
use crate::{exact, rules};

const PLACES: u32 = 4;

fn settings(year: u16, jobs: usize) -> Settings<'static> {
    Settings {
        year,
        service_decimals: PLACES,
        jobs,
        accepts: &PersonalCode::is_synthetic,
        watch: &|_, _, _| true,
    }
}

/// Files of a test in a folder of their own.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new(persons: &str, entries: &str, years: &str, rates: &str) -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder"));
        for (name, header, rows) in [
            ("isikud.csv", "isikukood;staaz_1998;ii_sammas;liik", persons),
            ("kanded.csv", "isikukood;aasta;liik;summa", entries),
            ("aastad.csv", "aasta;miinimum;keskmine", years),
            ("maarad.csv", "alates;indeks;baasosa;aastahinne;rahvapension", rates),
        ] {
            fs::write(folder.path(name), format!("{header}\n{rows}")).expect("a file");
        }
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn files(&self) -> Files {
        Files {
            persons: self.path("isikud.csv"),
            entries: self.path("kanded.csv"),
            years: self.path("aastad.csv"),
            rates: self.path("maarad.csv"),
        }
    }

    fn outputs(&self) -> Outputs {
        Outputs {
            pensions: Some(self.path("pensionid.csv")),
            shares: Some(self.path("osakud.csv")),
        }
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("it was written")
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).expect("the folder").flatten();
        let mut names: Vec<String> =
            entries.map(|one| one.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

/// A person as a test makes it: service, II pillar, entries by year.
type Made = (u16, u8, Option<u16>, Vec<(u16, i64)>);

fn made() -> impl Strategy<Value = Vec<Made>> {
    let entry = (1999_u16..2027, prop_oneof![-40_000_i64..400_000, -3_i64..3, Just(100_000)]);
    let person = (
        0_u16..50,
        0_u8..12,
        proptest::option::of(2002_u16..2026),
        proptest::collection::vec(entry, 0..40),
    );
    proptest::collection::vec(person, 1..25)
}

fn codes(count: usize) -> Vec<PersonalCode> {
    let mut codes: Vec<PersonalCode> =
        (0..count).map(|n| PersonalCode::synthetic(n as u32 * 7)).collect();
    codes.sort();
    codes
}

const RATES: &str = "2025-04-01;1.053;335.1234;9.876;372.05\n\
                     2026-04-01;1.061;358.0001;10.441;394.74\n";

fn minimum(year: u16) -> Decimal {
    Decimal::new(i64::from(year - 1998) * 3_977, 2)
}

/// Every odd year has a confirmed average.
fn confirmed(year: u16) -> Option<Decimal> {
    (year % 2 == 1).then(|| Decimal::new(100_000 + i64::from(year), 2))
}

/// Which of the random persons have a national pension.
const fn is_national(years: u16) -> bool {
    years % 7 == 3
}

fn files_of(made: &[Made]) -> Folder {
    let (mut persons, mut entries) = (String::new(), String::new());
    for (code, (years, months, pillar, of_person)) in codes(made.len()).iter().zip(made) {
        let pillar = pillar.map(|year| year.to_string()).unwrap_or_default();
        let kind = if is_national(*years) { "rahvapension" } else { "vanaduspension" };
        persons.push_str(&format!("{code};P{years}Y{months}M29D;{pillar};{kind}\n"));
        let mut sorted = of_person.clone();
        sorted.sort_by_key(|entry| entry.0);
        for (year, cents) in sorted {
            let kind = if year < 2002 { "sotsiaalmaks" } else { "pensioniosa" };
            entries.push_str(&format!("{code};{year};{kind};{}\n", Decimal::new(cents, 2)));
        }
    }
    let years = (1999..=2026).map(|year| {
        let confirmed = confirmed(year).map(|average| average.to_string()).unwrap_or_default();
        format!("{year};{};{confirmed}\n", minimum(year))
    });
    Folder::new(&persons, &entries, &years.collect::<String>(), RATES)
}

/// The two results by the rules in decimals, and nothing but them.
fn by_the_rules(made: &[Made]) -> Result<(String, String), u16> {
    let sums: Vec<BTreeMap<u16, Decimal>> = made
        .iter()
        .map(|(.., entries)| {
            let mut years: BTreeMap<u16, Vec<Decimal>> = BTreeMap::new();
            for (year, cents) in entries.iter().filter(|(year, _)| *year < 2026) {
                years.entry(*year).or_default().push(Decimal::new(*cents, 2));
            }
            years.iter().map(|(year, of)| (*year, rules::year_sum(of).expect("a sum"))).collect()
        })
        .collect();
    let service = |year, sum| rules::year_service(sum, minimum(year), PLACES).expect("service");
    let average = |year: u16| {
        let of_year = || sums.iter().filter_map(|of| of.get(&year).copied());
        let total: Decimal = of_year().sum();
        let years: Decimal = of_year().map(|sum| service(year, sum)).sum();
        confirmed(year)
            .or_else(|| rules::average(total, years).ok())
            .filter(|it| *it > Decimal::ZERO)
    };
    let rate = |base, year, national| rules::Rates {
        base: exact::parse(base).expect("a rate"),
        year: exact::parse(year).expect("a rate"),
        national: exact::parse(national).expect("a rate"),
    };
    let (before, after) =
        (rate("335.1234", "9.876", "372.05"), rate("358.0001", "10.441", "394.74"));
    let (mut pensions, mut shares) =
        (super::write::PENSIONS_HEADER.to_owned(), super::write::SHARES_HEADER.to_owned());
    for (code, ((years, months, pillar, _), sums)) in
        codes(made.len()).iter().zip(made.iter().zip(&sums))
    {
        let (mut insurance, mut joint) = (Decimal::new(0, 3), Decimal::new(0, 3));
        for (year, sum) in sums {
            let mut of_year = [Decimal::new(0, 3); 2];
            if *sum > Decimal::ZERO {
                let average = average(*year).ok_or(*year)?;
                of_year = [
                    rules::insurance_share(*sum, average).expect("a share"),
                    rules::solidarity_share(*sum, minimum(*year)).expect("a share"),
                ];
            }
            if pillar.is_some_and(|from| *year >= from) {
                of_year = of_year.map(|share| rules::pillar_share(share).expect("a share"));
            }
            let of_both = rules::joint_share(of_year[0], of_year[1]).expect("a share");
            let shown = if *year >= 2021 { of_both.to_string() } else { String::new() };
            match *year >= 2021 {
                true => joint += of_both,
                false => insurance += of_year[0],
            }
            shares.push_str(&format!(
                "{code};{year};{:.2};{};{};{};{shown}\n",
                sum,
                service(*year, *sum),
                of_year[0],
                of_year[1],
            ));
        }
        let whole = years + u16::from(*months >= 6);
        let kind = if is_national(*years) { rules::Kind::National } else { rules::Kind::OldAge };
        let pension = |rates| {
            rules::pension(kind, rates, whole, insurance, joint).expect("a pension").payable
        };
        pensions.push_str(&format!(
            "{code};{whole};{insurance};{joint};{};{}\n",
            pension(before),
            pension(after)
        ));
    }
    Ok((pensions, shares))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whole_numbers_are_the_rules(made in made(), bytes in 1_u64..3000, jobs in 1_usize..4) {
        let folder = files_of(&made);
        let expected = by_the_rules(&made);
        let prepared = Prepared::with_parts_of(folder.files(), settings(2026, jobs), bytes);
        let mut prepared = prepared.expect("the files are right");
        let written = prepared.write(&folder.outputs());
        let (pensions, shares) = match expected {
            Ok(expected) => expected,
            Err(_) => {
                let wrong = written.expect_err("a year has no average").wrong;
                prop_assert!(matches!(wrong, Wrong::NoAverage(..)), "{wrong}");
                return Ok(());
            }
        };
        prop_assert_eq!(written.expect("it is written").persons, made.len() as u64);
        prop_assert_eq!(folder.read("pensionid.csv"), pensions.clone());
        prop_assert_eq!(folder.read("osakud.csv"), shares);
        let rows = prepared.rows().expect("rows").map(|row| row.expect("a row"));
        let mut text = format!("{}\n", PensionRow::COLUMNS.join(";")).into_bytes();
        for row in rows {
            row.line(&mut text);
            text.push(b'\n');
        }
        prop_assert_eq!(String::from_utf8(text).expect("text"), pensions.clone());
        for (code, line) in codes(made.len()).iter().zip(pensions.lines().skip(1)) {
            let explained = prepared.explain(code.as_str()).expect("explained");
            let found = format!(
                "{code};{};{};{};{};{}",
                explained.service, explained.insurance, explained.joint,
                explained.before.payable, explained.after.payable
            );
            prop_assert_eq!(&found, line);
            let last = explained.steps.iter().last().expect("steps");
            prop_assert_eq!(&last.result, &explained.after.payable.to_string());
        }
    }
}

const PERSONS: &str = "59901010007;P44Y0M0D;;vanaduspension\n\
                       69901010008;P14Y11M29D;2003;vanaduspension\n\
                       69901010019;P0D;2021;rahvapension\n";
const ENTRIES: &str = "59901010007;1999;sotsiaalmaks;330.00\n\
                       59901010007;1999;sotsiaalmaks;-30.00\n\
                       69901010008;1999;sotsiaalmaks;100.00\n\
                       69901010008;2005;pensioniosa;250.50\n\
                       69901010019;2020;pensioniosa;1.00\n";
const YEARS: &str = "1999;300.00;\n2005;200.00;250.50\n2020;1000.00;\n";
const OLD_RATES: &str = "2019-04-01;1.084;191.6496;6.627;205.21\n\
                         2020-04-01;1.080;215.5148;7.104;221.63\n";

/// What is told of the files with one change, whether they are cut or not.
fn told(change: (&str, &str)) -> (String, u64, u64, Wrong) {
    let texts = [PERSONS, ENTRIES, YEARS, OLD_RATES];
    let changed = texts.map(|text| text.replacen(change.0, change.1, 1));
    assert_ne!(changed.each_ref().map(String::as_str), texts, "the change must change something");
    let [persons, entries, years, rates] = changed;
    let folder = Folder::new(&persons, &entries, &years, &rates);
    let before = folder.names();
    let attempts = [(1, 1), (2, 1), (3, 40), (1, 1 << 20)];
    let mut errors = attempts.map(|(jobs, bytes)| {
        let prepared = Prepared::with_parts_of(folder.files(), settings(2020, jobs), bytes);
        let written = prepared.and_then(|prepared| prepared.write(&folder.outputs()));
        assert_eq!(folder.names(), before, "nothing is left of what was not written");
        *written.expect_err("the files are wrong")
    });
    let [first, others @ ..] = &mut errors;
    assert!(others.iter().all(|other| other == first), "{first} {others:?}");
    let MassError { file, line, column, wrong } = first.clone();
    (file.file_name().unwrap_or_default().to_string_lossy().into_owned(), line, column, wrong)
}

#[test]
fn the_right_files_give_the_published_pension() {
    let folder = Folder::new(PERSONS, ENTRIES, YEARS, OLD_RATES);
    let prepared = Prepared::read(folder.files(), settings(2020, 2)).expect("right files");
    let totals = prepared.write(&folder.outputs()).expect("written");
    assert_eq!((totals.persons, totals.entries, totals.later, totals.changed), (3, 5, 1, 3));
    // ΣP 400.00 over ΣS 1.3333; the negative correction counts.
    assert_eq!(prepared.averages()[0].computed, Ok(Decimal::new(30_001, 2)));
    assert_eq!(
        folder.read("pensionid.csv"),
        "isikukood;staaz_aastaid;kindlustusosakud;uhendosakud;pension_enne;pension_parast\n\
         59901010007;44;1.000;0.000;489.86;535.19\n\
         69901010008;15;1.133;0.000;298.56;330.12\n\
         69901010019;0;0.000;0.000;205.21;221.63\n"
    );
    assert_eq!(
        folder.read("osakud.csv"),
        "isikukood;aasta;summa;staaz;kindlustusosak;solidaarosak;uhendosak\n\
         59901010007;1999;300.00;1.0000;1.000;1.000;\n\
         69901010008;1999;100.00;0.3333;0.333;0.333;\n\
         69901010008;2005;250.50;1.0000;0.800;0.800;\n"
    );
    // The extraordinary rise is what the file has beyond indexation.
    let check = prepared.rate_checks().expect("rates")[0];
    assert_eq!(check.given.base - check.indexed.base, Decimal::new(7, 0));
    let twice = prepared.write(&folder.outputs()).expect("written again");
    assert_eq!(twice, totals);
}

#[test]
fn whatever_is_wrong_is_told_with_its_place() {
    let at = |file: &str, line, column, wrong| (file.to_owned(), line, column, wrong);
    let cell = Wrong::Cell;
    for (change, expected) in [
        (("69901010008;P14", "59901010007;P14"), at("isikud.csv", 3, 1, Wrong::Twice)),
        (("59901010007;P44", "69901010030;P44"), at("isikud.csv", 3, 1, Wrong::Unsorted)),
        (("69901010008;P14", "69901010030;P14"), at("isikud.csv", 4, 1, Wrong::Unsorted)),
        (
            ("69901010008;P14", "69901010007;P14"),
            at("isikud.csv", 3, 1, cell("control-expected-code")),
        ),
        (("69901010019;P0D", "37605030299;P0D"), at("isikud.csv", 4, 1, Wrong::Unsorted)),
        (("59901010007;P44", "37605030299;P44"), at("isikud.csv", 2, 1, Wrong::NotSynthetic)),
        (("P44Y0M0D", "P44Y12M"), at("isikud.csv", 2, 13, cell("control-expected-service"))),
        ((";2003;", ";203;"), at("isikud.csv", 3, 24, cell("control-expected-pillar"))),
        (
            ("rahvapension\n", "muu\n"),
            at("isikud.csv", 4, 22, cell("control-expected-pension-kind")),
        ),
        (
            (";2021;rahvapension", ";rahvapension"),
            at("isikud.csv", 4, 17, cell("control-expected-pillar")),
        ),
        (("69901010019;P0D;2021;rahvapension\n", ""), at("kanded.csv", 6, 1, Wrong::UnknownPerson)),
        (("69901010019;2020", "69901010030;2020"), at("kanded.csv", 6, 1, Wrong::UnknownPerson)),
        (("59901010007;1999", "69901010030;1999"), at("kanded.csv", 3, 1, Wrong::Unsorted)),
        (
            ("69901010008;1999", "69901010008;2020"),
            at("kanded.csv", 4, 18, cell("control-expected-entry-kind")),
        ),
        (
            ("69901010008;1999;sotsiaalmaks", "69901010008;2020;pensioniosa"),
            at("kanded.csv", 5, 1, Wrong::Unsorted),
        ),
        (("250.50\n69", "250,50\n69"), at("kanded.csv", 5, 30, cell("control-expected-amount"))),
        (("250.50\n69", "1e3\n69"), at("kanded.csv", 5, 30, cell("control-expected-amount"))),
        (("250.50\n69", "250.50;\n69"), at("kanded.csv", 5, 37, Wrong::Cells(4))),
        (("pensioniosa;1.00\n", "pensioniosa;1.0"), at("kanded.csv", 6, 1, Wrong::Truncated)),
        (
            ("pensioniosa;1.00\n", "\n"),
            at("kanded.csv", 6, 18, cell("control-expected-entry-kind")),
        ),
        (
            ("1999;sotsiaalmaks;330.00", "1999;sotsiaalmaks;92233720368547758.07"),
            at("isikud.csv", 2, 1, Wrong::Overflow),
        ),
        (("2005;200.00;250.50\n", ""), at("isikud.csv", 3, 1, Wrong::NoYear(2005))),
        (("2005;200.00", "1999;200.00"), at("aastad.csv", 3, 1, Wrong::Twice)),
        (
            ("2005;200.00", "2005;0.00"),
            at("aastad.csv", 3, 6, cell("control-expected-positive-or-empty")),
        ),
        (("2020-04-01", "2020-05-01"), at("maarad.csv", 0, 0, Wrong::NoRates(2020))),
        (
            ("2019-04-01;1.084;191.6496;6.627;205.21\n", ""),
            at("maarad.csv", 0, 0, Wrong::NoRatesBefore(2020)),
        ),
        (("2019-04-01", "2019-02-30"), at("maarad.csv", 2, 1, cell("control-expected-date"))),
        (("215.5148", "215.51480"), at("maarad.csv", 3, 18, cell("control-expected-base"))),
    ] {
        assert_eq!(told(change), expected, "{change:?}");
    }
    let line = format!("69901010019;2020;pensioniosa;1.00{}", "0".repeat(300_000));
    let long = told(("69901010019;2020;pensioniosa;1.00", &line));
    assert_eq!(long, at("kanded.csv", 6, 1, Wrong::LongLine));
}

#[test]
fn a_year_without_an_average_matters_only_to_a_positive_amount() {
    // 2005 has no confirmed average, and nobody has service in it.
    let years = "1999;300.00;\n2005;1000000.00;\n2020;1.00;\n";
    let tiny = ENTRIES.replace("250.50", "0.01");
    let folder = Folder::new(PERSONS, &tiny, years, OLD_RATES);
    let prepared = Prepared::read(folder.files(), settings(2020, 1)).expect("right files");
    let error = prepared.write(&Outputs::default()).expect_err("no average");
    assert_eq!(
        (error.line, error.wrong.clone()),
        (3, Wrong::NoAverage(2005, crate::Error::ZeroDivisor("staaz")))
    );
    let negative = ENTRIES.replace("250.50", "-250.50");
    let folder = Folder::new(PERSONS, &negative, years, OLD_RATES);
    let mut prepared = Prepared::read(folder.files(), settings(2020, 1)).expect("right files");
    prepared.write(&folder.outputs()).expect("written");
    assert!(folder.read("osakud.csv").contains("69901010008;2005;-250.50;0.0000;0.000;0.000;\n"));
    let explained = prepared.explain("69901010008").expect("explained");
    assert_eq!(explained.years[1].1.insurance, Decimal::ZERO);
    assert_eq!(
        *prepared.explain("69901010030").expect_err("nobody"),
        MassError { file: folder.path("isikud.csv"), line: 0, column: 0, wrong: Wrong::NoPerson }
    );
}

#[test]
fn empty_files_give_empty_results_and_a_lost_header_is_told() {
    let folder = Folder::new("", "", "", OLD_RATES);
    let prepared = Prepared::read(folder.files(), settings(2020, 2)).expect("right files");
    assert_eq!(prepared.write(&folder.outputs()).expect("written").persons, 0);
    assert_eq!(folder.read("pensionid.csv"), super::write::PENSIONS_HEADER);
    for text in [
        "",
        "isikukood;aasta;liik",
        "\u{feff}isikukood;aasta;liik;summa\n",
        "isikukood;aasta;liik;summa",
    ] {
        fs::write(folder.path("kanded.csv"), text).expect("a file");
        let error = Prepared::read(folder.files(), settings(2020, 2)).expect_err("no header");
        assert_eq!((error.line, error.wrong), (1, Wrong::Header("isikukood;aasta;liik;summa")));
    }
    fs::remove_file(folder.path("kanded.csv")).expect("removed");
    let error = Prepared::read(folder.files(), settings(2020, 2)).expect_err("no file");
    assert!(matches!(error.wrong, Wrong::Io(_)));
    fs::create_dir(folder.path("kanded.csv")).expect("a folder");
    let error = Prepared::read(folder.files(), settings(2020, 2)).expect_err("a folder is no file");
    assert!(matches!(error.wrong, Wrong::Io(_)));
}

#[test]
fn lines_may_end_as_on_windows() {
    let unix = Folder::new(PERSONS, ENTRIES, YEARS, OLD_RATES);
    let windows = Folder::new("", "", "", "");
    for name in unix.names() {
        fs::write(windows.path(&name), unix.read(&name).replace('\n', "\r\n")).expect("a file");
    }
    for folder in [&unix, &windows] {
        let prepared = Prepared::with_parts_of(folder.files(), settings(2020, 2), 1);
        prepared.expect("right files").write(&folder.outputs()).expect("written");
    }
    assert_eq!(unix.read("osakud.csv"), windows.read("osakud.csv"));
}

#[test]
fn whoever_watches_can_stop_and_nothing_is_left() {
    let folder = Folder::new(PERSONS, ENTRIES, YEARS, OLD_RATES);
    let calls = AtomicUsize::new(0);
    // The first pass has three parts.
    let watch = |_, _, _| calls.fetch_add(1, Ordering::Relaxed) < 4;
    let watched = Settings { watch: &watch, ..settings(2020, 3) };
    let prepared = Prepared::with_parts_of(folder.files(), watched, 40).expect("the first pass");
    let before = folder.names();
    let error = prepared.write(&folder.outputs()).expect_err("stopped");
    assert_eq!(error.wrong, Wrong::Stopped);
    assert_eq!(folder.names(), before);
}

#[test]
fn a_result_that_cannot_be_written_is_told_by_its_name() {
    let folder = Folder::new(PERSONS, ENTRIES, YEARS, OLD_RATES);
    let prepared = Prepared::read(folder.files(), settings(2020, 1)).expect("right files");
    let path = folder.path("ei-ole").join("pensionid.csv");
    let outputs = Outputs { pensions: Some(path.clone()), shares: None };
    let error = prepared.write(&outputs).expect_err("no folder");
    assert_eq!(error.file, path);
}
