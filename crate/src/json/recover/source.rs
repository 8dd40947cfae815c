//! The text that is read, with what is asked of it again and again worked out once.

use std::ops::Deref;

use super::character::{is_opening_quote, is_typographic};
use crate::text::{Gather, Span};

/// A damaged text.
pub(super) struct Source<'t> {
    text: &'t str,
    /// For each line, the byte offset at which it begins, and its indentation.
    lines: Vec<(u32, u32)>,
    /// Where the last `*/` is: none of the comments that begin later ends.
    last_comment_end: Option<usize>,
    /// How its lines end.
    line_end: &'static str,
    /// For each of the [`Quotes`], where those are that have no backslash before them.
    quotes: [Vec<u32>; 4],
}

/// Quotes that close a string alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quotes {
    Double,
    Single,
    /// What closes one that a typographic quote opens, `"` among them.
    Typographic,
    Backtick,
}

impl Quotes {
    /// Those that close the string that `opening` opens.
    pub(super) fn closing(opening: char) -> Self {
        match opening {
            '"' => Self::Double,
            '`' => Self::Backtick,
            _ if is_typographic(opening) => Self::Typographic,
            _ => Self::Single,
        }
    }
}

impl Deref for Source<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.text
    }
}

/// How many errors are many.
const MANY: usize = 4_096;

/// How many edits mend any text, and how many bytes of it have to come for each one more.
const EDITS: (usize, usize) = (200_000, 16);

impl<'t> Source<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'\n' | b'\r'));
        let starts = std::iter::once(0).chain(ends.map(|(end, _)| end + 1));
        let lines = starts.map(|start| (start as u32, width(text.get(start..).unwrap_or_default()))).gathered();
        let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        Self { text, lines, last_comment_end: text.rfind("*/"), line_end, quotes: quotes(text) }
    }

    /// Adds what was met at byte `at` to a list. Where there is much of it, the list gets room for as much as there will be
    /// if the rest of the text is like what was read of it: while a list grows, all that is in it is there twice.
    pub(super) fn add<T>(&self, list: &mut Vec<T>, item: T, at: usize) {
        let count = list.len();
        if count >= MANY && count == list.capacity() {
            let rest = self.text.len().saturating_sub(at) as u64;
            let more = (count as u64 * rest / at.max(1) as u64) as usize;
            let most = self.most_edits().saturating_sub(count) + count / 16;
            list.reserve_exact((more + more / 64).min(most).max(count / 16));
        }
        list.push(item);
    }

    /// How many edits mend the text at most.
    fn most_edits(&self) -> usize {
        let (any, bytes) = EDITS;
        any + self.text.len() / bytes
    }

    /// Whether so many edits are more than a text needs that is meant to be JSON: then it is none, and is not to take many
    /// times its size in memory.
    pub(super) fn is_beyond_repair(&self, edits: usize) -> bool {
        edits > self.most_edits()
    }

    /// Where the `quotes` are between byte `start` and byte `end` that have no backslash before them.
    pub(super) fn quotes(&self, quotes: Quotes, start: usize, end: usize) -> impl Iterator<Item = usize> {
        let all = self.quotes.get(quotes as usize).map(Vec::as_slice).unwrap_or_default();
        let first = all.partition_point(|&at| (at as usize) < start);
        all.iter().skip(first).map(|&at| at as usize).take_while(move |&at| at < end)
    }

    /// The width of the white space with which the line of byte `at` begins; a tab counts as four blanks.
    pub(super) fn indentation(&self, at: u32) -> u32 {
        self.line(at).and_then(|line| self.lines.get(line)).map_or(0, |line| line.1)
    }

    /// Whether nothing but white space stands before byte `at` on its line.
    pub(super) fn begins_line(&self, at: u32) -> bool {
        let start = self.line(at).and_then(|line| self.lines.get(line)).map_or(0, |line| line.0);
        Span::new(start, at).of(self.text).trim_start().is_empty()
    }

    /// How the text's lines end, so that what is put in ends its lines alike.
    pub(super) fn line_end(&self) -> &'static str {
        self.line_end
    }

    /// Whether a line ends between the two ends of `span`.
    pub(super) fn is_parted(&self, span: Span) -> bool {
        self.line(span.start) != self.line(span.end)
    }

    /// What stands from byte `at` to the end of its line, and at most `reach` bytes of that.
    pub(super) fn rest_of_line(&self, at: usize, reach: usize) -> &'t str {
        let next_line = self.lines.partition_point(|line| line.0 as usize <= at);
        let line_end = self.lines.get(next_line).map_or(self.text.len(), |line| line.0 as usize - 1);
        let end = line_end.min(at.saturating_add(reach));
        (at..=end).rev().find_map(|end| self.text.get(at..end)).unwrap_or_default()
    }

    /// What stands before byte `at` on its line, where that is at most `reach` bytes.
    pub(super) fn before_on_line(&self, at: usize, reach: usize) -> Option<&'t str> {
        let start = self.line(at as u32).and_then(|line| self.lines.get(line)).map_or(0, |line| line.0 as usize);
        self.text.get(start..at).filter(|before| before.len() <= reach)
    }

    fn line(&self, at: u32) -> Option<usize> {
        self.lines.partition_point(|line| line.0 <= at).checked_sub(1)
    }

    /// The end of a comment `/* */` whose inside begins at byte `start`.
    pub(super) fn comment_end(&self, start: usize) -> Option<usize> {
        self.last_comment_end.filter(|&last| start <= last)?;
        self.text.get(start..)?.find("*/").map(|length| start + length + 2)
    }
}

fn quotes(text: &str) -> [Vec<u32>; 4] {
    let mut found = [const { Vec::new() }; 4];
    let mut escaped = false;
    for (at, character) in text.char_indices() {
        if !escaped && is_opening_quote(character) {
            let [double, single, typographic, backtick] = &mut found;
            match Quotes::closing(character) {
                Quotes::Double => {
                    double.push(at as u32);
                    typographic.push(at as u32);
                }
                Quotes::Single => single.push(at as u32),
                Quotes::Typographic => typographic.push(at as u32),
                Quotes::Backtick => backtick.push(at as u32),
            }
        }
        escaped = !escaped && character == '\\';
    }
    found
}

fn width(line: &str) -> u32 {
    let blanks = line.chars().take_while(|c| c.is_whitespace() && !matches!(c, '\n' | '\r'));
    blanks.map(|blank| if blank == '\t' { 4 } else { 1 }).sum()
}
