//! Lists of things that have a name, and maps of them by that name.

use std::borrow::Cow;

use crate::json::{Member, Value, fragment};
use crate::openapi::vocabulary::{Object, ObjectKind, Rest};
use crate::rules::draft::{Draft, array_of};
use crate::text::{Gather, Names};

/// The map that a list stands for: `{ "id": { … } }` for `[{ "name": "id", … }]`.
pub(super) fn map_of(list: Value<'_>, object: &Object) -> Option<String> {
    if !matches!(object.rest, Rest::Entries { .. }) && object.kind != ObjectKind::PathItem {
        return None;
    }
    let mut entries = Vec::new();
    for item in list.items() {
        if item.is_object() {
            entries.extend(entries_of(item, object)?);
        } else {
            entries.push((item.as_str()?, word(object)?.to_owned()));
        }
    }
    if entries.is_empty() {
        return None;
    }
    let mut names = Names::default();
    let mut map = Draft::default();
    for (name, fragment) in entries {
        if name.is_empty() || !names.insert(name.clone()) {
            return None;
        }
        map.add(&name, fragment);
    }
    Some(map.finish())
}

/// What a name alone in a list stands for.
fn word(object: &Object) -> Option<&'static str> {
    match object.kind {
        ObjectKind::SecurityRequirement => Some("[]"),
        ObjectKind::Scopes => Some("\"\""),
        _ => None,
    }
}

/// The keys that hold the name of an item of the list, and whether they are a part of it in the map as well.
fn names(kind: ObjectKind) -> (&'static [&'static str], bool) {
    match kind {
        ObjectKind::Responses => (&["code", "status", "statusCode", "httpCode", "httpStatus", "responseCode"], false),
        ObjectKind::Properties | ObjectKind::Definitions | ObjectKind::Headers => (&["name", "id", "key", "field"], false),
        ObjectKind::ParameterDefinitions => (&["name"], true),
        ObjectKind::SecurityDefinitions => (&["id", "key"], false),
        ObjectKind::Paths => (&["path", "url", "endpoint", "route"], false),
        ObjectKind::PathItem => (&["method", "httpMethod", "verb"], false),
        ObjectKind::Scopes => (&["name", "scope", "value", "id"], false),
        _ => (&[], false),
    }
}

/// The entries that an item of the list stands for: one under its name, or all that it holds.
fn entries_of<'a>(item: Value<'a>, object: &Object) -> Option<Vec<(Cow<'a, str>, String)>> {
    if object.kind == ObjectKind::Extension("parameters")
        && let Some(name) = item.member_named("name")
    {
        // An argument: its value, or the parameter that it is taken from.
        let rest: Vec<Member<'_>> = item.members().filter(|other| other.name_span() != name.name_span()).gathered();
        let [only] = *rest else { return None };
        let mut source = Draft::default();
        source.copy(only);
        let value = if only.is("value") { fragment(only.value()) } else { source.finish() };
        return Some(vec![(name.value().as_str()?, value)]);
    }
    let (keys, is_kept) = names(object.kind);
    let Some(member) = keys.iter().find_map(|key| item.member_named(key)) else {
        let is_entry = |member: Member<'_>| match &object.rest {
            Rest::Entries { value, .. } => value.accepts(member.value().kind()),
            Rest::Extensions => object.key(&member.name()).is_some(),
        };
        let entries = item.members().map(|member| (member.name(), fragment(member.value()))).gathered();
        return item.members().all(is_entry).then_some(entries);
    };
    let written = member.value();
    let name = written.as_str().or_else(|| written.as_number().map(Cow::Borrowed))?;
    if object.kind == ObjectKind::Scopes {
        let description = item.get("description").map_or_else(|| "\"\"".to_owned(), fragment);
        return Some(vec![(name, description)]);
    }
    let name = if object.kind == ObjectKind::PathItem { Cow::Owned(name.to_ascii_lowercase()) } else { name };
    let rest = item.members().filter(|other| is_kept || other.name_span() != member.name_span());
    Some(vec![(name, Draft::of(rest).finish())])
}

/// The list that a map stands for: `[{ "name": "id", … }]` for `{ "id": { … } }`.
pub(super) fn list_of(map: Value<'_>, object: &Object) -> Option<String> {
    let is_named = object.key("name").is_some();
    if !is_named || map.members().any(|entry| !entry.value().is_object()) || map.get("name").is_some() {
        return None;
    }
    let items: Vec<String> = map.members().map(item_of).gathered();
    (!items.is_empty()).then(|| array_of(&items))
}

fn item_of(entry: Member<'_>) -> String {
    let value = entry.value();
    let mut item = Draft::default();
    if value.get("name").is_none() && value.get("$ref").is_none() {
        item.add_text("name", &entry.name());
    }
    item.extend(Draft::of(value.members()));
    item.finish()
}
