use crate::diagnostic::Severity;
use crate::json::Value;
use crate::nintex::provider::{EntraUrl, entra_url};
use crate::nintex::{Braces, placeholders};
use crate::openapi::{Document, SecurityDefinition};
use crate::rules::Findings;
use crate::rules::connection_questions::{Question, ask};
use crate::text::{Edit, Gather, Span};

super::rule! {
    /// An address of Microsoft Entra ID does not say of which tenant it is.
    ///
    /// The first part of the path is the tenant's ID, one of its domains, or, where people sign in, `organizations` or
    /// `common` for all tenants. What stands there to be filled in, such as `YOUR_TENANT_ID`, is none of these. With the
    /// flow `application` nobody signs in who could tell the tenant, so it has to be a certain one.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.microsoftonline.com/«{YourTenantID}»/oauth2/v2.0/authorize",
    ///       "tokenUrl": "https://login.microsoftonline.com/{YourTenantID}/oauth2/v2.0/token"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Ask for the tenant in each connection
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.microsoftonline.com/{{tenantId}}/oauth2/v2.0/authorize",
    ///       "tokenUrl": "https://login.microsoftonline.com/{{tenantId}}/oauth2/v2.0/token",
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": {
    ///           "tenantId": {
    ///             "type": "string",
    ///             "title": "Tenant ID"
    ///           }
    ///         },
    ///         "required": [
    ///           "tenantId"
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Let people of all tenants sign in
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize",
    ///       "tokenUrl": "https://login.microsoftonline.com/organizations/oauth2/v2.0/token"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "robot": {
    ///       "type": "oauth2",
    ///       "flow": "application",
    ///       "tokenUrl": "https://login.microsoftonline.com/«common»/oauth2/v2.0/token",
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": { "tenantId": { "type": "string", "title": "Tenant" } },
    ///         "required": ["tenantId"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Ask for the tenant in each connection
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "robot": {
    ///       "type": "oauth2",
    ///       "flow": "application",
    ///       "tokenUrl": "https://login.microsoftonline.com/{{tenantId}}/oauth2/v2.0/token",
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": { "tenantId": { "type": "string", "title": "Tenant" } },
    ///         "required": ["tenantId"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "one": { "type": "oauth2", "tokenUrl": "https://login.microsoftonline.com/common/oauth2/token" },
    ///     "two": { "type": "oauth2", "tokenUrl": "https://login.microsoftonline.com/example.com/oauth2/token" },
    ///     "three": { "type": "oauth2", "tokenUrl": "https://login.microsoftonline.com/{{tenant}}/oauth2/token" },
    ///     "four": {
    ///       "type": "oauth2",
    ///       "flow": "application",
    ///       "tokenUrl": "https://login.microsoftonline.com/01234567-89ab-cdef-0123-456789abcdef/oauth2/token"
    ///     }
    ///   }
    /// }
    /// ```
    Error "entra-tenant-unknown" Documented
    from "https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols#endpoints"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for definition in document.security_definitions().iter().filter(|definition| definition.is_type("oauth2")) {
        let flow = definition.value().get("flow");
        let is_application = flow.is_some_and(|flow| flow.is_str("application"));
        let mut places = Vec::new();
        let mut is_shared = false;
        for key in ["authorizationUrl", "tokenUrl"] {
            let Some(value) = definition.value().get(key) else { continue };
            let written = value.as_str().unwrap_or_default();
            let Some(url) = entra_url(&written) else { continue };
            let is_shared_here = url.is_shared() && is_application && key == "tokenUrl";
            if is_shared_here || !is_known(&url) {
                is_shared = is_shared_here;
                let whole = value.span();
                let start = written.find(url.tenant).unwrap_or_default() as u32 + whole.start + 1;
                let part = Span::new(start, start + url.tenant.len() as u32);
                places.push((value, if value.has_escapes() { whole } else { part }, url.tenant.to_owned()));
            }
        }
        if !places.is_empty() {
            report(document, findings, definition, &places, is_shared);
        }
    }
}

/// Whether Microsoft can know the tenant: an ID, a domain, a word for several, or a placeholder that Nintex replaces.
fn is_known(url: &EntraUrl<'_>) -> bool {
    let tenant = url.tenant;
    if tenant.contains('{') {
        // Of braces that do not pair up, another rule speaks; and of those in other than the usual addresses.
        let is_usual = url.host.starts_with("login.microsoftonline.") || url.host == "login.windows.net";
        return !is_usual || placeholders(tenant).all(|one| one.braces != Braces::Single);
    }
    let is_to_fill_in = tenant.contains(['<', '[', '$', '%', ' ']);
    let groups = tenant.split('-').map(str::len).gathered();
    let is_id = groups == [8, 4, 4, 4, 12]
        && tenant.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
        && tenant.bytes().any(|byte| byte.is_ascii_alphanumeric() && byte != b'0');
    url.is_shared() || is_id || (tenant.contains('.') && !is_to_fill_in)
}

fn report(
    document: &Document<'_>,
    findings: &mut Findings,
    definition: &SecurityDefinition<'_>,
    places: &[(Value<'_>, Span, String)],
    is_shared: bool,
) {
    let Some(((first, span, tenant), others)) = places.split_first() else { return };
    let is_full = findings.is_full();
    let (message, because) = if is_shared {
        (
            format!("With the flow `application`, Microsoft cannot tell which tenant `{tenant}` is."),
            "Nobody signs in who could tell it, and the token is refused or is one for another tenant.",
        )
    } else {
        (
            format!("`{tenant}` is no tenant of Microsoft Entra ID."),
            "Microsoft answers AADSTS90002 or AADSTS900023, that it does not find the tenant, and nobody can sign in.",
        )
    };
    let diagnostic = findings.add((*span, *first), message, because);
    if is_shared {
        diagnostic.severity(Severity::Warning);
    }
    diagnostic.label_each(&mut others.iter().map(|other| other.1), "here, too");
    if is_full || places.iter().any(|place| place.0.has_escapes()) {
        return;
    }
    let fill = |tenant: &str| places.iter().map(|place| Edit::replace(place.1, tenant)).gathered();
    let question = Question { name: "tenantId", title: Some("Tenant ID"), description: None };
    if let Some(asked) = ask(document, &[question]) {
        let mut edits = fill("{{tenantId}}");
        edits.extend(asked);
        let consequence = "Whoever makes a connection fills in the ID of their tenant. That Nintex replaces placeholders in \
                           these addresses is seen in published Xtensions, and not documented.";
        diagnostic.review_fix("Ask for the tenant in each connection", consequence, edits);
    }
    if !definition.value().get("flow").is_some_and(|flow| flow.is_str("application")) {
        let consequence = "The registered client must be one for several tenants. For one tenant alone, put in its ID.";
        diagnostic.review_fix("Let people of all tenants sign in", consequence, fill("organizations"));
    }
}
