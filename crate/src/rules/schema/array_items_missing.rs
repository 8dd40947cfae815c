use crate::diagnostic::Severity;
use crate::json::edit::{self, Position};
use crate::openapi::Document;
use crate::rules::wording::name_first;
use crate::rules::{Findings, problems};

super::rule! {
    /// An array does not say what its items are.
    ///
    /// OpenAPI 2.0 demands `items` beside `"type": "array"` in parameters, headers and items. Its schema lets it pass in
    /// a schema, where it is a warning: nothing can be made of the items then.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "parameters": { "ids": { "name": "ids", "in": "query", "type": «"array"» } },
    ///   "definitions": { "People": { "type": «"array"» } }
    /// }
    /// ```
    /// ## Fix: Say that the items are strings
    /// ```json
    /// {
    ///   "parameters": { "ids": { "name": "ids", "in": "query", "type": "array", "items": {"type": "string"} } },
    ///   "definitions": { "People": { "type": "array" } }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "People": { "allOf": [{ "type": «"array"» }], "title": "P" } } }
    /// ```
    /// ## Fix: Say that the items are strings
    /// ```json
    /// { "definitions": { "People": { "allOf": [{ "type": "array", "items": {"type": "string"} }], "title": "P" } } }
    /// ```
    /// ## Fix: Say that the items are objects
    /// ```json
    /// { "definitions": { "People": { "allOf": [{ "type": "array", "items": {"type": "object"} }], "title": "P" } } }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "parameters": { "ids": { "name": "ids", "in": "query", "type": "array", "items": { "type": "string" } } },
    ///   "definitions": {
    ///     "People": { "type": "array", "items": { "$ref": "#/definitions/Person" } },
    ///     "Friends": { "type": "array", "allOf": [{ "$ref": "#/definitions/People" }] }
    ///   }
    /// }
    /// ```
    Error "array-items-missing" Documented from "https://spec.openapis.org/oas/v2.0#items-object"
}

const CONSEQUENCE: &str = "See that this is what the items are.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    for array in document.typed() {
        let Some(kind) = array.value.member_named("type").filter(|kind| kind.value().is_str("array")) else { continue };
        let is_inherited = array.value.get("allOf").is_some();
        let is_there = array.value.get("items").is_some() || is_inherited;
        if is_there || problems::is_misspelt(document, array.value, "items") {
            continue;
        }
        let message = format!("{} is an array, but does not say of what: it lacks `items`.", name_first(array.object, array.value));
        let diagnostic = findings.add(
            (kind.value().span(), array.value),
            message,
            "Nintex cannot offer the items one by one as long as it does not know what they are.",
        );
        if array.is_schema() || array.is_in_extension {
            diagnostic.severity(Severity::Warning);
        }
        let insert = |items: &str| [edit::insert_member(array.value, Position::After(kind), "items", items)];
        diagnostic.review_fix("Say that the items are strings", CONSEQUENCE, insert(r#"{"type": "string"}"#));
        if array.is_schema() {
            diagnostic.review_fix("Say that the items are objects", CONSEQUENCE, insert(r#"{"type": "object"}"#));
        }
    }
}
