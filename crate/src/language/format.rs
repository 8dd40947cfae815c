//! How a text would be laid out: one member or item a line.

use crate::json;
use crate::text::{Edit, Edits, Span};

/// An array of scalars that stood on one line stays there where it takes no more bytes than these.
const SHORT: usize = 80;

/// Of more changes than these, those that are near each other become one.
const MANY: usize = 4_000;

/// Changes with no more bytes than these between them become one where there are many.
const NEAR: u32 = 400;

/// Why a text is not laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is not sound JSON: only of such a text is it certain that nothing but white space changes.
    NotJson,
    /// It is larger than [`super::SIZE_LIMIT`].
    TooLarge,
}

/// The edits, in byte offsets, that lay `text` out anew: each level indented by `indent`, or, where that is none, by what
/// the text itself indents with, or two blanks. Only white space outside of strings changes; line ends stay what they are.
///
/// # Errors
///
/// [`Refusal`] where the text is let be.
pub fn format(text: &str, indent: Option<&str>) -> Result<Edits, Refusal> {
    if text.len() > super::SIZE_LIMIT {
        return Err(Refusal::TooLarge);
    }
    if !json::parse(text).errors().is_empty() {
        return Err(Refusal::NotJson);
    }
    let mut writer = Writer {
        text,
        line_end: if text.contains("\r\n") { "\r\n" } else { "\n" },
        unit: indent.unwrap_or_else(|| unit(text)),
        edits: Vec::new(),
    };
    writer.run();
    let edits = if writer.edits.len() > MANY { merged(text, writer.edits) } else { writer.edits };
    Ok(Edits::new(edits).unwrap_or_default())
}

/// What the text indents a level by: the first line that is indented says it. Two blanks where none is.
pub(super) fn unit(text: &str) -> &str {
    let blank = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let indented = text.lines().take(1_000).find(|line| blank(line) > 0 && blank(line) < line.len());
    let indentation = indented.and_then(|line| line.get(..blank(line))).unwrap_or("  ");
    if indentation.starts_with('\t') { "\t" } else { indentation.get(..indentation.len().min(8)).unwrap_or("  ") }
}

struct Writer<'t> {
    text: &'t str,
    line_end: &'static str,
    unit: &'t str,
    edits: Vec<Edit>,
}

impl Writer<'_> {
    fn run(&mut self) {
        // For each open bracket, whether what is in it stands on one line.
        let mut open: Vec<bool> = Vec::new();
        let mut last = Token { span: Span::empty(0), first: b' ' };
        while let Some(token) = next(self.text, last.span.end) {
            let is_inside_line = open.last().copied().unwrap_or_default();
            let closes = matches!(token.first, b'}' | b']');
            if closes {
                open.pop();
            }
            let gap = match (last.first, token.first) {
                (b' ', _) | (_, b',' | b':') | (b'{', b'}') | (b'[', b']') => None,
                (b':', _) => Some(" "),
                (b',', _) if is_inside_line => Some(" "),
                _ if is_inside_line => None,
                _ => Some("\n"),
            };
            self.lay(Span::new(last.span.end, token.span.start), gap, open.len());
            if matches!(token.first, b'{' | b'[') {
                open.push(token.first == b'[' && is_short(self.text, token.span.end));
            }
            last = token;
        }
        let rest = Span::new(last.span.end, self.text.len() as u32);
        let wanted = if rest.of(self.text).contains('\n') { self.line_end } else { "" };
        self.put(rest, wanted);
    }

    /// Makes the white space at `span` what it should be: nothing, a blank, or a line end and `depth` levels.
    fn lay(&mut self, span: Span, gap: Option<&str>, depth: usize) {
        match gap {
            Some("\n") => {
                let mut wanted = self.line_end.to_owned();
                wanted.extend(std::iter::repeat_n(self.unit, depth));
                self.put(span, &wanted);
            }
            Some(gap) => self.put(span, gap),
            None => self.put(span, ""),
        }
    }

    fn put(&mut self, span: Span, wanted: &str) {
        if span.of(self.text) != wanted {
            self.edits.push(Edit::replace(span, wanted));
        }
    }
}

/// A bracket, comma, colon, string, number or word of sound JSON.
struct Token {
    span: Span,
    first: u8,
}

/// The token that begins at byte `from` or behind white space there.
fn next(text: &str, from: u32) -> Option<Token> {
    let bytes = text.as_bytes();
    let blank = bytes.get(from as usize..)?.iter().position(|byte| !byte.is_ascii_whitespace())?;
    let start = from as usize + blank;
    let first = *bytes.get(start)?;
    let rest = bytes.get(start + 1..)?;
    let length = match first {
        b'"' => {
            let mut is_escaped = false;
            let closes = |byte: &u8| {
                let is_quote = *byte == b'"' && !is_escaped;
                is_escaped = *byte == b'\\' && !is_escaped;
                is_quote
            };
            rest.iter().position(closes).map_or(rest.len(), |end| end + 1)
        }
        b'{' | b'}' | b'[' | b']' | b',' | b':' => 0,
        _ => {
            rest.iter().position(|byte| byte.is_ascii_whitespace() || b",:]}[{\"".contains(byte)).unwrap_or(rest.len())
        }
    };
    Some(Token { span: Span::new(start as u32, (start + 1 + length) as u32), first })
}

