use crate::json::edit::{self, Position};
use crate::json::{Member, Value};
use crate::openapi::{Document, Operation};
use crate::rules::Findings;
use crate::text::{Edit, Gather};

super::rule! {
    /// Operations that should no longer be used are actions.
    ///
    /// Nintex takes no notice of `deprecated`: such an operation stands in the list of actions like any other.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": { «"deprecated"»: true, "operationId": "getPeople" },
    ///       "post": { "deprecated": true, "operationId": "addPerson" }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Hide them
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": { "deprecated": true, "x-ntx-visibility": "internal", "operationId": "getPeople" },
    ///       "post": { "deprecated": true, "x-ntx-visibility": "internal", "operationId": "addPerson" }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "paths": { "/people": { "get": { "deprecated": true, "x-ntx-visibility": "internal" }, "put": { "deprecated": false } } } }
    /// ```
    Hint "operation-deprecated" Inferred from "https://spec.openapis.org/oas/v2.0#operation-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let is_old = |operation: &&Operation<'_>| {
        let is_deprecated = operation.value().get("deprecated").and_then(Value::as_bool) == Some(true);
        is_deprecated && operation.value().get("x-ntx-visibility").is_none()
    };
    let old: Vec<&Operation<'_>> = document.operations().iter().filter(is_old).gathered();
    let members = || old.iter().filter_map(|operation| operation.value().member_named("deprecated"));
    let Some(first) = members().next() else { return };
    let message = match old.as_slice() {
        [only] => format!("`{}` is marked `deprecated`, and is still an action.", only.label()),
        _ => format!("{} operations are marked `deprecated`, and are still actions; this is the first.", old.len()),
    };
    let because = "Nintex does not show that, so new workflows go on using it.";
    let hide = |member: Member<'_>| {
        edit::insert_member(member.object(), Position::After(member), "x-ntx-visibility", "\"internal\"")
    };
    let edits: Vec<Edit> = members().map(hide).gathered();
    let title = if old.len() == 1 { "Hide it" } else { "Hide them" };
    let consequence = "Nobody can add such an action to a workflow any more.";
    findings.add(first, message, because).review_fix(title, consequence, edits);
}
