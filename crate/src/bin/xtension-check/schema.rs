//! Schemas of samples, and JSON Schemas.

use xtension_checker::convert::sample;
use xtension_checker::json::encode;

use crate::input::Input;
use crate::output::{deliver, say};
use crate::remarks::tell_alone;
use crate::run::Outcome;

/// Prints the schema of samples, or of a JSON Schema, with the definitions that this brings along.
///
/// # Errors
///
/// Where one cannot be read, or is no JSON: a sentence that says so.
pub(crate) fn schema(samples: &[Input]) -> Result<Outcome, String> {
    let read = |file: &Input| file.read().map_err(|reason| format!("{file} {reason}"));
    let texts = samples.iter().map(read).collect::<Result<Vec<String>, String>>()?;
    let made = sample::schema_of(&texts.iter().map(String::as_str).collect::<Vec<_>>()).map_err(|found| {
        let file = samples.get(found.position).map(ToString::to_string).unwrap_or_default();
        format!("{file} is no sound JSON")
    })?;
    if made.definitions.is_empty() {
        deliver(&made.text, None)?;
    } else {
        deliver(&with_definitions(&made.text, &made.definitions), None)?;
        say("The schema refers to `definitions`: they belong into those of the Xtension.");
    }
    tell_alone(&made.remarks);
    Ok(Outcome::NoErrors)
}

fn with_definitions(schema: &str, definitions: &[(String, String)]) -> String {
    let deeper = |text: &str| text.trim_end().replace('\n', "\n  ");
    let member = |(name, text): &(String, String)| format!("  {}: {}", encode(name), deeper(text));
    let members: Vec<String> = definitions.iter().map(member).collect();
    let all = format!("{{\n{}\n}}", members.join(",\n"));
    format!("{{\n  \"schema\": {},\n  \"definitions\": {}\n}}\n", deeper(schema), deeper(&all))
}
