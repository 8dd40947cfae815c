//! The providers that are known.

use super::{Provider, Refresh};
use crate::openapi::vocabulary::for_reading;

pub(super) const ENTRA: &str = "Microsoft Entra ID";
pub(super) const SALESFORCE: &str = "Salesforce";

/// The host that Microsoft names for Entra ID outside the national clouds.
pub(super) const ENTRA_HOST: &str = "login.microsoftonline.com";

pub(super) const ENTRA_HOSTS: &[&str] = &[ENTRA_HOST, "login.windows.net", "login.microsoft.com", "sts.windows.net"];

pub(super) const ENTRA_NATIONAL_HOSTS: &[&str] = &[
    "login.microsoftonline.us",
    "login-us.microsoftonline.com",
    "login.partner.microsoftonline.cn",
    "login.chinacloudapi.cn",
];

/// How the hosts of a national cloud end, and the host that Microsoft names for it today:
/// <https://learn.microsoft.com/en-us/entra/identity-platform/authentication-national-cloud>.
pub(super) const ENTRA_NATIONAL_CLOUDS: &[(&str, &str)] = &[
    (".us", "login.microsoftonline.us"),
    ("login-us.microsoftonline.com", "login.microsoftonline.us"),
    (".cn", "login.partner.microsoftonline.cn"),
];

const OFFLINE_ACCESS: Refresh = Refresh::Scope(&["offline_access"]);

impl Provider {
    const fn new(name: &'static str, hosts: &'static [&'static str], refresh: Refresh, source: &'static str) -> Self {
        let source = for_reading(source);
        Provider {
            name,
            hosts,
            urls: None,
            former_urls: &[],
            is_at_one_host: false,
            refresh,
            gives_all_by_default: false,
            advice: "",
            source,
        }
    }

    const fn at(self, authorization_url: &'static str, token_url: &'static str) -> Self {
        Provider { urls: Some([authorization_url, token_url]), ..self }
    }

    const fn formerly(self, former_urls: &'static [&'static str]) -> Self {
        Provider { former_urls, ..self }
    }

    const fn at_one_host(self) -> Self {
        Provider { is_at_one_host: true, ..self }
    }

    const fn giving_all_by_default(self) -> Self {
        Provider { gives_all_by_default: true, ..self }
    }

    const fn advising(self, advice: &'static str) -> Self {
        Provider { advice, ..self }
    }
}

