use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// A quote inside a string has no backslash before it.
    ///
    /// It ends the string too early, and what follows is no JSON.
    ///
    /// ## Bad
    /// ```json
    /// { "description": "Sends «"urgent"» orders", "type": "string" }
    /// ```
    /// ## Fix: Put a backslash before each quote
    /// ```json
    /// { "description": "Sends \"urgent\" orders", "type": "string" }
    /// ```
    /// ## Good
    /// ```json
    /// { "description": "Sends \"urgent\" orders" }
    /// ```
    Error "json-quote-in-string" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-7"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    syntax::report(
        document,
        findings,
        syntax::errors(document, SyntaxKind::QuoteInString),
        |error| match error.repair.len() {
            1 => "A quote inside the string has no backslash before it.".to_owned(),
            _ => format!("The quotes of {} inside the string have no backslash.", syntax::shown(error.span.of(text))),
        },
        |error| match error.repair.len() {
            1 => "Put a backslash before the quote".to_owned(),
            _ => "Put a backslash before each quote".to_owned(),
        },
        "Put a backslash before all these quotes",
    );
}
