//! The parser counts characters, we count bytes.

use crate::text::Span;

/// Turns places counted in characters into byte offsets.
pub(super) struct Bytes<'t> {
    text: &'t str,
    /// How many bytes stand before `text`.
    before: u32,
    /// The byte offset of every [`Bytes::STRIDE`]th character; empty for ASCII alone, where both counts are the same.
    marks: Vec<u32>,
}

impl<'t> Bytes<'t> {
    const STRIDE: usize = 64;

    pub(super) fn new(text: &'t str, before: u32) -> Self {
        let marks = if text.is_ascii() {
            Vec::new()
        } else {
            text.char_indices().step_by(Self::STRIDE).map(|(at, _)| at as u32).collect()
        };
        Self { text, before, marks }
    }

    /// The byte offset of the character with that number; past the end, that of the end.
    pub(super) fn at(&self, character: usize) -> u32 {
        let end = self.text.len() as u32;
        let Some(&mark) = self.marks.get(character / Self::STRIDE).or(self.marks.last()) else {
            return self.before + (character as u32).min(end);
        };
        let from = (character / Self::STRIDE).min(self.marks.len() - 1) * Self::STRIDE;
        let rest = self.text.get(mark as usize..).unwrap_or_default();
        let after = rest.char_indices().nth(character - from).map_or(end, |(at, _)| mark + at as u32);
        self.before + after
    }

    /// The stretch without the white space at its end, which the parser counts to what stands before it.
    pub(super) fn span(&self, span: saphyr_parser::Span) -> Span {
        let start = self.at(span.start.index());
        let end = self.at(span.end.index()).max(start);
        let inside = Span::new(start - self.before, end - self.before).of(self.text);
        Span::new(start, start + inside.trim_end().len() as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_in_bytes() {
        let text = "é😀a".repeat(100);
        let bytes = Bytes::new(&text, 3);
        for (number, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(bytes.at(number), 3 + at as u32);
        }
        assert_eq!(bytes.at(300), 703);
        assert_eq!(bytes.at(999), 703);
        assert_eq!(Bytes::new("abc", 0).at(2), 2);
    }
}
