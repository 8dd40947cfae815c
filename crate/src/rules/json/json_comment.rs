use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// A comment: JSON has none.
    ///
    /// Samples on help pages have comments, and some editors allow them in files that they call JSON. Nintex does not.
    /// What people are to read belongs in a `description`.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   «// the only version that Nintex takes»
    ///   "swagger": "2.0"
    /// }
    /// ```
    /// ## Fix: Remove the comment
    /// ```json
    /// {
    ///   "swagger": "2.0"
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "swagger": "2.0" «/* that is OpenAPI */» }
    /// ```
    /// ## Fix: Remove the comment
    /// ```json
    /// { "swagger": "2.0" }
    /// ```
    /// ## Good
    /// ```json
    /// { "host": "api.example.com", "info": { "description": "// no comment, but text" } }
    /// ```
    Error "json-comment" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-2"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    syntax::report(
        findings,
        syntax::errors(document, SyntaxKind::Comment),
        |error| format!("{} is a comment, and JSON has none.", syntax::shown(error.span.of(text))),
        |_| "Remove the comment".to_owned(),
        "Remove all comments",
    );
}
