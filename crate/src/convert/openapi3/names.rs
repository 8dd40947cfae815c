//! What definitions are called.

use std::collections::HashMap;

use super::Job;
use super::references::reference;
use crate::convert::draft::{Content, Part, origin};
use crate::json::Value;

/// The definitions of the result so far.
#[derive(Default)]
pub(super) struct Definitions {
    /// What the schema with that number is called.
    names: HashMap<u32, String>,
    /// How often each name was wanted.
    taken: HashMap<String, usize>,
}

/// Steps of a pointer that say nothing of what is there.
const EMPTY_STEPS: &[&str] = &[
    "#",
    "components",
    "schemas",
    "properties",
    "items",
    "allOf",
    "oneOf",
    "anyOf",
    "schema",
    "content",
    "paths",
    "responses",
    "parameters",
    "requestBody",
    "requestBodies",
    "definitions",
    "$defs",
    "additionalProperties",
    "application/json",
    "headers",
];

impl<'a> Job<'a> {
    /// Enters the schemas of the document's components, so that they keep their names.
    pub(super) fn name_components(&mut self, schemas: Value<'a>) {
        for member in schemas.members() {
            self.name_schema(member.value(), &member.name());
        }
    }

    /// Enters a schema that is to be called so; what it is called then.
    pub(super) fn name_schema(&mut self, schema: Value<'a>, wanted: &str) -> String {
        let name = self.free_name(&fitting(wanted));
        self.definitions.names.insert(schema.index(), name.clone());
        name
    }

    /// Has no definition called so.
    pub(super) fn keep_free(&mut self, name: &str) {
        self.definitions.taken.insert(name.to_owned(), 1);
    }

    /// What the definition of that schema is called. It is made where there is none yet.
    pub(super) fn definition_of(&mut self, schema: Value<'a>) -> String {
        if let Some(name) = self.definitions.names.get(&schema.index()) {
            return name.clone();
        }
        let pointer = schema.pointer();
        let steps = pointer.split('/').map(|step| step.replace("~1", "/").replace("~0", "~"));
        let told: Vec<String> = steps
            .filter(|step| !EMPTY_STEPS.contains(&&**step) && step.bytes().any(|byte| byte.is_ascii_alphabetic()))
            .map(|step| fitting(&step).trim_matches('_').to_owned())
            .collect();
        let from = told.len().saturating_sub(2);
        let name = told.get(from..).unwrap_or_default().join("_");
        let name = self.free_name(if name.is_empty() { "Schema" } else { &name });
        self.definitions.names.insert(schema.index(), name.clone());
        self.define(schema);
        name
    }

    /// Writes the schema into the definitions, under the name that it has.
    pub(super) fn define(&mut self, schema: Value<'a>) -> Part {
        let name = self.definitions.names.get(&schema.index()).cloned().unwrap_or_default();
        let root = self.work.draft.root();
        let definitions = self.work.draft.object(root, "definitions");
        let part = self.work.draft.set(definitions, &name, Content::Object, origin(schema));
        self.pending.push((part, schema));
        part
    }

    /// How a reference to that schema is written.
    pub(super) fn pointer_to(&mut self, schema: Value<'a>) -> String {
        // A reference to a definition that is itself only a reference leads to the end at once where that is one, too.
        let schema = match reference(schema) {
            Some(_) if !self.definitions.names.contains_key(&schema.index()) => self.follow(schema).unwrap_or(schema),
            _ => schema,
        };
        format!("#/definitions/{}", self.definition_of(schema))
    }

    fn free_name(&mut self, wanted: &str) -> String {
        free(&mut self.definitions.taken, wanted)
    }
}

/// The name, with a number behind it where it is taken.
pub(super) fn free(taken: &mut HashMap<String, usize>, wanted: &str) -> String {
    let mut name = wanted.to_owned();
    while taken.contains_key(&name) {
        let count = taken.entry(wanted.to_owned()).or_insert(1);
        *count += 1;
        name = format!("{wanted}_{count}");
    }
    taken.insert(name.clone(), 1);
    name
}

/// The name in letters that need no escape in a reference.
pub(super) fn fitting(name: &str) -> String {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || "-._".contains(letter);
    let clean: String = name.chars().map(|letter| if fits(letter) { letter } else { '_' }).collect();
    if clean.is_empty() { "_".to_owned() } else { clean }
}
