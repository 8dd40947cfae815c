//! What is wrong with a text that the parser of sound JSON refuses, with the edits that make it sound.
//!
//! Only texts that are broken come here, so this is written to guess well, not to be fast; it is linear all the same.

mod quoted;
mod scan;
mod source;
mod structure;
mod trivia;
mod whole;
mod word;

use super::syntax::{SyntaxError, SyntaxKind};
use source::Source;
use structure::{Brackets, Mismatch, Unnamed, Way};

/// All errors of `text`, in the order in which they were met.
///
/// Where brackets do not match there is more than one way to read it. The one that has to assume the least wins.
pub(super) fn recover(text: &str) -> Vec<SyntaxError> {
    if let Some(error) = whole::judge(text) {
        return vec![error];
    }
    let source = Source::new(text);
    let mut best = structure::read(&source, WAYS[0]);
    if !best.iter().any(|error| is_in_doubt(error.kind)) {
        return best;
    }
    for way in &WAYS[1..] {
        if faults(&best) == 1 {
            break;
        }
        let other = structure::read(&source, *way);
        if faults(&other) < faults(&best) {
            best = other;
        }
    }
    best
}

fn is_in_doubt(kind: SyntaxKind) -> bool {
    kind.is_about_brackets() || matches!(kind, SyntaxKind::MissingName | SyntaxKind::MissingValue)
}

/// The ways in which a text with brackets that do not match is read, the likeliest first.
const WAYS: [Way; 10] = [
    Way::new(Brackets::ByIndentation, Mismatch::Missing, Unnamed::Named),
    Way::new(Brackets::ByCount, Mismatch::Missing, Unnamed::Named),
    Way::new(Brackets::ByIndentation, Mismatch::Wrong, Unnamed::Named),
    Way::new(Brackets::ByIndentation, Mismatch::Surplus, Unnamed::Named),
    Way::new(Brackets::ByIndentation, Mismatch::Missing, Unnamed::Listed),
    Way::new(Brackets::ByIndentation, Mismatch::Missing, Unnamed::Dropped),
    Way::new(Brackets::ByCount, Mismatch::Wrong, Unnamed::Named),
    Way::new(Brackets::ByCount, Mismatch::Surplus, Unnamed::Named),
    Way::new(Brackets::ByCount, Mismatch::Missing, Unnamed::Listed),
    Way::new(Brackets::ByCount, Mismatch::Missing, Unnamed::Dropped),
];

/// How much has to be assumed: each bracket that is put in, taken out or changed counts, and so does any other error.
fn faults(errors: &[SyntaxError]) -> usize {
    errors.iter().map(|error| if error.kind.is_about_brackets() { error.repair.len().max(1) } else { 1 }).sum()
}
