use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, other_kind, syntax};

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
    let Some(kind) = document.other_kind() else { return };
    for error in syntax::errors(document, SyntaxKind::NotJson) {
        findings.add(error.span, other_kind::message(kind), other_kind::because(kind));
    }
}
