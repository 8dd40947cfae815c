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
    ///
    /// Where something like a name stands between the quotes, the string may as well end before it.
    ///
    /// ## Bad
    /// ```json
    /// { "description": "Click «"Save" or "Close"»: it is sent", "type": "string" }
    /// ```
    /// ## Fix: Put a backslash before each quote
    /// ```json
    /// { "description": "Click \"Save\" or \"Close\": it is sent", "type": "string" }
    /// ```
    /// ## Good
    /// ```json
    /// { "description": "Sends \"urgent\" orders" }
    /// ```
    Error "json-quote-in-string" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-7"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    // What looks like a name between the quotes may be one: then the string ends before it.
    let (unsure, sure): (Vec<_>, Vec<_>) = syntax::errors(document, SyntaxKind::QuoteInString)
        .partition(|error| error.span.of(text).contains("\":") || error.span.of(text).contains("\" :"));
    for error in unsure {
        let message = "Quotes inside the string have no backslash, or it ends before one of them.";
        let consequence = "This assumes that all up to the last of these quotes is one text.";
        let title = "Put a backslash before each quote";
        findings.add(error.span, message, syntax::REFUSED).review_fix(title, consequence, error.repair.to_vec());
    }
    syntax::report(
        document,
        findings,
        sure.into_iter(),
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
