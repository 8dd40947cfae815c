mod entra;

use crate::json::{Member, Value, encode};
use crate::nintex::provider::{by_url, host_of, site};
use crate::nintex::shared_address;
use crate::openapi::Document;
use crate::rules::Findings;
use crate::text::{Edit, Gather, Span};

super::rule! {
    /// The addresses at which people sign in, where Nintex fetches the token, and where the calls go do not belong
    /// together.
    ///
    /// One is of a test system and the other of the real one, or they are in different regions, for different tenants, or
    /// of different versions. What one server gives out, the other does not know.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.salesforce.com/services/oauth2/authorize",
    ///       "tokenUrl": «"https://test.salesforce.com/services/oauth2/token"»
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Use `login.salesforce.com` for both
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.salesforce.com/services/oauth2/authorize",
    ///       "tokenUrl": "https://login.salesforce.com/services/oauth2/token"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Use `test.salesforce.com` for both
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://test.salesforce.com/services/oauth2/authorize",
    ///       "tokenUrl": "https://test.salesforce.com/services/oauth2/token"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "host": "eu.nintex.io",
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "application",
    ///       "tokenUrl": «"https://us.nintex.io/authentication/v1/token"»
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Use `eu.nintex.io` for both
    /// ```json
    /// {
    ///   "host": "eu.nintex.io",
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "application",
    ///       "tokenUrl": "https://eu.nintex.io/authentication/v1/token"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Use `us.nintex.io` for both
    /// ```json
    /// {
    ///   "host": "us.nintex.io",
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "application",
    ///       "tokenUrl": "https://us.nintex.io/authentication/v1/token"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
    ///       "tokenUrl": «"https://login.microsoftonline.com/common/oauth2/token"»
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Use version 2 for both
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
    ///       "tokenUrl": "https://login.microsoftonline.com/common/oauth2/v2.0/token"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "host": "api.example.com",
    ///   "securityDefinitions": {
    ///     "google": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://accounts.google.com/o/oauth2/v2/auth",
    ///       "tokenUrl": "https://oauth2.googleapis.com/token"
    ///     },
    ///     "entra": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.windows.net/common/oauth2/authorize",
    ///       "tokenUrl": "https://login.microsoftonline.com/common/oauth2/token"
    ///     }
    ///   }
    /// }
    /// ```
    Warning "oauth-urls-mixed" Observed
    from "https://github.com/NTX-XT/nac-client"
}

const BECAUSE: &str = "One server does not know what the other gave out, so the connection or its calls are refused.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    let host = shared_address(document).host.map(Member::value);
    for definition in document.security_definitions().iter().filter(|definition| definition.is_type("oauth2")) {
        let value = definition.value();
        let Some(token) = value.get("tokenUrl") else { continue };
        let is_told = value.get("authorizationUrl").is_some_and(|authorization| two(findings, authorization, token));
        if let (false, Some(host)) = (is_told, host) {
            of_another_host(findings, value, token, host);
        }
    }
}

/// Whether the two addresses of a definition do not belong together, which is then said.
fn two(findings: &mut Findings, authorization: Value<'_>, token: Value<'_>) -> bool {
    let (Some(first), Some(second)) = (authorization.as_str(), token.as_str()) else { return false };
    let (Some(one), Some(other)) = (by_url(&first), by_url(&second)) else { return false };
    if one.name != other.name {
        let message = format!("People sign in at {}, and the token is fetched from {}.", one.name, other.name);
        let diagnostic = findings.add(token, message, BECAUSE);
        diagnostic.label(authorization.span(), format!("an address of {}", one.name));
        for (provider, value, which) in [(one, token, 1), (other, authorization, 0)] {
            if let Some(url) = provider.urls.and_then(|urls| urls.get(which).copied()) {
                let title = format!("Change it to `{url}`");
                diagnostic.review_fix(title, ANEW, [Edit::replace(value.span(), encode(url))]);
            }
        }
        return true;
    }
    if let Some(is_told) = entra::two(findings, [authorization, token], [&first, &second]) {
        return is_told;
    }
    let (Some(one), Some(other)) = (site(&first), site(&second)) else { return false };
    if one.eq_ignore_ascii_case(other) {
        return false;
    }
    let message = format!("People sign in at `{}`, and the token is fetched from `{}`.", host_of(&first), host_of(&second));
    let diagnostic = findings.add(token, message, BECAUSE);
    diagnostic.label(authorization.span(), "the page where people sign in");
    for (host, value, url) in [(host_of(&first), token, &second), (host_of(&second), authorization, &first)] {
        diagnostic.review_fix(format!("Use `{host}` for both"), ANEW, rehosted(value, url, host));
    }
    true
}

/// Says so where the calls go to another system than the one whose tokens they have.
fn of_another_host(findings: &mut Findings, definition: Value<'_>, token: Value<'_>, host: Value<'_>) {
    let (Some(url), Some(name)) = (token.as_str(), host.as_str()) else { return };
    let (Some(own), Some(called)) = (site(&url), site(&name)) else { return };
    let are_of_one = by_url(own).map(|one| one.name) == by_url(called).map(|one| one.name);
    if own.eq_ignore_ascii_case(called) || !are_of_one {
        return;
    }
    let message = format!("The token is from `{}`, and the calls go to `{}`.", host_of(&url), host_of(&name));
    let diagnostic = findings.add(token, message, BECAUSE);
    diagnostic.label(host.span(), "where the calls go");
    let urls = ["authorizationUrl", "tokenUrl"].into_iter().filter_map(|key| definition.get(key));
    let edits: Vec<Edit> = urls.flat_map(|value| rehosted(value, &value.as_str().unwrap_or_default(), called)).gathered();
    if called.eq_ignore_ascii_case(&name) {
        diagnostic.review_fix(format!("Use `{called}` for both"), ANEW, edits);
        let consequence = "The actions then work with what is there.";
        diagnostic.review_fix(format!("Use `{own}` for both"), consequence, [Edit::replace(host.span(), encode(own))]);
    } else {
        diagnostic.review_fix(format!("Sign in at `{called}`"), ANEW, edits);
    }
}

const ANEW: &str = "The client has to be registered there. An Xtension that is imported already has to be deleted and added again.";

/// Puts another host into an address; none where it is written with escapes.
fn rehosted(value: Value<'_>, url: &str, host: &str) -> Vec<Edit> {
    let start = url.find("://").map_or(0, |at| at + 3);
    let written = host_of(url);
    if value.has_escapes() || !url.get(start..).is_some_and(|rest| rest.starts_with(written)) {
        return Vec::new();
    }
    let start = value.span().start + 1 + start as u32;
    vec![Edit::replace(Span::new(start, start + written.len() as u32), host)]
}
