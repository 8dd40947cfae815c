//! What a message means, and what causes it in files.

use std::fmt::Write;
use std::io;

use xtension_checker::report::{Checked, Facts, printable};
use xtension_checker::text::Lines;
use xtension_checker::{Cause, Diagnostic, Explanation, Report, Severity, check};

use crate::arguments::Format;
use crate::input::Input;
use crate::output::{reporter, say, write_text};
use crate::run::Outcome;

/// Says what `message` means, and shows what causes it in each file.
pub(crate) fn explain(message: &str, files: &[Input]) -> io::Result<Outcome> {
    let causes = match xtension_checker::explain(message, "") {
        Explanation::Known(causes) => causes,
        Explanation::Unknown(closest) => {
            write_text(&unknown(&closest))?;
            for text in files.iter().filter_map(|input| Some((input.name(), input.read().ok()?))) {
                write_text(&errors(&text.0, &text.1, &[]))?;
            }
            return Ok(Outcome::Errors);
        }
    };
    write_text(&meanings(&causes))?;
    let mut outcome = Outcome::NoErrors;
    for input in files {
        match input.read() {
            Ok(text) => show_causes(message, &input.name(), &text)?,
            Err(reason) => {
                say(&format!("error: {input} {reason}"));
                outcome = Outcome::CouldNotRun;
            }
        }
    }
    Ok(outcome)
}

fn unknown(closest: &[&str]) -> String {
    let mut text = "This message is not known.\n".to_owned();
    if !closest.is_empty() {
        text += "Known ones that are like it:\n";
    }
    for known in closest {
        _ = writeln!(text, "  {known}");
    }
    text
}

fn meanings(causes: &[Cause]) -> String {
    let mut text = String::new();
    for Cause { meaning, unseen, source, .. } in causes {
        _ = writeln!(text, "{meaning}");
        if !unseen.is_empty() {
            _ = writeln!(text, "  What no file shows: {unseen}");
        }
        _ = writeln!(text, "  Source: {source}\n");
    }
    text
}

/// How many errors stop the import of a file, besides those that are told anyway, and the first of them.
fn errors(file: &str, text: &str, told: &[Diagnostic]) -> String {
    let report = check(text);
    let is_error = |found: &&Diagnostic| found.severity == Severity::Error && !told.contains(found);
    let errors: Vec<&Diagnostic> = report.diagnostics.iter().filter(is_error).collect();
    let Some(first) = errors.first() else { return String::new() };
    let place = Lines::new(text).place(first.span.start);
    let how_many = match errors.len() {
        1 => "1 error stops the import".to_owned(),
        count => format!("{count} errors stop the import, the first of them"),
    };
    format!("{}:{}:{}: {how_many}: {}\n", printable(file), place.line, place.column, printable(&first.message))
}

/// What causes the message in one file: what the rules find, and what else to look at.
fn show_causes(message: &str, file: &str, text: &str) -> io::Result<()> {
    let Explanation::Known(causes) = xtension_checker::explain(message, text) else { return Ok(()) };
    let (mut diagnostics, mut places) = (Vec::new(), Vec::new());
    for cause in causes {
        let new: Vec<_> = cause.diagnostics.into_iter().filter(|found| !diagnostics.contains(found)).collect();
        diagnostics.extend(new);
        places.extend(cause.places);
    }
    let lines = Lines::new(text);
    let mut look = errors(file, text, &diagnostics);
    if diagnostics.is_empty() {
        _ = writeln!(look, "{}: nothing in it is known to cause this.", printable(file));
    }
    for place in places.into_iter().map(|span| lines.place(span.start)) {
        _ = writeln!(look, "{}:{}:{}: worth a look", printable(file), place.line, place.column);
    }
    write_text(&look)?;
    if !diagnostics.is_empty() {
        let report = Report { diagnostics, omitted: 0, ..check(text) };
        let mut reporter = reporter(Format::Text, false);
        reporter.checked(&Checked { file, text, report: &report, facts: &Facts::default() })?;
        reporter.finish()?;
    }
    Ok(())
}
