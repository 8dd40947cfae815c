use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// A name or text stands in typographic quotes.
    ///
    /// Word processors, mail programs and chats turn straight quotes into curly ones. Inside a text they are welcome,
    /// around it they are no quotes to JSON.
    ///
    /// ## Bad
    /// ```json
    /// { «“swagger”»: "2.0" }
    /// ```
    /// ## Fix: Write straight quotes
    /// ```json
    /// { "swagger": "2.0" }
    /// ```
    /// ## Good
    /// ```json
    /// { "description": "Sends “urgent” orders" }
    /// ```
    Error "json-typographic-quotes" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-7"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    syntax::report(
        document,
        findings,
        syntax::errors(document, SyntaxKind::TypographicQuotes),
        |error| format!("{} stands in typographic quotes.", syntax::shown(error.span.of(text))),
        |_| "Write straight quotes".to_owned(),
        "Write straight quotes everywhere",
    );
}
