use crate::json::{self, SyntaxKind};
use crate::openapi::Document;
use crate::rules::{Findings, syntax};
use crate::text::{Edit, Span};

super::rule! {
    /// Something stands after the bracket that ends the document.
    ///
    /// The end of a Markdown block, a sentence or a semicolon came along when the document was copied; it can go. Where
    /// brackets follow, two documents were pasted one after the other, or a bracket before closes the document too
    /// early: then look before anything is removed.
    ///
    /// ## Bad
    /// ```json
    /// { "swagger": "2.0" }
    /// «I hope this helps!»
    /// ```
    /// ## Fix: Remove the text
    /// ```json
    /// { "swagger": "2.0" }
    /// ```
    /// ## Bad
    /// ```json
    /// { "swagger": "2.0" } «{"swagger":"2.0"}»
    /// ```
    /// ## Fix: Remove the repetition
    /// ```json
    /// { "swagger": "2.0" }
    /// ```
    /// ## Bad
    /// ```json
    /// { "host": "one.example.com" } «{ "host": "two.example.com" }»
    /// ```
    /// ## Fix: Keep the first document
    /// ```json
    /// { "host": "one.example.com" }
    /// ```
    /// ## Fix: Keep the second document
    /// ```json
    /// { "host": "two.example.com" }
    /// ```
    /// ## Bad
    /// ```json
    /// { "swagger": "2.0" } «{ "host":»
    /// ```
    /// ## Fix: Remove all that follows
    /// ```json
    /// { "swagger": "2.0" }
    /// ```
    /// ## Good
    /// ```json
    /// { "swagger": "2.0" }
    /// ```
    Error "json-text-after" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-2"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    for error in syntax::errors(document, SyntaxKind::TextAfter) {
        let after = error.span.of(text);
        let what = if after.starts_with("```") {
            "The end of a Markdown block".to_owned()
        } else {
            syntax::shown(after)
        };
        let message = format!("{what} stands after the end of the document.");
        let finding = findings.add(error.span, message, syntax::REFUSED);
        let first = text.get(..error.span.start as usize).unwrap_or_default();
        if is_again(first, after) {
            finding.safe_fix("Remove the repetition", error.repair.to_vec());
        } else if json::parse(after).errors().is_empty() {
            let because = "The second one, a whole document of its own, is lost.";
            finding.review_fix("Keep the first document", because, error.repair.to_vec());
            let goes = Span::new(0, error.span.start);
            finding.review_fix("Keep the second document", "The first one is lost.", [Edit::delete(goes)]);
        } else if !syntax::is_remark(after) {
            let consequence = "It is lost then: look first whether it belongs in the document.";
            finding.review_fix("Remove all that follows", consequence, error.repair.to_vec());
        } else {
            finding.safe_fix("Remove the text", error.repair.to_vec());
        }
    }
}

/// Whether `second` says what `first` does, however either is laid out.
fn is_again(first: &str, second: &str) -> bool {
    let is_meant = |c: &char| !c.is_ascii_whitespace();
    let is_same = || first.chars().filter(is_meant).eq(second.chars().filter(is_meant));
    second.starts_with(['{', '[']) && is_same()
}
