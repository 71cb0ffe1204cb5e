//! Interested parties are told by mail at start, end and failure; nobody else is.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use rakis_reference_system::{Options, start};
use serde_json::json;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

use crate::support::{Caller, Stage, options};

/// A letter as it came: recipient and text.
type Letters = Arc<Mutex<Vec<(String, String)>>>;

/// An SMTP server that takes every letter, except those to addresses that begin with `tagasi`.
async fn sink() -> (SocketAddr, Letters) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (address, letters) = (listener.local_addr().unwrap(), Letters::default());
    let kept = Arc::clone(&letters);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(talk(stream, Arc::clone(&kept)));
        }
    });
    (address, letters)
}

async fn talk(stream: TcpStream, letters: Letters) {
    let mut stream = BufReader::new(stream);
    let (mut recipient, mut text, mut in_data) = (String::new(), String::new(), false);
    let mut answer = "220 katse ESMTP\r\n".to_owned();
    loop {
        stream.get_mut().write_all(answer.as_bytes()).await.unwrap();
        let mut line = String::new();
        if stream.read_line(&mut line).await.unwrap_or(0) == 0 {
            return;
        }
        answer = match line.trim_end() {
            "." if in_data => {
                in_data = false;
                letters.lock().unwrap().push((recipient.clone(), std::mem::take(&mut text)));
                "250 võetud\r\n".replace('õ', "o")
            }
            _ if in_data => {
                text.push_str(&line);
                String::new()
            }
            "DATA" => {
                in_data = true;
                "354 go\r\n".to_owned()
            }
            command if command.starts_with("RCPT TO:<tagasi") => "550 no such box\r\n".to_owned(),
            command => {
                recipient = command.strip_prefix("RCPT TO:").map_or(recipient, str::to_owned);
                "250 ok\r\n".to_owned()
            }
        };
    }
}

async fn told(stage: &Stage, email: &str) {
    stage.post("/huvitatud", json!({"nimi": "Õnne Žürii", "epost": email})).await.is(201);
}

#[tokio::test]
async fn each_party_is_told_of_start_end_and_failure_and_a_dry_run_to_nobody() {
    let (address, letters) = sink().await;
    let running = start(Options { mail: Some(address), ..options() }).await.unwrap();
    let caller = Caller::new(&running);
    let stage = caller.population(json!({"suurus": 20, "alates": 2025})).await;
    told(&stage, "onne@naidis.ee").await;
    told(&stage, "tagasi@naidis.ee").await;
    let asked =
        json!({"liik": "keskmine", "aasta": 2025, "tahtaeg": "2026-03-31", "osa_suurus": 10});
    let mut dry = asked.clone();
    dry["prooviarvutus"] = true.into();
    stage.job(dry).await;
    assert_eq!(letters.lock().unwrap().len(), 0);
    let mut interrupted = asked.clone();
    interrupted["katkesta_parast"] = 10.into();
    let job = stage.job(interrupted).await;
    job.resume(crate::support::MARCH).await.is(202);
    job.settled().await;
    let got = letters.lock().unwrap().clone();
    assert!(got.iter().all(|(recipient, _)| recipient == "<onne@naidis.ee>"), "{got:?}");
    let subjects: Vec<_> = got.iter().map(|(_, text)| text.contains("protokoll.csv")).collect();
    assert_eq!(subjects, [false, false, true], "only the last one has the protocol");
    assert!(got[0].1.contains("Date: Tue, 10 Mar 2026 07:00:0"), "{}", got[0].1);
    assert!(got[1].1.contains("P=C3=B5hjus: Katkestuse katse."), "{}", got[1].1);
    assert!(got[2].1.contains("j=C3=A4tkamine;10"), "{}", got[2].1);
    let notices = job.get("/teated").await.is(200).body["teated"].clone();
    let brief: Vec<_> = notices
        .as_array()
        .unwrap()
        .iter()
        .map(|notice| {
            format!("{} {} {}", notice["liik"], notice["olek"], notice["katseid"]).replace('"', "")
        })
        .collect();
    assert_eq!(
        brief,
        [
            "algus saadetud 1",
            "algus ebaõnnestunud 3",
            "tõrge saadetud 1",
            "tõrge ebaõnnestunud 3",
            "lõpp saadetud 1",
            "lõpp ebaõnnestunud 3",
        ]
    );
    let protocol = job.get("/protokoll").await.body["kirjed"].to_string();
    assert!(protocol.contains("saatmine ebaõnnestus: tagasi@naidis.ee, katseid 3"), "{protocol}");
    running.stop().await;
}

#[tokio::test]
async fn a_job_ends_although_the_mail_server_is_gone_and_without_one_notices_can_be_read() {
    let gone = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    for (mail, state) in [(Some(gone), "ebaõnnestunud"), (None, "ootel")] {
        let running = start(Options { mail, ..options() }).await.unwrap();
        let stage = Caller::new(&running).population(json!({"suurus": 5, "alates": 2025})).await;
        told(&stage, "onne@naidis.ee").await;
        let job = stage.run(json!({"liik": "keskmine", "aasta": 2025})).await;
        let notices = job.get("/teated").await.body["teated"].clone();
        assert_eq!(notices.as_array().unwrap().len(), 2);
        for notice in notices.as_array().unwrap() {
            assert_eq!(notice["olek"], state, "{notice}");
        }
        assert_eq!(notices[1]["teema"], "Massarvutus lõppes: keskmine 2025");
        running.stop().await;
    }
}
