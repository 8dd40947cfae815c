use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::json::{Member, Value, edit, encode};
use crate::openapi::{Document, Operation};
use crate::rules::Findings;
use crate::rules::media_types::{effective, listed, stated};
use crate::text::{Edit, Gather, by_name};

super::rule! {
    /// The fields of a body or of an answer are to be in a media type that Nintex has no fields in.
    ///
    /// Nintex writes the fields of a body as JSON, and reads those of an answer out of JSON. It does not read XML, and a
    /// form or a file has no fields like these. What answers with XML needs something in between that makes JSON of it.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "produces": «["application/xml"]»,
    ///         "responses": { "200": { "description": "OK", "schema": { "type": "object" } } }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Change `produces` to `application/json`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "produces": ["application/json"],
    ///         "responses": { "200": { "description": "OK", "schema": { "type": "object" } } }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "produces": «["application/xml"]»,
    ///   "paths": { "/people": { "get": { "responses": { "200": { "description": "OK", "schema": { "type": "object" } } } } } }
    /// }
    /// ```
    /// ## Fix: Change `produces` to `application/json`
    /// ```json
    /// {
    ///   "produces": ["application/json"],
    ///   "paths": { "/people": { "get": { "responses": { "200": { "description": "OK", "schema": { "type": "object" } } } } } }
    /// }
    /// ```
    ///
    /// The fields of a body cannot be sent as those of a form.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "consumes": «["multipart/form-data"]»,
    ///   "paths": {
    ///     "/people": {
    ///       "post": { "parameters": [{ "name": "person", "in": "body", "schema": { "$ref": "#/definitions/Person" } }] },
    ///       "put": { "parameters": [{ "name": "photo", "in": "formData", "type": "file" }] }
    ///     }
    ///   },
    ///   "definitions": { "Person": { "type": "object", "properties": { "name": { "type": "string" } } } }
    /// }
    /// ```
    /// ## Fix: Add `consumes` with `application/json`
    /// ```json
    /// {
    ///   "consumes": ["multipart/form-data"],
    ///   "paths": {
    ///     "/people": {
    ///       "post": { "parameters": [{ "name": "person", "in": "body", "schema": { "$ref": "#/definitions/Person" } }], "consumes": ["application/json"] },
    ///       "put": { "parameters": [{ "name": "photo", "in": "formData", "type": "file" }] }
    ///     }
    ///   },
    ///   "definitions": { "Person": { "type": "object", "properties": { "name": { "type": "string" } } } }
    /// }
    /// ```
    ///
    /// A file is the whole answer.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/report": {
    ///       "get": {
    ///         "produces": «["application/pdf"]»,
    ///         "responses": { "200": { "description": "OK", "schema": { "type": "object" } } }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Make the answer a file
    /// ```json
    /// {
    ///   "paths": {
    ///     "/report": {
    ///       "get": {
    ///         "produces": ["application/pdf"],
    ///         "responses": { "200": { "description": "OK", "schema": {
    ///           "type": "file"
    ///         } } }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Change `produces` to `application/json`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/report": {
    ///       "get": {
    ///         "produces": ["application/json"],
    ///         "responses": { "200": { "description": "OK", "schema": { "type": "object" } } }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "produces": ["text/xml", "application/vnd.example+json"],
    ///   "paths": {
    ///     "/people": {
    ///       "get": { "responses": { "200": { "description": "OK", "schema": { "type": "object" } } } },
    ///       "post": {
    ///         "consumes": ["application/xml"],
    ///         "produces": ["application/pdf"],
    ///         "parameters": [{ "name": "text", "in": "body", "schema": { "type": "string" } }],
    ///         "responses": { "200": { "description": "OK", "schema": { "type": "file" } } }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    Warning "media-type-unsupported" Documented from "https://help.nintex.com/en-US/xtensions/03_Advanced/03_Serverless/PRC_02SVR_XML.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for key in ["consumes", "produces"] {
        // Most operations have the same list.
        let mut before: Option<(Value<'_>, bool)> = None;
        let unreadable = document.operations().iter().filter_map(|operation| {
            let list = effective(document, operation, key).filter(|list| list.items().next().is_some())?;
            let known = before.filter(|known| known.0 == list);
            if before.insert(known.unwrap_or_else(|| (list, is_readable(list, key)))).1 {
                return None;
            }
            let has_fields = schemas(document, operation, key).iter().any(|schema| has_fields(document, schema.value()));
            has_fields.then(|| (Cow::Owned(list.index().to_string()), (operation, list)))
        });
        for (_, group) in by_name(unreadable) {
            let Some(&(first, list)) = group.first() else { continue };
            let operations: Vec<&Operation<'_>> = group.iter().map(|one| one.0).gathered();
            report(document, findings, key, list, first, &operations);
        }
    }
}

