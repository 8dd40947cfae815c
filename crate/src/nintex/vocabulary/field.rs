//! How actions and fields look in the workflow designer.

use super::{Extension, OVERVIEW, Standing};
use crate::openapi::vocabulary::{Key, Object, ObjectKind, Type};

const COMPLEX_OBJECTS: &str =
    "https://help.nintex.com/en-US/xtensions/03_Advanced/02_Extensions/PRC_06EXT_render_version.htm";

/// Actions, inputs and outputs.
const LABELLED: &[ObjectKind] = &[
    ObjectKind::Operation,
    ObjectKind::Parameter,
    ObjectKind::Items,
    ObjectKind::Schema,
    ObjectKind::Response,
    ObjectKind::Header,
];

/// Inputs; the outputs among the schemas are not told apart here.
pub(super) const FIELDS: &[ObjectKind] = &[ObjectKind::Parameter, ObjectKind::Items, ObjectKind::Schema];

pub(super) static EXTENSIONS: &[Extension] = &[
    Extension::new(
        Key::new("x-ntx-summary", Type::Text, "The label of the action, field or output in the designer."),
        LABELLED,
        Standing::Documented,
        "https://help.nintex.com/sdk/Content/03_Advanced/02_Extensions/PRC_01EXT_summary.htm",
    ),
    Extension::new(
        Key::new("x-ms-summary", Type::Text, "What Power Automate calls x-ntx-summary. Nintex reads it, too."),
        LABELLED,
        Standing::Documented,
        "https://help.nintex.com/sdk/Content/03_Advanced/02_Extensions/PRC_01EXT_summary.htm",
    ),
    Extension::new(
        Key::new("x-ntx-visibility", Type::OneOf(&["internal"]), "\"internal\" hides it from the designer.")
            .wholly_ruled_by("ntx-visibility-value"),
        LABELLED,
        Standing::Documented,
        OVERVIEW,
    ),
    Extension::new(
        Key::new("x-ntx-initial", Type::Any, "What the field holds at first. Needs x-ntx-render-version 2."),
        FIELDS,
        Standing::Documented,
        OVERVIEW,
    ),
    Extension::new(
        Key::new("x-ntx-sublabel", Type::Text, "A line of text between the label and the field."),
        FIELDS,
        Standing::Documented,
        OVERVIEW,
    ),
    Extension::new(
        Key::new("x-ntx-subtext", Type::Text, "A line or two of text under the field."),
        FIELDS,
        Standing::Documented,
        OVERVIEW,
    ),
    Extension::new(
        Key::new("x-ntx-placeholder", Type::Text, "The grey text in the field while it is empty."),
        FIELDS,
        Standing::Documented,
        COMPLEX_OBJECTS,
    ),
    Extension::new(
        Key::new("x-ntx-variables", Type::Boolean, "false: only the listed options can be chosen, no variables."),
        FIELDS,
        Standing::Documented,
        "https://help.nintex.com/en-US/Xtensions/04_Reference/REF_OpenAPISwipeFile.htm",
    ),
    Extension::new(
        Key::new("x-ntx-control", Type::OneOf(&["tree"]), "\"tree\" shows an object as a tree, not as a flat list."),
        FIELDS,
        Standing::Documented,
        "https://help.nintex.com/en-us/xtensions/04_Reference/Tutorials/x-ntx-control.htm",
    ),
    Extension::new(
        Key::new("x-ntx-oneOf", OPTIONS, "The options of a drop-down list, each with its label.")
            .wholly_ruled_by("ntx-oneof-shape"),
        FIELDS,
        Standing::Documented,
        OVERVIEW,
    ),
    Extension::new(
        Key::new("x-ntx-anyOf", OPTIONS, "The same as x-ntx-oneOf.").wholly_ruled_by("ntx-oneof-shape"),
        FIELDS,
        Standing::Documented,
        OVERVIEW,
    ),
    Extension::new(
        Key::new("x-ntx-render-version", Type::OneOfNumbers(&["2"]), "2: arrays and nested objects get fields."),
        &[ObjectKind::Root],
        Standing::Documented,
        COMPLEX_OBJECTS,
    ),
    Extension::new(
        Key::new("x-ntx-ux-features", Type::Any, "Flags for the field, such as [{\"isCombobox\": true}]."),
        FIELDS,
        Standing::Seen,
        "https://github.com/sdknintex/Xtensions_examples",
    ),
];

const OPTIONS: Type = Type::List { item: &Type::Object(&OPTION), at_least: 1, unique: false };

static OPTION: Object = Object {
    keys: &[OPTION_KEYS],
    known_slips: &[("value", "const"), ("enum", "const"), ("label", "title"), ("name", "title"), ("text", "title")],
    ..Object::new(
        ObjectKind::Extension("x-ntx-oneOf"),
        "option",
        OVERVIEW,
        "An option of a drop-down list: the value that is sent and the label that is shown.",
    )
};

static OPTION_KEYS: &[Key] = &[
    Key::new("const", Type::Any, "The value that is sent.").required().or_stand_in(&["type"]),
    Key::new("title", Type::Text, "The label that is shown.").required().or_stand_in(&["type"]),
    // Nintex's own connectors choose between types this way, which no help page describes.
    Key::new("type", Type::Text, "One of several types that the value may have."),
    Key::new("format", Type::Text, "That type, more exactly."),
    Key::new("items", Type::Any, "What each item is, where that type is an array."),
];
