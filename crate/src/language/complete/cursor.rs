//! Where in the text a completion goes: read off the text itself, which need not be JSON yet.

use crate::text::Span;

/// What is being written at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The whole document: there is nothing else.
    Document,
    /// The name of a member.
    Name,
    /// The value of a member.
    Value,
    /// An item of an array.
    Item,
}

/// A place at which something is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cursor {
    /// What gives way: the word or string at the place, with its quotes.
    pub token: Span,
    /// Where the letters begin that were typed so far: behind the opening quote.
    pub typed: u32,
    pub role: Role,
    /// Whether a colon follows, and with it a value.
    pub is_followed_by_colon: bool,
    /// The end of what stands before it without a comma.
    pub comma_before: Option<u32>,
    /// Whether something follows from which it has to be parted by a comma.
    pub needs_comma_after: bool,
}

/// What is being written at byte offset `at`; none where nothing can come.
pub(super) fn cursor(text: &str, at: u32) -> Option<Cursor> {
    let at = text.floor_char_boundary(at as usize);
    let (mut token, mut typed) = token(text, at);
    let before = text.get(..token.start as usize)?.trim_end();
    let mut after = text.get(token.end as usize..)?.trim_start_matches([' ', '\t']);
    let role = match before.chars().next_back() {
        None => Role::Document,
        Some('{') => Role::Name,
        Some(':') => Role::Value,
        Some('[') => Role::Item,
        Some(_) => match innermost(before)? {
            b'{' => Role::Name,
            _ => Role::Item,
        },
    };
    // Right before a value, that is what gives way.
    if role == Role::Value && token.is_empty() {
        let start = text.len() - after.len();
        let end = scalar_end(text, start);
        if end > start && !text.get(end..)?.trim_start().starts_with(':') {
            (token, typed) = (Span::new(start as u32, end as u32), start as u32);
            after = text.get(end..)?;
        }
    }
    let follows = after.trim_start().chars().next();
    let is_followed_by_colon = role == Role::Name && follows == Some(':');
    let begins_something = |character: char| "\"{[-".contains(character) || character.is_ascii_alphanumeric();
    let stands_alone = before.ends_with(['{', '[', ',', ':']) || before.is_empty();
    Some(Cursor {
        token,
        typed,
        role,
        is_followed_by_colon,
        comma_before: (!stands_alone).then_some(before.len() as u32),
        needs_comma_after: !is_followed_by_colon && role != Role::Document && follows.is_some_and(begins_something),
    })
}

/// The word or string around `at`, and where its letters begin.
fn token(text: &str, at: usize) -> (Span, u32) {
    let line = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    if let Some(start) = open_string(text, line, at) {
        let end = string_end(text, at).unwrap_or_else(|| word_end(text, at));
        return (Span::new(start as u32, end as u32), start as u32 + 1);
    }
    if text.get(line..at).is_some_and(|before| before.ends_with('"'))
        && let Some(start) = open_string(text, line, at - 1)
    {
        return (Span::new(start as u32, at as u32), start as u32 + 1);
    }
    let before = text.get(line..at).unwrap_or_default();
    let start = at - (before.len() - before.trim_end_matches(is_of_word).len());
    (Span::new(start as u32, word_end(text, at) as u32), start as u32)
}

/// Where the string begins in which `at` is. No string goes over the end of a line.
fn open_string(text: &str, line: usize, at: usize) -> Option<usize> {
    let mut start = None;
    let mut is_escaped = false;
    for (position, byte) in text.get(line..at)?.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if start.is_some() => is_escaped = true,
            b'"' => start = if start.is_some() { None } else { Some(line + position) },
            _ => {}
        }
    }
    start
}

/// Where the string ends in which `at` is, behind its quote. None where it is not closed: what follows the next quote
/// cannot follow a string.
fn string_end(text: &str, at: usize) -> Option<usize> {
    let mut is_escaped = false;
    let rest = text.get(at..)?;
    for (position, byte) in rest.bytes().enumerate() {
        match byte {
            b'\n' => return None,
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => {
                let after = rest.get(position + 1..)?.trim_start_matches([' ', '\t', '\r']);
                let fits = after.is_empty() || after.starts_with([',', ':', '}', ']', '\n']);
                return fits.then_some(at + position + 1);
            }
            _ => {}
        }
    }
    None
}

