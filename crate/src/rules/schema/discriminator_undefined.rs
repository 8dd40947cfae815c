use crate::diagnostic::{Diagnostic, Severity};
use crate::json::edit::{self, Position};
use crate::json::{Member, Value, encode};
use crate::openapi::vocabulary::SCHEMA;
use crate::openapi::{Document, Parts, Typed, nearest};
use crate::rules::wording::name;
use crate::rules::{Findings, problems};
use crate::text::{Edit, Gather};

super::rule! {
    /// A discriminator is no required property of its schema.
    ///
    /// It names the property that says which of several schemas an object has. So OpenAPI 2.0 wants this property to be
    /// described and required in the same schema. Published APIs forget to require it, so that is only a warning.
    ///
    /// ## Bad
    /// ```json
    /// { "definitions": { "Pet": { "discriminator": «"Kind"», "required": ["kind"], "properties": { "kind": {} } } } }
    /// ```
    /// ## Fix: Write `kind`
    /// ```json
    /// { "definitions": { "Pet": { "discriminator": "kind", "required": ["kind"], "properties": { "kind": {} } } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Pet": { "discriminator": «"kind"», "properties": { "kind": { "type": "string" } } } } }
    /// ```
    /// ## Fix: Require `kind`
    /// ```json
    /// { "definitions": { "Pet": { "discriminator": "kind", "properties": { "kind": { "type": "string" } }, "required": ["kind"] } } }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Pet": { "discriminator": «"kind"», "properties": { "kind": { "type": "integer" } }, "required": ["kind"] }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Pet": { "discriminator": «"kind"», "properties": {} } } }
    /// ```
    /// ## Fix: Describe `kind` as a required string
    /// ```json
    /// { "definitions": { "Pet": { "discriminator": "kind", "properties": {"kind": {"type": "string"}}, "required": ["kind"] } } }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Pet": { "discriminator": "kind", "required": ["kind"], "properties": { "kind": { "type": "string" } } }
    ///   }
    /// }
    /// ```
    Error "discriminator-undefined" Documented from "https://spec.openapis.org/oas/v2.0#fixed-fields-13"
}

const BECAUSE: &str = "Without it nobody can tell which of the schemas an object has.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    let mut parts = Parts::new(document);
    for typed in document.typed().filter(Typed::is_schema) {
        let schema = typed.value;
        let Some(discriminator) = schema.get("discriminator") else { continue };
        let Some(wanted) = discriminator.as_str() else { continue };
        let Some(all) = parts.of(&[schema]) else { continue };
        let property = all.iter().find_map(|(part, _)| part.get("properties")?.get(&wanted));
        let is_required =
            all.iter().any(|(part, _)| part.items_of("required").any(|item| item.is_str(&wanted)));
        let what = name(typed.object, schema);
        let Some(property) = property else {
            if !problems::is_misspelt(document, schema, "properties") {
                let message = format!("The discriminator `{wanted}` is no property of {what}.");
                let diagnostic = findings.add(discriminator, message, BECAUSE);
                offer_property(diagnostic, schema, discriminator, is_required);
            }
            continue;
        };
        if !is_required {
            let message = format!("The discriminator `{wanted}` is not required in {what}.");
            let diagnostic = findings.add(discriminator, message, BECAUSE);
            diagnostic.severity(Severity::Warning);
            if let Some(edit) = require(schema, &wanted) {
                diagnostic.review_fix(format!("Require `{wanted}`"), "It then has to be sent.", [edit]);
            }
        } else if document.resolve(property).and_then(|property| property.get("type")).is_some_and(|kind| !kind.is_str("string")) {
            let message = format!("The discriminator `{wanted}` of {what} is no string: its values are the names of schemas.");
            findings.add(discriminator, message, BECAUSE).severity(Severity::Hint);
        }
    }
}

/// Offers the property that was probably meant, else a new one.
fn offer_property(
    diagnostic: &mut Diagnostic,
    schema: Value<'_>,
    discriminator: Value<'_>,
    is_required: bool,
) {
    let wanted = &*discriminator.as_str().unwrap_or_default();
    let Some(properties) = schema.get("properties").filter(|properties| properties.is_object()) else { return };
    let names: Vec<_> = properties.members().map(Member::name).gathered();
    let names: Vec<&str> = names.iter().map(|name| &**name).gathered();
    if let Some(right) = nearest(wanted, &names) {
        let edit = Edit::replace(discriminator.span(), encode(right));
        diagnostic.review_fix(format!("Write `{right}`"), "This is the property with the nearest name.", [edit]);
        return;
    }
    let described = edit::insert_member(properties, Position::Last, wanted, r#"{"type": "string"}"#);
    let required = require(schema, wanted);
    if is_required || required.is_some() {
        let title = format!("Describe `{wanted}` as a required string");
        let edits = [described].into_iter().chain(required.filter(|_| !is_required));
        diagnostic.review_fix(title, "It then has to be sent.", edits.gathered());
    }
}

/// Puts the name into the list of required properties.
fn require(schema: Value<'_>, name: &str) -> Option<Edit> {
    let name = encode(name);
    if let Some(list) = schema.get("required") {
        return list.is_array().then(|| edit::append_item(list, &name));
    }
    let position = problems::position(&SCHEMA, schema, "required");
    Some(edit::insert_member(schema, position, "required", &format!("[{name}]")))
}