/// All providers that are known, each recognised by the hosts of its addresses.
pub static PROVIDERS: &[Provider] = &[
    Provider::new(
        ENTRA,
        ENTRA_HOSTS,
        OFFLINE_ACCESS,
        "https://learn.microsoft.com/en-us/answers/questions/702519/endpoint-url-for-offline-access",
    ),
    Provider::new(
        ENTRA,
        ENTRA_NATIONAL_HOSTS,
        OFFLINE_ACCESS,
        "https://learn.microsoft.com/en-us/entra/identity-platform/authentication-national-cloud",
    ),
    Provider::new(
        "Microsoft Entra External ID",
        &[".b2clogin.com", ".ciamlogin.com"],
        OFFLINE_ACCESS,
        "https://learn.microsoft.com/en-us/answers/questions/23845/how-to-get-refresh-token-in-azure-ad-b2c",
    )
    .at_one_host(),
    Provider::new(
        SALESFORCE,
        &["login.salesforce.com", "test.salesforce.com", ".my.salesforce.com"],
        Refresh::Scope(&["refresh_token", "offline_access"]),
        "https://cloudsfdc.com/refresh-token-flow",
    )
    .giving_all_by_default()
    .advising(
        "Production is signed in to at `login.salesforce.com`, a sandbox at `test.salesforce.com`; each needs an \
         Xtension of its own.",
    ),
    Provider::new(
        "Google",
        &["accounts.google.com", "oauth2.googleapis.com", "www.googleapis.com"],
        Refresh::Query("access_type=offline"),
        "https://developers.google.com/identity/protocols/oauth2/web-server",
    )
    .at("https://accounts.google.com/o/oauth2/v2/auth", "https://oauth2.googleapis.com/token")
    .formerly(&[
        "https://accounts.google.com/o/oauth2/auth",
        "https://accounts.google.com/o/oauth2/token",
        "https://www.googleapis.com/oauth2/v3/token",
        "https://www.googleapis.com/oauth2/v4/token",
    ]),
    Provider::new("Auth0", &[".auth0.com"], OFFLINE_ACCESS, "https://auth0.com/docs/secure/tokens/refresh-tokens")
        .at_one_host(),
    Provider::new(
        "Okta",
        &[".okta.com", ".oktapreview.com", ".okta-emea.com"],
        OFFLINE_ACCESS,
        "https://developer.okta.com/docs/guides/refresh-tokens/main/",
    )
    .at_one_host(),
    Provider::new("OneLogin", &[".onelogin.com"], Refresh::Setting, "https://developers.onelogin.com/openid-connect")
        .at_one_host(),
    Provider::new(
        "PingOne",
        &[".pingone.com", ".pingone.eu", ".pingone.ca", ".pingone.asia"],
        OFFLINE_ACCESS,
        "https://developer.pingidentity.com/pingone-api/auth/openid-connect-oauth-2/authorize-intro.html",
    )
    .at_one_host(),
    Provider::new(
        "Atlassian",
        &["auth.atlassian.com"],
        OFFLINE_ACCESS,
        "https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/",
    )
    .at("https://auth.atlassian.com/authorize", "https://auth.atlassian.com/oauth/token"),
    Provider::new(
        "Xero",
        &["login.xero.com", "identity.xero.com"],
        OFFLINE_ACCESS,
        "https://developer.xero.com/documentation/oauth2/auth-flow",
    )
    .at("https://login.xero.com/identity/connect/authorize", "https://identity.xero.com/connect/token")
    .advising("Every call to Xero needs the header `Xero-Tenant-Id`."),
    Provider::new(
        "Dropbox",
        &["www.dropbox.com", "api.dropboxapi.com", "api.dropbox.com"],
        Refresh::Query("token_access_type=offline"),
        "https://dropbox.tech/developers/using-oauth-2-0-with-offline-access",
    )
    .at("https://www.dropbox.com/oauth2/authorize", "https://api.dropboxapi.com/oauth2/token"),
    Provider::new(
        "DocuSign",
        &["account.docusign.com", "account-d.docusign.com"],
        Refresh::Always,
        "https://developers.docusign.com/platform/auth/authcode/",
    )
    .advising(
        "DocuSign wants the scope `signature`. Its demo accounts sign in at `account-d.docusign.com`, all others at \
         `account.docusign.com`.",
    ),
    Provider::new(
        "Box",
        &["account.box.com", "app.box.com", "api.box.com", "www.box.com"],
        Refresh::Always,
        "https://developer.box.com/guides/authentication/oauth2/",
    )
    .at("https://account.box.com/api/oauth2/authorize", "https://api.box.com/oauth2/token"),
    Provider::new(
        "HubSpot",
        &["app.hubspot.com", "app-eu1.hubspot.com", "api.hubapi.com"],
        Refresh::Always,
        "https://developers.hubspot.com/docs/guides/api/app-management/oauth-tokens",
    ),
    Provider::new("Slack", &["slack.com"], Refresh::Always, "https://api.slack.com/authentication/oauth-v2"),
    Provider::new(
        "Zoom",
        &["zoom.us", "zoomgov.com"],
        Refresh::Always,
        "https://developers.zoom.us/docs/integrations/oauth/",
    ),
    Provider::new("Asana", &["app.asana.com"], Refresh::Always, "https://developers.asana.com/docs/oauth")
        .at("https://app.asana.com/-/oauth_authorize", "https://app.asana.com/-/oauth_token"),
    Provider::new(
        "Intuit QuickBooks",
        &["appcenter.intuit.com", "oauth.platform.intuit.com"],
        Refresh::Always,
        "https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/oauth-2.0",
    )
    .at("https://appcenter.intuit.com/connect/oauth2", "https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer"),
    Provider::new(
        "Adobe Acrobat Sign",
        &[".adobesign.com", ".echosign.com"],
        Refresh::Always,
        "https://developer.adobe.com/acrobat-sign/docs/overview/developer_guide/oauth",
    )
    .advising(
        "Acrobat Sign renews tokens at an address of its own, which ends in `/oauth/v2/refresh`; a published Xtension \
         names such an address in `x-ntx-refresh-url`.",
    ),
    Provider::new(
        "LinkedIn",
        &["www.linkedin.com"],
        Refresh::Setting,
        "https://learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens",
    )
    .at("https://www.linkedin.com/oauth/v2/authorization", "https://www.linkedin.com/oauth/v2/accessToken")
    .advising("LinkedIn gives refresh tokens to approved partners; others sign in again every two months."),
    Provider::new(
        "GitHub",
        &["github.com"],
        Refresh::Always,
        "https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps",
    )
    .at("https://github.com/login/oauth/authorize", "https://github.com/login/oauth/access_token"),
    Provider::new("GitLab", &["gitlab.com"], Refresh::Always, "https://docs.gitlab.com/api/oauth2/")
        .at_one_host()
        .at("https://gitlab.com/oauth/authorize", "https://gitlab.com/oauth/token"),
    Provider::new(
        "Zoho",
        &[
            "accounts.zoho.com",
            "accounts.zoho.eu",
            "accounts.zoho.in",
            "accounts.zoho.com.au",
            "accounts.zoho.jp",
            "accounts.zoho.com.cn",
            "accounts.zohocloud.ca",
        ],
        Refresh::Query("access_type=offline"),
        "https://www.zoho.com/invoice/api/v3/oauth/",
    )
    .at_one_host(),
    Provider::new(
        "Pipedrive",
        &["oauth.pipedrive.com"],
        Refresh::Always,
        "https://pipedrive.readme.io/docs/marketplace-oauth-authorization",
    )
    .at("https://oauth.pipedrive.com/oauth/authorize", "https://oauth.pipedrive.com/oauth/token"),
    Provider::new(
        "Smartsheet",
        &["app.smartsheet.com", "app.smartsheet.eu", "api.smartsheet.com", "api.smartsheet.eu"],
        Refresh::Always,
        "https://developers.smartsheet.com/api/smartsheet/guides/advanced-topics/oauth",
    ),
    Provider::new("ServiceNow", &[".service-now.com"], Refresh::Always, "https://www.servicenow.com/docs/")
        .at_one_host(),
    Provider::new("Nintex", &[".nintex.io"], Refresh::Always, "https://github.com/NTX-XT/nac-client").at_one_host(),
];
