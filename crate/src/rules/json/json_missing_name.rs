use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// A member of an object has no name.
    ///
    /// Either its name was deleted, or it is an item of a list whose `[` is missing.
    ///
    /// ## Bad
    /// ```json
    /// { "swagger": "2.0", «:» "api.example.com" }
    /// ```
    /// ## Fix: Give it a name
    /// ```json
    /// { "swagger": "2.0", "unnamed": "api.example.com" }
    /// ```
    /// ## Good
    /// ```json
    /// { "swagger": "2.0", "host": "api.example.com" }
    /// ```
    Error "json-missing-name" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-4"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for error in syntax::errors(document, SyntaxKind::MissingName) {
        let consequence = "Nintex does not know the name `unnamed`: write the real one.";
        findings
            .add(error.span, "A value stands in an object without a name before it.", syntax::REFUSED)
            .template_fix("Give it a name", consequence, error.repair.to_vec(), "unnamed");
    }
}
