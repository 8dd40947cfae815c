use crate::json::edit;
use crate::openapi::Document;
use crate::rules::Findings;
use crate::rules::path_templates::path_templates;
use crate::text::Edit;

super::rule! {
    /// A path parameter has no place in the path.
    ///
    /// A parameter with `"in": "path"` replaces the `{variable}` of its name. Where the path has none, its value goes
    /// nowhere.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "parameters": [
    ///           { "name": «"id"», "in": "path", "required": true, "type": "string" }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Send it in the query
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "parameters": [
    ///           { "name": "id", "in": "query", "required": true, "type": "string" }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove the parameter
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "parameters": []
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
    ///       "get": { "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }] }
    ///     }
    ///   }
    /// }
    /// ```
    Error "path-param-unused" Documented from "https://spec.openapis.org/oas/v2.0#parameter-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for path in path_templates(document) {
        for parameter in &path.unused {
            let Some(name) = parameter.value.get("name") else { continue };
            let blamed = if parameter.is_reference() { parameter.site } else { name };
            let message = format!(
                "`{}` is a path parameter, but the path `{}` has no `{{{}}}`.",
                parameter.name().unwrap_or_default(),
                path.path.name(),
                parameter.name().unwrap_or_default()
            );
            let because = "OpenAPI 2.0 wants each path parameter in its path; Nintex asks for a value that goes nowhere.";
            let diagnostic = findings.add(blamed, message, because);
            if let Some(place) = parameter.value.get("in").filter(|_| !parameter.is_reference()) {
                diagnostic.review_fix(
                    "Send it in the query",
                    "It then stands behind the question mark of the address: see that the API reads it there.",
                    [Edit::replace(place.span(), "\"query\"")],
                );
            }
            if let Some(edit) = edit::remove_item(parameter.site) {
                diagnostic.review_fix("Remove the parameter", "The action no longer asks for it.", [edit]);
            }
        }
    }
}
