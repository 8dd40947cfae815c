use crate::json::edit;
use crate::openapi::Document;
use crate::openapi::shape::Fault;
use crate::rules::wording::name_first;
use crate::rules::{Findings, problems};
use crate::text::Edit;

super::rule! {
    /// A path parameter is not marked as required.
    ///
    /// A path has no place for a missing value, so OpenAPI 2.0 wants `"required": true` in each of its parameters.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "parameters": {
    ///     «"id"»: { "name": "id", "in": "path", "type": "string" },
    ///     "page": { "name": "page", "in": "path", "required": «false», "type": "string" }
    ///   }
    /// }
    /// ```
    /// ## Fix: Add `"required": true`
    /// ```json
    /// {
    ///   "parameters": {
    ///     "id": { "name": "id", "required": true, "in": "path", "type": "string" },
    ///     "page": { "name": "page", "in": "path", "required": false, "type": "string" }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "parameters": { "id": { "name": "id", "in": "path", "required": true, "type": "string" } } }
    /// ```
    Error "path-param-required" Documented from "https://spec.openapis.org/oas/v2.0#parameter-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for problem in &document.shape().problems {
        if problem.rule() != Some(RULE.id) {
            continue;
        }
        match problem.fault {
            Fault::MissingKey { holder } => {
                let message = format!("{} is not marked as required.", name_first(problem.object, holder));
                let position = problems::position(problem.object, holder, "required");
                problems::report(findings, problem, message).safe_fix(
                    "Add `\"required\": true`",
                    [edit::insert_member(holder, position, "required", "true")],
                );
            }
            Fault::NotAllowed { value, .. } | Fault::WrongType { value, .. } => {
                let object = value.parent().unwrap_or(value);
                let message = format!("{} must be required: a path has no optional parts.", name_first(problem.object, object));
                problems::report(findings, problem, message)
                    .safe_fix("Make it required", [Edit::replace(value.span(), "true")]);
            }
            _ => {}
        }
    }
}
