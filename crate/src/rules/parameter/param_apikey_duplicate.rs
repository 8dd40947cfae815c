use crate::openapi::Document;
use crate::rules::{Findings, doubled_credential};

super::rule! {
    /// An operation asks for the API key that its connection already sends.
    ///
    /// The connection adds the key under the name and in the place that the security definition says. A parameter of
    /// that name in that place shows the key as a field of the action, and sends it a second time.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": { "key": { "type": "apiKey", "in": "query", "name": "code" } },
    ///   "security": [{ "key": [] }],
    ///   "paths": {
    ///     "/notes": {
    ///       "get": { "parameters": [{ "name": «"code"», "in": "query", "type": "string" }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove the parameter and let the connection sign in
    /// ```json
    /// {
    ///   "securityDefinitions": { "key": { "type": "apiKey", "in": "query", "name": "code" } },
    ///   "security": [{ "key": [] }],
    ///   "paths": {
    ///     "/notes": {
    ///       "get": { "parameters": [] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Keep the parameter and switch the connection's security off here
    /// ```json
    /// {
    ///   "securityDefinitions": { "key": { "type": "apiKey", "in": "query", "name": "code" } },
    ///   "security": [{ "key": [] }],
    ///   "paths": {
    ///     "/notes": {
    ///       "get": { "security": [], "parameters": [{ "name": "code", "in": "query", "type": "string" }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "code" } },
    ///   "security": [{ "key": [] }],
    ///   "paths": {
    ///     "/notes": {
    ///       "get": { "parameters": [{ "name": "code", "in": "query", "type": "string" }] }
    ///     }
    ///   }
    /// }
    /// ```
    Warning "param-apikey-duplicate" Observed
    from "https://help.nintex.com/en-US/xtensions/04_Reference/Tutorials/APIAuth.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let doubled = doubled_credential::find(document, |definition, parameter| {
        let (Some(key), Some(name)) = (definition.value().get_str("name"), parameter.name()) else { return false };
        // Letter case does not count in headers. `Authorization` is a rule of its own: there the call fails.
        let is_same = if parameter.is_in("header") {
            name.eq_ignore_ascii_case(&key) && !name.eq_ignore_ascii_case("authorization")
        } else {
            parameter.is_in("query") && name == key
        };
        is_same && definition.is_type("apiKey")
            && definition.value().get_str("in") == parameter.value.get_str("in")
    });
    for doubled in doubled {
        let message = format!(
            "{} asks for `{}`, the key that its connection already sends.",
            doubled.operations_in_words(),
            doubled.parameter.name().unwrap_or_default()
        );
        let because = format!(
            "Nintex adds the key of `{}` to the call by itself; this field shows a secret in the workflow and sends \
             it twice.",
            doubled.definition.name()
        );
        let diagnostic = findings.add(doubled.parameter.blamed("name"), message, because);
        diagnostic.label(doubled.requirement.member.name_span(), "the connection sends the key because of this");
        doubled.offer_fixes(diagnostic);
    }
}
