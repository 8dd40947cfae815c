//! Calls that fetch a token: what the rules about them share.

use std::borrow::Cow;

use crate::json::{Member, Value};
use crate::openapi::{Document, Operation, SecurityDefinition};
use crate::text::Names;

/// Knows which operations fetch a token.
pub(super) struct TokenCalls<'d, 'a> {
    document: &'d Document<'a>,
    /// What the address of each operation begins with: the host and the base path.
    base: String,
    /// The definitions with a `tokenUrl` that some operation signs in by, and that URL without its scheme and query.
    token_urls: Vec<(&'d SecurityDefinition<'a>, String)>,
}

/// Why an operation is taken for one that fetches a token.
pub(super) enum TokenCall<'d, 'a> {
    /// Its address is the `tokenUrl` of this definition.
    OfDefinition(&'d SecurityDefinition<'a>),
    /// It asks for a grant, as OAuth 2.0 has it, or for a client's secret at an address that speaks of tokens.
    ByFields,
}

impl<'d, 'a> TokenCalls<'d, 'a> {
    pub(super) fn new(document: &'d Document<'a>) -> Self {
        let root = |key: &str| document.root().and_then(|root| root.get_str(key)).unwrap_or_default();
        let base = format!("{}{}", root("host"), root("basePath").trim_end_matches('/'));
        let asked: Names<'_> = document.requirements().map(|requirement| requirement.name()).collect();
        let mut token_urls = Vec::new();
        for definition in document.security_definitions().iter().filter(|definition| asked.contains(&definition.name()))
        {
            if let Some(url) = definition.value().get_str("tokenUrl") {
                let address = url.split_once("://").map_or(&*url, |(_, rest)| rest);
                let address = address.split(['?', '#']).next().unwrap_or_default();
                token_urls.push((definition, address.trim_end_matches('/').to_owned()));
            }
        }
        Self { document, base, token_urls }
    }

    /// Whether the operation fetches a token, and how that can be told.
    pub(super) fn find(&self, operation: &Operation<'a>) -> Option<TokenCall<'d, 'a>> {
        if !operation.method.is("post") && !operation.method.is("get") {
            return None;
        }
        let path = operation.path.name();
        if let Some((definition, _)) = self.token_urls.iter().find(|(_, url)| self.is_at(&path, url)) {
            return Some(TokenCall::OfDefinition(definition));
        }
        let asks_for = |wanted: &str| fields(self.document, operation).any(|(name, _)| is_spelled(&name, wanted));
        let speaks_of_tokens = || {
            let path = path.to_ascii_lowercase();
            ["token", "authenticate", "oauth", "/login"].iter().any(|word| path.contains(word))
        };
        (asks_for("granttype") || (asks_for("clientsecret") && speaks_of_tokens())).then_some(TokenCall::ByFields)
    }

    /// Whether the address of an operation at `path` is `url`.
    fn is_at(&self, path: &str, url: &str) -> bool {
        let path = path.trim_end_matches('/');
        let (base, rest) = (url.get(..self.base.len()), url.get(self.base.len()..));
        !self.base.is_empty()
            && base.is_some_and(|base| base.eq_ignore_ascii_case(&self.base))
            && rest.is_some_and(|rest| rest.eq_ignore_ascii_case(path))
    }
}

/// The fields that the action shows: its parameters, and the properties of its body. Each with what describes it.
pub(super) fn fields<'a>(
    document: &Document<'a>,
    operation: &Operation<'a>,
) -> impl Iterator<Item = (Cow<'a, str>, Value<'a>)> {
    let body = operation.parameters.iter().find(|parameter| parameter.is_in("body"));
    let schema = body.and_then(|body| document.resolve(body.value.get("schema")?));
    let properties = schema.and_then(|schema| schema.get("properties"));
    let inner =
        properties.into_iter().flat_map(Value::members).map(|member: Member<'a>| (member.name(), member.value()));
    operation.parameters.iter().filter_map(|parameter| Some((parameter.name()?, parameter.value))).chain(inner)
}

/// Whether `name` is the word `wanted`, whatever its capitals and what it is joined by: `client_secret`, `clientSecret`.
pub(super) fn is_spelled(name: &str, wanted: &str) -> bool {
    let letters = name.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase());
    name.len() >= wanted.len() && letters.eq(wanted.bytes())
}
