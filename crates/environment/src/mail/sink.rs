//! The SMTP server on loopback that takes every letter.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use jiff::Timestamp;
use tokio::{
    io::AsyncWriteExt as _,
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    task::{JoinHandle, JoinSet},
    time::{sleep, timeout},
};

use super::{mailbox::Mailbox, session};

/// Connections at once.
const CONNECTIONS: usize = 64;
/// Longest conversation.
const CONVERSATION: Duration = Duration::from_secs(300);

/// A running sink; it ends when this goes.
#[derive(Debug)]
pub struct MailSink {
    address: SocketAddr,
    mailbox: Mailbox,
    server: JoinHandle<()>,
}

impl MailSink {
    /// Listens on a free port of this machine, on the runtime it is called in. `now` tells when a
    /// letter arrives.
    ///
    /// # Errors
    /// No port can be had.
    pub async fn start(now: fn() -> Timestamp) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let mailbox = Mailbox::new(now);
        let server = tokio::spawn(serve(listener, mailbox.clone()));
        Ok(Self { address, mailbox, server })
    }

    /// Where it listens.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    pub(crate) fn mailbox(&self) -> Mailbox {
        self.mailbox.clone()
    }
}

impl Drop for MailSink {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn serve(listener: TcpListener, mailbox: Mailbox) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    // Conversations end with the server: aborted with this set.
    let mut conversations = JoinSet::new();
    loop {
        while conversations.try_join_next().is_some() {}
        let Ok((mut stream, _)) = listener.accept().await else {
            sleep(Duration::from_millis(50)).await;
            continue;
        };
        let Ok(place) = Arc::clone(&places).try_acquire_owned() else {
            let _ = timeout(Duration::from_secs(1), stream.write_all(b"421 too busy\r\n")).await;
            continue;
        };
        let mailbox = mailbox.clone();
        conversations.spawn(async move {
            let _place = place;
            // A client that breaks off or is late loses its letter; that is all there is to it.
            let _ = timeout(CONVERSATION, talk(stream, &mailbox)).await;
        });
    }
}

async fn talk(mut stream: TcpStream, mailbox: &Mailbox) -> io::Result<()> {
    let (read, write) = stream.split();
    session::converse(read, write, mailbox).await
}
