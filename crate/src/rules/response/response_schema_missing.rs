use crate::json::{Member, Value, edit};
use crate::nintex::fields::is_hidden;
use crate::openapi::vocabulary::RESPONSE;
use crate::openapi::{Document, Operation};
use crate::rules::media_types::{effective, listed};
use crate::rules::{Findings, problems};
use crate::text::{Edit, Gather};

super::rule! {
    /// What is read with `get` has no schema.
    ///
    /// The outputs of an action are made of the `schema` of the response that says that it worked. Without one, or with an
    /// empty one, nothing of the answer can be used in the workflow. Operations that are hidden from the designer, and
    /// those that change something, often need no output.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": { "responses": { «"200"»: { "description": "OK" }, "404": { "description": "Nobody" } } }
    ///     },
    ///     "/photo": {
    ///       "get": { "produces": ["image/png"], "responses": { "200": { "description": "OK", "schema": {} } } }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Make each whole answer one output
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": { "responses": { "200": { "description": "OK", "schema": {
    ///         "type": "object"
    ///       } }, "404": { "description": "Nobody" } } }
    ///     },
    ///     "/photo": {
    ///       "get": { "produces": ["image/png"], "responses": { "200": { "description": "OK", "schema": {
    ///         "type": "file"
    ///       } } } }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": { "responses": { "200": { "description": "OK", "schema": { "type": "string" } } } },
    ///       "post": { "responses": { "200": { "description": "OK" } } }
    ///     },
    ///     "/ping": {
    ///       "get": { "responses": { "204": { "description": "There" } } },
    ///       "head": { "responses": { "200": { "description": "There" } } }
    ///     },
    ///     "/helper": {
    ///       "get": { "x-ntx-visibility": "internal", "responses": { "200": { "description": "OK" } } }
    ///     }
    ///   }
    /// }
    /// ```
    Hint "response-schema-missing" Observed from "https://help.nintex.com/en-US/Xtensions/02_BuildOpenAPI/01_Basic/PRC_02Build_OpenAPI_Structure.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let without: Vec<(&Operation<'_>, Member<'_>)> = document
        .operations()
        .iter()
        .filter_map(|operation| Some((operation, response_without(document, operation)?)))
        .gathered();
    let Some((_, first)) = without.first() else { return };
    let message = match without.len() {
        1 => "The answer has no `schema` that says what is in it.".to_owned(),
        count => format!("The answers of {count} operations have no `schema` that says what is in them; this is the first."),
    };
    let because = "The action has no outputs: nothing of the answer can be used in the workflow.";
    let edits: Vec<Edit> = without.iter().map(|one| with_schema(document, one.0, one.1.value())).gathered();
    let title = if without.len() == 1 { "Make the whole answer one output" } else { "Make each whole answer one output" };
    let consequence = "The workflow then reads what it needs out of that JSON; with `properties`, each has an output of its own.";
    findings.add(*first, message, because).review_fix(title, consequence, edits);
}

/// The response of a visible `get` that says that it worked and not what it answers.
fn response_without<'a>(document: &Document<'a>, operation: &Operation<'a>) -> Option<Member<'a>> {
    if is_hidden(operation.value()) || !operation.method.is("get") {
        return None;
    }
    let mut found = None;
    for response in operation.value().members_of("responses").filter(|one| one.name().starts_with('2')) {
        let says_nothing = |schema: Value<'_>| schema.is_object() && schema.members().next().is_none();
        let is_described = response.value().get("schema").is_some_and(|schema| !says_nothing(schema));
        // One with a reference is described elsewhere, for all that use it.
        if is_described || !response.value().is_object() || document.reference(response.value()).is_some() {
            return None;
        }
        if !response.is("204") && !response.is("205") {
            found = found.or(Some(response));
        }
    }
    found
}

fn with_schema(document: &Document<'_>, operation: &Operation<'_>, response: Value<'_>) -> Edit {
    let kinds: Vec<String> = listed(effective(document, operation, "produces")).gathered();
    let is = |word: &str| kinds.iter().any(|kind| kind.contains(word));
    let kind = match kinds.is_empty() || is("json") || is("*") {
        true => "object",
        false if is("text") => "string",
        false => "file",
    };
    let content = format!("{{\n  \"type\": \"{kind}\"\n}}");
    match response.get("schema") {
        Some(empty) => edit::replace_value(empty, &content),
        None => edit::insert_member(response, problems::position(&RESPONSE, response, "schema"), "schema", &content),
    }
}