/// Whether the array whose bracket ends at byte `from` has only scalars, on one line, and few of them.
fn is_short(text: &str, from: u32) -> bool {
    let mut at = from;
    let mut length = 0;
    while let Some(token) = next(text, at) {
        if Span::new(at, token.span.start).of(text).contains('\n') || matches!(token.first, b'{' | b'[') {
            return false;
        }
        if token.first == b']' {
            return true;
        }
        // Counted as it will stand there, so that a second run gives the same.
        length += token.span.len() as usize + usize::from(token.first == b',');
        if length > SHORT {
            return false;
        }
        at = token.span.end;
    }
    false
}

/// The same changes, fewer of them: what stands between two that are near each other is put in anew as it is.
fn merged(text: &str, edits: Vec<Edit>) -> Vec<Edit> {
    let mut merged: Vec<Edit> = Vec::new();
    for edit in edits {
        match merged.last_mut() {
            Some(last) if edit.span.start - last.span.end <= NEAR && last.insert.len() < 64 * NEAR as usize => {
                let between = Span::new(last.span.end, edit.span.start).of(text);
                last.insert = [&last.insert, between, &edit.insert].concat().into();
                last.span.end = edit.span.end;
            }
            _ => merged.push(edit),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    #[track_caller]
    fn assert_format(text: &str, expected: &str) {
        let formatted = format(text, None).unwrap().apply(text);
        assert_eq!(formatted, expected);
        assert!(format(&formatted, None).unwrap().is_empty(), "a second run changes it again");
    }

    #[test]
    fn each_member_gets_a_line() {
        assert_format(
            r#"{"a":1,"b":{"c":[],"d":{ }},"e":[{"f":"x, y: {z}"}]}"#,
            "{\n  \"a\": 1,\n  \"b\": {\n    \"c\": [],\n    \"d\": {}\n  },\n  \"e\": [\n    {\n      \"f\": \"x, y: {z}\"\n    }\n  ]\n}",
        );
        assert_format("{\t\"a\" :1 ,\n\n\n  \"b\"\n:\ntrue}  \n\n", "{\n  \"a\": 1,\n  \"b\": true\n}\n");
        assert_format(" 12 ", "12");
    }

    #[test]
    fn short_arrays_stay_on_their_line() {
        assert_format("{\"a\": [1,2 , \"b\"]}", "{\n  \"a\": [1, 2, \"b\"]\n}");
        assert_format("[\n1,2]", "[\n  1,\n  2\n]");
        let long = format!("[{}]", ["\"0123456789\""; 9].join(", "));
        assert_eq!(format(&long, None).unwrap().apply(&long).lines().count(), 11);
    }

    #[test]
    fn indentation_and_line_ends_are_kept() {
        assert_format("{\r\n\t\"a\": { \"b\": 1 }\r\n}\r\n", "{\r\n\t\"a\": {\r\n\t\t\"b\": 1\r\n\t}\r\n}\r\n");
        assert_format("{\n    \"a\": { \"b\": 1 }\n}", "{\n    \"a\": {\n        \"b\": 1\n    }\n}");
        let text = "{\n    \"a\": 1\n}";
        assert_eq!(format(text, Some(" ")).unwrap().apply(text), "{\n \"a\": 1\n}");
    }

    #[test]
    fn what_is_not_json_is_let_be() {
        for text in ["", "{", "{ \"a\": 1, }", "{ a: 1 }", "// a\n{}"] {
            assert_eq!(format(text, None), Err(Refusal::NotJson), "{text}");
        }
    }

    #[test]
    fn many_changes_become_few() {
        let text = format!("[{}]", vec!["{\"a\":1}"; 20_000].join(","));
        let edits = format(&text, None).unwrap();
        assert!(edits.as_slice().len() < 100, "{}", edits.as_slice().len());
        let formatted = edits.apply(&text);
        assert_eq!(formatted.lines().count(), 60_002);
        assert!(format(&formatted, None).unwrap().is_empty());
    }

    fn json() -> impl Strategy<Value = Value> {
        let scalar = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            "[ -~\\\\\"{}:,é😀\t\n]{0,12}".prop_map(Value::from),
        ];
        scalar.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::vec(("[ -~]{0,6}", inner), 0..6)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn only_white_space_changes(value in json(), is_pretty in any::<bool>()) {
            let text = if is_pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) }.unwrap();
            let formatted = format(&text, None).unwrap().apply(&text);
            prop_assert_eq!(serde_json::from_str::<Value>(&formatted).unwrap(), value);
            let bare = |text: &str| text.chars().filter(|it| !it.is_ascii_whitespace()).collect::<String>();
            prop_assert_eq!(bare(&formatted), bare(&text));
            prop_assert!(format(&formatted, None).unwrap().is_empty());
        }
    }
}
