//! Strings of a damaged text: where they end, and what is wrong inside them.

use super::character::{is_letter, is_odd_white_space, is_opening_quote, is_typographic};
use super::source::{Quotes, Source};
use super::trivia;
use crate::json::string::{is_hex, push_encoded};
use crate::json::syntax::{SyntaxError, SyntaxKind};
use crate::text::{Edit, Span};

/// How far ahead a closing quote is looked for on the same line, in bytes.
pub(super) const LINE_REACH: usize = 1_024;
/// How far ahead a closing quote is looked for beyond line ends, in bytes.
const TEXT_REACH: usize = 16_384;

/// How many quotes are looked at to tell which of them ends a string.
const QUOTES: usize = 24;

/// How a string ends.
enum End {
    /// With a quote at this offset.
    Quote(usize),
    /// Before this offset, without one.
    Missing(usize),
}

/// Reads the string whose opening quote is at byte `start`. Returns where it ends, as a byte offset behind its last
/// byte, and adds what is wrong with it to `errors`.
pub(super) fn read(text: &Source<'_>, start: usize, is_name: bool, errors: &mut Vec<SyntaxError>) -> usize {
    let opening = text.get(start..).and_then(|rest| rest.chars().next()).unwrap_or('"');
    let inside = start + opening.len_utf8();
    if opening == '"'
        && text.as_bytes().get(inside) == Some(&b'"')
        && let Some(end) = doubled_end(text, inside)
    {
        let surplus = [inside, end].map(|at| Edit::delete(Span::new(at as u32, at as u32 + 1)));
        let span = Span::new(inside as u32, inside as u32 + 1);
        errors.push(SyntaxError::new(SyntaxKind::StrayCharacter, span, surplus.into()));
        content(text, inside + 1, end, errors);
        return end + 2;
    }
    let end = find_end(text, inside, opening, is_name);
    let (content_end, closing, after) = match end {
        End::Quote(at) => {
            let closing = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or('"');
            (at, Some(closing), at + closing.len_utf8())
        }
        End::Missing(at) => (at, None, at),
    };
    let mut foreign_quotes = None;
    if opening != '"' || closing.is_some_and(|quote| quote != '"') {
        let foreign = [Some(opening), closing].into_iter().flatten().find(|&quote| quote != '"').unwrap_or(opening);
        let kind = if is_typographic(foreign) || matches!(foreign, '‘' | '’' | '‚' | '‛') {
            SyntaxKind::TypographicQuotes
        } else {
            SyntaxKind::SingleQuotes
        };
        let mut repair = Vec::with_capacity(2);
        for (at, quote) in [(start, Some(opening)), (content_end, closing)] {
            if let Some(quote) = quote.filter(|&quote| quote != '"') {
                repair.push(Edit::replace(Span::new(at as u32, (at + quote.len_utf8()) as u32), "\""));
            }
        }
        foreign_quotes = Some(SyntaxError::new(kind, Span::new(start as u32, after as u32), repair));
    }
    let inner_quotes = content(text, inside, content_end, errors);
    match foreign_quotes {
        // Where the quotes around the string change, those inside it need their backslashes for that reason alone.
        Some(mut error) => {
            error.repair.extend(inner_quotes);
            errors.push(error);
        }
        None => push(errors, SyntaxKind::QuoteInString, inner_quotes, text),
    }
    if closing.is_none() {
        let span = Span::new(start as u32, content_end as u32);
        errors.push(SyntaxError::new(SyntaxKind::UnclosedString, span, vec![Edit::insert(span.end, "\"")]));
    }
    after
}

/// Where the string that begins at byte `inside` ends, where two quotes stand before and behind it: `""a""`.
fn doubled_end(text: &Source<'_>, inside: usize) -> Option<usize> {
    let inner = text.rest_of_line(inside, LINE_REACH).strip_prefix('"')?;
    let from = inside + 1;
    let end = text.quotes(Quotes::Double, from, from + inner.len()).next().filter(|&end| end > from)?;
    let length = end - from;
    let is_doubled = inner.get(length + 1..)?.starts_with('"') && may_end(text, end + 1);
    (is_doubled && !inner.starts_with([',', ':', ']', '}', ' '])).then_some(end)
}

