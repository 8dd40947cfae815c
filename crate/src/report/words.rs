//! Sentences of the checker, which have what they quote from a file between backticks.

use super::visible::printable;

/// A part of a sentence, with what cannot be seen made visible.
pub(super) enum Part {
    Words(String),
    Code(String),
}

/// The parts of `sentence`, of which none is empty.
pub(super) fn parts(sentence: &str) -> impl Iterator<Item = Part> {
    sentence.split('`').enumerate().filter(|(_, part)| !part.is_empty()).map(|(at, part)| {
        let part = printable(part);
        if at % 2 == 1 { Part::Code(part) } else { Part::Words(part) }
    })
}
