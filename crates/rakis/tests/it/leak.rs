//! Redaction has no hole: a personal code planted in every answer of the reference system, or
//! written by a person into a file, stands in nothing that rakis writes, and the run says where it
//! was found. The same with a synthetic code shows it, so that this test can fail.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use rakis_model::{
    PersonalCode,
    record::Run,
    words::{Language, Words},
};
use rakis_reference_system::{Options, start};

use crate::program::{Ended, Project};

const SYNTHETIC: &str = "69901010008";

/// A valid code that is not synthetic: of somebody born in 1850, who is past being hurt.
fn real() -> String {
    let code = (0..10).find_map(|check| PersonalCode::parse(&format!("1500217014{check}")));
    let code = code.expect("one check digit fits");
    assert!(!code.is_synthetic());
    code.as_str().to_owned()
}

/// Everything the program wrote: what it printed and every file that is new or another than before.
struct Written {
    project: Project,
    before: BTreeMap<PathBuf, Vec<u8>>,
    printed: Vec<(String, String)>,
}

impl Written {
    fn watch(project: Project) -> Self {
        let before = files(&project.path(""));
        Self { project, before, printed: Vec::new() }
    }

    fn rakis(&mut self, arguments: &[&str]) -> Option<i32> {
        let Ended { code, out, err } = self.project.rakis(arguments);
        assert!(!err.contains("panicked"), "{arguments:?}: {err}");
        self.printed.push((format!("print {}", self.printed.len()), out + &err));
        code
    }

    /// Names and contents.
    fn all(&self) -> Vec<(String, Vec<u8>)> {
        let printed = self.printed.iter().map(|(name, text)| (name.clone(), text.clone().into()));
        let files = files(&self.project.path(""));
        let changed = files.into_iter().filter(|(path, now)| self.before.get(path) != Some(now));
        let named = changed.map(|(path, now)| (path.display().to_string(), now));
        printed.chain(named).collect()
    }

    /// Names of everything in which the code stands, in any form, with what stands around it.
    fn holding(&self, code: &str) -> Vec<(String, String)> {
        let holds = |(name, content): (String, Vec<u8>)| {
            let found = appears(name.as_bytes(), code).or_else(|| appears(&content, code))?;
            Some((name, found))
        };
        self.all().into_iter().filter_map(holds).collect()
    }
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if let Ok(content) = std::fs::read(&path) {
            found.insert(path, content);
        }
    }
    found
}

/// What stands around the code in these bytes, in whatever form. Shares nothing with the redactor.
fn appears(bytes: &[u8], code: &str) -> Option<String> {
    let utf16: Vec<u8> = code.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut needles = vec![
        code.bytes().map(|byte| format!("{byte:02x}")).collect::<String>(),
        format!("{}.{}E10", &code[..1], &code[1..]),
    ];
    for offset in 0..3 {
        needles.push(base64_within(code.as_bytes(), offset));
        needles.push(base64_within(&utf16, offset));
        for inner in 0..3 {
            let once = base64_within(code.as_bytes(), inner);
            needles.push(base64_within(once.as_bytes(), offset));
        }
    }
    let mut text = String::from_utf8_lossy(bytes).into_owned();
    for _ in 0..4 {
        let digits = plain(&text);
        let found = digits.find(code).map(|at| around(&digits, at)).or_else(|| {
            needles.iter().find_map(|needle| text.find(needle)).map(|at| around(&text, at))
        });
        if found.is_some() {
            return found;
        }
        let next = resolved(&text);
        if next == text {
            break;
        }
        text = next;
    }
    None
}

fn around(text: &str, at: usize) -> String {
    let (from, to) = (at.saturating_sub(60), text.len().min(at + 60));
    text[text.floor_char_boundary(from)..text.ceil_char_boundary(to)].to_owned()
}

