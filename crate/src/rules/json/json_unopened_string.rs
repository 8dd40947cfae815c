use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// A string ends with a quote and does not begin with one.
    ///
    /// One of the samples on Nintex's help pages has it at an `operationId`.
    ///
    /// ## Bad
    /// ```json
    /// { "operationId": «getTicketType"», "tags": [] }
    /// ```
    /// ## Fix: Insert the opening quote
    /// ```json
    /// { "operationId": "getTicketType", "tags": [] }
    /// ```
    /// ## Good
    /// ```json
    /// { "operationId": "getTicketType", "tags": [] }
    /// ```
    Error "json-unopened-string" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-7"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    syntax::report(
        document,
        findings,
        syntax::errors(document, SyntaxKind::UnopenedString),
        |error| format!("The string {} has no opening quote.", syntax::shown(error.span.of(text))),
        |_| "Insert the opening quote".to_owned(),
        "Insert all missing opening quotes",
    );
}
