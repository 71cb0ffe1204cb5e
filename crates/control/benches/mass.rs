//! How long the mass calculation takes, and how much memory: 1.7 million persons × 27 years.
//!
//! `cargo bench -p rakis-control --bench mass` makes the files in a temporary folder (about 1.7 GB),
//! runs both passes and prints a table; `-- 170000` takes fewer persons. The limit is that of the
//! full size; of fewer persons it is their part of it.

use std::{
    fs::{self, File},
    io::{BufWriter, Write},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use rakis_control::mass::{Files, Outputs, Pass, Prepared, Settings};
use rakis_model::PersonalCode;

const PERSONS: u64 = 1_700_000;
const YEARS: std::ops::Range<u16> = 1999..2026;
/// Milliseconds for [`PERSONS`] on two cores, and MiB.
const LIMIT_MS: u64 = 60_000;
const LIMIT_MIB: u64 = 1024;

fn say(line: &str) {
    let line = format!("{line}\n");
    std::io::stdout().write_all(line.as_bytes()).expect("standard output");
}

/// Codes born 2095 to 2099 in ascending order: 3,652,000 of them.
fn code(place: u64) -> String {
    const MONTHS: [u64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let (serial, mut day) = (place % 1000, place / 1000 % 1825);
    let (sex, year) = (5 + place / 1_825_000, 95 + day / 365);
    day %= 365;
    let mut month = 0;
    while day >= MONTHS[month] {
        day -= MONTHS[month];
        month += 1;
    }
    let stem = format!("{sex}{year}{:02}{:02}{serial:03}", month + 1, day + 1);
    let remainder = |weights: [u32; 10]| {
        let digits = stem.bytes().map(|digit| u32::from(digit - b'0'));
        digits.zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 11
    };
    let check = match remainder([1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) {
        10 => remainder([3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 10,
        digit => digit,
    };
    format!("{stem}{check}")
}

fn writer(folder: &Path, name: &str) -> (PathBuf, BufWriter<File>) {
    let path = folder.join(name);
    let file = File::create(&path).expect("a file");
    (path, BufWriter::with_capacity(1 << 20, file))
}

/// Two persons in five are in the II pillar; one entry in a hundred has a correction.
fn generate(folder: &Path, count: u64) -> (Files, u64) {
    let (persons, mut out) = writer(folder, "isikud.csv");
    let (entries, mut entry_out) = writer(folder, "kanded.csv");
    writeln!(out, "isikukood;staaz_1998;ii_sammas;liik").expect("written");
    writeln!(entry_out, "isikukood;aasta;liik;summa").expect("written");
    let (mut dice, mut written) = (88_172_645_463_325_252_u64, 0);
    let mut roll = |below: u64| {
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        (dice >> 11) % below
    };
    for n in 0..count {
        let code = code(n * 2);
        let pillar = if roll(5) < 2 { format!("{}", 2002 + roll(20)) } else { String::new() };
        let (years, months, days) = (roll(41), roll(12), roll(30));
        writeln!(out, "{code};P{years}Y{months}M{days}D;{pillar};vanaduspension").expect("written");
        for year in YEARS {
            let kind = if year < 2002 { "sotsiaalmaks" } else { "pensioniosa" };
            let cents = 20_000 + roll(900_000);
            writeln!(entry_out, "{code};{year};{kind};{}.{:02}", cents / 100, cents % 100)
                .expect("written");
            written += 1;
            if roll(100) == 0 {
                writeln!(entry_out, "{code};{year};{kind};-{}.{:02}", cents / 200, cents % 100)
                    .expect("written");
                written += 1;
            }
        }
    }
    out.flush().and_then(|()| entry_out.flush()).expect("written");
    let years: String =
        YEARS.map(|year| format!("{year};{}.40;\n", 300 + (year - 1999) * 60)).collect();
    let (years_path, rates) = (folder.join("aastad.csv"), folder.join("maarad.csv"));
    fs::write(&years_path, format!("aasta;miinimum;keskmine\n{years}")).expect("written");
    let rows = "2025-04-01;1.053;335.1234;9.876;372.05\n2026-04-01;1.061;358.0001;10.441;394.74\n";
    let header = "alates;indeks;baasosa;aastahinne;rahvapension";
    fs::write(&rates, format!("{header}\n{rows}")).expect("written");
    (Files { persons, entries, years: years_path, rates }, written)
}

/// The most memory the process ever had, in MiB, where the system tells.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024)
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

fn main() {
    let asked = std::env::args().skip(1).find_map(|argument| argument.parse().ok());
    let count: u64 = asked.unwrap_or(PERSONS);
    assert!(count * 2 <= 3_650_000, "there are not so many codes");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let start = Instant::now();
    let (files, entries) = generate(folder.path(), count);
    let bytes = fs::metadata(&files.entries).map_or(0, |about| about.len()) >> 20;
    say(&format!(
        "{count} persons, {entries} entries, {bytes} MiB, made in {} ms; peak then {} MiB",
        millis(start.elapsed()),
        peak().unwrap_or_default()
    ));
    let accepts = |code: &PersonalCode| code.as_str()[1..].starts_with('9');
    let settings = Settings {
        year: 2026,
        service_decimals: 4,
        jobs: std::thread::available_parallelism().map_or(1, Into::into),
        accepts: &accepts,
        watch: &|_: Pass, _, _| true,
    };
    let start = Instant::now();
    let mut prepared = Prepared::read(files, settings).expect("the files are right");
    let first = start.elapsed();
    say(&format!("averages               {:>7} ms", millis(first)));
    let mut outputs = Outputs { pensions: Some(folder.path().join("pensionid.csv")), shares: None };
    let start = Instant::now();
    let totals = prepared.write(&outputs).expect("written");
    let second = start.elapsed();
    assert_eq!((totals.persons, totals.entries), (count, entries));
    say(&format!("pensions               {:>7} ms", millis(second)));
    outputs.shares = Some(folder.path().join("osakud.csv"));
    let start = Instant::now();
    prepared.write(&outputs).expect("written");
    say(&format!("pensions and shares    {:>7} ms", millis(start.elapsed())));
    let start = Instant::now();
    let sum: i64 = prepared.rows().expect("rows").map(|row| row.expect("a row").after).sum();
    say(&format!("rows, one after another {:>6} ms", millis(start.elapsed())));
    assert_eq!(i128::from(sum), totals.after);
    let start = Instant::now();
    let steps = prepared.explain(&code(count / 2 * 2)).expect("explained").steps;
    say(&format!(
        "one explained          {:>7} ms, {} steps",
        millis(start.elapsed()),
        steps.iter().count()
    ));
    let (took, limit) = (millis(first + second), LIMIT_MS * count / PERSONS);
    let verdict = if took <= limit { "holds" } else { "TOO SLOW" };
    say(&format!("averages + pensions    {took:>7} ms, limit {limit} {verdict}"));
    if let Some(peak) = peak() {
        let verdict = if peak <= LIMIT_MIB { "holds" } else { "TOO MUCH" };
        say(&format!("peak memory            {peak:>7} MiB, limit {LIMIT_MIB} {verdict}"));
    }
}
