//! What Nintex writes itself, and what its designer keeps in workflows.

use super::{Extension, Standing};
use crate::openapi::vocabulary::{Key, ObjectKind, Type};

const CLIENT: &str = "https://github.com/NTX-XT/nac-client";

const fn written(key: Key) -> Extension {
    Extension::new(key, &[ObjectKind::Root], Standing::WrittenByPlatform, "https://github.com/NTX-XT")
}

const fn designer(name: &'static str) -> Extension {
    let key = Key::new(name, Type::Any, "The designer's own notes in a workflow; says nothing in an Xtension.");
    Extension::new(key, &[], Standing::Designer, CLIENT)
}

pub(super) static EXTENSIONS: &[Extension] = &[
    written(Key::new("x-ntx-contract-id", Type::Any, "The number under which Nintex stores the Xtension.")),
    written(Key::new("x-ntx-contract-icon", Type::Any, "The icon of the Xtension, as a data URL.")),
    written(Key::new("x-ntx-xtension-id", Type::Any, "The number under which Nintex stores the Xtension.")),
    written(Key::new("x-ntx-xtension-app-id", Type::Any, "The number of the app that belongs to the Xtension.")),
    written(Key::new("x-ntx-generated-by-ai", Type::Any, "Whether Nintex's generator wrote the Xtension.")),
    Extension::new(
        Key::new("x-ntx-security", Type::Any, "What Nintex makes of security when it stores an operation."),
        &[ObjectKind::Operation],
        Standing::WrittenByPlatform,
        CLIENT,
    ),
    Extension::new(
        Key::new("x-ntx-long-running-operation", Type::Any, "Seen on operations; what it does is not known."),
        &[ObjectKind::Operation],
        Standing::Seen,
        CLIENT,
    ),
    Extension::new(
        Key::new("x-ntx-post-processor", Type::Any, "Seen on operations; what it does is not known."),
        &[ObjectKind::Operation, ObjectKind::Response, ObjectKind::Schema],
        Standing::Seen,
        CLIENT,
    ),
    designer("x-ntx-rules"),
    designer("x-ntx-odata-fragment"),
    designer("x-ntx-odata-fragment-version"),
    designer("x-ntx-sdk-state"),
    designer("x-ntx-loading"),
    designer("x-ntx-flagged"),
];