/// Whether Nintex reads or writes one of the media types as JSON.
fn is_readable(list: Value<'_>, key: &str) -> bool {
    // Published ones call JSON a text in answers.
    let is_text = |kind: &str| key == "produces" && kind.contains("text") && !kind.contains("xml");
    listed(Some(list)).any(|kind| kind.contains("json") || kind.contains('*') || is_text(&kind))
}

fn report(
    document: &Document<'_>,
    findings: &mut Findings,
    key: &str,
    list: Value<'_>,
    first: &Operation<'_>,
    operations: &[&Operation<'_>],
) {
    let kind = listed(Some(list)).next().unwrap_or_default();
    let (does, because) = match key {
        "consumes" => ("sends fields in its body", "Nintex writes the fields of a body as JSON."),
        _ => ("answers with fields", "Nintex reads the fields of an answer out of JSON alone, so the outputs stay empty."),
    };
    let message = format!("`{}` {does}, but `{key}` says that it is `{kind}`.", first.label());
    let is_full = findings.is_full();
    let diagnostic = findings.add(list, message, because);
    if is_full {
        return;
    }
    let is_own = first.value().get(key) == Some(list);
    if !is_own {
        diagnostic.label_each(&mut operations.iter().map(|one| one.method.name_span()), "this one has no list of its own");
    }
    let is_file = !["xml", "multipart", "form"].iter().any(|other| kind.contains(other));
    if key == "produces" && is_file {
        offer_file(document, diagnostic, operations);
    }
    let is_changed = is_own || !is_needed(document, key);
    let title = if is_changed { "Change" } else { "Add" };
    let joint = if is_changed { "to" } else { "with" };
    let edits: Vec<Edit> = if is_changed && !is_own {
        vec![edit::replace_value(list, &format!("[{}]", encode("application/json")))]
    } else {
        operations.iter().map(|one| stated(one.value(), key, "application/json")).gathered()
    };
    let consequence = "See that the API speaks JSON here; one that does not needs a service in between that translates.";
    diagnostic.review_fix(format!("{title} `{key}` {joint} `application/json`"), consequence, edits);
}

/// Whether an operation without a list of its own has something that is no field, for which the shared one may be.
fn is_needed(document: &Document<'_>, key: &str) -> bool {
    document.operations().iter().filter(|operation| operation.value().get(key).is_none()).any(|operation| {
        let is_form = key == "consumes" && operation.parameters.iter().any(|parameter| parameter.is_in("formData"));
        is_form || schemas(document, operation, key).iter().any(|schema| !has_fields(document, schema.value()))
    })
}

fn offer_file(document: &Document<'_>, diagnostic: &mut Diagnostic, operations: &[&Operation<'_>]) {
    let schemas = operations.iter().flat_map(|operation| schemas(document, operation, "produces"));
    let edits: Vec<Edit> =
        schemas.map(|schema| edit::replace_value(schema.value(), "{\n  \"type\": \"file\"\n}")).gathered();
    diagnostic.review_fix("Make the answer a file", "The action then has one output, the file.", edits);
}

/// The schemas of what the operation sends in its body, or of what it answers with when it works.
fn schemas<'a>(document: &Document<'a>, operation: &Operation<'a>, key: &str) -> Vec<Member<'a>> {
    if key == "consumes" {
        // Beside form fields, the body is what is wrong.
        let is_form = operation.parameters.iter().any(|parameter| parameter.is_in("formData"));
        let body = operation.parameters.iter().filter(|parameter| parameter.is_in("body") && !is_form);
        return body.filter_map(|body| body.value.member_named("schema")).gathered();
    }
    let responses = || operation.value().members_of("responses");
    let has_success = responses().any(|one| one.name().starts_with('2'));
    let is_success = |one: &Member<'a>| one.name().starts_with('2') || (!has_success && one.is("default"));
    responses().filter(is_success).filter_map(|one| document.resolve(one.value())?.member_named("schema")).gathered()
}

fn has_fields<'a>(document: &Document<'a>, schema: Value<'a>) -> bool {
    let Some(schema) = document.resolve(schema) else { return false };
    let is_type = |kind: Value<'_>| kind.is_str("object") || kind.is_str("array");
    schema.get("type").is_some_and(is_type) || ["properties", "items", "allOf"].iter().any(|key| schema.get(key).is_some())
}
