use crate::json::edit::{self, Position};
use crate::openapi::Document;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::Findings;

super::rule! {
    /// An operation has no response for when it works.
    ///
    /// `responses` says what comes back: the answer with a code from 200 to 399, or `default` for all, becomes the output
    /// of the action. Where only failures are described, there is none.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         «"responses"»: {
    ///           "400": { "description": "Bad request" }
    ///         }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Add a response `200`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "responses": {
    ///           "200": {
    ///             "description": "OK"
    ///           },
    ///           "400": { "description": "Bad request" }
    ///         }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": { "responses": { "default": { "description": "Any" } } },
    ///       "put": { "responses": { "302": { "description": "Elsewhere" }, "404": { "description": "Nobody" } } }
    ///     }
    ///   }
    /// }
    /// ```
    Warning "response-success-missing" Documented from "https://spec.openapis.org/oas/v2.0#responses-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for place in document.places(ObjectKind::Responses) {
        let Some(member) = place.value.member() else { continue };
        let mut names = place.value.members().filter(|one| !one.name().starts_with("x-")).peekable();
        let is_failure = |name: &str| name.len() == 3 && name.starts_with(['0', '1', '4', '5']);
        // What is no code at all may be meant to be the one that is missing.
        if names.peek().is_none() || !names.all(|one| is_failure(&one.name())) {
            continue;
        }
        let message = "The operation only has responses for when it fails.";
        let because = "The action has no outputs, and importers of OpenAPI ask for a response that says that it worked.";
        let edit = edit::insert_member(place.value, Position::First, "200", "{\n  \"description\": \"OK\"\n}");
        findings.add(member, message, because).review_fix(
            "Add a response `200`",
            "A `schema` in it makes the outputs of the action.",
            [edit],
        );
    }
}
