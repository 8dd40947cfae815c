use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// A name stands in an object without a value.
    ///
    /// ## Bad
    /// ```json
    /// { «"host"»: , "swagger": "2.0" }
    /// ```
    /// ## Fix: Write `null` as its value
    /// ```json
    /// { "host": null, "swagger": "2.0" }
    /// ```
    /// ## Bad
    /// ```json
    /// { "swagger": "2.0", «"host"» }
    /// ```
    /// ## Fix: Write `null` as its value
    /// ```json
    /// { "swagger": "2.0", "host": null }
    /// ```
    /// ## Good
    /// ```json
    /// { "swagger": "2.0", "host": "api.example.com" }
    /// ```
    Error "json-missing-value" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-4"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    for error in syntax::errors(document, SyntaxKind::MissingValue) {
        let message = format!("{} has no value.", syntax::shown(error.span.of(text)));
        findings.add(error.span, message, syntax::REFUSED).template_fix(
            "Write `null` as its value",
            "OpenAPI hardly ever takes `null`: write the real value.",
            error.repair.to_vec(),
            "null",
        );
    }
}
