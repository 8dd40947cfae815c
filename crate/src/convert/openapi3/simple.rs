//! Values outside a body: what a parameter, a header, or an item of either is.

use std::collections::HashSet;

use super::flat::Flat;
use super::{Job, words};
use crate::convert::draft::{Content, Origin, Part, origin};
use crate::json::{Kind, Value};
use crate::openapi::pattern_fault;

/// Lists in lists are written out to that depth.
const DEPTH: usize = 8;

const SAME: &[&str] =
    &["minimum", "maximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems"];

const AS_JSON: words::Words = (
    "An object outside a body became a text.",
    "OpenAPI 2.0 has objects in bodies only: type in what the API expects, mostly JSON.",
);

impl<'a> Job<'a> {
    /// Writes into `part` what a value outside a body is. What is no such value becomes a text.
    pub(super) fn simple(&mut self, part: Part, flat: &Flat<'a>, at: Value<'a>) {
        let mut part = part;
        let mut inner;
        let mut flat = flat;
        for depth in 0..DEPTH {
            let kind = self.one(part, flat, at);
            if kind != "array" {
                return;
            }
            let items = self.work.draft.set(part, "items", Content::Object, Origin::NOWHERE);
            let Some(schema) = flat.get("items").filter(|items| items.is_object() && depth + 1 < DEPTH) else {
                self.work.draft.set(items, "type", "string", Origin::NOWHERE);
                return;
            };
            self.work.draft.origin(items, schema.span());
            inner = self.flat(schema);
            part = items;
            flat = &inner;
        }
    }

    fn one(&mut self, part: Part, flat: &Flat<'a>, at: Value<'a>) -> &'static str {
        let kind = match flat.kind() {
            Some("object") => {
                self.changed(AS_JSON, at, part);
                "string"
            }
            Some(kind) => kind,
            None => "string",
        };
        let from = flat.get("type").map_or(Origin::NOWHERE, origin);
        self.put(part, "type", kind, from);
        let is_object = flat.kind() == Some("object");
        for key in ["format", "default"].iter().chain(SAME).filter(|_| !is_object) {
            if let Some(value) = flat.get(key).filter(|value| value.kind() != Kind::Null) {
                self.put_all(part, key, value);
            }
        }
        if let Some(pattern) =
            flat.get("pattern").filter(|pattern| pattern.as_str().is_some_and(|it| pattern_fault(&it).is_none()))
        {
            self.put_all(part, "pattern", pattern);
        }
        if let Some(limited) =
            flat.get("exclusiveMinimum").or_else(|| flat.get("exclusiveMaximum")).and_then(Value::parent)
        {
            self.limits(part, limited);
        }
        if !is_object {
            self.allowed(part, flat);
        }
        kind
    }

    fn allowed(&mut self, part: Part, flat: &Flat<'a>) {
        let list = flat.get("enum");
        let values: Vec<Value<'a>> = list.into_iter().flat_map(Value::items).chain(flat.get("const")).collect();
        let mut met = HashSet::new();
        for value in values.into_iter().filter(|value| value.kind() != Kind::Null && met.insert(value.source())) {
            let all = match self.work.draft.get(part, "enum") {
                Some(present) => present,
                None => self.work.draft.set(part, "enum", Content::Array, list.map_or(Origin::NOWHERE, origin)),
            };
            self.work.draft.copy_item(all, value);
        }
    }
}
