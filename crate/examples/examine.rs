//! Checks or repairs the files named on standard input, for `cargo xtask corpus`, which watches over it.
//!
//! Each line of input is `check` or `repair`, a tab, and the path of a file; each is answered by one line of JSON. What a
//! file does to this process shows in its answer being late or missing.

#![expect(clippy::print_stdout, reason = "the answers are what this program gives")]

use std::error::Error;
use std::io::{self, BufRead, Write};
use std::time::Instant;

use serde_json::{Value, json};
use xtension_checker::text::{Edits, Lines};
use xtension_checker::{Diagnostic, Safety, check, fix_all};

/// How many rounds of offered repairs there are at most.
const ROUNDS: usize = 20;

fn main() -> Result<(), Box<dyn Error>> {
    for line in io::stdin().lock().lines() {
        let line = line?;
        let (task, file) = line.split_once('\t').ok_or("a line is a task, a tab and a file")?;
        let answer = match std::fs::read(file).map(String::from_utf8) {
            Err(error) => json!({ "unread": error.to_string() }),
            Ok(Err(_)) => json!({ "unread": "is not UTF-8" }),
            Ok(Ok(text)) if task == "repair" => repaired(&text),
            Ok(Ok(text)) => checked(&text),
        };
        println!("{answer}");
        io::stdout().flush()?;
    }
    Ok(())
}

/// What the file is, and what is found: severity, rule, pointer, and the lines of the first and the last byte, from 1.
fn checked(text: &str) -> Value {
    let start = Instant::now();
    let report = check(text);
    let microseconds = start.elapsed().as_micros() as u64;
    let lines = Lines::new(text);
    let found = |found: &Diagnostic| {
        let (first, last) = (lines.line_of(found.span.start), lines.line_of(found.span.end));
        json!([format!("{:?}", found.severity), found.rule, found.pointer, first, last])
    };
    let found: Vec<Value> = report.diagnostics.iter().map(found).collect();
    let kind = report.other_kind.map(|kind| kind.id);
    json!({ "microseconds": microseconds, "kind": kind, "omitted": report.omitted, "found": found })
}

/// The text after all safe fixes, and after the best fix of every syntax error, offered ones included.
fn repaired(text: &str) -> Value {
    json!({ "safe": fix_all(text).edits.apply(text), "offered": after_offered(text) })
}

fn after_offered(text: &str) -> String {
    let mut current = text.to_owned();
    for _ in 0..ROUNDS {
        let report = check(&current);
        let mut edits = Edits::default();
        for found in report.diagnostics.iter().filter(|found| found.rule.starts_with("json-")) {
            let best = found.fixes.first().filter(|fix| fix.safety != Safety::Template);
            if let Some(more) = best.and_then(|fix| edits.merged(&fix.edits).ok()) {
                edits = more;
            }
        }
        if edits.is_empty() {
            break;
        }
        current = edits.apply(&current);
    }
    current
}
