//! Tags of a segment, merged one by one: a tag added by hand and one added by the specification
//! both stay, whatever line they stand on.

/// Index of the keyword line of a segment's body: the first that is no comment, tag or blank.
pub(super) fn keyword_index(body: &[String]) -> usize {
    body.iter()
        .position(|line| {
            let text = line.trim_start();
            !(text.is_empty() || text.starts_with('#') || text.starts_with('@'))
        })
        .unwrap_or(body.len())
}

/// The tags of one line, with `@`, and the comment after them.
fn of_line(line: &str) -> (Vec<String>, Option<&str>) {
    let mut tags = Vec::new();
    let text = line.trim();
    let comment = text
        .match_indices('#')
        .map(|(at, _)| at)
        .find(|at| text[..*at].ends_with(char::is_whitespace));
    let (before, comment) = match comment {
        Some(at) => (&text[..at], Some(&text[at..])),
        None => (text, None),
    };
    for tag in before.split('@').skip(1) {
        tags.push(format!("@{}", tag.trim_end()));
    }
    (tags, comment)
}

/// The tags of a segment.
pub(super) fn of(body: &[String]) -> Vec<String> {
    let lines = body[..keyword_index(body)].iter();
    lines
        .filter(|line| line.trim_start().starts_with('@'))
        .flat_map(|line| of_line(line).0)
        .collect()
}

/// Adds and removes tags, leaving lines alone that need no change.
pub(super) fn patch(body: &mut Vec<String>, add: &[String], remove: &[String], line_break: &str) {
    let present = of(body);
    let mut missing: Vec<&String> = add.iter().filter(|tag| !present.contains(tag)).collect();
    for index in (0..keyword_index(body)).rev() {
        let line = &body[index];
        if !line.trim_start().starts_with('@') {
            continue;
        }
        let (mut tags, comment) = of_line(line);
        let before = tags.len();
        tags.retain(|tag| !remove.contains(tag));
        let changed = before != tags.len() || !missing.is_empty();
        tags.extend(missing.drain(..).cloned());
        if !changed {
            continue;
        }
        tags.extend(comment.map(str::to_owned));
        if tags.is_empty() {
            body.remove(index);
        } else {
            body[index] = rendered(line, &tags.join(" "));
        }
    }
    if !missing.is_empty() {
        let at = keyword_index(body);
        let indent = body.get(at).map(|line| indent(line).to_owned()).unwrap_or_default();
        let tags = missing.into_iter().cloned().collect::<Vec<_>>().join(" ");
        body.insert(at, format!("{indent}{tags}{line_break}"));
    }
}

fn indent(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

/// New content with the indentation and the line break of a line.
fn rendered(line: &str, content: &str) -> String {
    let text = line.trim_end_matches(['\n', '\r']);
    format!("{}{content}{}", indent(text), &line[text.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patched(body: &str, add: &[&str], remove: &[&str]) -> String {
        let own = |list: &[&str]| list.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        let mut lines: Vec<String> = body.split_inclusive('\n').map(str::to_owned).collect();
        patch(&mut lines, &own(add), &own(remove), "\n");
        lines.concat()
    }

    #[test]
    fn only_lines_that_must_change_do() {
        let odd = "  @a@b   @c # miks\n  # @ei\n\t@d\r\n  Reegel: @x\n";
        assert_eq!(patched(odd, &["@a", "@d"], &["@x"]), odd);
        assert_eq!(
            patched(odd, &["@e"], &["@b"]),
            "  @a @c # miks\n  # @ei\n\t@d @e\r\n  Reegel: @x\n"
        );
        assert_eq!(patched(odd, &[], &["@d"]), "  @a@b   @c # miks\n  # @ei\n  Reegel: @x\n");
        assert_eq!(patched("    Kui: x\n", &["@e", "@f"], &[]), "    @e @f\n    Kui: x\n");
        assert_eq!(patched("", &["@e"], &[]), "@e\n");
    }
}
