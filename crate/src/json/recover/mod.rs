//! What is wrong with a text that the parser of sound JSON refuses, with the edits that make it sound.
//!
//! Only texts that are broken come here, so this is written to guess well, not to be fast; it is linear all the same.

mod quoted;
mod scan;
mod structure;
mod trivia;
mod whole;
mod word;

use super::syntax::SyntaxError;
use structure::Brackets;

/// All errors of `text`, in the order in which they were met.
///
/// Brackets that do not match are told in three ways: by the indentation of the lines, by their count, and by their
/// order. The way that finds the fewest faults wins.
pub(super) fn recover(text: &str) -> Vec<SyntaxError> {
    if let Some(error) = whole::judge(text) {
        return vec![error];
    }
    let by_count = structure::read(text, Brackets::ByCount);
    if !by_count.iter().any(|error| error.kind.is_about_brackets()) {
        return by_count;
    }
    let ways = [structure::read(text, Brackets::ByIndentation), by_count, structure::read(text, Brackets::ByOrder)];
    ways.into_iter().min_by_key(|errors| faults(errors)).unwrap_or_default()
}

/// How much has to be assumed: each bracket that is put in, taken out or changed counts, and so does any other error.
fn faults(errors: &[SyntaxError]) -> usize {
    errors.iter().map(|error| if error.kind.is_about_brackets() { error.repair.len().max(1) } else { 1 }).sum()
}
