use std::borrow::Cow;

use crate::json::Value;
use crate::nintex::fields::is_hidden;
use crate::nintex::{Xtension, is_choice};
use crate::rules::token_call::{FieldFinder, TokenCalls, is_spelled};
use crate::rules::{Findings, sign_in};
use crate::text::{Names, by_name};

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
    /// ## Bad
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "paths": {
    ///     "/notes": {
    ///       "get": { "parameters": [{ "name": «"X-API-Key"», "in": "header", "type": "string" }] },
    ///       "put": { "parameters": [{ "name": "X-API-Key", "in": "header", "type": "string" }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Let the connection send `X-API-Key` as an API key
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "paths": {
    ///     "/notes": {
    ///       "get": { "parameters": [] },
    ///       "put": { "parameters": [] }
    ///     }
    ///   },
    ///   "securityDefinitions": {
    ///     "apiKey": {
    ///       "type": "apiKey",
    ///       "in": "header",
    ///       "name": "X-API-Key"
    ///     }
    ///   },
    ///   "security": [
    ///     {
    ///       "apiKey": []
    ///     }
    ///   ]
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
const SECRETS: [&str; 10] = [
    "clientsecret", "apikey", "xapikey", "apisecret", "appsecret", "secretkey", "accesskey", "subscriptionkey", "refreshtoken",
    "ocpapimsubscriptionkey",
];

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    let mut token_calls = TokenCalls::new(document);
    // Where the secret itself stands in the file, that is the mistake, and told.
    let mut is_written = vec![false; document.tree().size()];
    for secret in xtension.secrets().iter().filter(|secret| !secret.may_be_made_up) {
        let value = secret.index.and_then(|index| document.tree().value(index));
        let list = value.filter(|value| is_choice(*value)).and_then(Value::parent);
        if let Some(written) = list.or(value).and_then(|value| is_written.get_mut(value.index() as usize)) {
            *written = true;
        }
    }
    let keys = document.security_definitions().iter().filter_map(|definition| definition.value().get_str("name"));
    let keys: Names<'_> = keys.map(|key| Cow::Owned(key.to_ascii_lowercase())).collect();
    let is_asked_for = |name: &str, value: Value<'_>| {
        let is_told = || value.members().any(|key| is_written.get(key.value().index() as usize) == Some(&true));
        SECRETS.iter().any(|secret| is_spelled(name, secret))
            && !is_hidden(value)
            && !is_told()
            && !keys.contains(&name.to_ascii_lowercase())
    };
    let mut secrets = FieldFinder::new(document, &is_asked_for);
    let mut found: Vec<(Cow<'_, str>, (String, Value<'_>))> = Vec::new();
    for operation in document.operations() {
        let Some((name, value)) = secrets.find(operation) else { continue };
        // There the action as a whole is the mistake, and a rule of its own says so.
        if token_calls.find(operation).is_none() {
            found.push((name, (operation.label(), value)));
        }
    }
    for (name, fields) in by_name(found) {
        let Some(((label, first), others)) = fields.split_first() else { continue };
        let blamed = |value: &Value<'_>| match (value.get("name"), value.member()) {
            (None, Some(member)) => member.name_span(),
            (name, _) => name.unwrap_or(*value).span(),
        };
        let who = match others.len() {
            0 => format!("The action `{label}` asks"),
            more => format!("The action `{label}` and {more} more ask"),
        };
        let is_full = findings.is_full();
        let diagnostic = findings.add(
            (blamed(first), *first),
            format!("{who} for `{name}`, a secret, as a field."),
            "What is typed there is stored in the workflow, for all who may open it; a connection keeps it apart.",
        );
        if is_full {
            continue;
        }
        diagnostic.label_each(&mut others.iter().map(|(_, other)| blamed(other)), "asked for here, too");
        let sent_in = ["header", "query"].into_iter().find(|place| first.get("in").is_some_and(|own| own.is_str(place)));
        if let Some(sent_in) = sent_in
            && let Some(mut edits) = sign_in::send_key(document, &name, sent_in)
        {
            edits.extend(sign_in::without_parameter(document, &name, sent_in));
            let consequence = format!(
                "Whoever makes a connection enters it once, and the actions lose the field. {}",
                sign_in::IMPORT_AGAIN
            );
            diagnostic.review_fix(format!("Let the connection send `{name}` as an API key"), consequence, edits);
        }
    }
}
