use crate::json::edit::{self, Position};
use crate::json::{Member, Value, encode};
use crate::openapi::{Document, Typed, Types};
use crate::rules::wording::{list, name};
use crate::rules::{Findings, problems};
use crate::text::{Edit, Gather};

super::rule! {
    /// A schema or a parameter limits something that values of its type do not have.
    ///
    /// A number has no length and a text no properties. Nothing reads such a limit, unless it is the type that is wrong.
    ///
    /// ## Bad
    /// ```json
    /// { "definitions": { "Age": { "type": "integer", «"minLength"»: 1, "maxLength": 3 } } }
    /// ```
    /// ## Fix: Remove `minLength` and `maxLength`
    /// ```json
    /// { "definitions": { "Age": { "type": "integer" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Pet": { "type": "string", «"properties"»: { "name": { "type": "string" } } } } }
    /// ```
    /// ## Fix: Change the type to `object`
    /// ```json
    /// { "definitions": { "Pet": { "type": "object", "properties": { "name": { "type": "string" } } } } }
    /// ```
    /// ## Fix: Remove `properties`
    /// ```json
    /// { "definitions": { "Pet": { "type": "string" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Pets": { "type": "array", "items": { "properties": { "id": {} } }, «"required"»: ["id"] } } }
    /// ```
    /// ## Fix: Move `required` into `items`
    /// ```json
    /// { "definitions": { "Pets": { "type": "array", "items": { "properties": { "id": {} }, "required": ["id"] } } } }
    /// ```
    /// ## Fix: Remove `required`
    /// ```json
    /// { "definitions": { "Pets": { "type": "array", "items": { "properties": { "id": {} } } } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Rate": { "type": "number", "minimum": 0, «"exclusiveMaximum"»: true } } }
    /// ```
    /// ## Fix: Remove `exclusiveMaximum`
    /// ```json
    /// { "definitions": { "Rate": { "type": "number", "minimum": 0 } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "definitions": { "Pet": { "properties": { "name": { "type": "string", "maxLength": 9 } }, "maxLength": 5 } } }
    /// ```
    Hint "limit-without-effect" Documented from "https://spec.openapis.org/oas/v2.0#schema-object"
}

/// The keys that only mean something for one type, or, with numbers, for two.
const KEYS: &[(&str, &[&str])] = &[
    ("object", &["properties", "additionalProperties", "required", "minProperties", "maxProperties", "discriminator"]),
    ("array", &["items", "minItems", "maxItems", "uniqueItems"]),
    ("string", &["minLength", "maxLength", "pattern"]),
    ("number", &["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]),
];

fn check(document: &Document<'_>, findings: &mut Findings) {
    for typed in document.typed() {
        let Some(kind) = typed.value.member_named("type") else { continue };
        let Some(possible) = Types::of(kind.value()) else { continue };
        let idle =
            typed.value.members().filter_map(|key| Some((owner(&typed, possible, key)?, key)));
        let idle: Vec<(&str, Member<'_>)> =
            idle.filter(|(_, key)| !problems::is_wrong_type(document, key.value())).gathered();
        if let Some((wanted, first)) = idle.first() {
            report(findings, &typed, kind, wanted, *first, &idle);
        }
    }
}

/// Keys that only mean something beside another one.
const EXCLUSIVE: &[(&str, &str)] = &[("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")];

/// The type that the key is for, where that is none of those that the value may have, or where the key says nothing
/// alone.
fn owner(typed: &Typed<'_>, possible: Types, key: Member<'_>) -> Option<&'static str> {
    let name = key.name();
    let (owner, _) = KEYS.iter().find(|(_, keys)| keys.contains(&&*name))?;
    let limits_nothing = EXCLUSIVE.iter().any(|(exclusive, limit)| key.is(exclusive) && typed.value.get(limit).is_none());
    // A parameter's `required` says something of the parameter.
    if !typed.is_schema() && key.is("required") {
        return None;
    }
    let is_for = possible.has(owner) || (*owner == "number" && possible.has("integer"));
    ((!is_for || limits_nothing) && says_something(key.value())).then_some(*owner)
}

/// Whether it is more than an empty list, an empty map, `false` or 0: generators write these everywhere.
fn says_something(value: Value<'_>) -> bool {
    match value.as_bool() {
        Some(limit) => limit,
        None => value.members().next().is_some() || value.items().next().is_some() || !matches!(value.source(), "{}" | "[]" | "0" | "\"\"" | "null"),
    }
}

fn report<'a>(
    findings: &mut Findings,
    typed: &Typed<'a>,
    kind: Member<'a>,
    wanted: &str,
    first: Member<'a>,
    idle: &[(&str, Member<'a>)],
) {
    let names: Vec<String> = idle.iter().map(|(_, key)| key.name().into_owned()).gathered();
    let verb = if names.len() == 1 { "says" } else { "say" };
    let described = Types::of(kind.value()).map(Types::describe).unwrap_or_default();
    let is_alone = EXCLUSIVE.iter().any(|(exclusive, limit)| first.is(exclusive) && typed.value.get(limit).is_none());
    let why = if is_alone { "has no such limit".to_owned() } else { format!("is {described}") };
    let message = format!("{} {verb} nothing of {}, which {why}.", list(&names), name(typed.object, typed.value));
    let diagnostic = findings.add(first, message, "Nintex does not read it: if it matters, the type is wrong.");
    if typed.is_schema() && matches!(wanted, "object" | "array") && (first.is("properties") || first.is("items")) {
        let edit = Edit::replace(kind.value().span(), encode(wanted));
        diagnostic.review_fix(format!("Change the type to `{wanted}`"), "See that this is what is sent.", [edit]);
    }
    let is_idle = |key: Member<'_>| idle.iter().any(|(_, other)| other.name_span() == key.name_span());
    let items = typed.value.get("items").filter(|items| items.is_object() && items.get("$ref").is_none());
    if let (Some(items), "object", true) = (items, wanted, kind.value().is_str("array"))
        && let [(_, only)] = idle
        && items.get(&only.name()).is_none()
    {
        let edits = edit::move_member(*only, items, Position::Last);
        diagnostic.review_fix(format!("Move `{}` into `items`", only.name()), "It then says something of each item.", edits);
    }
    diagnostic.review_fix(
        format!("Remove {}", list(&names)),
        "Nothing read it.",
        edit::remove_members(typed.value, is_idle),
    );
}
