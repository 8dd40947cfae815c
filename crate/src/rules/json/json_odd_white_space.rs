use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};
use crate::text::Gather;

super::rule! {
    /// White space that JSON does not know stands between the parts of the document.
    ///
    /// Text copied from a web page, a chat or a word processor has no-break spaces and characters without any width in
    /// it. They look like blanks or like nothing, so nobody finds them by eye. All of them are told at once, at the
    /// place of the first.
    ///
    /// ## Bad
    /// ```json
    #[doc = " { \"swagger\":«\u{a0}»\"2.0\",\u{200b} \"paths\": {} }"]
    /// ```
    /// ## Fix: Replace it with blanks
    /// ```json
    /// { "swagger": "2.0", "paths": {} }
    /// ```
    /// ## Good
    /// ```json
    /// { "swagger": "2.0", "paths": {} }
    /// ```
    Error "json-odd-white-space" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-2"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    let errors: Vec<_> = syntax::errors(document, SyntaxKind::OddWhiteSpace).gathered();
    let message = |error: &crate::json::SyntaxError| {
        let character = error.span.of(text).chars().next().unwrap_or(' ');
        let name = syntax::unseen_name(character);
        format!("Between the parts of the document stands {name} (U+{:04X}).", u32::from(character))
    };
    syntax::report_as_one(findings, &errors, &message, "Replace it with blanks");
}
