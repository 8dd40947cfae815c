//! What a key that is missing could say.

use crate::json::{Member, Value, encode};
use crate::openapi::METHODS;
use crate::openapi::vocabulary::{Key, Object, ObjectKind, Type};
use crate::text::Gather;

/// Alternatives beyond these are no help.
const MOST: usize = 4;

/// A value for a missing key.
pub(super) enum Suggestion {
    /// This JSON, which cannot be wrong.
    Sure(String),
    /// This JSON, with what follows from it.
    Likely(String, &'static str),
    /// This text, for a person to replace.
    Blank(String),
}

impl Suggestion {
    /// The JSON that is put in; nothing where it is a blank.
    pub(super) fn value(&self) -> &str {
        match self {
            Suggestion::Sure(value) | Suggestion::Likely(value, _) => value,
            Suggestion::Blank(_) => "",
        }
    }

    /// Whether the value is a choice, which a title has to name.
    pub(super) fn is_one_of_several(&self) -> bool {
        matches!(self, Suggestion::Likely(..))
    }
}

/// What `key`, which `holder` lacks, could say: the best first.
pub(super) fn suggestions(object: &Object, key: &Key, holder: Value<'_>) -> Vec<Suggestion> {
    let text = |text: &str| encode(text);
    match (object.kind, key.name) {
        (ObjectKind::Operation, "responses") => {
            vec![Suggestion::Sure("{\n  \"200\": {\n    \"description\": \"OK\"\n  }\n}".to_owned())]
        }
        (ObjectKind::Response, "description") => {
            let code = holder.member().map(Member::name).unwrap_or_default();
            vec![Suggestion::Sure(text(reason_phrase(&code)))]
        }
        (ObjectKind::Root, "paths") => {
            vec![Suggestion::Likely("{}".to_owned(), "The connector has no actions until paths are listed there.")]
        }
        (ObjectKind::Info, "title") => vec![Suggestion::Blank("Name of the API".to_owned())],
        (ObjectKind::Info, "version") => vec![Suggestion::Sure(text("1.0.0"))],
        (ObjectKind::Parameter, "in") => locations(holder),
        (ObjectKind::Parameter, "name") if holder.get("in").is_some_and(|place| place.is_str("body")) => {
            vec![Suggestion::Likely(text("body"), "Nintex shows it as the label of the body, unless there is another one.")]
        }
        (ObjectKind::Parameter | ObjectKind::Header, "type") if holder.get("items").is_some() => {
            vec![Suggestion::Sure(text("array"))]
        }
        (ObjectKind::Parameter | ObjectKind::Header, "type") => {
            vec![Suggestion::Likely(text("string"), "The field takes any text.")]
        }
        (ObjectKind::Parameter, "schema") => {
            let schema = "{\n  \"type\": \"object\"\n}".to_owned();
            vec![Suggestion::Likely(schema, "The action has no fields for the body until its properties are listed.")]
        }
        (ObjectKind::Extension(_), "schema") => {
            let schema = "{\n  \"type\": \"object\",\n  \"properties\": {}\n}".to_owned();
            vec![Suggestion::Likely(schema, "There is nothing to choose from until its properties are listed.")]
        }
        (ObjectKind::SecurityDefinition, "name") => vec![Suggestion::Blank("X-API-Key".to_owned())],
        (ObjectKind::ExternalDocumentation, "url") => vec![Suggestion::Blank("https://example.com/docs".to_owned())],
        _ => by_type(key),
    }
}

fn by_type(key: &Key) -> Vec<Suggestion> {
    match key.value {
        Type::Text => vec![Suggestion::Blank(key.name.to_owned())],
        Type::True => vec![Suggestion::Sure("true".to_owned())],
        Type::OneOf(allowed) if allowed.len() <= MOST => {
            let value = |one: &&str| Suggestion::Likely(encode(one), "Take the one that the API's documentation names.");
            allowed.iter().map(value).gathered()
        }
        _ => Vec::new(),
    }
}

/// Where a parameter can be sent, by what else it says.
fn locations(parameter: Value<'_>) -> Vec<Suggestion> {
    if parameter.get("schema").is_some() {
        return vec![Suggestion::Sure(encode("body"))];
    }
    let template = parameter.get_str("name").map(|name| format!("{{{name}}}"));
    if template.is_some_and(|template| path_of(parameter).is_some_and(|path| path.contains(&template))) {
        return vec![Suggestion::Sure(encode("path"))];
    }
    let likely = |place: &str, consequence| Suggestion::Likely(encode(place), consequence);
    vec![
        likely("query", "It is sent in the address, behind the question mark."),
        likely("header", "It is sent as a header."),
    ]
}

/// The path that a parameter in a list of parameters is for.
fn path_of(parameter: Value<'_>) -> Option<String> {
    let holder = parameter.parent()?.parent()?.member()?;
    let path = if METHODS.iter().any(|method| holder.is(method)) { holder.object().member()? } else { holder };
    Some(path.name().into_owned())
}

/// What HTTP calls a status (RFC 9110, section 15).
fn reason_phrase(code: &str) -> &'static str {
    match code {
        "200" => "OK",
        "201" => "Created",
        "202" => "Accepted",
        "204" => "No Content",
        "301" => "Moved Permanently",
        "302" => "Found",
        "304" => "Not Modified",
        "400" => "Bad Request",
        "401" => "Unauthorized",
        "403" => "Forbidden",
        "404" => "Not Found",
        "405" => "Method Not Allowed",
        "406" => "Not Acceptable",
        "409" => "Conflict",
        "410" => "Gone",
        "412" => "Precondition Failed",
        "415" => "Unsupported Media Type",
        "422" => "Unprocessable Content",
        "429" => "Too Many Requests",
        "500" => "Internal Server Error",
        "501" => "Not Implemented",
        "502" => "Bad Gateway",
        "503" => "Service Unavailable",
        "504" => "Gateway Timeout",
        "default" => "Any other answer",
        _ => match code.as_bytes().first() {
            Some(b'2') => "Success",
            Some(b'4' | b'5') => "Error",
            _ => "Answer",
        },
    }
}
