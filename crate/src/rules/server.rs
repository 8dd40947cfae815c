//! What the name of a server says of where it can be reached.

use crate::json::Member;
use crate::nintex::{shared_address, templates};
use crate::openapi::Document;
use crate::text::Gather;

/// Whom a name is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// Anybody, as far as the name says.
    Public,
    /// This machine or this network alone.
    Private,
    /// Nobody: it stands for a name to be filled in.
    Blank,
}

/// Every host that calls go to and that is no placeholder: `host` where nothing stands instead of it, and `x-ntx-host`.
/// What has another form than a host is none.
pub(super) fn hosts<'a>(document: &Document<'a>) -> Vec<Member<'a>> {
    let operations = templates(document).into_iter().map(|template| template.member);
    let others = operations.filter(|member| member.is("x-ntx-host") && Some(member.object()) != document.root());
    let all = shared_address(document).host.into_iter().chain(others);
    let is_host = |member: &Member<'_>| {
        let written = member.value().as_str().unwrap_or_default();
        !written.is_empty() && !written.contains(['{', '}', '/', '\\', ' '])
    };
    all.filter(is_host).gathered()
}

/// Whom a host is for, given with or without a port.
pub(super) fn reach(host: &str) -> Reach {
    let name = host.split(':').next().unwrap_or_default().to_ascii_lowercase();
    let labels = name.split('.').gathered();
    if name.contains(['<', '>', '[', ']']) || labels.iter().any(|label| is_blank(label)) {
        return Reach::Blank;
    }
    let last = labels.last().copied().unwrap_or_default();
    let is_private = labels.len() == 1
        || ["localhost", "local", "localdomain", "internal", "intranet", "lan", "corp", "private"].contains(&last)
        || name.ends_with(".home.arpa")
        || is_private_address(&labels);
    if is_private { Reach::Private } else { Reach::Public }
}

/// Whether a label is a word for what is to be put in its place.
fn is_blank(label: &str) -> bool {
    const BLANKS: &[&str] = &[
        "changeme",
        "hostname",
        "mytenant",
        "none",
        "placeholder",
        "servername",
        "sharepointhost",
        "tenantname",
        "todo",
    ];
    const POSSESSIONS: &[&str] = &[
        "account",
        "api",
        "app",
        "company",
        "domain",
        "host",
        "instance",
        "organization",
        "server",
        "site",
        "subdomain",
        "tenant",
        "workspace",
    ];
    let is_crosses = label.len() > 2 && label.bytes().all(|byte| byte == b'x');
    let is_yours = |rest: &str| rest.starts_with(['-', '_']) || POSSESSIONS.iter().any(|word| rest.starts_with(word));
    is_crosses
        || BLANKS.contains(&label)
        || label.strip_prefix("your").is_some_and(is_yours)
        || label.contains("-your_")
}

/// Whether the labels are the numbers of an address that is only reached within a network: RFC 1918, RFC 6598, RFC 3927,
/// or this machine.
fn is_private_address(labels: &[&str]) -> bool {
    let numbers: Vec<u8> = labels.iter().filter_map(|label| label.parse().ok()).gathered();
    match (labels.len(), &*numbers) {
        (4, [first, second, _, _]) => {
            matches!((first, second), (0 | 10 | 127, _) | (192, 168) | (172, 16..=31) | (169, 254) | (100, 64..=127))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_whom_they_are_for() {
        for host in ["api.example.com", "8.8.8.8", "172.32.0.1:80", "yourls.org", "xx.de", "a.b", "local.example.com"] {
            assert_eq!(reach(host), Reach::Public, "{host}");
        }
        for host in ["localhost", "localhost:8080", "sapserver", "crm.corp", "nas.LOCAL:1", "10.0.0.1", "172.16.9.9"] {
            assert_eq!(reach(host), Reach::Private, "{host}");
        }
        for host in ["<name>.example.com", "[tenant].example.com", "YOUR_ORG.example.com", "yourhost.yourdomain.com"] {
            assert_eq!(reach(host), Reach::Blank, "{host}");
        }
        for host in ["XXXX", "adb-YOUR_ID.example.com", "your-server.example.com", "sharepointhost"] {
            assert_eq!(reach(host), Reach::Blank, "{host}");
        }
    }
}
