//! Responses: what an operation answers.

use super::parameter::HEADER;
use super::path::{OPERATION, PATH_ITEM, PATHS};
use super::root::ROOT;
use super::schema::{RESPONSE_SCHEMA, SCHEMA};
use super::{Key, Names, Object, ObjectKind, Rest, Type};

/// The map of an operation's responses.
pub static RESPONSES: Object = Object {
    rest: Rest::Entries { names: Names::StatusCodes, value: Type::ObjectOrReference(&RESPONSE), extensions: true },
    at_least: 1,
    later: &["1XX", "2XX", "3XX", "4XX", "5XX", "1xx", "2xx", "3xx", "4xx", "5xx"],
    neighbours: &[&RESPONSE, &OPERATION, &PATH_ITEM, &PATHS, &ROOT],
    known_slips: &[
        ("ok", "200"),
        ("200ok", "200"),
        ("success", "200"),
        ("created", "201"),
        ("accepted", "202"),
        ("nocontent", "204"),
        ("badrequest", "400"),
        ("unauthorized", "401"),
        ("forbidden", "403"),
        ("notfound", "404"),
        ("error", "default"),
    ],
    ..Object::new(
        ObjectKind::Responses,
        "responses",
        "https://spec.openapis.org/oas/v2.0#responses-object",
        "What an operation answers, by status code; default stands for all others.",
    )
};

/// The root's map of responses.
pub(super) static RESPONSE_DEFINITIONS: Object = Object {
    rest: Rest::Entries { names: Names::Any, value: Type::Object(&RESPONSE), extensions: false },
    neighbours: &[&ROOT],
    ..Object::new(
        ObjectKind::ResponseDefinitions,
        "map of responses",
        "https://spec.openapis.org/oas/v2.0#responses-definitions-object",
        "Responses by name, to refer to from operations.",
    )
};

/// One response.
pub static RESPONSE: Object = Object {
    keys: &[RESPONSE_KEYS],
    reference: Some("#/responses/"),
    known_slips: &[("body", "schema"), ("example", "examples")],
    later: &["content", "links"],
    neighbours: &[&RESPONSES, &SCHEMA, &OPERATION, &PATH_ITEM, &ROOT],
    ..Object::new(
        ObjectKind::Response,
        "response",
        "https://spec.openapis.org/oas/v2.0#response-object",
        "What an operation answers with one status code.",
    )
};

static RESPONSE_KEYS: &[Key] = &[
    Key::new("description", Type::Text, "What this answer means. May be Markdown.").required(),
    Key::new("schema", Type::Object(&RESPONSE_SCHEMA), "What the answer looks like: the action's outputs."),
    Key::new("headers", Type::Object(&HEADERS), "The headers that come with the answer."),
    Key::new("examples", Type::Object(&EXAMPLES), "One example of the answer for each media type."),
];

static HEADERS: Object = Object {
    rest: Rest::Entries { names: Names::Any, value: Type::Object(&HEADER), extensions: false },
    ..Object::new(
        ObjectKind::Headers,
        "headers",
        "https://spec.openapis.org/oas/v2.0#headers-object",
        "The headers that come with an answer, by name.",
    )
};

static EXAMPLES: Object = Object {
    rest: Rest::Entries { names: Names::Any, value: Type::Any, extensions: false },
    ..Object::new(
        ObjectKind::Examples,
        "examples",
        "https://spec.openapis.org/oas/v2.0#example-object",
        "One example of the answer for each media type.",
    )
};
