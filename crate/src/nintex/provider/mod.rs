//! The servers at which an Xtension signs in by OAuth 2.0: which one it is, and what is to be known of it.

mod advice;
mod entra;
mod site;
mod table;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

pub use advice::advice;
pub use entra::{EntraUrl, Resource, entra_url, resource};
pub use site::site;
pub use table::PROVIDERS;

use super::shared_address;
use crate::json::Value;
use crate::openapi::{Document, SecurityDefinition};

/// The redirect URL to register with the provider where people sign in. It is the one of Nintex's region `us`, the
/// only one that the help page names: <https://help.nintex.com/en-US/xtensions/04_Reference/Tutorials/OAuth.htm>.
pub const REDIRECT_URL: &str = "https://us.nintex.io/connection/api/Token";

/// What is to be said of [`REDIRECT_URL`] to those whose tenant is elsewhere.
pub const REDIRECT_REGIONS: &str = "Nintex documents this redirect URL alone. If your tenant is in another region and the \
                                    provider refuses it, register the same address at your region's own host as well.";

/// One whose servers hand out tokens.
#[derive(Debug)]
pub struct Provider {
    /// What it is called.
    pub name: &'static str,
    /// The hosts of its addresses; one that begins with a dot stands for all that end in it.
    pub hosts: &'static [&'static str],
    /// Its `authorizationUrl` and `tokenUrl`, where they are the same for everybody.
    pub urls: Option<[&'static str; 2]>,
    /// Addresses of before, which it still answers to.
    pub former_urls: &'static [&'static str],
    /// Whether both of its addresses, and its services, are at the same host: each host stands for itself.
    pub is_at_one_host: bool,
    /// When it gives refresh tokens.
    pub refresh: Refresh,
    /// Whether who names no scopes gets all that the registered client has.
    pub gives_all_by_default: bool,
    /// What else to know before a connection is made, in a sentence or two; empty where there is nothing.
    pub advice: &'static str,
    /// Where that is written. Empty without the feature `whole`.
    pub source: &'static str,
}

/// When a provider gives a refresh token to whom a person has signed in for. Without one, a connection ends with its
/// first token, which is mostly after an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refresh {
    /// Always, or its tokens do not end.
    Always,
    /// Where one of these scopes is asked for, the usual one first.
    Scope(&'static [&'static str]),
    /// Where the address at which people sign in has this query. Whether Nintex adds it is not documented.
    Query(&'static str),
    /// Where that is set for the client that is registered with the provider.
    Setting,
}

impl Provider {
    /// The scope to ask for to get refresh tokens; none where there is no such scope.
    pub fn refresh_scope(&self) -> Option<&'static str> {
        match self.refresh {
            Refresh::Scope(scopes) => scopes.first().copied(),
            _ => None,
        }
    }

    /// Whether `scope`, which may be several with blanks between them, asks for refresh tokens.
    pub fn is_refresh_scope(&self, scope: &str) -> bool {
        let Refresh::Scope(scopes) = self.refresh else { return false };
        scope.split_ascii_whitespace().any(|part| scopes.contains(&part))
    }

    /// Whether the address is at one of its hosts.
    pub fn is_at(&self, url: &str) -> bool {
        self.has_host(host_of(url))
    }

    fn has_host(&self, host: &str) -> bool {
        self.hosts.iter().any(|pattern| is_host(host, pattern))
    }
}

/// The provider whose address that is.
pub fn by_url(url: &str) -> Option<&'static Provider> {
    let host = host_of(url);
    PROVIDERS.iter().find(|provider| provider.has_host(host))
}

/// The provider at whose addresses the definition signs in.
pub fn of(definition: Value<'_>) -> Option<&'static Provider> {
    ["tokenUrl", "authorizationUrl"].into_iter().find_map(|key| by_url(&definition.get_str(key)?))
}

/// The preset to choose in Nintex's wizard for a definition of type `oauth2`: nothing in the document chooses it. For
/// Microsoft Graph, Nintex's help page prefers the generic one.
pub fn preset(document: &Document<'_>, definition: &SecurityDefinition<'_>) -> &'static str {
    let value = definition.value();
    match of(value).map(|provider| provider.name) {
        Some(table::SALESFORCE) => return "Salesforce",
        Some(table::ENTRA) => {}
        _ => return "Generic OAuth 2",
    }
    let resource = resource(&host(document));
    if resource.is_some_and(|resource| resource.name == "SharePoint") {
        return "SharePoint Online";
    }
    let url = ["tokenUrl", "authorizationUrl"].into_iter().find_map(|key| value.get_str(key)).unwrap_or_default();
    match entra_url(&url) {
        Some(url) if url.version == 2 => "Generic OAuth 2",
        _ if resource.is_some_and(|resource| resource.name == "Microsoft Graph") => "Microsoft Graph",
        _ => "Azure Active Directory version 1",
    }
}

/// The host that the document's calls go to: `x-ntx-host`, which may have placeholders, else `host`. Empty where
/// neither is there.
pub fn host<'a>(document: &Document<'a>) -> Cow<'a, str> {
    shared_address(document).host.and_then(|host| host.value().as_str()).unwrap_or_default()
}

/// The host of an address, without its port.
pub fn host_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest).trim();
    rest.split(['/', '?', '#', ':']).next().unwrap_or_default()
}

/// Whether the host is `pattern`; where that begins with a dot, whether it ends in it.
pub fn is_host(host: &str, pattern: &str) -> bool {
    let Some(end) = host.len().checked_sub(pattern.len()).filter(|end| *end == 0 || pattern.starts_with('.')) else {
        return false;
    };
    host.get(end..).is_some_and(|end| end.eq_ignore_ascii_case(pattern))
}
