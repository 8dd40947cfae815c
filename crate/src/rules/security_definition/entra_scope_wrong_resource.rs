use crate::nintex::provider::{self, Resource, entra_url, host_of, resource};
use crate::openapi::{Document, SecurityDefinition};
use crate::rules::Findings;
use crate::rules::scopes::Asked;

super::rule! {
    /// A definition asks Microsoft Entra ID for a token for another service than the one that is called.
    ///
    /// A scope names its service: `https://contoso.sharepoint.com/AllSites.Read`. A short one, such as `Mail.Send`, is one
    /// of Microsoft Graph. SharePoint, Dynamics 365 and K2 refuse a token for Microsoft Graph, and Microsoft Graph one for
    /// any of these. K2's service is `https://api.k2.com`.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "host": "contoso.sharepoint.com",
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize",
    ///       "tokenUrl": "https://login.microsoftonline.com/organizations/oauth2/v2.0/token",
    ///       «"scopes"»: { "Sites.Read.All": "Read sites", "offline_access": "Stay signed in" }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Ask for `https://contoso.sharepoint.com/.default` instead
    /// ```json
    /// {
    ///   "host": "contoso.sharepoint.com",
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize",
    ///       "tokenUrl": "https://login.microsoftonline.com/organizations/oauth2/v2.0/token",
    ///       "scopes": { "https://contoso.sharepoint.com/.default": "What the registered client may do", "offline_access": "Stay signed in" }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "host": "notes.onk2.com",
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "tokenUrl": "https://login.microsoftonline.com/organizations/oauth2/v2.0/token",
    ///       «"scopes"»: {}
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Ask for `https://api.k2.com/.default`
    /// ```json
    /// {
    ///   "host": "notes.onk2.com",
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "tokenUrl": "https://login.microsoftonline.com/organizations/oauth2/v2.0/token",
    ///       "scopes": {
    ///         "https://api.k2.com/.default": "What the registered client may do",
    ///         "offline_access": "Keep the connection alive"
    ///       }
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
    ///       "tokenUrl": "https://login.microsoftonline.com/organizations/oauth2/v2.0/token",
    ///       "scopes": { "Mail.Send": "Send", "https://graph.microsoft.com/User.Read": "Read", "openid": "Sign in" }
    ///     }
    ///   }
    /// }
    /// ```
    Warning "entra-scope-wrong-resource" Documented
    from "https://learn.microsoft.com/en-us/entra/identity-platform/scopes-oidc"
}

/// Scopes that are about signing in, and of no service.
const OF_NO_SERVICE: [&str; 4] = ["offline_access", "openid", "profile", "email"];

fn check(document: &Document<'_>, findings: &mut Findings) {
    let host = provider::host(document);
    let Some(resource) = resource(&host) else { return };
    let asked = Asked::new(document);
    for definition in document.security_definitions().iter().filter(|definition| definition.is_type("oauth2")) {
        let value = definition.value();
        let url = value.get_str("tokenUrl").unwrap_or_default();
        if entra_url(&url).is_some_and(|url| url.version == 2) {
            report(findings, &asked, definition, resource, &host);
        }
    }
}

fn report(
    findings: &mut Findings,
    asked: &Asked<'_, '_>,
    definition: &SecurityDefinition<'_>,
    resource: &Resource,
    host: &str,
) {
    // With this flow, another rule tells scopes that are not of this form.
    let is_application = definition.value().get("flow").is_some_and(|flow| flow.is_str("application"));
    let is_wrong = |name: &str| {
        name.split_ascii_whitespace().any(|part| {
            let is_judged = !is_application || part.ends_with("/.default");
            is_judged && !OF_NO_SERVICE.contains(&part) && !is_for(resource, part)
        })
    };
    let wrong = definition.scopes().find(|scope| is_wrong(&scope.name()));
    let is_any = |name: &str| !OF_NO_SERVICE.contains(&name);
    let is_nothing = asked.asks_for_nothing(definition);
    if wrong.is_none() && (is_application || asked.any(definition, &is_any)) {
        return;
    }
    let right = resource.default_scope(host);
    let name = resource.name;
    let message = match wrong {
        Some(scope) => format!("The scope `{}` does not belong to {name}, where the calls go.", scope.name()),
        None => format!("The calls go to {name}, but none of its scopes is asked for."),
    };
    let because = "Microsoft gives a token for the service of the scopes, and any other service refuses it with 401.";
    let is_full = findings.is_full();
    let place = definition.value().member_named("scopes").unwrap_or(definition.member);
    let diagnostic = findings.add(place, message, because);
    if is_full || host.contains('{') && right.contains('{') {
        return;
    }
    let renews = is_nothing || asked.any(definition, &|name| name == "offline_access");
    let wanted: &[&str] = if renews { &[&right, "offline_access"] } else { &[&right] };
    if let Some(edits) = asked.change(definition, &is_wrong, wanted) {
        let instead = if wrong.is_some() { " instead" } else { "" };
        let consequence = "The registered client needs the permissions of that service, and people sign in once more.";
        diagnostic.review_fix(format!("Ask for `{right}`{instead}"), consequence, edits);
    }
}

/// Whether a token for that scope is one for the service, as far as can be told.
fn is_for(resource: &Resource, scope: &str) -> bool {
    match scope.split_once("://") {
        Some((scheme, _)) if scheme.eq_ignore_ascii_case("https") => resource.takes_token_for(host_of(scope)),
        // By the ID of an application, which may be the service's.
        Some(_) => true,
        None => scope.contains('/') || resource.name == "Microsoft Graph",
    }
}
