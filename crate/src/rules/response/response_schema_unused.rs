use crate::json::edit;
use crate::openapi::Document;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::Findings;

super::rule! {
    /// A response without a body has a schema.
    ///
    /// An answer with 204 (no content) or 304 (not modified) has no body. The outputs that the schema makes of it in the
    /// designer stay empty.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}": {
    ///       "delete": {
    ///         "responses": { "204": { "description": "Gone", «"schema"»: { "type": "string" } } }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove the schema
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}": {
    ///       "delete": {
    ///         "responses": { "204": { "description": "Gone" } }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Change the code to 200
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}": {
    ///       "delete": {
    ///         "responses": { "200": { "description": "Gone", "schema": { "type": "string" } } }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}": {
    ///       "delete": { "responses": { "204": { "description": "Gone", "schema": {} }, "404": { "description": "Nobody" } } }
    ///     }
    ///   }
    /// }
    /// ```
    Hint "response-schema-unused" Inferred from "https://www.rfc-editor.org/rfc/rfc9110#section-15.3.5"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for place in document.places(ObjectKind::Response) {
        let Some(response) = place.value.member().filter(|member| member.is("204") || member.is("304")) else { continue };
        let Some(schema) = place.value.member_named("schema") else { continue };
        // An empty one makes no outputs.
        if schema.value().members().next().is_none() {
            continue;
        }
        let code = response.name();
        let message = format!("An answer with {code} has no body, so its schema describes nothing.");
        let because = "The action gets outputs that stay empty.";
        let diagnostic = findings.add(schema, message, because);
        let consequence = "The action then has no such outputs; workflows that use them have to be changed.";
        diagnostic.review_fix("Remove the schema", consequence, [edit::remove_member(schema)]);
        if response.is("204") && response.object().get("200").is_none() {
            let edit = edit::rename_member(response, "200");
            diagnostic.review_fix("Change the code to 200", "See that the API answers with it.", [edit]);
        }
    }
}
