//! Paths, and the operations on them.

use super::parameter::PARAMETERS;
use super::response::RESPONSES;
use super::root::{EXTERNAL_DOCUMENTATION, MEDIA_TYPES, ROOT, SCHEMES};
use super::security::SECURITY;
use super::{Key, Names, Object, ObjectKind, Rest, Type};

/// The map of all paths.
pub static PATHS: Object = Object {
    rest: Rest::Entries { names: Names::Paths, value: Type::Object(&PATH_ITEM), extensions: true },
    neighbours: &[&ROOT, &PATH_ITEM, &OPERATION],
    ..Object::new(
        ObjectKind::Paths,
        "paths",
        "https://spec.openapis.org/oas/v2.0#paths-object",
        "The paths of the API, each relative to basePath and beginning with a slash.",
    )
};

/// One path.
pub static PATH_ITEM: Object = Object {
    keys: &[PATH_ITEM_KEYS],
    reference: Some("#/paths/"),
    later: &["servers", "trace"],
    neighbours: &[&PATHS, &OPERATION, &ROOT],
    ..Object::new(
        ObjectKind::PathItem,
        "path",
        "https://spec.openapis.org/oas/v2.0#path-item-object",
        "What can be done at one path: an operation for each method.",
    )
};

static PATH_ITEM_KEYS: &[Key] = &[
    Key::new("get", Type::Object(&OPERATION), "Reads. Sends no body."),
    Key::new("put", Type::Object(&OPERATION), "Replaces what is at this path."),
    Key::new("post", Type::Object(&OPERATION), "Creates something, or starts something."),
    Key::new("delete", Type::Object(&OPERATION), "Deletes what is at this path."),
    Key::new("options", Type::Object(&OPERATION), "Asks what is possible at this path."),
    Key::new("head", Type::Object(&OPERATION), "Like get, but answers without a body."),
    Key::new("patch", Type::Object(&OPERATION), "Changes a part of what is at this path."),
    Key::new("parameters", PARAMETERS, "Parameters that every operation of this path takes."),
    Key::new("$ref", Type::Text, "Another file that describes this path. Nintex needs everything in one file."),
];

/// One method of one path: an action, in Nintex.
pub static OPERATION: Object = Object {
    keys: &[OPERATION_KEYS],
    later: &["requestBody", "callbacks", "servers"],
    neighbours: &[&PATH_ITEM, &PATHS, &RESPONSES, &ROOT],
    known_slips: &[("id", "operationId"), ("name", "operationId"), ("params", "parameters"), ("title", "summary")],
    ..Object::new(
        ObjectKind::Operation,
        "operation",
        "https://spec.openapis.org/oas/v2.0#operation-object",
        "One method of one path: an action in Nintex.",
    )
};

static OPERATION_KEYS: &[Key] = &[
    Key::new("operationId", Type::Text, "A name of its own, to refer to the operation by."),
    Key::new("summary", Type::Text, "What it does, in a few words: the action's label in Nintex."),
    Key::new("description", Type::Text, "What it does, at length. May be Markdown."),
    Key::new("parameters", PARAMETERS, "What it asks for: the action's fields."),
    Key::new("responses", Type::Object(&RESPONSES), "What it answers, by status code: the action's outputs.")
        .required(),
    Key::new("security", SECURITY, "How it signs in, instead of the root's security. [] means not at all."),
    Key::new("consumes", MEDIA_TYPES, "The media types that it accepts, instead of the root's."),
    Key::new("produces", MEDIA_TYPES, "The media types that it answers with, instead of the root's."),
    Key::new("tags", Type::set(&Type::Text), "The groups that it belongs to."),
    Key::new("schemes", SCHEMES, "How the server is called for it, instead of the root's schemes."),
    Key::new("deprecated", Type::Boolean, "Whether it should no longer be used."),
    Key::new("externalDocs", Type::Object(&EXTERNAL_DOCUMENTATION), "Where to read more about it."),
];
