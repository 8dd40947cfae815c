//! What the rules about OAuth 2.0 share.

use crate::json::{Member, Value};
use crate::nintex::provider;
use crate::openapi::SecurityDefinition;
use crate::text::Names;

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

/// What most providers call the scope without which connections end early.
pub(super) const OFFLINE: &str = "offline_access";

/// Whether it is the name of that scope with a blank in it, which makes two of it.
pub(super) fn is_offline_with_blank(scope: &str) -> bool {
    scope.eq_ignore_ascii_case("offline access")
}

/// The scope of that name where people sign in by the definition, at a provider that may know the right one.
pub(super) fn offline_with_blank<'a>(definition: &SecurityDefinition<'a>) -> Option<Member<'a>> {
    let scope = definition.scopes().find(|scope| is_offline_with_blank(&scope.name()))?;
    let value = definition.value();
    let has_another = provider::of(value).is_some_and(|provider| provider.refresh_scope() != Some(OFFLINE));
    let is_asked = definition.is_type("oauth2") && value.get("flow").is_some_and(|flow| flow.is_str("accessCode"));
    (is_asked && !has_another).then_some(scope)
}

/// The two scopes that a name consists of where what stood between them was lost: the same twice, two that operations
/// ask for, or one and `offline_access`.
pub(super) fn joined<'n>(scope: &'n str, asked: &Names<'_>) -> Option<(&'n str, &'n str)> {
    // Plain words are put together all the time: `supplier` and `invoice`.
    let is_scope = |part: &str| part.len() >= 4 && part.bytes().any(|byte| !byte.is_ascii_alphanumeric());
    let is_joined = |(one, other): &(&str, &str)| {
        let is_offline = |part: &str| part == "offline_access";
        is_scope(one)
            && is_scope(other)
            && (one == other || (asked.contains(one) && asked.contains(other)) || is_offline(one) || is_offline(other))
    };
    let is_name = |scope: &&str| scope.len() <= 200 && !scope.bytes().any(|byte| matches!(byte, b' ' | b','));
    let scope = Some(scope).filter(is_name)?;
    (1..scope.len()).filter_map(|at| scope.split_at_checked(at)).find(is_joined)
}

/// The last part of the path of a URL, in small letters.
pub(super) fn last_part(url: &str) -> String {
    let path = url.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    path.rsplit_once('/').map_or("", |(_, last)| last).to_ascii_lowercase()
}
