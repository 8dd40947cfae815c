//! Tables for the terminal.

use std::{cmp::Reverse, collections::BTreeMap};

/// Rows of cells: the first row names the columns, the first column is words, the others are numbers and stand to the
/// right.
pub(crate) fn of(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut table = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths).enumerate();
        let line: Vec<String> = cells
            .map(
                |(column, (cell, width))| {
                    if column == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
                },
            )
            .collect();
        table.push_str("  ");
        table.push_str(line.join("  ").trim_end());
        table.push('\n');
    }
    table
}

/// Names and how often each occurs, the most frequent first; empty where there are none.
pub(crate) fn counts<N: AsRef<str>>(counts: &BTreeMap<N, usize>) -> String {
    let mut sorted: Vec<_> = counts.iter().collect();
    sorted.sort_by_key(|(_, count)| Reverse(**count));
    let rows: Vec<_> =
        sorted.into_iter().map(|(name, count)| vec![format!("  {}", name.as_ref()), count.to_string()]).collect();
    of(&rows)
}

/// A row of words.
pub(crate) fn row<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.map(str::to_owned).to_vec()
}

/// `part` of `all` in percent; empty where there is nothing to be part of.
pub(crate) fn percent(part: usize, all: usize) -> String {
    let Some(tenths) = (part * 1000 + all / 2).checked_div(all) else { return String::new() };
    format!("{}.{} %", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::{of, percent, row};

    #[test]
    fn words_stand_to_the_left_and_numbers_to_the_right() {
        assert_eq!(of(&[row(["set", "files"]), row(["azure", "7"])]), "  set    files\n  azure      7\n");
    }

    #[test]
    fn there_is_no_part_of_nothing() {
        assert_eq!((percent(2, 3), percent(0, 0)), ("66.7 %".to_owned(), String::new()));
    }
}
