//! The mail sink: what it keeps, what it refuses, and how operations find letters in it.

use std::{net::SocketAddr, time::Duration};

use proptest::prelude::*;
use rakis_environment::{Environment, MailSink, Performed, Started, Variables, load};
use rakis_model::{FailureKind, Problems};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use crate::common::{load_test, project};

const OPERATIONS: &str = "\
toimingud:
  loe: { postkast: { saaja: \"{saaja?}\", teema: \"{teema?}\", tekst: \"{tekst?}\", alates: \"{alates?}\", oota_s: \"{oota?}\", vähemalt: \"{arv?}\" }, vastus: { kirjad: $.kirjad, järgmine: $.järgmine } }
  loe üks: { postkast: { saaja: \"{saaja}\", oota_s: 0 }, oodatud kirju: 1 }
";

fn now() -> jiff::Timestamp {
    "2026-03-02T07:00:00Z".parse().unwrap()
}

struct Post {
    sink: MailSink,
    environment: Environment,
}

impl Post {
    async fn new() -> Self {
        let project = project(&[
            ("environments/s.yaml", "nimetus: S\nliik: sisseehitatud\nseosed: [b.d]\n"),
            ("environments/b.d/b.yaml", OPERATIONS),
        ]);
        let mut problems = Problems::new();
        let definition = load(project.path(), "s", &[], &|_: &str| None, &mut problems);
        let sink = MailSink::start(now).await.unwrap();
        let started =
            Started { address: Some("http://127.0.0.1:1"), database: None, mail: Some(&sink) };
        let environment = Environment::connect_started(definition.unwrap(), started).unwrap();
        Self { sink, environment }
    }

    async fn ask(&self, operation: &str, variables: Value) -> Performed {
        let variables: Variables = serde_json::from_value(variables).unwrap();
        self.environment.perform(operation, &variables).await
    }

    async fn letters(&self, variables: Value) -> Vec<Value> {
        let reply = self.ask("loe", variables).await.result.unwrap();
        reply.json().unwrap()["kirjad"].as_array().unwrap().clone()
    }

    async fn everything(&self) -> Vec<Value> {
        self.letters(json!({"arv": 0})).await
    }
}

/// Sends bytes as they are and tells what was answered.
async fn raw(address: SocketAddr, bytes: &[u8]) -> String {
    let stream = TcpStream::connect(address).await.unwrap();
    let (mut read, mut write) = stream.into_split();
    let bytes = bytes.to_vec();
    let sending = tokio::spawn(async move {
        let _ = write.write_all(&bytes).await;
        let _ = write.shutdown().await;
    });
    let mut answer = Vec::new();
    let reading = read.read_to_end(&mut answer);
    let _ = tokio::time::timeout(Duration::from_secs(20), reading).await.expect("it ends");
    sending.await.unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

fn conversation(from: &str, to: &[&str], letter: &str) -> Vec<u8> {
    let to: String = to.iter().map(|to| format!("RCPT TO:<{to}>\r\n")).collect();
    let letter = letter.replace('\n', "\r\n");
    format!("EHLO x\r\nMAIL FROM:<{from}>\r\n{to}DATA\r\n{letter}\r\n.\r\nQUIT\r\n").into_bytes()
}

const LETTER: &str = "\
From: =?UTF-8?Q?S=C3=BCsteem?= <star@naidis.ee>
To: Mari <mari@naidis.ee>, jaan@naidis.ee
Cc: koopia@naidis.ee
Subject: =?utf-8?B?UGVuc2lvbmlkIMO1aWVuZGF0dWQg4oCT?= =?utf-8?Q?_teade?=
Date: Mon, 2 Mar 2026 09:00:00 +0200
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=piir

--piir
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Arvutus =C3=B5nnestus.=20
Ridu: 1=
234
--piir
Content-Type: text/csv; charset=iso-8859-15; name*=utf-8''kokkuv%C3%B5te.csv
Content-Disposition: attachment; filename*=utf-8''kokkuv%C3%B5te.csv
Content-Transfer-Encoding: base64

YTtiCjE7tfUK
--piir
Content-Type: application/pdf
Content-Disposition: attachment; filename=\"=?utf-8?Q?=C3=BClevaade.pdf?=\"
Content-Transfer-Encoding: base64

JVBERi0A/w==
--piir--
";

#[tokio::test]
async fn a_letter_is_read_with_its_words_recipients_and_attachments() {
    let post = Post::new().await;
    let to = ["mari@naidis.ee", "jaan@naidis.ee", "koopia@naidis.ee", "salakoopia@naidis.ee"];
    let told = raw(post.sink.address(), &conversation("tagasi@naidis.ee", &to, LETTER)).await;
    assert!(
        told.contains("354") && told.contains("250 kept") && told.ends_with("221 bye\r\n"),
        "{told}"
    );
    let letters = post.letters(json!({"saaja": "SALAKOOPIA@naidis.ee"})).await;
    let expected = json!([{
        "saatja": "star@naidis.ee",
        "saatja_nimi": "Süsteem",
        "saajad": ["mari@naidis.ee", "jaan@naidis.ee", "koopia@naidis.ee"],
        "ümbriku_saatja": "tagasi@naidis.ee",
        "ümbriku_saajad": to,
        "teema": "Pensionid õiendatud – teade",
        "saadetud": "2026-03-02T09:00:00+02:00",
        "tekst": "Arvutus õnnestus. \nRidu: 1234",
        "manused": [
            {"nimi": "kokkuvõte.csv", "liik": "text/csv", "suurus": 11, "tekst": "a;b\n1;µõ"},
            {"nimi": "ülevaade.pdf", "liik": "application/pdf", "suurus": 7, "tekst": null},
        ],
        "nr": 1,
        "saabus": "2026-03-02T07:00:00Z",
    }]);
    assert_eq!(Value::from(letters), expected);
}

#[tokio::test]
async fn dots_at_the_start_of_lines_come_through_and_end_nothing() {
    let post = Post::new().await;
    let letter = "Subject: punktid\n\n..\n...kaks\ntavaline.\n.\\\n..lõpp";
    raw(post.sink.address(), &conversation("a@b", &["c@d"], letter)).await;
    // Only CRLF . CRLF is an end; bare line feeds are part of the letter.
    let bare = b"HELO x\r\nMAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\nSubject: x\r\n\r\nyks\n.\nMAIL FROM:<kuri@b>\r\n.\r\nQUIT\r\n";
    raw(post.sink.address(), bare).await;
    let letters = post.letters(json!({"arv": 2})).await;
    assert_eq!(letters[0]["tekst"], ".\n..kaks\ntavaline.\n\\\n.lõpp");
    assert_eq!(letters[1]["tekst"], "yks\n.\nMAIL FROM:<kuri@b>");
    assert_eq!(letters.len(), 2);
}

#[tokio::test]
async fn rules_of_the_conversation_are_kept() {
    for (said, answers) in [
        ("MAIL FROM:<a@b>", "503"),
        ("EHLO x|RCPT TO:<a@b>", "250 503"),
        ("EHLO x|MAIL FROM:<a@b>|DATA", "250 250 503"),
        ("EHLO x|MAIL FROM:<a@b>|MAIL FROM:<a@b>", "250 250 503"),
        ("EHLO x|MAIL FROM:<a@b>|RSET|RCPT TO:<a@b>", "250 250 250 503"),
        ("EHLO x|MAIL FROM:<>|RCPT TO:<a@b>", "250 250 250"),
        ("EHLO x|MAIL FROM:a@b", "250 501"),
        ("EHLO x|mail from: <a@b> BODY=8BITMIME|rcpt to:<>", "250 250 501"),
        ("EHLO x|MAIL FROM:<a@b> SIZE=10485761", "250 552"),
        ("EHLO x|MAIL FROM:<a@b> SIZE=10485760", "250 250"),
        ("HELO x|VRFY a|NOOP|HELP|AUTH PLAIN|xyz|", "250 252 250 502 502 500 500"),
    ] {
        let post = Post::new().await;
        let bytes = said.replace('|', "\r\n") + "\r\nQUIT\r\n";
        let told = raw(post.sink.address(), bytes.as_bytes()).await;
        let codes = told.lines().filter(|line| line.as_bytes().get(3) == Some(&b' '));
        let codes: Vec<_> = codes.map(|line| &line[..3]).collect();
        assert_eq!(codes.join(" "), format!("220 {answers} 221"), "{said}");
        assert!(post.everything().await.is_empty());
    }
}

#[tokio::test]
async fn what_is_cut_off_or_too_large_is_not_kept() {
    let post = Post::new().await;
    let address = post.sink.address();
    let whole = conversation("a@b", &["c@d"], LETTER);
    for cut in [10, 60, 100, whole.len() / 2, whole.len() - 12] {
        raw(address, &whole[..cut]).await;
    }
    assert!(post.everything().await.is_empty());
    // 10 MB is the limit to the byte: head, blank line and text.
    let head = "Subject: suur\r\n\r\n";
    for (size, answer) in [(10 * 1024 * 1024, "250 kept"), (10 * 1024 * 1024 + 1, "552")] {
        let text = "x".repeat(size - head.len() - 2);
        let start = "EHLO x\r\nMAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\n";
        let bytes = format!("{start}{head}{text}\r\n.\r\nQUIT\r\n");
        let told = raw(address, bytes.as_bytes()).await;
        assert!(told.contains(answer), "{size} {told}");
    }
    let endless = vec![b'x'; 1024 * 1024];
    let told = raw(address, &endless).await;
    assert!(told.contains("500 line too long") || told == "220 rakis ESMTP\r\n", "{told}");
    assert_eq!(post.everything().await.len(), 1);
}

#[tokio::test]
async fn many_at_once_lose_nothing_and_filters_keep_them_apart() {
    let post = Post::new().await;
    let address = post.sink.address();
    let send = |number: usize| async move {
        let to = format!("isik{}@naidis.ee", number % 10);
        let letter = format!("Subject: teade {number}\nTo: {to}\n\nrida {number}\n");
        raw(address, &conversation("a@b", &[&to], &letter)).await
    };
    for round in 0..5 {
        let told = futures_util::future::join_all((0..40).map(|one| send(round * 40 + one))).await;
        assert!(told.iter().all(|told| told.contains("250 kept")));
    }
    assert_eq!(post.everything().await.len(), 200);
    assert_eq!(post.letters(json!({"saaja": "isik3@naidis.ee"})).await.len(), 20);
    assert_eq!(post.letters(json!({"teema": "teade 123"})).await[0]["tekst"], "rida 123");
    assert_eq!(post.letters(json!({"tekst": "rida 199"})).await.len(), 1);
    assert_eq!(post.letters(json!({"teema": "teade", "oota": 0})).await.len(), 0);
    let after = post.letters(json!({"alates": 191, "arv": 0})).await;
    assert_eq!(after.len(), 10, "numbers let a scenario look at what came since");
    assert_eq!(post.ask("loe", json!({"arv": 0})).await.result.unwrap().captures["järgmine"], 201);
}

#[tokio::test]
async fn waiting_ends_when_enough_came_or_the_time_is_up() {
    let post = Post::new().await;
    let letter = conversation("a@b", &["mari@naidis.ee"], "Subject: hiline\n\n\n");
    let later = async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        raw(post.sink.address(), &letter).await
    };
    let waiting = post.letters(json!({"saaja": "mari@naidis.ee", "oota": 30}));
    let (letters, _) = tokio::join!(waiting, later);
    assert_eq!(letters.len(), 1);
    assert!(post.letters(json!({"saaja": "jaan@naidis.ee", "oota": 1})).await.is_empty());
    for wrong in [json!({"oota": 61}), json!({"oota": "kaua"}), json!({"arv": -1})] {
        let failure = post.ask("loe", wrong).await.result.unwrap_err();
        assert_eq!(
            (failure.kind, &*failure.message.key),
            (FailureKind::Invalid, "env-mail-number")
        );
    }
    let one = post.ask("loe üks", json!({"saaja": "mari@naidis.ee"})).await;
    assert!(one.result.is_ok());
    let none = post.ask("loe üks", json!({"saaja": "jaan@naidis.ee"})).await.result.unwrap_err();
    assert_eq!((none.kind, &*none.message.key), (FailureKind::Failed, "env-mail-count"));
}

#[tokio::test]
async fn people_in_letters_are_not_recorded() {
    let post = Post::new().await;
    let letter = "Subject: Isik 38001085718\n\nIsikukood 38001085718, parool: x\n";
    raw(post.sink.address(), &conversation("a@b", &["c@d"], letter)).await;
    let performed = post.ask("loe", json!({"tekst": "38001085718"})).await;
    assert!(performed.result.as_ref().unwrap().text.contains("38001085718"), "checks see all");
    let exchange = performed.exchange;
    assert_eq!(exchange.method, "POSTKAST");
    let shown = format!("{exchange:?}");
    assert!(!shown.contains("38001085718") && shown.contains("Isikukood"), "{shown}");
}

#[tokio::test]
async fn an_environment_without_a_sink_says_what_to_do() {
    let project = project(&[
        (
            "environments/test.yaml",
            "nimetus: T\nliik: test\naadress: http://127.0.0.1:1\nseosed: [b.d]\n",
        ),
        ("environments/b.d/b.yaml", OPERATIONS),
    ]);
    let definition = load_test(project.path(), &[]).0.unwrap();
    assert!(definition.operations["loe"].unavailable.is_some());
    let environment = Environment::connect(definition, None).unwrap();
    let failure = environment.perform("loe", &Variables::new()).await.result.unwrap_err();
    assert_eq!((failure.kind, &*failure.message.key), (FailureKind::Invalid, "env-mail-none"));
    assert_eq!(failure.hints[0].key, "env-mail-none-hint");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Whatever is said, the sink answers, ends, and takes the next letter.
    #[test]
    fn hostile_bytes_harm_nothing(
        pieces in prop::collection::vec(
            prop_oneof![
                prop::sample::select(vec![
                    "EHLO x\r\n", "MAIL FROM:<a@b>\r\n", "RCPT TO:<c@d>\r\n", "DATA\r\n", ".\r\n",
                    "\r\n", "\n", "\r", ".", "RSET\r\n", "Subject: =?utf-8?B?", "=?x?Q?=ZZ?=",
                    "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a", "--a--", "\0",
                    "Content-Transfer-Encoding: base64\r\n\r\n====", "From: <<>@>\r\n",
                ]).prop_map(|text| text.as_bytes().to_vec()),
                prop::collection::vec(any::<u8>(), 0..200),
            ],
            0..40,
        ),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let post = Post::new().await;
            let told = raw(post.sink.address(), &pieces.concat()).await;
            assert!(told.starts_with("220 "), "{told}");
            let before = post.everything().await.len();
            let good = conversation("a@b", &["c@d"], "Subject: õ\n\nkorras");
            assert!(raw(post.sink.address(), &good).await.contains("250 kept"));
            assert_eq!(post.everything().await.len(), before + 1);
        });
    }
}
