//! What was found in how many files, and how long it took.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    time::Duration,
};

use super::{
    Answers,
    answer::{Outcome, Report, Severity},
    table::{self, row},
};

/// How many of the slowest files are listed.
const SLOWEST: usize = 8;

/// The numbers of files, the slowest ones, the folders and the rules.
pub(crate) fn of(answers: &Answers, took: Duration) -> String {
    [files(answers, took), sets(answers), rules(answers)].join("\n")
}

fn files(answers: &Answers, took: Duration) -> String {
    let (mut unread, mut bad) = (0, Vec::new());
    for (file, outcome) in answers.all() {
        match outcome {
            Outcome::Answered(_) => {}
            Outcome::Unread(_) => unread += 1,
            Outcome::Crashed => bad.push(format!("    crashed: {file}\n")),
            Outcome::TimedOut(limit) => bad.push(format!("    longer than {} s: {file}\n", limit.as_secs())),
        }
    }
    let reports: Vec<(&str, &Report)> = answers.reports().collect();
    let total: u64 = reports.iter().map(|(_, report)| report.microseconds).sum();
    let mut text = format!(
        "Files\n  files: {}, of which no UTF-8: {unread}, crashed or too slow: {}\n{}  \
         time: {:.1} s of checking, {:.1} s from first to last\n  slowest:\n",
        answers.all().count(),
        bad.len(),
        bad.concat(),
        Duration::from_micros(total).as_secs_f64(),
        took.as_secs_f64(),
    );
    let mut slowest = reports;
    slowest.sort_by_key(|(_, report)| Reverse(report.microseconds));
    for (file, report) in slowest.iter().take(SLOWEST) {
        let _ = writeln!(text, "  {:>8} ms  {file}", report.microseconds / 1000);
    }
    text
}

fn sets(answers: &Answers) -> String {
    let mut sets: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for (file, report) in answers.reports() {
        let set = file.split_once('/').map_or("", |(set, _)| set);
        let [files, errors, silent] = sets.entry(set).or_default();
        *files += 1;
        *errors += usize::from(report.has_errors());
        *silent += usize::from(report.found.is_empty());
    }
    let mut rows = vec![row(["set", "files", "with errors", "without", "with nothing at all"])];
    for (set, [files, errors, silent]) in sets {
        let counts = [files, errors, files - errors, silent].map(|count| count.to_string());
        rows.push([vec![set.to_owned()], counts.to_vec()].concat());
    }
    format!("Sets\n{}", table::of(&rows))
}

/// By rule: how many files have it, and how often it is reported in all.
fn rules(answers: &Answers) -> String {
    let mut rules: BTreeMap<(Severity, &str), (BTreeSet<&str>, usize)> = BTreeMap::new();
    for (file, report) in answers.reports() {
        for found in &report.found {
            let (files, count) = rules.entry((found.severity(), found.rule())).or_default();
            files.insert(file);
            *count += 1;
        }
    }
    let mut text = String::from("Rules\n");
    for severity in Severity::ALL {
        let mut of_severity: Vec<_> = rules.iter().filter(|((own, _), _)| *own == severity).collect();
        of_severity.sort_by_key(|(_, (files, _))| Reverse(files.len()));
        let mut rows = vec![vec![format!("{severity:?}"), "files".to_owned(), "findings".to_owned()]];
        rows.extend(
            of_severity.iter().map(|((_, rule), (files, count))| {
                vec![format!("  {rule}"), files.len().to_string(), count.to_string()]
            }),
        );
        text.push_str(&table::of(&rows));
    }
    text
}
