//! Reconciliation of two large tables beside DuckDB, in one run on the same files.
//!
//! `cargo bench -p rakis-compare --bench reconcile` makes 1,000,000 rows × 12 columns twice, the
//! second time in another order with 100 changed cells, 50 rows missing and 50 extra; `-- --big`
//! adds 10,000,000 rows. Each side runs in a process of its own. The peer is the Python named by
//! RAKIS_BENCH_PYTHON (else `python3`), if it has the module `duckdb`.
#![expect(
    clippy::print_stdout,
    clippy::float_arithmetic,
    reason = "a benchmark prints what it measured, and ratios of it"
)]

use std::{
    fs::{self, File},
    io::{BufWriter, Write as _},
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use rakis_compare::reconcile::{Options, Source, reconcile};

const ROUNDS: usize = 5;
const CHANGED: u64 = 100;
const ALONE: u64 = 50;

/// The same question to DuckDB: how many rows are on one side only, how many cells differ.
const PEER: &str = r"
import resource, sys
try:
    import duckdb
except ImportError:
    print('absent')
    sys.exit(0)
left, right, kind = sys.argv[1:4]
read = lambda path: f'''read_csv('{path}', delim=';', header=true{', all_varchar=true' if kind == 'varchar' else ''})'''
names = [row[0] for row in duckdb.sql(f'DESCRIBE SELECT * FROM {read(left)}').fetchall()]
cells = ' + '.join(f'(l.{name} IS DISTINCT FROM r.{name})::INT' for name in names[1:])
sql = f'''SELECT count(*) FILTER (WHERE r.isik IS NULL), count(*) FILTER (WHERE l.isik IS NULL),
  coalesce(sum(CASE WHEN l.isik IS NOT NULL AND r.isik IS NOT NULL THEN {cells} END), 0)::BIGINT
  FROM {read(left)} l FULL OUTER JOIN {read(right)} r ON l.isik = r.isik'''
missing, extra, changed = duckdb.sql(sql).fetchall()[0]
print(missing, extra, changed, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
";

struct Taken {
    wall: Duration,
    /// Highest resident memory in KiB.
    memory: u64,
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|one| one == "--child") {
        return child(&arguments[at + 1..]);
    }
    let folder = tempfile::tempdir().expect("a folder");
    let (left, right) = (folder.path().join("vasak.csv"), folder.path().join("parem.csv"));
    let ours = measure(1_000_000, &left, &right);
    let peers = ["auto", "varchar"].map(|kind| peer(&left, &right, kind));
    let best = peers.into_iter().flatten().min_by_key(|taken| taken.wall);
    if let Some(peer) = best {
        let wall = ours.wall.as_secs_f64() / peer.wall.as_secs_f64();
        verdict("wall time, of DuckDB's", wall, 0.4);
        verdict("memory, of DuckDB's", ours.memory as f64 / peer.memory as f64, 0.75);
    }
    if arguments.iter().any(|one| one == "--big") {
        let big = measure(10_000_000, &left, &right);
        let growth = big.wall.as_secs_f64() / ours.wall.as_secs_f64();
        verdict("wall time of ten times the rows, times", growth, 11.0);
        verdict("memory, GiB", big.memory as f64 / 1024.0 / 1024.0, 2.5);
    }
}

fn verdict(what: &str, is: f64, goal: f64) {
    let word = if is <= goal { "holds" } else { "TOO MUCH" };
    println!("{what:<56} {is:>8.2}   goal {goal:>6.2}   {word}");
}

/// Makes the files and reconciles them several times; the median.
fn measure(rows: u64, left: &Path, right: &Path) -> Taken {
    write(left, rows, false);
    write(right, rows, true);
    let size = fs::metadata(left).expect("a file").len() >> 20;
    let program = std::env::current_exe().expect("this program");
    let taken = rounds(|| {
        let mut command = Command::new(&program);
        command.arg("--child").arg(left).arg(right);
        command
    });
    let taken = taken.expect("it is there");
    line(&format!("rakis, {rows} rows × 12 columns, {size} MiB each"), &taken);
    taken
}

#[expect(clippy::disallowed_methods, reason = "which Python has the peer is said from outside")]
fn peer(left: &Path, right: &Path, kind: &str) -> Option<Taken> {
    let python = std::env::var("RAKIS_BENCH_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let taken = rounds(|| {
        let mut command = Command::new(&python);
        command.args(["-c", PEER]).arg(left).arg(right).arg(kind);
        command
    });
    match &taken {
        Some(taken) => line(&format!("DuckDB, full outer join, types {kind}"), taken),
        None => println!("DuckDB is absent (RAKIS_BENCH_PYTHON): no peer, nothing is judged"),
    }
    taken
}

