use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// Something else stands where a comma belongs.
    ///
    /// A semicolon ends lines in many languages; in JSON a comma stands between members.
    ///
    /// ## Bad
    /// ```json
    /// { "title": "Orders"«;» "version": "1.0" }
    /// ```
    /// ## Fix: Write a comma
    /// ```json
    /// { "title": "Orders", "version": "1.0" }
    /// ```
    /// ## Good
    /// ```json
    /// { "title": "Orders", "version": "1.0" }
    /// ```
    Error "json-wrong-comma" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-4"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    syntax::report_punctuation(
        document,
        findings,
        syntax::errors(document, SyntaxKind::WrongComma),
        |error| format!("{} stands where a comma belongs.", syntax::shown(error.span.of(text))),
        "Write a comma",
        "Write commas at all these places",
    );
}
