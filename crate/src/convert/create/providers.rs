//! The addresses of providers of OAuth 2.0, for those who begin with the provider's name.

use serde::{Deserialize, Serialize};
use tsify::Tsify;

use crate::nintex::provider::by_url;

/// A provider that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct KnownProvider {
    /// What it is called.
    pub name: String,
    /// Where people sign in; empty where nobody does. What differs stands in braces.
    pub authorization_url: String,
    /// Where tokens come from. What differs stands in braces.
    pub token_url: String,
    /// What stands in braces in these; none where they are the same for everybody.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[tsify(optional)]
    pub site: Option<Site>,
    /// Scopes as they look there, to show how they are written; may be empty.
    pub scopes: String,
    /// What else to know of it, in a sentence or two; may be empty.
    pub advice: String,
}

/// What differs in the addresses of a provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Site {
    /// Its name in the braces.
    pub name: String,
    /// Its name for people.
    pub title: String,
    /// One as it may be.
    pub example: String,
}

/// All providers that can be chosen, by their names.
pub fn providers() -> Vec<KnownProvider> {
    KNOWN.iter().map(Known::told).collect()
}

/// The provider of that name, in letters of any size.
pub fn provider(name: &str) -> Option<KnownProvider> {
    KNOWN.iter().find(|known| known.name.eq_ignore_ascii_case(name.trim())).map(Known::told)
}

