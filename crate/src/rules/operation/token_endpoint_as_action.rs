use crate::diagnostic::{Diagnostic, Severity};
use crate::json::edit;
use crate::openapi::{Document, METHODS, Operation, Parameter};
use crate::rules::token_call::{TokenCall, TokenCalls};
use crate::rules::{Findings, sign_in};
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
    ///
    /// A second token, which other actions send, is more than the connection can do.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": { "oauth": { "type": "oauth2" } },
    ///   "paths": {
    ///     «"/token"»: { "post": { "parameters": [{ "name": "grant_type", "in": "formData", "type": "string" }] } },
    ///     «"/token/scope"»: { "post": { "parameters": [{ "name": "grant_type", "in": "formData", "type": "string" }] } },
    ///     "/notes": { "get": { "security": [{ "oauth": [] }], "parameters": [{ "name": "Authorization", "in": "header" }] } }
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

/// So many second tokens are offered the way without `security`: it goes through the whole document each time.
const MANY: usize = 20;

fn check(document: &Document<'_>, findings: &mut Findings) {
    let mut token_calls = TokenCalls::new(document);
    // Where no operation signs in by the connection, the way without it is the one that was chosen.
    let is_switched_off = document.operations().iter().all(|operation| operation.security.requirements.is_empty());
    let mut first: Option<&Operation<'_>> = None;
    let mut offered = 0;
    for operation in document.operations() {
        let Some(call) = token_calls.find(operation) else { continue };
        let label = operation.label();
        let is_second = first.is_some_and(|first| first.path_item() != operation.path_item()) && !renews(operation);
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
            TokenCall::ByFields if is_second && !is_switched_off => {
                let diagnostic = findings.add(
                    operation.path,
                    format!("The action `{label}` fetches a second token, and one connection has only one."),
                    "A connection fetches one token, from the `tokenUrl`, and sends it with every call. There are three \
                     ways out: no `security` in the file, and all tokens fetched and filled in by actions; two \
                     Xtensions, one for each token; or a small service in between that does both steps and takes an API \
                     key.",
                );
                if let Some(first) = first {
                    diagnostic.label(first.path.name_span(), "the first token is fetched here");
                }
                if offered < MANY {
                    offered += 1;
                    offer_actions_alone(document, diagnostic);
                }
            }
            TokenCall::ByFields => {
                let diagnostic = findings.add(
                    operation.path,
                    format!("The action `{label}` fetches a token, which is the connection's work."),
                    "Nintex fetches tokens by itself from the `tokenUrl` of an `oauth2` security definition. A second \
                     token that needs the first is more than one connection can do: then use two Xtensions, or no \
                     `security` at all and the token as a field.",
                );
                if is_switched_off {
                    diagnostic.severity(Severity::Hint);
                }
            }
        }
        first = first.or(Some(operation));
    }
}

/// Whether the call renews or ends a token that is there: that is no second one.
fn renews(operation: &Operation<'_>) -> bool {
    let path = operation.path.name().to_ascii_lowercase();
    ["refresh", "renew", "revoke", "introspect"].iter().any(|word| path.contains(word))
}

/// Offers to have no security, where another action has a field for the token.
fn offer_actions_alone(document: &Document<'_>, diagnostic: &mut Diagnostic) {
    let is_field = |parameter: &Parameter<'_>| {
        parameter.is_in("header") && parameter.name().is_some_and(|name| name.eq_ignore_ascii_case("authorization"))
    };
    if !document.operations().iter().any(|operation| operation.parameters.iter().any(is_field)) {
        return;
    }
    let consequence = format!(
        "The workflow fetches each token and fills it into the `Authorization` fields; the client's secret stands in the \
         workflow then. {}",
        sign_in::IMPORT_AGAIN
    );
    let edits = sign_in::keep_only(document, &|_| false);
    diagnostic.review_fix("Leave signing in to the actions: no `security` in the file", consequence, edits);
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
