//! The line of a problem, as reports quote it.

use super::visible::printable;
use crate::text::{Lines, Span};

/// How many characters stand before the place, where the line is long.
const BEFORE: usize = 50;

/// How many of the place and of what is behind it.
const BEHIND: usize = 90;

/// What stands where a line was cut.
const CUT: &str = "…";

/// A part of a line, without what is secret in it, parted at the place to blame. What cannot be seen is made visible.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Quote {
    pub(super) before: String,
    pub(super) marked: String,
    pub(super) after: String,
}

impl Quote {
    /// The line of `lines` on which `span` begins; none where it is blank.
    pub(super) fn of(lines: &Lines<'_>, text: &str, span: Span) -> Option<Self> {
        let number = lines.line_of(span.start);
        let line = lines.text_of(number);
        let start = lines.start_of(number) as usize;
        let indent = line.len() - line.trim_start().len();
        let (from, to) = (start + indent, start + line.trim_end().len());
        if from >= to {
            return None;
        }
        let at = (span.start as usize).clamp(from, to);
        let end = (span.end as usize).clamp(at, to);
        let before = tail(text.get(from..at)?, BEFORE);
        let marked = head(text.get(at..end)?, BEHIND);
        let room = BEHIND.saturating_sub(marked.0.chars().count());
        let after = if marked.1 { ("", true) } else { head(text.get(end..to)?, room) };
        Some(Self {
            before: with_cut(before.1, before.0, false),
            marked: printable(marked.0),
            after: with_cut(false, after.0, after.1),
        })
    }

    /// All of it, without the mark.
    pub(super) fn whole(&self) -> String {
        format!("{}{}{}", self.before, self.marked, self.after)
    }
}

fn with_cut(is_cut_before: bool, text: &str, is_cut_behind: bool) -> String {
    let cut = |is_cut| if is_cut { CUT } else { "" };
    format!("{}{}{}", cut(is_cut_before), printable(text), cut(is_cut_behind))
}

/// The first characters of `text`, and whether there are more.
fn head(text: &str, count: usize) -> (&str, bool) {
    let end = text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    (text.get(..end).unwrap_or(text), end < text.len())
}

/// The last characters of `text`, and whether there are more.
fn tail(text: &str, count: usize) -> (&str, bool) {
    let start = count.checked_sub(1).and_then(|last| text.char_indices().nth_back(last)).map_or(0, |(at, _)| at);
    (text.get(start..).unwrap_or(text), start > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quote(text: &str, start: u32, end: u32) -> Option<String> {
        let quote = Quote::of(&Lines::new(text), text, Span::new(start, end))?;
        Some(format!("{}«{}»{}", quote.before, quote.marked, quote.after))
    }

    #[test]
    fn the_line_is_quoted_without_its_indent() {
        assert_eq!(quote("{\r\n\t\"é\": [1,],\r\n}", 11, 12).unwrap(), "\"é\": [«1»,],");
        assert_eq!(quote("{}", 2, 2).unwrap(), "{}«»");
        assert_eq!(quote("{\n  \n}", 3, 3), None);
        assert_eq!(quote("", 0, 0), None);
    }

    #[test]
    fn a_place_of_several_lines_is_quoted_to_the_end_of_the_first() {
        assert_eq!(quote("{ \"a\": {\n} }", 2, 10).unwrap(), "{ «\"a\": {»");
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = format!("[{}7{}]", "漢".repeat(300), "字".repeat(300));
        let quoted = quote(&text, 901, 902).unwrap();
        assert_eq!(quoted, format!("…{}«7»{}…", "漢".repeat(50), "字".repeat(89)));
        let quoted = quote(&text, 0, text.len() as u32).unwrap();
        assert_eq!(quoted, format!("«[{}»…", "漢".repeat(89)));
    }
}
