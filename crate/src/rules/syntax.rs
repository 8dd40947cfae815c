//! What the rules of JSON's syntax share.

use crate::json::{SyntaxError, SyntaxKind};
use crate::openapi::Document;

/// Why every error of syntax matters.
pub(super) const REFUSED: &str = "Nintex reads strict JSON: a file with this in it is refused as a whole.";

/// The errors of one kind, in the order of the text.
pub(super) fn errors<'a>(document: &Document<'a>, kind: SyntaxKind) -> impl Iterator<Item = &'a SyntaxError> {
    document.tree().errors().iter().filter(move |error| error.kind == kind)
}
