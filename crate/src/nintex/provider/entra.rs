//! Microsoft Entra ID: its addresses, and Microsoft's and K2's services for which it gives tokens.

use super::{host_of, is_host, table};

/// An address of Microsoft Entra ID, in its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntraUrl<'u> {
    /// The host as it is written.
    pub host: &'u str,
    /// The host that Microsoft names today for the same cloud.
    pub cloud: &'static str,
    /// Whose people sign in: an ID, a domain, or `common`, `organizations`, `consumers`.
    pub tenant: &'u str,
    /// Of which version the protocol is: 1, which asks for a `resource`, or 2, which asks for scopes.
    pub version: u8,
    /// What is behind that: `authorize` or `token`, and a query where there is one.
    pub rest: &'u str,
}

/// Takes an address of Microsoft Entra ID apart; none where it is none, or not one of OAuth 2.0.
pub fn entra_url(url: &str) -> Option<EntraUrl<'_>> {
    let host = host_of(url);
    let hosts = table::ENTRA_HOSTS.iter().chain(table::ENTRA_NATIONAL_HOSTS);
    hosts.clone().find(|known| is_host(host, known))?;
    let national = table::ENTRA_NATIONAL_CLOUDS.iter().find(|(end, _)| is_host(host, end));
    let (_, path) = url.split_once("://").map_or(url, |(_, rest)| rest).split_once('/')?;
    let (tenant, rest) = path.split_once("/oauth2/")?;
    let (version, rest) = match rest.strip_prefix("v2.0/") {
        Some(rest) => (2, rest),
        None => (1, rest),
    };
    Some(EntraUrl { host, cloud: national.map_or(table::ENTRA_HOST, |(_, cloud)| cloud), tenant, version, rest })
}

impl EntraUrl<'_> {
    /// Whether it is for people of any organization. Then it is not known which one an application itself belongs to.
    pub fn is_shared(&self) -> bool {
        ["common", "organizations", "consumers"].iter().any(|word| self.tenant.eq_ignore_ascii_case(word))
    }

    /// The same address for `tenant`, in version 2.
    pub fn in_version_2(&self, tenant: &str) -> String {
        format!("https://{}/{tenant}/oauth2/v2.0/{}", self.cloud, self.rest)
    }
}

/// A service for which Microsoft Entra ID gives tokens.
#[derive(Debug)]
pub struct Resource {
    /// What it is called.
    pub name: &'static str,
    /// Its hosts; one that begins with a dot stands for all that end in it.
    hosts: &'static [&'static str],
    /// By which host it is called in scopes; empty where by its own.
    audience: &'static str,
}

impl Resource {
    /// Whether it is reached at that host.
    pub fn is_at(&self, host: &str) -> bool {
        self.hosts.iter().any(|pattern| is_host(host, pattern))
    }

    /// Whether a token for `host`, as scopes name it, is one for this service.
    pub fn takes_token_for(&self, host: &str) -> bool {
        self.is_at(host) || is_host(host, self.audience)
    }

    /// The scope that stands for everything that the registered client may do there, given the document's host.
    pub fn default_scope(&self, host: &str) -> String {
        let audience = if self.audience.is_empty() { host_of(host) } else { self.audience };
        format!("https://{audience}/.default")
    }
}

/// The service at that host.
pub fn resource(host: &str) -> Option<&'static Resource> {
    let host = host_of(host);
    RESOURCES.iter().find(|resource| resource.is_at(host))
}

/// Sources: <https://learn.microsoft.com/en-us/graph/deployments> for Microsoft Graph's hosts,
/// <https://help.nintex.com/en-US/nintexautomation/userguide/current/Content/K2-Management-Site/Integration/APIs.htm>
/// for K2's.
static RESOURCES: &[Resource] = &[
    Resource { name: "Microsoft Graph", hosts: &["graph.microsoft.com"], audience: "graph.microsoft.com" },
    Resource { name: "Microsoft Graph", hosts: &["graph.microsoft.us"], audience: "graph.microsoft.us" },
    Resource { name: "Microsoft Graph", hosts: &["dod-graph.microsoft.us"], audience: "dod-graph.microsoft.us" },
    Resource {
        name: "Microsoft Graph",
        hosts: &["microsoftgraph.chinacloudapi.cn"],
        audience: "microsoftgraph.chinacloudapi.cn",
    },
    Resource { name: "SharePoint", hosts: &[".sharepoint.com", ".sharepoint.us", ".sharepoint.cn"], audience: "" },
    Resource {
        name: "Dynamics 365",
        hosts: &[".dynamics.com", ".dynamics.cn", ".microsoftdynamics.us", ".appsplatform.us"],
        audience: "",
    },
    Resource { name: "K2", hosts: &[".onk2.com", ".onk2stable.com", ".k2.com"], audience: "api.k2.com" },
];
