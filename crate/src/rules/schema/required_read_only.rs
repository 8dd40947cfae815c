use crate::json::edit;
use crate::json::{Member, Value};
use crate::openapi::Document;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::Findings;
use crate::rules::wording::{list, name};
use crate::text::{Gather, Names};

super::rule! {
    /// Properties are required and read-only at once.
    ///
    /// What is read-only only comes in answers and must not be sent, so a form cannot require it. The specification
    /// says that such properties should not be in the list.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Pet": {
    ///       «"required"»: ["id", "name"],
    ///       "properties": { "id": { "type": "string", "readOnly": true }, "name": { "type": "string" } }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: No longer require `id`
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Pet": {
    ///       "required": ["name"],
    ///       "properties": { "id": { "type": "string", "readOnly": true }, "name": { "type": "string" } }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Pet": { "required": ["name"], "properties": { "id": { "readOnly": true }, "name": { "readOnly": false } } }
    ///   }
    /// }
    /// ```
    Hint "required-read-only" Documented from "https://spec.openapis.org/oas/v2.0#fixed-fields-13"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for place in document.places(ObjectKind::Schema) {
        let schema = place.value;
        let Some(required) = schema.member_named("required").filter(|list| list.value().is_array()) else { continue };
        let properties = schema.members_of("properties");
        let is_read_only = |property: &Member<'_>| property.value().get("readOnly").and_then(Value::as_bool) == Some(true);
        let read_only: Names<'_> = properties.filter(is_read_only).map(Member::name).collect();
        let is_both = |item: &Value<'_>| item.as_str().is_some_and(|name| read_only.contains(&name));
        let names: Vec<String> =
            required.value().items().filter(is_both).filter_map(|item| Some(item.as_str()?.into_owned())).gathered();
        if names.is_empty() {
            continue;
        }
        let verb = if names.len() == 1 { "is" } else { "are" };
        let message = format!("{} {verb} required in {}, but read-only.", list(&names), name(place.object, schema));
        let diagnostic = findings.add(required, message, "Nintex would ask for what must not be sent.");
        let is_all = required.value().items().all(|item| is_both(&item));
        let edits = if is_all {
            vec![edit::remove_member(required)]
        } else {
            edit::remove_items(required.value(), |item| is_both(&item))
        };
        let consequence = "The answer is then no longer promised to have it.";
        diagnostic.review_fix(format!("No longer require {}", list(&names)), consequence, edits);
    }
}
