//! What the checker cannot know of a file.

use crate::Ignored;
use crate::diagnostic::Diagnostic;

/// What only the caller knows of a file and of the work on it. All of it may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The SHA-256 of the file's bytes, in hexadecimal digits.
    pub sha256: String,
    /// When it was checked, as it is to be shown.
    pub when: String,
    /// The titles of the fixes made so far, in their order.
    pub fixed: Vec<String>,
    /// What is let be, by choices kept in the browser.
    pub ignored: Vec<Ignored>,
}

impl Facts {
    /// Whether `found` is one of those that are let be.
    pub(super) fn ignores(&self, found: &Diagnostic) -> bool {
        self.ignored.iter().any(|ignored| ignored.covers(found))
    }

    /// Each title of a fix once, in the order of the first of its kind, and how often it was made.
    pub(super) fn fixed_counted(&self) -> Vec<(&str, usize)> {
        let mut counted: Vec<(&str, usize)> = Vec::new();
        for title in &self.fixed {
            match counted.iter_mut().find(|(known, _)| known == title) {
                Some((_, times)) => *times += 1,
                None => counted.push((title, 1)),
            }
        }
        counted
    }
}
