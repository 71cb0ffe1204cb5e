//! The head line by which a feature says what it was derived from.

/// How the line begins; the id and the file follow.
const BEGIN: &str = "# Tuletatud lähteülesandest ";

/// The line for a specification.
pub(super) fn line(id: &str, file: &str) -> String {
    format!("{BEGIN}{id} ({file}). Käsitsi muudatused jäävad alles: rakis derive liidab need.")
}

/// The id and the file a feature says it was derived from. The line may stand anywhere above
/// the feature's keyword.
pub(super) fn origin(text: &str) -> Option<(&str, &str)> {
    let comments = text
        .lines()
        .map(str::trim)
        .take_while(|line| line.is_empty() || line.starts_with('#') || line.starts_with('@'));
    let rest = comments.into_iter().find_map(|line| line.strip_prefix(BEGIN))?;
    let (id, rest) = rest.split_once(" (")?;
    let (file, _) = rest.split_once("). ")?;
    Some((id, file))
}
