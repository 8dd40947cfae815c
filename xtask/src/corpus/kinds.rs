//! What each file is told to be, and how that agrees with what it is.

use std::{collections::BTreeMap, fmt::Write as _, path::Path};

use super::{Answers, answer::Report};
use crate::{Outcome, project};

/// What an Xtension is called here.
const XTENSION: &str = "xtension";

/// How many files of which kind there are in each set.
pub(crate) fn of(answers: &Answers) -> String {
    let mut sets: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for (file, report) in answers.reports() {
        let set = file.split_once('/').map_or("", |(set, _)| set);
        *sets.entry(set).or_default().entry(kind(report)).or_default() += 1;
    }
    let mut text = String::from("Kinds\n");
    for (set, kinds) in sets {
        let counts: Vec<String> = kinds.iter().map(|(kind, count)| format!("{kind} {count}")).collect();
        let _ = writeln!(text, "  {set}: {}", counts.join(", "));
    }
    text
}

/// Holds the answers against `kinds.tsv` in `folder`: a file and the kinds that it may be told to be.
///
/// # Errors
///
/// Where the list cannot be read.
pub(crate) fn judge(folder: &Path, answers: &Answers) -> Outcome<String> {
    let list = project::read(folder.join("kinds.tsv"))?;
    let (mut right, mut wrong) = (0, String::new());
    for line in list.lines() {
        let (file, kinds) = line.split_once('\t').ok_or_else(|| format!("kinds.tsv: {line}"))?;
        let Some(report) = answers.report(file) else { continue };
        if kinds.split(' ').any(|expected| expected == kind(report)) {
            right += 1;
        } else {
            let _ = writeln!(wrong, "    {} instead of {kinds}: {file}", kind(report));
        }
    }
    Ok(format!("Agreement on kinds\n  right: {right}, wrong: {}\n{wrong}", wrong.lines().count()))
}

fn kind(report: &Report) -> &str {
    report.kind.as_deref().unwrap_or(XTENSION)
}
