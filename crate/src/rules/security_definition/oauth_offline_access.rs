use crate::json::Value;
use crate::nintex::provider::{self, Provider};
use crate::openapi::{Document, SecurityDefinition};
use crate::rules::token_call::is_spelled;
use crate::rules::Findings;
use crate::rules::oauth::{OFFLINE, is_offline_with_blank, offline_with_blank};
use crate::rules::scopes::Asked;

super::rule! {
    /// People sign in at a provider that gives refresh tokens for a scope, and that scope is not asked for.
    ///
    /// Nintex renews a connection by the refresh token that came with the first one. Without it, the connection works
    /// while it is tested, and mostly fails an hour later. Microsoft Entra ID, Okta, Auth0, PingOne, Atlassian and Xero
    /// give one for the scope `offline_access`, Salesforce for `refresh_token`. With the flow `application` there is
    /// nothing to renew. Microsoft's addresses of version 1 give one without being asked.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize",
    ///       "tokenUrl": "https://login.microsoftonline.com/organizations/oauth2/v2.0/token",
    ///       «"scopes"»: { "Mail.Send": "Send mail" }
    ///     }
    ///   },
    ///   "security": [{ "login": ["Mail.Send"] }]
    /// }
    /// ```
    /// ## Fix: Ask for `offline_access`
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize",
    ///       "tokenUrl": "https://login.microsoftonline.com/organizations/oauth2/v2.0/token",
    ///       "scopes": { "Mail.Send": "Send mail", "offline_access": "Keep the connection alive" }
    ///     }
    ///   },
    ///   "security": [{ "login": ["Mail.Send", "offline_access"] }]
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "tokenUrl": "https://identity.xero.com/connect/token",
    ///       "scopes": { "accounting.contacts": "Contacts", «"offline access"»: "Stay signed in" }
    ///     }
    ///   },
    ///   "paths": { "/Contacts": { "get": { "security": [{ "login": [] }] } } }
    /// }
    /// ```
    /// ## Fix: Ask for `offline_access`
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "tokenUrl": "https://identity.xero.com/connect/token",
    ///       "scopes": { "accounting.contacts": "Contacts", "offline_access": "Keep the connection alive" }
    ///     }
    ///   },
    ///   "paths": { "/Contacts": { "get": { "security": [{ "login": [] }] } } }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "one": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "tokenUrl": "https://login.salesforce.com/services/oauth2/token",
    ///       "scopes": { "api refresh_token": "Work with records" }
    ///     },
    ///     "other": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "tokenUrl": "https://oauth2.googleapis.com/token",
    ///       "scopes": { "https://www.googleapis.com/auth/tasks": "Tasks" }
    ///     }
    ///   }
    /// }
    /// ```
    Warning "oauth-offline-access" Documented
    from "https://help.nintex.com/en-US/xtensions/04_Reference/Tutorials/OAuth.htm"
}

const CONSEQUENCE: &str = "People agree to it when they sign in: connections that are there have to be made anew.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    let asked = Asked::new(document);
    let host = provider::host(document);
    for definition in document.security_definitions() {
        let value = definition.value();
        if !definition.is_type("oauth2") || !value.get("flow").is_some_and(|flow| flow.is_str("accessCode")) {
            continue;
        }
        if blank(findings, &asked, definition) {
            continue;
        }
        let Some(provider) = provider::of(value) else { continue };
        let Some(scope) = provider.refresh_scope() else { continue };
        // Where it asks for nothing at all, though it is known for what it should, that is told together.
        if asked.asks_for_nothing(definition) && is_of_known_service(value, &host) {
            continue;
        }
        let asks = asked.any(definition, &|name| provider.is_refresh_scope(name));
        if !asks && !renews_anyway(provider, definition) {
            let place = value.member_named("scopes").unwrap_or(definition.member);
            let message = format!("`{}` does not ask for the scope `{scope}`, so its connections end early.", definition.name());
            let because = format!(
                "{} gives no refresh token without it. Nintex cannot renew the connection, and its actions fail when \
                 the first token ends, mostly after an hour.",
                provider.name
            );
            let is_full = findings.is_full();
            let diagnostic = findings.add(place, message, because);
            let misspelt = |name: &str| is_spelled(name, "offlineaccess");
            if is_full {
                continue;
            }
            if let Some(edits) = asked.change(definition, &misspelt, &[scope]) {
                diagnostic.review_fix(format!("Ask for `{scope}`"), CONSEQUENCE, edits);
            }
        }
    }
}

/// Whether the scope is written with a blank in it, which is then said.
fn blank(findings: &mut Findings, asked: &Asked<'_, '_>, definition: &SecurityDefinition<'_>) -> bool {
    let Some(scope) = offline_with_blank(definition) else { return false };
    let message = format!("The scope `{}` must be written `{OFFLINE}`.", scope.name());
    let because = "With the blank it is two scopes that the provider does not know, and connections end early.";
    let is_full = findings.is_full();
    let diagnostic = findings.add(scope, message, because);
    if !is_full && let Some(edits) = asked.change(definition, &is_offline_with_blank, &[OFFLINE]) {
        diagnostic.review_fix(format!("Ask for `{OFFLINE}`"), CONSEQUENCE, edits);
    }
    true
}

/// Whether Microsoft gives a token for the service at `host`, which is one that is known.
fn is_of_known_service(definition: Value<'_>, host: &str) -> bool {
    let url = definition.get_str("tokenUrl").unwrap_or_default();
    provider::resource(host).is_some() && provider::entra_url(&url).is_some_and(|url| url.version == 2)
}

/// Whether connections are renewed without the scope: version 1 of Microsoft's addresses knows no scopes, and who names
/// none to Salesforce gets all that the registered client has.
fn renews_anyway(provider: &Provider, definition: &SecurityDefinition<'_>) -> bool {
    if provider.gives_all_by_default {
        return definition.scopes().next().is_none();
    }
    let urls = ["authorizationUrl", "tokenUrl"].into_iter().filter_map(|key| definition.value().get_str(key));
    urls.into_iter().any(|url| provider::entra_url(&url).is_some_and(|url| url.version == 1))
}
