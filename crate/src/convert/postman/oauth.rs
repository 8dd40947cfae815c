//! OAuth 2.0 as a collection tells it: by what Postman was told, and by the requests that fetch tokens.

use std::borrow::Cow;

use super::address::{Variables, names, with_variables};
use super::sign_in::setting;
use super::token::TokenRequest;
use crate::convert::connection::question;
use crate::convert::draft::{Content, Origin, Part};
use crate::convert::remark::RemarkKind;
use crate::convert::work::Work;
use crate::json::Value;
use crate::nintex::provider;
use crate::openapi::shape::is_well_formed;
use crate::openapi::vocabulary::Format;
use crate::text::Span;

/// What a collection says of OAuth 2.0.
pub(super) struct OAuth {
    flow: &'static str,
    /// Whether the collection has the flow in which a program is given people's passwords.
    is_by_password: bool,
    authorization_url: Option<String>,
    token_url: Option<String>,
    /// What is asked for.
    pub(super) scopes: Vec<String>,
    /// Whether the address to sign in at was made from the other one.
    is_guessed: bool,
    /// The request that fetches the token, where others fetch other ones.
    pub(super) one_of_several: Option<Span>,
}

impl OAuth {
    /// What is known of the provider: by what Postman was told, else by the requests that fetch a token.
    pub(super) fn of(auth: Option<Value<'_>>, tokens: &[TokenRequest<'_>], variables: &Variables<'_>) -> Option<Self> {
        let told = |key: &str| auth.and_then(|auth| setting(auth, key)).filter(|value| !value.trim().is_empty());
        let rank = |token: &&TokenRequest<'_>| match &*token.grant {
            "authorization_code" => 0,
            "client_credentials" => 1,
            // How people sign in, before there is something to renew, is then told nowhere.
            "refresh_token" => 2,
            _ => 3,
        };
        let fetched = tokens.iter().min_by_key(rank);
        let address = |token: &TokenRequest<'_>| {
            let address = &token.request.address;
            let scheme = address.scheme.as_deref().unwrap_or("https");
            let path = with_variables(&address.path, |name| format!("{{{{{name}}}}}"));
            format!("{scheme}://{}{}{path}", address.host, address.base)
        };
        let token_url = told("accessTokenUrl").map(|url| variables.fill(&url)).or_else(|| fetched.map(address));
        let token_url = token_url.and_then(whole);
        let mut authorization_url = told("authUrl").and_then(|url| whole(variables.fill(&url)));
        if token_url.is_none() && authorization_url.is_none() {
            return None;
        }
        let grant = told("grant_type").map(Cow::into_owned).or_else(|| fetched.map(|token| token.grant.clone()));
        let is_by_password = matches!(grant.as_deref(), Some("password" | "password_credentials"));
        let flow = match grant.as_deref().unwrap_or_default() {
            "client_credentials" => "application",
            _ if is_by_password => "application",
            "implicit" if token_url.is_none() => "implicit",
            _ => "accessCode",
        };
        let mut is_guessed = false;
        if flow == "accessCode" && authorization_url.is_none() {
            let known = token_url.as_deref().and_then(provider::by_url).and_then(|provider| provider.urls);
            authorization_url = known.map(|urls| urls[0].to_owned());
            if let (None, Some(token_url)) = (&authorization_url, &token_url) {
                is_guessed = true;
                let place = token_url.trim_end_matches('/').rsplit_once('/').map_or(&**token_url, |(place, _)| place);
                authorization_url = Some(format!("{place}/authorize"));
            }
        }
        let scope = told("scope").map(Cow::into_owned).or_else(|| {
            let others = tokens.iter().filter(|token| fetched.is_some_and(|own| address(token) == address(own)));
            fetched.into_iter().chain(others).map(|token| &token.scope).find(|scope| !scope.is_empty()).cloned()
        });
        let scopes = scope.unwrap_or_default().split_ascii_whitespace().map(|scope| variables.fill(scope)).collect();
        let own_address = fetched.map(address);
        let is_other = |token: &TokenRequest<'_>| {
            fetched.is_some_and(|own| {
                // What renews a token that somebody signed in for gives the same one.
                let renews = token.grant == "refresh_token" && own.grant != "client_credentials";
                let is_same = (&token.grant, &token.scope) == (&own.grant, &own.scope);
                !renews && (!is_same || Some(address(token)) != own_address)
            })
        };
        let one_of_several = fetched
            .filter(|_| told("accessTokenUrl").is_none() && tokens.iter().any(is_other))
            .map(|own| own.request.item.span());
        Some(Self { flow, is_by_password, authorization_url, token_url, scopes, is_guessed, one_of_several })
    }

    /// Writes the definition, and adds what a connection is to be asked for its addresses.
    pub(super) fn write(&self, place: Span, definition: Part, questions: &mut Vec<String>, work: &mut Work) {
        work.draft.set(definition, "type", "oauth2", Origin::NOWHERE);
        work.draft.set(definition, "flow", self.flow, Origin::NOWHERE);
        let wanted = match self.flow {
            "accessCode" => [Some(("authorizationUrl", &self.authorization_url)), Some(("tokenUrl", &self.token_url))],
            "implicit" => [Some(("authorizationUrl", &self.authorization_url)), None],
            _ => [None, Some(("tokenUrl", &self.token_url))],
        };
        for (key, url) in wanted.into_iter().flatten() {
            let Some(url) = url else {
                work.remark(
                    RemarkKind::Open,
                    format!("The collection does not say the `{key}`."),
                    "The documentation of the service has it, in its part on OAuth 2.0.",
                    place,
                    Some(definition),
                );
                continue;
            };
            let mut written = url.clone();
            for name in names(url) {
                questions.push(question(name));
                written = written.replace(&format!("{{{{{name}}}}}"), &format!("{{{{{}}}}}", question(name)));
            }
            work.draft.set(definition, key, written, place);
        }
        let scopes = work.draft.set(definition, "scopes", Content::Object, Origin::NOWHERE);
        for scope in &self.scopes {
            work.draft.set(scopes, scope, scope.as_str(), Origin::NOWHERE);
        }
        if self.is_by_password {
            work.remark(
                RemarkKind::Open,
                "The flow `password` of OAuth 2.0 became `application`.",
                "Nintex has the flows `accessCode` and `application`: ask the service which of them it has, and put in its \
                 addresses.",
                place,
                Some(definition),
            );
        }
        if self.is_guessed {
            work.remark(
                RemarkKind::Open,
                "The address at which people sign in is a guess.",
                "The collection has that of the token alone. Look the `authorizationUrl` up in the documentation of the \
                 service.",
                place,
                Some(definition),
            );
        }
    }
}

/// The address with a scheme, which people leave out; none where it is no address.
fn whole(url: String) -> Option<String> {
    let with_scheme = format!("https://{url}");
    [url, with_scheme].into_iter().find(|url| is_well_formed(url, Format::Url))
}
