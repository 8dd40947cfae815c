use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// A name or text has no quotes.
    ///
    /// JavaScript allows names without quotes, YAML texts as well. JSON wants both in double quotes.
    ///
    /// ## Bad
    /// ```json
    /// { «type»: "string", "name": «id» }
    /// ```
    /// ## Fix: Put it in quotes
    /// ```json
    /// { "type": "string", "name": id }
    /// ```
    /// ## Good
    /// ```json
    /// { "type": "string", "name": "id" }
    /// ```
    Error "json-unquoted" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-7"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    syntax::report_punctuation(
        document,
        findings,
        syntax::errors(document, SyntaxKind::Unquoted).filter(|error| !is_merge_mark(error.span.of(text))),
        |error| format!("{} stands without quotes.", syntax::shown(error.span.of(text))),
        "Put it in quotes",
        "Put all of them in quotes",
    );
    for error in syntax::errors(document, SyntaxKind::Unquoted).filter(|error| is_merge_mark(error.span.of(text))) {
        let message = "A mark of a merge is left here: two versions of the text stand in the file.";
        let consequence = "What stands on both sides of such marks then stays: take one of the two out by hand.";
        findings.add(error.span, message, syntax::REFUSED).review_fix("Put it in quotes", consequence, error.repair.to_vec());
    }
}

/// Whether it begins as the lines do that Git leaves where two versions did not fit.
fn is_merge_mark(word: &str) -> bool {
    ["<<<<<<<", ">>>>>>>"].iter().any(|mark| word.starts_with(mark))
}
