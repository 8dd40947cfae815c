use crate::json::edit;
use crate::json::{Member, Value};
use crate::openapi::Document;
use crate::rules::Findings;
use crate::rules::cycles::Graph;
use crate::text::Gather;

super::rule! {
    /// A schema consists of itself, directly or through others.
    ///
    /// What stands under `allOf` is taken in, and what that takes in as well. Where a schema comes back to itself, this
    /// never ends.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Pet": { «"allOf"»: [{ "$ref": "#/definitions/Dog" }, { "properties": { "name": {} } }] },
    ///     "Dog": { «"allOf"»: [{ "$ref": "#/definitions/Pet" }] },
    ///     "Cat": { "allOf": [{ "$ref": "#/definitions/Pet" }] }
    ///   }
    /// }
    /// ```
    /// ## Fix: No longer include `Dog`
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Pet": { "allOf": [{ "properties": { "name": {} } }] },
    ///     "Dog": { "allOf": [{ "$ref": "#/definitions/Pet" }] },
    ///     "Cat": { "allOf": [{ "$ref": "#/definitions/Pet" }] }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Pet": { "properties": { "friends": { "type": "array", "items": { "$ref": "#/definitions/Dog" } } } },
    ///     "Dog": { "allOf": [{ "$ref": "#/definitions/Pet" }] }
    ///   }
    /// }
    /// ```
    Error "allof-cycle" Documented from "https://spec.openapis.org/oas/v2.0#composition-and-inheritance-polymorphism"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let mut graph = Graph::new(document);
    for from in 0..graph.schemas.len() {
        for part in parts(&graph, from) {
            if let Some(to) = graph.position(document, part) {
                graph.lead(from, to);
            }
        }
    }
    let circles = graph.circles();
    for (at, schema) in graph.schemas.iter().enumerate() {
        let Some(list) = schema.member_named("allOf").filter(|_| !is_inline_part(*schema)) else { continue };
        let is_back = |part: &Value<'_>| {
            graph.position(document, *part).is_some_and(|to| circles.has(at, to))
        };
        let Some(back) = list.value().items().find(is_back) else { continue };
        let (own, other) = (title(*schema), document.resolve(back).map(title).unwrap_or_default());
        let message = if own == other {
            format!("{own} includes itself by `allOf`.")
        } else {
            format!("{own} includes {other} by `allOf`, and that leads back to {own}.")
        };
        let is_full = findings.is_full();
        let diagnostic = findings.add(list, message, "Nintex cannot build fields from a schema that never ends.");
        if is_full {
            continue;
        }
        let is_only = list.value().items().nth(1).is_none();
        let removal = if is_only { Some(edit::remove_member(list)) } else { edit::remove_item(back) };
        if let Some(edit) = removal {
            let consequence = "What only the other schema describes is then no longer part of this one.";
            diagnostic.review_fix(format!("No longer include {other}"), consequence, [edit]);
        }
    }
}

fn parts<'a>(graph: &Graph<'a>, at: usize) -> Vec<Value<'a>> {
    graph.schemas.get(at).and_then(|schema| schema.get("allOf")).into_iter().flat_map(Value::items).gathered()
}

/// Whether it stands in the `allOf` of another schema, which is then the one to blame.
fn is_inline_part(schema: Value<'_>) -> bool {
    schema.parent().filter(|list| list.is_array()).and_then(Value::member).is_some_and(|list| list.is("allOf"))
}

/// What to call a schema: by its name, or by where it stands.
fn title(schema: Value<'_>) -> String {
    match schema.member().map(Member::name) {
        Some(name) => format!("`{name}`"),
        None => format!("`{}`", schema.pointer()),
    }
}
