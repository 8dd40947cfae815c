//! From `"required": true` in properties to the list of required properties in their object.

use super::problems;
use crate::json::edit::{self, insert_member};
use crate::json::{Member, Value, encode};
use crate::openapi::vocabulary::{Object, SCHEMA};
use crate::text::Edit;

/// Takes `required` with a boolean out of all properties of one object and lists those that had it. `required` is the
/// boolean of one of them, or of a schema that is no property: there it says nothing and goes.
pub(super) fn edits(required: Value<'_>) -> Option<Vec<Edit>> {
    required.as_bool()?;
    let member = required.member()?;
    let Some(properties) = member.object().parent().filter(|map| map.member().is_some_and(|map| map.is("properties")))
    else {
        return Some(vec![edit::remove_member(member)]);
    };
    let schema = properties.member()?.object();
    let mut edits: Vec<Edit> =
        properties.members().filter_map(|property| marked(&property)?.member()).map(edit::remove_member).collect();
    let is_required = |property: &Member<'_>| marked(property).and_then(Value::as_bool) == Some(true);
    let names: Vec<String> =
        properties.members().filter(is_required).map(|property| encode(&property.name())).collect();
    edits.extend(listed(schema, &names, &SCHEMA)?);
    Some(edits)
}

/// The boolean that a property has under `required`.
fn marked<'a>(property: &Member<'a>) -> Option<Value<'a>> {
    property.value().get("required").filter(|value| value.as_bool().is_some())
}

/// Puts the names, as JSON strings, into the list of the schema.
fn listed(schema: Value<'_>, names: &[String], object: &Object) -> Option<Vec<Edit>> {
    if names.is_empty() {
        return Some(Vec::new());
    }
    match schema.get("required") {
        None => {
            let position = problems::position(object, schema, "required");
            Some(vec![insert_member(schema, position, "required", &format!("[{}]", names.join(", ")))])
        }
        Some(list) if list.is_array() && list.items().next().is_some() => {
            let is_new =
                |name: &&String| !list.items().any(|item| encode(&item.as_str().unwrap_or_default()) == **name);
            Some(names.iter().filter(is_new).map(|name| edit::append_item(list, name)).collect())
        }
        Some(list) if list.is_array() => Some(vec![Edit::replace(list.span(), format!("[{}]", names.join(", ")))]),
        // Where it is a boolean itself, that one comes first.
        Some(_) => None,
    }
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
