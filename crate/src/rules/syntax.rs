//! What the rules of JSON's syntax share.

use std::fmt::Write as _;

use super::Findings;
use crate::diagnostic::Diagnostic;
use crate::json::{SyntaxError, SyntaxKind};
use crate::openapi::Document;
use crate::openapi::shape::{Fault, Problem, Slip};
use crate::text::{Edit, Gather, Span};

/// Why every error of syntax matters.
pub(super) const REFUSED: &str = "Nintex reads strict JSON: a file with this in it is refused as a whole.";

/// How many errors of one kind are told one by one. What is more is one habit, not many slips: it is told once.
const FLOOD: usize = 20;

/// How much of the text a message shows, in characters.
const SHOWN: usize = 40;

/// How much of the text is looked at for a name to show, in characters.
const LOOKED_AT: usize = 200;

/// The errors of one kind, in the order of the text.
pub(super) fn errors<'a>(document: &Document<'a>, kind: SyntaxKind) -> impl Iterator<Item = &'a SyntaxError> {
    document.tree().errors().iter().filter(move |error| error.kind == kind)
}

/// Reports errors of one kind whose repairs cannot be a wrong guess.
///
/// `message` says what is wrong, `title` what the repair does. Where there are too many to be read, one finding stands
/// for all of them, with one fix titled `title_for_all`.
pub(super) fn report<'a>(
    document: &Document<'a>,
    findings: &mut Findings,
    errors: impl Iterator<Item = &'a SyntaxError>,
    message: impl Fn(&SyntaxError) -> String,
    title: impl Fn(&SyntaxError) -> String,
    title_for_all: &str,
) {
    report_all(document, findings, &errors.gathered(), &message, &title, title_for_all);
}

/// Whether so much is wrong on the line of the error that its repair is one of several ways to read it: a quote that is
/// missing or too many, and more.
pub(super) fn is_tangled(document: &Document<'_>, error: &SyntaxError) -> bool {
    use SyntaxKind::{
        MissingColon, MissingComma, MissingName, MissingValue, QuoteInString, StrayCharacter, UnclosedString,
        UnopenedString, Unquoted,
    };
    let errors = document.tree().errors();
    let text = document.tree().text();
    let at = errors.partition_point(|other| other.span.order() < error.span.order());
    let is_on_line = |other: &&SyntaxError| {
        let between = Span::new(other.span.end.min(error.span.end), error.span.start.max(other.span.start));
        between.len() < LINE && !between.of(text).contains('\n')
    };
    let before = errors.get(..at).unwrap_or_default().iter().rev().take_while(is_on_line);
    let on_line = before.chain(errors.get(at..).unwrap_or_default().iter().take_while(is_on_line)).take(NEIGHBOURS);
    let (mut quote, mut bare, mut lack, mut other) = (false, false, false, false);
    for neighbour in on_line {
        match neighbour.kind {
            QuoteInString | UnclosedString | UnopenedString if quote => other |= neighbour.kind != error.kind,
            QuoteInString | UnclosedString | UnopenedString => quote = true,
            Unquoted => bare = true,
            MissingColon | MissingName | MissingValue => lack = true,
            MissingComma | StrayCharacter => other = true,
            _ => {}
        }
    }
    quote && (bare || lack || other) || bare && lack
}

/// How far apart two errors on one line may be to have to do with each other, in bytes.
const LINE: u32 = 500;

/// How many errors on one line are looked at.
const NEIGHBOURS: usize = 32;

/// [`report`], once for all rules: as a part of each of them it would make the wasm heavier.
fn report_all(
    document: &Document<'_>,
    findings: &mut Findings,
    errors: &[&SyntaxError],
    message: &dyn Fn(&SyntaxError) -> String,
    title: &dyn Fn(&SyntaxError) -> String,
    title_for_all: &str,
) {
    if errors.len() > FLOOD {
        return report_as_one(findings, errors, message, title_for_all);
    }
    for error in errors {
        let finding = findings.add(error.span, message(error), REFUSED);
        if is_tangled(document, error) {
            let consequence =
                "So much is wrong on this line that it can be read in several ways: see what comes of it.";
            finding.review_fix(title(error), consequence, error.repair.to_vec());
        } else {
            finding.safe_fix(title(error), error.repair.to_vec());
        }
    }
}

/// Reports errors of commas and colons: like [`report`] where the brackets match.
///
/// Where they do not, what belongs to what is a guess, and so is where a comma or colon has to be.
pub(super) fn report_punctuation<'a>(
    document: &Document<'a>,
    findings: &mut Findings,
    errors: impl Iterator<Item = &'a SyntaxError>,
    message: impl Fn(&SyntaxError) -> String,
    title: &str,
    title_for_all: &str,
) {
    punctuation(document, findings, &errors.gathered(), &message, title, title_for_all);
}

fn punctuation(
    document: &Document<'_>,
    findings: &mut Findings,
    errors: &[&SyntaxError],
    message: &dyn Fn(&SyntaxError) -> String,
    title: &str,
    title_for_all: &str,
) {
    if !brackets_are_in_doubt(document) {
        return report_all(document, findings, errors, message, &|_| title.to_owned(), title_for_all);
    }
    for error in errors {
        let consequence = "Brackets do not match in this document: see to them first, then this may look different.";
        findings.add(error.span, message(error), REFUSED).review_fix(title, consequence, error.repair.to_vec());
    }
}

