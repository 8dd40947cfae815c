use crate::openapi::Document;
use crate::rules::Findings;
use crate::rules::token_call::{TokenCalls, fields, is_spelled};

super::rule! {
    /// An action asks for a secret as one of its fields.
    ///
    /// What stands in an action's field is stored in the workflow and can be read by all who open it. Credentials
    /// belong to the connection: Nintex keeps them, and the security definition says how they are sent.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/notes": {
    ///       "post": {
    ///         "parameters": [
    ///           { "name": «"client_secret"», "in": "formData", "type": "string" },
    ///           { "name": "note", "in": "formData", "type": "string" }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-API-Key" } },
    ///   "security": [{ "key": [] }],
    ///   "paths": {
    ///     "/notes": {
    ///       "post": { "parameters": [{ "name": "note", "in": "formData", "type": "string" }] }
    ///     },
    ///     "/people": {
    ///       "post": { "parameters": [{ "name": "password", "in": "formData", "type": "string" }] }
    ///     }
    ///   }
    /// }
    /// ```
    Warning "param-secret-in-form" Observed
    from "https://community.nintex.com/nintex-workflow-2/xtension-nintex-workflow-integration-73977"
}

/// Names of what signs a program in. A `password` is not among them: it may be that of a person to be created.
const SECRETS: [&str; 8] = [
    "clientsecret", "apikey", "apisecret", "appsecret", "secretkey", "accesskey", "subscriptionkey", "refreshtoken",
];

fn check(document: &Document<'_>, findings: &mut Findings) {
    let token_calls = TokenCalls::new(document);
    for operation in document.operations() {
        let mut secrets = fields(document, operation).filter(|(name, value)| {
            let is_hidden = || value.get("x-ntx-visibility").is_some_and(|value| value.is_str("internal"));
            SECRETS.iter().any(|secret| is_spelled(name, secret)) && !is_hidden() && !is_sent_by_connection(document, name)
        });
        let Some((name, value)) = secrets.next() else { continue };
        // There the action as a whole is the mistake, and a rule of its own says so.
        if token_calls.find(operation).is_some() {
            continue;
        }
        let message = format!("The action `{}` asks for `{name}`, a secret, as a field.", operation.label());
        let because = "What is typed there is stored in the workflow, for all who may open it; a connection keeps it \
                       apart.";
        match (value.get("name"), value.member()) {
            (_, Some(member)) => findings.add(member, message, because),
            (Some(name), None) => findings.add(name, message, because),
            (None, None) => findings.add(value, message, because),
        };
    }
}

/// Whether a security definition sends it: then a rule of its own says that it is asked for twice.
fn is_sent_by_connection(document: &Document<'_>, name: &str) -> bool {
    document.security_definitions().iter().any(|definition| {
        definition.value().get_str("name").is_some_and(|key| key.eq_ignore_ascii_case(name))
    })
}
