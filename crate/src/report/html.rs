//! HTML for people without the page: one file that needs nothing else, runs nothing and prints well.

use std::io::{self, Write};

use super::content::{Content, NOTHING_LOST, Problem, counted, with_times};
use super::visible::printable;
use super::words::{Part, parts};
use super::{Checked, Conversion, Reporter, names};
use crate::diagnostic::{Fix, Safety, Severity};

const STYLES: &str = include_str!("html.css");

/// Writes one page for all files.
pub struct Html<W> {
    out: W,
    has_head: bool,
}

impl<W: Write> Html<W> {
    /// A report that goes to `out`.
    pub fn new(out: W) -> Self {
        Self { out, has_head: false }
    }

    /// The page up to its first file, once.
    fn head(&mut self, title: &str) -> io::Result<()> {
        if std::mem::replace(&mut self.has_head, true) {
            return Ok(());
        }
        write!(
            self.out,
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n\
             <title>{title}: Xtension report</title>\n<style>\n{STYLES}</style>\n</head>\n<body>\n<main>\n"
        )
    }

    fn terms(&mut self, terms: &[(&str, String)]) -> io::Result<()> {
        writeln!(self.out, "<dl>")?;
        for (term, value) in terms {
            writeln!(self.out, "<div><dt>{term}</dt><dd>{}</dd></div>", escaped(value))?;
        }
        writeln!(self.out, "</dl>")
    }

    fn problems(&mut self, heading: &str, problems: &[&Problem<'_>]) -> io::Result<()> {
        if problems.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "<h2>{heading} <span>{}</span></h2>\n<ol>", problems.len())?;
        problems.iter().try_for_each(|problem| self.problem(problem))?;
        writeln!(self.out, "</ol>")
    }

    /// What the file was made of, and what was lost or decided then.
    fn conversion(&mut self, Conversion { source, notes }: &Conversion) -> io::Result<()> {
        writeln!(self.out, "<h2>Converted from {} <span>{}</span></h2>", sentence(source), notes.len())?;
        if notes.is_empty() {
            return writeln!(self.out, "<p>{NOTHING_LOST}</p>");
        }
        writeln!(self.out, "<ul>")?;
        for note in notes {
            write!(self.out, "<li><strong>{}.</strong> {}", escaped(&printable(&note.kind)), sentence(&note.message))?;
            for more in [sentence(&note.because), sentence(&note.told_places())].iter().filter(|text| !text.is_empty())
            {
                write!(self.out, " {more}")?;
            }
            writeln!(self.out, "</li>")?;
        }
        writeln!(self.out, "</ul>")
    }

    fn problem(&mut self, problem: &Problem<'_>) -> io::Result<()> {
        let Problem { found, place, quote, related, fixes } = problem;
        let out = &mut self.out;
        let severity = names::severity(found.severity);
        writeln!(out, "<li class=\"{severity}\">\n<h3>{}</h3>", sentence(&found.message))?;
        write!(out, "<p class=\"place\">Line {}, column {}", place.line, place.column)?;
        if !found.pointer.is_empty() {
            write!(out, " <code>{}</code>", escaped(&printable(&found.pointer)))?;
        }
        writeln!(out, "</p>")?;
        if let Some(quote) = quote {
            let [before, marked, after] = [&quote.before, &quote.marked, &quote.after].map(|part| escaped(part));
            writeln!(out, "<pre><code>{before}<mark>{marked}</mark>{after}</code></pre>")?;
        }
        if !found.because.is_empty() {
            writeln!(out, "<p>{}</p>", sentence(&found.because))?;
        }
        if !related.is_empty() || !fixes.is_empty() {
            writeln!(out, "<ul>")?;
            for (line, message) in related {
                writeln!(out, "<li>See also line {line}: {}</li>", sentence(message))?;
            }
            for fix in fixes {
                writeln!(out, "<li>{}</li>", of_fix(fix))?;
            }
            writeln!(out, "</ul>")?;
        }
        write!(out, "<p class=\"evidence\">{}, <code>{}</code>", names::evidence(found.certainty), found.rule)?;
        if !found.source.is_empty() {
            write!(out, ", <a href=\"{0}\">{0}</a>", escaped(found.source))?;
        }
        writeln!(out, "</p>\n</li>")
    }
}

impl<W: Write> Reporter for Html<W> {
    fn checked(&mut self, checked: &Checked<'_>) -> io::Result<()> {
        let content = Content::new(checked);
        let file = escaped(&content.file);
        self.head(&file)?;
        writeln!(self.out, "<section>\n<h1>{file}</h1>")?;
        writeln!(self.out, "<p class=\"verdict\"><strong>{}</strong> {}.</p>", content.verdict, content.counts)?;
        self.terms(&content.facts)?;
        self.problems("Errors", &content.left_of(Severity::Error))?;
        self.problems("Warnings", &content.left_of(Severity::Warning))?;
        self.problems("Hints", &content.left_of(Severity::Hint))?;
        if content.omitted > 0 {
            writeln!(self.out, "<p>And {}, not listed.</p>", counted(content.omitted, "more problem"))?;
        }
        self.problems("Ignored in this browser", &content.ignored.iter().collect::<Vec<_>>())?;
        if !content.fixed.is_empty() {
            writeln!(self.out, "<h2>Fixed <span>{}</span></h2>\n<ul>", checked.facts.fixed.len())?;
            for (title, times) in &content.fixed {
                writeln!(self.out, "<li>{}</li>", sentence(&with_times(title, *times)))?;
            }
            writeln!(self.out, "</ul>")?;
        }
        if let Some(conversion) = &checked.facts.conversion {
            self.conversion(conversion)?;
        }
        writeln!(self.out, "<h2>What Nintex will make of it</h2>")?;
        self.terms(&content.made)?;
        if !content.notes.is_empty() {
            writeln!(self.out, "<ul>")?;
            for note in &content.notes {
                writeln!(self.out, "<li>{}</li>", sentence(note))?;
            }
            writeln!(self.out, "</ul>")?;
        }
        writeln!(self.out, "</section>")
    }

    fn unchecked(&mut self, file: &str, reason: &str) -> io::Result<()> {
        let [file, reason] = [file, reason].map(|text| escaped(&printable(text)));
        self.head(&file)?;
        writeln!(self.out, "<section>\n<h1>{file}</h1>\n<p class=\"verdict\">Not checked: {reason}.</p>\n</section>")
    }

    fn finish(&mut self) -> io::Result<()> {
        self.head("No file")?;
        writeln!(self.out, "</main>\n</body>\n</html>")?;
        self.out.flush()
    }
}

/// What a fix does and what follows from it.
fn of_fix(fix: &Fix) -> String {
    let safe = if fix.safety == Safety::Safe { " Keeps the meaning of the document." } else { "" };
    let consequence = sentence(&fix.consequence);
    let blank = if consequence.is_empty() { "" } else { " " };
    format!("<strong>{}.</strong>{blank}{consequence}{safe}", sentence(&fix.title))
}

/// A sentence of the checker.
fn sentence(text: &str) -> String {
    let written = parts(text).map(|part| match part {
        Part::Words(words) => escaped(&words),
        Part::Code(quoted) => format!("<code>{}</code>", escaped(&quoted)),
    });
    written.collect()
}

/// `text` as text, in an element or in an attribute between quotes.
fn escaped(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => result.push_str("&amp;"),
            '<' => result.push_str("&lt;"),
            '>' => result.push_str("&gt;"),
            '"' => result.push_str("&quot;"),
            '\'' => result.push_str("&#39;"),
            _ => result.push(character),
        }
    }
    result
}
