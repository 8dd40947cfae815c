use crate::json::edit;
use crate::json::{Value, encode};
use crate::openapi::vocabulary::OPERATION;
use crate::openapi::{Document, Operation};
use crate::rules::{Findings, problems};
use crate::text::{Edit, Gather};

super::rule! {
    /// A summary is too long for a label.
    ///
    /// OpenAPI 2.0 wants it to have fewer than 120 characters; what is said at length belongs in `description`.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "summary": «"List people. The list has all people of the directory, those that have left included, with their names and when they came."»,
    ///         "responses": {}
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Keep the first sentence, and make all of it the `description`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "summary": "List people",
    ///         "description": "List people. The list has all people of the directory, those that have left included, with their names and when they came.",
    ///         "responses": {}
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "paths": { "/people": { "get": { "summary": "List people", "responses": {} } } } }
    /// ```
    Hint "operation-label-long" Documented from "https://spec.openapis.org/oas/v2.0#operation-object"
}

/// From so many characters on a summary is too long.
const LIMIT: usize = 120;

fn check(document: &Document<'_>, findings: &mut Findings) {
    let long: Vec<Value<'_>> = document.operations().iter().filter_map(long_summary).gathered();
    let Some(first) = long.first() else { return };
    let message = match long.len() {
        1 => format!("This `summary` has {LIMIT} characters or more."),
        count => format!("{count} operations have a `summary` of {LIMIT} characters or more; this is the first."),
    };
    let because = "It is the label of the action, and the list of actions has no room for a paragraph.";
    let edits: Vec<Edit> = long.iter().flat_map(|summary| shortened(*summary)).gathered();
    findings.add(*first, message, because).review_fix(
        "Keep the first sentence, and make all of it the `description`",
        "A summary whose first sentence is too long as well, or with a description beside it, stays as it is.",
        edits,
    );
}

/// The summary of an operation, where it is the label of the action and too long for one.
fn long_summary<'a>(operation: &Operation<'a>) -> Option<Value<'a>> {
    let summary = operation.value().get("summary").filter(|_| operation.value().get("x-ntx-summary").is_none())?;
    (summary.as_str()?.chars().count() >= LIMIT).then_some(summary)
}

fn shortened(summary: Value<'_>) -> Vec<Edit> {
    let text = summary.as_str().unwrap_or_default();
    let first = text.split(". ").next().unwrap_or_default().lines().next().unwrap_or_default().trim_end_matches('.');
    let Some(operation) = summary.parent().filter(|operation| operation.get("description").is_none()) else {
        return Vec::new();
    };
    if first.is_empty() || first.chars().count() >= LIMIT {
        return Vec::new();
    }
    let position = problems::position(&OPERATION, operation, "description");
    vec![
        Edit::replace(summary.span(), encode(first)),
        edit::insert_member(operation, position, "description", &encode(&text)),
    ]
}
