use std::borrow::Cow;

use crate::json::{edit, encode};
use crate::openapi::vocabulary::OPERATION;
use crate::openapi::{Document, Operation};
use crate::rules::operation_names::{id_by_path, numbered};
use crate::rules::{Findings, problems};
use crate::text::{Gather, Names};

super::rule! {
    /// Operations have no `operationId`.
    ///
    /// The format does not want one, and Nintex imports the document without. Drop-down lists and the test of a
    /// connection refer to an operation by it, though, and Nintex stores the values of an action's fields under it.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   «"paths"»: {
    ///     "/people": {
    ///       "get": { "operationId": "getPeople", "responses": {} },
    ///       "post": { "responses": {} }
    ///     },
    ///     "/people/{id}": {
    ///       "get": { "responses": {} }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Give each of them one, made of method and path
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": { "operationId": "getPeople", "responses": {} },
    ///       "post": { "operationId": "postPeople", "responses": {} }
    ///     },
    ///     "/people/{id}": {
    ///       "get": { "operationId": "getPeopleById", "responses": {} }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": { «"get"»: { "responses": {} } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Give it one, made of method and path
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": { "get": { "operationId": "getPeople", "responses": {} } }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "paths": { "/people": { "get": { "operationId": "getPeople", "responses": {} } } } }
    /// ```
    Hint "operation-id-missing" Observed from "https://help.nintex.com/en-US/xtensions/04_Reference/REF_BestPractices.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let is_without = |operation: &&Operation<'_>| {
        let value = operation.value();
        value.get("operationId").is_none() && !problems::is_misspelt(document, value, "operationId")
    };
    let without: Vec<&Operation<'_>> = document.operations().iter().filter(is_without).gathered();
    let Some((first, paths)) = without.first().copied().zip(document.root_member("paths")) else { return };
    let mut taken: Names<'_> = document.operations().iter().filter_map(Operation::id).collect();
    let mut next = 2;
    let edits = without.iter().map(|operation| {
        let mut id = id_by_path(operation);
        if taken.contains(&id) {
            id = numbered(&id, &taken, &mut next);
        }
        let position = problems::position(&OPERATION, operation.value(), "operationId");
        let edit = edit::insert_member(operation.value(), position, "operationId", &encode(&id));
        taken.insert(Cow::Owned(id));
        edit
    });
    let edits: Vec<_> = edits.gathered();
    let because = "Drop-down lists and the test of a connection can only refer to an operation that has one.";
    let consequence =
        "Where the Xtension is in use, look through the workflows: the values of fields are stored under this name.";
    if without.len() == 1 {
        let message = format!("The operation `{}` has no `operationId`.", first.label());
        let diagnostic = findings.add(first.method, message, because);
        diagnostic.review_fix("Give it one, made of method and path", consequence, edits);
        return;
    }
    let message = format!("{} of {} operations have no `operationId`.", without.len(), document.operations().len());
    findings.add(paths, message, because).label(first.method.name_span(), "this is the first").review_fix(
        "Give each of them one, made of method and path",
        consequence,
        edits,
    );
}
