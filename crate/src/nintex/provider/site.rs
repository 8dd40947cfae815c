//! Servers of one provider that know nothing of each other's tokens.

use super::{by_url, host_of, is_host};

/// Systems that a provider has two of, and the host at which people sign in to each. Of a host that fits several, the
/// first says it.
///
/// Sources: <https://developers.docusign.com/platform/auth/>, and for Salesforce
/// <https://help.salesforce.com/s/articleView?id=sf.domain_name_enhanced.htm>.
const SITES: &[(&str, &str)] = &[
    ("account-d.docusign.com", "account-d.docusign.com"),
    ("demo.docusign.net", "account-d.docusign.com"),
    ("account.docusign.com", "account.docusign.com"),
    (".docusign.net", "account.docusign.com"),
    ("test.salesforce.com", "test.salesforce.com"),
    (".sandbox.my.salesforce.com", "test.salesforce.com"),
    ("login.salesforce.com", "login.salesforce.com"),
    (".my.salesforce.com", "login.salesforce.com"),
];

/// The host at which people sign in to the system that an address, or a host, is of; none where the provider is not
/// known to have several, or where a placeholder hides which one it is.
pub fn site(address: &str) -> Option<&str> {
    let host = host_of(address);
    if host.contains('{') {
        return None;
    }
    if let Some((_, site)) = SITES.iter().find(|(pattern, _)| is_host(host, pattern)) {
        // Sandboxes had such names before they had a domain of their own.
        return Some(*site).filter(|_| !host.contains("--") || *site == "test.salesforce.com");
    }
    by_url(host).filter(|provider| provider.is_at_one_host).map(|_| host)
}
