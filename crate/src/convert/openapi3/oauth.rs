//! OAuth 2.0 and `OpenID` Connect: of several flows one, and its addresses.

use super::security::Scheme;
use super::servers::absolute;
use super::{Job, RemarkKind, is_said, words};
use crate::convert::draft::{Content, Origin, Part, origin};
use crate::json::{Kind, Value};
use crate::nintex::provider;

const FLOW: words::Words = (
    "Of several flows of OAuth 2.0 one was taken.",
    "OpenAPI 2.0 has one for each definition: Nintex gets on best with the one where a person signs in.",
);
const NO_FLOW: words::Words = (
    "A flow of OAuth 2.0 became one that Nintex supports.",
    "Nintex has the flows `accessCode` and `application`: ask the API whether it has them, and put in their addresses.",
);
const OPEN_ID: words::Words = (
    "OpenID Connect became OAuth 2.0 with guessed addresses.",
    "Open the address of its configuration in a browser, and take `authorization_endpoint` and `token_endpoint` from it.",
);
const ADDRESS: words::Words =
    ("An address of OAuth 2.0 has to be filled in.", "The document does not give the whole of it.");

/// The flows, the one that Nintex gets on with best first.
pub(super) const FLOWS: [&str; 4] = ["authorizationCode", "clientCredentials", "implicit", "password"];

impl<'a> Job<'a> {
    /// Writes a definition of OAuth 2.0.
    pub(super) fn oauth(&mut self, part: Part, scheme: Value<'a>) {
        self.put(part, "type", "oauth2", scheme.span());
        let flows = scheme.get("flows").unwrap_or(scheme);
        let Some((name, flow)) =
            FLOWS.iter().find_map(|name| Some((*name, flows.get(name).filter(|flow| flow.is_object())?)))
        else {
            return;
        };
        let has_code_addresses = matches!(name, "authorizationCode" | "implicit");
        self.put(part, "flow", if has_code_addresses { "accessCode" } else { "application" }, flow.span());
        let keys: &[&str] = if has_code_addresses { &["authorizationUrl", "tokenUrl"] } else { &["tokenUrl"] };
        for key in keys {
            let said = flow.get(key).filter(|url| is_said(*url));
            match said {
                Some(url) => self.address(part, key, url),
                None => self.guessed(part, key, flow),
            }
        }
        let is_other = |url: &str| absolute(url) && flow.get("tokenUrl").is_none_or(|token| !token.is_str(url));
        if let Some(refresh) = flow.get_str("refreshUrl").filter(|url| is_other(url)) {
            self.put(part, "x-ntx-refresh-url", refresh, flow.span());
        }
        if matches!(name, "implicit" | "password") {
            self.remark(RemarkKind::Open, NO_FLOW, flow, Some(part));
        } else if FLOWS.iter().filter(|name| flows.get(name).is_some()).count() > 1 {
            self.chose(FLOW, flows, Some(part));
        }
        let scopes =
            self.work.draft.set(part, "scopes", Content::Object, flow.get("scopes").map_or(Origin::NOWHERE, origin));
        for member in flow.members_of("scopes") {
            let value = member.value();
            match value.kind() {
                Kind::String => {
                    self.put_all(scopes, &member.name(), value);
                }
                _ => {
                    self.put(scopes, &member.name(), "", origin(value));
                }
            }
        }
    }

