//! Schemas whose values are plain: texts, numbers, or `true` or `false`.

use crate::convert::draft::{Content, scalar};
use crate::json::{Kind, Value};

/// Whether it is one value that has a name for people.
pub(super) fn is_labelled(schema: Value<'_>) -> bool {
    schema.get("const").is_some_and(is_plain) && schema.get("title").is_some()
}

/// The values that these schemas list.
pub(super) fn written_values<'a>(schemas: &[Value<'a>]) -> Vec<Value<'a>> {
    schemas.iter().flat_map(|schema| schema.get("const").into_iter().chain(schema.items_of("enum"))).collect()
}

/// The values that variants list; none where one of them has no list.
pub(super) fn listed_values<'a>(schemas: &[Value<'a>]) -> Vec<Value<'a>> {
    let is_listed = |schema: &Value<'a>| schema.get("enum").is_some() || schema.get("const").is_some();
    if schemas.iter().all(is_listed) { written_values(schemas) } else { Vec::new() }
}

/// The one type of schemas that are all texts, all numbers or the like; none where they differ.
pub(super) fn common_type(schemas: &[Value<'_>]) -> Option<&'static str> {
    let mut kinds = schemas.iter().map(|schema| plain_type(*schema));
    let first = kinds.next()??;
    kinds.try_fold(first, |known, kind| wider(known, kind?))
}

/// Whether it is a text, a number, or `true` or `false`.
pub(super) fn is_plain(value: Value<'_>) -> bool {
    matches!(value.kind(), Kind::String | Kind::Number | Kind::Boolean)
}

/// The type of a schema that is a text, a number, or `true` or `false`.
fn plain_type(schema: Value<'_>) -> Option<&'static str> {
    let said = schema.get("type").and_then(|kind| {
        let kinds = ["string", "integer", "number", "boolean"];
        kinds.into_iter().find(|name| kind.is_str(name))
    });
    if said.is_some() || schema.get("type").is_some() {
        return said;
    }
    type_of_all(written_values(&[schema]).into_iter())
}

/// The one type of values that are all texts, all numbers or the like, or `null`; none where they differ.
pub(super) fn type_of_all<'a>(values: impl Iterator<Item = Value<'a>>) -> Option<&'static str> {
    let mut kinds = values.filter(|value| value.kind() != Kind::Null).map(type_of);
    let first = kinds.next()??;
    kinds.try_fold(first, |known, kind| wider(known, kind?))
}

/// The type of a text, a number, or `true` or `false`.
fn type_of(value: Value<'_>) -> Option<&'static str> {
    match scalar(value) {
        Content::String(_) => Some("string"),
        Content::Boolean(_) => Some("boolean"),
        Content::Number(digits) if digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') => Some("integer"),
        Content::Number(_) => Some("number"),
        _ => None,
    }
}

/// The type that has the values of both.
fn wider(one: &'static str, other: &'static str) -> Option<&'static str> {
    match (one, other) {
        _ if one == other => Some(one),
        ("integer" | "number", "integer" | "number") => Some("number"),
        _ => None,
    }
}
