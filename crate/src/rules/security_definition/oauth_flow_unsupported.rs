use crate::json::Value;
use crate::json::edit::{self, Position};
use crate::openapi::Document;
use crate::rules::{Findings, oauth, sign_in};
use crate::text::Edit;

super::rule! {
    /// An OAuth 2.0 flow is one that Nintex does not have, or none at all.
    ///
    /// Nintex has two: `accessCode`, in which the person who makes the connection signs in at the provider, and
    /// `application`, in which the Xtension signs in with a client ID and a secret of its own. Where a fix leaves a
    /// URL to fill in, the API's documentation has it.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": {
    ///       "type": "oauth2",
    ///       "flow": «"implicit"»,
    ///       "authorizationUrl": "https://login.example.com/oauth/authorize",
    ///       "scopes": {}
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Let people sign in: `accessCode`
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "tokenUrl": "https://login.example.com/oauth/token",
    ///       "authorizationUrl": "https://login.example.com/oauth/authorize",
    ///       "scopes": {}
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Let the Xtension sign in by itself: `application`
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": {
    ///       "type": "oauth2",
    ///       "flow": "application",
    ///       "tokenUrl": "https://login.example.com/oauth/token",
    ///       "scopes": {}
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "securityDefinitions": { «"oauth"»: { "type": "oauth2", "tokenUrl": "https://example.com/token" } } }
    /// ```
    /// ## Fix: Let people sign in: `accessCode`
    /// ```json
    /// { "securityDefinitions": { "oauth": { "type": "oauth2", "flow": "accessCode", "authorizationUrl": "https://example.com/authorize", "tokenUrl": "https://example.com/token" } } }
    /// ```
    /// ## Fix: Let the Xtension sign in by itself: `application`
    /// ```json
    /// { "securityDefinitions": { "oauth": { "type": "oauth2", "flow": "application", "tokenUrl": "https://example.com/token" } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "securityDefinitions": { "robot": { "type": "oauth2", "flow": "application", "scopes": {} } } }
    /// ```
    Error "oauth-flow-unsupported" Documented
    from "https://help.nintex.com/en-US/xtensions/04_Reference/Tutorials/OAuth.htm"
}

const BECAUSE: &str = "Nintex Automation Cloud has two flows, `accessCode` (a person signs in) and `application` (client \
                       ID and secret), and cannot make a connection with any other.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    for definition in document.security_definitions() {
        let value = definition.value();
        if value.get("flows").is_some() {
            // OpenAPI 3 has `flows`; that is another rule's.
            continue;
        }
        let diagnostic = match value.get("flow") {
            None if definition.is_type("oauth2") => {
                let message = format!("The OAuth 2.0 definition `{}` does not say which flow it uses.", definition.name());
                findings.add(definition.member, message, BECAUSE)
            }
            Some(flow) if definition.object.key("flow").is_some() => {
                let Some(name) = flow.as_str() else { continue };
                if matches!(&*name, "accessCode" | "application") || oauth::flow_in_version_2(&name).is_some() {
                    continue;
                }
                findings.add(flow, format!("Nintex does not have the OAuth 2.0 flow `{name}`."), BECAUSE)
            }
            _ => continue,
        };
        for key in ["authorizationUrl", "tokenUrl"].into_iter().filter(|key| definition.object.key(key).is_none()) {
            if let Some(member) = value.member_named(key) {
                diagnostic.label(member.name_span(), "that flow does not have this address");
            }
        }
        for (flow, title, consequence) in [
            (
                "accessCode",
                "Let people sign in: `accessCode`",
                "Each connection is made by a person who signs in at the provider. The provider must know Nintex's \
                 redirect URL. Check the URLs.",
            ),
            (
                "application",
                "Let the Xtension sign in by itself: `application`",
                "All connections act as one application, with a client ID and a secret. Check the token URL.",
            ),
        ] {
            let (edits, blank) = change_flow(value, flow);
            let consequence = format!("{consequence} {}", sign_in::IMPORT_AGAIN);
            match blank {
                Some(blank) => diagnostic.template_fix(title, consequence, edits, &blank),
                None => diagnostic.review_fix(title, consequence, edits),
            };
        }
    }
}

/// The edits that make the definition one of `flow`, and the URL among them that is only a guess.
fn change_flow(definition: Value<'_>, flow: &str) -> (Vec<Edit>, Option<String>) {
    let mut edits = Vec::new();
    let mut blank = None;
    let quoted = format!("\"{flow}\"");
    let place = definition.member_named("flow").or_else(|| definition.member_named("type"));
    let position = place.map_or(Position::First, Position::After);
    match definition.get("flow") {
        Some(value) => edits.push(edit::replace_value(value, &quoted)),
        None => edits.push(edit::insert_member(definition, position, "flow", &quoted)),
    }
    let wanted = if flow == "accessCode" { &["authorizationUrl", "tokenUrl"][..] } else { &["tokenUrl"] };
    for &key in wanted {
        if definition.get(key).is_none() {
            let url = oauth::guess_url(definition, key);
            edits.push(edit::insert_member(definition, position, key, &format!("\"{url}\"")));
            blank = Some(url);
        }
    }
    if flow == "application"
        && let Some(member) = definition.member_named("authorizationUrl")
    {
        edits.push(edit::remove_member(member));
    }
    (edits, blank)
}
