//! The one way to sign in that a connection has, of those that the requests of a collection use.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::address::Variables;
use super::items::Request;
use super::oauth::OAuth;
use super::server::Server;
use super::token::TokenRequest;
use crate::convert::connection;
use crate::convert::draft::{Content, Origin, Part};
use crate::convert::remark::RemarkKind;
use crate::convert::work::Work;
use crate::json::Value;
use crate::text::secret::is_secret_name;
use crate::text::{Span, capitalize, words};

/// How a request signs in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// By nothing.
    Open,
    /// By a name and a password.
    Basic,
    /// By a key in the header or query (the second) of that name.
    Key(String, &'static str),
    /// By a token that somebody fetched.
    Bearer,
    /// By OAuth 2.0.
    OAuth,
    /// By what no Xtension can say.
    Other(String),
}

/// How the connection of an Xtension signs in.
pub(super) struct Way {
    pub(super) kind: Kind,
    /// Where the collection says it.
    place: Span,
    oauth: Option<OAuth>,
    /// The requests that are no actions because the connection does what they do.
    tokens: Vec<Span>,
    /// Where the collection says other ways that are used beside it.
    others: Vec<Span>,
}

/// The name of the security definition.
pub(super) const NAME: &str = "connection";

/// How `request` signs in.
pub(super) fn kind_of(request: &Request<'_>) -> Kind {
    let Some(auth) = request.auth else { return by_headers(request) };
    match &*auth.get_str("type").unwrap_or_default() {
        "noauth" => by_headers(request),
        "basic" => Kind::Basic,
        "bearer" | "jwt" => Kind::Bearer,
        "oauth2" => Kind::OAuth,
        "apikey" => {
            let name = setting(auth, "key").filter(|name| !name.is_empty()).unwrap_or(Cow::Borrowed("X-API-Key"));
            let place = if setting(auth, "in").is_some_and(|place| place == "query") { "query" } else { "header" };
            Kind::Key(name.into_owned(), place)
        }
        other => Kind::Other(other.to_owned()),
    }
}

/// How it signs in by what it sends along, where Postman was not told of it.
fn by_headers(request: &Request<'_>) -> Kind {
    for (name, value, _) in request.headers().filter(|(_, _, entry)| !super::is_disabled(*entry)) {
        if name.eq_ignore_ascii_case("authorization") {
            return if value.trim_start().to_ascii_lowercase().starts_with("basic") {
                Kind::Basic
            } else {
                Kind::Bearer
            };
        }
        if is_key(&name) {
            return Kind::Key(name.into_owned(), "header");
        }
    }
    let key = request.address.query.iter().find(|field| is_key(&field.name));
    key.map_or(Kind::Open, |field| Kind::Key(field.name.clone(), "query"))
}

/// Whether a header or field of that name is what signs in.
pub(super) fn is_key(name: &str) -> bool {
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    is_secret_name(name)
        || plain.ends_with("apikey")
        || plain.ends_with("subscriptionkey")
        || plain.ends_with("accesstoken")
}

/// What `auth` says under `key`, in the list of version 2.1 or the object of 2.0.
pub(super) fn setting<'a>(auth: Value<'a>, key: &str) -> Option<Cow<'a, str>> {
    let settings = auth.get(&auth.get_str("type")?)?;
    match settings.items().find(|entry| entry.get_str("key").is_some_and(|name| name == key)) {
        Some(entry) => entry.get_str("value"),
        None => settings.get_str(key),
    }
}

