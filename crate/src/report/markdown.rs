//! Markdown, for tickets, wikis and mails.

use std::io::{self, Write};

use super::content::{Content, NOTHING_LOST, Problem, counted, with_times};
use super::visible::printable;
use super::words::{Part, parts};
use super::{Checked, Conversion, Reporter, names};
use crate::diagnostic::{Fix, Safety, Severity};

/// Writes a chapter for each file.
pub struct Markdown<W> {
    out: W,
}

impl<W: Write> Markdown<W> {
    /// A report that goes to `out`.
    pub fn new(out: W) -> Self {
        Self { out }
    }

    fn terms(&mut self, terms: &[(&str, String)]) -> io::Result<()> {
        for (term, value) in terms {
            writeln!(self.out, "- {term}: {}", code(value))?;
        }
        writeln!(self.out)
    }

    fn problems(&mut self, heading: &str, problems: &[&Problem<'_>]) -> io::Result<()> {
        if problems.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "## {heading} ({})\n", problems.len())?;
        problems.iter().try_for_each(|problem| self.problem(problem))
    }

    /// What the file was made of, and what was lost or decided then.
    fn conversion(&mut self, Conversion { source, notes }: &Conversion) -> io::Result<()> {
        writeln!(self.out, "## Converted from {} ({})\n", sentence(source), notes.len())?;
        if notes.is_empty() {
            return writeln!(self.out, "{NOTHING_LOST}\n");
        }
        for note in notes {
            write!(self.out, "- **{}.** {}", escaped(&printable(&note.kind)), sentence(&note.message))?;
            for more in [sentence(&note.because), sentence(&note.told_places())].iter().filter(|text| !text.is_empty())
            {
                write!(self.out, " {more}")?;
            }
            writeln!(self.out)?;
        }
        writeln!(self.out)
    }

    fn problem(&mut self, problem: &Problem<'_>) -> io::Result<()> {
        let Problem { found, place, quote, related, fixes } = problem;
        let out = &mut self.out;
        writeln!(out, "### Line {}, column {}: {}\n", place.line, place.column, sentence(&found.message))?;
        if let Some(quote) = quote {
            let line = quote.whole();
            let fence = fence(&line, 3);
            writeln!(out, "{fence}json\n{line}\n{fence}\n")?;
        }
        if !found.because.is_empty() {
            writeln!(out, "{}\n", sentence(&found.because))?;
        }
        for (line, message) in related {
            writeln!(out, "- See also line {line}: {}", sentence(message))?;
        }
        for fix in fixes {
            writeln!(out, "- Fix: {}", of_fix(fix))?;
        }
        if !related.is_empty() || !fixes.is_empty() {
            writeln!(out)?;
        }
        write!(out, "Rule {}, {}", code(found.rule), names::evidence(found.certainty))?;
        if !found.pointer.is_empty() {
            write!(out, ", at {}", code(&printable(&found.pointer)))?;
        }
        if found.source.is_empty() { writeln!(out, "\n") } else { writeln!(out, ", [source](<{}>)\n", found.source) }
    }
}

impl<W: Write> Reporter for Markdown<W> {
    fn checked(&mut self, checked: &Checked<'_>) -> io::Result<()> {
        let content = Content::new(checked);
        writeln!(self.out, "# {}\n\n**{}** {}.\n", escaped(&content.file), content.verdict, content.counts)?;
        self.terms(&content.facts)?;
        self.problems("Errors", &content.left_of(Severity::Error))?;
        self.problems("Warnings", &content.left_of(Severity::Warning))?;
        self.problems("Hints", &content.left_of(Severity::Hint))?;
        if content.omitted > 0 {
            writeln!(self.out, "And {}, not listed.\n", counted(content.omitted, "more problem"))?;
        }
        self.problems("Ignored in this browser", &content.ignored.iter().collect::<Vec<_>>())?;
        if !content.fixed.is_empty() {
            writeln!(self.out, "## Fixed ({})\n", checked.facts.fixed.len())?;
            for (title, times) in &content.fixed {
                writeln!(self.out, "- {}", sentence(&with_times(title, *times)))?;
            }
            writeln!(self.out)?;
        }
        if let Some(conversion) = &checked.facts.conversion {
            self.conversion(conversion)?;
        }
        writeln!(self.out, "## What Nintex will make of it\n")?;
        self.terms(&content.made)?;
        for note in &content.notes {
            writeln!(self.out, "- {}", sentence(note))?;
        }
        if content.notes.is_empty() { Ok(()) } else { writeln!(self.out) }
    }

    fn unchecked(&mut self, file: &str, reason: &str) -> io::Result<()> {
        writeln!(self.out, "# {}\n\nNot checked: {}.\n", escaped(&printable(file)), escaped(&printable(reason)))
    }

    fn finish(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// What a fix does and what follows from it.
fn of_fix(fix: &Fix) -> String {
    let safe = if fix.safety == Safety::Safe { " Keeps the meaning of the document." } else { "" };
    let consequence =
        if fix.consequence.is_empty() { String::new() } else { format!(" {}", sentence(&fix.consequence)) };
    format!("{}.{consequence}{safe}", sentence(&fix.title))
}

/// A sentence of the checker.
fn sentence(text: &str) -> String {
    let written = parts(text).map(|part| match part {
        Part::Words(words) => escaped(&words),
        Part::Code(quoted) => code(&quoted),
    });
    written.collect()
}

/// `text` as words that say nothing to Markdown.
fn escaped(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    // What makes a list or a heading does so only at the beginning of a line.
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_item = number.len() < text.len() && number.starts_with(['.', ')']);
    for (at, character) in text.char_indices() {
        let begins_item = is_item && at == text.len() - number.len();
        if "\\`*_[]<>|~&$".contains(character) || (at == 0 && "#+-=".contains(character)) || begins_item {
            result.push('\\');
        }
        result.push(character);
    }
    result
}

/// `text` as code, which no character of it ends.
fn code(text: &str) -> String {
    let fence = fence(text, 1);
    // One blank on both sides is taken off again.
    let blank = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
    format!("{fence}{blank}{text}{blank}{fence}")
}

/// More backticks than stand anywhere in `text`, and no fewer than `least`.
fn fence(text: &str, least: usize) -> String {
    let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or_default();
    "`".repeat(least.max(longest + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_taken_for_markup() {
        assert_eq!(escaped("a *b* <script> [c](d) | _e_"), "a \\*b\\* \\<script\\> \\[c\\](d) \\| \\_e\\_");
        assert_eq!(
            (escaped("# a"), escaped("12. a"), escaped("12 a. b")),
            ("\\# a".into(), "12\\. a".into(), "12 a. b".into())
        );
    }

    #[test]
    fn no_code_ends_itself() {
        assert_eq!(
            (code("a"), code("a`b"), code("`a`"), code("a``")),
            ("`a`".into(), "``a`b``".into(), "`` `a` ``".into(), "``` a`` ```".into())
        );
        assert_eq!(fence("````", 3), "`````");
    }

    #[test]
    fn what_a_sentence_quotes_is_code() {
        assert_eq!(sentence("The path `/a*` ends_in `<b>`."), "The path `/a*` ends\\_in `<b>`.");
    }
}
