use crate::diagnostic::Diagnostic;
use crate::json::edit::{self, Position};
use crate::json::{Member, Value, encode};
use crate::openapi::Document;
use crate::openapi::shape::{Fault, Problem};
use crate::rules::{Findings, sign_in};
use crate::text::Edit;

super::rule! {
    /// A security definition has a type that OpenAPI 2.0 does not have.
    ///
    /// There are three: `basic`, `apiKey` and `oauth2`. `http`, `bearer` and `openIdConnect` are of OpenAPI 3. A
    /// bearer token is an API key in the header `Authorization`: whoever makes the connection types `Bearer`, a blank,
    /// and the token.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "token": {
    ///       "type": «"http"»,
    ///       "scheme": "bearer",
    ///       "bearerFormat": "JWT"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Make it an API key in the header `Authorization`
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "token": {
    ///       "type": "apiKey",
    ///       "in": "header",
    ///       "name": "Authorization",
    ///       "description": "Type Bearer, a blank, and the token"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "securityDefinitions": { "people": { "type": «"http"», "scheme": "basic", "description": "Staff" } } }
    /// ```
    /// ## Fix: Make it `basic`
    /// ```json
    /// { "securityDefinitions": { "people": { "type": "basic", "description": "Staff" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "people": {
    ///       "type": «"openIdConnect"»,
    ///       "openIdConnectUrl": "https://login.example.com/.well-known/openid-configuration"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Make it `oauth2`, in which a person signs in
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "people": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.example.com/authorize",
    ///       "tokenUrl": "https://login.example.com/token",
    ///       "scopes": {
    ///         "openid": "Sign in"
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "securityDefinitions": { "key": { "type": «"apikey"», "in": "header", "name": "X-Key" } } }
    /// ```
    /// ## Fix: Write it as `apiKey`
    /// ```json
    /// { "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "securityDefinitions": { «"key"»: { "in": "header", "name": "X-Key" } } }
    /// ```
    /// ## Fix: Write it as `apiKey`
    /// ```json
    /// { "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } } }
    /// ```
    Error "auth-type-unsupported" Documented
    from "https://help.nintex.com/en-US/xtensions/04_Reference/REF_KnownIssues.htm"
}

const BECAUSE: &str = "Nintex can make connections for `basic`, `apiKey` and `oauth2`, and refuses a file with any other \
                       type.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    for problem in document.shape().problems.iter().filter(|problem| problem.rule() == Some(RULE.id)) {
        let Fault::NotAllowed { value: kind, .. } = problem.fault else {
            missing(findings, problem);
            continue;
        };
        let value = kind.parent().unwrap_or(kind);
        let name = kind.as_str().unwrap_or_default();
        let message = format!("`{name}` is not a type of security definition that OpenAPI 2.0 has.");
        let diagnostic = findings.add(kind, message, BECAUSE);
        let lower: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
        let lower = lower.to_ascii_lowercase();
        let scheme = value.get_str("scheme").unwrap_or_default().to_ascii_lowercase();
        match (lower.as_str(), scheme.as_str()) {
            ("http", "basic") | ("basic" | "basicauth", _) => {
                diagnostic.safe_fix("Make it `basic`", become_basic(value, kind));
            }
            ("http", "bearer" | "") | ("bearer" | "jwt" | "token" | "bearertoken" | "bearerauth", _) => {
                diagnostic.safe_fix("Make it an API key in the header `Authorization`", become_key(value, kind));
            }
            ("apikey" | "key", _) => {
                diagnostic.safe_fix("Write it as `apiKey`", [edit::replace_value(kind, "\"apiKey\"")]);
            }
            ("oauth" | "oauth20" | "oauth2", _) => {
                diagnostic.safe_fix("Write it as `oauth2`", [edit::replace_value(kind, "\"oauth2\"")]);
            }
            ("openidconnect" | "oidc" | "openid" | "openidconnecturl", _) => offer_access_code(diagnostic, value, kind),
            _ => {}
        }
    }
}

/// `openIdConnect` is OAuth 2.0 with more to it: what Nintex needs of it stands in the provider's own description.
fn offer_access_code(diagnostic: &mut Diagnostic, definition: Value<'_>, kind: Value<'_>) {
    let known = definition.get_str("openIdConnectUrl").unwrap_or_default();
    let issuer = known.split("/.well-known").next().filter(|url| url.starts_with("https://"));
    let issuer = issuer.unwrap_or("https://example.com/oauth").trim_end_matches('/');
    let is_kept = |name: &str| matches!(name, "type" | "description" | "scopes") || name.starts_with("x-");
    let mut edits = edit::remove_members(definition, |member| !is_kept(&member.name()));
    edits.push(edit::replace_value(kind, "\"oauth2\""));
    let position = kind.member().map_or(Position::First, Position::After);
    let page = format!("{issuer}/authorize");
    let wanted = [("flow", "accessCode"), ("authorizationUrl", &page), ("tokenUrl", &format!("{issuer}/token"))];
    edits.extend(wanted.map(|(key, text)| edit::insert_member(definition, position, key, &encode(text))));
    if definition.get("scopes").is_none() {
        edits.push(edit::insert_member(definition, position, "scopes", "{\n  \"openid\": \"Sign in\"\n}"));
    }
    let consequence = format!(
        "Put in the two addresses: the provider lists them under `/.well-known/openid-configuration`. {}",
        sign_in::IMPORT_AGAIN
    );
    diagnostic.template_fix("Make it `oauth2`, in which a person signs in", consequence, edits, &page);
}

fn missing(findings: &mut Findings, problem: &Problem<'_>) {
    let definition = problem.value();
    let name = definition.member().map(Member::name).unwrap_or_default();
    let message = format!("The security definition `{name}` does not say of what type it is.");
    let diagnostic = findings.add((problem.span(), definition), message, BECAUSE);
    if let Some(meant) = type_by_keys(definition) {
        let edit = edit::insert_member(definition, Position::First, "type", &encode(meant));
        diagnostic.safe_fix(format!("Write it as `{meant}`"), [edit]);
    }
}

/// The type of a definition that does not name it, where its other keys tell.
fn type_by_keys(definition: Value<'_>) -> Option<&'static str> {
    let has = |key: &str| definition.get(key).is_some();
    if has("flow") || has("tokenUrl") || has("authorizationUrl") {
        return Some("oauth2");
    }
    (has("in") && has("name")).then_some("apiKey")
}

fn become_basic(definition: Value<'_>, kind: Value<'_>) -> Vec<Edit> {
    let mut edits = edit::remove_members(definition, |member| member.is("scheme"));
    edits.push(edit::replace_value(kind, "\"basic\""));
    edits
}

/// All that an API key does not have goes, and what it needs comes in its place.
fn become_key(definition: Value<'_>, kind: Value<'_>) -> Vec<Edit> {
    let is_kept = |name: &str| matches!(name, "type" | "description") || name.starts_with("x-");
    let mut edits = edit::remove_members(definition, |member| !is_kept(&member.name()));
    edits.push(edit::replace_value(kind, "\"apiKey\""));
    let position = kind.member().map_or(Position::First, Position::After);
    let mut wanted = vec![("in", "header"), ("name", "Authorization")];
    if definition.get("description").is_none() {
        wanted.push(("description", "Type Bearer, a blank, and the token"));
    }
    edits.extend(wanted.into_iter().map(|(key, text)| edit::insert_member(definition, position, key, &encode(text))));
    edits
}
