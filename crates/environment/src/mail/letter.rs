//! One letter as JSON: who, to whom, when, what, and what is enclosed.

use mail_parser::{Address, Message, MessageParser, MessagePart, MimeHeaders as _, PartType};
use serde_json::{Map, Value, json};

/// Text of an attachment that is shown; more would be a file, not a notice.
const ATTACHMENT_TEXT: usize = 256 * 1024;

/// Reads the bytes of a letter; what is no letter is one without anything but its text.
pub(super) fn read(from: &str, to: Vec<String>, bytes: &[u8]) -> Map<String, Value> {
    let message = MessageParser::default().parse(bytes);
    let message = message.as_ref();
    let sender = message.and_then(|message| message.from()).and_then(Address::first);
    let address = sender.and_then(|sender| sender.address()).unwrap_or(from);
    let named = |of: for<'m> fn(&'m Message<'_>) -> Option<&'m Address<'m>>| {
        let list = message.and_then(of);
        list.map(|list| list.iter().filter_map(|one| one.address()).map(Value::from).collect())
            .unwrap_or_default()
    };
    let mut recipients: Vec<Value> = named(|message| message.to());
    recipients.extend(named(|message| message.cc()));
    let text = match message {
        Some(message) => text(message),
        None => String::from_utf8_lossy(bytes).into_owned(),
    };
    let attachments: Vec<Value> =
        message.into_iter().flat_map(|message| message.attachments().map(attachment)).collect();
    let letter = json!({
        "saatja": address,
        "saatja_nimi": sender.and_then(|sender| sender.name()).unwrap_or_default(),
        "saajad": recipients,
        "ümbriku_saatja": from,
        "ümbriku_saajad": to,
        "teema": message.and_then(|message| message.subject()).unwrap_or_default(),
        "saadetud": message.and_then(|message| message.date()).map(|date| date.to_rfc3339()),
        "tekst": plain(&text),
        "manused": attachments,
    });
    match letter {
        Value::Object(letter) => letter,
        _ => Map::new(),
    }
}

/// All text parts in their order; of a letter in HTML alone, its text.
fn text(message: &Message<'_>) -> String {
    let bodies = (0..message.text_body_count()).filter_map(|at| message.body_text(at));
    bodies.collect::<Vec<_>>().join("\n")
}

fn attachment(part: &MessagePart<'_>) -> Value {
    let kind = part.content_type().map(|kind| match kind.subtype() {
        Some(subtype) => format!("{}/{subtype}", kind.ctype()),
        None => kind.ctype().to_owned(),
    });
    let text = match &part.body {
        PartType::Text(text) | PartType::Html(text) => Some(text.as_ref()),
        PartType::Binary(_) | PartType::InlineBinary(_) => {
            let textual = kind.as_deref().is_some_and(is_textual);
            textual.then(|| std::str::from_utf8(part.contents()).ok()).flatten()
        }
        PartType::Message(_) | PartType::Multipart(_) => None,
    };
    json!({
        "nimi": part.attachment_name().unwrap_or_default(),
        "liik": kind.unwrap_or_else(|| "text/plain".to_owned()).to_lowercase(),
        "suurus": part.contents().len(),
        "tekst": text.filter(|text| text.len() <= ATTACHMENT_TEXT).map(plain),
    })
}

fn is_textual(kind: &str) -> bool {
    let kind = kind.to_ascii_lowercase();
    kind.starts_with("text/") || kind.ends_with("json") || kind.ends_with("xml")
}

/// Lines as everywhere else: `\n`, and no empty ones at the end.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").trim_end().to_owned()
}
