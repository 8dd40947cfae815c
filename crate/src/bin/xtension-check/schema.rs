//! Schemas of samples.

use xtension_checker::convert::sample;

use crate::input::Input;
use crate::output::deliver;
use crate::remarks::grouped;
use crate::run::Outcome;

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
