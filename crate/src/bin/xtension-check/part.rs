//! Parts of an Xtension: what is picked, and one for each way to sign in.

use std::path::Path;

use xtension_checker::convert::pick::{Candidate, candidates, pick as pick_of};
use xtension_checker::convert::split::split as shares;
use xtension_checker::report::printable;

use crate::convert::xtension;
use crate::input::Input;
use crate::output::{deliver, say, write_text};
use crate::run::{Outcome, outcome};

/// Keeps the operations of those names; lists them all where none is named.
///
/// # Errors
///
/// Where a name fits no operation, or a file cannot be read or written: a sentence that says so.
pub(crate) fn pick(file: &Input, names: &[String], output: Option<&Path>) -> Result<Outcome, String> {
    let text = xtension(file)?;
    let all = candidates(&text);
    if names.is_empty() {
        let list: String = all.iter().map(line).collect();
        write_text(&list).map_err(|error| format!("the list cannot be passed on: {error}"))?;
        return Ok(Outcome::NoErrors);
    }
    let mut wanted = Vec::new();
    for name in names {
        let before = wanted.len();
        wanted.extend(all.iter().enumerate().filter(|(_, one)| is_called(one, name)).map(|(position, _)| position));
        if wanted.len() == before {
            return Err(format!("{file} has no operation `{}`", printable(name)));
        }
    }
    let picked = pick_of(&text, &wanted);
    let text = picked.edits.apply(&text);
    deliver(&text, output)?;
    for needed in picked.needed.iter().filter_map(|position| all.get(*position)) {
        say(&format!("kept as well, since others ask it: {}", line(needed).trim_end()));
    }
    Ok(outcome(&text))
}

/// Writes an Xtension for each way to sign in.
///
/// # Errors
///
/// Where there is one way only, or a file cannot be read or written: a sentence that says so.
pub(crate) fn split(file: &Path, into: Option<&Path>) -> Result<Outcome, String> {
    let input = Input::File(file.to_owned());
    let text = xtension(&input)?;
    let shares = shares(&text);
    if shares.len() < 2 {
        return Err(format!("all operations of {input} sign in by the same: there is nothing to part"));
    }
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let folder = into.or(file.parent()).unwrap_or(Path::new(""));
    let mut worst = Outcome::NoErrors;
    for share in shares {
        let way: String =
            share.security.join("-").chars().map(|one| if one.is_alphanumeric() { one } else { '-' }).collect();
        let path = folder.join(format!("{stem}-{way}.json"));
        if path.exists() {
            return Err(format!("{} is there already", printable(&path.display().to_string())));
        }
        let part = share.edits.apply(&text);
        deliver(&part, Some(&path))?;
        let operations = if share.operations == 1 { "operation" } else { "operations" };
        say(&format!("{}: {} {operations}", printable(&path.display().to_string()), share.operations));
        worst = worst.max(outcome(&part));
    }
    Ok(worst)
}

fn line(one: &Candidate) -> String {
    let summary = if one.summary.is_empty() { String::new() } else { format!("  {}", one.summary) };
    format!("{}\n", printable(&format!("{} {}{summary}", one.method, one.path)))
}

fn is_called(one: &Candidate, name: &str) -> bool {
    one.id == name || one.summary == name || format!("{} {}", one.method, one.path) == name
}
