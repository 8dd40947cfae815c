use crate::json::{SyntaxError, SyntaxKind};
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

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
    /// ## Good
    /// ```json
    /// { "minimum": 0.5, "maximum": -1e9 }
    /// ```
    Error "json-bad-number" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-6"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    let in_json = |error: &SyntaxError| error.repair.first().map_or_else(String::new, |edit| edit.insert.clone());
    syntax::report(
        document,
        findings,
        syntax::errors(document, SyntaxKind::BadNumber),
        |error| format!("{} is not how JSON writes a number.", syntax::shown(error.span.of(text))),
        |error| format!("Write `{}`", in_json(error)),
        "Write all these numbers as JSON does",
    );
}
