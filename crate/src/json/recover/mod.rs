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
/// Brackets that do not match are told in two ways: by their count alone, and by the indentation of the lines. The
/// way that finds fewer faults wins.
pub(super) fn recover(text: &str) -> Vec<SyntaxError> {
    if let Some(error) = whole::judge(text) {
        return vec![error];
    }
    let by_count = structure::read(text, Brackets::ByCount);
    if !by_count.iter().any(|error| error.kind.is_about_brackets()) {
        return by_count;
    }
    let by_indentation = structure::read(text, Brackets::ByIndentation);
    if faults(&by_indentation) <= faults(&by_count) { by_indentation } else { by_count }
}

/// How much has to be assumed: each bracket that is put in, taken out or changed counts, and so does any other error.
fn faults(errors: &[SyntaxError]) -> usize {
    errors.iter().map(|error| if error.kind.is_about_brackets() { error.repair.len().max(1) } else { 1 }).sum()
}
