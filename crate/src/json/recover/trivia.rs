//! What stands between tokens: white space, white space that JSON does not know, comments.

use super::character::{is_invisible, is_odd_white_space};
use super::source::Source;
use crate::json::syntax::{SyntaxError, SyntaxKind};
use crate::text::{Edit, Span};

/// The byte offset of the next token at or after `at`, and whether a line end comes before it.
///
/// Comments and odd white space on the way are added to `errors`.
pub(super) fn skip(text: &Source<'_>, mut at: usize, errors: &mut Vec<SyntaxError>) -> (usize, bool) {
    let mut new_line = false;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let Some(first) = rest.chars().next() else { return (at, new_line) };
        match first {
            _ if text.is_beyond_repair(errors.len()) => return (at, new_line),
            '\n' | '\r' => {
                new_line = true;
                at += 1;
            }
            ' ' | '\t' => at += 1,
            '<' | '>' | '=' | '|' if let Some(line) = conflict_mark(text, at) => {
                new_line = true;
                at = line.end as usize;
                text.add(errors, SyntaxError::new(SyntaxKind::MergeConflict, line, vec![Edit::delete(line)]), at);
            }
            _ if is_odd_white_space(first) => {
                let length = rest.chars().take_while(|&c| is_odd_white_space(c)).map(char::len_utf8).sum::<usize>();
                text.add(errors, odd_white_space(text, at, at + length), at);
                at += length;
            }
            _ if !matches!(first, '/' | '#') => return (at, new_line),
            _ => match comment_length(text, at) {
                Some(length) => {
                    new_line |= rest.get(..length).is_some_and(|comment| comment.contains('\n'));
                    text.add(errors, comment(text, at, at + length), at);
                    at += length;
                }
                None => return (at, new_line),
            },
        }
    }
}

/// The line that begins at byte `at`, where it is one of those that Git puts around versions that it could not bring
/// together.
fn conflict_mark(text: &Source<'_>, at: usize) -> Option<Span> {
    let rest = text.get(at..)?;
    let is_mark = rest.starts_with("<<<<<<< ") || rest.starts_with(">>>>>>> ") || rest.starts_with("||||||| ");
    let is_between = || rest.strip_prefix("=======").is_some_and(|rest| rest.starts_with(['\n', '\r']));
    let is_line = (is_mark || is_between()) && text.before_on_line(at, 0).is_some();
    is_line.then(|| Span::new(at as u32, rest.find('\n').map_or(text.len(), |end| at + end + 1) as u32))
}

fn odd_white_space(text: &str, start: usize, end: usize) -> SyntaxError {
    let span = Span::new(start as u32, end as u32);
    let run = span.of(text);
    if start == 0 && run == "\u{FEFF}" {
        return SyntaxError::new(SyntaxKind::ByteOrderMark, span, vec![Edit::delete(span)]);
    }
    let blanks: String = run.chars().filter(|&c| !is_invisible(c)).map(|_| ' ').collect();
    SyntaxError::new(SyntaxKind::OddWhiteSpace, span, vec![Edit::replace(span, blanks)])
}

/// The length in bytes of the comment that begins at byte `at`, its line end excluded.
fn comment_length(text: &Source<'_>, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    if rest.starts_with("/*")
        && let Some(end) = text.comment_end(at + 2)
    {
        return Some(end - at);
    }
    let begins = ["//", "#", "/*"].iter().any(|mark| rest.starts_with(mark));
    begins.then(|| rest.find(['\n', '\r']).unwrap_or(rest.len()))
}

/// A comment goes with its line where it has one to itself, else with the blanks before it.
fn comment(text: &str, start: usize, end: usize) -> SyntaxError {
    let blank = |c: char| c == ' ' || c == '\t';
    let before = text.get(..start).unwrap_or_default().trim_end_matches(blank);
    let after = text.get(end..).unwrap_or_default();
    let rest = after.trim_start_matches(blank);
    let line_end = ["\r\n", "\n", "\r"].into_iter().find(|end| rest.starts_with(end));
    let goes = match line_end {
        Some(line_end) if before.is_empty() || before.ends_with(['\n', '\r']) => {
            before.len()..end + after.len() - rest.len() + line_end.len()
        }
        _ => before.len()..end,
    };
    let span = Span::new(start as u32, end as u32);
    SyntaxError::new(SyntaxKind::Comment, span, vec![Edit::delete(Span::new(goes.start as u32, goes.end as u32))])
}

/// Whether a colon, or what people write for one, is the next thing after byte `at`.
pub(super) fn colon_follows(text: &Source<'_>, at: usize) -> bool {
    let (next, _) = skip(text, at, &mut Vec::new());
    matches!(text.as_bytes().get(next), Some(b':' | b'='))
}
