//! How long snapshots take, beside `git diff --no-index` timed in the same run.
//!
//! `cargo bench -p rakis-compare` prints a table: the median of several rounds and, where there
//! is one, the limit.

use std::{
    fs,
    hint::black_box,
    io::Write,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use rakis_compare::snapshot::{
    Approval, Asked, Canonical, Form, Identities, Rules, Setting, Store, Window,
};

const ROUNDS: usize = 7;

fn median(mut round: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            round();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[ROUNDS / 2]
}

fn row(what: &str, took: Duration, limit: Option<Duration>) {
    let millis = |time: Duration| format!("{}.{:03}", time.as_millis(), time.as_micros() % 1000);
    let (limit, verdict) = match limit {
        Some(limit) => (millis(limit), if took <= limit { "holds" } else { "TOO SLOW" }),
        None => (String::new(), ""),
    };
    let line = format!("{what:<62} {:>9} ms {limit:>9} {verdict}\n", millis(took));
    std::io::stdout().write_all(line.as_bytes()).expect("standard output");
}

fn canonical(form: Form, body: &[u8], rules: &[(&str, &str)]) -> Canonical {
    let rules = Rules::from_pairs(form, rules.iter().copied()).expect("rules");
    let identities = Identities::default();
    let at = |text: &str| text.parse().expect("a moment");
    let window = Window { from: at("2026-03-02T07:00:00Z"), to: at("2026-03-02T07:01:00Z") };
    Canonical::of(body, &rules, &Setting { identities: &identities, window }).expect("a document")
}

/// Lines as a list of payments has them; each of a given distance has another account.
fn lines(count: usize, mark: &str, changed_every: usize) -> String {
    let line = |n: usize| {
        let mark = if n % changed_every == changed_every - 1 { "9" } else { mark };
        format!("{n:06};EE{mark}{:019};Õie Õun;{}.{:02}\n", n * 7919, n % 997, n % 100)
    };
    (0..count).map(line).collect()
}

/// Numbers of which both texts have the most, in two different orders.
fn moved(count: usize, step: usize) -> String {
    (0..count).map(|n| format!("{}\n", n * step % 9_973)).collect()
}

fn json(bytes: usize, changed: bool) -> String {
    let mut out = String::from("{\"read\":[");
    let mut number = 0;
    while out.len() < bytes {
        out.push_str(if number > 0 { "," } else { "" });
        let cent = u8::from(changed && number % 1000 == 0);
        out.push_str(&format!(
            "{{\"nimi\":\"Õie Õun {number}\",\"kood\":\"K{number}\",\"summa\":{}.{cent}5,\
             \"aktiivne\":true,\"rollid\":[\"arveldaja\",\"haldur\"],\"lõpp\":null}}",
            number % 5000
        ));
        number += 1;
    }
    out.push_str("]}");
    out
}

/// How long git takes to tell the difference of two files; `None` without git.
fn git(folder: &Path, left: &str, right: &str) -> Option<Duration> {
    let (old, new) = (folder.join("left"), folder.join("right"));
    fs::write(&old, left).expect("a file");
    fs::write(&new, right).expect("a file");
    let run = || {
        Command::new("git")
            .args(["diff", "--no-index", "--no-color"])
            .args([&old, &new])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
    };
    run().ok()?;
    Some(median(|| {
        black_box(run().expect("it ran before"));
    }))
}

/// A whole check that fails: from the bytes to the written `.snap.new`.
fn check(folder: &Path, what: &str, old: &Canonical, new: &[u8], limit: Option<Duration>) {
    let name = "pink/proov";
    let asked = || Asked { name: name.to_owned(), place: "a:1".to_owned(), ..Asked::default() };
    let store = Store::open(folder.join("snapshots"));
    black_box(store.check(&asked(), old).is_err());
    let approval = Approval {
        who: "Mari".to_owned(),
        role: "testija".to_owned(),
        at: "2026-03-02T07:00:00Z".parse().expect("a moment"),
        why: "pink".to_owned(),
        run: None,
    };
    store.approve(name, approval).expect("approved");
    let rules = old.rules().pairs();
    let rules: Vec<(&str, &str)> = rules.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let form = old.rules().form();
    let took = median(|| {
        let new = canonical(form, new, &rules);
        assert!(store.check(&asked(), &new).is_err(), "the documents differ");
    });
    row(what, took, limit);
    store.remove(name).expect("removed");
}

fn texts(folder: &Path, what: &str, left: &str, right: &str, limit: Option<Duration>) {
    let peer = git(folder, left, right);
    match peer {
        Some(took) => row(&format!("{what}: git diff --no-index"), took, None),
        None => row(&format!("{what}: git is missing, no peer"), Duration::ZERO, None),
    }
    let limit = limit.or(peer);
    let (old, new) =
        (canonical(Form::Text, left.as_bytes(), &[]), canonical(Form::Text, right.as_bytes(), &[]));
    let took = median(|| {
        black_box(new.compare(old.text()).expect("texts"));
    });
    row(&format!("{what}: compare"), took, limit);
    let what = format!("{what}: canonicalise, check, write");
    check(folder, &what, &old, right.as_bytes(), limit);
}

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let never = usize::MAX;
    let (old, new) = (lines(100_000, "1", never), lines(100_000, "1", 2_000));
    texts(folder, "100,000 lines, 50 changed", &old, &new, None);
    let fifth = Some(Duration::from_millis(200));
    let (old, new) = (lines(20_000, "1", never), lines(20_000, "2", never));
    texts(folder, "20,000 lines, none in common", &old, &new, fifth);
    texts(folder, "20,000 lines, all moved", &moved(20_000, 7), &moved(20_000, 11), fifth);
    let second = Some(Duration::from_secs(1));
    let (old, new) = (json(10_000_000, false), json(10_000_000, true));
    let rules = [("$.read", "võti: kood"), ("$.read[*].summa", "lubatud erinevus 0,01")];
    for (what, rules) in [("no rules", &rules[..0]), ("key and tolerance", &rules[..])] {
        let approved = canonical(Form::Json, old.as_bytes(), rules);
        let took = median(|| {
            black_box(canonical(Form::Json, new.as_bytes(), rules));
        });
        row(&format!("JSON of 10 MB, {what}: canonicalise"), took, second);
        let what = format!("JSON of 10 MB, {what}: canonicalise, check, write");
        check(folder, &what, &approved, new.as_bytes(), second);
    }
    let table = |changed| format!("nr;konto;nimi;summa\n{}", lines(50_000, "1", changed));
    let approved = canonical(Form::Csv, table(never).as_bytes(), &[("nr", "võti")]);
    let what = "CSV of 50,000 rows, key, 25 changed: canonicalise, check, write";
    check(folder, what, &approved, table(2_000).as_bytes(), second);
}
