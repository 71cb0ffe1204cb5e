//! The sentences about letters, on letters sent to a sink.

use std::{
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    path::Path,
};

use rakis_environment::{Environment, MailSink, Started, load};
use rakis_model::{FailureKind, Problems};
use rakis_steps::World;

use crate::{
    echo::{perform, world_on},
    support::path,
};

struct Post {
    world: World,
    sink: MailSink,
    _folder: tempfile::TempDir,
}

async fn post() -> Post {
    let folder = tempfile::tempdir().unwrap();
    let environments = folder.path().join("environments");
    std::fs::create_dir_all(&environments).unwrap();
    // The operations are those of the reference system, with a shorter wait.
    let bound = std::fs::read_to_string(path("environments/bindings/reference/mail.yaml")).unwrap();
    std::fs::write(environments.join("mail.yaml"), bound.replace("oota_s: 5", "oota_s: 1"))
        .unwrap();
    let file = "nimetus: K\nliik: sisseehitatud\nseosed: [mail.yaml]\n";
    std::fs::write(environments.join("k.yaml"), file).unwrap();
    let sink = MailSink::start(|| jiff::Timestamp::UNIX_EPOCH).await.unwrap();
    let environment = environment(folder.path(), &sink);
    Post { world: world_on(environment, folder.path()), sink, _folder: folder }
}

fn environment(root: &Path, sink: &MailSink) -> Environment {
    let mut problems = Problems::new();
    let definition = load(root, "k", &[], &|_: &str| None::<String>, &mut problems);
    let started = Started { address: Some("http://127.0.0.1:1"), database: None, mail: Some(sink) };
    Environment::connect_started(definition.unwrap(), started).unwrap()
}

async fn send(address: SocketAddr, to: &'static [&'static str], subject: &'static str) {
    let to: String = to.iter().map(|to| format!("RCPT TO:<{to}>\r\n")).collect();
    let letter = format!(
        "From: star@naidis.ee\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=p\r\n\r\n--p\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\nKogum 17: arvutus õnnestus.\r\n--p\r\n\
         Content-Type: text/csv; charset=utf-8\r\n\
         Content-Disposition: attachment; filename*=utf-8''kokkuv%C3%B5te.csv\r\n\r\n\
         isikukood;summa\r\n--p--"
    );
    let whole =
        format!("EHLO x\r\nMAIL FROM:<star@naidis.ee>\r\n{to}DATA\r\n{letter}\r\n.\r\nQUIT\r\n");
    let talk = move || {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(whole.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.contains("250 kept"), "{answer}");
    };
    tokio::task::spawn_blocking(talk).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn letters_are_found_by_address_subject_text_and_attachment() {
    let mut post = post().await;
    let address = post.sink.address();
    send(address, &["mari@naidis.ee", "Jaan@naidis.ee"], "Arvutus lõppes").await;
    send(address, &["peeter@naidis.ee"], "Arvutus lõppes").await;
    let text = "\
        jätan teksti \"mari\" meelde nimega \"kes\"
        aadressile \"{kes}@naidis.ee\" on saadetud kiri teemaga \"Arvutus lõppes\"
        kirja tekstis on \"arvutus õnnestus\"
        kirja saatja on \"star@naidis.ee\"
        kirjal on manus \"kokkuvõte.csv\"
        kirja manuses \"kokkuvõte.csv\" on tekst \"isikukood;\"
        aadressile \"kaja@naidis.ee\" ei ole kirja saadetud
        aadressile \"mari@naidis.ee\" ei ole saadetud kirja teemaga \"Arvutus katkes\"
        kirja teemaga \"Arvutus lõppes\" said täpselt:
        | aadress |
        | peeter@naidis.ee |
        | {kes}@naidis.ee |
        | jaan@naidis.ee |
        kirja teemaga \"Arvutus lõppes\", mille tekstis on \"Kogum 17:\", said täpselt:
        | aadress |
        | jaan@naidis.ee |
        | mari@naidis.ee |
        | peeter@naidis.ee |";
    assert_eq!(perform(&mut post.world, text).await, Ok(()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_not_sent_or_sent_to_others_is_told() {
    let mut post = post().await;
    let address = post.sink.address();
    send(address, &["mari@naidis.ee"], "Teade").await;
    send(address, &["mari@naidis.ee", "kaja@naidis.ee"], "Kordus").await;
    send(address, &["mari@naidis.ee"], "Kordus").await;
    let begun = "aadressile \"mari@naidis.ee\" on saadetud kiri teemaga \"Teade\"\n";
    for (text, key, expected, actual) in [
        (
            "aadressile \"mari@naidis.ee\" on saadetud kiri teemaga \"Muu\"",
            "step-mail-sent",
            "Muu",
            "Teade; Kordus; Kordus",
        ),
        ("aadressile \"kaja@naidis.ee\" ei ole kirja saadetud", "step-mail-none", "", "Kordus"),
        (
            "aadressile \"kaja@naidis.ee\" ei ole saadetud kirja teemaga \"Kordus\"",
            "step-mail-none",
            "",
            "Kordus",
        ),
        ("kirjal on manus \"a.pdf\"", "step-mail-attachment", "a.pdf", "kokkuvõte.csv"),
        ("kirja saatja on \"x@y\"", "step-mail-from", "x@y", "star@naidis.ee"),
        ("kirja tekstis on \"katkes\"", "step-mail-text", "katkes", "Kogum 17: arvutus õnnestus."),
    ] {
        let (_, failure) = perform(&mut post.world, &format!("{begun}{text}")).await.unwrap_err();
        assert_eq!((failure.kind, &*failure.message.key), (FailureKind::Failed, key));
        let values = (failure.expected.as_deref(), failure.actual.as_deref());
        assert_eq!(values, (Some(expected), Some(actual)), "{text}");
    }
    // One got it twice, one should not have got it, one did not.
    let table = "kirja teemaga \"Kordus\" said täpselt:\n| aadress |\n| mari@naidis.ee |\n| jaan@naidis.ee |";
    let (_, failure) = perform(&mut post.world, table).await.unwrap_err();
    assert_eq!(failure.message.key, "step-mail-recipients");
    // The second letter to Mari and the one to Kaja are too many, Jaan's is missing.
    assert_eq!(failure.differences.len(), 3, "{failure:?}");
    let mut early = self::post().await;
    let (_, failure) = perform(&mut early.world, "kirja tekstis on \"x\"").await.unwrap_err();
    assert_eq!(
        (failure.kind, &*failure.message.key),
        (FailureKind::Invalid, "step-mail-no-letter")
    );
}
