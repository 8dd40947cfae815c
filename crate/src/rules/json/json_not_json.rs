use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::Findings;
use crate::rules::syntax;
use crate::text::Span;

super::rule! {
    /// The text is something else than JSON.
    ///
    /// Nintex imports JSON alone. Many services publish their description as YAML, which looks much the same to people
    /// and has to be converted first. And who saves the page that shows a file, not the file itself, gets HTML.
    ///
    /// ## Bad
    /// ```yaml
    /// «swagger: "2.0"»
    /// info:
    ///   title: Orders
    /// ```
    /// ## Bad
    /// ```html
    /// «<!DOCTYPE html>»
    /// <html lang="en"></html>
    /// ```
    /// ## Bad
    /// ```text
    /// «Import failed: ask your administrator»
    /// ```
    /// ## Good
    /// ```json
    /// { "swagger": "2.0", "info": { "title": "Orders" } }
    /// ```
    Error "json-not-json" Documented from "https://help.nintex.com/en-US/Xtensions/01_GetStarted/NAV_Get_Started.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for error in syntax::errors(document, SyntaxKind::NotJson) {
        let (message, because) = judge(document.tree().text(), error.span);
        findings.add(error.span, message, because);
    }
}

/// What the text is, by the line with which it begins, and what to do about it.
fn judge(text: &str, first_line: Span) -> (&'static str, &'static str) {
    let line = first_line.of(text).to_ascii_lowercase();
    if line.starts_with("<!doctype html") || line.starts_with("<html") {
        let because = "Nintex imports JSON only: download the file itself, not the page that shows it.";
        ("This is a web page (HTML), not JSON.", because)
    } else if line.starts_with('<') {
        ("This is XML, not JSON.", "Nintex imports JSON only: ask the service for its description in OpenAPI 2.0.")
    } else if line.starts_with("---") || line.starts_with("%yaml") || is_pair(&line) {
        ("This is YAML, not JSON.", "Nintex imports JSON only: the document has to be converted to JSON first.")
    } else {
        ("This is not JSON.", "Nintex imports an OpenAPI 2.0 document in JSON: a text that begins with `{`.")
    }
}

/// Whether the line is a name of YAML with what belongs to it, not a sentence with a colon in it.
fn is_pair(line: &str) -> bool {
    let name = line.split(':').next().unwrap_or_default();
    let rest = line.get(name.len()..).unwrap_or_default();
    (rest == ":" || rest.starts_with(": ")) && !name.trim().contains(char::is_whitespace)
}
