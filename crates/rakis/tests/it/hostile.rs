//! A system that answers 500, garbage, nothing, 100 MB, or hangs: broken or failed with the
//! exchange shown, never a panic, never a hang, and reports that stay well-formed.

use std::{
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
    time::Duration,
};

use crate::program::Project;

const FEATURE: &str = "\
# language: et
@no-story-or-req @mod-STAR
Omadus: Proov

  Stsenaarium: Üks
    Kui teen päringu GET \"/x\"
    Siis vastuse olek on 200
    Ja vastuse väärtus \"$.nimi\" on \"Mari\"
";

/// A server that answers every `GET /x` in its own way and everything else with a healthy word.
fn server(answer: fn(&mut TcpStream)) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            std::thread::spawn(move || serve(stream, answer));
        }
    });
    format!("http://{address}")
}

fn serve(mut stream: TcpStream, answer: fn(&mut TcpStream)) {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|n| n == 1) {
        head.push(byte[0]);
    }
    if head.starts_with(b"GET /x") {
        answer(&mut stream);
    } else {
        let body = "{\"olek\":\"korras\"}";
        let _ = write!(
            stream,
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
    }
}

/// Runs the feature against such a server; the exit code and JUnit of the run.
fn run(answer: fn(&mut TcpStream)) -> (i32, String, String) {
    let project = Project::empty();
    project.write("features/proov/proov.feature", FEATURE);
    let address = server(answer);
    project.write(
        "environments/vaenulik.yaml",
        format!(
            "nimetus: Vaenulik\nliik: test\naadress: {address}\nseosed: [bindings/reference]\npiirid: {{ ühendus_s: 1, päring_s: 2, vastus_mb: 2 }}\n"
        ),
    );
    let ended = project.rakis(&["run", "--env", "vaenulik"]);
    let code = ended.code.unwrap_or_else(|| panic!("no code\n{}\n{}", ended.out, ended.err));
    assert!(!ended.err.contains("panicked"), "{}", ended.err);
    assert!(!ended.out.contains('\u{1b}'), "no escape reaches the terminal");
    (code, project.report("junit.xml"), project.report("report.html"))
}

#[test]
fn errors_and_nothing() {
    let (code, junit, _) = run(|stream| {
        let _ = stream.write_all(b"HTTP/1.1 500 Oops\r\ncontent-length: 4\r\n\r\nkatk");
    });
    assert_eq!(code, 4);
    assert!(junit.contains("500") && junit.contains("katk"), "{junit}");
    assert_eq!(run(|_| {}).0, 3, "closed without a word");
    assert_eq!(
        run(|stream| {
            let _ = stream.write_all(b"mis see on\r\n\r\n");
        })
        .0,
        3,
        "no HTTP"
    );
    assert_eq!(
        run(|stream| {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 400\r\n\r\n{\"nimi\":");
        })
        .0,
        3,
        "cut off"
    );
}

#[test]
fn too_much_and_never() {
    let (code, junit, _) = run(|stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 104857600\r\n\r\n");
        let block = [b'x'; 65536];
        while stream.write_all(&block).is_ok() {}
    });
    assert_eq!(code, 3, "100 MB");
    assert!(junit.len() < 1_000_000);
    let (code, junit, _) = run(|_| std::thread::sleep(Duration::from_secs(30)));
    assert_eq!(code, 3, "hangs");
    assert!(junit.contains("/x"), "the exchange is shown: {junit}");
}

#[test]
fn what_breaks_html_and_xml() {
    let (code, junit, html) = run(|stream| {
        let body =
            "{\"nimi\":\"]]></failure><script>alert(1)</script>\u{1}\u{1b}[31m\u{FFFE}\\u0000\"}";
        let _ = write!(stream, "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len());
    });
    assert_eq!(code, 4);
    assert!(!html.contains("<script>alert(1)"), "the answer is text, not a program");
    assert!(!junit.contains('\u{1b}') && !junit.contains('\u{1}') && !junit.contains('\u{FFFE}'));
    let mut reader = quick_xml::Reader::from_str(&junit);
    while reader.read_event().expect("well-formed XML") != quick_xml::events::Event::Eof {}
}

#[test]
fn a_system_that_is_not_there() {
    let project = Project::empty();
    project.write("features/proov/proov.feature", FEATURE);
    let free = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
    project.write(
        "environments/puudub.yaml",
        format!(
            "nimetus: Puudub\nliik: test\naadress: http://{free}\nseosed: [bindings/reference]\n"
        ),
    );
    project.rakis(&["run", "--env", "puudub"]).code(3).tells(&["Puudub", &free.to_string()]);
    assert!(project.runs().is_empty());
}
