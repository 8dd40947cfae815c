//! What the rules about OAuth 2.0 share.

use crate::json::Value;
use crate::nintex::provider;

/// What OpenAPI 2.0 calls a flow that has another name, or other letters.
pub(super) fn flow_in_version_2(name: &str) -> Option<&'static str> {
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let meant = match plain.to_ascii_lowercase().as_str() {
        "accesscode" | "authorizationcode" | "authorisationcode" | "authcode" | "code" => "accessCode",
        "application" | "clientcredentials" | "clientcredential" => "application",
        "implicit" => "implicit",
        "password" | "resourceownerpassword" => "password",
        _ => return None,
    };
    (meant != name).then_some(meant)
}

/// What the URL under `key` probably is, given the other one: that of the same provider, where it is known; else most
/// providers name the two alike.
pub(super) fn guess_url(definition: Value<'_>, key: &str) -> String {
    let (other, from, to) = match key {
        "tokenUrl" => ("authorizationUrl", ["authorize", "authorization", "auth"], "token"),
        _ => ("tokenUrl", ["token", "access_token", "accesstoken"], "authorize"),
    };
    let known = definition.get_str(other).unwrap_or_default();
    let which = usize::from(key == "tokenUrl");
    if let Some(url) = provider::by_url(&known).and_then(|provider| provider.urls?.get(which).copied()) {
        return url.to_owned();
    }
    let path = known.split(['?', '#']).next().unwrap_or_default();
    match path.rsplit_once('/') {
        Some((before, last)) if from.contains(&&*last.to_ascii_lowercase()) => format!("{before}/{to}"),
        _ => format!("https://example.com/oauth/{to}"),
    }
}
