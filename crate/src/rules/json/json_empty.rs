use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// There is nothing in the text, or nothing but white space and comments.
    ///
    /// An export that failed or a file saved before anything was in it looks like this. Nintex needs a document: the
    /// smallest Xtension says which version of OpenAPI it is written in, what it is called, and which paths there are.
    ///
    /// ## Bad
    /// ```json
    /// «»
    /// ```
    /// ## Good
    /// ```json
    /// { "swagger": "2.0", "info": { "title": "Orders", "version": "1.0" }, "paths": {} }
    /// ```
    Error "json-empty" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-2"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for error in syntax::errors(document, SyntaxKind::Empty) {
        findings.add(error.span, "The text is empty.", "Nintex needs an OpenAPI 2.0 document in JSON to import.");
    }
}
