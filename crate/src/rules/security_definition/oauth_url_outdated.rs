use crate::json::{Member, Value, encode};
use crate::nintex::provider::{self, EntraUrl, by_url, entra_url, resource};
use crate::openapi::{Document, SecurityDefinition};
use crate::rules::{Findings, sign_in};
use crate::rules::scopes::Asked;
use crate::text::{Edit, Gather};

super::rule! {
    /// An address for OAuth 2.0 is one of before: the provider has a newer one.
    ///
    /// Above all, that is so of version 1 of Microsoft's protocol. It does not read scopes and wants a `resource` instead.
    /// The presets for Azure Active Directory version 1, Microsoft Graph and SharePoint Online in Nintex's wizard add one;
    /// “Generic OAuth 2”, which Nintex recommends for Microsoft Graph, does not. Published Xtensions with such addresses
    /// work with one of those presets. For K2, nothing is said: its own documentation has version 1.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "host": "graph.microsoft.com",
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": «"https://login.microsoftonline.com/common/oauth2/authorize"»,
    ///       "tokenUrl": "https://login.microsoftonline.com/common/oauth2/token",
    ///       "scopes": { "Mail.Send": "Send mail" }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Use version 2
    /// ```json
    /// {
    ///   "host": "graph.microsoft.com",
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
    ///       "tokenUrl": "https://login.microsoftonline.com/common/oauth2/v2.0/token",
    ///       "scopes": { "Mail.Send": "Send mail", "offline_access": "Keep the connection alive" }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://accounts.google.com/o/oauth2/v2/auth",
    ///       "tokenUrl": «"https://www.googleapis.com/oauth2/v4/token"»
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Use Google's current address
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://accounts.google.com/o/oauth2/v2/auth",
    ///       "tokenUrl": "https://oauth2.googleapis.com/token"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "host": "graph.microsoft.com",
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
    ///       "tokenUrl": "https://login.microsoftonline.com/common/oauth2/v2.0/token",
    ///       "scopes": { "Mail.Send": "Send mail", "offline_access": "Stay signed in" }
    ///     }
    ///   }
    /// }
    /// ```
    Hint "oauth-url-outdated" Documented
    from "https://help.nintex.com/en-US/xtensions/04_Reference/Tutorials/OAuth.htm"
}

/// The keys of the two addresses, and how Microsoft's end.
const KEYS: [(&str, &str); 2] = [("authorizationUrl", "authorize"), ("tokenUrl", "token")];

fn check(document: &Document<'_>, findings: &mut Findings) {
    let asked = Asked::new(document);
    for definition in document.security_definitions() {
        // Of a flow that Nintex does not have, something else is to be said first.
        let flow = definition.value().get("flow").and_then(Value::as_str).unwrap_or_default();
        if !definition.is_type("oauth2") || !matches!(&*flow, "accessCode" | "application") {
            continue;
        }
        let values = KEYS.map(|(key, _)| definition.value().get(key));
        if let Some(place) = values.iter().flatten().find(|value| is_version_1(**value)) {
            version_1(document, findings, &asked, definition, *place);
            continue;
        }
        for (which, value) in values.into_iter().enumerate() {
            let Some((value, url)) = value.and_then(|value| Some((value, value.as_str()?))) else { continue };
            let plain = url.split(['?', '#']).next().unwrap_or_default();
            let Some(provider) = by_url(&url).filter(|provider| provider.former_urls.contains(&plain)) else { continue };
            let name = provider.name;
            let message = format!("{name} has a newer address for this.");
            let diagnostic = findings.add(value, message, "The old one still answers, but may stop.");
            if let Some(today) = provider.urls.and_then(|urls| urls.get(which).copied()).filter(|_| plain == url) {
                let edits = [Edit::replace(value.span(), encode(today))];
                diagnostic.review_fix(format!("Use {name}'s current address"), "Both answer alike.", edits);
            }
        }
    }
}

/// Whether it is an address of version 1 that does not bring its `resource` along.
fn is_version_1(value: Value<'_>) -> bool {
    let url = value.as_str().unwrap_or_default();
    entra_url(&url).is_some_and(|url| url.version == 1 && !url.rest.contains("resource="))
}

fn version_1(
    document: &Document<'_>,
    findings: &mut Findings,
    asked: &Asked<'_, '_>,
    definition: &SecurityDefinition<'_>,
    place: Value<'_>,
) {
    let host = provider::host(document);
    let value = definition.value();
    let written = KEYS.map(|(key, _)| value.get_str(key));
    let urls = written.iter().flatten().map(|url| entra_url(url)).gathered();
    // Where the other one is of version 2, that is another matter.
    let is_mixed = urls.iter().any(|url| url.is_none_or(|url| url.version != 1));
    if is_mixed || resource(&host).is_some_and(|resource| resource.name == "K2") {
        return;
    }
    let is_full = findings.is_full();
    let diagnostic = findings.add(
        place,
        format!("`{}` signs in by version 1 of Microsoft's protocol.", definition.name()),
        format!(
            "It wants a `resource` instead of scopes. Nintex adds one only with a preset such as “{}”; with “Generic \
             OAuth 2”, the token is of no use.",
            provider::preset(document, definition)
        ),
    );
    let (false, Some(mut edits)) = (is_full, scopes(asked, definition, &host)) else { return };
    for (key, role) in KEYS {
        let Some(value) = value.get(key) else { continue };
        let url = value.as_str().unwrap_or_default();
        let Some(url) = entra_url(&url) else { continue };
        let in_version_2 = EntraUrl { rest: role, ..url }.in_version_2(url.tenant);
        edits.push(Edit::replace(value.span(), encode(&in_version_2)));
    }
    diagnostic.review_fix("Use version 2", sign_in::AS_VERSION_2, edits);
}

/// What makes the scopes fit for version 2; none where it takes more than the document says.
fn scopes(asked: &Asked<'_, '_>, definition: &SecurityDefinition<'_>, host: &str) -> Option<Vec<Edit>> {
    let resource = resource(host).filter(|_| !host.contains('{'));
    let default = resource.map(|resource| resource.default_scope(host));
    let is_application = definition.value().get("flow").is_some_and(|flow| flow.is_str("application"));
    if is_application {
        return asked.change(definition, &|name| !name.ends_with("/.default"), &[&default?]);
    }
    let is_for_graph = resource.is_some_and(|resource| resource.name == "Microsoft Graph");
    let mut names = definition.scopes().map(Member::name).peekable();
    if names.peek().is_none() {
        return asked.change(definition, &|_| false, &[&default?, "offline_access"]);
    }
    if is_for_graph || names.all(|name| name.contains("://")) {
        return asked.change(definition, &|_| false, &["offline_access"]);
    }
    None
}
