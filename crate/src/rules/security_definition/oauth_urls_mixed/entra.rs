//! The two addresses of Microsoft Entra ID.

use super::{ANEW, BECAUSE};
use crate::diagnostic::Severity;
use crate::json::{Value, encode};
use crate::nintex::provider::{EntraUrl, entra_url};
use crate::rules::{Findings, sign_in};
use crate::text::Edit;

/// Whether they do not belong together, which is then said; none where they are not of Microsoft Entra ID.
pub(super) fn two(findings: &mut Findings, values: [Value<'_>; 2], urls: [&str; 2]) -> Option<bool> {
    let [one, other] = [entra_url(urls[0])?, entra_url(urls[1])?];
    let [authorization, token] = values;
    let replace = |value: Value<'_>, url: &str| [Edit::replace(value.span(), encode(url))];
    if one.version != other.version {
        let message = format!("People sign in by version {} of the protocol, and the token is fetched by version {}.", one.version, other.version);
        let diagnostic = findings.add(token, message, BECAUSE);
        diagnostic.label(authorization.span(), format!("version {}", one.version));
        let (old, parts) = if one.version == 1 { (authorization, one) } else { (token, other) };
        diagnostic.review_fix("Use version 2 for both", sign_in::AS_VERSION_2, replace(old, &parts.in_version_2(parts.tenant)));
        return Some(true);
    }
    let is_same = |one: &str, other: &str| one.eq_ignore_ascii_case(other);
    if is_same(one.cloud, other.cloud) && is_same(one.tenant, other.tenant) {
        return Some(false);
    }
    let [first, second] = [one, other].map(|url| format!("{}/{}", url.cloud, url.tenant));
    let message = format!("People sign in at `{first}`, and the token is fetched from `{second}`.");
    let diagnostic = findings.add(token, message, BECAUSE);
    diagnostic.label(authorization.span(), "where people sign in");
    if one.is_shared() || other.is_shared() {
        // That works for some: those of the one tenant, or all of an organization.
        diagnostic.severity(Severity::Hint);
    }
    for (name, value, own, from) in [(&first, token, other, one), (&second, authorization, one, other)] {
        diagnostic.review_fix(format!("Use `{name}` for both"), ANEW, replace(value, &moved(own, from)));
    }
    Some(true)
}

/// The address with the cloud and the tenant of another one.
fn moved(url: EntraUrl<'_>, to: EntraUrl<'_>) -> String {
    let version = if url.version == 2 { "v2.0/" } else { "" };
    format!("https://{}/{}/oauth2/{version}{}", to.host, to.tenant, url.rest)
}
