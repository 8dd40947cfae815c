//! What stands without quotes in a damaged text: numbers, literals, names, whole phrases.

use super::character::is_letter;
use super::quoted;
use super::source::Source;
use super::trivia::colon_follows;
use crate::json::string::encode;
use crate::json::syntax::SyntaxKind;

/// What the grammar asks for where a token is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A member's name.
    Name,
    /// A value.
    Value,
    /// A comma, a colon or a closing bracket.
    Between,
}

/// Something without quotes.
pub(super) enum Word {
    /// A number or a literal, perhaps after its repair.
    Scalar(Damage),
    /// A name or a text.
    Bare(Damage),
}

/// Where a word ends, and the JSON that stands for it where it is not JSON itself.
pub(super) struct Damage {
    /// The byte offset behind its last byte.
    pub(super) end: usize,
    pub(super) repair: Option<(SyntaxKind, String)>,
}

/// The word at byte `start`; none where no word begins there.
pub(super) fn read(text: &Source<'_>, start: usize, place: Place) -> Option<Word> {
    let rest = text.get(start..)?;
    if place == Place::Name
        && let Some(length) = path_length(text.rest_of_line(start, quoted::LINE_REACH))
    {
        let repair = Some((SyntaxKind::Unquoted, encode(rest.get(..length)?)));
        return Some(Word::Bare(Damage { end: start + length, repair }));
    }
    let length = word_length(rest);
    if place == Place::Value && begins_with_placeholder(rest) {
        let length = phrase_length(text.rest_of_line(start, quoted::LINE_REACH));
        let repair = Some((SyntaxKind::Unquoted, encode(rest.get(..length)?)));
        return Some(Word::Bare(Damage { end: start + length, repair }));
    }
    let word = rest.get(..length).filter(|word| !word.is_empty())?;
    let end = start + length;
    if rest.get(length..).is_some_and(|after| after.starts_with('"'))
        && quoted::may_end(text, end)
        && (place != Place::Between || colon_follows(text, end + 1))
    {
        // `getUser",`: the opening quote is what is missing.
        let repair = Some((SyntaxKind::UnopenedString, encode(word)));
        return Some(Word::Bare(Damage { end: end + 1, repair }));
    }
    if let Some(inner) = unopened(text, start, place) {
        let repair = Some((SyntaxKind::UnopenedString, encode(inner)));
        return Some(Word::Bare(Damage { end: start + inner.len() + 1, repair }));
    }
    if place != Place::Value || colon_follows(text, end) && !is_url(rest) {
        if place == Place::Value
            && let Some(scalar) = scalar(word)
        {
            return Some(Word::Scalar(Damage { end, repair: scalar.repair() }));
        }
        let repair = Some((SyntaxKind::Unquoted, encode(word)));
        return Some(Word::Bare(Damage { end, repair }));
    }
    let after = rest.get(length..).unwrap_or_default().trim_start_matches([' ', '\t']);
    let ends = after.is_empty() || after.starts_with(|c: char| c.is_ascii_digit() || "-;,}[]\n\r".contains(c));
    if ends && let Some(scalar) = scalar(word) {
        return Some(Word::Scalar(Damage { end, repair: scalar.repair() }));
    }
    // With a second quote in it, it is no one text any more.
    let line = text.rest_of_line(start, quoted::LINE_REACH);
    let line = line.match_indices('"').nth(1).and_then(|(quote, _)| line.get(..=quote)).unwrap_or(line);
    let phrase_end = start + phrase_length(line).max(length);
    let next = text.get(end..phrase_end).unwrap_or_default().trim_start();
    if (next.is_empty() || next.starts_with(|c: char| c.is_ascii_digit() || "-;".contains(c)))
        && let Some(scalar) = scalar(word)
    {
        return Some(Word::Scalar(Damage { end, repair: scalar.repair() }));
    }
    let phrase = text.get(start..phrase_end)?;
    if let Some(inner) = phrase.strip_suffix('"').filter(|inner| !inner.contains('"')) {
        return Some(Word::Bare(Damage { end: phrase_end, repair: Some((SyntaxKind::UnopenedString, encode(inner))) }));
    }
    if phrase.contains('"') {
        // Whatever it is, it is not one text: only the word is taken.
        let repair = match scalar(word) {
            Some(scalar) => return Some(Word::Scalar(Damage { end, repair: scalar.repair() })),
            None => Some((SyntaxKind::Unquoted, encode(word))),
        };
        return Some(Word::Bare(Damage { end, repair }));
    }
    Some(Word::Bare(Damage { end: phrase_end, repair: Some((SyntaxKind::Unquoted, encode(phrase))) }))
}

/// What stands before the first quote of the line, where that can only be a string's closing one: a name without blanks
/// before a colon, or a value behind which nothing but commas and brackets stand.
fn unopened<'t>(text: &Source<'t>, start: usize, place: Place) -> Option<&'t str> {
    let (inner, after) = text.rest_of_line(start, quoted::LINE_REACH).split_once('"')?;
    let is_it = match place {
        Place::Name => after.trim_start().starts_with(':') && !inner.contains([' ', ',', ':']),
        Place::Value => inner.contains(' ') && after.trim_matches([' ', '\t', ',', '}', ']']).is_empty(),
        Place::Between => false,
    };
    is_it.then_some(inner)
}

/// The length of the word with which `rest` begins, a comment right behind it excluded.
fn word_length(rest: &str) -> usize {
    let length = rest.len() - rest.trim_start_matches(is_word_character).len();
    let word = rest.get(..length).unwrap_or_default();
    let line_comment = word.find("//").filter(|&at| word.get(..at).and_then(scalar).is_some());
    word.find("/*").or(line_comment).unwrap_or(length)
}

