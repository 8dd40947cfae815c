//! How much was found in all files together.

use std::fmt;

use crate::check::Report;
use crate::diagnostic::Severity;

/// Counts of files and of what was found in them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Totals {
    files: usize,
    unchecked: usize,
    errors: usize,
    warnings: usize,
    hints: usize,
    omitted: usize,
}

impl Totals {
    /// Counts a file that was checked.
    pub(super) fn add(&mut self, report: &Report) {
        let count = |severity| report.diagnostics.iter().filter(|found| found.severity == severity).count();
        self.files += 1;
        self.errors += count(Severity::Error);
        self.warnings += count(Severity::Warning);
        self.hints += count(Severity::Hint);
        self.omitted += report.omitted;
    }

    /// Counts a file that could not be checked.
    pub(super) fn add_unchecked(&mut self) {
        self.unchecked += 1;
    }

    /// Whether there is nothing to say of any file.
    pub(super) fn is_empty(&self) -> bool {
        self.files == 0
    }
}

/// One line: how many files, and how much was found in them.
impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<String> =
            [(self.errors, "error"), (self.warnings, "warning"), (self.hints, "hint"), (self.omitted, "more problem")]
                .into_iter()
                .filter(|&(number, _)| number > 0)
                .map(|(number, what)| counted(number, what))
                .collect();
        let several = self.files + self.unchecked > 1;
        match (parts.is_empty(), several) {
            (true, false) => write!(f, "No problems found.")?,
            (true, true) => write!(f, "{}: no problems found", counted(self.files, "file"))?,
            (false, false) => write!(f, "{}", parts.join(", "))?,
            (false, true) => write!(f, "{}: {}", counted(self.files, "file"), parts.join(", "))?,
        }
        if self.unchecked > 0 {
            write!(f, "; {} not checked", counted(self.unchecked, "file"))?;
        }
        Ok(())
    }
}

/// A number and a noun that agrees with it.
pub(super) fn counted(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}
