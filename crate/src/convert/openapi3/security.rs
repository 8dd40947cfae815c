//! How to sign in: from security schemes to security definitions.

use std::collections::HashMap;

use super::document::component;
use super::oauth::FLOWS;
use super::{Job, words};
use crate::convert::connection::{self, TYPE_BEARER};
use crate::convert::draft::Part;
use crate::json::Value;
use crate::text::{self, capitalize};

const BEARER: words::Words = (
    "A bearer token became an API key in the header `Authorization`.",
    "OpenAPI 2.0 has no bearer tokens: who makes the connection types `Bearer`, a blank, and the token.",
);
const COOKIE: words::Words = (
    "An API key in a cookie became one in the header `Cookie`.",
    "OpenAPI 2.0 has no cookies: who makes the connection types the name of the cookie, `=`, and the key.",
);
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
    pub(super) value: Value<'a>,
    /// Where it stands.
    place: Value<'a>,
    pub(super) way: Option<Way>,
    pub(super) is_used: bool,
    /// The scopes that are asked for, each time.
    pub(super) scopes: Vec<Value<'a>>,
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
        let questions = std::mem::take(&mut self.security.questions);
        let schemes = std::mem::take(&mut self.security.schemes);
        for scheme in &schemes {
            let Some(way) = scheme.way else { continue };
            if !scheme.is_used && Some(way) != self.security.way && !self.keeps_all_ways {
                self.chose(OTHER_TYPE, scheme.place, None);
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
            if let Some(description) = scheme.value.get("description").filter(|text| super::is_said(*text)) {
                self.put_all(part, "description", description);
            }
            self.extensions(part, scheme.value);
            // Each may become the only one: of an Xtension with several, one is made for each.
            self.ask(part, &questions);
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
}

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
