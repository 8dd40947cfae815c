//! Operations by their place: under a method, in a path, in `paths`.

use std::borrow::Cow;

use super::parameter::Parameter;
use super::security::Security;
use crate::json::{Member, Value};

/// The methods that a path can have an operation for.
pub const METHODS: &[&str] = &["get", "put", "post", "delete", "options", "head", "patch"];

/// An operation: an action in Nintex.
#[derive(Clone, Debug)]
pub struct Operation<'a> {
    /// The path, and the path item under it.
    pub path: Member<'a>,
    /// The method, and the operation under it.
    pub method: Member<'a>,
    /// Its parameters: its own, then those of its path that it does not replace. References are resolved.
    pub parameters: Vec<Parameter<'a>>,
    /// How it signs in: by its own `security`, else by the root's.
    pub security: Security<'a>,
}

impl<'a> Operation<'a> {
    /// What it says.
    pub fn value(&self) -> Value<'a> {
        self.method.value()
    }

    /// The path item that it is in.
    pub fn path_item(&self) -> Value<'a> {
        self.path.value()
    }

    /// Its `operationId`, where that is a string.
    pub fn id(&self) -> Option<Cow<'a, str>> {
        self.value().get_str("operationId")
    }

    /// What to call it in a sentence: its `operationId`, else its method and path, such as `GET /people`.
    pub fn label(&self) -> String {
        match self.id() {
            Some(id) if !id.trim().is_empty() => id.into_owned(),
            _ => format!("{} {}", self.method.name().to_ascii_uppercase(), self.path.name()),
        }
    }
}
