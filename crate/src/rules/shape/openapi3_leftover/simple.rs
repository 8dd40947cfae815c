//! A schema as the keys of what is no schema in OpenAPI 2.0: a parameter outside the body, a header, an item of an array.

use super::pointer::follow;
use crate::json::{Kind, Member, Value};
use crate::openapi::Document;
use crate::openapi::vocabulary::{ITEMS, Object, Type};
use crate::rules::draft::Draft;

/// Arrays of arrays beyond this depth are taken for strings: nobody has any.
const DEEPEST: usize = 8;

/// What became of a schema.
pub(super) struct Simple {
    /// The keys that say it.
    pub(super) draft: Draft,
    /// The names of what cannot be said.
    pub(super) lost: Vec<String>,
    /// Whether it is a text now for lack of a way to send it as it is.
    pub(super) is_text_now: bool,
}

/// The schema that counts: behind references, and the first that is no null where there are several.
pub(super) fn meant<'a>(document: &Document<'a>, schema: Value<'a>) -> Option<Value<'a>> {
    let mut at = follow(document, schema)?;
    for _ in 0..DEEPEST {
        if at.get("type").is_some() || at.get("properties").is_some() {
            break;
        }
        let list = ["allOf", "oneOf", "anyOf"].iter().find_map(|key| at.get(key));
        let Some(branch) = list.and_then(|list| list.items().find(|branch| !is_null(*branch))) else { break };
        at = follow(document, branch)?;
    }
    Some(at)
}

/// Whether it is the schema of null alone.
pub(super) fn is_null(schema: Value<'_>) -> bool {
    schema.get("type").is_some_and(|kind| kind.is_str("null"))
}

/// Says with the keys of `object` what the schema says, as far as that goes.
pub(super) fn simple(document: &Document<'_>, schema: Value<'_>, object: &'static Object) -> Simple {
    let mut whole = Simple { draft: Draft::default(), lost: Vec::new(), is_text_now: false };
    let mut levels = Vec::new();
    let (mut at, mut object) = (Some(schema), object);
    while let Some(schema) = at.filter(|_| levels.len() < DEEPEST) {
        let mut draft = Draft::default();
        at = level(document, schema, object, &mut draft, &mut whole);
        levels.push(draft);
        object = &ITEMS;
    }
    // From the innermost items outwards.
    let mut inner: Option<Draft> = None;
    while let Some(mut draft) = levels.pop() {
        match inner.take() {
            Some(items) => draft.add("items", items.finish()),
            None if draft.is("type", "\"array\"") => draft.add("items", "{\n  \"type\": \"string\"\n}"),
            None => {}
        }
        inner = Some(draft);
    }
    whole.draft = inner.unwrap_or_default();
    whole
}

/// The keys of one level; gives the schema of its items.
fn level<'a>(
    document: &Document<'a>,
    written: Value<'a>,
    object: &'static Object,
    draft: &mut Draft,
    whole: &mut Simple,
) -> Option<Value<'a>> {
    let schema = meant(document, written).unwrap_or(written);
    let kind = kind(schema);
    let is_binary = schema.get("format").is_some_and(|format| format.is_str("binary"));
    let is_file = takes_files(object) && (is_binary || kind == "file");
    let is_simple = ["string", "number", "integer", "boolean", "array"].contains(&&*kind) || is_file;
    whole.is_text_now |= !is_simple;
    draft.add_text("type", if is_file { "file" } else if is_simple { &kind } else { "string" });
    for part in schema.members() {
        add(part, object, is_simple, is_file, draft, whole);
    }
    if written != schema {
        // What stands around a reference or a choice counts as well.
        for part in written.members() {
            let fits = object.key(&part.name()).is_some_and(|key| key.value.accepts(part.value().kind()));
            if fits && !draft.has(&part.name()) {
                draft.copy(part);
            }
        }
    }
    schema.get("items").filter(|items| kind == "array" && items.is_object())
}

/// Adds what a member of the schema says.
fn add(part: Member<'_>, object: &Object, is_simple: bool, is_file: bool, draft: &mut Draft, whole: &mut Simple) {
    let (name, value) = (part.name(), part.value());
    let is_known = object.key(&name).is_some_and(|key| key.value.accepts(value.kind()));
    match &*name {
        "type" | "items" | "$ref" | "allOf" | "oneOf" | "anyOf" => {}
        "format" if is_file || !is_simple => {}
        "properties" | "required" | "additionalProperties" if !is_simple => {}
        "default" if value.kind() == Kind::Null => {}
        "const" => draft.add("enum", format!("[{}]", value.source())),
        "title" if object.rest.is_extension("x-ntx-summary") => draft.add("x-ntx-summary", value.source()),
        "example" => draft.add("x-example", value.source()),
        _ if is_known || object.rest.is_extension(&name) => draft.copy(part),
        _ => whole.lost.push(name.into_owned()),
    }
}

fn takes_files(object: &Object) -> bool {
    object.key("type").is_some_and(|key| matches!(key.value, Type::OneOf(allowed) if allowed.contains(&"file")))
}

/// The type of a schema, where it says one, or what else it says tells.
fn kind(schema: Value<'_>) -> String {
    let said = schema.get("type");
    let several = said.into_iter().flat_map(Value::items).find(|one| !one.is_str("null"));
    match said.and_then(Value::as_str).or_else(|| several?.as_str()) {
        Some(kind) => kind.into_owned(),
        None if schema.get("properties").is_some() => "object".to_owned(),
        None if schema.get("items").is_some() => "array".to_owned(),
        None => "string".to_owned(),
    }
}
