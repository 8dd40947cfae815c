use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// A comma with nothing before it.
    ///
    /// Two commas in a row, or one right behind an opening bracket: mostly the rest of a member that was deleted.
    ///
    /// ## Bad
    /// ```json
    /// { "swagger": "2.0",«,» "paths": {} }
    /// ```
    /// ## Fix: Remove the comma
    /// ```json
    /// { "swagger": "2.0", "paths": {} }
    /// ```
    /// ## Good
    /// ```json
    /// { "swagger": "2.0", "paths": {} }
    /// ```
    Error "json-surplus-comma" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-4"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    syntax::report_punctuation(
        document,
        findings,
        syntax::errors(document, SyntaxKind::SurplusComma),
        |error| format!("{} stands where nothing is to be separated.", syntax::shown(error.span.of(text))),
        "Remove the comma",
        "Remove all these commas",
    );
}
