use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// Every quote of the document has a backslash before it, or is doubled.
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
    ///
    /// A cell of a table doubles its quotes instead, and the source of a web page writes `&quot;` for each.
    ///
    /// ## Bad
    /// ```json
    /// «{""swagger"": ""2.0""}»
    /// ```
    /// ## Fix: Write plain quotes
    /// ```json
    /// {"swagger": "2.0"}
    /// ```
    /// ## Bad
    /// ```json
    /// «{&quot;swagger&quot;: &quot;2.0&quot;}»
    /// ```
    /// ## Fix: Write plain quotes
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
    let text = document.tree().text();
    for error in syntax::errors(document, SyntaxKind::EscapedDocument) {
        let (message, title) = if error.span.of(text).contains("\\\"") {
            ("Every quote has a backslash before it: the document was copied out of a string.", "Remove the backslashes")
        } else if error.span.of(text).contains("&quot;") {
            ("Every quote is written as `&quot;`: the document was copied out of a web page.", "Write plain quotes")
        } else {
            ("Every quote is doubled: the document was copied out of a cell of a table.", "Write plain quotes")
        };
        findings.add(error.span, message, syntax::REFUSED).safe_fix(title, error.repair.to_vec());
    }
}
