//! Parameters, and the simple values that parameters and headers are made of.

use super::root::ROOT;
use super::schema::SCHEMA;
use super::{Key, Names, Object, ObjectKind, Rest, Type, Variants};

/// A list of parameters: of an operation or of a path.
pub(super) static PARAMETERS: Type = Type::set(&Type::ObjectOrReference(&PARAMETER));

/// The root's map of parameters.
pub(super) static PARAMETER_DEFINITIONS: Object = Object {
    rest: Rest::Entries { names: Names::Any, value: Type::Object(&PARAMETER), extensions: false },
    neighbours: &[&ROOT],
    ..Object::new(
        ObjectKind::ParameterDefinitions,
        "map of parameters",
        "https://spec.openapis.org/oas/v2.0#parameters-definitions-object",
        "Parameters by name, to refer to from operations.",
    )
};

static NEIGHBOURS: &[&Object] = &[&SCHEMA, &QUERY_PARAMETER];

const fn parameter(name: &'static str, keys: &'static [&'static [Key]]) -> Object {
    Object {
        keys,
        reference: Some("#/parameters/"),
        known_slips: &[
            ("label", "description"),
            ("summary", "description"),
            ("desc", "description"),
            ("location", "in"),
            ("defaultValue", "default"),
            ("isRequired", "required"),
        ],
        later: &["schema", "content", "style", "explode", "allowReserved", "examples", "deprecated"],
        neighbours: NEIGHBOURS,
        ..Object::new(
            ObjectKind::Parameter,
            name,
            "https://spec.openapis.org/oas/v2.0#parameter-object",
            "Something that an operation asks for: a field of the action.",
        )
    }
}

/// A parameter of which it is not known where it is sent.
pub static PARAMETER: Object = Object {
    variants: Some(Variants {
        key: "in",
        cases: &[
            ("query", &QUERY_PARAMETER),
            ("path", &PATH_PARAMETER),
            ("body", &BODY_PARAMETER),
            ("header", &HEADER_PARAMETER),
            ("formData", &FORM_PARAMETER),
        ],
    }),
    ..parameter("parameter", &[NAMED, REQUIRED, LOCATION, SIMPLE_OR_FILE, LIMITS, REPEATABLE, ITEMS_OF, EMPTY, BODY])
};

static QUERY_PARAMETER: Object =
    parameter("query parameter", &[NAMED, REQUIRED, LOCATION, SIMPLE, LIMITS, REPEATABLE, ITEMS_OF, EMPTY]);

static FORM_PARAMETER: Object =
    parameter("form parameter", &[NAMED, REQUIRED, LOCATION, SIMPLE_OR_FILE, LIMITS, REPEATABLE, ITEMS_OF, EMPTY]);

static HEADER_PARAMETER: Object =
    parameter("header parameter", &[NAMED, REQUIRED, LOCATION, SIMPLE, LIMITS, JOINED, ITEMS_OF]);

static PATH_PARAMETER: Object =
    parameter("path parameter", &[NAMED, ALWAYS_REQUIRED, LOCATION, SIMPLE, LIMITS, JOINED, ITEMS_OF]);

static BODY_PARAMETER: Object = parameter("body parameter", &[NAMED, REQUIRED, LOCATION, BODY_REQUIRED]);

static NAMED: &[Key] = &[
    Key::new("name", Type::Text, "What the API calls it.").required(),
    Key::new("description", Type::Text, "What to enter. May be Markdown."),
];

static REQUIRED: &[Key] = &[Key::new("required", Type::Boolean, "Whether it must be given.")];

static ALWAYS_REQUIRED: &[Key] =
    &[Key::new("required", Type::True, "Always true: a path has no place for a missing value.")
        .required()
        .wholly_ruled_by("path-param-required")];

static LOCATION: &[Key] = &[Key::new(
    "in",
    Type::OneOf(&["query", "path", "body", "header", "formData"]),
    "Where it is sent: query, path, header, formData or body.",
)
.required()];

static SIMPLE: &[Key] =
    &[Key::new("type", Type::OneOf(&["string", "number", "boolean", "integer", "array"]), "What kind of value it is.")
        .required()
        .or_stand_in(&["schema", "content"])];

static SIMPLE_OR_FILE: &[Key] = &[Key::new(
    "type",
    Type::OneOf(&["string", "number", "boolean", "integer", "array", "file"]),
    "What kind of value it is.",
)
.required()
.or_stand_in(&["schema", "content"])];

static BODY: &[Key] = &[Key::new("schema", Type::Object(&SCHEMA), "What the body looks like.")];

static BODY_REQUIRED: &[Key] = &[Key::new("schema", Type::Object(&SCHEMA), "What the body looks like.")
    .required()
    .or_stand_in(&["type", "items", "properties", "allOf", "$ref", "content"])];

static EMPTY: &[Key] = &[Key::new("allowEmptyValue", Type::Boolean, "Whether it may be sent without a value.")];

static ITEMS_OF: &[Key] = &[Key::new("items", Type::Object(&ITEMS), "What each item of the array is.")];

static JOINED: &[Key] = &[Key::new(
    "collectionFormat",
    Type::OneOf(&["csv", "ssv", "tsv", "pipes"]),
    "What separates the items of the array: csv is a comma.",
)];

static REPEATABLE: &[Key] = &[Key::new(
    "collectionFormat",
    Type::OneOf(&["csv", "ssv", "tsv", "pipes", "multi"]),
    "What separates the items of the array: csv is a comma, multi repeats the parameter.",
)];

/// What every simple value and every schema may say of itself.
pub(super) static LIMITS: &[Key] = &[
    Key::new("format", Type::Text, "The type, more exactly: date-time, byte, int64, x-ntx-file-reference …"),
    Key::new("default", Type::Any, "The value that is meant where none is given."),
    Key::new("enum", Type::List { item: &Type::Any, at_least: 1, unique: true }, "The only values that it may have."),
    Key::new("minimum", Type::Number, "The smallest number that it may be."),
    Key::new("maximum", Type::Number, "The largest number that it may be."),
    Key::new("exclusiveMinimum", Type::Boolean, "Whether minimum itself is too small."),
    Key::new("exclusiveMaximum", Type::Boolean, "Whether maximum itself is too large."),
    Key::new("minLength", Type::Count, "How many characters there must be at least."),
    Key::new("maxLength", Type::Count, "How many characters there may be at most."),
    Key::new("pattern", Type::Text, "A regular expression that the text must match."),
    Key::new("minItems", Type::Count, "How many items there must be at least."),
    Key::new("maxItems", Type::Count, "How many items there may be at most."),
    Key::new("uniqueItems", Type::Boolean, "Whether no item may be there twice."),
    Key::new("multipleOf", Type::PositiveNumber, "The number is a multiple of this one."),
];

/// The items of an array that is no schema.
pub static ITEMS: Object = Object {
    keys: &[ITEM_TYPE, LIMITS, JOINED, ITEMS_OF],
    neighbours: &[&SCHEMA],
    ..Object::new(
        ObjectKind::Items,
        "items",
        "https://spec.openapis.org/oas/v2.0#items-object",
        "What each item of an array in a parameter or a header is.",
    )
};

// The text demands `type` here, the official schema doesn't.
static ITEM_TYPE: &[Key] =
    &[Key::new("type", Type::OneOf(&["string", "number", "integer", "boolean", "array"]), "What kind of value it is.")];

/// A header of a response.
pub static HEADER: Object = Object {
    keys: &[HEADER_KEYS, LIMITS, JOINED, ITEMS_OF],
    later: &["schema", "content", "style", "explode", "examples", "deprecated", "required"],
    neighbours: &[&SCHEMA],
    ..Object::new(
        ObjectKind::Header,
        "header",
        "https://spec.openapis.org/oas/v2.0#header-object",
        "A header of the response.",
    )
};

static HEADER_KEYS: &[Key] = &[
    Key::new("type", Type::OneOf(&["string", "number", "integer", "boolean", "array"]), "What kind of value it is.")
        .required()
        .or_stand_in(&["schema", "content"]),
    Key::new("description", Type::Text, "What the header says. May be Markdown."),
];
