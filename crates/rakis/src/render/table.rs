//! Tables of the terminal: columns as wide as needed, the last one wrapped.

/// A last column narrower than this is not read with ease: it stands below the others.
const NARROW: usize = 30;
/// How far it is indented there.
const INDENT: usize = 2;

/// A header and rows; the last column takes what the width leaves, and is wrapped.
pub(crate) fn table<const N: usize>(
    header: &[String; N],
    rows: &[[String; N]],
    width: usize,
) -> String {
    let mut widths = [0; N];
    for row in std::iter::once(header).chain(rows) {
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = (*widest).max(console::measure_text_width(cell));
        }
    }
    let before: usize = widths[..N - 1].iter().map(|widest| widest + 2).sum();
    let room = width.saturating_sub(before);
    let beside = room >= NARROW.min(widths[N - 1]);
    let (margin, room) = if beside { (before, room) } else { (INDENT, width - INDENT.min(width)) };
    let mut text = String::new();
    for row in std::iter::once(header).chain(rows) {
        let mut line = String::new();
        for (widest, cell) in widths[..N - 1].iter().zip(row) {
            line.push_str(cell);
            line.push_str(&" ".repeat(widest + 2 - console::measure_text_width(cell)));
        }
        let mut parts = wrapped(&row[N - 1], room.max(1)).into_iter();
        if beside {
            line.push_str(&parts.next().unwrap_or_default());
        }
        text.push_str(line.trim_end());
        text.push('\n');
        for part in parts.filter(|part| !part.is_empty()) {
            text.push_str(&" ".repeat(margin));
            text.push_str(&part);
            text.push('\n');
        }
    }
    text
}

/// A text in lines of at most this many columns, broken between words where it can be.
pub(crate) fn wrapped(text: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last().map_or(0, |line| console::measure_text_width(line));
        let gap = usize::from(line > 0);
        if line > 0 && line + gap + console::measure_text_width(word) > room {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_below_each_other_and_the_last_is_wrapped() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned);
        let rows = [
            row(["VIGA-1", "määratud", "üks kaks kolm neli viis kuus seitse"]),
            row(["VIGA-22", "", ""]),
        ];
        let header = row(["tunnus", "olek", "pealkiri"]);
        let check = |width: usize, expected: &[&str]| {
            let text = table(&header, &rows, width);
            assert_eq!(text.lines().collect::<Vec<_>>(), expected);
        };
        check(
            50,
            &[
                "tunnus   olek      pealkiri",
                "VIGA-1   määratud  üks kaks kolm neli viis kuus",
                "                   seitse",
                "VIGA-22",
            ],
        );
        // Where little is left beside the others, it stands below them.
        check(
            40,
            &[
                "tunnus   olek",
                "  pealkiri",
                "VIGA-1   määratud",
                "  üks kaks kolm neli viis kuus seitse",
                "VIGA-22",
            ],
        );
    }
}
