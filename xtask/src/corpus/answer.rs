//! What the checker answers about one file, and what became of the question.

use std::time::Duration;

use serde::Deserialize;

/// How bad a finding is, as in the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(crate) enum Severity {
    Error,
    Warning,
    Hint,
}

impl Severity {
    /// From the worst to the least.
    pub(crate) const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Hint];
}

/// One finding: severity, rule, JSON Pointer, and the lines of its first and its last byte, from 1.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct Found(pub(crate) Severity, pub(crate) String, pub(crate) String, pub(crate) u32, pub(crate) u32);

impl Found {
    pub(crate) fn severity(&self) -> Severity {
        self.0
    }

    pub(crate) fn rule(&self) -> &str {
        &self.1
    }

    pub(crate) fn pointer(&self) -> &str {
        &self.2
    }

    /// Whether it stands on one of the lines from `first` to `last`.
    pub(crate) fn is_on(&self, first: u32, last: u32) -> bool {
        self.3 <= last && first <= self.4
    }
}

/// What was found in a file, most important first.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub(crate) struct Report {
    pub(crate) microseconds: u64,
    /// What the file is, where it is meant to be something else than an Xtension.
    pub(crate) kind: Option<String>,
    /// How many findings are not listed.
    pub(crate) omitted: usize,
    pub(crate) found: Vec<Found>,
}

impl Report {
    pub(crate) fn errors(&self) -> impl Iterator<Item = &Found> {
        self.found.iter().filter(|found| found.severity() == Severity::Error)
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.errors().next().is_some()
    }
}

/// A text after its repairs.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct Repaired {
    /// After all safe fixes.
    pub(crate) safe: String,
    /// After the best fix of every syntax error, those included that a person has to agree to.
    pub(crate) offered: String,
}

/// What a question came to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Outcome<T> {
    Answered(T),
    /// The file is no text that the checker reads.
    Unread(String),
    /// The checker died of it.
    Crashed,
    /// The checker was stopped after this long.
    TimedOut(Duration),
}

impl<T> Outcome<T> {
    pub(crate) fn answer(&self) -> Option<&T> {
        match self {
            Self::Answered(answer) => Some(answer),
            _ => None,
        }
    }
}

/// An answer as it comes: either what was asked for, or why the file could not be read.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Line<T> {
    Unread { unread: String },
    Answer(T),
}
