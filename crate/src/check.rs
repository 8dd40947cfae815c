//! From a text to what is wrong with it.

use crate::Diagnostic;

/// What was found in one text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// What blocks the import first; within one severity by place.
    pub diagnostics: Vec<Diagnostic>,
    /// How many more were found than `diagnostics` holds.
    pub omitted: usize,
}

/// Checks `text`, an Xtension in JSON. Never fails: what cannot be read is a diagnostic too.
pub fn check(text: &str) -> Report {
    let _ = text;
    Report::default()
}
