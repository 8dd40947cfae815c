//! A report for people: each problem with the lines that it is about.

mod excerpt;
mod frame;
mod styles;
mod totals;

use std::io::{self, Write};

use self::frame::{Frame, Mark};
use self::styles::Styles;
use self::totals::{Totals, counted};
use super::visible::printable;
use super::{Checked, Reporter, names};
use crate::diagnostic::{Diagnostic, Fix};
use crate::text::Lines;
use crate::text::secret::starred;

/// How many related places of one problem are shown.
const RELATED: usize = 8;

/// Writes each problem as rustc does, and at the end how many there are.
pub struct Text<W> {
    out: W,
    styles: Styles,
    totals: Totals,
}

impl<W: Write> Text<W> {
    /// A report that goes to `out`, with the escape sequences of a terminal's colours where `coloured`.
    pub fn new(out: W, coloured: bool) -> Self {
        let styles = if coloured { Styles::coloured() } else { Styles::default() };
        Self { out, styles, totals: Totals::default() }
    }

    fn problem(&mut self, file: &str, lines: &Lines<'_>, problem: &Diagnostic) -> io::Result<()> {
        let Self { out, styles, .. } = self;
        let Styles { strong, gutter, .. } = *styles;
        let style = styles.of(problem.severity);
        let blamed = Mark { span: problem.span, underline: '^', label: "", style };
        let related = problem.related.iter().take(RELATED);
        let related =
            related.map(|label| Mark { span: label.span, underline: '-', label: &label.message, style: gutter });
        let frame = Frame::new(lines, std::iter::once(blamed).chain(related), gutter);
        let width = frame.number_width();
        let place = lines.place(problem.span.start);

        let severity = names::severity(problem.severity);
        let message = printable(&problem.message);
        writeln!(out, "{style}{severity}[{}]{style:#}{strong}: {message}{strong:#}", problem.rule)?;
        writeln!(out, "{gutter}{:width$}-->{gutter:#} {file}:{}:{}", "", place.line, place.column)?;
        writeln!(out, "{gutter}{:width$} |{gutter:#}", "")?;
        frame.write(out)?;
        writeln!(out, "{gutter}{:width$} |{gutter:#}", "")?;
        let mut remark = |kind: &str, text: String| {
            writeln!(out, "{gutter}{:width$} ={gutter:#} {strong}{kind}{strong:#}: {text}", "")
        };
        if let Some(more) = problem.related.len().checked_sub(RELATED).filter(|&more| more > 0) {
            remark("note", format!("{} not shown", counted(more, "more place")))?;
        }
        if !problem.because.is_empty() {
            remark("note", printable(&problem.because))?;
        }
        for fix in &problem.fixes {
            remark(&format!("help[{}]", names::applicability(fix.safety)), help(fix))?;
        }
        writeln!(out)
    }
}

impl<W: Write> Reporter for Text<W> {
    fn checked(&mut self, checked: &Checked<'_>) -> io::Result<()> {
        let file = printable(checked.file);
        let text = starred(checked.text, &checked.report.secrets);
        let lines = Lines::new(&text);
        for problem in &checked.report.diagnostics {
            self.problem(&file, &lines, problem)?;
        }
        if checked.report.omitted > 0 {
            writeln!(self.out, "{file}: {} not shown\n", counted(checked.report.omitted, "more problem"))?;
        }
        self.totals.add(checked.report);
        Ok(())
    }

    /// Only counts the file: the reason goes to standard error, where a person reads it.
    fn unchecked(&mut self, _file: &str, _reason: &str) -> io::Result<()> {
        self.totals.add_unchecked();
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        if !self.totals.is_empty() {
            writeln!(self.out, "{}", self.totals)?;
        }
        self.out.flush()
    }
}

/// What a fix does, and what follows from it.
fn help(fix: &Fix) -> String {
    let title = printable(&fix.title);
    if fix.consequence.is_empty() { title } else { format!("{title} ({})", printable(&fix.consequence)) }
}
