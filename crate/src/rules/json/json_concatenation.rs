use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// Two texts are put together with a plus.
    ///
    /// Programs write long texts in pieces like that. In JSON a text is one string, however long.
    ///
    /// ## Bad
    /// ```json
    /// { "description": "Sends orders " «+» "to the warehouse" }
    /// ```
    /// ## Fix: Make it one text
    /// ```json
    /// { "description": "Sends orders to the warehouse" }
    /// ```
    /// ## Good
    /// ```json
    /// { "description": "Sends orders to the warehouse + the shop" }
    /// ```
    Error "json-concatenation" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-7"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    syntax::report(
        document,
        findings,
        syntax::errors(document, SyntaxKind::Concatenation),
        |_| "A text is put together with `+`, which JSON does not know.".to_owned(),
        |_| "Make it one text".to_owned(),
        "Make one text of each",
    );
}
