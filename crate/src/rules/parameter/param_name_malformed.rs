use crate::diagnostic::Severity;
use crate::json::encode;
use crate::openapi::Document;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::Findings;
use crate::rules::media_types::is_token;
use crate::text::Edit;

super::rule! {
    /// The name of a parameter or of an API key cannot be sent as it is written.
    ///
    /// A name is sent letter by letter: a blank at its end is a part of it, and the API does not know such a name. Names of
    /// headers have no blanks and no letters but those of English; with another one the call fails.
    ///
    /// ## Bad
    /// ```json
    /// { "parameters": { "page": { "name": «"page "», "in": "query", "type": "string" } } }
    /// ```
    /// ## Fix: Change it to `page`
    /// ```json
    /// { "parameters": { "page": { "name": "page", "in": "query", "type": "string" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "parameters": { "trace": { "name": «"Trace ID"», "in": "header", "type": "string" } } }
    /// ```
    /// ## Fix: Change it to `Trace-ID`
    /// ```json
    /// { "parameters": { "trace": { "name": "Trace-ID", "in": "header", "type": "string" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": «" X-Key"» } } }
    /// ```
    /// ## Fix: Change it to `X-Key`
    /// ```json
    /// { "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "parameters": { "any": { "name": «""», "in": "query", "type": "string" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "parameters": { "id": { "name": «"id "», "in": "path", "required": true, "type": "string" } } }
    /// ```
    /// ## Fix: Change it to `id`
    /// ```json
    /// { "parameters": { "id": { "name": "id", "in": "path", "required": true, "type": "string" } } }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "parameters": {
    ///     "a": { "name": "$filter", "in": "query", "type": "string" },
    ///     "b": { "name": "person id", "in": "path", "required": true, "type": "string" },
    ///     "c": { "name": " ", "in": "body", "schema": {} }
    ///   }
    /// }
    /// ```
    Warning or Error "param-name-malformed" Inferred from "https://spec.openapis.org/oas/v2.0#parameter-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let keys = document.places(ObjectKind::SecurityDefinition);
    for place in document.places(ObjectKind::Parameter).chain(keys) {
        let Some(value) = place.value.get("name").filter(|name| !name.is_damaged()) else { continue };
        let (Some(name), Some(location)) = (value.as_str(), place.value.get_str("in")) else { continue };
        let trimmed = name.trim();
        let is_header = location == "header";
        // What a body is called is not sent.
        if location == "body" || (trimmed == name && !name.is_empty() && (!is_header || is_token(&name))) {
            continue;
        }
        let (message, because) = if trimmed.is_empty() {
            (format!("A {location} parameter has no name."), "Nothing tells the API what the value is for.")
        } else if trimmed == name {
            (format!("There is no header `{name}`: it has characters that the names of headers don't have."), "The call fails before it is sent.")
        } else {
            (format!("There are blanks around the name `{trimmed}`."), "They are sent with it, and the API does not know such a name.")
        };
        let diagnostic = findings.add(value, message, because);
        if location == "path" {
            diagnostic.severity(Severity::Error);
        }
        let right = if is_header { trimmed.replace(' ', "-") } else { trimmed.to_owned() };
        if !right.is_empty() && (!is_header || is_token(&right)) {
            let edit = Edit::replace(value.span(), encode(&right));
            diagnostic.review_fix(format!("Change it to `{right}`"), "See that the API calls it so.", [edit]);
        }
    }
}
