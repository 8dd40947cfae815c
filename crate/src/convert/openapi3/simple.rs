//! Values outside a body: what a parameter, a header, or an item of either is.

use std::collections::HashSet;

use super::flat::Flat;
use super::plain::is_labelled;
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
                self.changed(words::UNTYPED, at, items);
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
            None => {
                self.changed(words::UNTYPED, at, part);
                "string"
            }
        };
        let from = flat.get("type").map_or(Origin::NOWHERE, origin);
        self.put(part, "type", kind, from);
        self.left_out(flat);
        let is_object = flat.kind() == Some("object");
        if let Some(format) = flat.format_of_variants().filter(|_| flat.get("format").is_none()) {
            self.put_all(part, "format", format);
        }
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

    /// Remarks what no value outside a body can say.
    fn left_out(&mut self, flat: &Flat<'a>) {
        for member in flat.layers.iter().flat_map(|layer| layer.members()) {
            let value = member.value();
            match &*member.name() {
                "type" if value.items().filter(|kind| !kind.is_str("null")).count() > 1 => {
                    self.chose(words::SEVERAL_TYPES, value, None);
                }
                "pattern" if value.as_str().is_none_or(|pattern| pattern_fault(&pattern).is_some()) => {
                    self.lost(words::PATTERN, value);
                }
                name => {
                    if let Some(words) = words::lost_keyword(name) {
                        self.lost(words, value);
                    }
                }
            }
        }
    }

    fn allowed(&mut self, part: Part, flat: &Flat<'a>) {
        let list = flat.get("enum").or(flat.variants.as_ref().map(|variants| variants.list));
        // Only what a person fills in has labels.
        let is_field = self.work.draft.get(part, "in").is_some();
        if let Some(variants) = &flat.variants {
            if is_field && variants.schemas.iter().all(|schema| is_labelled(*schema)) {
                let labels = self.labels(part, &variants.schemas, variants.list);
                self.changed(words::VARIANTS_LABELLED, variants.list, labels);
            } else {
                self.changed(words::VARIANTS_JOINED, variants.list, part);
            }
        }
        let Some(place) = list.or_else(|| flat.get("const")) else { return };
        let values = flat.values();
        if !self.spend(values.len()) {
            self.lost(words::TOO_OFTEN, place);
            return;
        }
        let mut met = HashSet::new();
        for value in values.into_iter().filter(|value| met.insert(value.source())) {
            let all = match self.work.draft.get(part, "enum") {
                Some(present) => present,
                None => self.work.draft.set(part, "enum", Content::Array, list.map_or(Origin::NOWHERE, origin)),
            };
            self.work.draft.copy_item(all, value);
        }
    }
}
