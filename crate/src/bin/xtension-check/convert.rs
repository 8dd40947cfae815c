//! Other formats as Xtensions.

use std::path::Path;

use xtension_checker::convert::{Refused, Source, convert_with_all_ways_to_sign_in};
use xtension_checker::openapi::kind;
use xtension_checker::text::Lines;

use crate::input::Input;
use crate::output::{deliver, say};
use crate::remarks::tell;
use crate::run::{Outcome, outcome};

/// Converts a file, and says what came of it.
///
/// # Errors
///
/// Where it cannot be read, converted or written: a sentence that says why.
pub(crate) fn convert(file: &Input, output: Option<&Path>) -> Result<Outcome, String> {
    let text = file.read().map_err(|reason| format!("{file} {reason}"))?;
    if output.is_some_and(|output| file.is_at(output)) {
        return Err(format!("the Xtension would take the place of {file}: name another file"));
    }
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
