use crate::json::{SyntaxError, SyntaxKind};
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// A comment: JSON has none.
    ///
    /// Samples on help pages have comments, and some editors allow them in files that they call JSON. Nintex does not.
    /// What people are to read belongs in a `description`.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   «// the only version that Nintex takes»
    ///   "swagger": "2.0"
    /// }
    /// ```
    /// ## Fix: Remove the comment
    /// ```json
    /// {
    ///   "swagger": "2.0"
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "swagger": "2.0" «/* that is OpenAPI */» }
    /// ```
    /// ## Fix: Remove the comment
    /// ```json
    /// { "swagger": "2.0" }
    /// ```
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   «// "host": "test.example.com", [1]»
    ///   "host": "api.example.com"
    /// }
    /// ```
    /// ## Fix: Remove the comment
    /// ```json
    /// {
    ///   "host": "api.example.com"
    /// }
    /// ```
    ///
    /// A comment to the end of the line may hide more than a remark, where line ends were taken out of the document.
    ///
    /// ## Bad
    /// ```json
    /// { "type": "string" «// a name", "maxLength": 8 }»
    /// }
    /// ```
    /// ## Fix: Remove the comment
    /// ```json
    /// { "type": "string"
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "host": "api.example.com", "info": { "description": "// no comment, but text" } }
    /// ```
    Error "json-comment" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-2"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    let message = |error: &SyntaxError| {
        format!("{} is a comment, and JSON has none.", syntax::shown(error.span.of(text)))
    };
    let all_closed = document.tree().errors().iter().all(|error| !error.is_about_brackets(text));
    let (hiding, plain): (Vec<_>, Vec<_>) = syntax::errors(document, SyntaxKind::Comment).partition(|error| {
        may_hide_members(error.span.of(text)) && !(all_closed && syntax::begins_line(text, error.span.start))
    });
    let title = |_: &SyntaxError| "Remove the comment".to_owned();
    syntax::report(document, findings, plain.into_iter(), message, title, "Remove all comments");
    for error in hiding {
        let consequence = "It runs to the end of its line: all that follows it there goes, too.";
        let finding = findings.add(error.span, message(error), syntax::REFUSED);
        finding.review_fix("Remove the comment", consequence, error.repair.to_vec());
    }
}

/// Whether a comment that ends with its line has what looks like members behind it: where line ends were taken out of a
/// document, it swallows the rest.
fn may_hide_members(comment: &str) -> bool {
    !comment.starts_with("/*") && (comment.contains("\":") || comment.trim_end().ends_with(['}', ']', '{', '[']))
}
