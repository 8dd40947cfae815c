//! The log as it is written on the command line.

use std::io::{self, Write};

use super::Gathered;
use super::log::Level;
use crate::report::visible::escaped;
use crate::report::{Checked, Reporter};

/// Writes one log for all files, at the end.
pub struct Sarif<W> {
    out: W,
    gathered: Gathered,
}

impl<W: Write> Sarif<W> {
    /// A report that goes to `out`.
    pub fn new(out: W) -> Self {
        Self { out, gathered: Gathered::default() }
    }
}

impl<W: Write> Reporter for Sarif<W> {
    fn checked(&mut self, checked: &Checked<'_>) -> io::Result<()> {
        self.gathered.add(checked);
        Ok(())
    }

    fn unchecked(&mut self, file: &str, reason: &str) -> io::Result<()> {
        self.gathered.some_unchecked = true;
        self.gathered.notify(Level::Error, file, reason.to_owned());
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        let log = serde_json::to_string_pretty(&std::mem::take(&mut self.gathered).log())?;
        writeln!(self.out, "{}", escaped(&log))?;
        self.out.flush()
    }
}