/// Without whatever may stand between digits, and full-width digits as ASCII.
fn plain(text: &str) -> String {
    let between = |c: &char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '-' | '_' | '+' | '\u{200B}' | '\u{FFFD}')
    };
    let ascii = |c: char| match c {
        '\u{FF10}'..='\u{FF19}' => char::from_digit(u32::from(c) - 0xFF10, 10).unwrap_or(c),
        c => c,
    };
    text.chars().filter(|c| !between(c)).map(ascii).collect()
}

/// One level of escapes resolved.
fn resolved(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['%', '\\', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let hex = |from: usize, to: usize| {
            let number = u32::from_str_radix(rest.get(from..to)?, 16).ok()?;
            Some((char::from_u32(number)?, to))
        };
        let number = |radix: u32, from: usize| {
            let end = rest.bytes().take(10).position(|byte| byte == b';')?;
            let number = u32::from_str_radix(rest.get(from..end)?, radix).ok()?;
            Some((char::from_u32(number)?, end + 1))
        };
        let read = match &rest.as_bytes()[..2.min(rest.len())] {
            [b'%', _] => hex(1, 3),
            b"\\u" => hex(2, 6),
            b"\\n" => Some(('\n', 2)),
            b"\\\\" => Some(('\\', 2)),
            b"&#" => number(10, 2).or_else(|| number(16, 3)),
            b"&a" if rest.starts_with("&amp;") => Some(('&', 5)),
            _ => None,
        };
        // What is no escape begins with an ASCII sign of one byte.
        let (read, length) = read.unwrap_or((char::from(rest.as_bytes()[0]), 1));
        out.push(read);
        rest = &rest[length..];
    }
    out + rest
}

/// The base64 letters that these bytes alone decide, `offset` bytes into a group of three.
fn base64_within(bytes: &[u8], offset: usize) -> String {
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<u8> = bytes
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1))
        .skip((6 - offset * 8 % 6) % 6)
        .collect();
    bits.chunks_exact(6)
        .map(|six| char::from(letters[six.iter().fold(0, |n, bit| n << 1 | usize::from(*bit))]))
        .collect()
}

/// The bindings with requests in place of the mailbox, which a remote environment has not.
fn without_mailbox(bindings: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for line in bindings.lines() {
        inside &= line.starts_with("      ");
        if line == "    postkast:" {
            inside = true;
            out += "    päring: GET /tervis\n    oodatud: 200\n";
        } else if !inside {
            out += &format!("{line}\n");
        }
    }
    assert!(!out.contains("postkast:"), "{out}");
    out
}

/// The whole suite, its reports and the commands about the environment against a planted system.
fn against_planted(planted: &str) -> Written {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    let plant = Some(planted.to_owned());
    let options = Options {
        listen: ([127, 0, 0, 1], 0).into(),
        database: None,
        fault: None,
        plant,
        mail: None,
    };
    let system = runtime.block_on(start(options)).expect("the reference system starts");
    let project = Project::whole();
    let embedded = project.read("environments/embedded.yaml");
    let remote = embedded
        .replace("liik: sisseehitatud", &format!("liik: test\naadress: {}", system.base_url()))
        // Its database is not planted.
        .replace("andmebaasid:\n  põhi: sisseehitatud\n", "");
    assert!(remote.contains("aadress:"), "{embedded}");
    project.write("environments/lekib.yaml", remote);
    for area in ["mail", "mass_calculation"] {
        let file = format!("environments/bindings/reference/{area}.yaml");
        project.write(&file, without_mailbox(&project.read(&file)));
    }
    // Free requests, so that bodies and headers are compared and told in full; they are the first,
    // while the technical log is short enough to be recorded whole.
    project.write("features/avaproov/leke.feature", FREE);
    let mut written = Written::watch(project);
    // What the answers mean is lost, so steps fail or cannot go on; but all were tried.
    let record = ["--record", "--delivery", "2026.11", "--build", "2026.11.1"];
    let code = written.rakis(&[&["run", "--env", "lekib"], &record[..]].concat());
    assert!(matches!(code, Some(2 | 4)), "{code:?} {:#?}", written.printed);
    written.rakis(&[
        "run",
        "--env",
        "lekib",
        "--junit",
        "jenkins",
        "features/avaproov",
        "--lang",
        "en",
    ]);
    written.rakis(&["env", "check", "lekib"]);
    written.rakis(&["report"]);
    written.rakis(&["review"]);
    written.rakis(&["review", "--json"]);
    written.rakis(&["defects", "list"]);
    for id in ["VIGA-2026-0001", "VIGA-2026-0002"] {
        written.rakis(&["defects", "show", id]);
        written.rakis(&["defects", "show", id, "--json"]);
        written.rakis(&["defects", "comment", id, &format!("isik {planted} kaebas")]);
    }
    written.rakis(&[
        "review",
        "avaproov/tervis",
        "--reject",
        "--why",
        &format!("EE{planted} puudub"),
    ]);
    for file in ["vead.xlsx", "vead.csv", "vead.md", "vead.json"] {
        written.rakis(&["defects", "export", "--out", file]);
    }
    written.rakis(&["next"]);
    runtime.block_on(system.stop());
    written
}

