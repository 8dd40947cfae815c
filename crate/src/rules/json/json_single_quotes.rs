use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// A name or text stands in single quotes or backticks.
    ///
    /// JavaScript and Python take both kinds of quotes; a dictionary printed by Python has single ones throughout. JSON
    /// knows double quotes only.
    ///
    /// ## Bad
    /// ```json
    /// { «'description'»: «'Says "hello"'» }
    /// ```
    /// ## Fix: Write double quotes
    /// ```json
    /// { "description": 'Says "hello"' }
    /// ```
    /// ## Good
    /// ```json
    /// { "description": "The customer's order" }
    /// ```
    Error "json-single-quotes" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-7"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    syntax::report(
        document,
        findings,
        syntax::errors(document, SyntaxKind::SingleQuotes),
        |error| {
            let quotes = if error.span.of(text).starts_with('`') { "backticks" } else { "single quotes" };
            format!("{} stands in {quotes}.", syntax::shown(error.span.of(text)))
        },
        |_| "Write double quotes".to_owned(),
        "Write double quotes everywhere",
    );
}
