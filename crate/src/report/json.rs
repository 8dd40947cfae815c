//! JSON for programs: one object for each file, on the command line one a line.

#[cfg(feature = "cli")]
mod lines;

use serde::Serialize;

#[cfg(feature = "cli")]
pub use self::lines::Json;
use super::{Checked, Conversion, Facts, names};
use crate::actions;
use crate::diagnostic::{self, Severity};
use crate::nintex::summary::{Actions, Summary};
use crate::text::{self, Lines};

/// All that is said of a file. Offsets are in bytes of UTF-8 from 0, lines and columns from 1; a column is a character
/// (a Unicode scalar value).
#[derive(Serialize)]
pub struct Line<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    facts: Option<Known<'a>>,
    /// Whether there is no error.
    ok: bool,
    /// What the text is, where it is not meant to be OpenAPI 2.0 in JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    other: Option<Other>,
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
struct Other {
    kind: &'static str,
    name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    offer: Option<&'static str>,
}

/// What the caller knows of the file, and who checked it.
#[derive(Serialize)]
struct Known<'a> {
    /// In bytes.
    size: usize,
    sha256: &'a str,
    checked: &'a str,
    checker: &'static str,
    /// The titles of the fixes made so far.
    fixed: &'a [String],
    /// How the file came of one of another format.
    #[serde(skip_serializing_if = "Option::is_none")]
    conversion: Option<&'a Conversion>,
}

#[derive(Serialize)]
struct Diagnostic<'a> {
    rule: &'a str,
    severity: &'static str,
    message: &'a str,
    because: &'a str,
    certainty: &'static str,
    source: &'a str,
    #[serde(skip_serializing_if = "is_false")]
    ignored: bool,
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
    /// Gathers it. What is ignored is listed, and marked so.
    pub fn new(checked: &Checked<'a>) -> Self {
        let lines = Lines::new(checked.text);
        let report = checked.report;
        Self {
            file: checked.file,
            facts: (*checked.facts != Facts::default()).then(|| Known::new(checked)),
            ok: report.diagnostics.iter().all(|diagnostic| diagnostic.severity != Severity::Error),
            other: report.other_kind.map(|kind| Other {
                kind: kind.id,
                name: kind.name,
                offer: kind.offer.map(names::offer),
            }),
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

impl<'a> Known<'a> {
    fn new(checked: &Checked<'a>) -> Self {
        let Facts { sha256, when, fixed, conversion, .. } = checked.facts;
        let conversion = conversion.as_ref();
        Self { size: checked.text.len(), sha256, checked: when, checker: env!("CARGO_PKG_VERSION"), fixed, conversion }
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
            certainty: names::certainty(diagnostic.certainty),
            source: diagnostic.source,
            ignored: checked.facts.ignores(diagnostic),
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

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}