const FREE: &str = "\
# language: et
@no-story-or-req @mod-STAR
Omadus: Leke

  Stsenaarium: Vastus loetakse ja erineb
    Kui teen päringu GET \"/tervis\"
    Siis vastuse olek on 200
    Ja vastuse väärtus \"$.olek\" on \"korras\"

  Stsenaarium: Vastus on hetktõmmis
    Kui teen päringu GET \"/tervis\"
    Siis vastus on nagu hetktõmmisel \"Tervis\"

  Stsenaarium: Kirjeldus on hetktõmmis
    Kui teen päringu GET \"/openapi.json\"
    Siis vastus on nagu hetktõmmisel \"Kirjeldus\"

  Stsenaarium: Kirjeldus
    Kui teen päringu GET \"/openapi.json\"
    Siis vastuse olek on 404

  Stsenaarium: Tehniline logi
    Kui teen päringu GET \"/star/olematu\"
    Ja teen päringu GET \"/star/susteemilogi\"
    Siis vastuse väärtus \"$.x\" on \"y\"
";

fn record(written: &Written) -> Run {
    let folder = written.project.runs().into_iter().next().expect("a run");
    let file = std::fs::File::open(folder.join("run.ndjson")).expect("a record");
    Run::read(std::io::BufReader::new(file)).expect("a readable record")
}

#[test]
fn a_planted_code_of_a_real_person_stands_nowhere_and_the_run_says_where_it_was() {
    let code = real();
    let written = against_planted(&code);
    let all = written.all();
    for ending in [
        "run.ndjson",
        "junit.xml",
        "report.html",
        ".snap.new",
        "defects.sqlite",
        "vead.xlsx",
        "vead.csv",
        "vead.md",
    ] {
        assert!(all.iter().any(|(name, _)| name.ends_with(ending)), "no {ending}");
    }
    assert_eq!(written.holding(&code), Vec::new());
    // Nor what a cut through it would leave.
    assert_eq!(written.holding(&code[..10]), Vec::new());
    assert_eq!(written.holding(&code[..9]), Vec::new());
    let run = record(&written);
    assert!(run.cases.len() > 50, "the record reads whole");
    let found = run.personal_data();
    assert!(found.iter().all(|one| one.case.is_some() && one.line.is_some() && one.count > 0));
    let words = Words::new(Language::En, &rakis::ALL_WORDS);
    let spots: Vec<String> =
        run.personal_data_by_place().iter().map(|spot| words.text(&spot.place)).collect();
    for part in [
        "the header “x-isik” of the answer",
        "the header “location” of the answer",
        "the header “content-disposition” of the answer",
        "the header “x-isik-[isikukood]” of the answer",
        "the body of the answer to “GET /openapi.json”",
        "the body of the answer to “GET /star/susteemilogi”",
        "at $.kood",
        "the actual value",
    ] {
        assert!(spots.iter().any(|spot| spot.contains(part)), "no {part} in {spots:#?}");
    }
}

