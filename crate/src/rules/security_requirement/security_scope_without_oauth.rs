use crate::json::{Value, edit};
use crate::openapi::Document;
use crate::rules::Findings;
use crate::text::{Gather, by_name};

super::rule! {
    /// A `security` list asks for scopes of a definition that has none.
    ///
    /// Only `oauth2` has scopes. With `basic` and `apiKey` the list has to be empty: `"key": []`.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
    ///   "security": [{ "key": «["read"]» }],
    ///   "paths": { "/notes": { "get": { "security": [{ "key": ["write"] }] } } }
    /// }
    /// ```
    /// ## Fix: Empty the list
    /// ```json
    /// {
    ///   "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
    ///   "security": [{ "key": [] }],
    ///   "paths": { "/notes": { "get": { "security": [{ "key": [] }] } } }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" }, "oauth": { "type": "oauth2" } },
    ///   "security": [{ "key": [] }, { "oauth": ["read"] }, { "none": ["read"] }]
    /// }
    /// ```
    Error "security-scope-without-oauth" Documented
    from "https://spec.openapis.org/oas/v2.0#security-requirement-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let filled = document.requirements().filter(|requirement| requirement.scopes().next().is_some());
    for (name, requirements) in by_name(filled.map(|requirement| (requirement.name(), requirement.member.value()))) {
        let Some(definition) = document.security_definition(&name) else { continue };
        let Some(kind) = ["basic", "apiKey"].into_iter().find(|kind| definition.is_type(kind)) else { continue };
        let Some((first, others)) = requirements.split_first() else { continue };
        let message = format!("`{name}` is of type `{kind}`, which has no scopes: its list must be empty.");
        let because = "OpenAPI 2.0 allows scopes for `oauth2` alone, and importers refuse the document.";
        let is_full = findings.is_full();
        let diagnostic = findings.add(*first, message, because);
        if is_full {
            continue;
        }
        diagnostic.label_each(&mut others.iter().map(|other| other.span()), "here, too");
        let edits: Vec<_> = requirements.iter().map(|list: &Value<'_>| edit::replace_value(*list, "[]")).gathered();
        diagnostic.safe_fix("Empty the list", edits);
    }
}
