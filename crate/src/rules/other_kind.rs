//! What is told of a text that is something else than an Xtension: one sentence.

use crate::openapi::OtherKind;

/// What is told, and why, where it is left to the whole checker to tell the kinds apart.
pub(super) const UNTOLD: (&str, &str) = (
    "As it stands, this is not an OpenAPI 2.0 document in JSON.",
    "Nintex imports nothing else. What it is, and what can be done about it, is told as soon as the rest of the checker \
     is here.",
);

/// What it is.
pub(super) fn message(kind: &OtherKind) -> String {
    format!("This is {}, not an OpenAPI 2.0 document in JSON.", kind.name)
}

/// Why that matters, and what to do next.
pub(super) fn because(kind: &OtherKind) -> String {
    format!("Nintex imports nothing else. {}", kind.next)
}