#[test]
fn a_planted_synthetic_code_is_shown() {
    let written = against_planted(SYNTHETIC);
    let holding = written.holding(SYNTHETIC);
    for ending in ["run.ndjson", "junit.xml", "report.html", "vead.md"] {
        assert!(
            holding.iter().any(|(name, _)| name.ends_with(ending)),
            "no {ending} in {holding:?}"
        );
    }
    assert!(holding.iter().any(|(name, _)| name == "print 0"), "the terminal shows it");
    assert_eq!(record(&written).personal_data(), []);
}

#[test]
fn a_code_that_a_person_wrote_into_a_file_is_not_repeated() {
    let code = real();
    // The excerpt is cut within one of these.
    let wide = "x".repeat(24);
    let row = format!("{code} ").repeat(8);
    let feature = FREE.replace("Vastus loetakse", &format!("{code} loetakse"));
    let table = feature.replace("\"y\"", &format!("\"{}-{}\"", &code[..7], &code[7..]));
    let broken = format!("{table}\n    Siis olematu samm {wide} {row}\n");
    let yaml = format!("nimetus: {code}\nliik: test\naadres: http://{code}/ # {wide} {row}\n");
    let spec = format!("lähteülesanne: STAR-{code}\npealkiri: Isik {code}\n{wide}{code}: {row}\n");
    let mut written = Written::watch(Project::whole());
    written
        .project
        .write("features/avaproov/hea.feature", table)
        .write("environments/vigane.yaml", yaml);
    written.before = files(&written.project.path(""));
    assert_eq!(written.rakis(&["run", "features/avaproov"]), Some(4));
    written.rakis(&["run", "--env", "vigane"]);
    written.rakis(&["env", "check", "vigane"]);
    written.rakis(&["run", "--req", &code]);
    written.rakis(&["run", "--tags", &format!("@{code} and and")]);
    written.rakis(&["run", &format!("features/{code}.feature")]);
    written.rakis(&[
        "run",
        "features/avaproov",
        "--build",
        &code,
        "--delivery",
        &format!("EE{code}"),
    ]);
    written.rakis(&["run", "features/avaproov", &format!("--shuffle={code}")]);
    written.rakis(&[&code]);
    written.rakis(&["report", &code]);
    written.rakis(&["steps", &code]);
    written.rakis(&["reference", "--fault", &code]);
    written.rakis(&["run", "--jobs", &code]);
    written
        .project
        .write("features/avaproov/vigane.feature", broken)
        .write("specs/rights/vigane.yaml", spec);
    let authored = files(&written.project.path(""));
    written.before.extend(authored.into_iter().filter(|(path, _)| {
        path.ends_with("vigane.feature") || path.ends_with("specs/rights/vigane.yaml")
    }));
    assert_eq!(written.rakis(&["check"]), Some(2));
    written.rakis(&["run"]);
    written.rakis(&["derive", "--check"]);
    written.rakis(&["doctor"]);
    // Nor the beginning of a code that the edge of the terminal cut off.
    for part in [&code[..], &code[..10], &code[..7]] {
        assert_eq!(written.holding(part), Vec::new());
    }
    assert!(written.printed.iter().any(|(_, text)| text.contains("[isikukood]")));
    let run = record(&written);
    let words = Words::new(Language::Et, &rakis::ALL_WORDS);
    let told: Vec<String> = run.personal_data().iter().map(|one| words.text(&one.place)).collect();
    assert!(told.iter().any(|place| place.contains("stsenaariumi pealkiri")), "{told:?}");
}
