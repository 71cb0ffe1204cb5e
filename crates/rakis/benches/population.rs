//! One wrong person in a whole population, end to end: the reference system with its fault
//! `mass_calculation.one-person-wrong` makes and computes a population, its files are fetched, and
//! `rakis reconcile` holds its pensions against the control calculation.
//!
//! `cargo bench -p rakis --bench population` takes 10,000 persons × 27 years; `-- --persons 1700000`
//! takes the whole register (10 GB of disk in the temporary folder, some ten minutes). It ends with
//! an error unless exactly one person is found, with paragraph and intermediate values.
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::{
    fs::File,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::{Value, json};

const LAST_YEAR: u32 = 2025;
const FAULT: &str = "mass_calculation.one-person-wrong";
/// One stage may take this long.
const LIMIT: Duration = Duration::from_mins(60);

fn main() {
    let (persons, years) = (argument("--persons", 10_000), argument("--years", 27));
    let first_year = LAST_YEAR + 1 - years;
    println!("{persons} persons, {first_year}-{LAST_YEAR}, fault {FAULT}");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let system = System::start(folder.path());
    let mut stages = Stages::default();

    let recipe = json!({"suurus": persons, "seeme": 1, "alates": first_year});
    let made = system.ask("POST", "/skais/massarvutus/rahvastikud", Some(&recipe));
    let population = format!("/skais/massarvutus/rahvastikud/{}", made["rahvastik"]);
    system.wait(&population, "valmis");
    stages.took("population made");
    let average = json!({"liik": "keskmine", "aasta": LAST_YEAR});
    let shares = json!({"liik": "osakud", "aasta": LAST_YEAR, "alates": first_year});
    let index = json!({"liik": "indekseerimine", "aasta": LAST_YEAR + 1, "thi": "1.034",
        "maks": "1.097"});
    let mut job = String::new();
    for (what, input) in [("average", average), ("shares", shares), ("indexation", index)] {
        for dry in ["jah", "ei"] {
            let mut input = input.clone();
            input["prooviarvutus"] = dry.into();
            let begun = system.ask("POST", &format!("{population}/tood"), Some(&input));
            job = format!("/skais/massarvutus/tood/{}", begun["too"]);
            system.wait(&job, "lõpetatud");
            stages.took(&format!("{what}, {}", if dry == "jah" { "dry run" } else { "for real" }));
        }
    }
    let data = folder.path().join("andmed");
    std::fs::create_dir(&data).expect("a folder");
    for name in ["isikud.csv", "kanded.csv", "aastad.csv", "maarad.csv"] {
        system.fetch(&format!("{population}/{name}"), &data.join(name));
    }
    let pensions = folder.path().join("pensionid.csv");
    system.fetch(&format!("{job}/tulemused.csv"), &pensions);
    stages.took("files fetched");
    println!("{:<44} {:>8} MiB", "reference system, highest memory", memory(&system.program));

    let told = reconcile(&data, &pensions);
    stages.took("control calculation and reconciliation");
    println!("{told}");
    let found: Value = serde_json::from_str(&told).expect("JSON");
    let counts = &found["counts"];
    assert_eq!(counts["equal"], persons - 1, "all but one are equal");
    assert_eq!(counts["changed"], 1, "one is wrong");
    assert_eq!((&counts["missing"], &counts["extra"]), (&0.into(), &0.into()));
    let explained = found["explained"].as_array().expect("a list");
    assert_eq!(explained.len(), 1, "the one is explained");
    let steps = explained[0]["sammud"].as_array().expect("steps");
    assert!(steps.len() > 3 && steps.iter().all(|step| step["alus"].is_string()), "{steps:#?}");
    println!("found: {} of {persons} persons", explained[0]["person"]);
}

fn argument(name: &str, otherwise: u32) -> u32 {
    let mut arguments = std::env::args().skip_while(|one| one != name).skip(1);
    arguments.next().map_or(otherwise, |text| text.parse().expect("a number"))
}

/// `rakis reconcile` of the population's pensions, as JSON.
fn reconcile(data: &Path, pensions: &Path) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let year = (LAST_YEAR + 1).to_string();
    let mut command = Command::new(env!("CARGO_BIN_EXE_rakis"));
    command.arg("reconcile").arg(format!("kontrollarvutus:{}", data.display())).arg(pensions);
    command.args(["--key", "isikukood", "--year", &year, "--json"]);
    let mut child = command.current_dir(root).stdout(Stdio::piped()).spawn().expect("rakis runs");
    let mut out = child.stdout.take().expect("a pipe");
    let reader = std::thread::spawn(move || {
        let mut text = String::new();
        out.read_to_string(&mut text).map(|_| text)
    });
    let mut highest = 0;
    let status = loop {
        if let Some(status) = child.try_wait().expect("a child") {
            break status;
        }
        highest = highest.max(memory(&child));
        std::thread::sleep(Duration::from_millis(20));
    };
    println!("{:<44} {highest:>8} MiB", "control and reconciliation, highest memory");
    let told = reader.join().expect("a thread").expect("text");
    assert_eq!(status.code(), Some(6), "differences were found: {told}");
    told
}

