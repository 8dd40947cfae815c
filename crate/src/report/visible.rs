//! Characters as they stand where each can be seen.

#[cfg(feature = "cli")]
use std::fmt::Write as _;

#[cfg(feature = "cli")]
use unicode_width::UnicodeWidthChar;

/// How many columns a tab takes: always as many, wherever it stands.
const TAB: usize = 4;

/// `text` with a visible stand-in for each character that a terminal would obey or hide: none breaks a line.
pub fn printable(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    text.chars().for_each(|character| push(character, &mut result));
    result
}

/// Appends `character`, or what stands in for it, to `line`.
pub(super) fn push(character: char, line: &mut String) {
    if character == '\t' {
        line.extend(std::iter::repeat_n(' ', TAB));
    } else {
        line.push(stand_in(character));
    }
}

/// How many columns all of `text` takes.
#[cfg(feature = "cli")]
pub(super) fn width(text: &str) -> usize {
    text.chars().map(width_of).sum()
}

/// How many columns `character` takes: none where it combines with the one before, two where it is wide.
#[cfg(feature = "cli")]
pub(super) fn width_of(character: char) -> usize {
    if character == '\t' { TAB } else { stand_in(character).width().unwrap_or(0) }
}

/// `json` with an escape for each character that a terminal would obey or hide. Outside of strings JSON has none but line
/// feeds.
#[cfg(feature = "cli")]
pub(super) fn escaped(json: &str) -> String {
    let mut result = String::with_capacity(json.len());
    for character in json.chars() {
        if character == '\n' || stand_in(character) == character {
            result.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            // Writing to a String cannot fail.
            let _ = write!(result, "\\u{unit:04x}");
        }
    }
    result
}

/// The character to show for `character`.
fn stand_in(character: char) -> char {
    match character {
        '\0'..='\x1f' => char::from_u32(0x2400 + u32::from(character)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\x7f' => '\u{2421}',
        // Control characters; spaces without width; what breaks lines or turns the direction of writing; tags.
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => char::REPLACEMENT_CHARACTER,
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_shown() {
        assert_eq!(printable("a\tb\u{1b}[31m\r\n\u{202e}é\u{feff}"), "a    b␛[31m␍␊\u{fffd}é\u{fffd}");
    }

    #[test]
    fn json_says_the_same_in_escapes() {
        let text = "{\n  \"a\": \"é\u{9b}2J\u{202e}\u{e0041}\u{7f}\"\n}";
        let escaped = escaped(text);
        assert_eq!(escaped, "{\n  \"a\": \"é\\u009b2J\\u202e\\udb40\\udc41\\u007f\"\n}");
        let [before, after] = [text, &*escaped].map(|json| serde_json::from_str::<serde_json::Value>(json).unwrap());
        assert_eq!(before, after);
    }

    #[test]
    fn the_width_is_that_of_what_is_shown() {
        for (text, columns) in
            [("", 0), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("😀", 2), ("\t\0", 5), ("\u{200b}", 1)]
        {
            assert_eq!(width(text), columns, "{text:?}");
            assert_eq!(width(&printable(text)), columns, "{text:?}");
        }
    }
}
