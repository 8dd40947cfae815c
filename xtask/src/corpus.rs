//! What the checker says of a folder of real documents, and how that agrees with what others say of them.
//!
//! Every file is checked. Where they stand in the folder, four more things are judged by: `schema-valid.txt` and
//! `schema-invalid.tsv`, the verdict of the official schema; `expectations.jsonl`, what the test suites of other
//! validators expect; `fix-pairs.tsv`, broken files beside the version in which their authors repaired them;
//! `kinds.tsv`, what each file is.

mod answer;
mod expectations;
mod kinds;
mod pairs;
mod place;
mod table;
mod totals;
mod verdicts;
mod workers;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    time::Instant,
};

use serde_json::{Map, Value, json};

use crate::{Outcome, console::say, process::run, programs::Programs, project, steps::Steps};
use answer::Report;

const USAGE: &str = "usage: cargo xtask corpus DIR [--json FILE]";

/// The program that checks, of the library's package.
const WORKER: &str = "examine";

/// The lists in a corpus that are none of its documents.
const LISTS: [&str; 5] = ["schema-valid.txt", "schema-invalid.tsv", "expectations.jsonl", "fix-pairs.tsv", "kinds.tsv"];

/// What became of each file, by its path in the corpus.
pub(crate) struct Answers(BTreeMap<String, answer::Outcome<Report>>);

impl Answers {
    fn all(&self) -> impl Iterator<Item = (&str, &answer::Outcome<Report>)> {
        self.0.iter().map(|(file, outcome)| (file.as_str(), outcome))
    }

    fn reports(&self) -> impl Iterator<Item = (&str, &Report)> {
        self.all().filter_map(|(file, outcome)| Some((file, outcome.answer()?)))
    }

    fn report(&self, file: &str) -> Option<&Report> {
        self.0.get(file)?.answer()
    }

    /// How many files the checker did not survive or did not finish.
    fn failures(&self) -> usize {
        let has_failed = |outcome: &&answer::Outcome<Report>| {
            matches!(outcome, answer::Outcome::Crashed | answer::Outcome::TimedOut(_))
        };
        self.0.values().filter(has_failed).count()
    }
}

/// Checks every file below a folder and says what came of it.
///
/// # Errors
///
/// Where the arguments are wrong, something does not build or cannot be read, or a file crashed the checker or took it
/// longer than it may.
pub(crate) fn all(steps: &mut Steps, arguments: &[String]) -> Outcome {
    let (folder, details) = match arguments {
        [folder] => (folder, None),
        [folder, option, file] if option == "--json" => (folder, Some(file)),
        _ => return Err(USAGE.to_owned()),
    };
    let folder = Path::new(folder);
    let worker = steps.take("Build the checker", build)?;
    let files: Vec<PathBuf> = project::files(folder)?
        .into_iter()
        .filter(|file| !LISTS.iter().any(|list| *file == folder.join(list)))
        .collect();
    let start = Instant::now();
    let outcomes = steps.take("Check the files", || workers::ask(&worker, "check", &files))?;
    let took = start.elapsed();
    let name = |file: &PathBuf| file.strip_prefix(folder).unwrap_or(file).to_string_lossy().into_owned();
    let answers = Answers(files.iter().map(name).zip(outcomes).collect());

    let has = |list: &str| folder.join(list).is_file();
    let mut texts = vec![totals::of(&answers, took), kinds::of(&answers)];
    let mut json = Map::from_iter([("files".to_owned(), by_file(&answers))]);
    if has("kinds.tsv") {
        texts.push(kinds::judge(folder, &answers)?);
    }
    if has("schema-valid.txt") && has("schema-invalid.tsv") {
        texts.push(steps.take("Compare with the schema", || verdicts::judge(folder, &answers))?);
    }
    if has("expectations.jsonl") {
        let judgement = steps.take("Compare with other suites", || expectations::judge(folder, &answers))?;
        texts.push(judgement.text);
        json.insert("expectations".to_owned(), Value::Array(judgement.details));
    }
    if has("fix-pairs.tsv") {
        let judgement = steps.take("Repair and compare", || pairs::judge(folder, &worker))?;
        texts.push(judgement.text);
        json.insert("pairs".to_owned(), Value::Array(judgement.details));
    }
    if let Some(file) = details {
        project::write(file, &Value::Object(json).to_string())?;
    }
    say(&format!("\n{}", texts.join("\n")));
    match answers.failures() {
        0 => Ok(()),
        count => Err(format!("{count} files crashed the checker or took it longer than they may")),
    }
}

/// Builds the program that checks, at full speed.
fn build() -> Outcome<PathBuf> {
    let cargo = ["build", "--quiet", "--profile", "native", "--locked", "--package", "xtension-checker"];
    run(Programs::of_environment().command("cargo")?.args(cargo).args(["--example", WORKER]))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    Ok(target.join(format!("native/examples/{WORKER}{}", std::env::consts::EXE_SUFFIX)))
}

fn by_file(answers: &Answers) -> Value {
    let shown = |report: &Report| {
        let found: Vec<_> = report
            .found
            .iter()
            .map(|found| json!([format!("{:?}", found.severity()), found.rule(), found.pointer()]))
            .collect();
        json!({ "microseconds": report.microseconds, "kind": report.kind, "omitted": report.omitted, "found": found })
    };
    answers.reports().map(|(file, report)| (file.to_owned(), shown(report))).collect()
}
