//! Texts of which only one thing is to be said.

use super::character::is_letter;
use crate::json::strict;
use crate::json::string::decode;
use crate::json::syntax::{SyntaxError, SyntaxKind};
use crate::text::{Edit, Span};

/// What is to be said alone of a text that is empty, no JSON at all, JSON with every quote escaped, or two versions in one.
pub(super) fn judge(text: &str) -> Vec<SyntaxError> {
    match judge_whole(text) {
        Some(error) => vec![error],
        None => conflicts(text),
    }
}

fn judge_whole(text: &str) -> Option<SyntaxError> {
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let start = text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').len();
    let span = Span::new(start as u32, (start + trimmed.len()) as u32);
    if trimmed.is_empty() {
        return Some(SyntaxError::new(SyntaxKind::Empty, Span::default(), Vec::new()));
    }
    if let Some(unescaped) = unescaped(trimmed).or_else(|| undone(trimmed)) {
        return Some(SyntaxError::new(SyntaxKind::EscapedDocument, span, vec![Edit::replace(span, unescaped)]));
    }
    let first_line = Span::new(span.start, span.start + trimmed.lines().next().map_or(0, str::len) as u32);
    let is_markup = trimmed.starts_with('<') && !trimmed.starts_with("<<<<<<<");
    let foreign = is_markup || is_yaml(trimmed) || !trimmed.contains(['{', '[', ':', '"']);
    let is_comment = trimmed.starts_with("//") || trimmed.starts_with("/*");
    (foreign && !is_comment && !is_lone_value(trimmed))
        .then(|| SyntaxError::new(SyntaxKind::NotJson, first_line, Vec::new()))
}

/// Each conflict of two versions, mended by keeping the first. What else is wrong shows once they are gone.
fn conflicts(text: &str) -> Vec<SyntaxError> {
    let mut found = Vec::new();
    // Where the conflict begins, its first line, where the first version ends, and the line between the two.
    let (mut first, mut kept_to, mut between) = (None, None, None);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len() as u32);
        at = span.end;
        if line.starts_with("<<<<<<<") {
            // Where one conflict was left inside of another, the outer one is what counts.
            first.get_or_insert(span);
        } else if line.starts_with("|||||||") && first.is_some() {
            kept_to = Some(span.start);
        } else if line.starts_with("=======") && first.is_some() {
            between = Some(span);
        } else if line.starts_with(">>>>>>>")
            && let (Some(first), Some(between)) = (first.take(), between.take())
        {
            let rest = Span::new(kept_to.take().unwrap_or(between.start), span.end);
            let mut error =
                SyntaxError::new(SyntaxKind::MergeConflict, first, vec![Edit::delete(first), Edit::delete(rest)]);
            error.related = Some(between);
            found.push(error);
        }
    }
    found
}

/// The document that `text` is with one level of escapes taken away: `{\"swagger\": …}`.
fn unescaped(text: &str) -> Option<String> {
    let inside = text.strip_prefix('"').unwrap_or(text).strip_prefix(['{', '['])?;
    let first = inside.trim_start_matches("\\n").trim_start_matches("\\r").trim_start_matches("\\t").trim_start();
    if !["\\n", "\\r\\n"].iter().any(|line_end| inside.starts_with(line_end)) && !first.starts_with("\\\"") {
        return None;
    }
    let body = text.strip_prefix('"').unwrap_or(text);
    let body = body.strip_suffix('"').unwrap_or(body);
    let decoded = decode(body).into_owned();
    strict::parse(&decoded).is_ok().then_some(decoded)
}

/// The document that `text` is with each of its quotes doubled, as in a cell of a table, or written as in a web page.
fn undone(text: &str) -> Option<String> {
    let is_doubled =
        |text: &str| text.starts_with(['{', '[']) && text.contains('"') && !text.replace("\"\"", "").contains('"');
    let cell = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text);
    let undone = if is_doubled(cell) {
        cell.replace("\"\"", "\"")
    } else if text.contains("&quot;") && !text.contains('"') {
        [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&amp;", "&")]
            .iter()
            .fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
    } else {
        return None;
    };
    strict::parse(&undone).is_ok().then_some(undone)
}

/// Whether `text` begins as YAML does: lines of `key: value` or `key:` without quotes, braces or commas.
fn is_yaml(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut first = lines.next().unwrap_or_default();
    if first == "---" || first.starts_with("%YAML") {
        first = lines.next().unwrap_or_default();
    }
    let is_pair = |line: &str| {
        let line = line.trim_start().trim_start_matches("- ");
        let name = line.split(':').next().unwrap_or_default();
        let value = line.get(name.len()..).unwrap_or_default();
        !name.is_empty()
            && name.chars().all(|c| is_letter(c) || "_-./{}".contains(c))
            && (value == ":" || value.starts_with(": "))
            && !line.ends_with([',', '{', '['])
    };
    let is_item = |line: &str| line.trim_start().starts_with("- ");
    is_pair(first) && !first.starts_with('{') && lines.next().is_some_and(|line| is_pair(line) || is_item(line))
}

/// Whether it may be a single value, damaged: a number or a literal.
fn is_lone_value(text: &str) -> bool {
    text.len() < 32 && !text.contains(char::is_whitespace) && !text.starts_with('<')
}