fn word_end(text: &str, at: usize) -> usize {
    let after = text.get(at..).unwrap_or_default();
    at + (after.len() - after.trim_start_matches(is_of_word).len())
}

/// Where the string, number or word ends that begins at `start`; `start` where none does.
fn scalar_end(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    if rest.starts_with('"') { string_end(text, start + 1).unwrap_or(start) } else { word_end(text, start) }
}

fn is_of_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || "_$-.+".contains(character)
}

/// The bracket that is open at the end of `text`. Brackets that do not match are let be.
fn innermost(text: &str) -> Option<u8> {
    let mut open: Vec<u8> = Vec::new();
    let mut is_in_string = false;
    let mut is_escaped = false;
    for byte in text.bytes() {
        match byte {
            b'\n' => (is_in_string, is_escaped) = (false, false),
            _ if is_escaped => is_escaped = false,
            b'\\' if is_in_string => is_escaped = true,
            b'"' => is_in_string = !is_in_string,
            _ if is_in_string => {}
            b'{' | b'[' => open.push(byte),
            b'}' if open.last() == Some(&b'{') => drop(open.pop()),
            b']' if open.last() == Some(&b'[') => drop(open.pop()),
            _ => {}
        }
    }
    open.pop()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cursor at `|`; what would give way is marked «so».
    #[track_caller]
    fn assert_cursor(marked: &str, role: Role, flags: &str) {
        let at = marked.replace(['«', '»'], "").find('|').unwrap() as u32;
        let text = marked.replace(['«', '»', '|'], "");
        let clean = marked.replace('|', "");
        let start = clean.find('«').unwrap() as u32;
        let end = clean.replace('«', "").find('»').unwrap() as u32;
        let found = cursor(&text, at).unwrap();
        assert_eq!((found.token, found.role), (Span::new(start, end), role), "{marked}");
        let told = [
            (found.is_followed_by_colon, "colon "),
            (found.comma_before.is_some(), "before "),
            (found.needs_comma_after, "after "),
        ];
        let told: String = told.iter().filter(|flag| flag.0).map(|flag| flag.1).collect();
        assert_eq!(told.trim(), flags, "{marked}");
    }

    #[test]
    fn names_and_values_are_told_apart() {
        assert_cursor("{ «|» }", Role::Name, "");
        assert_cursor("{ «\"ty|» }", Role::Name, "");
        assert_cursor("{ «\"ty|\"» }", Role::Name, "");
        assert_cursor("{ «\"ty|pe\"»: 1 }", Role::Name, "colon");
        assert_cursor("{ \"type\": «|» }", Role::Value, "");
        assert_cursor("{ \"type\": «\"|\"», \"a\": 1 }", Role::Value, "");
        assert_cursor("{ \"type\": «tr|» }", Role::Value, "");
        assert_cursor("{ \"type\":| «\"string\"» }", Role::Value, "");
        assert_cursor("[ «|» ]", Role::Item, "");
        assert_cursor("{ \"a\": [1, «\"|» ] }", Role::Item, "");
        assert_cursor("{ \"a\": [1], «|» }", Role::Name, "");
        assert_cursor("«|»", Role::Document, "");
    }

    #[test]
    fn missing_commas_are_seen() {
        assert_cursor("{ \"a\": 1\n  «\"b|»\n}", Role::Name, "before");
        assert_cursor("{ «|»\n  \"b\": 1 }", Role::Name, "after");
        assert_cursor("{ \"a\": «|»\n  \"b\": 1 }", Role::Value, "after");
        assert_cursor("[ 1 «|» 2 ]", Role::Item, "before after");
    }

    #[test]
    fn a_string_that_is_not_closed_does_not_take_the_next_one() {
        assert_cursor("{ «\"ty|», \"in\": 1 }", Role::Name, "");
        assert_cursor("{ \"in\": «\"qu|», \"name\": \"a\" }", Role::Value, "");
    }
}
