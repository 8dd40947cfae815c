//! The words of a text that may be broken JSON.

use std::ops::Range;

/// The places of the words of `text`: a string with its quotes, which ends with its line at the latest; a bracket, comma
/// or colon; or whatever else stands between these and white space.
pub(super) fn of(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let rest = bytes.get(at..).unwrap_or_default();
        let length = match byte {
            byte if byte.is_ascii_whitespace() => {
                at += 1;
                continue;
            }
            b'"' => string(rest),
            byte if is_sign(byte) => 1,
            _ => rest
                .iter()
                .position(|&byte| is_sign(byte) || byte == b'"' || byte.is_ascii_whitespace())
                .unwrap_or(rest.len()),
        };
        found.push(at..at + length);
        at += length;
    }
    found
}

fn is_sign(byte: u8) -> bool {
    matches!(byte, b'{' | b'}' | b'[' | b']' | b',' | b':')
}

fn string(bytes: &[u8]) -> usize {
    let mut is_escaped = false;
    for (index, &byte) in bytes.iter().enumerate().skip(1) {
        match byte {
            b'\n' | b'\r' => return index,
            b'"' if !is_escaped => return index + 1,
            _ => is_escaped = byte == b'\\' && !is_escaped,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::of;

    fn words(text: &str) -> Vec<&str> {
        of(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn strings_signs_and_the_rest_are_words() {
        assert_eq!(words(r#"{"a\" b": 1.5}, // é"#), ["{", r#""a\" b""#, ":", "1.5", "}", ",", "//", "é"]);
    }

    #[test]
    fn a_string_ends_with_its_line() {
        assert_eq!(words("\"a\\\n b\" c"), ["\"a\\", "b", "\" c"]);
    }
}
