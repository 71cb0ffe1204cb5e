//! Reconciliation beside a naive one in maps, on random tables; and that its work grows with the
//! rows and no faster.

use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path};

use proptest::prelude::*;
use rakis_compare::reconcile::{FindingKind, Options, Outcome, Source, Work, reconcile};

/// Key, a text, hundredths.
type Row = (String, String, i64);

fn csv(rows: &[Row], quoted: bool) -> String {
    let mut text = "võti;tekst;summa\n".to_owned();
    for (key, word, cents) in rows {
        let sign = if *cents < 0 { "-" } else { "" };
        let (whole, part) = (cents.abs() / 100, cents.abs() % 100);
        let word = if quoted { format!("\"{word}\"") } else { word.clone() };
        writeln!(text, "{key};{word};{sign}{whole}.{part:02}").expect("memory");
    }
    text
}

fn run(folder: &Path, left: &str, right: &str, set: impl Fn(&mut Options)) -> Outcome {
    let source = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).expect("a file");
        let mut source = Source::csv(path, name);
        source.delimiter = Some(b';');
        source
    };
    let (left, right) = (source("vasak.csv", left), source("parem.csv", right));
    let mut options = Options::new(["võti"], folder.to_path_buf());
    options.first = 10_000;
    set(&mut options);
    reconcile(&left, &right, &options, &|_, _| {}).expect("two tables")
}

/// Kind, key, rows on the left, rows on the right, differing columns.
type Found = (FindingKind, String, Vec<u64>, Vec<u64>, Vec<String>);

fn found(outcome: &Outcome) -> Vec<Found> {
    let mut all: Vec<Found> = outcome
        .first
        .iter()
        .map(|one| {
            let columns = one.cells.iter().map(|cell| cell.column.clone()).collect();
            (one.kind, one.key.join(","), one.left_rows.clone(), one.right_rows.clone(), columns)
        })
        .collect();
    all.sort();
    all
}

fn by_key(rows: &[Row]) -> BTreeMap<&str, Vec<(u64, &Row)>> {
    let mut map: BTreeMap<&str, Vec<(u64, &Row)>> = BTreeMap::new();
    for (row, number) in rows.iter().zip(2..) {
        map.entry(&row.0).or_default().push((number, row));
    }
    map
}

/// The same in the plainest way.
fn naive(left: &[Row], right: &[Row]) -> Vec<Found> {
    let (left, right) = (by_key(left), by_key(right));
    let none = Vec::new();
    let keys: std::collections::BTreeSet<&&str> = left.keys().chain(right.keys()).collect();
    let mut all = Vec::new();
    for key in keys {
        let (one, other) = (left.get(*key).unwrap_or(&none), right.get(*key).unwrap_or(&none));
        let numbers = |rows: &[(u64, &Row)]| rows.iter().map(|row| row.0).collect::<Vec<_>>();
        let mut columns = Vec::new();
        let kind = match (&one[..], &other[..]) {
            ([left], [right]) => {
                columns.extend((left.1.1 != right.1.1).then(|| "tekst".to_owned()));
                columns.extend((left.1.2 != right.1.2).then(|| "summa".to_owned()));
                if columns.is_empty() {
                    continue;
                }
                FindingKind::Changed
            }
            ([_], []) => FindingKind::Missing,
            ([], [_]) => FindingKind::Extra,
            _ => FindingKind::Duplicate,
        };
        all.push((kind, (*key).to_string(), numbers(one), numbers(other), columns));
    }
    all.sort();
    all
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = ("[a-d]{1,2}", "[x-z]{0,2}õ?", -300..300_i64);
    prop::collection::vec(row, 1..60)
}

/// The left rows in another order, some edited, some gone, some twice.
fn edited(left: Vec<Row>) -> impl Strategy<Value = (Vec<Row>, Vec<Row>)> {
    let length = left.len();
    let edits = prop::collection::vec(0..12_u8, length);
    (Just(left), edits, any::<prop::sample::Index>()).prop_map(|(left, edits, turn)| {
        let mut right = Vec::new();
        for (row, edit) in left.iter().zip(edits) {
            let (key, word, cents) = row.clone();
            match edit {
                0 => {}
                1 => right.push((key, word, cents + 1)),
                2 => right.push((key, format!("{word}w"), cents - 5)),
                3 => right.extend([row.clone(), row.clone()]),
                4 => right.push((format!("{key}q"), word, cents)),
                _ => right.push(row.clone()),
            }
        }
        if right.is_empty() {
            right.push(("uus".to_owned(), String::new(), 0));
        }
        let turn = turn.index(right.len());
        right.rotate_left(turn);
        right.reverse();
        (left, right)
    })
}

