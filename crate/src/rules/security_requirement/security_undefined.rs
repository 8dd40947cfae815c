use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::json::edit::{self, Position};
use crate::json::encode;
use crate::openapi::nearest;
use crate::openapi::{Document, Requirement, SecurityDefinition};
use crate::rules::Findings;
use crate::text::{Gather, by_name};

super::rule! {
    /// A `security` list names a security definition that there is not.
    ///
    /// Nintex makes the connection from the definition of that name. Without it the import is refused, or the calls go
    /// out without signing in and the API answers 401. Letter case counts.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth2": { "type": "oauth2" },
    ///     "key": { "type": "apiKey" }
    ///   },
    ///   "security": [{ «"oAuth2"»: [] }],
    ///   "paths": { "/notes": { "get": { "security": [{ "oAuth2": ["read"] }] } } }
    /// }
    /// ```
    /// ## Fix: Change it to `oauth2`
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth2": { "type": "oauth2" },
    ///     "key": { "type": "apiKey" }
    ///   },
    ///   "security": [{ "oauth2": [] }],
    ///   "paths": { "/notes": { "get": { "security": [{ "oauth2": ["read"] }] } } }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "security": [{ «"key"»: [] }]
    /// }
    /// ```
    /// ## Fix: Define `key` as an API key in a header
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "security": [{ "key": [] }],
    ///   "securityDefinitions": {
    ///     "key": {
    ///       "type": "apiKey",
    ///       "in": "header",
    ///       "name": "X-API-Key"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Define `key` as user name and password
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "security": [{ "key": [] }],
    ///   "securityDefinitions": {
    ///     "key": {
    ///       "type": "basic"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Define `key` as OAuth 2.0 with client ID and secret
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "security": [{ "key": [] }],
    ///   "securityDefinitions": {
    ///     "key": {
    ///       "type": "oauth2",
    ///       "flow": "application",
    ///       "tokenUrl": "https://example.com/oauth/token",
    ///       "scopes": {}
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
    ///   "security": [{ "key": [] }, {}]
    /// }
    /// ```
    Error "security-undefined" Documented from "https://spec.openapis.org/oas/v2.0#security-requirement-object"
}

/// A definition to begin with: what to call it, its JSON, and the part that has to be filled in.
const TEMPLATES: [(&str, &str, &str); 3] = [
    (
        "an API key in a header",
        "{\n  \"type\": \"apiKey\",\n  \"in\": \"header\",\n  \"name\": \"X-API-Key\"\n}",
        "X-API-Key",
    ),
    ("user name and password", "{\n  \"type\": \"basic\"\n}", ""),
    (
        "OAuth 2.0 with client ID and secret",
        "{\n  \"type\": \"oauth2\",\n  \"flow\": \"application\",\n  \"tokenUrl\": \"https://example.com/oauth/token\",\n  \
         \"scopes\": {}\n}",
        "https://example.com/oauth/token",
    ),
];

fn check(document: &Document<'_>, findings: &mut Findings) {
    let is_undefined = |requirement: &Requirement<'_>| document.security_definition(&requirement.name()).is_none();
    let undefined = document.requirements().filter(is_undefined).map(|requirement| (requirement.name(), requirement));
    let defined: Vec<Cow<'_, str>> = document.security_definitions().iter().map(SecurityDefinition::name).gathered();
    let defined: Vec<&str> = defined.iter().map(|name| &**name).gathered();
    for (name, requirements) in by_name(undefined) {
        report(document, findings, &name, &requirements, &defined);
    }
}

/// One diagnostic for all places that name the same definition. `defined` are those that there are.
fn report(
    document: &Document<'_>,
    findings: &mut Findings,
    name: &str,
    requirements: &[Requirement<'_>],
    defined: &[&str],
) {
    let Some((first, others)) = requirements.split_first() else { return };
    let is_full = findings.is_full();
    let diagnostic = findings.add(
        first.member,
        format!("There is no security definition `{name}`."),
        "Nintex makes the connection from the definition of that name; without it the import is refused, or calls go \
         out without signing in.",
    );
    if is_full {
        return;
    }
    diagnostic.label_each(&mut others.iter().map(|other| other.member.name_span()), "named here, too");
    let rename = |to: &str| requirements.iter().map(|this| edit::rename_member(this.member, to)).gathered();
    match (nearest(name, defined), defined) {
        (Some(near), _) => {
            let edits = rename(near);
            diagnostic.safe_fix(format!("Change it to `{near}`"), edits);
        }
        (None, [only]) => {
            let consequence = "It is the only definition that the document has.";
            diagnostic.review_fix(format!("Change it to `{only}`"), consequence, rename(only));
        }
        (None, []) => {
            // Only OAuth 2.0 has scopes.
            let has_scopes = requirements.iter().any(|requirement| requirement.scopes().next().is_some());
            offer_definitions(document, diagnostic, name, if has_scopes { TEMPLATES.get(2..) } else { None });
        }
        (None, several) => {
            for one in several.iter().take(3) {
                let consequence = "The operations then sign in with that definition.";
                diagnostic.review_fix(format!("Change it to `{one}`"), consequence, rename(one));
            }
        }
    }
}

fn offer_definitions(
    document: &Document<'_>,
    diagnostic: &mut Diagnostic,
    name: &str,
    only: Option<&[(&str, &str, &str)]>,
) {
    let Some(root) = document.root() else { return };
    let definitions = root.get("securityDefinitions");
    if definitions.is_some_and(|definitions| !definitions.is_object()) {
        return;
    }
    for (words, definition, blank) in only.unwrap_or(&TEMPLATES) {
        let edit = if let Some(definitions) = definitions {
            edit::insert_member(definitions, Position::Last, name, definition)
        } else {
            let inner = definition.replace('\n', "\n  ");
            let definitions = format!("{{\n  {}: {inner}\n}}", encode(name));
            edit::insert_member(root, Position::Last, "securityDefinitions", &definitions)
        };
        let title = format!("Define `{name}` as {words}");
        let consequence = "Whoever makes a connection is asked for what this definition says.";
        if blank.is_empty() {
            diagnostic.review_fix(title, consequence, [edit]);
        } else {
            diagnostic.template_fix(title, consequence, [edit], blank);
        }
    }
}
