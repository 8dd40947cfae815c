use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// Something stands before the document.
    ///
    /// A sentence, the first line of a Markdown block, or the beginning of a program: it came along when the document
    /// was copied from a chat, a page or a source file.
    ///
    /// ## Bad
    /// ```json
    /// «Here is your Xtension:»
    /// { "swagger": "2.0" }
    /// ```
    /// ## Fix: Remove the text
    /// ```json
    /// { "swagger": "2.0" }
    /// ```
    /// ## Good
    /// ```json
    /// { "swagger": "2.0" }
    /// ```
    Error "json-text-before" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-2"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    for error in syntax::errors(document, SyntaxKind::TextBefore) {
        let message = format!("{} stands before the document.", syntax::shown(error.span.of(text)));
        let finding = findings.add(error.span, message, syntax::REFUSED);
        if error.span.of(text).contains("\":") {
            let consequence = "This assumes that nothing of it belongs in the document: it looks as if it did.";
            finding.review_fix("Remove the text", consequence, error.repair.to_vec());
        } else {
            finding.safe_fix("Remove the text", error.repair.to_vec());
        }
    }
}
