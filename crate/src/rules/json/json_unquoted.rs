use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// A name or text has no quotes.
    ///
    /// JavaScript allows names without quotes, YAML texts as well. JSON wants both in double quotes.
    ///
    /// ## Bad
    /// ```json
    /// { «type»: "string", "name": «id» }
    /// ```
    /// ## Fix: Put it in quotes
    /// ```json
    /// { "type": "string", "name": id }
    /// ```
    /// ## Good
    /// ```json
    /// { "type": "string", "name": "id" }
    /// ```
    Error "json-unquoted" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-7"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    syntax::report(
        findings,
        syntax::errors(document, SyntaxKind::Unquoted),
        |error| format!("{} stands without quotes.", syntax::shown(error.span.of(text))),
        |_| "Put it in quotes".to_owned(),
        "Put all of them in quotes",
    );
}
