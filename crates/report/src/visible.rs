//! Text of unknown origin made safe to look at: what cannot be seen is shown as a symbol.
//!
//! Holds for XML (no character that XML 1.0 forbids is left), for terminals (no escape sequence
//! survives) and for readers (no invisible or direction-turning character hides a difference).

/// The text with control characters as `␛` and invisible ones as `‹U+200B›`. Line breaks and tabs
/// stay; Windows line breaks become plain ones.
pub(crate) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\t' => shown.push(char),
            _ => push_visible(&mut shown, char),
        }
    }
    shown
}

/// The text in one line of at most `limit` characters, white space runs as single spaces.
pub(crate) fn one_line(text: &str, limit: usize) -> String {
    // What is cut away needs no work; white space runs may shrink, so some slack is kept.
    let start: String = text.chars().take(limit.saturating_mul(4).saturating_add(64)).collect();
    let mut line = String::new();
    for word in start.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&visible(word));
    }
    let longer = start.len() < text.len();
    if line.chars().count() > limit || longer {
        line = line.chars().take(limit.saturating_sub(1)).collect();
        line.push('…');
    }
    line
}

/// Expected and actual, both visible. When the two would look the same although they differ, the
/// spaces and line ends that tell them apart are shown as symbols too.
pub(crate) fn pair(expected: &str, actual: &str) -> (String, String) {
    let shown = (visible(expected), visible(actual));
    let bare = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    if expected != actual && bare(&shown.0) == bare(&shown.1) {
        return (reveal(expected), reveal(actual));
    }
    shown
}

/// The first `limit` bytes, at a character; and whether that was less than all.
pub(crate) fn cut(text: &str, limit: usize) -> (&str, bool) {
    let end = text.floor_char_boundary(limit);
    (&text[..end], end < text.len())
}

fn push_visible(shown: &mut String, char: char) {
    match char {
        '\0'..='\u{1f}' => {
            shown.push(char::from_u32(u32::from(char) + 0x2400).unwrap_or('\u{fffd}'));
        }
        '\u{7f}' => shown.push('␡'),
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{fffe}'
        | '\u{ffff}' => push_code(shown, char),
        _ => shown.push(char),
    }
}

fn reveal(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            ' ' => shown.push('·'),
            '\t' => shown.push('→'),
            '\n' => shown.push_str("↵\n"),
            _ if char.is_whitespace() && !char.is_control() => push_code(&mut shown, char),
            _ => push_visible(&mut shown, char),
        }
    }
    shown
}

fn push_code(shown: &mut String, char: char) {
    shown.push_str(&format!("‹U+{:04X}›", u32::from(char)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_invisible_is_left() {
        for (text, shown) in [
            ("õäöü ŠŽ € 1\u{a0}234", "õäöü ŠŽ € 1\u{a0}234"),
            ("\u{1b}[31mpunane\u{7}", "␛[31mpunane␇"),
            ("a\r\nb\rc\td", "a\nb␍c\td"),
            ("\u{0}\u{7f}\u{9b}\u{202e}\u{feff}", "␀␡‹U+009B›‹U+202E›‹U+FEFF›"),
            ("\u{fffe}\u{ffff}", "‹U+FFFE›‹U+FFFF›"),
        ] {
            assert_eq!(visible(text), shown);
        }
    }

    #[test]
    fn values_that_look_alike_show_what_tells_them_apart() {
        assert_eq!(pair("1 234", "1\u{a0}234"), ("1·234".to_owned(), "1‹U+00A0›234".to_owned()));
        assert_eq!(pair("a\n", "a"), ("a↵\n".to_owned(), "a".to_owned()));
        assert_eq!(pair("a\r\n", "a\n"), ("a␍↵\n".to_owned(), "a↵\n".to_owned()));
        assert_eq!(pair("a b", "a c"), ("a b".to_owned(), "a c".to_owned()));
    }

    #[test]
    fn long_text_is_cut_at_a_character() {
        assert_eq!(cut("õõ", 3), ("õ", true));
        assert_eq!(cut("õõ", 4), ("õõ", false));
        assert_eq!(one_line("a\n  b\u{1b}", 10), "a b␛");
        assert_eq!(one_line("õõõõ", 3), "õõ…");
        assert_eq!(one_line(&"x".repeat(1_000_000), 5), "xxxx…");
        assert_eq!(one_line(&" ".repeat(1_000), 5), "…");
        assert_eq!(one_line("", 0), "");
    }
}
