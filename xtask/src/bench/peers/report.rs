//! What was measured of this checker and of others, for people: `docs/benchmarks.md`.

use std::{
    fmt::{self, Write as _},
    time::Duration,
};

/// One checker on all documents.
pub(super) struct Row {
    pub(super) title: String,
    /// In the order of the documents, which grow. There are none for those that would have taken too long.
    pub(super) cells: Vec<Cell>,
}

/// One checker on one document, in milliseconds.
pub(super) struct Cell {
    minimum: f64,
    median: f64,
    /// What it found, where that was asked.
    findings: Option<u64>,
    /// The first time, where the process was warm afterwards.
    first: Option<f64>,
}

impl Row {
    pub(super) fn new(title: &str) -> Self {
        Self { title: title.to_owned(), cells: Vec::new() }
    }

    /// Whether the last document took longer than that, in milliseconds, at best.
    pub(super) fn takes_longer_than(&self, limit: f64) -> bool {
        self.cells.last().is_some_and(|cell| cell.minimum > limit)
    }
}

impl Cell {
    /// What `measure.mjs` wrote.
    pub(super) fn read(line: &str) -> Option<Self> {
        let mut values = line.trim().split('\t');
        let findings = values.next()?.parse().ok()?;
        let mut times = values.skip(1).map(|microseconds| microseconds.parse::<f64>().ok());
        let mut time = || times.next().flatten().map(|microseconds| microseconds / 1000.0);
        Some(Self { first: Some(time()?), minimum: time()?, median: time()?, findings: Some(findings) })
    }

    /// What several runs took.
    pub(super) fn of(mut times: Vec<Duration>) -> Self {
        times.sort();
        let milliseconds = |time: Option<&Duration>| time.map_or(0.0, |time| time.as_secs_f64() * 1000.0);
        let (minimum, median) = (milliseconds(times.first()), milliseconds(times.get(times.len() / 2)));
        Self { minimum, median, findings: None, first: None }
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} / {}", shown(self.minimum), shown(self.median))
    }
}

/// The whole file. `machine` is what `machine.mjs` wrote; the row `own` is this project's.
pub(super) fn of(machine: &str, warm: &[Row], whole: &[Row], own: usize) -> String {
    let (machine, versions) = machine.split_once('\n').unwrap_or((machine, ""));
    let versions: Vec<&str> = versions.lines().collect();
    format!(
        "{HEAD}\n{machine}. The others: {}.\n\n## In a warm process\n\n{WARM}\n{}\n{FINDINGS}\n{}\n## From start to end\n\n{WHOLE}\n{}",
        versions.join(", "),
        times(warm, own),
        findings(warm),
        times(whole, own),
    )
}

const HEAD: &str = "\
# Benchmarks

`cargo xtask bench --peers` measures this checker and others on the same files in one run and writes this file. The files are
made, as large as they are called, with one mistake in fifty resources; each of the others has the rules that it recommends for
OpenAPI 2.0. What they look for differs, so that their findings are no measure of each other: none of the others knows Nintex.
vacuum, which is written in Go, is not among them: it is not on npm. Who takes longer than ten seconds for a file is spared
the larger ones.

The machine of the last run, which had other work to do:
";

const WARM: &str = "\
Milliseconds, minimum / median, of a check of the text that is read already. The last column of each size is how many times as
long as this checker the others take, by the minima.
";

const FINDINGS: &str = "\
The first check in a new process, in milliseconds, and the number of findings:
";

const WHOLE: &str = "\
Milliseconds, minimum / median of five runs of the program, with its start and the reading of the file.
";

/// The sizes of the documents, as people call them.
const SIZES: [&str; 4] = ["6 KB", "400 KB", "2 MB", "4 MB"];

/// For a document that was not measured.
const NOTHING: &str = " – | – |";

fn times(rows: &[Row], own: usize) -> String {
    let mut table = head(&SIZES.map(|size| format!("{size} | times")));
    for row in rows {
        let mut line = format!("| {} |", row.title);
        for (index, cell) in row.cells.iter().enumerate() {
            let of_own = rows.get(own).and_then(|row| row.cells.get(index)).map_or(f64::NAN, |cell| cell.minimum);
            let _ = write!(line, " {cell} | {} |", shown(cell.minimum / of_own));
        }
        line += &NOTHING.repeat(SIZES.len().saturating_sub(row.cells.len()));
        table += &line;
        table.push('\n');
    }
    table
}

fn findings(rows: &[Row]) -> String {
    let mut table = head(&SIZES.map(|size| format!("{size} | findings")));
    for row in rows {
        let mut line = format!("| {} |", row.title);
        for cell in &row.cells {
            let _ =
                write!(line, " {} | {} |", shown(cell.first.unwrap_or_default()), cell.findings.unwrap_or_default());
        }
        line += &NOTHING.repeat(SIZES.len().saturating_sub(row.cells.len()));
        table += &line;
        table.push('\n');
    }
    table
}

fn head(columns: &[String]) -> String {
    let rule = "| ---: | ---: ".repeat(columns.len());
    format!("| | {} |\n| --- {rule}|\n", columns.join(" | "))
}

/// A number with three digits that count, or all before its point.
fn shown(number: f64) -> String {
    match number {
        number if number < 1.0 => format!("{number:.3}"),
        number if number < 10.0 => format!("{number:.2}"),
        number if number < 100.0 => format!("{number:.1}"),
        number => format!("{number:.0}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Row, times};

    #[test]
    fn others_are_compared_by_their_minima() {
        let row = |title: &str, line: &str| Row { title: title.to_owned(), cells: vec![Cell::read(line).unwrap()] };
        let table = times(&[row("floor", "0\t9\t500\t100\t150\n"), row("own", "3\t9\t900\t200\t250\n")], 1);
        assert!(table.contains("| floor | 0.100 / 0.150 | 0.500 |"), "{table}");
        assert!(table.contains("| own | 0.200 / 0.250 | 1.00 |"), "{table}");
    }

    #[test]
    fn what_is_no_measurement_is_none() {
        assert!(Cell::read("out of memory").is_none());
    }
}
