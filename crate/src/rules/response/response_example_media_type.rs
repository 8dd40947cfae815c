use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::json::{Member, Value, edit, encode, fragment};
use crate::openapi::Document;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::Findings;
use crate::rules::media_types::{essence, listed};
use crate::text::{Gather, Names};

super::rule! {
    /// An example of a response does not stand under a media type that the operation produces.
    ///
    /// `examples` has one example for each media type, and its keys are media types out of `produces`. What stands under
    /// another key is not read.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "responses": { "200": { "description": "OK", «"examples"»: { "name": "Ada", "age": 36 } } }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Put it under `application/json`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "responses": { "200": { "description": "OK", "examples": {
    ///           "application/json": { "name": "Ada", "age": 36 }
    ///         } } }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "produces": ["application/json"],
    ///   "paths": { "/people": { "get": { "responses": { "200": { "examples": { «"text/json"»: {} } } } } } }
    /// }
    /// ```
    /// ## Fix: Change it to `application/json`
    /// ```json
    /// {
    ///   "produces": ["application/json"],
    ///   "paths": { "/people": { "get": { "responses": { "200": { "examples": { "application/json": {} } } } } } }
    /// }
    /// ```
    /// ## Fix: Add `text/json` to what the operations produce
    /// ```json
    /// {
    ///   "produces": ["application/json", "text/json"],
    ///   "paths": { "/people": { "get": { "responses": { "200": { "examples": { "text/json": {} } } } } } }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "produces": ["application/json; charset=utf-8"],
    ///   "responses": { "Shared": { "description": "OK", "examples": { "text/xml": "<a/>" } } },
    ///   "paths": {
    ///     "/a": { "get": { "responses": { "200": { "examples": { "application/json": {}, "x-note": 1 } } } } },
    ///     "/b": { "get": { "produces": [], "responses": { "200": { "examples": { "text/xml": "<a/>" } } } } }
    ///   }
    /// }
    /// ```
    Hint "response-example-media-type" Documented from "https://spec.openapis.org/oas/v2.0#example-object"
}

const BECAUSE: &str = "The example is not read. OpenAPI 2.0 wants the media types of `produces` as the keys of `examples`.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    let shared = document.root().and_then(|root| root.get("produces"));
    for place in document.places(ObjectKind::Response) {
        let Some(examples) = place.value.member_named("examples").filter(|one| one.value().is_object()) else { continue };
        let is_operation = |holder: &Value<'_>| {
            document.object_at(*holder).is_some_and(|object| object.kind == ObjectKind::Operation)
        };
        let operation = place.value.parent().and_then(Value::parent).filter(is_operation);
        let produces = operation.and_then(|operation| operation.get("produces").or(shared));
        let named = || examples.value().members().filter(|example| !example.name().starts_with("x-"));
        let is_full = findings.is_full();
        if named().next().is_some() && !named().any(|example| example.name().contains('/')) {
            let message = "The example stands directly in `examples`, and not under its media type.";
            let diagnostic = findings.add(examples, message, BECAUSE);
            if !is_full {
                offer_wrapping(diagnostic, examples, listed(produces).next());
            }
            continue;
        }
        let kinds: Vec<String> = listed(produces).gathered();
        let known: Names<'_> = kinds.iter().map(|kind| Cow::Borrowed(kind.as_str())).collect();
        let is_strange = |example: &Member<'_>| {
            let kind = essence(&example.name());
            !kind.contains('/') || !(kinds.is_empty() || known.contains(&kind))
        };
        if kinds.iter().any(|kind| kind.contains('*')) {
            continue;
        }
        for example in named().filter(is_strange) {
            let name = example.name();
            let message = format!("The example `{name}` is not of a media type that the operation produces.");
            let is_full = findings.is_full();
            let diagnostic = findings.add(example, message, BECAUSE);
            if !is_full {
                offer_agreeing(diagnostic, example, produces, &kinds);
            }
        }
    }
}

fn offer_wrapping(diagnostic: &mut Diagnostic, examples: Member<'_>, kind: Option<String>) {
    let kind = kind.filter(|kind| !kind.contains('*')).unwrap_or_else(|| "application/json".to_owned());
    let inner = fragment(examples.value()).replace('\n', "\n  ");
    let wrapped = format!("{{\n  {}: {inner}\n}}", encode(&kind));
    let consequence = "It then is an example of an answer of that media type.";
    let edit = edit::replace_value(examples.value(), &wrapped);
    diagnostic.review_fix(format!("Put it under `{kind}`"), consequence, [edit]);
}

fn offer_agreeing(diagnostic: &mut Diagnostic, example: Member<'_>, produces: Option<Value<'_>>, kinds: &[String]) {
    let name = example.name();
    if let [only] = kinds
        && example.object().get(only).is_none()
    {
        let consequence = "See that it is an example of that media type.";
        let edit = edit::rename_member(example, only);
        diagnostic.review_fix(format!("Change it to `{only}`"), consequence, [edit]);
    }
    if let Some(list) = produces.filter(|_| name.contains('/')) {
        let title = format!("Add `{name}` to what the operations produce");
        let edit = edit::append_item(list, &encode(&name));
        diagnostic.review_fix(title, "See that the API can answer with it.", [edit]);
    }
}