fn find_end(text: &Source<'_>, inside: usize, opening: char, is_name: bool) -> End {
    let closing = Quotes::closing(opening);
    let line = text.rest_of_line(inside, LINE_REACH);
    let quotes = text.quotes(closing, inside, inside + line.len());
    // `"name: "value"`, `"name: 1,` and `"name: {`: a name that runs into its value.
    if is_name
        && let Some(length) = name_before_colon(line).or_else(|| name_before_bracket(text, inside, line, closing))
    {
        return End::Missing(inside + length);
    }
    if opening == '"'
        && !is_name
        && let Some(at) = last_of_line(text, inside, line)
    {
        return End::Quote(at);
    }
    let mut first = None;
    for at in quotes.take(QUOTES) {
        // Where a quote before did not end the text, this one needs to look more like an end than that.
        let is_doubtful =
            || first.is_some() && (!is_name && trivia::colon_follows(text, at + 1) || !string_follows(text, at));
        if may_end(text, at) && !is_doubtful() {
            return End::Quote(at);
        }
        if first.is_none() {
            if member_follows(text, at) || string_begins(text, at + 1, is_name) || is_name && value_follows(text, at) {
                return End::Quote(at);
            }
            if opening == '"'
                && let Some(length) = text_before_next_string(text, inside, at)
            {
                return End::Missing(inside + length);
            }
            first = Some(at);
        }
    }
    if let Some(first) = first {
        return End::Quote(first);
    }
    // A text longer than that, an icon say, has no quotes in it: the next one ends it.
    let next = text.quotes(closing, inside, usize::MAX).next();
    if let Some(at) = next.filter(|&at| !text.is_parted(Span::new(inside as u32, at as u32))) {
        return End::Quote(at);
    }
    if opening == '"'
        && let Some(at) = text.quotes(Quotes::Typographic, inside, inside + line.len()).last()
        && may_end(text, at)
    {
        return End::Quote(at);
    }
    match next.filter(|at| at - inside < TEXT_REACH) {
        Some(at) if may_end(text, at) && !is_name => End::Quote(at),
        _ => End::Missing(inside + text_before_structure(line)),
    }
}

/// Whether what follows the quote at byte `at` is what follows a string in JSON.
pub(super) fn may_end(text: &str, at: usize) -> bool {
    let mut rest = text.get(at..).unwrap_or_default().chars();
    rest.next();
    let after = rest.as_str();
    let next = after.trim_start_matches(|c: char| c == ' ' || c == '\t' || is_odd_white_space(c));
    match next.chars().next() {
        None | Some(',' | ':' | '}' | ']' | '\n' | '\r' | '=' | ';' | '#') => true,
        Some('/') => next.starts_with("//") || next.starts_with("/*"),
        Some('.') => next.starts_with("..."),
        Some('+') => sum_follows(next),
        Some(quote) if is_opening_quote(quote) => next.len() < after.len(),
        Some(_) => false,
    }
}

/// Whether `text` begins with a plus and then a string.
fn sum_follows(text: &str) -> bool {
    text.strip_prefix('+').is_some_and(|rest| rest.trim_start().starts_with(is_opening_quote))
}

/// Whether what follows the quote at byte `at` is no comma with a string, or one that is a string to its end.
///
/// In `"One of "a", "b" or none"` the quotes around `b` are followed by what does not follow a string.
fn string_follows(text: &Source<'_>, at: usize) -> bool {
    let blanks = [' ', '\t'];
    let line = text.rest_of_line(at + 1, LINE_REACH);
    let after_comma = line.trim_start_matches(blanks).strip_prefix(',').map(|rest| rest.trim_start_matches(blanks));
    let Some(inner) = after_comma.and_then(|rest| rest.strip_prefix('"')) else { return true };
    let line_end = at + 1 + line.len();
    let start = line_end - inner.len();
    let Some(end) = text.quotes(Quotes::Double, start, line_end).next().map(|end| end - start) else { return true };
    let after = inner.get(end + 1..).unwrap_or_default().trim_start_matches(blanks);
    after.is_empty() || after.starts_with([':', ',', ']', '}'])
}

/// Whether a name without quotes and a colon follow the quote at byte `at`: `"a" b: 1`.
fn member_follows(text: &str, at: usize) -> bool {
    let rest = text.get(at + 1..).unwrap_or_default();
    let word = rest.trim_start_matches([' ', '\t']);
    let length = word.len() - word.trim_start_matches(|c: char| is_letter(c) || "_$-".contains(c)).len();
    word.len() < rest.len()
        && length > 0
        && word.get(length..).is_some_and(|after| after.trim_start_matches([' ', '\t']).starts_with(':'))
}

