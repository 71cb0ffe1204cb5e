//! A system that tells back what it was asked, on this machine, to try sentences on.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::Path,
    sync::Arc,
    thread,
};

use cucumber::{gherkin, step::Context};
use futures_util::FutureExt;
use rakis_compare::snapshot::Store;
use rakis_environment::Environment;
use rakis_model::{Failure, Problems};
use rakis_steps::{Approved, People, Scene, World};
use serde_json::{Value, json};

use crate::support::definitions;

const ENVIRONMENT: &str = "
nimetus: Kaja
liik: test
aadress: http://ADDRESS
seosed: [bindings]
päised: { X-Katseaeg: '{katseaeg?}' }
";
const BINDINGS: &str = "
toimingud:
  ütle: { päring: 'POST /{süsteem}/ütle', keha: { isik: '{isik?}', rollid: '{rollid?}' }, oodatud: 200, vastus: { tee: $.tee } }
  proovi: { päring: GET /keelatud, oodatud: 200 }
  kuku: { päring: GET /katki, oodatud: 200 }
";

/// A sentence with what stands below it.
pub(crate) struct Sentence {
    text: String,
    table: Option<Vec<Vec<String>>>,
    docstring: Option<String>,
}

/// Sentences written one a line; `| … |` below one is its table, `> …` its text.
pub(crate) fn sentences(text: &str) -> Vec<Sentence> {
    let mut found: Vec<Sentence> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(row) = line.strip_prefix('|') {
            let cells = row.trim_end_matches('|').split('|').map(|cell| cell.trim().to_owned());
            let last = found.last_mut().unwrap();
            last.table.get_or_insert_default().push(cells.collect());
        } else if let Some(text) = line.strip_prefix('>') {
            found.last_mut().unwrap().docstring = Some(text.trim().to_owned());
        } else {
            found.push(Sentence { text: line.to_owned(), table: None, docstring: None });
        }
    }
    found
}

/// Performs sentences one after another; the first that does not hold, with its failure.
pub(crate) async fn perform(world: &mut World, text: &str) -> Result<(), (String, Failure)> {
    let definitions = definitions();
    for sentence in sentences(text) {
        let one = definitions.iter().find(|one| one.regex.is_match(&sentence.text));
        let one = one.unwrap_or_else(|| panic!("no such sentence: {}", sentence.text));
        let captures = one.regex.captures(&sentence.text).unwrap();
        let names = one.regex.capture_names().map(|name| name.map(str::to_owned));
        let values = captures.iter().map(|group| group.map_or("", |g| g.as_str()).to_owned());
        let context = Context { matches: names.zip(values).collect(), step: step(&sentence) };
        let done = std::panic::AssertUnwindSafe((one.function)(world, context)).catch_unwind();
        if let Err(reason) = done.await {
            let failure = reason.downcast::<Failure>().unwrap_or_else(|_| panic!("untyped end"));
            return Err((sentence.text, *failure));
        }
    }
    Ok(())
}

fn step(sentence: &Sentence) -> gherkin::Step {
    let span = gherkin::Span::default();
    let position = gherkin::LineCol::default();
    let table = sentence.table.clone().map(|rows| gherkin::Table { rows, span, position });
    gherkin::Step {
        keyword: String::new(),
        ty: gherkin::StepType::Given,
        value: sentence.text.clone(),
        docstring: sentence.docstring.clone(),
        table,
        span,
        position,
    }
}

/// A world whose system tells back what it was asked. To be called inside a tokio runtime.
pub(crate) fn world() -> World {
    world_in(tempfile::tempdir().unwrap().path())
}

/// The same with its project in this folder, where its snapshots stay.
pub(crate) fn world_in(root: &Path) -> World {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || listener.incoming().flatten().for_each(answer));
    let folder = root.join("environments");
    fs::create_dir_all(folder.join("bindings")).unwrap();
    let file = ENVIRONMENT.replace("ADDRESS", &address.to_string());
    fs::write(folder.join("kaja.yaml"), file).unwrap();
    fs::write(folder.join("bindings/kaja.yaml"), BINDINGS).unwrap();
    world_on(environment(root), root)
}

/// A world on any environment.
pub(crate) fn world_on(environment: Environment, root: &Path) -> World {
    let approved = Approved {
        store: Arc::new(Store::open(root.join("snapshots"))),
        run: "katse".to_owned(),
        now: || jiff::Timestamp::UNIX_EPOCH,
    };
    let scene = Scene {
        file: "features/rights/proov.feature".to_owned(),
        tags: vec!["@mod-STAR".to_owned(), "@req-P-1.1".to_owned()],
        ..Scene::default()
    };
    World::start(environment, Arc::new(People::new(0)), approved, scene)
}

fn environment(root: &Path) -> Environment {
    let mut problems = Problems::new();
    let lookup = |_: &str| None::<String>;
    let definition = rakis_environment::load(root, "kaja", &[], &lookup, &mut problems);
    Environment::connect(definition.unwrap_or_else(|| panic!("{problems:?}")), None).unwrap()
}

fn answer(mut stream: TcpStream) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut head = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        if line.trim().is_empty() {
            break;
        }
        head.push(line.trim().to_owned());
    }
    let header = |name: &str| {
        head.iter().find_map(|line| line.to_lowercase().strip_prefix(name).map(str::to_owned))
    };
    let length = header("content-length:").and_then(|value| value.trim().parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let text = String::from_utf8(body).unwrap();
    let mut asked = head.first().map(String::as_str).unwrap_or_default().split(' ');
    let (method, path) = (asked.next().unwrap_or_default(), asked.next().unwrap_or_default());
    let (status, told) = match path {
        "/keelatud" => (403, json!({"kood": "OIG-003", "teade": "Ei ole õigust."})),
        "/katki" => (500, json!({"kood": "OIG-500"})),
        _ => (200, told(method, path, header("x-katseaeg:"), &text)),
    };
    let told = told.to_string();
    let head = format!(
        "HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close",
        told.len()
    );
    stream.write_all(format!("{head}\r\n\r\n{told}").as_bytes()).unwrap();
}

fn told(method: &str, path: &str, clock: Option<String>, body: &str) -> Value {
    json!({
        "meetod": method, "tee": path, "kell": clock.unwrap_or_default().trim().to_uppercase(),
        "keha": serde_json::from_str::<Value>(body).unwrap_or_else(|_| body.into()),
        "summa": "1234.56", "päev": "2026-12-31", "isik": "60001019906", "korras": true,
        "read": [{"nimi": "Õie", "arv": 1}, {"nimi": "Jüri", "arv": 2}],
    })
}
