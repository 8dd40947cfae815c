//! Requests that fetch a token: no actions, but what a connection does by itself.

use crate::json::{Value, parse};

use super::items::Request;

/// What a request says when it fetches a token.
pub(super) struct TokenRequest<'a> {
    pub(super) request: Request<'a>,
    /// `authorization_code` and the like; empty where it does not say.
    pub(super) grant: String,
    /// What it asks for, with blanks between; may be empty.
    pub(super) scope: String,
}

/// Parts the requests in those that are actions and those that fetch a token.
pub(super) fn part(requests: Vec<Request<'_>>) -> (Vec<Request<'_>>, Vec<TokenRequest<'_>>) {
    let (mut calls, mut tokens) = (Vec::new(), Vec::new());
    for request in requests {
        let fields = fields(&request);
        let value =
            |wanted: &str| fields.iter().find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| value);
        let path = request.address.path.to_ascii_lowercase();
        let speaks_of_tokens = ["token", "oauth", "authenticate", "/login"].iter().any(|word| path.contains(word));
        let grant = value("grant_type").cloned();
        let has_secret = value("client_secret").is_some();
        if grant.is_some() || (has_secret && speaks_of_tokens) {
            let scope = value("scope").cloned().unwrap_or_default();
            tokens.push(TokenRequest { request, grant: grant.unwrap_or_default(), scope });
        } else {
            calls.push(request);
        }
    }
    (calls, tokens)
}

/// All that is sent under a name: in the query, in a form, or at the top of a JSON object.
fn fields(request: &Request<'_>) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> =
        request.address.query.iter().map(|field| (field.name.clone(), field.value.clone())).collect();
    let Some(body) = request.content.get("body") else { return found };
    let pair = |entry: Value<'_>| {
        let value = entry.get_str("value").unwrap_or_default().into_owned();
        Some((entry.get_str("key")?.into_owned(), value))
    };
    found.extend(body.items_of("urlencoded").chain(body.items_of("formdata")).filter_map(pair));
    if let Some(raw) = body.get_str("raw") {
        let tree = parse(&raw);
        if let Some(object) = tree.root().filter(|root| root.is_object()) {
            let member = |member: crate::json::Member<'_>| {
                Some((member.name().into_owned(), member.value().as_str()?.into_owned()))
            };
            found.extend(object.members().filter_map(member));
        } else {
            let pairs = raw.split('&').filter_map(|pair| pair.split_once('='));
            found.extend(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())));
        }
    }
    found
}