fn line(what: &str, taken: &Taken) {
    println!("{what:<56} {:>8} ms {:>8} MiB", taken.wall.as_millis(), taken.memory >> 10);
}

/// Runs a program several times and checks what it counted; `None` when it is not there.
fn rounds(make: impl Fn() -> Command) -> Option<Taken> {
    let mut all = Vec::new();
    for _ in 0..ROUNDS {
        let began = Instant::now();
        let output = make().output().ok()?;
        let wall = began.elapsed();
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        if text.trim() == "absent" {
            return None;
        }
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let numbers: Vec<u64> =
            text.split_whitespace().filter_map(|one| one.parse().ok()).collect();
        let [missing, extra, changed, memory] = numbers[..] else { panic!("{text}") };
        assert_eq!((missing, extra, changed), (ALONE, ALONE, CHANGED), "wrong counts");
        all.push(Taken { wall, memory });
    }
    all.sort_by_key(|taken| taken.wall);
    let memory = all.iter().map(|taken| taken.memory).max().unwrap_or_default();
    Some(Taken { wall: all[ROUNDS / 2].wall, memory })
}

/// What `rakis reconcile` does, and how much memory it took.
fn child(files: &[String]) {
    let [left, right] = files else { panic!("two files") };
    let source = |path: &String| Source::csv(path.into(), path.as_str());
    let scratch = Path::new(left).parent().expect("a folder").to_path_buf();
    let options = Options::new(["isik"], scratch);
    let outcome = reconcile(&source(left), &source(right), &options, &|_, _| {});
    let counts = outcome.expect("two tables").counts;
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    println!(
        "{} {} {} {}",
        counts.missing,
        counts.extra,
        counts.cells,
        peak.trim().trim_end_matches(" kB")
    );
}

/// One table. The right one is in another order, lacks the first rows of the left, has as many
/// others, and each of some rows one changed cell.
fn write(path: &Path, rows: u64, right: bool) {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path).expect("a file"));
    let header = "isik;nimi;aasta;staaz;kindlustusosak;uhendosak;summa;aastahinne;baasosa;pension;alates;olek\n";
    out.write_all(header.as_bytes()).expect("written");
    let every = rows / (CHANGED + 1);
    for at in 0..rows {
        // The factor is prime and no divisor of the number of rows.
        let mut n = if right { at.wrapping_mul(6_700_417) % rows } else { at };
        let changed = right && n >= ALONE && n % every == every / 2 && n / every < CHANGED;
        if right && n < ALONE {
            n += rows;
        }
        let cents = n * 7919 % 90_000 + 10_000 + u64::from(changed);
        writeln!(
            out,
            "{};Õie Õun {};{};{};{}.{:03};{}.{:03};{}.{:02};7.104;215.5148;{}.{:02};2026-{:02}-{:02};määratud",
            40_000_000_000 + n,
            n % 9973,
            1999 + n % 27,
            n % 45,
            n % 3,
            n % 997,
            n % 2,
            n % 991,
            n * 31 % 5000,
            n % 100,
            cents / 100,
            cents % 100,
            n % 12 + 1,
            n % 28 + 1,
        )
        .expect("written");
    }
    out.flush().expect("written");
}