    /// Writes a definition for `OpenID` Connect, whose addresses stand in a document elsewhere.
    pub(super) fn open_id(&mut self, part: Part, open_id: &Scheme<'a>) {
        let scheme = open_id.value;
        self.put(part, "type", "oauth2", scheme.span());
        let configuration = scheme.get_str("openIdConnectUrl").unwrap_or_default();
        let issuer = configuration.split("/.well-known/").next().unwrap_or_default().trim_end_matches('/').to_owned();
        let known = provider::by_url(&issuer).and_then(|provider| provider.urls).map(|urls| urls.map(str::to_owned));
        let place = match () {
            () if !absolute(&issuer) => "https://example.com".to_owned(),
            () => entra_place(&issuer).unwrap_or(issuer),
        };
        let urls = known.unwrap_or_else(|| ["authorize", "token"].map(|last| format!("{place}/{last}")));
        self.put(part, "flow", "accessCode", scheme.span());
        for (key, url) in ["authorizationUrl", "tokenUrl"].into_iter().zip(urls) {
            self.put(part, key, without_braces(&url), scheme.span());
        }
        let scopes = self.put(part, "scopes", Content::Object, Origin::NOWHERE);
        self.put(scopes, "openid", "Sign in", Origin::NOWHERE);
        for scope in &open_id.scopes {
            let name = scope.as_str().unwrap_or_default();
            self.put(scopes, &name, &*name, scope.span());
        }
        self.remark(RemarkKind::Open, OPEN_ID, scheme, Some(part));
    }

    fn address(&mut self, part: Part, key: &str, value: Value<'a>) {
        let written = value.as_str().unwrap_or_default().trim().to_owned();
        let server = self.security.server.clone();
        let resolved = if absolute(&written) {
            written.clone()
        } else {
            resolve(&server, &written)
                .unwrap_or_else(|| format!("https://example.com/{}", written.trim_start_matches('/')))
        };
        let clean = without_braces(&resolved);
        let is_open = clean != resolved || (!absolute(&written) && !absolute(&server));
        let own = self.put(part, key, clean, origin(value));
        if is_open {
            self.remark(RemarkKind::Open, ADDRESS, value, Some(own));
        }
    }

    /// An address that the flow does not have: the one beside the other that it has.
    fn guessed(&mut self, part: Part, key: &str, flow: Value<'a>) {
        let other = ["authorizationUrl", "tokenUrl"].iter().find_map(|key| flow.get_str(key)).unwrap_or_default();
        let known = provider::by_url(&other).and_then(|provider| provider.urls);
        let last = if key == "tokenUrl" { "token" } else { "authorize" };
        let place = other.split(['?', '#']).next().unwrap_or_default();
        let url = match known {
            Some([authorization, token]) => if key == "tokenUrl" { token } else { authorization }.to_owned(),
            None if absolute(place) && place.matches('/').count() > 2 => {
                format!("{}/{last}", place.rsplit_once('/').map_or(place, |(before, _)| before))
            }
            None if absolute(place) => format!("{place}/{last}"),
            None => format!("https://example.com/{last}"),
        };
        let own = self.put(part, key, without_braces(&url), flow.span());
        if flow.member().is_some_and(|member| !matches!(&*member.name(), "implicit" | "password")) {
            self.remark(RemarkKind::Open, ADDRESS, flow, Some(own));
        }
    }
}

/// Where Microsoft Entra ID has the addresses of that issuer; none where it is another one.
fn entra_place(issuer: &str) -> Option<String> {
    let tenant = issuer.trim_end_matches("/v2.0").trim_end_matches("/oauth2");
    let place = format!("{tenant}/oauth2/v2.0");
    provider::entra_url(&format!("{place}/token")).map(|_| place)
}

/// The address of `reference` with respect to the server.
fn resolve(server: &str, reference: &str) -> Option<String> {
    let (scheme, rest) = server.split_once("://")?;
    if let Some(path) = reference.strip_prefix("//") {
        return Some(format!("{scheme}://{path}"));
    }
    let authority = rest.split('/').next()?;
    match reference.strip_prefix('/') {
        Some(path) => Some(format!("{scheme}://{authority}/{path}")),
        None => Some(format!("{}/{}", server.trim_end_matches('/'), reference.trim_start_matches("./"))),
    }
}

/// The address without what no address may have.
fn without_braces(url: &str) -> String {
    url.chars()
        .filter(|letter| !matches!(letter, '{' | '}' | ' ' | '<' | '>' | '[' | ']' | '"' | '\\' | '^' | '`' | '|'))
        .collect()
}