/// Highest memory of a process so far, in MiB; 0 where the system does not tell.
fn memory(child: &Child) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id()));
    let status = status.unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|text| text.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) >> 10
}

struct Stages(Instant);

impl Default for Stages {
    fn default() -> Self {
        Self(Instant::now())
    }
}

impl Stages {
    fn took(&mut self, what: &str) {
        println!("{what:<44} {:>8.1} s", self.0.elapsed().as_secs_f32());
        self.0 = Instant::now();
    }
}

/// The reference system in a process of its own.
struct System {
    program: Child,
    address: String,
}

impl Drop for System {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

impl System {
    fn start(folder: &Path) -> Self {
        let database = format!("sqlite://{}", folder.join("skais.sqlite").display());
        let mut command = Command::new(env!("CARGO_BIN_EXE_rakis"));
        command.args(["reference", "--fault", FAULT, "--database", &database, "--lang", "en"]);
        let mut program = command.stdout(Stdio::piped()).spawn().expect("rakis runs");
        let out = BufReader::new(program.stdout.take().expect("a pipe"));
        let mut lines = out.lines().map_while(Result::ok);
        let address = lines.find_map(|line| {
            let (_, rest) = line.split_once("http://")?;
            Some(rest.chars().take_while(|c| c.is_ascii_digit() || ".:".contains(*c)).collect())
        });
        Self { program, address: address.expect("the address is told") }
    }

    /// Sends a request; the reader stands at the body of a good answer.
    fn send(&self, method: &str, path: &str, body: Option<&Value>) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        stream.set_read_timeout(Some(LIMIT)).expect("a limit");
        let body = body.map(Value::to_string).unwrap_or_default();
        // By HTTP/1.0 the answer ends with the connection, and nothing comes in chunks.
        let head = format!(
            "{method} {path} HTTP/1.0\r\nHost: {}\r\nX-Katseaeg: 2026-03-10T09:00:00+02:00\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        );
        stream.write_all(head.as_bytes()).expect("it is sent");
        let mut answer = BufReader::new(stream);
        let (mut first, mut line) = (String::new(), String::new());
        answer.read_line(&mut first).expect("an answer");
        while answer.read_line(&mut line).expect("a header") > 2 {
            line.clear();
        }
        if !first.contains(" 20") {
            let mut text = String::new();
            let _ = answer.read_to_string(&mut text);
            panic!("{method} {path}: {first}{text}");
        }
        answer
    }

    fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Value {
        serde_json::from_reader(self.send(method, path, body)).expect("JSON")
    }

    fn fetch(&self, path: &str, to: &Path) {
        let mut file = File::create(to).expect("a file");
        std::io::copy(&mut self.send("GET", path, None), &mut file).expect("a whole file");
    }

    /// Waits until something has the state.
    fn wait(&self, path: &str, state: &str) {
        let began = Instant::now();
        loop {
            let now = self.ask("GET", path, None);
            let is = now["olek"].as_str().expect("a state");
            if is == state {
                return;
            }
            assert!(["töötab", "koostamisel"].contains(&is), "{now:#}");
            assert!(began.elapsed() < LIMIT, "it takes too long: {now:#}");
            std::thread::sleep(Duration::from_millis(200));
        }
    }
}
