//! This checker and others on the same files in one run: in processes that are warm, and as programs from start to end.

mod report;

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use super::{build_wasm, documents};
use crate::{
    Outcome,
    console::say,
    process::{output, run},
    programs::Programs,
    project,
    steps::Steps,
    tools::{self, node},
};
use report::{Cell, Row};

/// The packages of the others, and the scripts that ask them.
const FOLDER: &str = "xtask/peers";

/// Where the table is kept.
const DOCUMENT: &str = "docs/benchmarks.md";

/// What is measured in a warm process: its name in `tools.mjs`, and for people.
const WARM: [(&str, &str); 5] = [
    ("json-parse", "`JSON.parse` of Node.js"),
    ("xtension-checker", "Xtension Checker, as wasm"),
    ("vscode-json", "VS Code's JSON service, with the official schema"),
    ("redocly", "Redocly's library, its recommended rules"),
    ("spectral", "Spectral's library, `spectral:oas`"),
];

/// What is measured from start to end: for people, and the words of its program. The file comes last.
const WHOLE: [(&str, &[&str]); 5] = [
    ("`JSON.parse` of Node.js", &["node", "xtask/peers/once.mjs", "json-parse"]),
    ("Xtension Checker, `xtension-check`", &["target/native/xtension-check"]),
    ("VS Code's JSON service, with the official schema", &["node", "xtask/peers/once.mjs", "vscode-json"]),
    (
        "Redocly CLI, its recommended rules",
        &["node", "xtask/peers/node_modules/@redocly/cli/bin/cli.js", "lint", "--extends", "recommended"],
    ),
    (
        "Spectral CLI, `spectral:oas`",
        &["node", "xtask/peers/node_modules/.bin/spectral", "lint", "--ruleset", "xtask/peers/ruleset.json"],
    ),
];

/// Which row is this project's.
const OWN: usize = 1;

/// How often a program runs on a file.
const RUNS: usize = 5;

/// Who takes longer than this for a file, in milliseconds, is spared the larger ones.
const LONG: f64 = 10_000.0;

/// Gets the others, measures, and keeps the tables in `docs/benchmarks.md`.
///
/// # Errors
///
/// Where a tool is missing or something does not build or run.
pub(super) fn all(steps: &mut Steps) -> Outcome {
    let programs = tools::get(steps)?;
    steps.take("Get the others", || node::get_packages_of(&programs, FOLDER))?;
    let documents = steps.take("Make the documents", documents)?;
    steps.take("Build the wasm", || build_wasm(&programs))?;
    steps.take("Build the command line", || {
        let cargo = ["build", "--quiet", "--profile", "native", "--locked", "--package", "xtension-checker"];
        run(programs.command("cargo")?.args(cargo).args(["--bin", "xtension-check"]).env("CARGO_TARGET_DIR", "target"))
    })?;
    let machine = output(programs.command("node")?.arg(Path::new(FOLDER).join("machine.mjs")))?;
    let warm = steps.take("Measure in warm processes", || warm(&programs, &documents))?;
    let whole = steps.take("Measure whole programs", || whole(&programs, &documents))?;
    let text = report::of(&machine, &warm, &whole, OWN);
    project::write(DOCUMENT, &text)?;
    say(&format!("\n{text}"));
    Ok(())
}

fn warm(programs: &Programs, documents: &[PathBuf]) -> Outcome<Vec<Row>> {
    let mut rows: Vec<Row> = WARM.iter().map(|(_, title)| Row::new(title)).collect();
    // File by file, so that all meet the same moods of the machine.
    for document in documents {
        for ((tool, _), row) in WARM.iter().zip(&mut rows) {
            if row.takes_longer_than(LONG) {
                continue;
            }
            let script = Path::new(FOLDER).join("measure.mjs");
            let line = output(programs.command("node")?.arg(script).arg(tool).arg(document))?;
            let cell = Cell::read(&line).ok_or_else(|| format!("{tool}: this is not a measurement: {line}"))?;
            say(&format!("    {tool}, {}: {cell}", document.display()));
            row.cells.push(cell);
        }
    }
    Ok(rows)
}

fn whole(programs: &Programs, documents: &[PathBuf]) -> Outcome<Vec<Row>> {
    let mut rows: Vec<Row> = WHOLE.iter().map(|(title, _)| Row::new(title)).collect();
    for document in documents {
        let mut times = vec![Vec::new(); rows.len()];
        // By turns, for the same reason.
        for _ in 0..RUNS {
            for (((_, words), row), times) in WHOLE.iter().zip(&rows).zip(&mut times) {
                if !row.takes_longer_than(LONG) {
                    times.push(time(programs, words, document)?);
                }
            }
        }
        for (row, times) in rows.iter_mut().zip(times).filter(|(_, times)| !times.is_empty()) {
            let cell = Cell::of(times);
            say(&format!("    {}, {}: {cell}", row.title, document.display()));
            row.cells.push(cell);
        }
    }
    Ok(rows)
}

/// How long a program takes from start to end, whatever it finds.
fn time(programs: &Programs, words: &[&str], document: &Path) -> Outcome<Duration> {
    let (program, arguments) = words.split_first().ok_or("there is no program to run")?;
    let mut command = if program.contains('/') { Command::new(program) } else { programs.command(program)? };
    command.args(arguments).arg(document).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // They check files here and tell nobody of it.
    command.env("REDOCLY_TELEMETRY", "off").env("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
    let start = Instant::now();
    let status = command.status().map_err(|error| format!("{program}: {error}"))?;
    let time = start.elapsed();
    // 1 says that there are problems.
    if status.code().is_none_or(|code| code > 1) {
        return Err(format!("{} failed ({status})", words.join(" ")));
    }
    Ok(time)
}
