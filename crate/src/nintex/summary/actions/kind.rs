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

/// What a field holds, given the parameter or property, and the schema that says its type.
pub(super) fn kind(value: Value<'_>, schema: Value<'_>) -> FieldKind {
    let has = |key: &str| value.get(key).is_some() || schema.get(key).is_some();
    let kind = schema.get("type");
    let is_type = |name: &str| kind.is_some_and(|kind| kind.is_str(name));
    let only = kind.and_then(Types::of).and_then(Types::only);
    let type_kind = match only {
        Some("array") => FieldKind::List,
        Some("object") => FieldKind::Object,
        Some("boolean") => FieldKind::YesNo,
        Some("number" | "integer") => FieldKind::Number,
        Some("string") => {
            let format =
                FORMATS.iter().find(|(name, _)| schema.get("format").is_some_and(|format| format.is_str(name)));
            format.map_or(FieldKind::Text, |(_, kind)| *kind)
        }
        _ if is_type("file") => FieldKind::File,
        None if has("properties") || has("allOf") || has("x-ntx-dynamic-schema") => FieldKind::Object,
        None if has("items") => FieldKind::List,
        _ => FieldKind::Any,
    };
    match type_kind {
        FieldKind::List | FieldKind::Object | FieldKind::File => type_kind,
        _ if has("x-ntx-query-builder") => FieldKind::Conditions,
        _ if has("x-ntx-dynamic-values") => FieldKind::DropDown,
        _ if has("x-ntx-oneOf") || has("x-ntx-anyOf") || has("enum") => FieldKind::Choice,
        _ => type_kind,
    }
}
