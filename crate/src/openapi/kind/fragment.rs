//! Parts of an OpenAPI 2.0 document that somebody brings without the rest of it.

use super::keys::{has_key, is_schema};
use crate::json::{Member, Value};
use crate::openapi::METHODS;

/// Which part of a document a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fragment {
    /// What stands under `paths`: path items by their paths.
    Paths,
    /// A path item: operations by their methods.
    PathItem,
    /// An operation.
    Operation,
    /// What stands under `responses`: responses by their status.
    Responses,
    /// A parameter.
    Parameter,
    /// A list of parameters.
    Parameters,
    /// A security definition.
    SecurityDefinition,
    /// Security definitions by their names.
    SecurityDefinitions,
    /// Schemas by their names.
    Definitions,
}

impl Fragment {
    /// What it is called in a sentence.
    pub fn name(self) -> &'static str {
        match self {
            Self::Paths => "paths",
            Self::PathItem => "the operations of a path",
            Self::Operation => "an operation",
            Self::Responses => "the responses of an operation",
            Self::Parameter => "a parameter",
            Self::Parameters => "parameters",
            Self::SecurityDefinition => "a security definition",
            Self::SecurityDefinitions => "security definitions",
            Self::Definitions => "schemas",
        }
    }
}

/// Which part it is; none where it is none, or a whole document.
pub(super) fn of(root: Value<'_>) -> Option<Fragment> {
    if root.is_array() {
        return all(root.items(), is_parameter).then_some(Fragment::Parameters);
    }
    let values = || root.members().map(Member::value);
    let is_path = |member: Member<'_>| member.value().is_object() && member.name().starts_with('/');
    let is_method = |member: Member<'_>| {
        let has = |key: &&str| has_key(member.value(), key);
        METHODS.contains(&&*member.name()) && ["responses", "operationId", "parameters"].iter().any(has)
    };
    match () {
        () if root.members().any(is_path) => Some(Fragment::Paths),
        () if root.members().any(is_method) => Some(Fragment::PathItem),
        () if is_security_definition(root) => Some(Fragment::SecurityDefinition),
        () if is_parameter(root) => Some(Fragment::Parameter),
        () if is_operation(root) => Some(Fragment::Operation),
        () if all(values(), is_response) && root.members().all(|member| is_status(&member.name())) => {
            Some(Fragment::Responses)
        }
        () if all(values(), is_security_definition) => Some(Fragment::SecurityDefinitions),
        () if all(values(), is_schema) => Some(Fragment::Definitions),
        () => None,
    }
}

fn all<'a>(values: impl Iterator<Item = Value<'a>> + Clone, is: fn(Value<'a>) -> bool) -> bool {
    values.clone().next().is_some() && { values }.all(is)
}

fn is_security_definition(value: Value<'_>) -> bool {
    let is = |name: &str| value.get("type").is_some_and(|ty| ty.is_str(name));
    is("basic") || is("oauth2") || is("apiKey") && value.get("in").is_some()
}

fn is_parameter(value: Value<'_>) -> bool {
    let places = ["query", "path", "header", "formData", "body"];
    value.get("name").is_some() && value.get("in").is_some_and(|place| places.iter().any(|name| place.is_str(name)))
}

fn is_operation(value: Value<'_>) -> bool {
    let has_status = value.members_of("responses").any(|member| is_status(&member.name()));
    has_status || value.get("operationId").is_some_and(|id| id.as_str().is_some()) && has_key(value, "parameters")
}

fn is_response(value: Value<'_>) -> bool {
    value.get("description").is_some() || value.get("schema").is_some() || value.get("$ref").is_some()
}

fn is_status(name: &str) -> bool {
    name == "default" || name.len() == 3 && name.starts_with(['1', '2', '3', '4', '5'])
}
