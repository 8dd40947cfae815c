use crate::diagnostic::{Diagnostic, Severity};
use crate::json::edit;
use crate::openapi::{Document, METHODS, Operation};
use crate::rules::Findings;
use crate::rules::token_call::{TokenCall, TokenCalls};
use crate::text::Edit;

super::rule! {
    /// An action fetches a token, which is the connection's work.
    ///
    /// A Postman collection begins with the call for the token, so people make an action of it. Nintex does that call
    /// by itself: the address belongs under `tokenUrl`, client ID and secret into the wizard when the file is
    /// imported. As an action, it shows the secret in the workflow, and what it returns is not used to sign in.
    ///
    /// One connection cannot fetch a second token by means of a first one. Where an API asks for that, there are three
    /// ways: no `security` in the file at all, with all token calls and the `Authorization` header as plain actions and
    /// fields; two Xtensions, one for each kind of token; or a small service in between that does both steps.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "host": "api.example.com",
    ///   "basePath": "/",
    ///   "securityDefinitions": {
    ///     "oauth": { "type": "oauth2", "flow": "application", "tokenUrl": "https://api.example.com/v4/token" }
    ///   },
    ///   "paths": {
    ///     «"/v4/token"»: {
    ///       "post": { "operationId": "getToken" }
    ///     },
    ///     "/notes": {
    ///       "get": { "security": [{ "oauth": [] }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove the action
    /// ```json
    /// {
    ///   "host": "api.example.com",
    ///   "basePath": "/",
    ///   "securityDefinitions": {
    ///     "oauth": { "type": "oauth2", "flow": "application", "tokenUrl": "https://api.example.com/v4/token" }
    ///   },
    ///   "paths": {
    ///     "/notes": {
    ///       "get": { "security": [{ "oauth": [] }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "host": "api.example.com",
    ///   "paths": {
    ///     «"/v4/token"»: {
    ///       "post": {
    ///         "operationId": "getToken",
    ///         "parameters": [{ "name": "grant_type", "in": "formData", "type": "string" }]
    ///       }
    ///     },
    ///     "/notes": { "get": {} }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "host": "api.example.com",
    ///   "securityDefinitions": {
    ///     "oauth": { "type": "oauth2", "flow": "application", "tokenUrl": "https://login.example.com/v4/token" }
    ///   },
    ///   "paths": { "/v4/token": { "post": { "operationId": "createVisitorToken" } } }
    /// }
    /// ```
    Warning "token-endpoint-as-action" Observed
    from "https://community.nintex.com/nintex-workflow-2/xtension-nintex-workflow-integration-73977"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let token_calls = TokenCalls::new(document);
    for operation in document.operations() {
        let Some(call) = token_calls.find(operation) else { continue };
        let label = operation.label();
        match call {
            TokenCall::OfDefinition(definition) => {
                let diagnostic = findings.add(
                    operation.path,
                    format!("The action `{label}` fetches the token that the connection fetches by itself."),
                    format!(
                        "Nintex calls this address, the `tokenUrl` of `{}`, whenever it needs a token; the action \
                         only shows the client's secret in the workflow.",
                        definition.name()
                    ),
                );
                diagnostic.label(definition.member.name_span(), "its `tokenUrl` is this address");
                offer_removing(operation, diagnostic);
            }
            TokenCall::ByFields => {
                let diagnostic = findings.add(
                    operation.path,
                    format!("The action `{label}` fetches a token, which is the connection's work."),
                    "Nintex fetches tokens by itself from the `tokenUrl` of an `oauth2` security definition. A second \
                     token that needs the first is more than one connection can do: then use two Xtensions, or no \
                     `security` at all and the token as a field.",
                );
                // Where no operation signs in by the connection, that last way is the one that was chosen.
                if document.operations().iter().all(|operation| operation.security.requirements.is_empty()) {
                    diagnostic.severity(Severity::Hint);
                }
            }
        }
    }
}

/// The action goes; with it its path, where it is the only method there.
fn offer_removing(operation: &Operation<'_>, diagnostic: &mut Diagnostic) {
    let methods = operation.path_item().members().filter(|member| METHODS.contains(&&*member.name())).count();
    let edit: Edit = edit::remove_member(if methods > 1 { operation.method } else { operation.path });
    diagnostic.review_fix(
        "Remove the action",
        "Workflows get no token of their own then; the connection signs in for them.",
        [edit],
    );
}
