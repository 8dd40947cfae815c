use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// The document has no braces around it.
    ///
    /// Only a part was copied: members without the object that they are in. Look at the source whether more is missing at
    /// the beginning or the end.
    ///
    /// ## Bad
    /// ```json
    /// «"swagger"»: "2.0",
    /// "paths": {}
    /// ```
    /// ## Fix: Put braces around the text
    /// ```json
    /// {
    /// "swagger": "2.0",
    /// "paths": {}
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "swagger": "2.0", "paths": {} }
    /// ```
    Error "json-missing-braces" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-4"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    for error in syntax::errors(document, SyntaxKind::MissingBraces) {
        let message = format!("No `{{` stands before {}.", syntax::shown(error.span.of(text)));
        let consequence = "This assumes that nothing else is missing at the beginning and at the end.";
        let title = if error.repair.len() == 1 { "Put a brace before the text" } else { "Put braces around the text" };
        let finding = findings.add(error.span, message, syntax::REFUSED);
        syntax::fix_bracket(document, finding, error, title, consequence);
    }
}
