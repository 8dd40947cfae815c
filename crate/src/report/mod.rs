//! Reports on checked files, in the formats that people and programs read.

mod content;
mod csv;
mod facts;
mod html;
mod json;
mod made;
mod markdown;
mod names;
mod quote;
mod sarif;
#[cfg(feature = "cli")]
mod text;
mod visible;
mod words;

use std::io;

pub use csv::Csv;
pub use facts::{Conversion, Facts, Note};
pub use html::Html;
#[cfg(feature = "cli")]
pub use json::Json;
pub use json::Line;
pub use markdown::Markdown;
#[cfg(feature = "cli")]
pub use sarif::Sarif;
pub use sarif::log as sarif_log;
#[cfg(feature = "cli")]
pub use text::Text;
pub use visible::printable;

use crate::check;
use crate::diagnostic::{Diagnostic, Fix};
use crate::text::Gather;

/// A file and what was found in it.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    /// What the file is called in the report.
    pub file: &'a str,
    /// The text that was checked.
    pub text: &'a str,
    /// What was found in it.
    pub report: &'a check::Report,
    /// What the caller knows besides.
    pub facts: &'a Facts,
}

impl<'a> Checked<'a> {
    /// The fixes of a diagnostic whose edits can be passed on: those that write a secret of the text anew cannot.
    fn fixes<'d>(&self, diagnostic: &'d Diagnostic) -> impl Iterator<Item = &'d Fix> + use<'a, 'd> {
        let secrets = self.report.secrets.iter().map(|secret| secret.of(self.text)).gathered();
        // Nobody has that many, and to look for each of them everywhere would take long.
        let are_many = secrets.len() > 50;
        diagnostic.fixes.iter().filter(move |fix| {
            let mut inserted = fix.edits.as_slice().iter().map(|edit| &*edit.insert);
            !inserted.any(|insert| {
                if are_many { insert.len() >= 8 } else { secrets.iter().any(|secret| insert.contains(secret)) }
            })
        })
    }
}

/// Writes one report on any number of files.
pub trait Reporter {
    /// Adds a file that was checked.
    ///
    /// # Errors
    ///
    /// Those of the writer beneath.
    fn checked(&mut self, checked: &Checked<'_>) -> io::Result<()>;

    /// Adds a file that could not be checked, and the sentence that says why.
    ///
    /// # Errors
    ///
    /// Those of the writer beneath.
    fn unchecked(&mut self, file: &str, reason: &str) -> io::Result<()>;

    /// Ends the report, once all files were added.
    ///
    /// # Errors
    ///
    /// Those of the writer beneath.
    fn finish(&mut self) -> io::Result<()>;
}
