use crate::json::edit::{self, Position};
use crate::openapi::Document;
use crate::openapi::shape::Fault;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::wording::name;
use crate::rules::{Findings, problems};

super::rule! {
    /// A list or a map is empty that must not be.
    ///
    /// ## Bad
    /// ```json
    /// { "paths": { "/people": { "get": { «"responses"»: {} } } } }
    /// ```
    /// ## Fix: Add the response `200`
    /// ```json
    /// { "paths": { "/people": { "get": { "responses": {"200": {"description": "OK"}} } } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Person": { "type": "object", «"required"»: [] } } }
    /// ```
    /// ## Fix: Remove `required`
    /// ```json
    /// { "definitions": { "Person": { "type": "object" } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "paths": { "/people": { "get": { "responses": { "default": { "description": "" } }, "tags": [] } } } }
    /// ```
    Error "too-few-items" Documented from "https://spec.openapis.org/oas/v2.0"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for problem in problems::general(document) {
        let Fault::TooFew { value, .. } = problem.fault else { continue };
        let Some(member) = value.member() else { continue };
        let key = member.name();
        if problem.object.kind == ObjectKind::Responses {
            problems::report(findings, problem, "`responses` holds no response: it needs one for each answer of the API.")
                .safe_fix(
                    "Add the response `200`",
                    [edit::insert_member(value, Position::Last, "200", "{\n  \"description\": \"OK\"\n}")],
                );
            continue;
        }
        let of = name(problem.object, member.object());
        let diagnostic = problems::report(findings, problem, format!("`{key}` of {of} is empty."));
        if !problem.key.is_some_and(|key| key.required) {
            diagnostic.safe_fix(format!("Remove `{key}`"), [edit::remove_member(member)]);
        }
    }
}
