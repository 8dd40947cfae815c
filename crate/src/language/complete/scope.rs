//! The document around the place at which something is written.

use crate::json::Value;
use crate::openapi::vocabulary::ObjectKind;
use crate::openapi::{Document, Operation};

/// The document, and where in it something is being written.
pub(super) struct Scope<'d, 'a> {
    pub document: &'d Document<'a>,
    /// The values around the place, the root first.
    way: &'d [Value<'a>],
}

impl<'d, 'a> Scope<'d, 'a> {
    pub(super) fn new(document: &'d Document<'a>, way: &'d [Value<'a>]) -> Self {
        Self { document, way }
    }

    /// The operation around the place; in the parameters of a path, its first one.
    pub(super) fn operation(&self) -> Option<&'d Operation<'a>> {
        let around = |value: Value<'a>| self.way.contains(&value);
        let operations = self.document.operations();
        let own = operations.iter().find(|operation| around(operation.value()));
        own.or_else(|| operations.iter().find(|operation| around(operation.path.value())))
    }

    /// The path around the place, as it is written.
    pub(super) fn path(&self) -> Option<String> {
        let is_path = |value: &&Value<'a>| {
            self.document.object_at(**value).is_some_and(|object| object.kind == ObjectKind::PathItem)
        };
        Some(self.way.iter().find(is_path)?.member()?.name().into_owned())
    }

    /// The operation with that `operationId`.
    pub(super) fn operation_named(&self, id: &str) -> Option<&'d Operation<'a>> {
        let has_it =
            |operation: &&Operation<'a>| operation.value().get("operationId").is_some_and(|own| own.is_str(id));
        self.document.operations().iter().find(has_it)
    }
}
