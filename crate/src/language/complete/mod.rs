//! What could be written at a place in a text that need not be JSON yet.

mod cursor;
mod insertion;
mod names;
mod scope;
#[cfg(test)]
mod tests;
mod values;

use serde::{Deserialize, Serialize};
use tsify::Tsify;

use self::cursor::{Cursor, Role, cursor};
use self::insertion::Insertion;
use self::scope::Scope;
use super::place::way;
use super::{SIZE_LIMIT, document};
use crate::json;
use crate::text::{Gather, Span};

/// How many suggestions there are at most.
const LIMIT: usize = 300;

/// What could be written at a place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Completions {
    /// What gives way to the one that is chosen.
    pub replaced: Span,
    /// Where the letters begin that were typed so far, by which the list is to be narrowed down.
    pub typed: Span,
    /// The likeliest first.
    pub list: Vec<Completion>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Completion {
    /// What it is called: the key or the value without its quotes.
    pub label: String,
    /// What it is.
    pub kind: CompletionKind,
    /// A few words beside the label: a type, or what the label is the name of.
    pub detail: String,
    /// What it is for. May be empty.
    pub help: String,
    /// What comes instead of what is replaced: quotes, colon, commas and a first value included. Lines after the first
    /// lack the indentation of the line that it goes into.
    pub insert: String,
    /// What of `insert` is to be filled in, in byte offsets within it, in their order. There the cursor goes.
    pub blanks: Vec<Span>,
    /// Whether there are suggestions for the first blank.
    pub asks_again: bool,
}

/// What a suggestion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum CompletionKind {
    /// A key of the format without which the object is incomplete.
    RequiredKey,
    /// Any other key of the format.
    Key,
    /// One of Nintex's extensions.
    Extension,
    /// One of the values that there are.
    Value,
    /// A name that is defined in the document.
    Name,
}

impl Completions {
    /// Hands over every place in the text, to be counted in other units.
    pub fn each_span(&mut self, change: &mut dyn FnMut(&mut Span)) {
        change(&mut self.replaced);
        change(&mut self.typed);
    }
}

/// Stands in the text for what is being written. A character that nobody has a use for.
const MARK: &str = "\u{e000}";

/// What could be written at byte offset `at` of `text`. Nothing for a text of more than [`SIZE_LIMIT`].
pub fn complete(text: &str, at: u32) -> Completions {
    if text.len() > SIZE_LIMIT {
        return Completions::default();
    }
    let Some(cursor) = cursor(text, at) else { return Completions::default() };
    let suggestions = match cursor.role {
        Role::Document => values::documents(),
        _ => suggestions(text, &cursor),
    };
    let layout = Layout::of(text, &cursor);
    Completions {
        replaced: Span::new(layout.start, cursor.token.end),
        typed: Span::new(cursor.typed, cursor.token.end),
        list: suggestions.into_iter().take(LIMIT).map(|suggestion| layout.completion(suggestion)).gathered(),
    }
}

/// One that does not know yet what stands around it.
struct Suggestion {
    label: String,
    kind: CompletionKind,
    detail: String,
    help: String,
    insertion: Insertion,
    asks_again: bool,
}

/// The text is read with a mark in the place of what is being written: so whatever else is broken is repaired as always.
fn suggestions(text: &str, cursor: &Cursor) -> Vec<Suggestion> {
    let start = cursor.token.start as usize;
    let (Some(before), Some(after)) = (text.get(..start), text.get(cursor.token.end as usize..)) else {
        return Vec::new();
    };
    let comma_before = if cursor.comma_before.is_some() { "," } else { "" };
    let value = if cursor.role == Role::Name && !cursor.is_followed_by_colon { ": null" } else { "" };
    let comma_after = if cursor.needs_comma_after { "," } else { "" };
    let marked = format!("{before}{comma_before}\"{MARK}\"{value}{comma_after}{after}");
    let tree = json::parse(&marked);
    let way = way(&tree, (start + comma_before.len() + 1) as u32);
    let Some(&marked) = way.last() else { return Vec::new() };
    let document = document(&tree);
    let scope = Scope::new(&document, &way);
    match marked.member().filter(|member| member.is(MARK)) {
        Some(member) => names::names(&scope, member, cursor.is_followed_by_colon),
        None if marked.is_str(MARK) => values::values(&scope, marked),
        None => Vec::new(),
    }
}

/// How what is inserted fits into the text.
struct Layout<'t> {
    /// Where what gives way begins.
    start: u32,
    /// What comes first: a comma that is missing, and the white space behind it.
    lead: String,
    comma_after: bool,
    /// What one level more is indented by.
    unit: &'t str,
}

impl<'t> Layout<'t> {
    fn of(text: &'t str, cursor: &Cursor) -> Self {
        let lead = cursor.comma_before.map(|end| {
            let gap = Span::new(end, cursor.token.start).of(text);
            match gap.rsplit_once('\n') {
                // The lines that come lack the indentation of the line before.
                Some((lines, own)) => {
                    let base = line_indentation(text, end as usize);
                    let breaks = "\n".repeat(lines.matches('\n').count() + 1);
                    format!(",{breaks}{}", own.strip_prefix(base).unwrap_or_default())
                }
                None => ", ".to_owned(),
            }
        });
        Layout {
            start: cursor.comma_before.unwrap_or(cursor.token.start),
            lead: lead.unwrap_or_default(),
            comma_after: cursor.needs_comma_after,
            unit: super::format::unit(text),
        }
    }

    fn completion(&self, suggestion: Suggestion) -> Completion {
        let Suggestion { label, kind, detail, help, insertion, asks_again } = suggestion;
        let (insert, blanks) = insertion.written(&self.lead, self.unit, if self.comma_after { "," } else { "" });
        Completion { label, kind, detail, help, insert, blanks, asks_again }
    }
}

/// The white space with which the line of byte `at` begins.
fn line_indentation(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or_default();
    let line = before.get(before.rfind('\n').map_or(0, |end| end + 1)..).unwrap_or_default();
    line.get(..line.len() - line.trim_start_matches([' ', '\t']).len()).unwrap_or_default()
}
