//! Lines of a connection, each read within a limit of bytes and time.

use std::{io, time::Duration};

use tokio::{
    io::{AsyncBufReadExt, AsyncRead, BufReader},
    time::timeout,
};

/// Longest wait for the next bytes.
const PATIENCE: Duration = Duration::from_secs(30);

/// Reads lines up to and including `\n`.
pub(super) struct Lines<R> {
    reader: BufReader<R>,
    patience: Duration,
}

impl<R: AsyncRead + Unpin> Lines<R> {
    pub(super) fn new(reader: R) -> Self {
        Self { reader: BufReader::new(reader), patience: PATIENCE }
    }

    /// The next line with its end; a longer one comes in pieces, only the last of which has an
    /// end. Empty when there is nothing more.
    ///
    /// # Errors
    /// The connection broke, or nothing came in time.
    pub(super) async fn next(&mut self, longest: usize) -> io::Result<Vec<u8>> {
        let mut line = Vec::new();
        loop {
            let more = timeout(self.patience, self.reader.fill_buf()).await;
            let bytes = more.map_err(|_| io::Error::from(io::ErrorKind::TimedOut))??;
            if bytes.is_empty() {
                return Ok(line);
            }
            let room = longest - line.len();
            let end = bytes.iter().position(|byte| *byte == b'\n').map(|at| at + 1);
            let taken = end.unwrap_or(bytes.len()).min(room);
            line.extend_from_slice(&bytes[..taken]);
            self.reader.consume(taken);
            if line.len() == longest || line.last() == Some(&b'\n') {
                return Ok(line);
            }
        }
    }
}
