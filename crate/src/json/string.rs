//! Strings as JSON writes them.

use std::borrow::Cow;
use std::fmt::Write as _;

/// What `inner`, the text between the quotes of a JSON string, says.
///
/// An escape that JSON does not know stands for itself, half of a surrogate pair for U+FFFD.
pub fn decode(inner: &str) -> Cow<'_, str> {
    if !inner.contains('\\') {
        return Cow::Borrowed(inner);
    }
    let mut decoded = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some((before, after)) = rest.split_once('\\') {
        decoded.push_str(before);
        rest = after;
        let mut characters = rest.chars();
        let plain = match characters.next() {
            Some(known @ ('"' | '\\' | '/')) => Some(known),
            Some('b') => Some('\u{8}'),
            Some('f') => Some('\u{c}'),
            Some('n') => Some('\n'),
            Some('r') => Some('\r'),
            Some('t') => Some('\t'),
            Some('u') => {
                if let Some((character, length)) = decode_unicode(rest) {
                    decoded.push(character);
                    rest = rest.get(length..).unwrap_or_default();
                    continue;
                }
                None
            }
            _ => None,
        };
        match plain {
            Some(character) => {
                decoded.push(character);
                rest = characters.as_str();
            }
            None => decoded.push('\\'),
        }
    }
    decoded.push_str(rest);
    Cow::Owned(decoded)
}

/// The character that `rest`, beginning with `uXXXX`, stands for, and how many bytes say so.
fn decode_unicode(rest: &str) -> Option<(char, usize)> {
    let unit = |at: usize| u32::from_str_radix(rest.get(at..at + 4).filter(|digits| is_hex(digits))?, 16).ok();
    let high = unit(1)?;
    if (0xD800..0xDC00).contains(&high)
        && rest.get(5..7) == Some("\\u")
        && let Some(low @ 0xDC00..0xE000) = unit(7)
    {
        return Some((char::from_u32(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))?, 11));
    }
    Some((char::from_u32(high).unwrap_or(char::REPLACEMENT_CHARACTER), 5))
}

pub(super) fn is_hex(digits: &str) -> bool {
    digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// `text` as a JSON string, quotes included. Only what JSON demands is escaped.
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() + 2);
    encoded.push('"');
    for character in text.chars() {
        push_encoded(&mut encoded, character);
    }
    encoded.push('"');
    encoded
}

/// Appends `character` as it stands in a JSON string.
pub(super) fn push_encoded(encoded: &mut String, character: char) {
    match character {
        '"' => encoded.push_str("\\\""),
        '\\' => encoded.push_str("\\\\"),
        '\n' => encoded.push_str("\\n"),
        '\r' => encoded.push_str("\\r"),
        '\t' => encoded.push_str("\\t"),
        '\u{8}' => encoded.push_str("\\b"),
        '\u{c}' => encoded.push_str("\\f"),
        control if control < ' ' => {
            let _ = write!(encoded, "\\u{:04x}", u32::from(control));
        }
        plain => encoded.push(plain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_decoded() {
        assert_eq!(decode(r#"a\"b\\c\/\n\u00e9\ud83d\ude00"#), "a\"b\\c/\né😀");
        assert_eq!(decode(r"\d \u12 \ud800x \"), "\\d \\u12 \u{fffd}x \\");
    }

    #[test]
    fn encoding_and_decoding_cancel_out() {
        let text = "\u{0}\u{1f}\"\\/\u{7f}é\u{2028}😀\t\r\n";
        let encoded = encode(text);
        assert_eq!(serde_json::from_str::<String>(&encoded).unwrap(), text);
        assert_eq!(decode(&encoded[1..encoded.len() - 1]), text);
    }
}
