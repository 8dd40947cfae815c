//! Whether the repairs give what the authors of a broken file meant, as their own later version shows it.
//!
//! Authors change more between two versions than what was broken, so the later version's value is seldom that of any
//! repair. What they meant is rebuilt instead: of all that they changed, the smallest part that makes the broken text
//! sound JSON. A repair that gives the value of that text has the same meaning; so has one that differs from it only
//! where that part itself adds, takes away or rewords something, since no repair can know what they thought of then.

mod grammar;
mod meaning;
mod smallest;
mod tokens;

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};

use super::{
    answer::Repaired,
    table::{self, percent, row},
    workers,
};
use crate::{Outcome, project};
use meaning::Meaning;
use smallest::Smallest;

const DEFINITION: &str = "\
Repairs of broken files, against the version in which their authors repaired them
  \"same meaning\": the value is the later version's (later); or that of the smallest part of the authors' changes that
  makes the broken text JSON (smallest); or it differs from that only in what that part itself adds, takes away or rewords
  (reworded); or only inside one object or list, deep in the document, that this part rewrites, while every word of the
  broken text is kept and none is added (rewritten)";

/// One row of `fix-pairs.tsv`: the folder's names of the two versions.
struct Pair<'a> {
    broken: &'a str,
    later: &'a str,
}

/// The table, and every pair with what became of it.
pub(crate) struct Judgement {
    pub(crate) text: String,
    pub(crate) details: Vec<Value>,
}

/// Repairs the broken files of `fix-pairs.tsv` in `folder` with `worker`, and compares.
///
/// # Errors
///
/// Where a file cannot be read, or a later version is no JSON.
pub(crate) fn judge(folder: &Path, worker: &Path) -> Outcome<Judgement> {
    let list = project::read(folder.join("fix-pairs.tsv"))?;
    let pairs: Vec<Pair<'_>> = list.lines().filter_map(pair).collect();
    let files: Vec<PathBuf> = pairs.iter().map(|pair| folder.join(pair.broken)).collect();
    let repaired = workers::ask::<Repaired>(worker, "repair", &files)?;
    let (mut safe, mut offered) = (BTreeMap::<Meaning, usize>::new(), BTreeMap::<Meaning, usize>::new());
    let (mut others, mut details) = (String::new(), Vec::new());
    for (pair, outcome) in pairs.iter().zip(&repaired) {
        let (broken, later) = (read(&folder.join(pair.broken))?, read(&folder.join(pair.later))?);
        let smallest = Smallest::of(&broken, &later).map_err(|error| format!("{}: {error}", pair.later))?;
        let by_safe = meaning::of(outcome.answer().map(|repaired| repaired.safe.as_str()), &smallest);
        let by_offered = meaning::of(outcome.answer().map(|repaired| repaired.offered.as_str()), &smallest);
        *safe.entry(by_safe.meaning).or_default() += 1;
        *offered.entry(by_offered.meaning).or_default() += 1;
        if !by_safe.meaning.is_same() {
            let why = by_safe.difference.as_deref().unwrap_or_default();
            let (by_safe, by_offered) = (by_safe.meaning.name(), by_offered.meaning.name());
            let _ = writeln!(others, "    {}: {by_safe} {why}; with those offered: {by_offered}", pair.broken);
        }
        details.push(json!({
            "broken": pair.broken, "changes": smallest.parts.iter().map(|part| &part.changes).collect::<Vec<_>>(),
            "safe": by_safe.meaning.name(), "offered": by_offered.meaning.name(),
            "difference": by_safe.difference, "difference with those offered": by_offered.difference,
        }));
    }
    let rows = [
        [
            row(["repairs", "files"]),
            Meaning::ALL.map(|meaning| meaning.name().to_owned()).to_vec(),
            row(["same meaning"]),
        ]
        .concat(),
        cells("fix all safe", &safe),
        cells("and those offered", &offered),
    ];
    Ok(Judgement {
        text: format!("{DEFINITION}\n{}  Not the same by \"fix all safe\":\n{others}", table::of(&rows)),
        details,
    })
}

/// The text of a file, with marks where it is no UTF-8.
fn read(file: &Path) -> Outcome<String> {
    let bytes = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A pair whose broken version is no JSON; the list has others.
fn pair(line: &str) -> Option<Pair<'_>> {
    let mut columns = line.split('\t');
    let ("json", broken, later) = (columns.next()?, columns.next()?, columns.next()?) else { return None };
    Some(Pair { broken, later })
}

fn cells(name: &str, counts: &BTreeMap<Meaning, usize>) -> Vec<String> {
    let count = |meaning: Meaning| counts.get(&meaning).copied().unwrap_or_default();
    let all: usize = counts.values().sum();
    let same = Meaning::ALL.into_iter().filter(|meaning| meaning.is_same()).map(count).sum();
    let mut cells = vec![name.to_owned(), all.to_string()];
    cells.extend(Meaning::ALL.map(|meaning| count(meaning).to_string()));
    cells.push(percent(same, all));
    cells
}
