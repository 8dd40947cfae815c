//! What is wrong with a text that the parser of sound JSON refuses, with the edits that make it sound.
//!
//! Only texts that are broken come here, so this is written to guess well, not to be fast; it is linear all the same.

mod character;
mod evidence;
mod quoted;
mod scan;
mod source;
mod structure;
mod trivia;
mod whole;
mod word;

use super::syntax::{SyntaxError, SyntaxKind};
pub(super) use evidence::evident;
use source::Source;
use structure::{Brackets, Mismatch, Misplaced, Way};

/// All errors of `text`, in the order in which they were met.
///
/// Where brackets do not match there is more than one way to read it. The one that has to assume the least wins.
pub(super) fn recover(text: &str) -> Vec<SyntaxError> {
    let whole = whole::judge(text);
    if !whole.is_empty() {
        return whole;
    }
    let source = Source::new(text);
    let mut best = structure::read(&source, WAYS[0]);
    if !best.errors.iter().any(|error| is_in_doubt(error.kind)) {
        return best.errors;
    }
    // Where the indentation is not kept in the whole text, one place may still be where a bracket is missing.
    let places = (0..best.oddities).map(|oddity| WAYS[0].only_at(oddity));
    let ways = WAYS.iter().skip(1).copied().chain(places);
    let effort = text.len() + best.errors.len() * EFFORT;
    let at_least = if best.errors.len() > MANY { 0 } else { 2 };
    for way in ways.take((BUDGET / effort.max(1)).clamp(at_least, 24)) {
        if best.assumes_least(text) {
            break;
        }
        best = best.or(structure::read(&source, way));
    }
    best.errors
}

/// How many bytes are read to find the best way, so that nobody waits: a long text is read in fewer ways.
const BUDGET: usize = 8 << 20;

/// How many sound bytes are read in the time that an error takes.
const EFFORT: usize = 200;

/// Of how many errors on no way of reading is likely to be the one that was meant.
const MANY: usize = 10_000;

fn is_in_doubt(kind: SyntaxKind) -> bool {
    kind.is_about_brackets() || matches!(kind, SyntaxKind::MissingName | SyntaxKind::MissingValue)
}

/// The ways in which a text with brackets that do not match is read, the likeliest first.
const WAYS: [Way; 10] = [
    Way::new(Brackets::ByIndentation, Mismatch::Missing, Misplaced::Kept),
    Way::new(Brackets::ByIndentation, Mismatch::Wrong, Misplaced::Kept),
    Way::new(Brackets::ByIndentation, Mismatch::Missing, Misplaced::Opened),
    Way::new(Brackets::ByIndentation, Mismatch::Surplus, Misplaced::Kept),
    Way::new(Brackets::ByIndentation, Mismatch::Missing, Misplaced::Dropped),
    Way::new(Brackets::ByCount, Mismatch::Missing, Misplaced::Kept),
    Way::new(Brackets::ByCount, Mismatch::Wrong, Misplaced::Kept),
    Way::new(Brackets::ByCount, Mismatch::Missing, Misplaced::Opened),
    Way::new(Brackets::ByCount, Mismatch::Surplus, Misplaced::Kept),
    Way::new(Brackets::ByCount, Mismatch::Missing, Misplaced::Dropped),
];
