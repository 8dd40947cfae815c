//! From a message that Nintex, an API or another program gave to what it means for a document.

mod messages;
mod words;

use crate::check::check;
use crate::diagnostic::{Diagnostic, Severity};
use crate::json::{self, Tree, Value};
use crate::text::{Gather, Span, in_order};
use messages::{Known, Look, known};
pub use messages::{Message, Moment, messages};
use words::{Sign, Words, quoted};

/// What a message means.
#[derive(Clone, Debug, PartialEq)]
pub enum Explanation {
    /// It is known: what it can mean, the most probable first. Never empty.
    Known(Vec<Cause>),
    /// It is not known. These are the known ones that have most words in common with it, at most three, the closest
    /// first; none where it has no word in common with any.
    Unknown(Vec<&'static str>),
}

/// One thing that a message can mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Cause {
    /// What it means, in a sentence.
    pub meaning: &'static str,
    /// What cannot be seen in a file, and what to do about it; empty where the file shows everything.
    pub unseen: &'static str,
    /// The ids of the rules that look for it.
    pub rules: &'static [&'static str],
    /// What those rules find in the document. What the message names comes first.
    pub diagnostics: Vec<Diagnostic>,
    /// Other places of the document that have to do with it, where no rule finds fault: names of members, or values, in
    /// the order of the text.
    pub places: Vec<Span>,
    /// The address of the page on which this can be read.
    pub source: &'static str,
}

/// So many bytes of a message are read; the others are a stack trace or the file itself.
const LONGEST: usize = 20_000;

/// So many places of one kind are shown.
const MOST_PLACES: usize = 20;

/// Explains `message`, as somebody pasted it, for the document `text`, which may be empty.
///
/// The message is matched by its words alone: quotes, line ends, names in it and text around it do not matter.
pub fn explain(message: &str, text: &str) -> Explanation {
    let end = (0..=LONGEST.min(message.len())).rev().find(|end| message.is_char_boundary(*end)).unwrap_or_default();
    let message = message.get(..end).unwrap_or_default();
    let words = Words::of(message);
    let matches: Vec<(&Known, usize)> = known()
        .filter_map(|known| {
            let length = known.signs.iter().filter(|sign| words.have(&Sign::of(sign))).map(|sign| sign.len()).max();
            length.map(|length| (known, length))
        })
        .gathered();
    let has_exact = matches.iter().any(|(known, _)| !known.is_general);
    let matches: Vec<(&Known, usize)> =
        matches.into_iter().filter(|(known, _)| !(has_exact && known.is_general)).gathered();
    if matches.is_empty() {
        return Explanation::Unknown(closest(&words));
    }
    let matches = in_order(matches, |(_, length)| (usize::MAX - length) as u64);
    // Of no text at all, that it is empty is no news.
    let diagnostics = if text.is_empty() { Vec::new() } else { check(text).diagnostics };
    let tree = json::parse(text);
    let names = quoted(message);
    let cause = |(known, _): (&'static Known, usize)| Cause {
        meaning: known.meaning,
        unseen: known.unseen,
        rules: known.rules,
        diagnostics: caused_by(&diagnostics, known, &names),
        places: places(&tree, known.look),
        source: known.source,
    };
    Explanation::Known(matches.into_iter().map(cause).gathered())
}

/// The known messages that have most in common with `words`.
fn closest(words: &Words) -> Vec<&'static str> {
    let scored = known().filter(|known| !known.is_general).filter_map(|known| {
        let best = known.signs.iter().map(|sign| words.share_of(&Sign::of(sign))).max()?;
        (best > 0).then_some((known.example, best))
    });
    let sorted = in_order(scored.gathered(), |(_, share)| u64::from(u32::MAX - share));
    sorted.into_iter().map(|(example, _)| example).take(3).gathered()
}

/// What can cause the message; first what speaks of one of the names.
fn caused_by(diagnostics: &[Diagnostic], known: &Known, names: &[String]) -> Vec<Diagnostic> {
    let speaks_of = |diagnostic: &Diagnostic| {
        let said = format!("{} {}", diagnostic.message, diagnostic.pointer).to_ascii_lowercase();
        names.iter().any(|name| said.contains(name))
    };
    let is_cause = |diagnostic: &&Diagnostic| {
        known.rules.contains(&diagnostic.rule) || (known.is_any_error && diagnostic.severity == Severity::Error)
    };
    let found = diagnostics.iter().filter(is_cause).cloned().gathered();
    in_order(found, |diagnostic| u64::from(!speaks_of(diagnostic)))
}

/// Where a document says what is looked for.
fn places(tree: &Tree<'_>, look: &[Look]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut waiting: Vec<Value<'_>> = tree.root().into_iter().gathered();
    while let Some(value) = waiting.pop() {
        for member in value.members() {
            let is_wanted = |look: &Look| match *look {
                Look::Key(key) => member.is(key),
                Look::Value(key, wanted) => member.is(key) && member.value().is_str(wanted),
            };
            if look.iter().any(is_wanted) {
                found.push(member.name_span());
            }
            waiting.push(member.value());
        }
        for item in value.items() {
            waiting.push(item);
        }
    }
    let mut found = in_order(found, |span| span.order());
    found.truncate(MOST_PLACES);
    found
}

#[cfg(test)]
mod tests;
