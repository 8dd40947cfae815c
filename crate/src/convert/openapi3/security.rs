//! How to sign in: from security schemes to security definitions.

use std::collections::HashMap;

use super::document::component;
use super::servers::absolute;
use super::{Job, RemarkKind, words};
use crate::convert::connection::{self, TYPE_BEARER};
use crate::convert::draft::{Content, Origin, Part, origin};
use crate::json::{Kind, Value};
use crate::nintex::provider;
use crate::text::{self, capitalize};

const BEARER: words::Words = (
    "A bearer token became an API key in the header `Authorization`.",
    "OpenAPI 2.0 has no bearer tokens: who makes the connection types `Bearer`, a blank, and the token.",
);
const COOKIE: words::Words = (
    "An API key in a cookie became one in the header `Cookie`.",
    "OpenAPI 2.0 has no cookies: who makes the connection types the name of the cookie, `=`, and the key.",
);
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
const UNSUPPORTED: words::Words = (
    "A way to sign in is left out that Nintex does not have.",
    "It has a user name and password, API keys, and OAuth 2.0.",
);
const OTHER_TYPE: words::Words = (
    "Of several ways to sign in one was taken.",
    "An Xtension has one. The one that most operations accept was taken; for another, make another Xtension.",
);

/// What kind of security definition it becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Way {
    OAuth,
    ApiKey,
    Basic,
}

pub(super) struct Scheme<'a> {
    /// The scheme, behind references.
    value: Value<'a>,
    /// Where it stands.
    place: Value<'a>,
    pub(super) way: Option<Way>,
    pub(super) is_used: bool,
    /// The scopes that are asked for, each time.
    scopes: Vec<Value<'a>>,
}

/// A field that each connection is asked for.
pub(super) struct Question<'a> {
    pub(super) name: String,
    pub(super) description: Option<Value<'a>>,
    pub(super) from: Value<'a>,
}

/// The security of the document.
#[derive(Default)]
pub(super) struct Security<'a> {
    names: HashMap<String, usize>,
    pub(super) schemes: Vec<Scheme<'a>>,
    /// The one way that the result has, but for operations that accept only others.
    pub(super) way: Option<Way>,
    pub(super) questions: Vec<Question<'a>>,
    /// The address of the server, with all variables filled in.
    pub(super) server: String,
}

impl<'a> Security<'a> {
    pub(super) fn scheme(&self, name: &str) -> Option<&Scheme<'a>> {
        self.schemes.get(*self.names.get(name)?)
    }

    pub(super) fn use_scheme(&mut self, name: &str, scopes: Value<'a>) {
        if let Some(scheme) = self.names.get(name).and_then(|&number| self.schemes.get_mut(number)) {
            scheme.is_used = true;
            scheme.scopes.extend(scopes.items());
        }
    }
}

impl<'a> Job<'a> {
    /// Whether any connection will sign in.
    pub(super) fn signs_in(&self) -> bool {
        self.security.schemes.iter().any(|scheme| scheme.way.is_some())
    }

    /// Reads the schemes, and decides which way to sign in the result has.
    pub(super) fn read_security(&mut self, document: Value<'a>) {
        for member in component(document, "securitySchemes").into_iter().flat_map(Value::members) {
            let Some(value) = self.followed(member.value()).filter(|value| value.is_object()) else { continue };
            let way = way(value);
            self.security.names.insert(member.name().into_owned(), self.security.schemes.len());
            self.security.schemes.push(Scheme {
                value,
                place: member.value(),
                way,
                is_used: false,
                scopes: Vec::new(),
            });
            if way.is_none() {
                self.lost(UNSUPPORTED, member.value());
            }
        }
        self.security.way =
            self.most_accepted(document).or_else(|| self.security.schemes.iter().find_map(|one| one.way));
    }

