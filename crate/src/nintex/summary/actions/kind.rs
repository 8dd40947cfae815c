//! What a field holds.

use super::data::FieldKind;
use crate::json::Value;
use crate::nintex::vocabulary::FILE_REFERENCE_FORMAT;
use crate::openapi::Types;

/// The formats of strings that the designer has fields of their own for.
const FORMATS: &[(&str, FieldKind)] = &[
    ("date", FieldKind::Date),
    ("date-time", FieldKind::DateTime),
    ("byte", FieldKind::File),
    ("binary", FieldKind::File),
    (FILE_REFERENCE_FORMAT, FieldKind::File),
];

/// What an input is in the designer, given the parameter or property, and the schema that says its type.
pub(super) fn kind(value: Value<'_>, schema: Value<'_>) -> FieldKind {
    let held = held(value, schema);
    let has = |key: &str| value.get(key).is_some() || schema.get(key).is_some();
    match held {
        FieldKind::List | FieldKind::Object | FieldKind::File => held,
        _ if has("x-ntx-query-builder") => FieldKind::Conditions,
        _ if has("x-ntx-dynamic-values") => FieldKind::DropDown,
        _ if has("x-ntx-oneOf") || has("x-ntx-anyOf") || has("enum") => FieldKind::Choice,
        _ => held,
    }
}

/// What it holds, whatever it can be chosen from: what an output is.
pub(super) fn held(value: Value<'_>, schema: Value<'_>) -> FieldKind {
    let has = |key: &str| value.get(key).is_some() || schema.get(key).is_some();
    let written = schema.get("type");
    match written.and_then(Types::of).and_then(Types::only) {
        Some("array") => FieldKind::List,
        Some("object") => FieldKind::Object,
        Some("boolean") => FieldKind::YesNo,
        Some("number" | "integer") => FieldKind::Number,
        Some("string") => {
            let format = schema.get("format");
            let known = FORMATS.iter().find(|known| format.is_some_and(|format| format.is_str(known.0)));
            known.map_or(FieldKind::Text, |known| known.1)
        }
        _ if written.is_some_and(|written| written.is_str("file")) => FieldKind::File,
        None if has("properties") || has("allOf") || has("x-ntx-dynamic-schema") => FieldKind::Object,
        None if has("items") => FieldKind::List,
        _ => FieldKind::Any,
    }
}
