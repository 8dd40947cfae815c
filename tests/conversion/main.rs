//! Converts real documents of OpenAPI 3, and has the results judged: by the official schema of OpenAPI 2.0, by the checker
//! itself, and, where the same API stands beside it in OpenAPI 2.0, by that.
//!
//! Run by `cargo xtask conversion DIR...`; each JSON file of OpenAPI 3 below the folders is one document.

#![allow(clippy::print_stdout, clippy::indexing_slicing, reason = "a program for the terminal")]

mod api;
#[path = "../differential/judge.rs"]
mod judge;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use xtension_checker::convert::openapi3::convert;
use xtension_checker::{Severity, check, json};

use judge::Judge;

/// The rules whose errors say what the original lacks, or what Nintex lacks, and not what the conversion did.
const OF_THE_ORIGINAL: &[&str] =
    &["auth-one-type", "path-template-undeclared", "path-param-unused", "path-template-malformed", "host-private"];

struct Document {
    path: PathBuf,
    text: String,
    remarks: usize,
    time: Duration,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let is_verbose = arguments.iter().any(|argument| argument == "--all");
    arguments.retain(|argument| !argument.starts_with("--"));
    let mut files = Vec::new();
    for folder in &arguments {
        collect(Path::new(folder), &mut files);
    }
    files.sort();
    let mut crashed = Vec::new();
    let mut documents = Vec::new();
    let mut remarks: BTreeMap<String, usize> = BTreeMap::new();
    for path in files {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        if !is_openapi_3(&text) {
            continue;
        }
        let from = Instant::now();
        let Ok(converted) = catch_unwind(|| convert(&json::parse(&text))) else {
            crashed.push(path);
            continue;
        };
        for remark in &converted.remarks {
            *remarks.entry(format!("{:?} {}", remark.kind, remark.message)).or_default() += 1;
        }
        let remarks = converted.remarks.len();
        documents.push(Document { path, text: converted.text, remarks, time: from.elapsed() });
    }
    let lines: Vec<String> = documents.iter().map(|document| on_one_line(&document.text)).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let (verdicts, reports) = Judge::start()?.judge(&lines, || errors_of(&documents))?;

    let refused: Vec<_> = documents.iter().zip(&verdicts).filter(|(_, wrong)| !wrong.is_empty()).collect();
    for (document, wrong) in &refused {
        println!("refused  {}: {}", document.path.display(), wrong[..wrong.len().min(3)].join("; "));
    }
    let mut by_rule: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (document, errors) in documents.iter().zip(&reports) {
        for (rule, message) in errors {
            by_rule.entry(rule).or_default().push(format!("{}: {message}", document.path.display()));
        }
    }
    for (rule, found) in &by_rule {
        let most = if is_verbose { found.len() } else { 3 };
        found.iter().take(most).for_each(|one| println!("error    {rule}: {one}"));
    }
    for path in &crashed {
        println!("crashed  {}", path.display());
    }
    let mut counted: Vec<_> = remarks.iter().collect();
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    println!("\nremarks");
    for (message, count) in counted {
        println!("{count:>7}  {message}");
    }
    if is_verbose {
        println!("\nwarnings and hints by rule");
        let mut others: BTreeMap<&str, usize> = BTreeMap::new();
        for document in &documents {
            for one in check(&document.text).diagnostics {
                *others.entry(one.rule).or_default() += 1;
            }
        }
        for (rule, count) in others {
            println!("{count:>7}  {rule}");
        }
    }
    println!("\nerrors by rule");
    for (rule, found) in &by_rule {
        println!("{:>7}  {rule}", found.len());
    }
    let is_own = |errors: &&Vec<(&str, String)>| errors.iter().any(|(rule, _)| !OF_THE_ORIGINAL.contains(rule));
    println!("\n{:>7}  documents", documents.len() + crashed.len());
    println!("{:>7}  crashes", crashed.len());
    println!("{:>7}  refused by the official schema", refused.len());
    println!("{:>7}  with errors of the conversion", reports.iter().filter(is_own).count());
    println!(
        "{:>7}  with errors of the original",
        reports.iter().filter(|one| !one.is_empty() && !is_own(one)).count()
    );
    println!("{:>7}  remarks", documents.iter().map(|document| document.remarks).sum::<usize>());
    if let Some(slowest) = documents.iter().max_by_key(|document| document.time) {
        println!("{:>7.1?}  at most, for {}", slowest.time, slowest.path.display());
    }
    api::compare(documents.iter().map(|document| (document.path.as_path(), document.text.as_str())), is_verbose);
    if crashed.is_empty() && refused.is_empty() { Ok(()) } else { Err("not all results are OpenAPI 2.0".into()) }
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    if let Ok(entries) = fs::read_dir(path) {
        entries.flatten().for_each(|entry| collect(&entry.path(), files));
    } else if path.extension().is_some_and(|extension| extension == "json") {
        files.push(path.to_owned());
    }
}

fn is_openapi_3(text: &str) -> bool {
    let tree = json::parse(text);
    tree.root().and_then(|root| root.get("openapi")).is_some_and(|version| version.source().contains('3'))
}

fn on_one_line(text: &str) -> String {
    serde_json::from_str::<serde_json::Value>(text)
        .map_or_else(|error| format!("\"{error}\""), |value| value.to_string())
}

/// What the checker calls an error in each result.
fn errors_of(documents: &[Document]) -> Vec<Vec<(&'static str, String)>> {
    let errors = |document: &Document| {
        let found = check(&document.text).diagnostics;
        let found = found.into_iter().filter(|one| one.severity == Severity::Error);
        found.map(|one| (one.rule, one.message)).collect()
    };
    documents.iter().map(errors).collect()
}
