//! One SMTP conversation (RFC 5321): who writes to whom, and the bytes of the letter.

use std::io;

use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt as _};

use super::{lines::Lines, mailbox::Mailbox};

/// Largest letter, as EHLO announces it.
pub(super) const LARGEST: usize = 10 * 1024 * 1024;
/// Longest line of a command.
const COMMAND: usize = 4096;
/// Recipients of one letter.
const RECIPIENTS: usize = 1000;
/// Commands that are none, in one conversation.
const MISTAKES: usize = 50;
/// A letter that is too large is read on without being kept, up to this.
const DRAINED: usize = 4 * LARGEST;

/// What was said so far of the letter under way.
#[derive(Debug, Default)]
struct Envelope {
    from: Option<String>,
    to: Vec<String>,
}

/// Answers until the client leaves or breaks the rules too often.
///
/// # Errors
/// The connection broke or nothing came in time: a letter cut in the middle is not kept.
pub(super) async fn converse<S: AsyncRead + Unpin, W: AsyncWrite + Unpin>(
    read: S,
    mut write: W,
    mailbox: &Mailbox,
) -> io::Result<()> {
    let mut lines = Lines::new(read);
    let mut envelope = Envelope::default();
    let mut greeted = false;
    let mut mistakes = 0;
    say(&mut write, "220 rakis ESMTP").await?;
    while mistakes < MISTAKES {
        let line = lines.next(COMMAND).await?;
        if line.is_empty() {
            return Ok(());
        }
        if line.last() != Some(&b'\n') {
            mistakes += 1;
            skip_line(&mut lines).await?;
            say(&mut write, "500 line too long").await?;
            continue;
        }
        let command = String::from_utf8_lossy(&line);
        let command = command.trim();
        let verb = command.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        let answer = match verb.as_str() {
            "EHLO" | "HELO" => {
                greeted = true;
                envelope = Envelope::default();
                if verb == "HELO" { "250 rakis".to_owned() } else { extensions() }
            }
            "RSET" => {
                envelope = Envelope::default();
                "250 ok".to_owned()
            }
            "NOOP" => "250 ok".to_owned(),
            "VRFY" => "252 send it and see".to_owned(),
            "QUIT" => return say(&mut write, "221 bye").await,
            "MAIL" if greeted => mail(command, &mut envelope),
            "RCPT" if envelope.from.is_some() => recipient(command, &mut envelope),
            "DATA" if !envelope.to.is_empty() => {
                say(&mut write, "354 end with a line of one dot").await?;
                let Some(taken) = letter(&mut lines).await? else { return Ok(()) };
                let envelope = std::mem::take(&mut envelope);
                keep(taken, envelope, mailbox)
            }
            "MAIL" | "RCPT" | "DATA" => "503 bad sequence of commands".to_owned(),
            "AUTH" | "STARTTLS" | "EXPN" | "HELP" => "502 not implemented".to_owned(),
            _ => "500 unknown command".to_owned(),
        };
        mistakes += usize::from(answer.starts_with('5'));
        say(&mut write, &answer).await?;
    }
    say(&mut write, "421 too many mistakes").await
}

fn extensions() -> String {
    format!("250-rakis\r\n250-SIZE {LARGEST}\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 PIPELINING")
}

fn mail(command: &str, envelope: &mut Envelope) -> String {
    if envelope.from.is_some() {
        return "503 there is a sender already".to_owned();
    }
    let Some((address, parameters)) = path(command, "FROM") else {
        return "501 write MAIL FROM:<address>".to_owned();
    };
    let size = parameters.split_whitespace().find_map(|one| {
        let (name, value) = one.split_once('=')?;
        name.eq_ignore_ascii_case("SIZE").then_some(value)
    });
    if size.is_some_and(|size| size.parse::<usize>().map_or(true, |size| size > LARGEST)) {
        return "552 message too large".to_owned();
    }
    envelope.from = Some(address.to_owned());
    "250 ok".to_owned()
}

fn recipient(command: &str, envelope: &mut Envelope) -> String {
    match path(command, "TO") {
        None | Some(("", _)) => "501 write RCPT TO:<address>".to_owned(),
        Some(_) if envelope.to.len() == RECIPIENTS => "452 too many recipients".to_owned(),
        Some((address, _)) => {
            if !envelope.to.iter().any(|known| known == address) {
                envelope.to.push(address.to_owned());
            }
            "250 ok".to_owned()
        }
    }
}

/// `MAIL FROM:<address> SIZE=1`: the address and what follows it.
fn path<'c>(command: &'c str, word: &str) -> Option<(&'c str, &'c str)> {
    let (before, after) = command.split_once(':')?;
    let named = before.split_whitespace().nth(1)?.eq_ignore_ascii_case(word);
    let (address, parameters) = after.trim_start().strip_prefix('<')?.split_once('>')?;
    // A source route before the address is to be ignored (RFC 5321, appendix C).
    let address = match address.strip_prefix('@').and_then(|route| route.split_once(':')) {
        Some((_, address)) => address,
        None => address,
    };
    let clean = !address.contains(|c: char| c.is_control() || c.is_whitespace() || c == '<');
    (named && clean).then_some((address, parameters))
}

fn keep(taken: Taken, envelope: Envelope, mailbox: &Mailbox) -> String {
    match taken {
        Taken::TooLarge => "552 message too large".to_owned(),
        Taken::Whole(bytes) => {
            let from = envelope.from.unwrap_or_default();
            match mailbox.keep(&from, envelope.to, &bytes) {
                true => "250 kept".to_owned(),
                false => "452 the sink is full".to_owned(),
            }
        }
    }
}

enum Taken {
    Whole(Vec<u8>),
    TooLarge,
}

/// The lines up to one of a single dot; a dot before another is taken away (RFC 5321, 4.5.2).
/// `None` when the connection ended before.
async fn letter<R: AsyncRead + Unpin>(lines: &mut Lines<R>) -> io::Result<Option<Taken>> {
    let mut bytes = Vec::new();
    let mut read = 0;
    let mut at_start = true;
    // Did the piece before end between CR and LF?
    let mut carriage = false;
    let mut kept = true;
    loop {
        let piece = lines.next(COMMAND).await?;
        if piece.is_empty() {
            return Ok(None);
        }
        if at_start && piece == b".\r\n" {
            return Ok(Some(if kept { Taken::Whole(bytes) } else { Taken::TooLarge }));
        }
        read += piece.len();
        if read > DRAINED {
            return Ok(None);
        }
        let unstuffed = piece.strip_prefix(b".").filter(|_| at_start).unwrap_or(&piece);
        kept = kept && bytes.len() + unstuffed.len() <= LARGEST;
        if kept {
            bytes.extend_from_slice(unstuffed);
        } else {
            bytes = Vec::new();
        }
        // Only a whole CRLF ends a line here: anything else lets two readers see two letters.
        at_start = match piece.as_slice() {
            [b'\n'] => carriage,
            _ => piece.ends_with(b"\r\n"),
        };
        carriage = piece.ends_with(b"\r");
    }
}

async fn skip_line<R: AsyncRead + Unpin>(lines: &mut Lines<R>) -> io::Result<()> {
    for _ in 0..DRAINED / COMMAND {
        let piece = lines.next(COMMAND).await?;
        if piece.is_empty() || piece.last() == Some(&b'\n') {
            return Ok(());
        }
    }
    Err(io::Error::from(io::ErrorKind::InvalidData))
}

async fn say<W: AsyncWrite + Unpin>(write: &mut W, answer: &str) -> io::Result<()> {
    write.write_all(format!("{answer}\r\n").as_bytes()).await?;
    write.flush().await
}
