use crate::diagnostic::Severity;
use crate::json::{Member, encode};
use crate::json::edit::{self, remove_member};
use crate::openapi::vocabulary::ObjectKind;
use crate::openapi::{Document, Types};
use crate::rules::Findings;
use crate::rules::wording::name_first;
use crate::text::{Edit, Gather};

super::rule! {
    /// A field is of a type that its extension is not for, or is described twice.
    ///
    /// `x-ntx-dynamic-values` is for a text or a number that is chosen from a list, `x-ntx-dynamic-schema` for the fields of an
    /// object, instead of `properties`, and `x-ntx-query-builder` for a text, which an OData filter is.
    ///
    /// ## Bad
    /// ```json
    /// { "definitions": { "Row": { "type": "object", «"x-ntx-dynamic-values"»: { "operationId": "getRow", "value-path": "schema" } } } }
    /// ```
    /// ## Fix: Write it as `x-ntx-dynamic-schema`
    /// ```json
    /// { "definitions": { "Row": { "type": "object", "x-ntx-dynamic-schema": { "operationId": "getRow", "value-path": "schema" } } } }
    /// ```
    /// ## Fix: Change the type to `string`
    /// ```json
    /// { "definitions": { "Row": { "type": "string", "x-ntx-dynamic-values": { "operationId": "getRow", "value-path": "schema" } } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Row": { "type": "string", «"x-ntx-dynamic-schema"»: { "operationId": "getRow", "value-path": "schema" } } } }
    /// ```
    /// ## Fix: Change the type to `object`
    /// ```json
    /// { "definitions": { "Row": { "type": "object", "x-ntx-dynamic-schema": { "operationId": "getRow", "value-path": "schema" } } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Row": { "type": "boolean", «"x-ntx-dynamic-values"»: { "operationId": "getRow", "value-path": "schema" } } } }
    /// ```
    /// ## Fix: Change the type to `string`
    /// ```json
    /// { "definitions": { "Row": { "type": "string", "x-ntx-dynamic-values": { "operationId": "getRow", "value-path": "schema" } } } }
    /// ```
    /// ## Fix: Remove `x-ntx-dynamic-values`
    /// ```json
    /// { "definitions": { "Row": { "type": "boolean" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Row": { "type": "object", «"x-ntx-query-builder"»: { "schema": {} } } } }
    /// ```
    /// ## Fix: Change the type to `string`
    /// ```json
    /// { "definitions": { "Row": { "type": "string", "x-ntx-query-builder": { "schema": {} } } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Row": { "type": "object", «"properties"»: {}, "x-ntx-dynamic-schema": { "operationId": "getRow", "value-path": "schema" } } } }
    /// ```
    /// ## Fix: Remove the empty `properties`
    /// ```json
    /// { "definitions": { "Row": { "type": "object", "x-ntx-dynamic-schema": { "operationId": "getRow", "value-path": "schema" } } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Row": { "type": "object", «"properties"»: { "a": {} }, "x-ntx-dynamic-schema": { "operationId": "getRow", "value-path": "schema" } } } }
    /// ```
    /// ## Fix: Remove `properties`
    /// ```json
    /// { "definitions": { "Row": { "type": "object", "x-ntx-dynamic-schema": { "operationId": "getRow", "value-path": "schema" } } } }
    /// ```
    /// ## Fix: Remove `x-ntx-dynamic-schema`
    /// ```json
    /// { "definitions": { "Row": { "type": "object", "properties": { "a": {} } } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "definitions": { "Row": { "type": "array", "items": { "type": "string", "x-ntx-dynamic-values": { "operationId": "getRow", "value-path": "schema" } } } } }
    /// ```
    Warning "dynamic-field-conflict" Documented
    from "https://help.nintex.com/en-US/xtensions/03_Advanced/02_Extensions/PRC_04EXT_dynamic_schema.htm"
}

/// An extension, the types of a field that it is not for, the type that it is for, and what it makes of that.
const UNSUITABLE: [(&str, &[&str], &str, &str); 3] = [
    ("x-ntx-dynamic-values", &["boolean", "object", "file"], "string", "Nintex makes a drop-down list of texts or numbers of it."),
    ("x-ntx-dynamic-schema", &["boolean", "string", "number", "integer"], "object", "Nintex makes the fields of an object of it."),
    ("x-ntx-query-builder", &["boolean", "object", "array", "number", "integer", "file"], "string", "Nintex makes conditions of it, and sends them as one text."),
];

fn check(document: &Document<'_>, findings: &mut Findings) {
    let mut empty = Vec::new();
    for found in &document.shape().extensions {
        let member = found.member;
        let Some((own, types, right, because)) = UNSUITABLE.iter().find(|row| member.is(row.0)) else { continue };
        let field = member.object();
        if *right == "object" && let Some(properties) = field.member_named("properties") {
            if properties.value().members().next().is_some() {
                described_twice(findings, member, properties);
            } else if properties.value().is_object() {
                empty.push(properties);
            }
            continue;
        }
        let Some(written) = field.member_named("type").map(Member::value) else { continue };
        let Some(only) = Types::of(written).map_or_else(|| written.is_str("file").then_some("file"), Types::only) else { continue };
        // A parameter that is no body cannot be an object.
        if !types.contains(&only) || (*right == "object" && found.object.kind != ObjectKind::Schema) {
            continue;
        }
        let message = format!("{} is of the type `{only}`, which `{own}` is not for.", name_first(found.object, field));
        let diagnostic = findings.add(member, message, *because);
        let is_bare = field.get("properties").is_none() && field.get("x-ntx-dynamic-schema").is_none();
        if only == "object" && *own == "x-ntx-dynamic-values" && is_bare {
            let consequence = "The answer must then hold a JSON schema, not a list.";
            let edits = [edit::rename_member(member, "x-ntx-dynamic-schema")];
            diagnostic.review_fix("Write it as `x-ntx-dynamic-schema`", consequence, edits);
        }
        if is_bare || *right == "object" {
            let consequence = "What is sent is then of that type: see that the API takes it.";
            let edits = [Edit::replace(written.span(), encode(right))];
            diagnostic.review_fix(format!("Change the type to `{right}`"), consequence, edits);
        }
        if only != "object" && *right != "object" {
            diagnostic.review_fix(format!("Remove `{own}`"), "The field is then filled in by hand.", [remove_member(member)]);
        }
    }
    let Some((first, others)) = empty.split_first() else { return };
    let message = "The empty `properties` stand beside `x-ntx-dynamic-schema`, which takes their place.";
    findings
        .add(*first, message, BECAUSE)
        .severity(Severity::Hint)
        .label_each(&mut others.iter().map(|other| other.name_span()), "here, too")
        .safe_fix("Remove the empty `properties`", empty.iter().copied().map(remove_member).gathered());
}

const BECAUSE: &str = "Nintex takes the fields either from the file or from the operation that it asks, not from both.";

fn described_twice(findings: &mut Findings, member: Member<'_>, properties: Member<'_>) {
    let message = "The fields stand in `properties`, and `x-ntx-dynamic-schema` asks for them.";
    let consequence = "The fields are then those that the operation answers with.";
    let diagnostic = findings.add(properties, message, BECAUSE);
    diagnostic.review_fix("Remove `properties`", consequence, [remove_member(properties)]);
    let consequence = "The fields are then those that the file describes.";
    diagnostic.review_fix("Remove `x-ntx-dynamic-schema`", consequence, [remove_member(member)]);
}
