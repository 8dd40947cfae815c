use crate::json::{Member, Value, edit};
use crate::openapi::Document;
use crate::rules::Findings;
use crate::rules::cycles::Graph;
use crate::text::Names;

super::rule! {
    /// A schema requires a property that is such an object again, and so on without end.
    ///
    /// Nobody can send such an object, as each would have to hold another one. One of the properties on the way must not
    /// be required, or be an array, which may be empty.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Person": {
    ///       "type": "object",
    ///       "required": ["home", "name"],
    ///       "properties": { «"home"»: { "$ref": "#/definitions/House" }, "name": { "type": "string" } }
    ///     },
    ///     "House": {
    ///       "type": "object",
    ///       "required": ["owner"],
    ///       "properties": { "owner": { "$ref": "#/definitions/Person" } }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: No longer require `home`
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Person": {
    ///       "type": "object",
    ///       "required": ["name"],
    ///       "properties": { "home": { "$ref": "#/definitions/House" }, "name": { "type": "string" } }
    ///     },
    ///     "House": {
    ///       "type": "object",
    ///       "required": ["owner"],
    ///       "properties": { "owner": { "$ref": "#/definitions/Person" } }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Person": {
    ///       "type": "object",
    ///       "required": ["friends"],
    ///       "properties": {
    ///         "friends": { "type": "array", "items": { "$ref": "#/definitions/Person" } },
    ///         "boss": { "$ref": "#/definitions/Person" }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    Warning "required-cycle" Inferred
    from "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules"
}

/// A property that an object must have, which is again one of the schemas of the graph.
struct Lead<'a> {
    from: usize,
    to: usize,
    /// The property; none where one schema includes another.
    property: Option<Member<'a>>,
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let mut graph = Graph::new(document);
    let leads = leads(document, &graph);
    for lead in &leads {
        graph.lead(lead.from, lead.to);
    }
    let mut circles = graph.circles();
    for lead in &leads {
        let Some(property) = lead.property else { continue };
        if !circles.tell(lead.from, lead.to) {
            continue;
        }
        let name = property.name();
        let message = format!("`{name}` is required, and each `{name}` requires in the end such an object again, without end.");
        let because = "Nobody can send or answer such an object; Nintex would have to nest the fields without end.";
        let diagnostic = findings.add(property, message, because);
        let Some(list) = property.object().member().and_then(|map| map.object().member_named("required")) else { continue };
        let item = list.value().items().find(|item| item.is_str(&name));
        let is_only = list.value().items().nth(1).is_none();
        let removal = if is_only { Some(edit::remove_member(list)) } else { item.and_then(edit::remove_item) };
        if let Some(edit) = removal {
            diagnostic.review_fix(format!("No longer require `{name}`"), "It may then be left out.", [edit]);
        }
    }
}

fn leads<'a>(document: &Document<'a>, graph: &Graph<'a>) -> Vec<Lead<'a>> {
    let mut leads = Vec::new();
    for (from, object) in graph.schemas.iter().enumerate() {
        // What may be `null` or no object at all ends there.
        if is_nullable(*object) {
            continue;
        }
        let required: Names<'a> =
            object.items_of("required").filter_map(Value::as_str).collect();
        let properties = object.members_of("properties");
        let is_needed = |property: &Member<'a>| {
            !required.is_empty() && !is_nullable(property.value()) && required.contains(&property.name())
        };
        for property in properties.filter(is_needed) {
            if let Some(to) = graph.position(document, property.value()) {
                leads.push(Lead { from, to, property: Some(property) });
            }
        }
        for part in object.items_of("allOf") {
            if let Some(to) = graph.position(document, part) {
                leads.push(Lead { from, to, property: None });
            }
        }
    }
    leads
}

fn is_nullable(schema: Value<'_>) -> bool {
    schema.get("x-nullable").and_then(Value::as_bool) == Some(true)
        || schema.get("type").is_some_and(|kind| !kind.is_str("object"))
}
