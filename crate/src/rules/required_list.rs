//! From `"required": true` in properties to the list of required properties in their object.

use super::problems;
use crate::json::edit::{self, insert_member};
use crate::json::{Member, Value, encode};
use crate::openapi::shape::{Fault, Problem};
use crate::openapi::vocabulary::{ObjectKind, SCHEMA};
use crate::text::{Edit, Gather, Names};

/// Whether a schema has a boolean where its list of required properties belongs.
pub(super) fn is_boolean(problem: &Problem<'_>) -> bool {
    let is_list = problem.object.kind == ObjectKind::Schema && problem.key.is_some_and(|key| key.name == "required");
    let Fault::WrongType { value, .. } = problem.fault else { return false };
    is_list && value.member().is_some() && boolean(value).is_some()
}

/// What it says, with or without quotes.
fn boolean(value: Value<'_>) -> Option<bool> {
    value.as_bool().or_else(|| match &*value.as_str()?.to_ascii_lowercase() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    })
}

/// The map of properties that the schema with the member `required` is in; none where it is no property.
pub(super) fn properties_around(required: Member<'_>) -> Option<Value<'_>> {
    required.object().parent().filter(|map| map.member().is_some_and(|map| map.is("properties")))
}

/// Takes `required` with a boolean out of all these properties of one object, and lists those that had it.
pub(super) fn edits(properties: Value<'_>) -> Option<Vec<Edit>> {
    let schema = properties.member()?.object();
    let marked = properties.members().filter_map(|property| {
        let member = property.value().member_named("required")?;
        Some((property, member, boolean(member.value())?))
    });
    let mut edits: Vec<Edit> = marked.clone().map(|(_, member, _)| edit::remove_member(member)).gathered();
    let required = marked.filter(|(_, _, is_required)| *is_required).map(|(property, _, _)| property);
    edits.extend(listed(schema, required)?);
    Some(edits)
}

/// Puts the names of properties into the list of their schema.
fn listed<'a>(schema: Value<'a>, properties: impl Iterator<Item = Member<'a>>) -> Option<Vec<Edit>> {
    let list = schema.get("required");
    if list.is_some_and(|list| !list.is_array()) {
        // Where it is a boolean itself, that one comes first.
        return None;
    }
    let mut known: Names<'_> = list.into_iter().flat_map(Value::items).filter_map(Value::as_str).collect();
    let is_empty = known.is_empty();
    let new = properties.filter(|property| known.insert(property.name()));
    let names: Vec<String> = new.map(|property| encode(&property.name())).gathered();
    if names.is_empty() {
        return Some(Vec::new());
    }
    let names = names.join(", ");
    let edit = match list {
        Some(list) if is_empty => Edit::replace(list.span(), format!("[{names}]")),
        Some(list) => edit::append_item(list, &names),
        None => {
            let position = problems::position(&SCHEMA, schema, "required");
            insert_member(schema, position, "required", &format!("[{names}]"))
        }
    };
    Some(vec![edit])
}

#[cfg(test)]
mod tests {
    /// A document with that schema, with all that is safe done to it.
    fn fixed(schema: &str) -> String {
        let text = format!(r#"{{"definitions": {{"A": {schema}}}}}"#);
        crate::fix_all(&text).edits.apply(&text)
    }

    #[test]
    fn a_list_that_is_there_is_filled_up() {
        let schema = r#"{"properties": {"a": {"required": true}, "b": {"required": true}}, "required": ["b"]}"#;
        assert!(fixed(schema).contains(r#""required": ["b", "a"]"#), "{}", fixed(schema));
    }

    #[test]
    fn where_it_is_no_property_it_goes() {
        assert!(!fixed(r#"{"type": "string", "required": true}"#).contains("required"));
        assert!(!fixed(r#"{"type": "array", "items": {"required": false}}"#).contains("required"));
    }
}
