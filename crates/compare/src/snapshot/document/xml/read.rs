//! Reading XML.

use quick_xml::{
    NsReader, XmlVersion,
    encoding::EncodingError,
    escape::resolve_xml_entity,
    events::{BytesPI, BytesRef, BytesStart, Event},
    name::{Namespace, NamespaceResolver, QName, ResolveResult},
};

use super::element::{Child, Element, Name, Value, XML, XSI};

/// Deeper documents are an attack or a mistake; every level is one of the program's own stack.
const DEEPEST: usize = 200;

/// The whole document as an element without a name: its root and what stands beside it.
///
/// Comments are left out. White space alone is left out where no text stands beside it, except
/// below `xml:space="preserve"`.
///
/// # Errors
/// What is wrong with it, in English: the reader's words.
pub(crate) fn read(text: &str) -> Result<Element, String> {
    let mut reader = NsReader::from_str(text);
    let mut open: Vec<Open> = vec![Open::default()];
    loop {
        let event = reader.read_event().map_err(|error| at(&reader, &error))?;
        let last = matches!(event, Event::Eof);
        take(event, reader.resolver(), &mut open).map_err(|error| at(&reader, &error))?;
        if last {
            break;
        }
    }
    let document = open.pop().ok_or("no document")?.close();
    let named = |element: &&Element| !element.name.local.starts_with('?');
    let text = document.children.iter().any(|child| matches!(child, Child::Text(_)));
    if !open.is_empty() || text || document.elements().filter(named).count() != 1 {
        return Err("not exactly one whole root element".to_owned());
    }
    Ok(document)
}

/// An element whose end is not read yet.
#[derive(Default)]
struct Open {
    element: Element,
    /// Text read since the last element.
    text: String,
    preserve: bool,
}

impl Open {
    fn end_text(&mut self) {
        if !self.text.is_empty() {
            let text = Value::Text(std::mem::take(&mut self.text));
            self.element.children.push(Child::Text(text));
        }
    }

    fn close(mut self) -> Element {
        self.end_text();
        let blank =
            |child: &Child| matches!(child, Child::Text(Value::Text(text)) if is_blank(text));
        let texts = |child: &&Child| matches!(child, Child::Text(_));
        if !self.preserve && self.element.children.iter().filter(texts).all(blank) {
            self.element.children.retain(|child| !blank(child));
        }
        self.element
    }
}

/// White space as XML knows it; a no-break space is text.
fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'))
}

fn at(reader: &NsReader<&[u8]>, error: &dyn std::fmt::Display) -> String {
    format!("{error} (byte {})", reader.error_position().max(reader.buffer_position()))
}

fn take(event: Event<'_>, names: &NamespaceResolver, open: &mut Vec<Open>) -> Result<(), String> {
    let told = |error: EncodingError| error.to_string();
    let Some(top) = open.last_mut() else { return Err("an end without a start".to_owned()) };
    match event {
        Event::Start(start) => {
            top.end_text();
            let next = start_of(&start, names, top.preserve)?;
            open.push(next);
            if open.len() > DEEPEST {
                return Err(format!("more than {DEEPEST} levels"));
            }
        }
        Event::Empty(start) => {
            top.end_text();
            let element = start_of(&start, names, top.preserve)?.close();
            top.element.children.push(Child::Element(element));
        }
        Event::End(_) => {
            let element = open.pop().map(Open::close).unwrap_or_default();
            let above = open.last_mut().ok_or("an end without a start")?;
            above.element.children.push(Child::Element(element));
        }
        Event::Text(text) => {
            top.text.push_str(&text.xml_content(XmlVersion::Implicit1_0).map_err(told)?);
        }
        Event::CData(text) => {
            top.text.push_str(&text.xml_content(XmlVersion::Implicit1_0).map_err(told)?);
        }
        Event::GeneralRef(reference) => reference_in(&reference, &mut top.text)?,
        Event::PI(instruction) => {
            top.end_text();
            top.element.children.push(Child::Element(instruction_as(&instruction)));
        }
        // Entities of one's own can fill the memory (XXE, “billion laughs”).
        Event::DocType(_) => return Err("a document type declaration".to_owned()),
        Event::Comment(_) | Event::Decl(_) | Event::Eof => {}
    }
    Ok(())
}

/// A character or one of XML's own entities; others would need a document type.
fn reference_in(reference: &BytesRef<'_>, text: &mut String) -> Result<(), String> {
    if let Some(c) = reference.resolve_char_ref().map_err(|error| error.to_string())? {
        text.push(c);
        return Ok(());
    }
    let name = reference.decode().map_err(|error| error.to_string())?;
    text.push_str(resolve_xml_entity(&name).ok_or_else(|| format!("unknown entity {name}"))?);
    Ok(())
}

fn instruction_as(instruction: &BytesPI<'_>) -> Element {
    let text = String::from_utf8_lossy(instruction.content()).trim().to_owned();
    let target = String::from_utf8_lossy(instruction.target()).into_owned();
    let name = Name { namespace: String::new(), local: format!("?{target}") };
    let children = if text.is_empty() { vec![] } else { vec![Child::Text(Value::Text(text))] };
    Element { name, children, ..Element::default() }
}

fn start_of(
    start: &BytesStart<'_>,
    names: &NamespaceResolver,
    preserve: bool,
) -> Result<Open, String> {
    let mut open = Open { preserve, ..Open::default() };
    open.element.name = resolve(start.name(), names, true)?;
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        if attribute.key.as_namespace_binding().is_some() {
            continue;
        }
        let name = resolve(attribute.key, names, false)?;
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|error| error.to_string())?
            .into_owned();
        if name.namespace == XML && name.local == "space" {
            open.preserve = value == "preserve";
        }
        let value = match name.namespace == XSI && name.local == "type" {
            true => Value::Name(resolve(QName(value.trim().as_bytes()), names, true)?),
            false => Value::Text(value),
        };
        open.element.attributes.push((name, value));
    }
    open.element.attributes.sort_by(|left, right| left.0.cmp(&right.0));
    let twice = open.element.attributes.windows(2).find(|pair| pair[0].0 == pair[1].0);
    match twice {
        Some(pair) => Err(format!("the attribute {} twice", pair[0].0.local)),
        None => Ok(open),
    }
}

fn resolve(name: QName<'_>, names: &NamespaceResolver, default: bool) -> Result<Name, String> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (local, prefix) = name.decompose();
    let namespace = match names.resolve_prefix(prefix, default) {
        ResolveResult::Bound(Namespace(namespace)) => text(namespace),
        ResolveResult::Unbound => String::new(),
        ResolveResult::Unknown(_) => {
            let prefix = prefix.map(|prefix| text(prefix.into_inner())).unwrap_or_default();
            return Err(format!("undeclared prefix {prefix}"));
        }
    };
    Ok(Name { namespace, local: text(local.as_ref()) })
}