/// Whether an opening bracket, a number or a literal follows the quote at byte `at`: `"a" [`, `"a"1,`.
fn value_follows(text: &str, at: usize) -> bool {
    let rest = text.get(at + 1..).unwrap_or_default().trim_start_matches([' ', '\t']);
    let length = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "-+.".contains(c)).len();
    let (word, after) = rest.split_at_checked(length).unwrap_or_default();
    let is_scalar =
        matches!(word, "true" | "false" | "null") || word.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    rest.starts_with(['{', '[']) || is_scalar && after.trim_start().starts_with([',', '}', ']'])
}

/// Whether a string begins at byte `at`, right behind the quote that ends the one before: a name where that is a value,
/// and a value where it is a name.
fn string_begins(text: &Source<'_>, at: usize, is_name: bool) -> bool {
    let line = text.rest_of_line(at, LINE_REACH);
    let Some(inner) = line.strip_prefix('"') else { return false };
    let from = at + 1;
    let end = text.quotes(Quotes::Double, from, from + inner.len()).next().map(|end| end - from);
    let Some(end) = end.filter(|&end| end > 0) else { return false };
    let after = inner.get(end + 1..).unwrap_or_default().trim_start_matches([' ', '\t']);
    if is_name { after.starts_with([',', '}']) } else { after.starts_with(':') }
}

/// The last quote of `line`, behind which nothing but a comma stands, where the string that begins at byte `inside` is
/// all that stands on its line, or all but its name: quotes before the last one are a part of it.
fn last_of_line(text: &Source<'_>, inside: usize, line: &str) -> Option<usize> {
    if line.len() + 4 > LINE_REACH {
        return None;
    }
    let kept = line.trim_end();
    let inner = kept.strip_suffix(',').unwrap_or(kept).trim_end().strip_suffix('"')?;
    let is_escaped = (inner.len() - inner.trim_end_matches('\\').len()) % 2 == 1;
    if is_escaped || !inner.contains('"') {
        return None;
    }
    let before = text.before_on_line(inside - 1, LINE_REACH)?.trim();
    let name = before.strip_suffix(':').and_then(|name| name.trim_end().strip_prefix('"')?.strip_suffix('"'));
    let is_member = name.is_some_and(|name| !name.contains('"'));
    let ends_text = |(at, _): (usize, &str)| {
        let after = inner.get(at + 1..).unwrap_or_default().trim_start();
        after.starts_with(':')
            || sum_follows(after)
            || !is_member && after.strip_prefix(',').is_some_and(|after| after.trim_start().starts_with('"'))
    };
    let is_all = is_member || before.is_empty();
    (is_all && !inner.match_indices('"').any(ends_text)).then_some(inside + inner.len())
}

/// The length of the name with which `line` begins, where a colon follows it and no quote closes it before.
fn name_before_colon(line: &str) -> Option<usize> {
    let length = line.len() - line.trim_start_matches(|c: char| is_letter(c) || "_$-.".contains(c)).len();
    let after = line.get(length..)?.trim_start_matches([' ', '\t']).strip_prefix(':')?;
    let value = after.trim_start_matches([' ', '\t']);
    let runs_into_value = match value.chars().next() {
        Some('"') => {
            let mut rest = value.chars();
            rest.next();
            // `"name: ",`: here the quote does close the string.
            rest.next().is_some_and(|c| !matches!(c, ',' | ':' | '}' | ']' | ' '))
        }
        Some(_) => line.find('"').is_none_or(|at| {
            let before = line.get(..at).unwrap_or_default().trim_end();
            before.ends_with([',', '{', '['])
        }),
        None => false,
    };
    (length > 0 && runs_into_value).then_some(length)
}

/// The length of the name with which `line` begins, where it ends in `: {` or `: [` and nothing `closes` it.
fn name_before_bracket(text: &Source<'_>, inside: usize, line: &str, closing: Quotes) -> Option<usize> {
    let name = line.trim_end().strip_suffix(['{', '['])?.trim_end().strip_suffix(':')?;
    (!name.is_empty() && !line.contains('"') && text.quotes(closing, inside, inside + line.len()).next().is_none())
        .then_some(name.trim_end().len())
}

