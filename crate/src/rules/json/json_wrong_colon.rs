use crate::json::{SyntaxError, SyntaxKind};
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// Something else stands where a colon belongs.
    ///
    /// `=` and `=>` come from other languages. A comma is mostly a slip of the finger, but it may also be that the value
    /// is missing.
    ///
    /// ## Bad
    /// ```json
    /// { "swagger" «=» "2.0" }
    /// ```
    /// ## Fix: Write a colon
    /// ```json
    /// { "swagger" : "2.0" }
    /// ```
    /// ## Bad
    /// ```json
    /// { "swagger"«,» "2.0" }
    /// ```
    /// ## Fix: Write a colon
    /// ```json
    /// { "swagger": "2.0" }
    /// ```
    /// ## Good
    /// ```json
    /// { "swagger": "2.0" }
    /// ```
    Error "json-wrong-colon" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-4"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    const TITLE: &str = "Write a colon";
    let text = document.tree().text();
    let is_sure = |error: &SyntaxError| error.span.of(text).contains('=');
    let message = |error: &SyntaxError| format!("{} stands where a colon belongs.", syntax::shown(error.span.of(text)));
    let sure = syntax::errors(document, SyntaxKind::WrongColon).filter(|error| is_sure(error));
    syntax::report_punctuation(document, findings, sure, message, TITLE, "Write colons at all these places");
    for error in syntax::errors(document, SyntaxKind::WrongColon).filter(|error| !is_sure(error)) {
        let value = syntax::shown(syntax::following(text, error.span.end));
        let consequence = format!("This assumes that {value} is a value, and not the next name.");
        findings.add(error.span, message(error), syntax::REFUSED).review_fix(TITLE, consequence, error.repair.to_vec());
    }
}
