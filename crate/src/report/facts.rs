//! What the checker cannot know of a file.

use serde::Serialize;

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
    /// Where the text was converted from another format, what became of that.
    pub conversion: Option<Conversion>,
}

/// How a file came of one of another format. All words are those that are to be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Conversion {
    /// What it was made of, such as `OpenAPI 3`.
    pub source: String,
    /// What was lost or decided, what needs a person first.
    pub notes: Vec<Note>,
}

/// One thing that a conversion could not carry over, or that it decided, wherever that was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Note {
    /// What kind of thing it is, such as `Left out`.
    pub kind: String,
    /// What became of what: a sentence.
    pub message: String,
    /// Why, or what to do about it: a sentence; may be empty.
    pub because: String,
    /// Where in the original, such as `line 3`; each place once.
    pub places: Vec<String>,
}

/// How many places of a note are told to people.
const PLACES: usize = 12;

impl Note {
    /// "In the original: line 3; line 7 and 2 more."; empty where none are known.
    pub(super) fn told_places(&self) -> String {
        let told: Vec<&str> = self.places.iter().take(PLACES).map(String::as_str).collect();
        match (told.join("; "), self.places.len() - told.len()) {
            (told, _) if told.is_empty() => told,
            (told, 0) => format!("In the original: {told}."),
            (told, more) => format!("In the original: {told} and {more} more."),
        }
    }
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
