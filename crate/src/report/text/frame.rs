//! The lines of a text with places underlined.

use std::io::{self, Write};
use std::ops::Range;

use anstyle::Style;

use super::excerpt::{Excerpt, WIDTH};
use crate::report::visible;
use crate::text::{Lines, Span};

/// How many lines of one place are shown: its first ones and its last.
const PLACE_LINES: u32 = 4;

/// A place to underline.
pub(super) struct Mark<'a> {
    pub(super) span: Span,
    /// What the place is underlined with.
    pub(super) underline: char,
    /// What stands beside the underline; may be empty.
    pub(super) label: &'a str,
    pub(super) style: Style,
}

/// The part of a mark that lies on one line.
struct Piece<'a> {
    line: u32,
    /// In bytes from the start of the line.
    place: Range<usize>,
    underline: char,
    label: &'a str,
    style: Style,
}

/// Lines of a text, with places underlined.
pub(super) struct Frame<'a> {
    lines: &'a Lines<'a>,
    /// By line, then by place.
    pieces: Vec<Piece<'a>>,
    gutter: Style,
}

impl<'a> Frame<'a> {
    /// The lines on which the marks lie, with a gutter in the style given.
    pub(super) fn new(lines: &'a Lines<'a>, marks: impl IntoIterator<Item = Mark<'a>>, gutter: Style) -> Self {
        let mut pieces: Vec<Piece<'a>> = marks.into_iter().flat_map(|mark| pieces(lines, &mark)).collect();
        pieces.sort_by_key(|piece| (piece.line, piece.place.start));
        Self { lines, pieces, gutter }
    }

    /// How many columns the line numbers take.
    pub(super) fn number_width(&self) -> usize {
        self.pieces.last().map_or(1, |piece| piece.line.to_string().len())
    }

    /// Writes the lines, each with its underlines beneath it.
    pub(super) fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let mut shown: Option<u32> = None;
        for pieces in self.pieces.chunk_by(|one, next| one.line == next.line) {
            let Some(line) = pieces.first().map(|piece| piece.line) else { continue };
            match shown.map(|shown| line.saturating_sub(shown)) {
                Some(2) => self.write_line(out, line - 1, &[])?,
                Some(3..) => writeln!(out, "{}...{:#}", self.gutter, self.gutter)?,
                _ => {}
            }
            for near in near(self.lines.text_of(line), pieces) {
                self.write_line(out, line, near)?;
            }
            shown = Some(line);
        }
        Ok(())
    }

    /// Writes the 1-based line `number`, or the part of it around the pieces.
    fn write_line(&self, out: &mut impl Write, number: u32, pieces: &[Piece<'_>]) -> io::Result<()> {
        let Self { gutter, .. } = self;
        let width = self.number_width();
        let excerpt = Excerpt::around(self.lines.text_of(number), cover(pieces));
        let source = format!("{gutter}{number:>width$} |{gutter:#} {}", excerpt.text());
        writeln!(out, "{}", source.trim_end())?;
        for Piece { place, underline, label, style, .. } in pieces {
            let (column, columns) = excerpt.columns(place.clone());
            let underline = underline.to_string().repeat(columns);
            let label = visible::printable(label);
            let note = format!("{underline} {label}");
            writeln!(out, "{gutter}{:width$} |{gutter:#} {:column$}{style}{}{style:#}", "", "", note.trim_end())?;
        }
        Ok(())
    }
}

/// The parts of a mark, one for each line of it that is to be shown.
fn pieces<'a>(lines: &Lines<'_>, mark: &Mark<'a>) -> Vec<Piece<'a>> {
    let Mark { span, underline, label, style } = *mark;
    let first = lines.line_of(span.start);
    let last = lines.line_of(span.end.saturating_sub(1).max(span.start));
    let is_shown = |line: &u32| *line < first + PLACE_LINES - 1 || *line == last;
    let piece = |line: u32| {
        let text = lines.text_of(line);
        let in_line = |offset: u32| (offset.saturating_sub(lines.start_of(line)) as usize).min(text.len());
        let indent = text.len() - text.trim_start().len();
        let start = if line == first { in_line(span.start) } else { indent };
        let label = if line == last { label } else { "" };
        Piece { line, place: start..in_line(span.end).max(start), underline, label, style }
    };
    let mut pieces: Vec<Piece<'a>> =
        (first..=last.min(first + PLACE_LINES - 2)).chain([last]).filter(is_shown).map(piece).collect();
    pieces.dedup_by_key(|piece| piece.line);
    pieces.retain(|piece| piece.line == first || piece.line == last || !piece.place.is_empty());
    pieces
}

/// The pieces of one line in groups that can be shown in one excerpt.
fn near<'p, 'a>(line: &str, pieces: &'p [Piece<'a>]) -> Vec<&'p [Piece<'a>]> {
    if Excerpt::is_whole(line) {
        return vec![pieces];
    }
    let mut groups = Vec::new();
    let mut start = 0;
    for end in 1..=pieces.len() {
        // None after the last piece.
        let with_next = pieces.get(start..=end).map(cover);
        if with_next.is_none_or(|cover| cover.len() > WIDTH / 2) {
            groups.extend(pieces.get(start..end));
            start = end;
        }
    }
    groups
}

/// The bytes from the start of the first piece to the end of the last.
fn cover(pieces: &[Piece<'_>]) -> Range<usize> {
    let start = pieces.iter().map(|piece| piece.place.start).min().unwrap_or(0);
    start..pieces.iter().map(|piece| piece.place.end).max().unwrap_or(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(text: &str, marks: &[(u32, u32, char, &str)]) -> String {
        let lines = Lines::new(text);
        let mark = |&(start, end, underline, label)| Mark {
            span: Span::new(start, end),
            underline,
            label,
            style: Style::new(),
        };
        let mut out = Vec::new();
        Frame::new(&lines, marks.iter().map(mark), Style::new()).write(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_place_of_many_lines_shows_the_first_and_the_last() {
        let shown = "1 | [\n  | ^\n2 |   1,\n  |   ^^\n3 |   2,\n  |   ^^\n...\n6 | ]\n  | ^ all\n";
        assert_eq!(frame("[\n  1,\n  2,\n  3,\n  4\n]\n", &[(0, 23, '^', "all")]), shown);
    }

    #[test]
    fn one_line_between_two_places_is_shown() {
        assert_eq!(
            frame("a\r\nb\r\nc", &[(6, 7, '^', ""), (0, 1, '-', "here")]),
            "1 | a\n  | - here\n2 | b\n3 | c\n  | ^\n"
        );
    }

    #[test]
    fn places_far_apart_on_one_line_are_cut_out_one_by_one() {
        let text = format!("a{}b", ",".repeat(1000));
        let shown = frame(&text, &[(0, 1, '-', "first"), (1001, 1002, '^', "")]);
        let [first, _, second, _] = shown.lines().collect::<Vec<_>>().try_into().unwrap();
        assert!(first.starts_with("1 | a,") && first.ends_with(",..."), "{first}");
        assert!(second.starts_with("1 | ...,") && second.ends_with(",b"), "{second}");
    }

    #[test]
    fn no_place_makes_it_stumble() {
        let text = "é\r\n\n\t漢\u{301}\r";
        for start in 0..16 {
            for end in 0..16 {
                assert!(frame(text, &[(start, end, '^', "x"), (end, start, '-', "y")]).contains('^'));
            }
        }
    }
}
