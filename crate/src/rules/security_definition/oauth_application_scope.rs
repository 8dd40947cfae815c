use std::borrow::Cow;

use crate::diagnostic::Severity;
use crate::json::Member;
use crate::nintex::provider::{self, entra_url, resource};
use crate::openapi::{Document, SecurityDefinition};
use crate::rules::Findings;
use crate::rules::scopes::Asked;
use crate::text::Gather;

super::rule! {
    /// A definition with the flow `application` lists scopes that are for people who sign in.
    ///
    /// Microsoft Entra ID takes one scope in this flow: the service's address with `/.default` behind it, which stands for
    /// all permissions that an administrator gave the registered client. Any other is answered by AADSTS1002012 or
    /// AADSTS70011. And no provider gives a refresh token in this flow: Nintex fetches another token instead, so
    /// `offline_access` is of no use.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "host": "graph.microsoft.com",
    ///   "securityDefinitions": {
    ///     "robot": {
    ///       "type": "oauth2",
    ///       "flow": "application",
    ///       "tokenUrl": "https://login.microsoftonline.com/example.com/oauth2/v2.0/token",
    ///       «"scopes"»: { "Mail.Send": "Send mail", "User.Read": "Read people" }
    ///     }
    ///   },
    ///   "security": [{ "robot": ["Mail.Send"] }]
    /// }
    /// ```
    /// ## Fix: Ask for `https://graph.microsoft.com/.default` alone
    /// ```json
    /// {
    ///   "host": "graph.microsoft.com",
    ///   "securityDefinitions": {
    ///     "robot": {
    ///       "type": "oauth2",
    ///       "flow": "application",
    ///       "tokenUrl": "https://login.microsoftonline.com/example.com/oauth2/v2.0/token",
    ///       "scopes": { "https://graph.microsoft.com/.default": "What the registered client may do" }
    ///     }
    ///   },
    ///   "security": [{ "robot": ["https://graph.microsoft.com/.default"] }]
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "robot": {
    ///       "type": "oauth2",
    ///       "flow": "application",
    ///       "tokenUrl": "https://login.example.com/token",
    ///       «"scopes"»: { "notes.read": "Read notes", "offline_access": "Stay signed in" }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove `offline_access`
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "robot": {
    ///       "type": "oauth2",
    ///       "flow": "application",
    ///       "tokenUrl": "https://login.example.com/token",
    ///       "scopes": { "notes.read": "Read notes" }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "robot": {
    ///       "type": "oauth2",
    ///       "flow": "application",
    ///       "tokenUrl": "https://login.microsoftonline.com/example.com/oauth2/v2.0/token",
    ///       "scopes": { "api://notes/.default": "Notes" }
    ///     }
    ///   }
    /// }
    /// ```
    Error "oauth-application-scope" Documented
    from "https://learn.microsoft.com/en-us/entra/identity-platform/scenario-daemon-acquire-token"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let asked = Asked::new(document);
    for definition in document.security_definitions() {
        let value = definition.value();
        if !definition.is_type("oauth2") || !value.get("flow").is_some_and(|flow| flow.is_str("application")) {
            continue;
        }
        let scopes = value.member_named("scopes");
        if value.get_str("tokenUrl").is_some_and(|url| entra_url(&url).is_some_and(|url| url.version == 2)) {
            for_microsoft(document, findings, &asked, definition, scopes.unwrap_or(definition.member));
            continue;
        }
        let provider = provider::of(value);
        let renews =
            |name: &str| name == "offline_access" || provider.is_some_and(|provider| provider.is_refresh_scope(name));
        let Some(renewing) = definition.scopes().find(|scope| renews(&scope.name())) else { continue };
        let name = renewing.name();
        let diagnostic = findings.add(
            scopes.unwrap_or(definition.member),
            format!("`{name}` is of no use with the flow `application`."),
            "Nobody signs in whose connection could be renewed: Nintex fetches another token. Some providers refuse the \
             scope here.",
        );
        diagnostic.severity(Severity::Hint);
        if let Some(edits) = asked.change(definition, &renews, &[]) {
            diagnostic.review_fix(format!("Remove `{name}`"), "Tokens are fetched without it.", edits);
        }
    }
}

fn for_microsoft(
    document: &Document<'_>,
    findings: &mut Findings,
    asked: &Asked<'_, '_>,
    definition: &SecurityDefinition<'_>,
    place: Member<'_>,
) {
    let is_wrong = |name: &str| name.split_ascii_whitespace().any(|part| !part.ends_with("/.default"));
    let names = definition.scopes().map(Member::name).gathered();
    let wrong = names.iter().find(|name| is_wrong(name));
    let message = match wrong {
        Some(name) => format!("With the flow `application`, Microsoft does not take the scope `{name}`."),
        None if names.is_empty() => {
            format!("With the flow `application`, Microsoft wants one scope, and `{}` has none.", definition.name())
        }
        None => return,
    };
    let because = "Microsoft gives a token for the service's address with `/.default` behind it, and for nothing else.";
    let is_full = findings.is_full();
    let diagnostic = findings.add(place, message, because);
    if wrong.is_none() {
        diagnostic.severity(Severity::Warning);
    }
    let (false, Some(right)) = (is_full, default_scope(document, &names)) else { return };
    if let Some(edits) = asked.change(definition, &is_wrong, &[&right]) {
        let consequence = "An administrator gives the registered client the permissions that it needs, once for all.";
        diagnostic.review_fix(format!("Ask for `{right}` alone"), consequence, edits);
    }
}

/// The one scope to ask for: one of these, that of the service that is called, or that of the service named in one of
/// them.
fn default_scope(document: &Document<'_>, names: &[Cow<'_, str>]) -> Option<String> {
    let mut parts = names.iter().flat_map(|name| name.split_ascii_whitespace());
    if let Some(default) = parts.clone().find(|part| part.ends_with("/.default")) {
        return Some(default.to_owned());
    }
    let host = provider::host(document);
    if let Some(resource) = resource(&host).filter(|_| !host.contains('{')) {
        return Some(resource.default_scope(&host));
    }
    let full = parts.find(|part| part.contains("://"))?;
    let (service, _) = full.rsplit_once('/')?;
    (!service.ends_with('/')).then(|| format!("{service}/.default"))
}
