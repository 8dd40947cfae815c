//! CSV as RFC 4180 has it, for spreadsheets: one row for each problem, one for each fix made, and one
//! for each thing that a conversion before has lost or decided.

use std::io::{self, Write};

use super::content::{Content, Problem};
use super::visible::printable;
use super::{Checked, Reporter, names};
use crate::diagnostic::Fix;

const HEADER: [&str; 16] = [
    "Status",
    "Severity",
    "Line",
    "Column",
    "Message",
    "Why it matters",
    "Fixes",
    "Rule",
    "Evidence",
    "Source",
    "Place",
    "File",
    "Size in bytes",
    "SHA-256",
    "Checked",
    "Checked by",
];

/// Writes the rows of each file under one header.
pub struct Csv<W> {
    out: W,
    has_header: bool,
}

impl<W: Write> Csv<W> {
    /// A report that goes to `out`.
    pub fn new(out: W) -> Self {
        Self { out, has_header: false }
    }

    fn row(&mut self, cells: [&str; HEADER.len()]) -> io::Result<()> {
        let row = cells.map(cell).join(",");
        write!(self.out, "{row}\r\n")
    }

    fn header(&mut self) -> io::Result<()> {
        if std::mem::replace(&mut self.has_header, true) { Ok(()) } else { self.row(HEADER) }
    }
}

/// What stands in each row of a file.
struct OfFile<'a> {
    name: &'a str,
    size: &'a str,
    sha256: &'a str,
    when: &'a str,
}

impl OfFile<'_> {
    fn row<'c>(&'c self, first: [&'c str; 11]) -> [&'c str; HEADER.len()] {
        let [status, severity, line, column, message, because, fixes, rule, evidence, source, place] = first;
        let by = concat!("Xtension Checker ", env!("CARGO_PKG_VERSION"));
        let Self { name, size, sha256, when } = self;
        [
            status, severity, line, column, message, because, fixes, rule, evidence, source, place, name, size, sha256,
            when, by,
        ]
    }

    /// A row with a message and nothing else of a problem.
    fn said<'c>(&'c self, status: &'c str, message: &'c str) -> [&'c str; HEADER.len()] {
        self.row([status, "", "", "", message, "", "", "", "", "", ""])
    }
}

impl<W: Write> Reporter for Csv<W> {
    fn checked(&mut self, checked: &Checked<'_>) -> io::Result<()> {
        let content = Content::new(checked);
        let size = checked.text.len().to_string();
        let facts = checked.facts;
        let of_file = OfFile { name: checked.file, size: &size, sha256: &facts.sha256, when: &facts.when };
        self.header()?;
        for (status, problems) in [("left", &content.left), ("ignored", &content.ignored)] {
            for problem in problems {
                self.problem(&of_file, status, problem)?;
            }
        }
        if content.omitted > 0 {
            self.row(of_file.said("not listed", &format!("There are more problems: {}.", content.omitted)))?;
        }
        for (title, times) in content.fixed {
            for _ in 0..times {
                self.row(of_file.said("fixed", title))?;
            }
        }
        for note in facts.conversion.iter().flat_map(|conversion| &conversion.notes) {
            let because = [&*note.because, &note.told_places()].join(" ");
            self.row(of_file.row([
                "converted",
                &note.kind,
                "",
                "",
                &note.message,
                because.trim(),
                "",
                "",
                "",
                "",
                "",
            ]))?;
        }
        Ok(())
    }

    fn unchecked(&mut self, file: &str, reason: &str) -> io::Result<()> {
        self.header()?;
        let of_file = OfFile { name: file, size: "", sha256: "", when: "" };
        self.row(of_file.said("not checked", reason))
    }

    fn finish(&mut self) -> io::Result<()> {
        self.header()?;
        self.out.flush()
    }
}

impl<W: Write> Csv<W> {
    fn problem(&mut self, of_file: &OfFile<'_>, status: &str, problem: &Problem<'_>) -> io::Result<()> {
        let found = problem.found;
        let (line, column) = (problem.place.line.to_string(), problem.place.column.to_string());
        let fixes = problem.fixes.iter().map(|fix| sentences(fix)).collect::<Vec<_>>().join(" / ");
        self.row(of_file.row([
            status,
            names::severity(found.severity),
            &line,
            &column,
            &found.message,
            &found.because,
            &fixes,
            found.rule,
            names::evidence(found.certainty),
            found.source,
            &found.pointer,
        ]))
    }
}

fn sentences(fix: &Fix) -> String {
    format!("{}. {}", fix.title, fix.consequence).trim_end().to_owned()
}

/// Characters that make a spreadsheet take a cell for a formula, also as East Asian keyboards type them.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// A cell that a spreadsheet shows as it is. An apostrophe before it says that it is text.
fn cell(text: &str) -> String {
    let is_formula = text.trim_start_matches(' ').starts_with(FORMULA);
    let text = printable(text);
    let text = if is_formula { format!("'{text}") } else { text };
    if text.contains([',', '"', '\'', ';']) || text.trim() != text {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        assert_eq!(cell("plain words"), "plain words");
        assert_eq!(cell("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(cell(" a"), "\" a\"");
        assert_eq!(cell("a\r\nb"), "a␍␊b");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"] {
            assert!(cell(text).starts_with("\"'"), "{text:?}: {}", cell(text));
        }
        assert_eq!(cell("a=1"), "a=1");
    }
}
