use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// No colon stands between a name and its value.
    ///
    /// ## Bad
    /// ```json
    /// { «"swagger"» "2.0" }
    /// ```
    /// ## Fix: Insert the colon
    /// ```json
    /// { "swagger": "2.0" }
    /// ```
    /// ## Good
    /// ```json
    /// { "swagger": "2.0" }
    /// ```
    Error "json-missing-colon" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-4"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    syntax::report_punctuation(
        document,
        findings,
        syntax::errors(document, SyntaxKind::MissingColon),
        |error| format!("No colon stands between {} and its value.", syntax::shown(error.span.of(text))),
        "Insert the colon",
        "Insert all missing colons",
    );
}
