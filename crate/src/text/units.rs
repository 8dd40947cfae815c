//! Byte offsets in the units that others count in.

use super::Gather;

/// Turns byte offsets into UTF-16 offsets, the unit of JavaScript strings and of CodeMirror.
///
/// Cheap where it is asked in rising order; any other order costs a fresh start from the nearest mark.
pub struct Utf16<'t> {
    text: &'t str,
    /// For every [`Utf16::STRIDE`] bytes, the UTF-16 offset of the first character that begins there or later.
    /// Empty for a text of ASCII alone, where both offsets are the same.
    marks: Vec<(u32, u32)>,
}

impl<'t> Utf16<'t> {
    const STRIDE: usize = 256;

    /// Prepares the offsets of `text`: one pass over its bytes.
    pub fn new(text: &'t str) -> Self {
        let mut marks = Vec::new();
        if !text.is_ascii() {
            let (mut byte, mut unit) = (0_u32, 0_u32);
            for chunk in text.as_bytes().chunks(Self::STRIDE) {
                marks.push((byte, unit));
                byte += chunk.len() as u32;
                unit += units(chunk);
            }
        }
        Self { text, marks }
    }

    /// The UTF-16 offset of the character at `byte`. Past the end, the offset of the end.
    pub fn offset(&self, byte: u32) -> u32 {
        let byte = byte.min(self.text.len() as u32);
        match self.marks.get(byte as usize / Self::STRIDE).or(self.marks.last()) {
            None => byte,
            Some(&(from, unit)) => {
                unit + units(self.text.as_bytes().get(from as usize..byte as usize).unwrap_or_default())
            }
        }
    }

    /// The byte offset of the character at the UTF-16 offset `unit`; of the one that it is the middle of. Past the end, the
    /// offset of the end.
    pub fn byte(&self, unit: u32) -> u32 {
        let next = self.marks.partition_point(|mark| mark.1 <= unit);
        let Some(&(from, before)) = next.checked_sub(1).and_then(|index| self.marks.get(index)) else {
            return unit.min(self.text.len() as u32);
        };
        // A mark may stand within a character, which then belongs to the stretch before.
        let from = self.text.ceil_char_boundary(from as usize);
        let mut left = unit - before;
        let rest = self.text.get(from..).unwrap_or_default();
        for (at, character) in rest.char_indices() {
            let width = character.len_utf16() as u32;
            if left < width {
                return (from + at) as u32;
            }
            left -= width;
        }
        self.text.len() as u32
    }
}

/// How many UTF-16 units begin in `bytes`: one a character, two where it takes four bytes.
fn units(bytes: &[u8]) -> u32 {
    const HIGHEST: u64 = (u64::MAX / 255) << 7;
    let (eights, rest) = bytes.as_chunks::<8>();
    // Most are in ASCII, wherever the others are.
    let any = eights.iter().fold(0, |any, eight| any | u64::from_le_bytes(*eight));
    if any & HIGHEST == 0 && rest.is_ascii() {
        return bytes.len() as u32;
    }
    let of_eights = eights.iter().map(|eight| {
        let bits = u64::from_le_bytes(*eight);
        // The highest bit of each byte that goes on with a character, and of each that begins one of four bytes.
        let goes_on = bits & !(bits << 1) & HIGHEST;
        let is_long = bits & (bits << 1) & (bits << 2) & (bits << 3) & HIGHEST;
        8 - goes_on.count_ones() + is_long.count_ones()
    });
    let of_rest = rest.iter().map(|&byte| u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0));
    of_eights.chain(of_rest).sum()
}

/// A place as people name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineColumn {
    /// 1-based; a line ends at LF, CRLF or a lone CR.
    pub line: u32,
    /// 1-based, counted in characters (Unicode scalar values).
    pub column: u32,
}

/// The lines of a text.
pub struct Lines<'t> {
    text: &'t str,
    starts: Vec<u32>,
}

impl<'t> Lines<'t> {
    /// Finds the line ends of `text`: one pass over its bytes.
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let ends = bytes.iter().enumerate().filter(|&(at, &byte)| match byte {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at as u32 + 1)).gathered();
        Self { text, starts }
    }

    /// Where the character at byte offset `byte` stands.
    pub fn place(&self, byte: u32) -> LineColumn {
        let line = self.line_of(byte);
        let start = self.start_of(line);
        let before = self.text.as_bytes().get(start as usize..byte.min(self.text.len() as u32) as usize);
        let column = before.unwrap_or_default().iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
        LineColumn { line, column: column as u32 + 1 }
    }

    /// The 1-based line on which the character at byte offset `byte` stands. Unlike [`Lines::place`] it does not get
    /// slower as lines get longer.
    pub fn line_of(&self, byte: u32) -> u32 {
        self.starts.partition_point(|&start| start <= byte).max(1) as u32
    }

    /// The text of the 1-based `line` without its line end; empty where there is no such line.
    pub fn text_of(&self, line: u32) -> &'t str {
        let Some(&start) = self.starts.get(line.saturating_sub(1) as usize) else { return "" };
        let end = self.starts.get(line as usize).map_or(self.text.len(), |&next| next as usize);
        self.text.get(start as usize..end).unwrap_or_default().trim_end_matches(['\n', '\r'])
    }

    /// The byte offset at which the 1-based `line` begins.
    pub fn start_of(&self, line: u32) -> u32 {
        self.starts.get(line.saturating_sub(1) as usize).copied().unwrap_or(self.text.len() as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf16_offsets_are_those_of_the_standard_library() {
        let text = "aé€😀\u{feff}\r\n".repeat(100);
        let table = Utf16::new(&text);
        let mut unit = 0;
        for (byte, character) in text.char_indices() {
            assert_eq!(table.offset(byte as u32), unit);
            assert_eq!(table.byte(unit), byte as u32);
            unit += character.len_utf16() as u32;
        }
        assert_eq!(table.offset(u32::MAX), unit);
        assert_eq!(table.byte(u32::MAX), text.len() as u32);
        assert_eq!((Utf16::new("abc").byte(2), Utf16::new("abc").byte(9)), (2, 3));
    }

    #[test]
    fn lines_end_at_lf_crlf_and_cr() {
        let lines = Lines::new("a\nbé!\r\nc\rd");
        assert_eq!(lines.place(5), LineColumn { line: 2, column: 3 });
        assert_eq!(lines.place(10), LineColumn { line: 4, column: 1 });
        assert_eq!([1, 2, 3, 4, 5].map(|line| lines.text_of(line)), ["a", "bé!", "c", "d", ""]);
    }
}
