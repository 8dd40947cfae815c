use crate::json::{SyntaxError, SyntaxKind};
use crate::openapi::Document;
use crate::rules::{Findings, syntax};
use crate::text::{Edit, Gather, Span};

super::rule! {
    /// A number is not written as JSON writes numbers.
    ///
    /// No zeros and no plus in front, a digit on both sides of the point, no hexadecimal digits. What is meant as text, a
    /// version or a postal code, belongs in quotes.
    ///
    /// ## Bad
    /// ```json
    /// { "minimum": «.5», "maximum": «+010» }
    /// ```
    /// ## Fix: Write `0.5`
    /// ```json
    /// { "minimum": 0.5, "maximum": +010 }
    /// ```
    ///
    /// In many languages a comma begins the fraction. Between three digits it may part thousands as well.
    ///
    /// ## Bad
    /// ```json
    /// { "minimum": «1,5», "type": "number" }
    /// ```
    /// ## Fix: Write `1.5`
    /// ```json
    /// { "minimum": 1.5, "type": "number" }
    /// ```
    /// ## Bad
    /// ```json
    /// { "maximum": «2,000», "type": "integer" }
    /// ```
    /// ## Fix: Write `2000`
    /// ```json
    /// { "maximum": 2000, "type": "integer" }
    /// ```
    /// ## Fix: Write a point
    /// ```json
    /// { "maximum": 2.000, "type": "integer" }
    /// ```
    /// ## Good
    /// ```json
    /// { "minimum": 0.5, "maximum": -1e9 }
    /// ```
    Error "json-bad-number" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-6"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    let message =
        |error: &SyntaxError| format!("{} is not how JSON writes a number.", syntax::shown(error.span.of(text)));
    let title = |error: &SyntaxError| format!("Write `{}`", in_json(text, error));
    let (thousands, plain): (Vec<_>, Vec<_>) = syntax::errors(document, SyntaxKind::BadNumber)
        .partition(|error| error.repair.iter().any(|edit| edit.insert.is_empty()));
    let title_for_all = "Write all these numbers as JSON does";
    syntax::report(document, findings, plain.into_iter(), message, title, title_for_all);
    for error in thousands {
        let point = error.repair.iter().map(|edit| Edit::replace(edit.span, ".")).gathered();
        findings
            .add(error.span, message(error), syntax::REFUSED)
            .review_fix(title(error), "This assumes that the comma parts thousands.", error.repair.to_vec())
            .review_fix("Write a point", "This assumes that the comma begins the fraction.", point);
    }
}

/// The number after the repair.
fn in_json(text: &str, error: &SyntaxError) -> String {
    let Some(edit) = error.repair.first() else { return String::new() };
    let (before, after) = (Span::new(error.span.start, edit.span.start), Span::new(edit.span.end, error.span.end));
    format!("{}{}{}", before.of(text), edit.insert, after.of(text))
}
