use crate::json::{SyntaxError, SyntaxKind};
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// A literal of another language: `True`, `None`, `undefined`, `NaN`.
    ///
    /// JSON knows `true`, `false` and `null`, in small letters. Python's `True`, `False` and `None` say the same. For
    /// JavaScript's `undefined`, `NaN` and `Infinity` there is nothing in JSON; `null` is as near as it gets.
    ///
    /// ## Bad
    /// ```json
    /// { "required": «True» }
    /// ```
    /// ## Fix: Write `true`
    /// ```json
    /// { "required": true }
    /// ```
    /// ## Bad
    /// ```json
    /// { "default": «NaN» }
    /// ```
    /// ## Fix: Write `null`
    /// ```json
    /// { "default": null }
    /// ```
    /// ## Good
    /// ```json
    /// { "required": true, "default": "None" }
    /// ```
    Error "json-foreign-literal" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-3"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    let in_json = |error: &SyntaxError| error.repair.first().map_or_else(String::new, |edit| edit.insert.to_string());
    let title = |error: &SyntaxError| format!("Write `{}`", in_json(error));
    let message = |error: &SyntaxError| format!("JSON does not know {}.", syntax::shown(error.span.of(text)));
    let is_same = |error: &SyntaxError| {
        let word = error.span.of(text).to_ascii_lowercase();
        matches!(word.as_str(), "true" | "false" | "null" | "none" | "nil")
    };
    let same = syntax::errors(document, SyntaxKind::ForeignLiteral).filter(|error| is_same(error));
    syntax::report(document, findings, same, message, title, "Write all of them as JSON does");
    for error in syntax::errors(document, SyntaxKind::ForeignLiteral).filter(|error| !is_same(error)) {
        let consequence = "JSON has nothing that means the same: look whether the member is needed at all.";
        findings.add(error.span, message(error), syntax::REFUSED).review_fix(
            title(error),
            consequence,
            error.repair.to_vec(),
        );
    }
}
