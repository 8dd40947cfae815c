//! Spans as SARIF names them.

use super::log::{ByteRegion, Region, TextRegion};
use crate::text::{Lines, Span, Utf16};

const BYTE_ORDER_MARK: char = '\u{feff}';

/// The regions of one text.
///
/// SARIF counts no byte order mark in lines and columns, but counts it in bytes. Its two ways to name a region may
/// stand together only where they name the same bytes, so a region with the mark in it has only one of them.
pub(super) struct Regions<'t> {
    text: &'t str,
    lines: Lines<'t>,
    units: Utf16<'t>,
    /// The bytes of the byte order mark, and 0 where there is none.
    mark: u32,
}

impl<'t> Regions<'t> {
    /// Prepares the regions of `text`.
    pub(super) fn new(text: &'t str) -> Self {
        let mark = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() as u32 } else { 0 };
        Self { text, lines: Lines::new(text), units: Utf16::new(text), mark }
    }

    /// The region of `span` to show: always with its lines.
    pub(super) fn to_show(&self, span: Span) -> Region {
        let bytes = (span.start >= self.mark).then(|| bytes(span));
        Region { text: Some(self.lines_of(span)), bytes }
    }

    /// The region of `span` to replace: exactly those bytes.
    pub(super) fn to_replace(&self, span: Span) -> Region {
        let text = (span.start >= self.mark).then(|| self.lines_of(span));
        Region { text, bytes: Some(bytes(span)) }
    }

    fn lines_of(&self, span: Span) -> TextRegion {
        let (start_line, start_column) = self.place(span.start);
        let (end_line, end_column) = self.place(span.end);
        TextRegion { start_line, start_column, end_line, end_column }
    }

    /// The line and the column before which `byte` stands.
    fn place(&self, byte: u32) -> (u32, u32) {
        let byte = byte.min(self.text.len() as u32).max(self.mark);
        let mut line = self.lines.line_of(byte);
        // After the line end that ends a text, SARIF knows no further line.
        if line > 1 && self.lines.start_of(line) as usize == self.text.len() {
            line -= 1;
        }
        let start = self.lines.start_of(line).max(self.mark);
        (line, self.units.offset(byte) - self.units.offset(start) + 1)
    }
}

fn bytes(span: Span) -> ByteRegion {
    ByteRegion { byte_offset: span.start, byte_length: span.len() }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn shown(text: &str, start: u32, end: u32) -> Value {
        serde_json::to_value(Regions::new(text).to_show(Span::new(start, end))).unwrap()
    }

    #[test]
    fn columns_are_counted_in_utf16() {
        let wanted = json!({
            "startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 5, "byteOffset": 9, "byteLength": 1
        });
        assert_eq!(shown("a\r\né😀x", 9, 10), wanted);
    }

    #[test]
    fn the_end_of_a_text_is_on_its_last_line() {
        let wanted = json!({
            "startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 3, "byteOffset": 4, "byteLength": 0
        });
        assert_eq!(shown("a\nb\n", 4, 4), wanted);
    }

    #[test]
    fn the_byte_order_mark_is_no_column() {
        let wanted = json!({
            "startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 2, "byteOffset": 3, "byteLength": 1
        });
        assert_eq!(shown("\u{feff}{}", 3, 4), wanted);
        assert_eq!(
            shown("\u{feff}{}", 0, 3),
            json!({ "startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1 })
        );
        let replaced = Regions::new("\u{feff}{}").to_replace(Span::new(0, 3));
        assert_eq!(serde_json::to_value(replaced).unwrap(), json!({ "byteOffset": 0, "byteLength": 3 }));
    }
}
