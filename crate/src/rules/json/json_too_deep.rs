use crate::json::{DEPTH_LIMIT, SyntaxKind};
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// More brackets are open at once than anybody writes.
    ///
    /// Programs that read JSON give up at some depth, each at its own, and a document that deep comes from a program
    /// that went wrong. Nothing else is looked at then.
    ///
    /// ## Bad
    /// ```json
    /// [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
    /// [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
    /// [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[«[»
    /// ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
    /// ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
    /// ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
    /// ```
    /// ## Good
    /// ```json
    /// { "swagger": "2.0", "paths": { "/orders": { "get": { "responses": {} } } } }
    /// ```
    Error "json-too-deep" Inferred from "https://www.rfc-editor.org/rfc/rfc8259#section-9"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for error in syntax::errors(document, SyntaxKind::TooDeep) {
        let message = format!("More than {DEPTH_LIMIT} brackets are open at once here.");
        let because = "Readers of JSON give up at such depths, so nothing else was looked at. Nobody writes so many: \
            rather, closing brackets are missing again and again before this place.";
        findings.add(error.span, message, because);
    }
}
