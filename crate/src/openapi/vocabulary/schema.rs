//! Schemas: what a body, an answer or a property looks like.

use super::parameter::LIMITS;
use super::root::{EXTERNAL_DOCUMENTATION, ROOT};
use super::{Key, Names, Object, ObjectKind, Rest, Type, Variants};

static MAPS: &[&Object] = &[&PROPERTIES];

const fn schema(name: &'static str, keys: &'static [&'static [Key]]) -> Object {
    Object {
        keys,
        reference: Some("#/definitions/"),
        known_slips: &[
            ("label", "title"),
            ("name", "title"),
            ("displayName", "title"),
            ("desc", "description"),
            ("defaultValue", "default"),
            ("ref", "$ref"),
        ],
        later: &[
            "oneOf",
            "anyOf",
            "not",
            "nullable",
            "writeOnly",
            "deprecated",
            "const",
            "examples",
            "contentEncoding",
            "contentMediaType",
        ],
        neighbours: MAPS,
        ..Object::new(
            ObjectKind::Schema,
            name,
            "https://spec.openapis.org/oas/v2.0#schema-object",
            "What a value looks like.",
        )
    }
}

/// A schema.
pub static SCHEMA: Object = schema("schema", &[SCHEMA_KEYS, LIMITS]);

/// The schema of a response, which may also be a file.
pub(super) static RESPONSE_SCHEMA: Object = Object {
    variants: Some(Variants { key: "type", cases: &[("file", &FILE_SCHEMA)] }),
    ..schema("schema", &[SCHEMA_KEYS, LIMITS])
};

static FILE_SCHEMA: Object =
    Object { reference: None, known_slips: &[("label", "title")], neighbours: &[], ..schema("file", &[FILE_KEYS]) };

const SIMPLE_TYPES: Type = Type::OneOf(&["array", "boolean", "integer", "null", "number", "object", "string"]);

static SCHEMA_KEYS: &[Key] = &[
    Key::new(
        "type",
        Type::AnyOf(&[SIMPLE_TYPES, Type::List { item: &SIMPLE_TYPES, at_least: 1, unique: true }]),
        "What kind of value it is: string, integer, number, boolean, array or object.",
    ),
    Key::new("$ref", Type::Text, "The schema that stands here instead, such as #/definitions/Person."),
    Key::new("description", Type::Text, "What the value means. May be Markdown."),
    Key::new("properties", Type::Object(&PROPERTIES), "The properties of the object, each with its schema."),
    Key::new(
        "items",
        Type::AnyOf(&[Type::Object(&SCHEMA), Type::List { item: &Type::Object(&SCHEMA), at_least: 1, unique: false }]),
        "What each item of the array is.",
    ),
    Key::new("title", Type::Text, "What to call the value: its label in Nintex."),
    Key::new(
        "required",
        Type::List { item: &Type::Text, at_least: 1, unique: true },
        "The names of the properties that must be given.",
    ),
    Key::new("example", Type::Any, "An example of the value."),
    Key::new(
        "allOf",
        Type::List { item: &Type::Object(&SCHEMA), at_least: 1, unique: false },
        "Schemas that hold all at once.",
    ),
    Key::new(
        "additionalProperties",
        Type::AnyOf(&[Type::Object(&SCHEMA), Type::Boolean]),
        "Whether there may be properties that are not listed, and what they look like.",
    ),
    Key::new("readOnly", Type::Boolean, "Whether it only comes in answers and is never sent."),
    Key::new("minProperties", Type::Count, "How many properties there must be at least."),
    Key::new("maxProperties", Type::Count, "How many properties there may be at most."),
    Key::new("discriminator", Type::Text, "The property that says which of several schemas an object has."),
    Key::new("xml", Type::Object(&XML), "How it looks in XML."),
    Key::new("externalDocs", Type::Object(&EXTERNAL_DOCUMENTATION), "Where to read more about it."),
];

static FILE_KEYS: &[Key] = &[
    Key::new("type", Type::OneOf(&["file"]), "The answer is a file.").required(),
    Key::new("format", Type::Text, "The type, more exactly."),
    Key::new("title", Type::Text, "What to call the file: its label in Nintex."),
    Key::new("description", Type::Text, "What is in the file. May be Markdown."),
    Key::new("default", Type::Any, "The value that is meant where none is given."),
    Key::new("required", Type::List { item: &Type::Text, at_least: 1, unique: true }, "Says nothing for a file."),
    Key::new("readOnly", Type::Boolean, "Whether it only comes in answers and is never sent."),
    Key::new("externalDocs", Type::Object(&EXTERNAL_DOCUMENTATION), "Where to read more about it."),
    Key::new("example", Type::Any, "An example of the value."),
];

/// The map of a schema's properties.
pub static PROPERTIES: Object = Object {
    rest: Rest::Entries { names: Names::Any, value: Type::Object(&SCHEMA), extensions: false },
    neighbours: &[&SCHEMA],
    ..Object::new(
        ObjectKind::Properties,
        "properties",
        "https://spec.openapis.org/oas/v2.0#schema-object",
        "The properties of an object, each with its schema.",
    )
};

/// The root's map of schemas.
pub(super) static DEFINITIONS: Object = Object {
    rest: Rest::Entries { names: Names::Any, value: Type::Object(&SCHEMA), extensions: false },
    neighbours: &[&ROOT],
    ..Object::new(
        ObjectKind::Definitions,
        "definitions",
        "https://spec.openapis.org/oas/v2.0#definitions-object",
        "Schemas by name, to refer to.",
    )
};

static XML: Object = Object {
    keys: &[XML_KEYS],
    ..Object::new(
        ObjectKind::Xml,
        "XML description",
        "https://spec.openapis.org/oas/v2.0#xml-object",
        "How a property looks in XML.",
    )
};

static XML_KEYS: &[Key] = &[
    Key::new("name", Type::Text, "What the element or attribute is called."),
    Key::new("namespace", Type::Text, "The URL of its namespace."),
    Key::new("prefix", Type::Text, "The prefix of its namespace."),
    Key::new("attribute", Type::Boolean, "Whether it is an attribute and not an element."),
    Key::new("wrapped", Type::Boolean, "Whether the items of an array stand in an element of their own."),
];
