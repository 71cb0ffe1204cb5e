//! Sends letters by SMTP: texts in UTF-8 as quoted-printable, the protocol as an attachment.

use std::net::SocketAddr;
use std::time::{Duration, SystemTime};

use lettre::message::header::{ContentDisposition, ContentTransferEncoding, ContentType};
use lettre::message::{Mailbox, Message, MultiPart, SinglePart, SinglePartBuilder};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

/// Who sends: a name of ours in a domain set aside for examples.
const SENDER: (&str, &str) = ("SKAISi massarvutus", "massarvutus@skais.example");
const TIME_LIMIT: Duration = Duration::from_secs(2);

/// One letter.
#[derive(Debug, Clone)]
pub(super) struct Letter {
    pub(super) name: String,
    pub(super) email: String,
    pub(super) subject: String,
    pub(super) body: String,
    /// A CSV file named `protokoll.csv`.
    pub(super) attachment: Option<String>,
    /// The date it bears.
    pub(super) millis: i64,
}

/// Why a letter was not sent.
#[derive(Debug, thiserror::Error)]
pub(super) enum MailError {
    #[error("no address: {0}")]
    Address(#[from] lettre::address::AddressError),
    #[error("cannot compose: {0}")]
    Compose(#[from] lettre::error::Error),
    #[error("not delivered: {0}")]
    Deliver(#[from] lettre::transport::smtp::Error),
}

/// The way to the mail server.
#[derive(Debug, Clone)]
pub(crate) struct Mailer(AsyncSmtpTransport<Tokio1Executor>);

impl Mailer {
    /// A mailer to a server on loopback: nothing is encrypted, nobody logs in.
    pub(crate) fn new(server: SocketAddr) -> Self {
        let builder =
            AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(server.ip().to_string());
        Self(builder.port(server.port()).timeout(Some(TIME_LIMIT)).build())
    }

    /// Sends one letter.
    ///
    /// # Errors
    /// When an address is none, or the server cannot be reached or refuses.
    pub(super) async fn send(&self, letter: &Letter) -> Result<(), MailError> {
        self.0.send(compose(letter)?).await?;
        Ok(())
    }
}

fn compose(letter: &Letter) -> Result<Message, MailError> {
    let mailbox = |name: &str, email: &str| -> Result<Mailbox, MailError> {
        Ok(Mailbox::new(Some(name.to_owned()), email.parse()?))
    };
    let message = Message::builder()
        .from(mailbox(SENDER.0, SENDER.1)?)
        .to(mailbox(&letter.name, &letter.email)?)
        .subject(&letter.subject)
        .date(SystemTime::UNIX_EPOCH + Duration::from_millis(letter.millis.unsigned_abs()))
        .message_id(None);
    let text = part(ContentType::TEXT_PLAIN).body(letter.body.clone());
    let Some(attachment) = &letter.attachment else {
        return Ok(message.singlepart(text)?);
    };
    let csv = ContentType::parse("text/csv; charset=utf-8").unwrap_or(ContentType::TEXT_PLAIN);
    let named = ContentDisposition::attachment("protokoll.csv");
    let protocol = part(csv).header(named).body(attachment.clone());
    Ok(message.multipart(MultiPart::mixed().singlepart(text).singlepart(protocol))?)
}

fn part(kind: ContentType) -> SinglePartBuilder {
    SinglePart::builder().header(kind).header(ContentTransferEncoding::QuotedPrintable)
}

#[cfg(test)]
mod tests {
    use super::{Letter, compose};

    #[test]
    fn a_letter_is_plain_ascii_on_the_wire_and_estonian_when_read() {
        let letter = Letter {
            name: "Õnne Žürii".to_owned(),
            email: "onne@naidis.ee".to_owned(),
            subject: "Massarvutuse tõrge: keskmine 2025".to_owned(),
            body: "Tähtaeg ületati.\n.\n= lõpp".to_owned(),
            attachment: Some("aeg;sundmus\nx;jätkamine\n".to_owned()),
            millis: 1_772_434_800_000,
        };
        let text = String::from_utf8(compose(&letter).unwrap().formatted()).unwrap();
        assert!(text.is_ascii(), "{text}");
        for expected in [
            "Date: Mon, 02 Mar 2026 07:00:00 +0000",
            "To: =?utf-8?b?",
            "Content-Type: text/plain; charset=utf-8\r\n",
            "Content-Transfer-Encoding: quoted-printable\r\n",
            "T=C3=A4htaeg =C3=BCletati.",
            "=3D l=C3=B5pp",
            "Content-Disposition: attachment; filename=\"protokoll.csv\"",
            "x;j=C3=A4tkamine",
        ] {
            assert!(text.contains(expected), "{expected}\n{text}");
        }
    }
}
