//! Temporary projects and small servers that misbehave as told.

use std::{
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use rakis_environment::{Definition, load};
use rakis_model::Problems;
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::Notify,
};

/// A project with these files.
pub(crate) fn project(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

/// Environment variables of the tests.
pub(crate) fn variables(name: &str) -> Option<String> {
    match name {
        "TEST_VÕTI" => Some("väga salajane/võti\n".to_owned()),
        "TEST_LYHIKE" => Some("abc".to_owned()),
        "TEST_TÜHI" => Some(String::new()),
        _ => None,
    }
}

/// Loads `environments/test.yaml`, with the diagnostics as lines.
pub(crate) fn load_test(root: &Path, production: &[&str]) -> (Option<Definition>, Vec<String>) {
    let production: Vec<String> = production.iter().map(|&host| host.to_owned()).collect();
    let mut problems = Problems::new();
    let definition = load(root, "test", &production, &variables, &mut problems);
    let lines = problems.into_sorted();
    let lines = lines.iter().map(|one| {
        let place = one.place.as_ref().map_or_else(|| "–".to_owned(), ToString::to_string);
        let word = one.hints.iter().find(|hint| hint.key == "did-you-mean");
        let word = word.map_or_else(String::new, |hint| format!(" ({})", hint.args[0].1));
        format!("{} {}{word}", place.trim_start_matches("environments/"), one.message.key)
    });
    (definition, lines.collect())
}

/// How a server ends its answer.
#[derive(Clone, Copy, Debug)]
pub(crate) enum End {
    /// Closes the connection.
    Close,
    /// Says nothing more and keeps the connection open.
    Hang,
    /// One byte after another without an end.
    Drip,
    /// As much as anybody will read.
    Flood,
}

/// A server on loopback.
pub(crate) struct Server {
    /// `http://127.0.0.1:…`
    pub(crate) address: String,
    /// Requests as they came, head and body.
    pub(crate) requests: Arc<Mutex<Vec<String>>>,
    /// Most requests at once.
    pub(crate) most_at_once: Arc<AtomicUsize>,
    /// Told when a client went away from a hanging answer.
    pub(crate) gone: Arc<Notify>,
}

impl Server {
    /// Answers every request with these bytes.
    pub(crate) async fn start(answer: impl Into<Vec<u8>>, end: End) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = Self {
            address: format!("http://{}", listener.local_addr().unwrap()),
            requests: Arc::default(),
            most_at_once: Arc::default(),
            gone: Arc::default(),
        };
        let (requests, most) = (server.requests.clone(), server.most_at_once.clone());
        let (gone, answer) = (server.gone.clone(), Arc::new(answer.into()));
        let now = Arc::new(AtomicUsize::new(0));
        tokio::spawn(async move {
            loop {
                let Ok((mut stream, _)) = listener.accept().await else { return };
                let (requests, most, now) = (requests.clone(), most.clone(), now.clone());
                let (gone, answer) = (gone.clone(), answer.clone());
                tokio::spawn(async move {
                    let request = read_request(&mut stream).await;
                    most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    requests.lock().unwrap().push(request);
                    // Time for others to come in, were they allowed to.
                    tokio::time::sleep(Duration::from_millis(20)).await;
                    now.fetch_sub(1, Ordering::SeqCst);
                    let _ = stream.write_all(&answer).await;
                    finish(stream, end).await;
                    gone.notify_one();
                });
            }
        });
        server
    }

    /// How many requests came.
    pub(crate) fn count(&self) -> usize {
        self.requests.lock().unwrap().len()
    }
}

async fn finish(mut stream: TcpStream, end: End) {
    match end {
        End::Close => {}
        End::Hang => {
            let mut nothing = [0; 1];
            let _ = stream.read(&mut nothing).await;
        }
        End::Drip => {
            while stream.write_all(b"x").await.is_ok() {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        }
        End::Flood => {
            let block = vec![b'x'; 64 * 1024];
            while stream.write_all(&block).await.is_ok() {}
        }
    }
}

async fn read_request(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut block = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, _)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
            let length: usize = length.map_or(0, |length| length.parse().unwrap());
            if bytes.len() >= head.len() + 4 + length {
                return text;
            }
        }
        if bytes.first().is_some_and(|first| !first.is_ascii_uppercase()) {
            // No HTTP, a TLS greeting.
            return text;
        }
        match stream.read(&mut block).await {
            Ok(0) | Err(_) => return text,
            Ok(read) => bytes.extend_from_slice(&block[..read]),
        }
    }
}

/// An answer with a length and the connection closed after it.
pub(crate) fn answer(status: &str, headers: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n"
    );
    [head.as_bytes(), body].concat()
}
