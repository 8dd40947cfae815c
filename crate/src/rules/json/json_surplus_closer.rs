use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// A closing bracket closes nothing.
    ///
    /// Either it is one too many, or the opening bracket that belongs to it is missing.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "info": {
    ///     "title": "Orders"
    ///   }
    ///   «}»,
    ///   "paths": {}
    /// }
    /// ```
    /// ## Fix: Remove the bracket
    /// ```json
    /// {
    ///   "info": {
    ///     "title": "Orders"
    ///   },
    ///   "paths": {}
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "info": { "title": "Orders" }, "paths": {} }
    /// ```
    Error "json-surplus-closer" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-2"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    for error in syntax::errors(document, SyntaxKind::SurplusCloser) {
        let message = format!("This {} closes nothing.", syntax::shown(error.span.of(text)));
        let consequence = "This assumes that the bracket is one too many, and that none is missing before it.";
        let finding = findings.add(error.span, message, syntax::REFUSED);
        syntax::fix_bracket(document, finding, error, "Remove the bracket", consequence);
    }
}
