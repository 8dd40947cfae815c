use crate::json::edit;
use crate::openapi::Document;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::Findings;

super::rule! {
    /// A response has a code that HTTP does not have.
    ///
    /// Status codes go from 100 to 599. A response under another number never comes; the one for all codes that are not
    /// named is called `default`.
    ///
    /// ## Bad
    /// ```json
    /// { "paths": { "/people": { "get": { "responses": { "200": { "description": "OK" }, «"999"»: { "description": "Failed" } } } } } }
    /// ```
    /// ## Fix: Rename it to `default`
    /// ```json
    /// { "paths": { "/people": { "get": { "responses": { "200": { "description": "OK" }, "default": { "description": "Failed" } } } } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "paths": { "/people": { "get": { "responses": { "100": { "description": "Go on" }, "599": { "description": "No" } } } } } }
    /// ```
    Warning "response-code" Documented from "https://spec.openapis.org/oas/v2.0#responses-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for place in document.places(ObjectKind::Responses) {
        let mut has_default = place.value.get("default").is_some();
        for response in place.value.members() {
            let name = response.name();
            let is_number = name.len() == 3 && name.bytes().all(|byte| byte.is_ascii_digit());
            if !is_number || name.starts_with(['1', '2', '3', '4', '5']) {
                continue;
            }
            let message = format!("There is no status code `{name}`: they go from 100 to 599.");
            let diagnostic = findings.add(response, message, "No answer has it, so this response is never used.");
            if !has_default {
                let consequence = "It then is the response for all codes that are not named.";
                let edit = edit::rename_member(response, "default");
                diagnostic.review_fix("Rename it to `default`", consequence, [edit]);
            }
            has_default = true;
        }
    }
}
