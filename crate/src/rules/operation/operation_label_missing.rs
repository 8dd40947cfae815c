use crate::json::edit;
use crate::json::{Value, encode};
use crate::nintex::fields::is_hidden;
use crate::openapi::vocabulary::OPERATION;
use crate::openapi::{Document, Operation};
use crate::rules::operation_names::suggested_label;
use crate::rules::{Findings, problems};
use crate::text::Gather;

super::rule! {
    /// Operations have nothing that could be the label of their action.
    ///
    /// Whoever builds a workflow finds an action by its label: `x-ntx-summary`, else `summary`. Operations that are
    /// hidden from the designer need none.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   «"paths"»: {
    ///     "/people": {
    ///       "get": { "summary": "List people", "responses": {} },
    ///       "post": { "operationId": "createPerson", "responses": {} }
    ///     },
    ///     "/people/{id}": {
    ///       "get": { "responses": {} },
    ///       "head": { "x-ntx-visibility": "internal", "responses": {} }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write a `summary` for each, made of its id or path
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": { "summary": "List people", "responses": {} },
    ///       "post": { "operationId": "createPerson", "summary": "Create person", "responses": {} }
    ///     },
    ///     "/people/{id}": {
    ///       "get": { "summary": "Get people by id", "responses": {} },
    ///       "head": { "x-ntx-visibility": "internal", "responses": {} }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": { «"get"»: { "operationId": "listPeople" } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write a `summary`, made of its id or path
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": { "get": { "operationId": "listPeople", "summary": "List people" } }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "paths": { "/people": { "get": { "x-ntx-summary": "List people", "responses": {} } } } }
    /// ```
    Hint "operation-label-missing" Observed from "https://help.nintex.com/en-US/xtensions/04_Reference/REF_BestPractices.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let without: Vec<&Operation<'_>> =
        document.operations().iter().filter(|operation| is_without_label(document, operation.value())).gathered();
    let Some((first, paths)) = without.first().copied().zip(document.root_member("paths")) else { return };
    let edits = without.iter().map(|operation| {
        let text = encode(&suggested_label(operation));
        if let Some(empty) = operation.value().get("summary") {
            return edit::replace_value(empty, &text);
        }
        let position = problems::position(&OPERATION, operation.value(), "summary");
        edit::insert_member(operation.value(), position, "summary", &text)
    });
    let because = "It is the label of the action, by which people find it when they build a workflow.";
    let consequence = "Read them through: people pick the actions by them.";
    if without.len() == 1 {
        let message = format!("The operation `{}` has no `summary`.", first.label());
        let diagnostic = findings.add(first.method, message, because);
        diagnostic.review_fix("Write a `summary`, made of its id or path", consequence, edits.gathered());
        return;
    }
    let message = format!("{} of {} operations have no `summary`.", without.len(), document.operations().len());
    findings.add(paths, message, because).label(first.method.name_span(), "this is the first").review_fix(
        "Write a `summary` for each, made of its id or path",
        consequence,
        edits.gathered(),
    );
}

fn is_without_label(document: &Document<'_>, operation: Value<'_>) -> bool {
    let says = |key: &&str| operation.get(key).is_some_and(|value| !value.is_str(""));
    !is_hidden(operation)
        && !["summary", "x-ntx-summary", "x-ms-summary"].iter().any(says)
        && !problems::is_misspelt(document, operation, "summary")
}
