use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// A comma stands before a closing bracket.
    ///
    /// Nintex reads strict JSON and refuses the whole file. JavaScript and many editors allow such a comma, so it often
    /// comes from there, or stays behind when the last member is deleted.
    ///
    /// ## Bad
    /// ```json
    /// { "swagger": "2.0"«,» }
    /// ```
    /// ## Fix: Remove the comma
    /// ```json
    /// { "swagger": "2.0" }
    /// ```
    /// ## Good
    /// ```json
    /// { "schemes": ["https"] }
    /// ```
    Error "json-trailing-comma" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-4"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    syntax::report_punctuation(
        document,
        findings,
        syntax::errors(document, SyntaxKind::TrailingComma),
        |_| "A comma stands before the closing bracket, with nothing behind it.".to_owned(),
        "Remove the comma",
        "Remove all these commas",
    );
}
