//! Calls that fetch a token: what the rules about them share.

use std::borrow::Cow;

use crate::json::Value;
use crate::openapi::{Document, Operation, SecurityDefinition};
use crate::text::Names;

/// Knows which operations fetch a token.
pub(super) struct TokenCalls<'d, 'a> {
    /// The definitions that some operation signs in by, and whose `tokenUrl` is an address of this API.
    definitions: Vec<&'d SecurityDefinition<'a>>,
    /// The paths of those URLs, in small letters, numbered as the definitions are.
    token_paths: Names<'a>,
    grants: FieldFinder<'d, 'd, 'a>,
    client_secrets: FieldFinder<'d, 'd, 'a>,
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
        let base = format!("{}{}", root("host"), root("basePath").trim_end_matches('/')).to_ascii_lowercase();
        let asked: Names<'_> = document.requirements().map(|requirement| requirement.name()).collect();
        let mut token_paths = Names::default();
        let mut definitions = Vec::new();
        for definition in document.security_definitions().iter().filter(|definition| asked.contains(&definition.name()))
        {
            if let Some(url) = definition.value().get_str("tokenUrl") {
                let address = url.split_once("://").map_or(&*url, |(_, rest)| rest);
                let address = address.split(['?', '#']).next().unwrap_or_default();
                let address = address.trim_end_matches('/').to_ascii_lowercase();
                if let Some(path) = address.strip_prefix(&base).filter(|_| !base.is_empty())
                    && token_paths.insert(path.to_owned().into())
                {
                    definitions.push(definition);
                }
            }
        }
        let grants = FieldFinder::new(document, &|name, _| is_spelled(name, "granttype"));
        let client_secrets = FieldFinder::new(document, &|name, _| is_spelled(name, "clientsecret"));
        Self { definitions, token_paths, grants, client_secrets }
    }

    /// Whether the operation fetches a token, and how that can be told.
    pub(super) fn find(&mut self, operation: &Operation<'a>) -> Option<TokenCall<'d, 'a>> {
        if !operation.method.is("post") && !operation.method.is("get") {
            return None;
        }
        let path = operation.path.name();
        if !self.token_paths.is_empty() {
            let number = self.token_paths.find(&path.trim_end_matches('/').to_ascii_lowercase());
            if let Some(definition) = number.and_then(|number| self.definitions.get(number)) {
                return Some(TokenCall::OfDefinition(definition));
            }
        }
        let speaks_of_tokens = || {
            let path = path.to_ascii_lowercase();
            ["token", "authenticate", "oauth", "/login"].iter().any(|word| path.contains(word))
        };
        let is_call = self.grants.find(operation).is_some()
            || (self.client_secrets.find(operation).is_some() && speaks_of_tokens());
        is_call.then_some(TokenCall::ByFields)
    }
}

/// What a field is called, and what describes it.
type Field<'a> = (Cow<'a, str>, Value<'a>);

/// Finds the first field of an action that is as wanted: a parameter, or a property of the body. Many actions may have
/// the same body, so each is looked at once.
pub(super) struct FieldFinder<'f, 'd, 'a> {
    document: &'d Document<'a>,
    is_wanted: &'f dyn Fn(&str, Value<'a>) -> bool,
    /// The positions of the schemas that were looked at, in the order of `found`.
    schemas: Names<'a>,
    found: Vec<Option<Field<'a>>>,
}

impl<'f, 'd, 'a> FieldFinder<'f, 'd, 'a> {
    pub(super) fn new(document: &'d Document<'a>, is_wanted: &'f dyn Fn(&str, Value<'a>) -> bool) -> Self {
        Self { document, is_wanted, schemas: Names::default(), found: Vec::new() }
    }

    pub(super) fn find(&mut self, operation: &Operation<'a>) -> Option<Field<'a>> {
        let is_wanted = |field: &Field<'a>| (self.is_wanted)(&field.0, field.1);
        let parameters = &operation.parameters;
        let own = parameters.iter().filter_map(|parameter| Some((parameter.name()?, parameter.value))).find(is_wanted);
        if own.is_some() {
            return own;
        }
        let body = parameters.iter().find(|parameter| parameter.is_in("body"))?;
        let schema = self.document.resolve(body.value.get("schema")?)?;
        let number = self.schemas.number(schema.index().to_string().into());
        if number == self.found.len() {
            let properties = schema.members_of("properties").map(|property| (property.name(), property.value()));
            self.found.push({ properties }.find(is_wanted));
        }
        self.found.get(number)?.clone()
    }
}

/// Whether `name` is the word `wanted`, whatever its capitals and what it is joined by: `client_secret`, `clientSecret`.
pub(super) fn is_spelled(name: &str, wanted: &str) -> bool {
    let letters = name.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase());
    name.len() >= wanted.len() && letters.eq(wanted.bytes())
}
