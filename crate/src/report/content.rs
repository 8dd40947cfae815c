//! What the reports that people keep tell of a file, whatever their format.

use super::quote::Quote;
use super::visible::printable;
use super::{Checked, made, names};
use crate::check;
use crate::diagnostic::{Diagnostic, Fix, Severity};
use crate::text::secret::starred;
use crate::text::{LineColumn, Lines};

/// All that is told of one file.
pub(super) struct Content<'a> {
    /// What the file is called.
    pub(super) file: String,
    /// Whether it can be imported, in one sentence.
    pub(super) verdict: String,
    /// How much was found, in one line.
    pub(super) counts: String,
    /// What identifies the file and the check: terms and what they are here.
    pub(super) facts: Vec<(&'static str, String)>,
    /// What is left to do.
    pub(super) left: Vec<Problem<'a>>,
    /// What a person has let be.
    pub(super) ignored: Vec<Problem<'a>>,
    /// How many more problems there are than are listed.
    pub(super) omitted: usize,
    /// The titles of the fixes made so far, each once, and how often it was made.
    pub(super) fixed: Vec<(&'a str, usize)>,
    /// What Nintex makes of the file: terms and what they are here.
    pub(super) made: Vec<(&'static str, String)>,
    /// What is worth knowing although nothing is wrong.
    pub(super) notes: Vec<&'a str>,
}

/// A problem, its place, and what can be done about it.
pub(super) struct Problem<'a> {
    pub(super) found: &'a Diagnostic,
    pub(super) place: LineColumn,
    /// The line that it stands on; none where that is blank.
    pub(super) quote: Option<Quote>,
    /// The lines of other places, and what they have to do with it.
    pub(super) related: Vec<(u32, &'a str)>,
    pub(super) fixes: Vec<&'a Fix>,
}

/// What is said of a conversion that lost nothing.
pub(super) const NOTHING_LOST: &str = "Nothing was lost.";

/// How many other places of a problem are told.
const RELATED: usize = 8;

impl<'a> Content<'a> {
    /// Gathers what there is to tell.
    pub(super) fn new(checked: &Checked<'a>) -> Self {
        let Checked { report, facts, .. } = *checked;
        let text = starred(checked.text, &report.secrets);
        let lines = Lines::new(&text);
        let problem = |found: &'a Diagnostic| Problem {
            found,
            place: lines.place(found.span.start),
            quote: Quote::of(&lines, &text, found.span),
            related: found
                .related
                .iter()
                .take(RELATED)
                .map(|label| (lines.line_of(label.span.start), label.message.as_str()))
                .collect(),
            fixes: checked.fixes(found).collect(),
        };
        let (ignored, left): (Vec<_>, Vec<_>) = report.diagnostics.iter().partition(|found| facts.ignores(found));
        Self {
            file: printable(checked.file),
            verdict: verdict(report, &left, &ignored),
            counts: counts(&left, &ignored, facts.fixed.len()),
            facts: identity(checked),
            left: left.into_iter().map(problem).collect(),
            ignored: ignored.into_iter().map(problem).collect(),
            omitted: report.omitted,
            fixed: facts.fixed_counted(),
            made: made::terms(&report.summary),
            notes: report.summary.notes.iter().map(|note| &*note.text).collect(),
        }
    }

    /// What is left to do of one severity.
    pub(super) fn left_of(&self, severity: Severity) -> Vec<&Problem<'a>> {
        self.left.iter().filter(|problem| problem.found.severity == severity).collect()
    }
}

fn count(found: &[&Diagnostic], severity: Severity) -> usize {
    found.iter().filter(|found| found.severity == severity).count()
}

/// Whether the file can be imported. An error that is ignored is still there, so no choice makes a file ready.
fn verdict(report: &check::Report, left: &[&Diagnostic], ignored: &[&Diagnostic]) -> String {
    let (errors, ignored) = (count(left, Severity::Error), count(ignored, Severity::Error));
    if errors > 0 {
        "Not ready to import.".to_owned()
    } else if ignored > 0 {
        let verb = if ignored == 1 { "is" } else { "are" };
        format!("Not ready to import: {} {verb} ignored.", counted(ignored, "error"))
    } else if left.is_empty() && report.omitted == 0 {
        "Ready to import.".to_owned()
    } else {
        "No errors.".to_owned()
    }
}

/// "3 errors, 1 hint left to do; 2 ignored; 4 fixed": only what there is. An error that is ignored is still to be mended, so
/// then it is not said that nothing is left.
fn counts(left: &[&Diagnostic], ignored: &[&Diagnostic], fixed: usize) -> String {
    let of = |severity| (count(left, severity), names::severity(severity));
    let left = [Severity::Error, Severity::Warning, Severity::Hint].map(of);
    let left: Vec<_> = left.iter().filter(|(number, _)| *number > 0).map(|(n, noun)| counted(*n, noun)).collect();
    let has_ignored_error = count(ignored, Severity::Error) > 0;
    let nothing = (!has_ignored_error).then(|| "Nothing left to do".to_owned());
    let left = if left.is_empty() { nothing } else { Some(format!("{} left to do", left.join(", "))) };
    let others = [(ignored.len(), "ignored"), (fixed, "fixed")];
    let others = others.iter().filter(|(number, _)| *number > 0).map(|(number, what)| format!("{number} {what}"));
    left.into_iter().chain(others).collect::<Vec<_>>().join("; ")
}

/// Which file it was, who checked it and when.
fn identity(checked: &Checked<'_>) -> Vec<(&'static str, String)> {
    let facts = checked.facts;
    let all = [
        ("File", printable(checked.file)),
        ("Size", counted(checked.text.len(), "byte")),
        ("SHA-256", printable(&facts.sha256)),
        ("Checked", printable(&facts.when)),
        ("Checked by", concat!("Xtension Checker ", env!("CARGO_PKG_VERSION")).to_owned()),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// A number and a noun that agrees with it.
pub(super) fn counted(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

/// A title, and how often it was made.
pub(super) fn with_times(title: &str, times: usize) -> String {
    if times == 1 { title.to_owned() } else { format!("{title} ({times} times)") }
}
