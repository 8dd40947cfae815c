use crate::json::edit::{self, Position};
use crate::json::{Value, encode};
use crate::diagnostic::Diagnostic;
use crate::nintex::vocabulary::FILE_REFERENCE_FORMAT;
use crate::openapi::Document;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::media_types::{self, listed};
use crate::rules::wording::name_first;
use crate::rules::{Findings, problems};
use crate::text::Edit;

super::rule! {
    /// Something is of the type `file` that can be none.
    ///
    /// A file is a field of a form, or the whole answer of an operation. Within an object or a list it can only be a
    /// text: in Base64, or, in Nintex, a reference to a file.
    ///
    /// ## Bad
    /// ```json
    /// { "definitions": { "Mail": { "type": "object", "properties": { "photo": { "type": «"file"» } } } } }
    /// ```
    /// ## Fix: Write it as a string in Base64
    /// ```json
    /// { "definitions": { "Mail": { "type": "object", "properties": { "photo": { "type": "string", "format": "byte" } } } } }
    /// ```
    /// ## Fix: Write it as a reference to a file
    /// ```json
    /// { "definitions": { "Mail": { "type": "object", "properties": { "photo": { "type": "string", "format": "x-ntx-file-reference" } } } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "parameters": { "photo": { "name": "photo", "in": "query", "type": «"file"» } } }
    /// ```
    /// ## Fix: Send it as a field of a form
    /// ```json
    /// { "parameters": { "photo": { "name": "photo", "in": "formData", "type": "file" } } }
    /// ```
    /// ## Fix: Write it as a string
    /// ```json
    /// { "parameters": { "photo": { "name": "photo", "in": "query", "type": "string" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/photos": {
    ///       "post": { "parameters": [{ "name": "photo", "in": "body", "type": «"file"» }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Send it as a field of a form
    /// ```json
    /// {
    ///   "paths": {
    ///     "/photos": {
    ///       "post": { "parameters": [{ "name": "photo", "in": "formData", "type": "file" }], "consumes": ["multipart/form-data"] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Send it as the whole body
    /// ```json
    /// {
    ///   "paths": {
    ///     "/photos": {
    ///       "post": { "parameters": [{ "name": "photo", "in": "body", "schema": {
    ///         "type": "string",
    ///         "format": "binary"
    ///       } }], "consumes": ["application/octet-stream"] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "parameters": { "photo": { "name": "photo", "in": "formData", "type": "file" } },
    ///   "responses": { "Photo": { "description": "The photo", "schema": { "type": "file" } } }
    /// }
    /// ```
    Error "file-type-misplaced" Documented from "https://spec.openapis.org/oas/v2.0#parameter-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for problem in problems::general(document).filter(|problem| problems::is_file_type(problem)) {
        let kind = problem.value();
        let Some(object) = kind.parent() else { continue };
        let what = name_first(problem.object, object);
        let message = format!("{what} cannot be of the type `file`: only a field of a form or the whole answer can.");
        let diagnostic = problems::report(findings, problem, message);
        let is_body = |value: &Value<'_>| value.get("in").is_some_and(|place| place.is_str("body"));
        let holder = if object.member().is_some_and(|member| member.is("schema")) { object.parent() } else { Some(object) };
        if let Some(body) = holder.filter(is_body) {
            offer_form(document, diagnostic, body);
            offer_body(document, diagnostic, body);
            continue;
        }
        match problem.object.kind {
            ObjectKind::Schema if object.get("format").is_some_and(|format| format.is_str(FILE_REFERENCE_FORMAT)) => {
                diagnostic.safe_fix("Write it as a string", string(kind, None));
            }
            ObjectKind::Schema => {
                let as_text = "The API must take or give the file as a text in Base64.";
                diagnostic.review_fix("Write it as a string in Base64", as_text, string(kind, Some("byte")));
                let as_reference = "Nintex then sends or reads the address of the file.";
                let edits = string(kind, Some(FILE_REFERENCE_FORMAT));
                diagnostic.review_fix("Write it as a reference to a file", as_reference, edits);
            }
            ObjectKind::Parameter => {
                if object.get("in").is_some_and(|place| !place.is_str("path")) {
                    offer_form(document, diagnostic, object);
                }
                diagnostic.review_fix("Write it as a string", "It is then a text.", string(kind, None));
            }
            _ => {
                diagnostic.review_fix("Write it as a string", "It is then a text.", string(kind, None));
            }
        }
    }
}

fn offer_form(document: &Document<'_>, diagnostic: &mut Diagnostic, parameter: Value<'_>) {
    let Some(place) = parameter.get("in") else { return };
    let mut edits = vec![Edit::replace(place.span(), encode("formData"))];
    if let Some(schema) = parameter.member_named("schema") {
        edits.push(Edit::replace(schema.span(), "\"type\": \"file\""));
    }
    edits.extend(stated(document, parameter, "multipart/form-data"));
    let consequence = "The API must take the file as a part of a form; other fields then belong in the form, too.";
    diagnostic.review_fix("Send it as a field of a form", consequence, edits);
}

fn offer_body(document: &Document<'_>, diagnostic: &mut Diagnostic, body: Value<'_>) {
    const CONTENT: &str = "{\n  \"type\": \"string\",\n  \"format\": \"binary\"\n}";
    let mut edits: Vec<Edit> = match (body.get("schema"), body.member_named("type")) {
        (Some(schema), _) => vec![edit::replace_value(schema, CONTENT)],
        (None, Some(kind)) => {
            vec![edit::rename_member(kind, "schema"), edit::replace_value(kind.value(), CONTENT)]
        }
        (None, None) => return,
    };
    edits.extend(stated(document, body, "application/octet-stream"));
    let consequence = "The API must take the bytes of the file as they are, without a form around them.";
    diagnostic.review_fix("Send it as the whole body", consequence, edits);
}

/// Makes the operation that lists the parameter consume that alone.
fn stated(document: &Document<'_>, parameter: Value<'_>, kind: &str) -> Option<Edit> {
    let operation = parameter.parent()?.parent()?;
    let is_operation = document.object_at(operation)?.kind == ObjectKind::Operation;
    let list = operation.get("consumes").or_else(|| document.root()?.get("consumes"));
    let is_stated = listed(list).any(|one| one == kind);
    (is_operation && !is_stated).then(|| media_types::stated(operation, "consumes", kind))
}

/// Makes it a string of that format.
fn string(kind: Value<'_>, format: Option<&str>) -> Vec<Edit> {
    let mut edits = vec![Edit::replace(kind.span(), encode("string"))];
    let member = kind.member();
    if let (Some(format), Some(member)) = (format, member) {
        edits.push(match member.object().get("format") {
            Some(other) => Edit::replace(other.span(), encode(format)),
            None => edit::insert_member(member.object(), Position::After(member), "format", &encode(format)),
        });
    }
    edits
}
