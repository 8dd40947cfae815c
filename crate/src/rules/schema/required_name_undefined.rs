use crate::json::edit::{self, Position};
use crate::json::{Member, Value, encode};
use crate::nintex::{CONNECTION_PROPERTIES, is_built_in_field};
use crate::openapi::vocabulary::ObjectKind;
use crate::openapi::{Document, Parts, SecurityDefinition, Typed, nearest};
use crate::rules::wording::name;
use crate::rules::{Findings, problems};
use crate::text::{Edit, Gather, Names};

super::rule! {
    /// A schema requires a property that it does not describe.
    ///
    /// Nintex makes a field of each property that is described, so there is none in which the required one could be
    /// entered. Most often it is a slip of the pen, or the property was renamed.
    ///
    /// ## Bad
    /// ```json
    /// { "definitions": { "Pet": { "required": [«"Name"», "id"], "properties": { "name": {}, "id": {} } } } }
    /// ```
    /// ## Fix: Require `name`
    /// ```json
    /// { "definitions": { "Pet": { "required": ["name", "id"], "properties": { "name": {}, "id": {} } } } }
    /// ```
    /// ## Fix: Describe `Name` as a string
    /// ```json
    /// { "definitions": { "Pet": { "required": ["Name", "id"], "properties": { "name": {}, "id": {}, "Name": {"type": "string"} } } } }
    /// ```
    /// ## Fix: No longer require it
    /// ```json
    /// { "definitions": { "Pet": { "required": ["id"], "properties": { "name": {}, "id": {} } } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "securityDefinitions": { "login": { "type": "basic", "x-ntx-connection-properties": { "properties": { "tenant": {} }, "required": ["username", «"tennant"»] } } } }
    /// ```
    /// ## Fix: Require `tenant`
    /// ```json
    /// { "securityDefinitions": { "login": { "type": "basic", "x-ntx-connection-properties": { "properties": { "tenant": {} }, "required": ["username", "tenant"] } } } }
    /// ```
    /// ## Fix: Describe `tennant` as a string
    /// ```json
    /// { "securityDefinitions": { "login": { "type": "basic", "x-ntx-connection-properties": { "properties": { "tenant": {}, "tennant": {"type": "string"} }, "required": ["username", "tennant"] } } } }
    /// ```
    /// ## Fix: No longer require it
    /// ```json
    /// { "securityDefinitions": { "login": { "type": "basic", "x-ntx-connection-properties": { "properties": { "tenant": {} }, "required": ["username"] } } } }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Pet": { "required": ["id"], "properties": { "id": { "type": "string" } } },
    ///     "Dog": {
    ///       "required": ["id", "breed"],
    ///       "allOf": [{ "$ref": "#/definitions/Pet" }, { "required": ["id"], "properties": { "breed": {} } }]
    ///     },
    ///     "Free": { "required": ["anything"], "additionalProperties": { "type": "string" } }
    ///   }
    /// }
    /// ```
    Warning "required-name-undefined" Documented from "https://spec.openapis.org/oas/v2.0#schema-object"
}

const BECAUSE: &str = "Nintex has no field for it, so what is sent never has the property that the API requires.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    let mut parts = Parts::new(document);
    let asked = document.places(ObjectKind::Extension(CONNECTION_PROPERTIES));
    let asked = asked.map(|place| Typed { object: place.object, value: place.value, is_in_extension: true });
    for typed in document.typed().filter(Typed::is_schema).chain(asked) {
        let schema = typed.value;
        let Some(list) = schema.get("required").filter(|list| list.items().next().is_some()) else { continue };
        // What is no object has no properties at all, and another rule says so.
        let is_object = typed.types().is_none_or(|types| types.has("object"));
        // Where the properties stand in another form, none of them is found.
        let is_unread = schema.get("properties").is_some_and(|properties| !properties.is_object());
        if !is_object || is_unread || problems::is_misspelt(document, schema, "properties") {
            continue;
        }
        let Some(known) = properties(document, &mut parts, outermost(schema)) else { continue };
        for item in list.items() {
            let Some(missing) = item.as_str().filter(|name| {
                !known.contains(name) && !is_beside(schema, name) && !is_asked_for_anyway(typed, name)
            }) else { continue };
            let message = format!("`{missing}` is required in {}, but is none of its properties.", name(typed.object, schema));
            let is_full = findings.is_full();
            let because = if typed.is_schema() { BECAUSE } else { "Nobody who makes a connection is asked for it." };
            let diagnostic = findings.add((item.span(), schema), message, because);
            if is_full {
                continue;
            }
            let own = schema.get("properties").filter(|own| own.is_object());
            let names: Vec<_> = own.into_iter().flat_map(Value::members).map(Member::name).gathered();
            let names: Vec<&str> = names.iter().map(|name| &**name).gathered();
            let is_new = |right: &&str| !list.items().any(|other| other.is_str(right));
            if let Some(right) = nearest(&missing, &names).filter(is_new) {
                let edit = Edit::replace(item.span(), encode(right));
                diagnostic.review_fix(format!("Require `{right}`"), "This is the property with the nearest name.", [edit]);
            }
            if let Some(own) = own {
                let edit = edit::insert_member(own, Position::Last, &missing, r#"{"type": "string"}"#);
                diagnostic.review_fix(format!("Describe `{missing}` as a string"), "See that this is what it is.", [edit]);
            }
            let is_only = list.items().nth(1).is_none();
            let removal = if is_only { list.member().map(edit::remove_member) } else { edit::remove_item(item) };
            if let Some(edit) = removal {
                diagnostic.review_fix("No longer require it", "It is then sent only if somebody adds it.", [edit]);
            }
        }
    }
}

/// Whether a connection has that field without being told.
fn is_asked_for_anyway(typed: Typed<'_>, name: &str) -> bool {
    let definition = typed.value.parent().filter(|_| !typed.is_schema()).and_then(Value::member);
    definition.is_some_and(|member| is_built_in_field(&SecurityDefinition { member, object: typed.object }, name))
}

/// Whether the property stands in the schema itself, where it belongs in `properties`: another rule says so.
fn is_beside(schema: Value<'_>, name: &str) -> bool {
    schema.get(name).is_some_and(Value::is_object)
}

/// The schema that this one is a part of, where it stands under its `allOf`, directly or deeper.
fn outermost(mut schema: Value<'_>) -> Value<'_> {
    while let Some(list) = schema.parent().filter(|list| list.is_array()).and_then(Value::member)
        && list.is("allOf")
    {
        schema = list.object();
    }
    schema
}

/// The names of all properties that the schema describes; none where it takes others, too, or where that is open.
fn properties<'a>(document: &Document<'a>, parts: &mut Parts<'_, 'a>, schema: Value<'a>) -> Option<Names<'a>> {
    let mut names = Names::default();
    for (part, _) in parts.of(&[schema])? {
        let takes_others = part.get("additionalProperties").is_some_and(|rest| rest.as_bool() != Some(false));
        let is_unknown = |item: Value<'a>| !document.resolve(item).is_some_and(Value::is_object);
        let is_open = part.get("allOf").is_some_and(|list| list.items().any(is_unknown));
        if takes_others || is_open || part.get("patternProperties").is_some() {
            return None;
        }
        for property in part.members_of("properties") {
            parts.afford(1)?;
            names.insert(property.name());
        }
    }
    Some(names)
}
