use crate::json::{SyntaxError, SyntaxKind};
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// Two members or items stand next to each other without a comma.
    ///
    /// Mostly a line was added behind what used to be the last one. It is also in one of Nintex's own published samples,
    /// between two scopes.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "title": "Orders«"»
    ///   "version": "1.0"
    /// }
    /// ```
    /// ## Fix: Insert the comma
    /// ```json
    /// {
    ///   "title": "Orders",
    ///   "version": "1.0"
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "title": "Orders", "version": "1.0" }
    /// ```
    Error "json-missing-comma" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-4"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    let message = |error: &SyntaxError| {
        let at = error.repair.last().map_or(error.span.end, |edit| edit.span.end);
        format!("A comma is missing before {}.", syntax::shown(syntax::following(text, at)))
    };
    syntax::report_punctuation(
        document,
        findings,
        syntax::errors(document, SyntaxKind::MissingComma),
        message,
        "Insert the comma",
        "Insert all missing commas",
    );
}
