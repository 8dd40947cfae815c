//! The part of a line that fits beside its number.

use std::ops::Range;

use crate::report::visible;

/// How many columns of a line are shown.
pub(super) const WIDTH: usize = 120;

/// How many columns are shown before the first place, where a line is too long to be shown as a whole.
const BEFORE: usize = 40;

/// How many characters are looked at for so many columns: some characters take no column.
const CHARACTERS: usize = 4;

/// What stands where a line was cut.
const CUT: &str = "...";

/// A line, or a part of one that was too long.
pub(super) struct Excerpt<'t> {
    line: &'t str,
    shown: Range<usize>,
}

impl<'t> Excerpt<'t> {
    /// Whether all of `line` is shown, wherever the place in it is.
    pub(super) fn is_whole(line: &str) -> bool {
        fitting(line, WIDTH) == line.len()
    }

    /// The part of `line` around the bytes at `place`, of which it shows the first [`WIDTH`] columns at most.
    pub(super) fn around(line: &'t str, place: Range<usize>) -> Self {
        if Self::is_whole(line) {
            return Self { line, shown: 0..line.len() };
        }
        let before = line.get(..place.start).unwrap_or(line);
        let start = before.len() - fitting_end(before, BEFORE);
        let (_, rest) = line.split_at(start);
        Self { line, shown: start..start + fitting(rest, WIDTH) }
    }

    /// The text to show.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        if self.shown.start > 0 {
            text.push_str(CUT);
        }
        self.part(self.shown.clone()).chars().for_each(|character| visible::push(character, &mut text));
        if self.shown.end < self.line.len() {
            text.push_str(CUT);
        }
        text
    }

    /// The column of [`Excerpt::text`] at which the bytes at `place` begin, and how many columns of them are shown:
    /// at least one, for a place without width.
    pub(super) fn columns(&self, place: Range<usize>) -> (usize, usize) {
        let start = place.start.clamp(self.shown.start, self.shown.end);
        let end = place.end.clamp(start, self.shown.end);
        let cut = if self.shown.start > 0 { CUT.len() } else { 0 };
        let before = visible::width(self.part(self.shown.start..start));
        (cut + before, visible::width(self.part(start..end)).max(1))
    }

    fn part(&self, range: Range<usize>) -> &'t str {
        self.line.get(range).unwrap_or_default()
    }
}

/// How many bytes from the start of `text` fit into so many columns.
fn fitting(text: &str, columns: usize) -> usize {
    bytes_fitting(text.chars(), columns)
}

/// How many bytes before the end of `text` fit into so many columns.
fn fitting_end(text: &str, columns: usize) -> usize {
    bytes_fitting(text.chars().rev(), columns)
}

fn bytes_fitting(characters: impl Iterator<Item = char>, columns: usize) -> usize {
    let mut left = columns;
    let mut bytes = 0;
    for character in characters.take(columns * CHARACTERS) {
        let Some(rest) = left.checked_sub(visible::width_of(character)) else { break };
        left = rest;
        bytes += character.len_utf8();
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_fits_is_whole() {
        let excerpt = Excerpt::around("\t\"é\": 漢,", 10..11);
        assert_eq!(excerpt.text(), "    \"é\": 漢,");
        assert_eq!(excerpt.columns(10..11), (11, 1));
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        let line = format!("{}\"name\"{}", "漢".repeat(1000), "é".repeat(1000));
        let excerpt = Excerpt::around(&line, 3000..3006);
        assert_eq!(excerpt.text(), format!("...{}\"name\"{}...", "漢".repeat(20), "é".repeat(74)));
        assert_eq!(excerpt.columns(3000..3006), (43, 6));
    }

    #[test]
    fn a_place_that_is_too_long_is_cut_too() {
        let line = "a".repeat(400_000);
        let excerpt = Excerpt::around(&line, 5..400_000);
        assert_eq!(excerpt.columns(5..400_000), (5, 115));
    }

    #[test]
    fn no_line_makes_it_stumble() {
        let marks = "e".to_owned() + &"\u{301}".repeat(100_000);
        for line in ["", "\u{301}", "😀", &marks] {
            for at in [0, 1, 2, 3, 50_001, usize::MAX] {
                let excerpt = Excerpt::around(line, at..at);
                assert!(excerpt.text().chars().count() < 2 * WIDTH * CHARACTERS);
                assert_eq!(excerpt.columns(at..at).1, 1);
            }
        }
    }
}
