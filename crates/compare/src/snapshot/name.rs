//! Names of snapshots: `rights/rollide-funktsioonid`.

use rakis_model::{Failure, Message};

/// A title as one segment of a name: lower case, õ ä ö ü š ž without their marks, all else `-`.
///
/// # Errors
/// [`Failure`] of kind invalid when no letter or digit is left.
pub fn slug(title: &str) -> Result<String, Box<Failure>> {
    let mut slug = String::new();
    for letter in title.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            'õ' | 'ö' => slug.push('o'),
            'ä' => slug.push('a'),
            'ü' => slug.push('u'),
            'š' => slug.push('s'),
            'ž' => slug.push('z'),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() {
        let message = Message::new("compare-snapshot-slug-empty").with("title", title);
        return Err(Box::new(Failure::invalid(message)));
    }
    Ok(slug)
}

/// Is it a name: two or more segments of `a-z`, `0-9` and `-`, with `/` between?
pub(crate) fn is_name(name: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let segment = |part: &str| !part.is_empty() && part.bytes().all(letter);
    name.contains('/') && name.split('/').all(segment) && name.len() <= LONGEST
}

/// Longer names do not fit every file system, with the ending of the file.
const LONGEST: usize = 200;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_slugs() {
        for (title, expected) in [
            ("Rollide funktsioonid", "rollide-funktsioonid"),
            (
                "Õiguste äralõpp: ÜHE žanri šabloon, 2. osa!",
                "oiguste-aralopp-uhe-zanri-sabloon-2-osa",
            ),
            ("  --a  b--  ", "a-b"),
            ("Ω3", "3"),
        ] {
            assert_eq!(slug(title).unwrap(), expected, "{title}");
        }
        for empty in ["", "  ", "–", "Ωя"] {
            assert_eq!(slug(empty).unwrap_err().message.key, "compare-snapshot-slug-empty");
        }
    }

    #[test]
    fn names_stay_inside_their_folder() {
        for (name, expected) in [
            ("rights/rollid", true),
            ("a/b/c-1", true),
            ("rollid", false),
            ("rights/", false),
            ("/rollid", false),
            ("../rollid", false),
            ("a/../b", false),
            ("rights/Rollid", false),
            ("rights/rõõm", false),
            ("a\\b/c", false),
            ("", false),
        ] {
            assert_eq!(is_name(name), expected, "{name}");
        }
        assert!(!is_name(&format!("a/{}", "b".repeat(199))));
    }
}
