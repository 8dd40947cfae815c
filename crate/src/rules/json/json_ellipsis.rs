use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// Three dots stand for something that the author of a sample left out.
    ///
    /// Nintex's help pages write `"parameters": [...]` for parameters that are not the page's subject. Copied as it is,
    /// it is no JSON. Nobody but you knows what belongs there.
    ///
    /// ## Bad
    /// ```json
    /// { "parameters": [«...»] }
    /// ```
    /// ## Fix: Remove the dots
    /// ```json
    /// { "parameters": [] }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   «...»
    /// }
    /// ```
    /// ## Fix: Remove the dots
    /// ```json
    /// {
    ///   "swagger": "2.0"
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "paths": «...» }
    /// ```
    /// ## Fix: Write `null` in their place
    /// ```json
    /// { "paths": null }
    /// ```
    /// ## Good
    /// ```json
    /// { "description": "Waits ...", "parameters": [] }
    /// ```
    Error "json-ellipsis" Documented from
        "https://help.nintex.com/en-US/xtensions/04_Reference/Tutorials/OAuth.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    for error in syntax::errors(document, SyntaxKind::Ellipsis) {
        let message = "The dots stand for something that was left out, which JSON cannot say.";
        let finding = findings.add(error.span, message, syntax::REFUSED);
        if error.repair.iter().any(|edit| edit.insert.contains("null")) {
            let consequence = "There is no value then: write the real one.";
            finding.template_fix("Write `null` in their place", consequence, error.repair.to_vec(), "null");
        } else {
            finding.review_fix("Remove the dots", emptied(text, error.span.start), error.repair.to_vec());
        }
    }
}

/// What is still to be done once the dots at byte `at` are gone.
fn emptied(text: &str, at: u32) -> &'static str {
    match text.get(..at as usize).unwrap_or_default().trim_end().chars().next_back() {
        Some('[') => "The list begins without what they stood for: fill it in.",
        Some('{') => "The object begins without what they stood for: fill it in.",
        _ => "What they stood for is still missing: fill it in.",
    }
}
