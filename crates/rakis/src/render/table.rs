//! Tables of the terminal: columns as wide as needed, the last one wrapped.

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
    // Even a narrow terminal shows something of the last column.
    let room = width.saturating_sub(before).max(20);
    let mut text = String::new();
    for row in std::iter::once(header).chain(rows) {
        for (number, part) in wrapped(&row[N - 1], room).into_iter().enumerate() {
            let mut line = String::new();
            for (widest, cell) in widths[..N - 1].iter().zip(row) {
                let cell = if number == 0 { cell.as_str() } else { "" };
                let gap = widest + 2 - console::measure_text_width(cell);
                line.push_str(cell);
                line.push_str(&" ".repeat(gap));
            }
            line.push_str(&part);
            text.push_str(line.trim_end());
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
        let rows =
            [row(["VIGA-1", "määratud", "üks kaks kolm neli viis"]), row(["VIGA-22", "", ""])];
        let text = table(&row(["tunnus", "olek", "pealkiri"]), &rows, 39);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines,
            [
                "tunnus   olek      pealkiri",
                "VIGA-1   määratud  üks kaks kolm neli",
                "                   viis",
                "VIGA-22",
            ]
        );
    }
}
