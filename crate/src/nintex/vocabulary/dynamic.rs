//! Fields whose options or shape another operation says while the action is set up.

use super::field::FIELDS;
use super::{Extension, OVERVIEW, Standing};
use crate::openapi::vocabulary::{Key, Names, Object, ObjectKind, Rest, SCHEMA, Type};

const DYNAMIC_VALUES: &str =
    "https://help.nintex.com/en-US/xtensions/03_Advanced/02_Extensions/PRC_02EXT_dynamic_values.htm";
const DYNAMIC_SCHEMA: &str =
    "https://help.nintex.com/en-US/xtensions/03_Advanced/02_Extensions/PRC_04EXT_dynamic_schema.htm";

pub(super) static EXTENSIONS: &[Extension] = &[
    Extension::new(
        Key::new("x-ntx-dynamic-values", Type::Object(&VALUES), "A drop-down list that another operation fills."),
        FIELDS,
        Standing::Documented,
        DYNAMIC_VALUES,
    ),
    Extension::new(
        Key::new("x-ntx-dynamic-schema", Type::Object(&SHAPE), "Fields that another operation describes."),
        FIELDS,
        Standing::Documented,
        DYNAMIC_SCHEMA,
    ),
    Extension::new(
        Key::new("x-ntx-query-builder", Type::Object(&QUERY_BUILDER), "Conditions, sent as an OData filter."),
        FIELDS,
        Standing::Documented,
        OVERVIEW,
    ),
    Extension::new(
        Key::new("x-ntx-orderby-builder", Type::Object(&ORDER_BUILDER), "An order of rows, sent as OData writes it."),
        FIELDS,
        Standing::Seen,
        "https://github.com/NTX-XT/nac-client",
    ),
];

const KNOWN_SLIPS: &[(&str, &str)] = &[
    ("value-name", "value-title"),
    ("value-label", "value-title"),
    ("title", "value-title"),
    ("path", "value-path"),
    ("value", "value-path"),
    ("collection", "value-collection"),
    ("value-list", "value-collection"),
    ("operation", "operationId"),
    ("params", "parameters"),
];

const OPERATION: Key = Key::new("operationId", Type::Text, "The operation that is asked, in this document.").required();

// An argument is a value, or an object that names a parameter of the operation at hand.
static ARGUMENTS: Object = Object {
    rest: Rest::Entries { names: Names::Any, value: Type::Any, extensions: false },
    ..Object::new(
        ObjectKind::Extension("parameters"),
        "map of arguments",
        DYNAMIC_VALUES,
        "For each parameter of the operation that is asked: a value, or {\"parameter\": \"own parameter\"}.",
    )
};

const PARAMETERS: Key =
    Key::new("parameters", Type::Object(&ARGUMENTS), "What is sent along: for each of its parameters a value.");

static VALUES: Object = Object {
    keys: &[VALUES_KEYS],
    known_slips: KNOWN_SLIPS,
    ..Object::new(
        ObjectKind::Extension("x-ntx-dynamic-values"),
        "x-ntx-dynamic-values",
        DYNAMIC_VALUES,
        "Which operation fills the list, and where the values are in its answer.",
    )
};

static VALUES_KEYS: &[Key] = &[
    OPERATION,
    Key::new("value-path", Type::Text, "Where in each item the value is.").required(),
    Key::new("value-title", Type::Text, "Where in each item the label is; without it, the value is the label."),
    Key::new("value-collection", Type::Text, "Where the array is, if the answer itself is none."),
    PARAMETERS,
];

static SHAPE: Object = Object {
    keys: &[SHAPE_KEYS],
    known_slips: KNOWN_SLIPS,
    ..Object::new(
        ObjectKind::Extension("x-ntx-dynamic-schema"),
        "x-ntx-dynamic-schema",
        DYNAMIC_SCHEMA,
        "Which operation describes the fields, and where the JSON schema is in its answer.",
    )
};

static SHAPE_KEYS: &[Key] = &[
    OPERATION,
    Key::new("value-path", Type::Text, "Where the JSON schema is in the answer; / goes one level down.").required(),
    PARAMETERS,
];

static QUERY_BUILDER: Object = Object {
    keys: &[QUERY_BUILDER_KEYS],
    ..Object::new(
        ObjectKind::Extension("x-ntx-query-builder"),
        "x-ntx-query-builder",
        OVERVIEW,
        "What the conditions can be about.",
    )
};

static QUERY_BUILDER_KEYS: &[Key] = &[
    Key::new("schema", Type::Object(&SCHEMA), "What the conditions can be about; often x-ntx-dynamic-schema.")
        .required(),
    Key::new(
        "format",
        Type::OneOf(&["odata3", "odata4"]),
        "The version of OData that the API reads; odata3 if absent.",
    ),
    Key::new("exclusions", Type::Object(&EXCLUSIONS), "For each data type the operators that are not offered."),
];

static EXCLUSIONS: Object = Object {
    rest: Rest::Entries { names: Names::Any, value: Type::list(&Type::Text), extensions: false },
    ..Object::new(
        ObjectKind::Extension("exclusions"),
        "map of excluded operators",
        OVERVIEW,
        "For each data type the operators that are not offered.",
    )
};

static ORDER_BUILDER: Object = Object {
    keys: &[ORDER_BUILDER_KEYS],
    ..Object::new(
        ObjectKind::Extension("x-ntx-orderby-builder"),
        "x-ntx-orderby-builder",
        "https://github.com/NTX-XT/nac-client",
        "What rows can be ordered by.",
    )
};

static ORDER_BUILDER_KEYS: &[Key] =
    &[Key::new("schema", Type::Object(&SCHEMA), "What rows can be ordered by.").required()];
