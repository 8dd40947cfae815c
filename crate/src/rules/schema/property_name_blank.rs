use crate::json::edit;
use crate::openapi::Document;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::Findings;

super::rule! {
    /// The name of a property has a blank before or behind it.
    ///
    /// The blank comes along when a name is copied. It is a part of the name, so a body is sent with a property that the
    /// API does not know, and of an answer nothing is found under this name.
    ///
    /// ## Bad
    /// ```json
    /// { "definitions": { "Person": { "properties": { «"age "»: { "type": "integer" } } } } }
    /// ```
    /// ## Fix: Change it to `age`
    /// ```json
    /// { "definitions": { "Person": { "properties": { "age": { "type": "integer" } } } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "definitions": { "Person": { "properties": { "first name": { "type": "string" } } } } }
    /// ```
    Hint "property-name-blank" Inferred from "https://spec.openapis.org/oas/v2.0#schema-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for property in document.places(ObjectKind::Properties).flat_map(|place| place.value.members()) {
        let name = property.name();
        let right = name.trim_matches(' ');
        if right == name || right.is_empty() {
            continue;
        }
        let message = format!("The name of the property `{right}` has a blank before or behind it.");
        let because = "The blank is a part of the name, and the API hardly has one there.";
        findings.add(property, message, because).review_fix(
            format!("Change it to `{right}`"),
            "See that the API really has the name without the blank.",
            [edit::rename_member(property, right)],
        );
    }
}
