//! What is told of a text that is something else than an Xtension: one sentence.

use crate::openapi::OtherKind;

/// What it is.
pub(super) fn message(kind: &OtherKind) -> String {
    if kind.name.is_empty() {
        return "As it stands, this is not an OpenAPI 2.0 document in JSON.".to_owned();
    }
    format!("This is {}, not an OpenAPI 2.0 document in JSON.", kind.name)
}

/// Why that matters, and what to do next.
pub(super) fn because(kind: &OtherKind) -> String {
    format!("Nintex imports nothing else. {}", kind.next)
}
