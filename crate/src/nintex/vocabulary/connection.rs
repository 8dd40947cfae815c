//! Connections: what they ask for, how they are tested, and where they lead.

use super::{Extension, Standing};
use crate::openapi::vocabulary::{Key, Object, ObjectKind, PROPERTIES, Type};

const CONNECTION_PROPERTIES: &str =
    "https://help.nintex.com/en-us/xtensions/04_Reference/Tutorials/x-ntx-connection-properties.htm";
const CONNECTION_VALIDATION: &str =
    "https://help.nintex.com/en-us/xtensions/04_Reference/Tutorials/x-ntx-connection-validation.htm";

/// The placeholder that Nintex replaces by the address of the gateway that is chosen for the connection.
pub const GATEWAY_URI: &str = "x-ntx-gateway-uri";

/// What start events send for the address at which Nintex waits. It stands in the value of a field, as no other one does.
pub const CALLBACK_URL: &str = "x-ntx-event-callback-url";

/// Placeholders that Nintex fills by itself, without a connection property of that name.
pub const BUILT_IN_PLACEHOLDERS: &[&str] = &[GATEWAY_URI, CALLBACK_URL];

/// The connection properties that lead through Nintex Gateway to a server in the customer's own network.
pub const GATEWAY_PROPERTIES: &[&str] = &["x-ntx-gateway-id", "x-ntx-gateway-apikey", "x-ntx-gateway-xtension-baseurl"];

pub(super) static EXTENSIONS: &[Extension] = &[
    Extension::new(
        Key::new("x-ntx-connection-properties", Type::Object(&CONNECTION), "What else a connection asks for."),
        &[ObjectKind::SecurityDefinition],
        Standing::Documented,
        CONNECTION_PROPERTIES,
    ),
    Extension::new(
        Key::new("x-ntx-connection-validation", Type::Object(&VALIDATION), "The operation that tests a connection."),
        &[ObjectKind::SecurityDefinition],
        Standing::Documented,
        CONNECTION_VALIDATION,
    ),
    Extension::new(
        Key::new("x-ntx-host", Type::Text, "The host, with {{placeholders}} for connection properties."),
        &[ObjectKind::Root, ObjectKind::Operation],
        Standing::Documented,
        "https://help.nintex.com/en-us/xtensions/04_Reference/Tutorials/x-ntx-host.htm",
    ),
    Extension::new(
        Key::new("x-ntx-basePath", Type::Text, "The base path, with {{placeholders}} for connection properties."),
        &[ObjectKind::Root, ObjectKind::Operation],
        Standing::Documented,
        "https://help.nintex.com/en-us/xtensions/04_Reference/Tutorials/x-ntx-basePath.htm",
    ),
    Extension::new(
        Key::new("x-ntx-refresh-url", Type::Text, "The address that refreshes a token, where it is one of its own."),
        &[ObjectKind::SecurityDefinition],
        Standing::Seen,
        "https://github.com/NTX-XT/Nintex-Process-Gallery",
    ),
    Extension::new(
        Key::new("x-ntx-emit-undefined", Type::Any, "Seen on connection properties; what it does is not known."),
        &[ObjectKind::Schema],
        Standing::Seen,
        "https://github.com/NTX-XT/nac-client",
    ),
];

static CONNECTION: Object = Object {
    keys: &[CONNECTION_KEYS],
    neighbours: &[&PROPERTIES],
    ..Object::new(
        ObjectKind::Extension("x-ntx-connection-properties"),
        "x-ntx-connection-properties",
        CONNECTION_PROPERTIES,
        "The fields that a connection asks for, as the schema of an object.",
    )
};

static CONNECTION_KEYS: &[Key] = &[
    Key::new("type", Type::OneOf(&["object"]), "Always \"object\".").required(),
    Key::new("properties", Type::Object(&PROPERTIES), "The fields, each with its schema.").required(),
    Key::new("required", Type::list(&Type::Text), "The names of the fields that must be filled in."),
    Key::new("title", Type::Text, "What to call them together."),
    Key::new("description", Type::Text, "What they are for."),
    Key::new("additionalProperties", Type::Any, "Whether there may be fields that are not listed."),
];

static VALIDATION: Object = Object {
    keys: &[VALIDATION_KEYS],
    known_slips: &[("operation", "operationId")],
    ..Object::new(
        ObjectKind::Extension("x-ntx-connection-validation"),
        "x-ntx-connection-validation",
        CONNECTION_VALIDATION,
        "Which operation Nintex calls to test a new connection.",
    )
};

static VALIDATION_KEYS: &[Key] =
    &[Key::new("operationId", Type::Text, "The operation that is called, in this document.").required()];
