//! The document's root, and what stands in it besides paths, schemas and security.

use super::parameter::PARAMETER_DEFINITIONS;
use super::path::{PATH_ITEM, PATHS};
use super::response::RESPONSE_DEFINITIONS;
use super::schema::DEFINITIONS;
use super::security::{SECURITY, SECURITY_DEFINITIONS};
use super::{Format, Key, Object, ObjectKind, Type};

/// `consumes` and `produces`.
pub(super) const MEDIA_TYPES: Type = Type::set(&Type::Text);
/// `schemes`.
pub(super) const SCHEMES: Type = Type::set(&Type::OneOf(&["http", "https", "ws", "wss"]));

/// The document itself.
pub static ROOT: Object = Object {
    keys: &[ROOT_KEYS],
    neighbours: &[&INFO, &PATHS, &PATH_ITEM],
    later: &["openapi", "servers", "components", "webhooks", "jsonSchemaDialect"],
    known_slips: &[("server", "host"), ("baseUrl", "host"), ("scheme", "schemes"), ("auth", "securityDefinitions")],
    ..Object::new(
        ObjectKind::Root,
        "document",
        "https://spec.openapis.org/oas/v2.0#swagger-object",
        "The description of an API: where it is, how to sign in, and what it can do.",
    )
};

static ROOT_KEYS: &[Key] = &[
    Key::new("swagger", Type::OneOf(&["2.0"]), "The version of the format: always the string \"2.0\".")
        .required()
        .wholly_ruled_by("swagger-version"),
    Key::new("info", Type::Object(&INFO), "The API's name, version and description.")
        .required()
        .wholly_ruled_by("info-missing"),
    Key::new("host", Type::Formatted(Format::Host), "The server's name and, if needed, port. No https://, no path."),
    Key::new("basePath", Type::Formatted(Format::BasePath), "What every path begins with on the server, such as /v1."),
    Key::new("schemes", SCHEMES, "How the server is called: [\"https\"]."),
    Key::new("consumes", MEDIA_TYPES, "The media types sent to operations that do not say it themselves."),
    Key::new("produces", MEDIA_TYPES, "The media types answered by operations that do not say it themselves."),
    Key::new("paths", Type::Object(&PATHS), "The paths of the API, each with its operations.").required(),
    Key::new("definitions", Type::Object(&DEFINITIONS), "Schemas by name, to refer to."),
    Key::new("parameters", Type::Object(&PARAMETER_DEFINITIONS), "Parameters by name, to refer to."),
    Key::new("responses", Type::Object(&RESPONSE_DEFINITIONS), "Responses by name, to refer to."),
    Key::new("securityDefinitions", Type::Object(&SECURITY_DEFINITIONS), "The ways to sign in, by name."),
    Key::new("security", SECURITY, "How those operations sign in that do not say it themselves."),
    Key::new("tags", Type::set(&Type::Object(&TAG)), "The groups that operations are sorted into."),
    Key::new("externalDocs", Type::Object(&EXTERNAL_DOCUMENTATION), "Where to read more."),
];

/// What the document says of itself.
pub static INFO: Object = Object {
    keys: &[INFO_KEYS],
    later: &["summary"],
    neighbours: &[&ROOT, &CONTACT],
    ..Object::new(
        ObjectKind::Info,
        "info",
        "https://spec.openapis.org/oas/v2.0#info-object",
        "The API's name, version and description.",
    )
};

static INFO_KEYS: &[Key] = &[
    Key::new("title", Type::Text, "The name of the API: what the connector is called in Nintex.").required(),
    Key::new("version", Type::Text, "The version of this description, as a string: \"1.0.0\".").required(),
    Key::new("description", Type::Text, "What the API is for. May be Markdown."),
    Key::new("termsOfService", Type::Text, "Under which terms the API may be used."),
    Key::new("contact", Type::Object(&CONTACT), "Whom to ask about the API."),
    Key::new("license", Type::Object(&LICENSE), "The licence of the API."),
];

static CONTACT: Object = Object {
    keys: &[CONTACT_KEYS],
    neighbours: &[&INFO, &ROOT],
    ..Object::new(
        ObjectKind::Contact,
        "contact",
        "https://spec.openapis.org/oas/v2.0#contact-object",
        "Whom to ask about the API.",
    )
};

static CONTACT_KEYS: &[Key] = &[
    Key::new("name", Type::Text, "The person or organisation to ask."),
    Key::new("url", Type::Formatted(Format::Url), "Their page, as a whole URL."),
    Key::new("email", Type::Formatted(Format::Email), "Their e-mail address."),
];

static LICENSE: Object = Object {
    keys: &[LICENSE_KEYS],
    later: &["identifier"],
    neighbours: &[&INFO, &ROOT],
    ..Object::new(
        ObjectKind::License,
        "license",
        "https://spec.openapis.org/oas/v2.0#license-object",
        "The licence of the API.",
    )
};

static LICENSE_KEYS: &[Key] = &[
    Key::new("name", Type::Text, "What the licence is called.").required(),
    Key::new("url", Type::Formatted(Format::Url), "Where the licence can be read, as a whole URL."),
];

static TAG: Object = Object {
    keys: &[TAG_KEYS],
    ..Object::new(
        ObjectKind::Tag,
        "tag",
        "https://spec.openapis.org/oas/v2.0#tag-object",
        "A group of operations, and what they have in common.",
    )
};

static TAG_KEYS: &[Key] = &[
    Key::new("name", Type::Text, "The tag as operations write it.").required(),
    Key::new("description", Type::Text, "What the operations with this tag are about. May be Markdown."),
    Key::new("externalDocs", Type::Object(&EXTERNAL_DOCUMENTATION), "Where to read more about them."),
];

/// A link to more documentation.
pub(super) static EXTERNAL_DOCUMENTATION: Object = Object {
    keys: &[EXTERNAL_DOCUMENTATION_KEYS],
    ..Object::new(
        ObjectKind::ExternalDocumentation,
        "link to documentation",
        "https://spec.openapis.org/oas/v2.0#external-documentation-object",
        "Where to read more.",
    )
};

static EXTERNAL_DOCUMENTATION_KEYS: &[Key] = &[
    Key::new("description", Type::Text, "What is to be read there. May be Markdown."),
    Key::new("url", Type::Formatted(Format::Url), "The page, as a whole URL.").required(),
];