/// Says by what requests sign in that no Xtension can say.
pub(super) fn tell_unknown(calls: &[Request<'_>], work: &mut Work) {
    let mut told: HashSet<String> = HashSet::new();
    for call in calls {
        let Kind::Other(name) = kind_of(call) else { continue };
        if told.insert(name.clone()) {
            work.remark(
                RemarkKind::Lost,
                format!("Nintex cannot sign in by `{name}`."),
                "The actions that need it will be refused by the service.",
                call.auth.unwrap_or(call.item).span(),
                None,
            );
        }
    }
}

/// The way that most of the requests use; none where all are open.
pub(super) fn choose<'a>(calls: &[Request<'a>], tokens: &[TokenRequest<'a>], variables: &Variables<'a>) -> Option<Way> {
    let mut counts: HashMap<Kind, usize> = HashMap::new();
    let kinds: Vec<Kind> = calls.iter().map(kind_of).collect();
    for kind in &kinds {
        *counts.entry(kind.clone()).or_default() += 1;
    }
    let can_be_said = |kind: &&Kind| !matches!(kind, Kind::Open | Kind::Other(_));
    let most = counts.iter().filter(|(kind, _)| can_be_said(kind)).map(|(_, count)| *count).max();
    let mut used = kinds.iter().zip(calls);
    let chosen = used.find(|(kind, _)| can_be_said(kind) && counts.get(kind).copied() == most);
    let (kind, place) = match chosen {
        Some((kind, request)) => (kind.clone(), request.auth.unwrap_or(request.item).span()),
        None => (Kind::Bearer, tokens.first()?.request.item.span()),
    };
    let signs_by_token = matches!(kind, Kind::Bearer | Kind::OAuth);
    let own = calls.iter().find(|request| kind_of(request) == Kind::OAuth).and_then(|request| request.auth);
    let oauth = signs_by_token.then(|| OAuth::of(own, tokens, variables)).flatten();
    let kind = if oauth.is_some() {
        Kind::OAuth
    } else if kind == Kind::OAuth {
        Kind::Bearer
    } else {
        kind
    };
    let mut met = HashSet::new();
    let mut others: Vec<Span> = Vec::new();
    for (other, request) in kinds.into_iter().zip(calls) {
        let is_same = other == kind || (signs_by_token && matches!(other, Kind::Bearer | Kind::OAuth));
        if !is_same && !matches!(other, Kind::Open | Kind::Other(_)) && met.insert(other) {
            others.push(request.auth.unwrap_or(request.item).span());
        }
    }
    let tokens = tokens.iter().map(|token| token.request.item.span()).collect();
    Some(Way { kind, place, oauth, tokens, others })
}

impl Way {
    /// Whether a header or query field of that name is what the connection sends.
    pub(super) fn sends(&self, name: &str, place: &str) -> bool {
        match &self.kind {
            Kind::Key(own, own_place) => own.eq_ignore_ascii_case(name) && *own_place == place,
            _ => place == "header" && name.eq_ignore_ascii_case("authorization"),
        }
    }

    /// Writes the security definition and what holds for all operations.
    pub(super) fn write(&self, document: Part, server: &Server, work: &mut Work) {
        let definitions = work.draft.set(document, "securityDefinitions", Content::Object, Origin::NOWHERE);
        let definition = work.draft.set(definitions, NAME, Content::Object, self.place);
        let mut questions = server.questions();
        match (&self.kind, &self.oauth) {
            (Kind::OAuth, Some(oauth)) => oauth.write(self.place, definition, &mut questions, work),
            (Kind::Basic, _) => {
                work.draft.set(definition, "type", "basic", Origin::NOWHERE);
            }
            (Kind::Key(name, place), _) => connection::key(name, place, definition, work),
            _ => self.write_bearer(definition, work),
        }
        for name in &questions {
            let field = connection::ask(definition, name, &capitalize(&words(name)), work);
            if server.is_whole(name) && work.draft.get(field, "description").is_none() {
                let hint = "The name of the server alone, such as api.example.com";
                work.draft.set(field, "description", hint, Origin::NOWHERE);
            }
        }
        let security = work.draft.set(document, "security", Content::Array, Origin::NOWHERE);
        let requirement = work.draft.push(security, Content::Object, Origin::NOWHERE);
        let asked = work.draft.set(requirement, NAME, Content::Array, Origin::NOWHERE);
        for scope in self.oauth.iter().flat_map(|oauth| &oauth.scopes) {
            work.draft.push(asked, scope.as_str(), Origin::NOWHERE);
        }
        self.remark(definition, work);
    }

    fn write_bearer(&self, definition: Part, work: &mut Work) {
        connection::bearer(definition, work);
        work.remark(
            RemarkKind::Changed,
            "The token is asked for when somebody makes a connection, as `Bearer`, a blank and the token.",
            "Nintex has no connection for a token alone. It cannot fetch a new one either: where tokens end, OAuth 2.0 is \
             the way.",
            self.place,
            Some(definition),
        );
    }

    fn remark(&self, definition: Part, work: &mut Work) {
        for place in &self.tokens {
            work.remark(
                RemarkKind::Changed,
                "A request that fetches a token is no action: the connection fetches it.",
                "Nintex signs in before each action, renews the token, and lets no action send an `Authorization` header \
                 of its own.",
                *place,
                Some(definition),
            );
        }
        if let Some(place) = self.oauth.as_ref().and_then(|oauth| oauth.one_of_several) {
            work.remark(
                RemarkKind::Chosen,
                "Of several requests that fetch tokens, the connection does what this one does.",
                "Where an action needs another token, keep the request for it as an action of its own: the next one then \
                 takes `\"security\": []` and sends that token in a parameter.",
                place,
                Some(definition),
            );
        }
        for place in &self.others {
            work.remark(
                RemarkKind::Lost,
                "A connection signs in by one way; others that the collection uses are left out.",
                "Actions that need another one belong into an Xtension of their own.",
                *place,
                None,
            );
        }
    }
}
