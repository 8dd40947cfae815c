//! Other formats as Xtensions.

use std::path::Path;

use xtension_checker::convert::{Refused, Remark, RemarkKind, Source, convert_with_all_ways_to_sign_in, sample};
use xtension_checker::openapi::kind;
use xtension_checker::report::printable;
use xtension_checker::text::Lines;
use xtension_checker::{Severity, check};

use crate::input::Input;
use crate::output::{say, write_text};
use crate::run::Outcome;

/// Converts a file, and says what came of it.
///
/// # Errors
///
/// Where it cannot be read, converted or written: a sentence that says why.
pub(crate) fn convert(file: &Input, output: Option<&Path>) -> Result<Outcome, String> {
    let text = file.read().map_err(|reason| format!("{file} {reason}"))?;
    let (source, converted) =
        xtension_checker::convert::convert(&text).map_err(|refused| format!("{file} {}", why(&refused, &text)))?;
    deliver(&converted.text, output)?;
    say(&format!("{file}: an Xtension made of {}", called(source)));
    tell(&converted.remarks, &text);
    Ok(outcome(&converted.text))
}

/// The text of a file that is an Xtension, or that can be made one with all its ways to sign in: then says what came of
/// that.
///
/// # Errors
///
/// Where it cannot be read, or is neither: a sentence that says why.
pub(crate) fn xtension(file: &Input) -> Result<String, String> {
    let text = file.read().map_err(|reason| format!("{file} {reason}"))?;
    match convert_with_all_ways_to_sign_in(&text) {
        Ok((source, converted)) => {
            say(&format!("{file}: read as {}", called(source)));
            tell(&converted.remarks, &text);
            Ok(converted.text)
        }
        Err(Refused::AlreadyThere) => Ok(text),
        Err(refused) => Err(format!("{file} {}", why(&refused, &text))),
    }
}

/// Prints the schema of samples.
///
/// # Errors
///
/// Where one cannot be read, or is no JSON: a sentence that says so.
pub(crate) fn schema(samples: &[Input]) -> Result<Outcome, String> {
    let read = |file: &Input| file.read().map_err(|reason| format!("{file} {reason}"));
    let texts = samples.iter().map(read).collect::<Result<Vec<String>, String>>()?;
    let converted = sample::schema_of(&texts.iter().map(String::as_str).collect::<Vec<_>>()).map_err(|found| {
        let file = samples.get(found.position).map(ToString::to_string).unwrap_or_default();
        format!("{file} is no sound JSON")
    })?;
    deliver(&converted.text, None)?;
    let kinds = converted.remarks.iter().map(|remark| (remark, 0)).collect::<Vec<_>>();
    grouped(&kinds);
    Ok(Outcome::NoErrors)
}

/// Writes `text` to a file, or to standard output.
///
/// # Errors
///
/// Where it cannot be written: a sentence that says why.
pub(crate) fn deliver(text: &str, output: Option<&Path>) -> Result<(), String> {
    match output {
        Some(path) => std::fs::write(path, text)
            .map_err(|error| format!("{} cannot be written: {error}", printable(&path.display().to_string()))),
        None => write_text(text).map_err(|error| format!("the result cannot be passed on: {error}")),
    }
}

/// Whether the new text has errors, which are counted.
pub(crate) fn outcome(text: &str) -> Outcome {
    let errors = check(text).diagnostics.iter().filter(|found| found.severity == Severity::Error).count();
    match errors {
        0 => return Outcome::NoErrors,
        1 => say("The result has an error: check it."),
        count => say(&format!("The result has {count} errors: check it.")),
    }
    Outcome::Errors
}

fn called(source: Source) -> &'static str {
    match source {
        Source::OpenApi3 => "OpenAPI 3",
        Source::OpenApi2InYaml => "OpenAPI 2.0 in YAML",
        Source::Postman => "a Postman collection",
    }
}

fn why(refused: &Refused, text: &str) -> String {
    match refused {
        Refused::AlreadyThere => "is OpenAPI 2.0 in JSON already: there is nothing to convert".to_owned(),
        Refused::Unknown => match kind::other_kind(&kind::read(text)) {
            Some(kind) => format!("is {}, which cannot be converted. {}", kind.name, kind.next),
            None => "is neither OpenAPI 3, nor YAML, nor a Postman collection".to_owned(),
        },
        Refused::Broken(broken) => {
            format!("is no sound YAML: line {}: {}", Lines::new(text).line_of(broken.span.start), broken.message)
        }
    }
}

/// Says each remark once, with the lines that it is about.
fn tell(remarks: &[Remark], text: &str) {
    let lines = Lines::new(text);
    let placed: Vec<(&Remark, u32)> =
        remarks.iter().map(|remark| (remark, lines.line_of(remark.origin.start))).collect();
    grouped(&placed);
}

fn grouped(remarks: &[(&Remark, u32)]) {
    let mut groups: Vec<(&Remark, Vec<u32>)> = Vec::new();
    for (remark, line) in remarks {
        let is_same =
            |known: &&mut (&Remark, Vec<u32>)| known.0.kind == remark.kind && known.0.message == remark.message;
        match groups.iter_mut().find(is_same) {
            Some((_, lines)) => lines.push(*line),
            None => groups.push((remark, vec![*line])),
        }
    }
    groups.sort_by_key(|(remark, _)| remark.kind);
    for (remark, lines) in groups {
        let kind = match remark.kind {
            RemarkKind::Open => "open",
            RemarkKind::Lost => "lost",
            RemarkKind::Changed => "changed",
            RemarkKind::Chosen => "chosen",
        };
        let place = match lines.as_slice() {
            [0, ..] | [] => String::new(),
            [line] => format!(" (line {line})"),
            [line, rest @ ..] => format!(" (line {line} and {} more)", rest.len()),
        };
        say(&format!("  {kind}: {}{place}", printable(&remark.message)));
        if !remark.because.is_empty() {
            say(&format!("    {}", printable(&remark.because)));
        }
    }
}
