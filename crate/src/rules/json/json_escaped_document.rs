use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// Every quote of the document has a backslash before it.
    ///
    /// That is how a document looks inside a string: copied out of a log, a program's source, or an answer that carries
    /// it as text.
    ///
    /// ## Bad
    /// ```json
    /// «{\"swagger\": \"2.0\"}»
    /// ```
    /// ## Fix: Remove the backslashes
    /// ```json
    /// {"swagger": "2.0"}
    /// ```
    /// ## Good
    /// ```json
    /// {"swagger": "2.0"}
    /// ```
    Error "json-escaped-document" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-7"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for error in syntax::errors(document, SyntaxKind::EscapedDocument) {
        let message = "Every quote has a backslash before it: the document was copied out of a string.";
        findings.add(error.span, message, syntax::REFUSED).safe_fix("Remove the backslashes", error.repair.clone());
    }
}