fn sum(rows: &[Row]) -> i64 {
    rows.iter().map(|row| row.2).sum()
}

fn cents(text: &str) -> i64 {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let part: i64 = format!("{part:0<2}").parse().expect("digits");
    let size = whole.trim_start_matches('-').parse::<i64>().expect("digits") * 100 + part;
    if text.starts_with('-') { -size } else { size }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_difference_is_found_exactly_once(
        (left, right) in rows().prop_flat_map(edited),
        quoted in any::<bool>(),
        workers in 1..4_usize,
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let (one, other) = (csv(&left, false), csv(&right, quoted));
        let outcome = run(folder.path(), &one, &other, |options| options.workers = workers);
        let expected = naive(&left, &right);
        prop_assert_eq!(found(&outcome), expected.clone());
        let counts = &outcome.counts;
        let told = counts.missing + counts.extra + counts.changed + counts.duplicate_keys;
        prop_assert_eq!(told, expected.len() as u64);
        let here = counts.equal + counts.changed;
        prop_assert_eq!(here + counts.missing + counts.duplicate_left, left.len() as u64);
        prop_assert_eq!(here + counts.extra + counts.duplicate_right, right.len() as u64);
        let total = &outcome.totals[0];
        prop_assert_eq!(cents(&total.left), sum(&left));
        prop_assert_eq!(cents(&total.right), sum(&right));
        prop_assert_eq!(total.right_count, right.len() as u64);
    }
}

fn table(rows: u64, right: bool) -> String {
    let mut text = "võti;tekst;summa\n".to_owned();
    for at in 0..rows {
        let n = if right { (at * 7919 + 11) % rows } else { at };
        let odd = u64::from(right && n % 100 == 7);
        writeln!(text, "K{n};mõõt {};{}.{:02}", n % 13, n * 31 % 5000, (n + odd) % 100)
            .expect("memory");
    }
    text
}

#[test]
fn work_grows_with_the_rows_and_no_faster() {
    let folder = tempfile::tempdir().expect("a folder");
    let work = |rows: u64| {
        let outcome = run(folder.path(), &table(rows, false), &table(rows, true), |_| {});
        assert_eq!((outcome.counts.changed, outcome.counts.equal), (rows / 100, rows - rows / 100));
        let Work { bytes, cells, probes, rows: compared } = outcome.work;
        [bytes, cells, probes, compared]
    };
    let sizes = [1_000, 4_000, 16_000];
    let all = sizes.map(|rows| work(rows).map(|count| count * 100 / rows));
    for (small, large) in all[0].iter().zip(all[2]) {
        assert!(large <= small + small / 4 + 10, "per 100 rows: {all:?}");
    }
    let [bytes, cells, probes, compared] = all[2];
    assert!(bytes < 6_000 && cells < 700 && probes < 500 && compared < 250, "{all:?}");
    // Nothing agrees, and all keys are one: still no worse.
    let one_key = |word: &str| {
        let mut text = "võti;tekst;summa\n".to_owned();
        (0..16_000).for_each(|n| writeln!(text, "K;{word};{n}").expect("memory"));
        text
    };
    let outcome = run(folder.path(), &one_key("a"), &one_key("b"), |_| {});
    assert_eq!((outcome.counts.duplicate_keys, outcome.counts.duplicate_right), (1, 16_000));
    assert!(outcome.work.probes < 16_000 * 4, "{:?}", outcome.work);
}

#[test]
fn a_table_larger_than_the_memory_gives_the_same_result() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut left = table(20_000, false);
    let mut right = table(20_000, true);
    left.push_str("K5;korduv;1\nuus;\"kaks\nrida\";2\n");
    right.push_str("K9;korduv;1\nlisa;x;3,5\n");
    let whole = run(folder.path(), &left, &right, |_| {});
    let parted = run(folder.path(), &left, &right, |options| options.memory = 1 << 16);
    assert!(parted.work.bytes > whole.work.bytes / 2);
    assert_eq!(found(&parted), found(&whole));
    assert_eq!((&parted.counts, &parted.totals), (&whole.counts, &whole.totals));
    assert_eq!((whole.counts.changed, whole.counts.duplicate_keys), (200, 2));
    assert_eq!(
        (&parted.groups[0].pattern, parted.groups_found),
        (&whole.groups[0].pattern, whole.groups_found)
    );
}
