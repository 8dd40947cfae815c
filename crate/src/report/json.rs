//! One JSON object a line for each file, for programs.

use std::io::{self, Write};

use serde::Serialize;

use super::{Checked, Reporter, names};
use crate::actions;
use crate::diagnostic::{self, Severity};
use crate::nintex::summary::{Actions, Summary};
use crate::text::{self, Lines};

/// Writes each file as a line of JSON. Offsets are in bytes of UTF-8 from 0, lines and columns from 1; a column is a
/// character (a Unicode scalar value).
pub struct Json<W> {
    out: W,
}

impl<W: Write> Json<W> {
    /// A report that goes to `out`.
    pub fn new(out: W) -> Self {
        Self { out }
    }

    fn line(&mut self, value: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, value)?;
        self.out.write_all(b"\n")
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

#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    /// Whether there is no error.
    ok: bool,
    diagnostics: Vec<Diagnostic<'a>>,
    /// How many more there are.
    #[serde(skip_serializing_if = "is_zero")]
    omitted: usize,
    /// What Nintex will make of the file.
    summary: &'a Summary,
    /// What its designer will.
    actions: Actions,
}

#[derive(Serialize)]
struct Diagnostic<'a> {
    rule: &'a str,
    severity: &'static str,
    message: &'a str,
    because: &'a str,
    start: u32,
    end: u32,
    line: u32,
    column: u32,
    pointer: &'a str,
    fixes: Vec<Fix<'a>>,
}

#[derive(Serialize)]
struct Fix<'a> {
    title: &'a str,
    applicability: &'static str,
    consequence: &'a str,
    edits: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    start: u32,
    end: u32,
    text: &'a str,
}

impl<'a> Line<'a> {
    fn new(checked: &Checked<'a>) -> Self {
        let lines = Lines::new(checked.text);
        let report = checked.report;
        Self {
            file: checked.file,
            ok: report.diagnostics.iter().all(|diagnostic| diagnostic.severity != Severity::Error),
            diagnostics: report
                .diagnostics
                .iter()
                .map(|diagnostic| Diagnostic::new(checked, diagnostic, &lines))
                .collect(),
            omitted: report.omitted,
            summary: &report.summary,
            actions: actions(checked.text),
        }
    }
}

impl<'a> Diagnostic<'a> {
    fn new(checked: &Checked<'a>, diagnostic: &'a diagnostic::Diagnostic, lines: &Lines<'_>) -> Self {
        let place = lines.place(diagnostic.span.start);
        Self {
            rule: diagnostic.rule,
            severity: names::severity(diagnostic.severity),
            message: &diagnostic.message,
            because: &diagnostic.because,
            start: diagnostic.span.start,
            end: diagnostic.span.end,
            line: place.line,
            column: place.column,
            pointer: &diagnostic.pointer,
            fixes: checked.fixes(diagnostic).map(Fix::from).collect(),
        }
    }
}

impl<'a> From<&'a diagnostic::Fix> for Fix<'a> {
    fn from(fix: &'a diagnostic::Fix) -> Self {
        Self {
            title: &fix.title,
            applicability: names::applicability(fix.safety),
            consequence: &fix.consequence,
            edits: fix.edits.as_slice().iter().map(Edit::from).collect(),
        }
    }
}

impl<'a> From<&'a text::Edit> for Edit<'a> {
    fn from(edit: &'a text::Edit) -> Self {
        Self { start: edit.span.start, end: edit.span.end, text: &edit.insert }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
fn is_zero(number: &usize) -> bool {
    *number == 0
}
