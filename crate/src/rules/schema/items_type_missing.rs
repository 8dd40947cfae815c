use crate::json::edit::{self, Position};
use crate::openapi::Document;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::{Findings, problems};

super::rule! {
    /// The items of an array in a parameter or a header have no type.
    ///
    /// OpenAPI 2.0 demands it: what is not sent in a body is written as text, and the type says how.
    ///
    /// ## Bad
    /// ```json
    /// { "parameters": { "ids": { "name": "ids", "in": "query", "type": "array", «"items"»: { "enum": [1] } } } }
    /// ```
    /// ## Fix: Say that the items are strings
    /// ```json
    /// { "parameters": { "ids": { "name": "ids", "in": "query", "type": "array", "items": { "type": "string", "enum": [1] } } } }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "parameters": { "ids": { "name": "ids", "in": "query", "type": "array", "items": { "type": "integer" } } },
    ///   "definitions": { "Ids": { "type": "array", "items": {} } }
    /// }
    /// ```
    Error "items-type-missing" Documented from "https://spec.openapis.org/oas/v2.0#items-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for place in document.places(ObjectKind::Items).filter(|place| !place.is_in_extension) {
        let items = place.value;
        let is_explained = ["type", "$ref", "schema"].iter().any(|key| items.get(key).is_some());
        let Some(member) = items.member().filter(|_| !is_explained) else { continue };
        if problems::is_misspelt(document, items, "type") {
            continue;
        }
        let message = "`items` does not say of which type the items are.";
        let because = "Nintex imports only documents that keep to OpenAPI 2.0, which demands a type here.";
        findings.add(member, message, because).review_fix(
            "Say that the items are strings",
            "See that this is what the items are.",
            [edit::insert_member(items, Position::First, "type", "\"string\"")],
        );
    }
}
