//! A JSON Schema that stands for itself.

use super::{Job, words};
use crate::convert::work::Converted;
use crate::json::Tree;

/// Keywords of schemas that become others, or are read together with others.
const READ: &[&str] = &[
    "type",
    "properties",
    "items",
    "prefixItems",
    "additionalItems",
    "additionalProperties",
    "patternProperties",
    "required",
    "enum",
    "const",
    "examples",
    "pattern",
    "allOf",
    "oneOf",
    "anyOf",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "contentEncoding",
    "contentMediaType",
    "readOnly",
    "writeOnly",
    "deprecated",
    "nullable",
    "discriminator",
    "xml",
];

/// A JSON Schema in the words of OpenAPI 2.0.
pub(in crate::convert) struct Alone {
    /// What the schema itself is called.
    pub(in crate::convert) name: String,
    /// An object with `definitions` alone: the schema, and what it refers to.
    pub(in crate::convert) converted: Converted,
}

impl Alone {
    /// Converts a JSON Schema, whichever draft it follows. Definitions have other names than those of `taken`.
    pub(in crate::convert) fn of<'n>(tree: &Tree<'_>, taken: impl IntoIterator<Item = &'n str>) -> Self {
        let mut job = Job::new(tree, false);
        job.is_json_schema = true;
        for name in taken {
            job.keep_free(name);
        }
        let mut name = String::new();
        if let Some(root) = job.root {
            let title = root.get_str("title").filter(|title| !title.trim().is_empty());
            name = job.name_schema(root, title.as_deref().map_or("Schema", str::trim));
            job.define(root);
        }
        job.schemas();
        job.break_circles();
        job.fit();
        Self { name, converted: job.work.finish() }
    }
}

/// Whether schemas have a key of that name.
pub(in crate::convert) fn is_keyword(name: &str) -> bool {
    READ.contains(&name)
        || super::schemas::SAME.contains(&name)
        || words::SILENT.contains(&name)
        || words::lost_keyword(name).is_some()
        || name.starts_with("x-")
}
