//! One line of JSON for each file.

use std::io::{self, Write};

use serde::Serialize;

use super::Line;
use crate::report::visible::escaped;
use crate::report::{Checked, Reporter};

/// Writes each file as a line of JSON.
pub struct Json<W> {
    out: W,
}

impl<W: Write> Json<W> {
    /// A report that goes to `out`.
    pub fn new(out: W) -> Self {
        Self { out }
    }

    fn line(&mut self, value: &impl Serialize) -> io::Result<()> {
        writeln!(self.out, "{}", escaped(&serde_json::to_string(value)?))
    }
}

impl<W: Write> Reporter for Json<W> {
    fn checked(&mut self, checked: &Checked<'_>) -> io::Result<()> {
        self.line(&Line::new(checked))
    }

    fn unchecked(&mut self, file: &str, reason: &str) -> io::Result<()> {
        self.line(&Unchecked { file, error: reason })
    }

    fn finish(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[derive(Serialize)]
struct Unchecked<'a> {
    file: &'a str,
    error: &'a str,
}