/// Whether brackets do not match, other than that the text ends before they are closed, and it is a guess how they should.
pub(super) fn brackets_are_in_doubt(document: &Document<'_>) -> bool {
    let text = document.tree().text();
    document.tree().errors().iter().any(|error| match error.kind {
        SyntaxKind::MissingCloser if is_end(text, error.span.end) => false,
        SyntaxKind::TextAfter => !is_remark(error.span.of(text)),
        _ => error.is_about_brackets(text) && !is_evident(document, error),
    })
}

/// Whether what stands behind the document has nothing to do with it.
pub(super) fn is_remark(after: &str) -> bool {
    after.len() == 1 && !after.contains(['{', '[', '}', ']']) || !after.contains(['{', '[', '}', ']', '"'])
}

/// Offers the repair of a bracket: as safe where the lines around it leave no other, and else with what it assumes.
pub(super) fn fix_bracket(
    document: &Document<'_>,
    finding: &mut Diagnostic,
    error: &SyntaxError,
    title: &str,
    assumption: &'static str,
) {
    if is_evident(document, error) {
        finding.safe_fix(title, error.repair.to_vec());
    } else {
        finding.review_fix(title, assumption, error.repair.to_vec());
    }
}

/// Whether the repair of a bracket is no guess. Where keys stand in objects to which they do not belong once it is made,
/// it is one.
fn is_evident(document: &Document<'_>, error: &SyntaxError) -> bool {
    let is_misplaced =
        |problem: &Problem<'_>| matches!(problem.fault, Fault::UnknownKey { slip: Slip::BelongsIn(_), .. });
    error.is_evident && !document.shape().problems.iter().any(is_misplaced)
}

/// Reports errors whose repairs cannot be a wrong guess at the place of the first, with one fix for all of them.
pub(super) fn report_as_one(
    findings: &mut Findings,
    errors: &[&SyntaxError],
    message: &dyn Fn(&SyntaxError) -> String,
    title: &str,
) {
    let Some(first) = errors.first() else { return };
    let mut message = message(first);
    let more = errors.len() - 1;
    if more > 0 {
        message.truncate(message.trim_end_matches('.').len());
        let _ = write!(message, ", and {more} more like it.");
    }
    let mut edits = Vec::with_capacity(errors.iter().map(|error| error.repair.len()).sum());
    for error in errors {
        edits.extend_from_slice(&error.repair);
    }
    findings.add(first.span, message, REFUSED).safe_fix(title, edits);
}

/// `text` in backticks: its first line, and of that what fits into a message.
pub(super) fn shown(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let mut shown = String::from("`");
    for character in line.chars().take(SHOWN) {
        if character.is_control() {
            let _ = write!(shown, "U+{:04X}", u32::from(character));
        } else {
            shown.push(character);
        }
    }
    if line.chars().nth(SHOWN).is_some() || line.len() < text.trim_end().len() {
        shown.truncate(shown.trim_end().len());
        shown.push('…');
    }
    shown.push('`');
    shown
}

/// What a person calls the bracket: the `{` of `paths`.
pub(super) fn bracket(text: &str, bracket: Span) -> String {
    let character = bracket.of(text);
    match owner(text, bracket.start) {
        Some(owner) => format!("the `{character}` of {}", shown(owner)),
        None if bracket.start as usize == text.len() - text.trim_start().len() => {
            format!("the `{character}` at the beginning of the document")
        }
        None => format!("the `{character}`"),
    }
}

/// The name of the member whose value begins at byte `at`.
fn owner(text: &str, at: u32) -> Option<&str> {
    let before = text.get(..at as usize)?.trim_end().strip_suffix(':')?.trim_end().strip_suffix('"')?;
    before.rsplit_once('"').map(|(_, name)| name)
}

/// The word, string or bracket that follows byte `at`.
pub(super) fn following(text: &str, at: u32) -> &str {
    let rest = text.get(at as usize..).unwrap_or_default().trim_start();
    let rest = rest.char_indices().nth(LOOKED_AT).and_then(|(end, _)| rest.get(..end)).unwrap_or(rest);
    let end = match rest.chars().next() {
        Some('"') => rest.get(1..).and_then(|inner| inner.find('"')).map(|end| end + 2),
        Some('{' | '[') => Some(1),
        _ => rest.find([' ', '\t', '\r', '\n', ',', ':', '{', '}', '[', ']', '"']).filter(|&end| end > 0),
    };
    end.and_then(|end| rest.get(..end)).unwrap_or(rest)
}

/// How many closing brackets the edits put in.
pub(super) fn closers(edits: &[Edit]) -> usize {
    edits.iter().map(|edit| edit.insert.matches(['}', ']']).count()).sum()
}

/// Whether nothing but white space stands before byte `at` on its line.
pub(super) fn begins_line(text: &str, at: u32) -> bool {
    let before = text.get(..at as usize).unwrap_or_default().trim_end_matches([' ', '\t']);
    before.is_empty() || before.ends_with(['\n', '\r'])
}

/// Whether nothing but white space stands behind byte `at`.
pub(super) fn is_end(text: &str, at: u32) -> bool {
    text.get(at as usize..).is_none_or(|rest| rest.trim().is_empty())
}

/// What people call a character that is not seen.
pub(super) fn unseen_name(character: char) -> &'static str {
    match character {
        '\u{A0}' | '\u{202F}' | '\u{2007}' => "a no-break space",
        '\u{FEFF}' => "a byte order mark",
        '\u{AD}' => "a soft hyphen",
        '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}' => "a character without width",
        '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            "a mark for the direction of writing"
        }
        '\u{2028}' | '\u{2029}' | '\u{85}' => "a line end that JSON does not know",
        _ => "a blank that JSON does not know",
    }
}
