use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// A closing bracket is not of the kind of the opening one.
    ///
    /// What `{` opens, `}` closes; what `[` opens, `]` closes.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "schemes": [
    ///     "https"
    ///   «}»,
    ///   "paths": {}
    /// }
    /// ```
    /// ## Fix: Write `]`
    /// ```json
    /// {
    ///   "schemes": [
    ///     "https"
    ///   ],
    ///   "paths": {}
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "schemes": ["https"], "paths": {} }
    /// ```
    Error "json-wrong-closer" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-2"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    for error in syntax::errors(document, SyntaxKind::WrongCloser) {
        let wanted = error.repair.first().map_or("", |edit| &edit.insert);
        let opener = error.related.map_or_else(|| "the bracket".to_owned(), |opener| syntax::bracket(text, opener));
        let message = format!("`{}` stands where `{wanted}` has to close {opener}.", error.span.of(text));
        let finding = findings.add(error.span, message, syntax::REFUSED);
        if let Some(opener) = error.related {
            finding.label(opener, "this is what it closes");
        }
        let consequence = "This assumes that the opening bracket is the right one.";
        syntax::fix_bracket(document, finding, error, &format!("Write `{wanted}`"), consequence);
    }
}
