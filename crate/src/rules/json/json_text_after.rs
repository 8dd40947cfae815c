use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// Something stands after the bracket that ends the document.
    ///
    /// The end of a Markdown block, a sentence or a semicolon came along when the document was copied; it can go. Where
    /// brackets follow, two documents were pasted one after the other, or a bracket before closes the document too
    /// early: then look before anything is removed.
    ///
    /// ## Bad
    /// ```json
    /// { "swagger": "2.0" }
    /// «I hope this helps!»
    /// ```
    /// ## Fix: Remove the text
    /// ```json
    /// { "swagger": "2.0" }
    /// ```
    /// ## Bad
    /// ```json
    /// { "swagger": "2.0" } «{ "swagger": "2.0" }»
    /// ```
    /// ## Fix: Remove all that follows
    /// ```json
    /// { "swagger": "2.0" }
    /// ```
    /// ## Good
    /// ```json
    /// { "swagger": "2.0" }
    /// ```
    Error "json-text-after" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-2"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    for error in syntax::errors(document, SyntaxKind::TextAfter) {
        let after = error.span.of(text);
        let what = if after.starts_with("```") {
            "The end of a Markdown block".to_owned()
        } else {
            syntax::shown(after)
        };
        let message = format!("{what} stands after the end of the document.");
        let finding = findings.add(error.span, message, syntax::REFUSED);
        if after.contains(['{', '[', '}', ']', '"']) {
            let consequence = "It is lost then: look first whether it belongs in the document.";
            finding.review_fix("Remove all that follows", consequence, error.repair.clone());
        } else {
            finding.safe_fix("Remove the text", error.repair.clone());
        }
    }
}
