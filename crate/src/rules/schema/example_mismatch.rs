use crate::json::{Kind, Value, parse};
use crate::openapi::vocabulary::ObjectKind;
use crate::openapi::{Document, Judge, Misfit, Typed};
use crate::rules::wording::name;
use crate::rules::{Findings, values};
use crate::text::Edit;

super::rule! {
    /// An example is not what its schema describes.
    ///
    /// One of the two is wrong. Where it is the schema, the action does not get or send what it should; where it is the
    /// example, it only leads readers astray.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Pet": { "type": "object", "properties": { "age": { "type": "integer", "example": «"3"» } } },
    ///     "Dog": { "allOf": [{ "$ref": "#/definitions/Pet" }], "example": { "age": «"old"» } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Take the quotes away
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Pet": { "type": "object", "properties": { "age": { "type": "integer", "example": 3 } } },
    ///     "Dog": { "allOf": [{ "$ref": "#/definitions/Pet" }], "example": { "age": "old" } }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "responses": {
    ///     "Pet": {
    ///       "description": "A pet",
    ///       "schema": { "type": "object" },
    ///       "examples": { "application/json": «"{\"age\": 3}"», "text/xml": "<pet/>" }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write the text as JSON
    /// ```json
    /// {
    ///   "responses": {
    ///     "Pet": {
    ///       "description": "A pet",
    ///       "schema": { "type": "object" },
    ///       "examples": { "application/json": {"age": 3}, "text/xml": "<pet/>" }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "parameters": { "id": { "name": "id", "in": "query", "type": "integer", "x-example": "7" } },
    ///   "definitions": {
    ///     "Pet": { "properties": { "age": { "type": "integer" } }, "example": { "age": null, "name": "Rex" } }
    ///   }
    /// }
    /// ```
    Hint "example-mismatch" Documented from "https://spec.openapis.org/oas/v2.0#schema-object"
}

const BECAUSE: &str = "Nintex builds the action from the schema and does not read examples: see which of the two is right.";

/// So many mistakes in one example are told.
const MOST: usize = 2;

fn check(document: &Document<'_>, findings: &mut Findings) {
    let mut judge = Judge::new(document);
    for typed in document.typed().filter(Typed::is_schema) {
        let Some(example) = typed.value.member_named("example") else { continue };
        let misfits = judge.misfits(example.value(), typed.value, None);
        for misfit in misfits.iter().filter(|misfit| !values::is_listed(misfit, typed.value)).take(MOST) {
            let what = format!("the example of {}", name(typed.object, typed.value));
            report(findings, misfit, example.value(), &what, Some(&typed));
        }
    }
    for place in document.places(ObjectKind::Response) {
        let (Some(schema), Some(examples)) = (place.value.get("schema"), place.value.get("examples")) else { continue };
        for example in examples.members().filter(|example| is_json(&example.name())) {
            for misfit in judge.misfits(example.value(), schema, None).into_iter().take(MOST) {
                let what = format!("the example of {}", name(place.object, place.value));
                report(findings, &misfit, example.value(), &what, None);
            }
        }
    }
}

/// Whether it is a media type for JSON: `application/json`, `application/problem+json; charset=utf-8`.
fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.ends_with("/json") || essence.ends_with("+json")
}

fn report(findings: &mut Findings, misfit: &Misfit<'_>, example: Value<'_>, what: &str, typed: Option<&Typed<'_>>) {
    let diagnostic = findings.add(values::place(misfit), values::sentence(misfit, example, what), BECAUSE);
    if !misfit.key.is("type") {
        return;
    }
    if let Some(typed) = typed {
        values::offer_conversion(diagnostic, misfit, typed);
    }
    if let Some(text) = misfit.value.as_str().filter(|text| is_written_json(text, misfit)) {
        let edit = Edit::replace(misfit.value.span(), text.trim());
        diagnostic.review_fix("Write the text as JSON", "The example then says what the text in it says.", [edit]);
    }
}

/// Whether the text is a JSON object or array, and one is wanted.
fn is_written_json(text: &str, misfit: &Misfit<'_>) -> bool {
    let kind = match text.trim_start().chars().next() {
        Some('{') => Kind::Object,
        Some('[') => Kind::Array,
        _ => return false,
    };
    let wanted = if kind == Kind::Object { "object" } else { "array" };
    misfit.key.value().is_str(wanted) && parse(text).errors().is_empty()
}
