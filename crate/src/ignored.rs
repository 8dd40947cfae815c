//! What a person has looked at and let be.

use serde::{Deserialize, Serialize};
use tsify::Tsify;

use crate::diagnostic::Diagnostic;

/// A problem that a person lets be, or all problems of a rule.
///
/// A problem is known by what it says besides its place: in an array another problem comes to stand where it stood as
/// soon as something before it goes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Ignored {
    /// The id of the rule.
    pub rule: String,
    /// The JSON Pointer of the problem's place.
    pub pointer: String,
    /// What the problem says; empty for all problems of the rule, wherever they stand.
    pub message: String,
}

impl Ignored {
    /// Whether `found` is let be.
    pub fn covers(&self, found: &Diagnostic) -> bool {
        self.covers_wherever(found) && (self.message.is_empty() || self.pointer == found.pointer)
    }

    /// Whether `found` is let be, or says the same of another place.
    pub(crate) fn covers_wherever(&self, found: &Diagnostic) -> bool {
        self.rule == found.rule && (self.message.is_empty() || self.message == found.message)
    }
}
