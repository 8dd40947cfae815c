use crate::openapi::Document;
use crate::rules::{Findings, doubled_credential};

super::rule! {
    /// An operation asks for an `Authorization` header that its connection already sends.
    ///
    /// Nintex signs in with the connection: for `basic`, `oauth2` and an `apiKey` named `Authorization` it adds that
    /// header to the call by itself. A parameter of the same name adds a second value, and the call fails with
    /// "header 'Authorization' does not support multiple values". Postman merges the two, so there it works.
    ///
    /// Either the connection signs in, or the workflow does; not both. Where the token is the connection's, the
    /// parameter goes. Where it comes from an earlier action, the operation says `"security": []` and keeps its field.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": { "type": "oauth2", "flow": "application", "tokenUrl": "https://api.example.com/token", "scopes": {} }
    ///   },
    ///   "paths": {
    ///     "/notes": {
    ///       "post": {
    ///         "operationId": "createNote",
    ///         "security": [{ "oauth": [] }],
    ///         "parameters": [
    ///           { "name": «"Authorization"», "in": "header", "type": "string" },
    ///           { "name": "note", "in": "body", "schema": { "type": "object" } }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove the parameter and let the connection sign in
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": { "type": "oauth2", "flow": "application", "tokenUrl": "https://api.example.com/token", "scopes": {} }
    ///   },
    ///   "paths": {
    ///     "/notes": {
    ///       "post": {
    ///         "operationId": "createNote",
    ///         "security": [{ "oauth": [] }],
    ///         "parameters": [
    ///           { "name": "note", "in": "body", "schema": { "type": "object" } }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Keep the parameter and switch the connection's security off here
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": { "type": "oauth2", "flow": "application", "tokenUrl": "https://api.example.com/token", "scopes": {} }
    ///   },
    ///   "paths": {
    ///     "/notes": {
    ///       "post": {
    ///         "operationId": "createNote",
    ///         "security": [],
    ///         "parameters": [
    ///           { "name": "Authorization", "in": "header", "type": "string" },
    ///           { "name": "note", "in": "body", "schema": { "type": "object" } }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    ///
    /// The parameter may stand in the path, or at the root and be referred to; its letters may be of any case; and the
    /// security may be the root's. Where the parameter's own words speak of an earlier step, keeping it comes first.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": { "basic": { "type": "basic" } },
    ///   "security": [{ "basic": [] }],
    ///   "parameters": {
    ///     "token": { "name": "authorization", "in": "header", "type": "string", "description": "Token from step 2" }
    ///   },
    ///   "paths": {
    ///     "/notes": {
    ///       "parameters": [{ "$ref": «"#/parameters/token"» }],
    ///       "get": { "operationId": "getNotes" },
    ///       "delete": { "operationId": "deleteNotes", "security": [] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Keep the parameter and switch the connection's security off here
    /// ```json
    /// {
    ///   "securityDefinitions": { "basic": { "type": "basic" } },
    ///   "security": [{ "basic": [] }],
    ///   "parameters": {
    ///     "token": { "name": "authorization", "in": "header", "type": "string", "description": "Token from step 2" }
    ///   },
    ///   "paths": {
    ///     "/notes": {
    ///       "parameters": [{ "$ref": "#/parameters/token" }],
    ///       "get": { "operationId": "getNotes", "security": [] },
    ///       "delete": { "operationId": "deleteNotes", "security": [] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove the parameter and let the connection sign in
    /// ```json
    /// {
    ///   "securityDefinitions": { "basic": { "type": "basic" } },
    ///   "security": [{ "basic": [] }],
    ///   "parameters": {
    ///     "token": { "name": "authorization", "in": "header", "type": "string", "description": "Token from step 2" }
    ///   },
    ///   "paths": {
    ///     "/notes": {
    ///       "parameters": [],
    ///       "get": { "operationId": "getNotes" },
    ///       "delete": { "operationId": "deleteNotes", "security": [] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
    ///   "security": [{ "key": [] }],
    ///   "paths": {
    ///     "/notes": {
    ///       "get": { "parameters": [{ "name": "Authorization", "in": "header", "type": "string" }] },
    ///       "put": { "parameters": [{ "name": "Authorization", "in": "query", "type": "string" }] }
    ///     }
    ///   }
    /// }
    /// ```
    Error "param-authorization-header" Observed
    from "https://community.nintex.com/nintex-workflow-2/xtension-nintex-workflow-integration-73977"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let doubled = doubled_credential::find(document, |definition, parameter| {
        parameter.is_in("header")
            && parameter.name().is_some_and(|name| name.eq_ignore_ascii_case("authorization"))
            && definition.header().is_some_and(|header| header.eq_ignore_ascii_case("authorization"))
    });
    for doubled in doubled {
        let message = format!(
            "{} asks for an `Authorization` header that its connection already sends.",
            doubled.operations_in_words()
        );
        let because = format!(
            "Nintex adds the header of `{}` to the call by itself; with this field there are two, and the call fails \
             with \"header 'Authorization' does not support multiple values\".",
            doubled.definition.name()
        );
        let diagnostic = findings.add(doubled.parameter.blamed("name"), message, because);
        diagnostic.label(doubled.requirement.member.name_span(), "the connection signs in because of this");
        doubled.offer_fixes(diagnostic);
    }
}