/// A row of the table.
struct Known {
    name: &'static str,
    /// Where people sign in, and where tokens come from.
    urls: [&'static str; 2],
    /// Name, title and example of what differs.
    site: Option<[&'static str; 3]>,
    scopes: &'static str,
}

impl Known {
    fn told(&self) -> KnownProvider {
        let [authorization_url, token_url] = self.urls.map(str::to_owned);
        KnownProvider {
            name: self.name.to_owned(),
            advice: by_url(&token_url).map_or("", |provider| provider.advice).to_owned(),
            authorization_url,
            token_url,
            site: self.site.map(|site| {
                let [name, title, example] = site.map(str::to_owned);
                Site { name, title, example }
            }),
            scopes: self.scopes.to_owned(),
        }
    }
}

const fn known(
    name: &'static str,
    urls: [&'static str; 2],
    site: Option<[&'static str; 3]>,
    scopes: &'static str,
) -> Known {
    Known { name, urls, site, scopes }
}

/// Each as the provider documents it, at the source that [`Provider`](crate::nintex::provider::Provider) names.
static KNOWN: &[Known] = &[
    known(
        "Adobe Acrobat Sign",
        ["https://secure.{shard}.adobesign.com/public/oauth/v2", "https://api.{shard}.adobesign.com/oauth/v2/token"],
        Some(["shard", "Shard", "na1"]),
        "agreement_read:account",
    ),
    known(
        "Asana",
        ["https://app.asana.com/-/oauth_authorize", "https://app.asana.com/-/oauth_token"],
        None,
        "tasks:read",
    ),
    known(
        "Atlassian",
        ["https://auth.atlassian.com/authorize", "https://auth.atlassian.com/oauth/token"],
        None,
        "read:jira-work",
    ),
    known(
        "Auth0",
        ["https://{domain}.auth0.com/authorize", "https://{domain}.auth0.com/oauth/token"],
        Some(["domain", "Auth0 domain, without .auth0.com", "contoso.eu"]),
        "openid profile",
    ),
    known(
        "Box",
        ["https://account.box.com/api/oauth2/authorize", "https://api.box.com/oauth2/token"],
        None,
        "root_readwrite",
    ),
    known(
        "DocuSign",
        ["https://account.docusign.com/oauth/auth", "https://account.docusign.com/oauth/token"],
        None,
        "signature",
    ),
    known(
        "Dropbox",
        ["https://www.dropbox.com/oauth2/authorize", "https://api.dropboxapi.com/oauth2/token"],
        None,
        "files.content.read",
    ),
    known(
        "GitHub",
        ["https://github.com/login/oauth/authorize", "https://github.com/login/oauth/access_token"],
        None,
        "repo",
    ),
    known("GitLab", ["https://gitlab.com/oauth/authorize", "https://gitlab.com/oauth/token"], None, "read_api"),
    known(
        "Google",
        ["https://accounts.google.com/o/oauth2/v2/auth", "https://oauth2.googleapis.com/token"],
        None,
        "https://www.googleapis.com/auth/drive.readonly",
    ),
    known(
        "HubSpot",
        ["https://app.hubspot.com/oauth/authorize", "https://api.hubapi.com/oauth/v1/token"],
        None,
        "crm.objects.contacts.read",
    ),
    known(
        "Intuit QuickBooks",
        ["https://appcenter.intuit.com/connect/oauth2", "https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer"],
        None,
        "com.intuit.quickbooks.accounting",
    ),
    known(
        "LinkedIn",
        ["https://www.linkedin.com/oauth/v2/authorization", "https://www.linkedin.com/oauth/v2/accessToken"],
        None,
        "w_member_social",
    ),
    known(
        "Microsoft Entra External ID",
        [
            "https://{tenantName}.ciamlogin.com/{tenantName}.onmicrosoft.com/oauth2/v2.0/authorize",
            "https://{tenantName}.ciamlogin.com/{tenantName}.onmicrosoft.com/oauth2/v2.0/token",
        ],
        Some(["tenantName", "Tenant name", "contoso"]),
        "openid",
    ),
    known(
        "Microsoft Entra ID",
        [
            "https://login.microsoftonline.com/{tenantId}/oauth2/v2.0/authorize",
            "https://login.microsoftonline.com/{tenantId}/oauth2/v2.0/token",
        ],
        Some(["tenantId", "Tenant: its ID or domain", "contoso.onmicrosoft.com"]),
        "User.Read",
    ),
    known("Nintex", ["", "https://{region}.nintex.io/authentication/v1/token"], Some(["region", "Region", "us"]), ""),
    known(
        "Okta",
        ["https://{domain}.okta.com/oauth2/v1/authorize", "https://{domain}.okta.com/oauth2/v1/token"],
        Some(["domain", "Okta domain, without .okta.com", "contoso"]),
        "okta.users.read",
    ),
    known(
        "OneLogin",
        ["https://{subdomain}.onelogin.com/oidc/2/auth", "https://{subdomain}.onelogin.com/oidc/2/token"],
        Some(["subdomain", "OneLogin subdomain", "contoso"]),
        "openid",
    ),
    known(
        "PingOne",
        ["https://auth.pingone.com/{environmentId}/as/authorize", "https://auth.pingone.com/{environmentId}/as/token"],
        Some(["environmentId", "Environment ID", "3b6c5a3e-0f4b-4d2c-9a51-2f7f0f6b8d11"]),
        "openid",
    ),
    known(
        "Pipedrive",
        ["https://oauth.pipedrive.com/oauth/authorize", "https://oauth.pipedrive.com/oauth/token"],
        None,
        "deals:read",
    ),
    known(
        "Salesforce",
        [
            "https://login.salesforce.com/services/oauth2/authorize",
            "https://login.salesforce.com/services/oauth2/token",
        ],
        None,
        "api",
    ),
    known(
        "ServiceNow",
        ["https://{instance}.service-now.com/oauth_auth.do", "https://{instance}.service-now.com/oauth_token.do"],
        Some(["instance", "Instance", "dev12345"]),
        "useraccount",
    ),
    known(
        "Slack",
        ["https://slack.com/oauth/v2/authorize", "https://slack.com/api/oauth.v2.access"],
        None,
        "chat:write",
    ),
    known(
        "Smartsheet",
        ["https://app.smartsheet.com/b/authorize", "https://api.smartsheet.com/2.0/token"],
        None,
        "READ_SHEETS",
    ),
    known(
        "Xero",
        ["https://login.xero.com/identity/connect/authorize", "https://identity.xero.com/connect/token"],
        None,
        "accounting.contacts.read",
    ),
    known(
        "Zoho",
        ["https://accounts.zoho.com/oauth/v2/auth", "https://accounts.zoho.com/oauth/v2/token"],
        None,
        "ZohoInvoice.invoices.READ",
    ),
    known("Zoom", ["https://zoom.us/oauth/authorize", "https://zoom.us/oauth/token"], None, "meeting:read"),
];