/// The length of the text from byte `start` on, where the quote at byte `at` does not belong to it but begins the next
/// string: a comma stands before it, and behind its own closing quote what follows a string in JSON.
fn text_before_next_string(text: &Source<'_>, start: usize, at: usize) -> Option<usize> {
    let before = text_before_structure(text.get(start..at)?.trim_end().strip_suffix(',')?);
    let line = text.rest_of_line(at + 1, LINE_REACH);
    let closing = text.quotes(Quotes::Double, at + 1, at + 1 + line.len()).next()? - at - 1;
    let after = line.get(closing + 1..)?.trim_start();
    let begins_string =
        closing > 0 && !line.starts_with(' ') && (after.is_empty() || after.starts_with([',', ':', ']', '}']));
    begins_string.then_some(before)
}

/// The length of `line` without the commas and brackets at its end that look like structure.
fn text_before_structure(line: &str) -> usize {
    let mut kept = line.trim_end();
    kept = kept.strip_suffix(',').unwrap_or(kept).trim_end();
    for (opener, closer) in [('{', '}'), ('[', ']'), ('{', '}')] {
        let mut surplus = kept.matches(closer).count().saturating_sub(kept.matches(opener).count());
        while surplus > 0
            && let Some(shorter) = kept.strip_suffix(closer)
        {
            kept = shorter.trim_end();
            surplus -= 1;
        }
    }
    kept.len()
}

/// Adds what is wrong between the quotes, one error for each kind. Returns the edits that the quotes in there need.
fn content(text: &Source<'_>, start: usize, end: usize, errors: &mut Vec<SyntaxError>) -> Vec<Edit> {
    let mut control = Vec::new();
    let mut escapes = Vec::new();
    let mut quotes = Vec::new();
    let inner = text.get(start..end).unwrap_or_default();
    let mut characters = inner.char_indices();
    while let Some((offset, character)) = characters.next() {
        let at = (start + offset) as u32;
        match character {
            '\0'..'\u{20}' => {
                let mut encoded = String::new();
                push_encoded(&mut encoded, character);
                text.add(&mut control, Edit::replace(Span::new(at, at + 1), encoded), start + offset);
            }
            '"' => text.add(&mut quotes, Edit::insert(at, "\\"), start + offset),
            '\\' => {
                let rest = inner.get(offset + 1..).unwrap_or_default();
                match rest.chars().next() {
                    Some('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't') => {
                        characters.next();
                    }
                    Some('u') if rest.get(1..5).is_some_and(is_hex) => {}
                    Some('\'') => {
                        text.add(&mut escapes, Edit::delete(Span::new(at, at + 1)), start + offset);
                        characters.next();
                    }
                    Some('x') if rest.get(1..3).is_some_and(is_hex) => {
                        text.add(&mut escapes, Edit::replace(Span::new(at + 1, at + 2), "u00"), start + offset);
                        characters.next();
                    }
                    // A pattern such as `\d`, or a Windows path: the backslash itself is meant.
                    _ => text.add(&mut escapes, Edit::insert(at, "\\"), start + offset),
                }
            }
            _ => continue,
        }
        if text.is_beyond_repair(control.len() + escapes.len() + quotes.len()) {
            break;
        }
    }
    push(errors, SyntaxKind::ControlCharacter, control, text);
    push(errors, SyntaxKind::BadEscape, escapes, text);
    quotes
}

/// Adds the error that `repair` mends, from its first place to its last; nothing where there is nothing to mend.
fn push(errors: &mut Vec<SyntaxError>, kind: SyntaxKind, repair: Vec<Edit>, text: &str) {
    if let (Some(first), Some(last)) = (repair.first(), repair.last()) {
        errors.push(SyntaxError::new(kind, Span::new(first.span.start, next_end(text, last.span.start)), repair));
    }
}

/// The end of the character at byte `at`, or of an escape's two characters.
fn next_end(text: &str, at: u32) -> u32 {
    let mut rest = text.get(at as usize..).unwrap_or_default().chars();
    let mut length = rest.next().map_or(0, char::len_utf8);
    if text.as_bytes().get(at as usize) == Some(&b'\\') {
        length += rest.next().filter(|c| *c >= ' ').map_or(0, char::len_utf8);
    }
    at + length as u32
}