    /// Writes the definitions.
    pub(super) fn write_security(&mut self, root: Part) {
        let mut questions = std::mem::take(&mut self.security.questions);
        let schemes = std::mem::take(&mut self.security.schemes);
        for scheme in &schemes {
            let Some(way) = scheme.way else { continue };
            if !scheme.is_used && Some(way) != self.security.way && !self.keeps_all_ways {
                self.remark(RemarkKind::Chosen, OTHER_TYPE, scheme.place, None);
                continue;
            }
            let definitions = self.work.draft.object(root, "securityDefinitions");
            let name = scheme.place.member().map(|member| member.name().into_owned()).unwrap_or_default();
            let part = self.put_object(definitions, &name, scheme.place);
            match way {
                Way::Basic => {
                    self.put(part, "type", "basic", scheme.value.span());
                }
                Way::ApiKey => self.api_key(part, scheme.value),
                Way::OAuth if scheme.value.get("openIdConnectUrl").is_some() => self.open_id(part, scheme),
                Way::OAuth => self.oauth(part, scheme.value),
            }
            if let Some(description) = scheme.value.get("description").filter(|text| super::parameters::is_said(*text))
            {
                self.put_all(part, "description", description);
            }
            self.extensions(part, scheme.value);
            self.ask(part, &std::mem::take(&mut questions));
        }
    }

    fn ask(&mut self, part: Part, questions: &[Question<'a>]) {
        for question in questions {
            let title = capitalize(&text::words(&question.name));
            let field = connection::ask(part, &question.name, &title, &mut self.work);
            self.work.draft.origin(field, question.from.span());
            if let Some(description) = question.description {
                self.work.draft.copy(field, "description", description);
            }
        }
    }

    fn api_key(&mut self, part: Part, scheme: Value<'a>) {
        self.put(part, "type", "apiKey", scheme.span());
        if scheme.get("type").is_some_and(|kind| kind.is_str("http")) {
            connection::bearer(part, &mut self.work);
            let own = scheme.get_str("description").filter(|text| !text.trim().is_empty());
            let text = own.map_or(TYPE_BEARER.to_owned(), |own| format!("{}\n\n{TYPE_BEARER}", own.trim_end()));
            self.put(part, "description", text, scheme.span());
            self.changed(BEARER, scheme, part);
        } else if scheme.get("in").is_some_and(|place| place.is_str("cookie")) {
            let name = scheme.get_str("name").unwrap_or_default();
            self.put(part, "name", "Cookie", scheme.span());
            self.put(part, "in", "header", scheme.span());
            self.put(part, "description", format!("Type {name}= and then the key"), scheme.span());
            self.changed(COOKIE, scheme, part);
        } else {
            for key in ["name", "in"] {
                if let Some(value) = scheme.get(key) {
                    self.put_all(part, key, value);
                }
            }
        }
    }

    fn oauth(&mut self, part: Part, scheme: Value<'a>) {
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
            let said = flow.get(key).filter(|url| super::parameters::is_said(*url));
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
            self.remark(RemarkKind::Chosen, FLOW, flows, Some(part));
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

    fn open_id(&mut self, part: Part, open_id: &Scheme<'a>) {
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

/// The flows, the one that Nintex gets on with best first.
const FLOWS: [&str; 4] = ["authorizationCode", "clientCredentials", "implicit", "password"];

fn way(scheme: Value<'_>) -> Option<Way> {
    let is = |key: &str, wanted: &str| scheme.get_str(key).is_some_and(|text| text.eq_ignore_ascii_case(wanted));
    if is("type", "http") {
        return if is("scheme", "basic") { Some(Way::Basic) } else { is("scheme", "bearer").then_some(Way::ApiKey) };
    }
    if is("type", "apiKey") {
        let has_place = ["query", "header", "cookie"].iter().any(|place| is("in", place));
        return (has_place && scheme.get_str("name").is_some()).then_some(Way::ApiKey);
    }
    let flows = scheme.get("flows");
    let has_flow = FLOWS.iter().any(|name| flows.is_some_and(|flows| flows.get(name).is_some_and(Value::is_object)));
    ((is("type", "openIdConnect") && scheme.get("openIdConnectUrl").is_some()) || (is("type", "oauth2") && has_flow))
        .then_some(Way::OAuth)
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
