//! Calls that fetch a token: what the rules about them share.

use std::borrow::Cow;

use crate::json::Value;
use crate::openapi::{Document, Operation, Parameter, SecurityDefinition};

/// Why an operation is taken for one that fetches a token.
pub(super) enum TokenCall<'d, 'a> {
    /// Its address is the `tokenUrl` of this definition.
    OfDefinition(&'d SecurityDefinition<'a>),
    /// It asks for a grant, as OAuth 2.0 has it, or for a client's secret at an address that speaks of tokens.
    ByFields,
}

/// Whether the operation fetches a token, and how that can be told.
pub(super) fn token_call<'d, 'a>(document: &'d Document<'a>, operation: &Operation<'a>) -> Option<TokenCall<'d, 'a>> {
    if !operation.method.is("post") && !operation.method.is("get") {
        return None;
    }
    let address = address(document, operation);
    let definition = document
        .security_definitions()
        .iter()
        .find(|definition| definition.value().get_str("tokenUrl").is_some_and(|url| is_same_address(&url, &address)));
    if let Some(definition) = definition {
        return Some(TokenCall::OfDefinition(definition));
    }
    let fields: Vec<Cow<'a, str>> = fields(document, operation).map(|(name, _)| name).collect();
    let asks_for = |wanted: &str| fields.iter().any(|name| plain(name) == wanted);
    let path = operation.path.name().to_ascii_lowercase();
    let speaks_of_tokens = ["token", "authenticate", "oauth", "/login"].iter().any(|word| path.contains(word));
    (asks_for("granttype") || (asks_for("clientsecret") && speaks_of_tokens)).then_some(TokenCall::ByFields)
}

/// The fields that the action shows: its parameters, and the properties of its body. Each with what describes it.
pub(super) fn fields<'a>(
    document: &Document<'a>,
    operation: &Operation<'a>,
) -> impl Iterator<Item = (Cow<'a, str>, Value<'a>)> {
    let parameters = operation.parameters.iter().filter(|parameter| !parameter.is_in("body"));
    let own: Vec<_> = parameters.filter_map(|parameter| Some((parameter.name()?, parameter.value))).collect();
    let body = operation.parameters.iter().find(|parameter| parameter.is_in("body"));
    let properties = body.and_then(|body| properties(document, body));
    let inner = properties.into_iter().flat_map(Value::members).map(|member| (member.name(), member.value()));
    own.into_iter().chain(inner.collect::<Vec<_>>())
}

fn properties<'a>(document: &Document<'a>, body: &Parameter<'a>) -> Option<Value<'a>> {
    document.resolve(body.value.get("schema")?)?.get("properties")
}

/// A name without what people join words with: `client_secret` and `clientSecret` are one.
pub(super) fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

/// The whole address of an operation, without its scheme.
fn address(document: &Document<'_>, operation: &Operation<'_>) -> String {
    let root = |key: &str| document.root().and_then(|root| root.get_str(key)).unwrap_or_default();
    let base = root("basePath");
    format!("{}{}{}", root("host"), base.trim_end_matches('/'), operation.path.name())
}

fn is_same_address(url: &str, address: &str) -> bool {
    let without_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = without_scheme.split(['?', '#']).next().unwrap_or_default();
    !address.starts_with('/') && path.trim_end_matches('/').eq_ignore_ascii_case(address.trim_end_matches('/'))
}
