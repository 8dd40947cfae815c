//! How the findings agree with the verdict of the official schema.

use std::{collections::BTreeMap, fmt::Write as _, path::Path};

use serde::Deserialize;

use super::{
    Answers,
    answer::{Found, Report},
    place::{Distance, Place},
    table,
};
use crate::{Outcome, project};

/// What the schema refuses in a document.
#[derive(Deserialize)]
struct Refusal {
    /// A JSON Pointer.
    p: String,
}

/// Holds the answers against `schema-valid.txt` and `schema-invalid.tsv` in `folder`.
///
/// # Errors
///
/// Where one of the two cannot be read.
pub(crate) fn judge(folder: &Path, answers: &Answers) -> Outcome<String> {
    let valid = project::read(folder.join("schema-valid.txt"))?;
    let invalid = project::read(folder.join("schema-invalid.tsv"))?;
    let valid: Vec<&Report> = valid.lines().filter_map(|file| answers.report(file)).collect();
    let refused = valid.iter().filter(|report| report.has_errors()).count();
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for report in &valid {
        for rule in rules_of(report) {
            *rules.entry(rule).or_default() += 1;
        }
    }
    let mut invalid_count = 0;
    let (mut places, mut found_there) = (0, 0);
    let mut missed = Vec::new();
    for line in invalid.lines() {
        let (file, refusals) = line.split_once('\t').ok_or_else(|| format!("schema-invalid.tsv: {line}"))?;
        let Some(report) = answers.report(file) else { continue };
        invalid_count += 1;
        if !report.has_errors() {
            missed.push(file);
        }
        let refusals: Vec<Refusal> =
            serde_json::from_str(refusals).map_err(|error| format!("schema-invalid.tsv: {file}: {error}"))?;
        places += refusals.len();
        found_there += refusals.iter().filter(|refusal| is_told(report, refusal)).count();
    }
    let mut text = format!(
        "Agreement with the official schema\n  \
         documents that it accepts: {}, with an error of ours: {refused} (only rules on what it cannot say may stand here)\n{}  \
         documents that it refuses: {invalid_count}, with an error of ours: {}\n  \
         places that it refuses: {places}, with an error of ours there or near: {found_there}\n",
        valid.len(),
        table::counts(&rules),
        invalid_count - missed.len(),
    );
    for file in missed {
        let _ = writeln!(text, "    without an error: {file}");
    }
    Ok(text)
}

fn rules_of(report: &Report) -> Vec<&str> {
    let mut rules: Vec<&str> = report.errors().map(Found::rule).collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}

fn is_told(report: &Report, refusal: &Refusal) -> bool {
    let place = Place::of_pointer(&refusal.p);
    report.errors().any(|found| place.distance(&Place::of_pointer(found.pointer())) != Distance::Far)
}
