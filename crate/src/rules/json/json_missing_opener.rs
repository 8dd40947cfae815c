use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// An opening brace is missing behind a name.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   «"info":»
    ///     "title": "Orders"
    ///   },
    ///   "paths": {}
    /// }
    /// ```
    /// ## Fix: Insert the brace
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
    Error "json-missing-opener" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-4"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    for error in syntax::errors(document, SyntaxKind::MissingOpener) {
        let name = syntax::shown(syntax::following(text, error.span.start));
        let message = format!("No `{{` stands between {name} and its members.");
        let finding = findings.add(error.span, message, syntax::REFUSED);
        let consequence = format!("The lines' indentation says that what follows belongs to {name}.");
        let title = if error.repair.len() > 1 { "Insert the braces" } else { "Insert the brace" };
        finding.review_fix(title, consequence, error.repair.clone());
    }
}
