//! Start events. Samples have them; the help pages say that they are not available yet.

use super::{Extension, Standing};
use crate::openapi::vocabulary::{Key, Object, ObjectKind, SCHEMA, Type};

const SAMPLES: &str = "https://github.com/sdknintex/Xtensions_examples";

pub(super) static EXTENSIONS: &[Extension] = &[
    Extension::new(
        Key::new("x-ntx-trigger", Type::OneOf(&["single"]), "\"single\" makes the operation a start event.")
            .wholly_ruled_by("event-unavailable"),
        &[ObjectKind::Operation],
        Standing::StartEvent,
        SAMPLES,
    ),
    Extension::new(
        Key::new("x-ntx-notification-content", Type::Object(&NOTIFICATION), "What the event brings with it."),
        &[ObjectKind::Operation],
        Standing::StartEvent,
        SAMPLES,
    ),
    Extension::new(
        Key::new("x-ntx-notification-url", Type::Any, "Where the event is sent; seen in undocumented Xtensions only."),
        &[ObjectKind::Operation, ObjectKind::Parameter, ObjectKind::Schema],
        Standing::StartEvent,
        SAMPLES,
    ),
    Extension::new(
        Key::new("x-ntx-event-context", Type::Boolean, "Seen on parameters of events; what it does is not known."),
        &[ObjectKind::Parameter, ObjectKind::Schema],
        Standing::StartEvent,
        "https://github.com/NTX-XT/nac-client",
    ),
    Extension::new(
        Key::new("x-ntx-event-consolidate", Type::Boolean, "Seen on parameters of events; what it does is not known."),
        &[ObjectKind::Parameter, ObjectKind::Schema],
        Standing::StartEvent,
        "https://github.com/NTX-XT/nac-client",
    ),
];

static NOTIFICATION: Object = Object {
    keys: &[NOTIFICATION_KEYS],
    ..Object::new(
        ObjectKind::Extension("x-ntx-notification-content"),
        "x-ntx-notification-content",
        SAMPLES,
        "What an event brings with it: the variables that the workflow starts with.",
    )
};

static NOTIFICATION_KEYS: &[Key] = &[
    Key::new("schema", Type::Object(&SCHEMA), "What an event brings with it.").required(),
    Key::new("description", Type::Text, "What that means."),
];