/// The length of the path with parameters in it with which `line` begins, where a colon follows it: `/orders/{id}:`.
fn path_length(line: &str) -> Option<usize> {
    if !line.starts_with('/') {
        return None;
    }
    let end = line.find([' ', '\t', '"', '\'', ',']).unwrap_or(line.len());
    let path = line.get(..end)?;
    let path = path.strip_suffix(['{', '[']).unwrap_or(path);
    let path = path.strip_suffix(':').or_else(|| line.get(end..)?.trim_start().starts_with(':').then_some(path))?;
    (path.contains('{') && !path.contains([':', '['])).then_some(path.len())
}

/// The length of the place for a value with which `text` begins: `{{host}}`, `${region}`, `{tenant}`.
fn placeholder_length(text: &str) -> Option<usize> {
    let name = text.strip_prefix("${").or_else(|| text.strip_prefix("{{")).or_else(|| text.strip_prefix('{'))?;
    let is_name = |c: char| is_letter(c) || "_-.$ ".contains(c);
    let after = name.trim_start_matches(is_name);
    let closers = if text.starts_with("{{") { "}}" } else { "}" };
    let rest = after.strip_prefix(closers).filter(|_| after.len() < name.len())?;
    Some(text.len() - rest.len())
}

/// Whether a value without quotes begins with a place for another: `{{host}}`.
pub(super) fn begins_with_placeholder(rest: &str) -> bool {
    let length = placeholder_length(rest).filter(|_| rest.starts_with("{{"));
    let after = length.and_then(|length| rest.get(length..));
    after.is_some_and(|after| {
        after.is_empty() || after.starts_with([',', '}', ']', '\n', '\r', '/', ' ', '.', '-', ':'])
    })
}

fn is_word_character(character: char) -> bool {
    is_letter(character) || "_$-+.@%&*~!?|^<>\\/()".contains(character)
}

fn is_url(rest: &str) -> bool {
    rest.starts_with("http://") || rest.starts_with("https://")
}

/// The length of the text without quotes with which `rest` begins: up to what ends a value on its line.
fn phrase_length(rest: &str) -> usize {
    let mut end = 0;
    while let Some(length) = rest.get(end..).and_then(|rest| rest.find([',', '{', '}', '[', ']', '\n', '\r'])) {
        end += length;
        // A bracket right behind a word, or two of them, may be a place for a value.
        let before = rest.get(..end).unwrap_or_default();
        let may_be_place = before.is_empty() || before.ends_with(['$', '/', '.', '-', '}']);
        match rest.get(end..).and_then(placeholder_length).filter(|_| may_be_place) {
            Some(length) => end += length,
            None => break,
        }
    }
    if rest.get(end..).is_some_and(|rest| !rest.starts_with([',', '{', '}', '[', ']', '\n', '\r'])) {
        end = rest.len();
    }
    let phrase = rest.get(..end).unwrap_or_default();
    let comment = [" //", "\t//", " #", "\t#", " /*"].iter().filter_map(|mark| phrase.find(mark)).min();
    phrase.get(..comment.unwrap_or(end)).unwrap_or_default().trim_end().len()
}

enum Scalar {
    Sound,
    Foreign(&'static str),
    Number(String),
}

impl Scalar {
    fn repair(self) -> Option<(SyntaxKind, String)> {
        match self {
            Self::Sound => None,
            Self::Foreign(literal) => Some((SyntaxKind::ForeignLiteral, literal.to_owned())),
            Self::Number(number) => Some((SyntaxKind::BadNumber, number)),
        }
    }
}

/// What `word` is where it is a number or a literal of JSON or of another language.
fn scalar(word: &str) -> Option<Scalar> {
    if matches!(word, "true" | "false" | "null") || is_number(word) {
        return Some(Scalar::Sound);
    }
    let literal = match word.to_ascii_lowercase().as_str() {
        "true" => "true",
        "false" => "false",
        "none" | "nil" | "null" | "undefined" | "nan" | "infinity" | "-infinity" | "+infinity" => "null",
        _ => return number(word).map(Scalar::Number),
    };
    Some(Scalar::Foreign(literal))
}

/// The number that somebody meant who wrote `word`.
fn number(word: &str) -> Option<String> {
    let (sign, digits) = match word.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", word.strip_prefix('+').unwrap_or(word)),
    };
    if let Some(hex) = digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")) {
        return u64::from_str_radix(hex, 16).ok().map(|number| format!("{sign}{number}"));
    }
    let (mantissa, exponent) = match digits.find(['e', 'E']) {
        Some(at) => (digits.get(..at)?, digits.get(at..)?),
        None => (digits, ""),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let whole = whole.replace('_', "");
    let significant = whole.trim_start_matches('0');
    let whole = if significant.is_empty() { "0" } else { significant };
    let point = if fraction.is_empty() { "" } else { "." };
    let normal = format!("{sign}{whole}{point}{fraction}{exponent}");
    (mantissa.bytes().any(|byte| byte.is_ascii_digit()) && is_number(&normal)).then_some(normal)
}

/// Whether `word` is a number as JSON writes it.
fn is_number(word: &str) -> bool {
    let digits = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = word.strip_prefix('-').unwrap_or(word);
    let whole = digits(rest);
    if whole == 0 || (whole > 1 && rest.starts_with('0')) {
        return false;
    }
    let mut rest = rest.get(whole..).unwrap_or_default();
    if let Some(fraction) = rest.strip_prefix('.') {
        let length = digits(fraction);
        if length == 0 {
            return false;
        }
        rest = fraction.get(length..).unwrap_or_default();
    }
    if let Some(exponent) = rest.strip_prefix(['e', 'E']) {
        let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        let length = digits(exponent);
        return length > 0 && length == exponent.len();
    }
    rest.is_empty()
}
