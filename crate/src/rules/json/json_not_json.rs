use crate::json::{self, SyntaxKind};
use crate::openapi::Document;
use crate::rules::{Findings, other_kind, syntax};
use crate::text::{Edit, Span};

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
    /// ```html
    /// «<html><head></head><body><pre>{ "swagger": "2.0" }</pre></body></html>»
    /// ```
    /// ## Fix: Take the JSON out of the page
    /// ```json
    /// { "swagger": "2.0" }
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
    for error in syntax::errors(document, SyntaxKind::BeyondRepair) {
        let because = "Nintex imports JSON only: let the program that it comes from write it anew.";
        findings.add(error.span, "Too much is wrong with this text to mend it.", because);
    }
    let text = document.tree().text();
    for error in syntax::errors(document, SyntaxKind::NotJson) {
        let Some(kind) = document.other_kind() else {
            let (message, because) = other_kind::UNTOLD;
            findings.add(error.span, message, because);
            continue;
        };
        let diagnostic = findings.add(error.span, other_kind::message(kind), other_kind::because(kind));
        if let Some(inner) = shown_by_page(text) {
            let whole = Span::new(0, text.len() as u32);
            diagnostic.safe_fix("Take the JSON out of the page", [Edit::replace(whole, inner)]);
        }
    }
}

/// The JSON that a browser has put into a page to show it, and saved with it.
fn shown_by_page(text: &str) -> Option<String> {
    let shown = text.get(text.find("<pre")?..text.rfind("</pre>")?)?;
    let mut inner = shown.get(shown.find('{')?..=shown.rfind('}')?)?.to_owned();
    for (entity, character) in [("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
        inner = inner.replace(entity, character);
    }
    json::parse(&inner).errors().is_empty().then_some(inner)
}
