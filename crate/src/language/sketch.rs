//! Parts of a document in a few words.

use std::borrow::Cow;

use crate::json::{Kind, Value};
use crate::nintex::fields::is_hidden;
use crate::nintex::summary::written;
use crate::openapi::vocabulary::ObjectKind;
use crate::openapi::{Document, Operation, Types};
use crate::text::Gather;

/// How many lines a sketch has.
const LINES: usize = 12;

/// Arrays of arrays are followed so far.
const DEEPEST: usize = 4;

/// What the action is called in Nintex.
pub(super) fn label(operation: &Operation<'_>) -> String {
    let labels = ["x-ntx-summary", "x-ms-summary", "summary", "operationId"];
    let said = labels.into_iter().map(|key| written::text(operation.value(), key));
    said.into_iter().find(|label| !label.trim_ascii().is_empty()).unwrap_or_else(|| address(operation))
}

/// Its method and path: `GET /notes`.
pub(super) fn address(operation: &Operation<'_>) -> String {
    format!("{} {}", operation.method.name().to_ascii_uppercase(), written::cut(&operation.path.name()))
}

/// What stands at `value`, in a few words: `object`, `Note[]`, `query, integer`.
pub(super) fn brief(document: &Document<'_>, value: Value<'_>) -> String {
    let said = |key: &str| Some(written::text(value, key)).filter(|text| !text.is_empty());
    match document.object_at(value).map(|object| object.kind) {
        Some(ObjectKind::Parameter) => {
            let described = value.get("schema").unwrap_or(value);
            [said("in"), Some(type_of(described))]
                .into_iter()
                .flatten()
                .filter(|it| !it.is_empty())
                .gathered()
                .join(", ")
        }
        Some(ObjectKind::Response) => said("description").unwrap_or_default(),
        Some(ObjectKind::SecurityDefinition) => {
            ["type", "flow", "in"].into_iter().filter_map(said).gathered().join(", ")
        }
        _ => type_of(value),
    }
}

/// The type that a schema or a parameter says: `string`, `Note[]`, `object`. Empty where it says none.
pub(super) fn type_of(value: Value<'_>) -> String {
    let mut described = value;
    let mut arrays = String::new();
    for _ in 0..DEEPEST {
        let is_array = described.get("type").is_some_and(|ty| ty.is_str("array"));
        let Some(items) = described.get("items").filter(|_| is_array) else { break };
        arrays.push_str("[]");
        described = items;
    }
    let name = match (described.get_str("$ref"), described.get("type")) {
        (Some(pointer), _) => written::cut(last_step(&pointer)),
        (None, Some(ty)) if Types::of(ty).is_some() => match described.get_str("format") {
            Some(format) if ty.kind() == Kind::String => format!("{} ({})", written::value(ty), written::cut(&format)),
            _ => written::value(ty).replace(['"', '[', ']', ' '], "").replace(',', " or "),
        },
        (None, Some(ty)) if ty.kind() == Kind::String => written::value(ty),
        _ if described.get("properties").is_some() => "object".to_owned(),
        _ => String::new(),
    };
    format!("{name}{arrays}")
}

fn last_step(pointer: &str) -> &str {
    pointer.rsplit('/').next().unwrap_or(pointer)
}

/// What stands at `value`, in some lines: a schema's properties with their types, a parameter's or a response's keys.
pub(super) fn lines(document: &Document<'_>, value: Value<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let Some(object) = document.object_at(value) else { return lines };
    if object.kind == ObjectKind::Schema {
        schema_lines(value, &mut lines);
    } else {
        for key in ["name", "in", "type", "format", "flow", "required", "description"] {
            let said = value.get(key).filter(|said| !said.is_object() && !said.is_array());
            lines.extend(said.map(|said| format!("{key}: {}", written::value(said))));
        }
        let schema = value.get("schema").map(type_of).filter(|ty| !ty.is_empty());
        lines.extend(schema.map(|ty| format!("schema: {ty}")));
    }
    lines
}

fn schema_lines(schema: Value<'_>, lines: &mut Vec<String>) {
    let Some(properties) = schema.get("properties").filter(|properties| properties.is_object()) else {
        lines.push(type_of(schema));
        let listed = schema.items_of("enum").take(LINES).map(written::value).gathered();
        if !listed.is_empty() {
            lines.push(listed.join(", "));
        }
        let parts = schema.items_of("allOf").take(LINES).map(type_of).gathered();
        if !parts.is_empty() {
            lines.push(format!("all of {}", parts.join(", ")));
        }
        lines.retain(|line| !line.is_empty());
        return;
    };
    let required: Vec<Cow<'_, str>> = schema.items_of("required").filter_map(Value::as_str).take(200).gathered();
    let mut left = 0_u32;
    for property in properties.members() {
        if lines.len() >= LINES {
            left += 1;
            continue;
        }
        let name = property.name();
        let must = if required.contains(&name) { ", required" } else { "" };
        let ty = Some(type_of(property.value())).filter(|ty| !ty.is_empty()).unwrap_or_else(|| "any".to_owned());
        let hidden = if is_hidden(property.value()) { ", hidden" } else { "" };
        lines.push(format!("{}: {ty}{must}{hidden}", written::cut(&name)));
    }
    if left > 0 {
        lines.push(format!("… and {left} more"));
    }
}
