//! `oneOf` and `anyOf`, which OpenAPI 2.0 does not have: what Nintex can show of them.

use std::collections::{HashMap, HashSet};

use super::plain::{common_type, is_labelled, is_plain, written_values};
use super::references::reference;
use super::{Job, words};
use crate::convert::draft::{Content, Part, origin};
use crate::json::{Kind, Value};

/// An object takes its properties from no more schemas than these.
const MOST_PARTS: usize = 200;

/// A property that takes more bytes is written once, and referred to.
const LARGE: u32 = 1_000;

/// Keys of a schema whose values have schemas in them.
const INNER: &[&str] =
    &["properties", "items", "allOf", "oneOf", "anyOf", "additionalProperties", "patternProperties", "prefixItems"];

/// One variant.
#[derive(Clone, Copy)]
struct Variant<'a> {
    /// As it is written, maybe a reference.
    written: Value<'a>,
    /// What it says.
    schema: Value<'a>,
}

impl<'a> Job<'a> {
    /// Writes what can be said of the variants of `schema`.
    pub(super) fn variants(&mut self, part: Part, schema: Value<'a>) {
        for key in ["oneOf", "anyOf"] {
            if let Some(list) = schema.get(key).filter(|list| list.is_array()) {
                self.one_of(part, schema, list);
            }
        }
    }

    fn one_of(&mut self, part: Part, schema: Value<'a>, list: Value<'a>) {
        let mut variants = Vec::new();
        let mut null = None;
        for written in list.items().filter(|item| item.is_object()) {
            let Some(found) = self.follow(written) else {
                self.leads_nowhere(written);
                continue;
            };
            if is_null(found) { null = Some(written) } else { variants.push(Variant { written, schema: found }) }
        }
        // A reference that stands alone has no place for anything beside it.
        let is_reference = match variants.as_slice() {
            [only] => schema.members().count() == 1 && reference(only.written).is_some(),
            _ => false,
        };
        if let Some(null) = null.filter(|_| !is_reference) {
            self.nullable(part, null);
        }
        match variants.as_slice() {
            [] => {}
            [only] => self.take(part, only.written),
            all if self.labelled(part, all, list)
                || self.joined(part, all, list)
                || self.merged(part, schema, all, list) => {}
            all if all.iter().all(|one| is_only_demand(one.schema)) => self.lost(words::VARIANTS_LOST, list),
            [first, ..] => {
                self.chose(words::VARIANTS_CHOSEN, list, Some(part));
                self.take(part, first.written);
            }
        }
    }

    /// Takes the variant for the whole schema.
    fn take(&mut self, part: Part, written: Value<'a>) {
        let Some(target) = reference(written).and_then(|_| self.follow(written)) else {
            self.pending.push((part, written));
            return;
        };
        let pointer = self.pointer_to(target);
        if self.work.draft.is_empty(part) {
            self.work.draft.set(part, "$ref", pointer, written.span());
            self.chosen.insert(part);
        } else {
            let item = self.include(part, pointer, written);
            self.chosen.insert(item);
        }
    }

    /// Variants with one value each, and a title: a list of values with labels.
    fn labelled(&mut self, part: Part, variants: &[Variant<'a>], list: Value<'a>) -> bool {
        if !variants.iter().all(|one| is_labelled(one.schema)) {
            return false;
        }
        let schemas: Vec<Value<'a>> = variants.iter().map(|one| one.schema).collect();
        let labels = self.labels(part, &schemas, list);
        self.listed(part, variants, list);
        self.changed(words::VARIANTS_LABELLED, list, labels);
        true
    }

    /// Writes what each of those values is called.
    pub(super) fn labels(&mut self, part: Part, schemas: &[Value<'a>], list: Value<'a>) -> Part {
        let labels = self.work.draft.set(part, "x-ntx-oneOf", Content::Array, origin(list));
        for schema in schemas {
            let label = self.work.draft.push(labels, Content::Object, schema.span());
            for key in ["const", "title"] {
                if let Some(value) = schema.get(key) {
                    self.work.draft.copy(label, key, value);
                }
            }
        }
        labels
    }

    /// Variants of one type that are texts, numbers or the like.
    fn joined(&mut self, part: Part, variants: &[Variant<'a>], list: Value<'a>) -> bool {
        let schemas: Vec<Value<'a>> = variants.iter().map(|one| one.schema).collect();
        let Some(kind) = common_type(&schemas) else { return false };
        let mut formats = variants.iter().map(|one| one.schema.get_str("format"));
        self.put(part, "type", kind, list.span());
        if variants.iter().all(|one| one.schema.get("enum").is_some() || one.schema.get("const").is_some()) {
            self.listed(part, variants, list);
        } else if let Some(Some(format)) = formats.next().filter(|first| formats.all(|other| other == *first)) {
            self.put(part, "format", format, list.span());
        }
        self.changed(words::VARIANTS_JOINED, list, part);
        true
    }

    /// Writes the values of all variants as one list.
    fn listed(&mut self, part: Part, variants: &[Variant<'a>], list: Value<'a>) {
        let schemas: Vec<Value<'a>> = variants.iter().map(|one| one.schema).collect();
        let (null, values): (Vec<Value<'a>>, Vec<Value<'a>>) =
            written_values(&schemas).into_iter().partition(|value| value.kind() == Kind::Null);
        if let Some(null) = null.first() {
            self.nullable(part, *null);
        }
        if self.work.draft.get(part, "enum").is_none() && self.spend(values.len()) {
            let mut met = HashSet::new();
            let all = self.work.draft.set(part, "enum", Content::Array, origin(list));
            for value in values.into_iter().filter(|value| met.insert(value.source())) {
                self.work.draft.copy_item(all, value);
            }
        }
        if let Some(kind) = common_type(&schemas) {
            self.put(part, "type", kind, list.span());
        }
    }

    /// Variants that are objects: one with the properties of all.
    fn merged(&mut self, part: Part, schema: Value<'a>, variants: &[Variant<'a>], list: Value<'a>) -> bool {
        let mut order: Vec<Value<'a>> = Vec::new();
        let mut by_name: HashMap<String, Vec<Value<'a>>> = HashMap::new();
        let mut demanded: HashMap<String, usize> = HashMap::new();
        for one in variants {
            let Some(parts) = self.object_parts(one.schema, schema) else { return false };
            let mut met = HashSet::new();
            for property in parts.iter().flat_map(|own| own.members_of("properties")) {
                let all = by_name.entry(property.name().into_owned()).or_default();
                if all.is_empty() {
                    order.push(property.value());
                }
                all.push(property.value());
            }
            for name in parts.iter().flat_map(|own| own.items_of("required")).filter_map(Value::as_str) {
                if met.insert(name.clone()) {
                    *demanded.entry(name.into_owned()).or_default() += 1;
                }
            }
        }
        let count: usize = order.len() + demanded.len();
        if order.is_empty() || !self.spend(count) {
            return false;
        }
        self.put(part, "type", "object", list.span());
        let properties = match self.work.draft.get(part, "properties") {
            Some(present) => present,
            None => self.work.draft.set(part, "properties", Content::Object, list.span()),
        };
        let required = self.work.draft.get(part, "required").into_iter().flat_map(|list| self.work.draft.items(list));
        let known: HashSet<String> =
            required.filter_map(|item| self.work.draft.text(item)).map(str::to_owned).collect();
        for first in &order {
            let name = first.member().map(|member| member.name().into_owned()).unwrap_or_default();
            if self.work.draft.get(properties, &name).is_none() {
                let own = self.work.draft.set(properties, &name, Content::Object, first.span());
                self.property(own, by_name.get(&name).map_or(&[], Vec::as_slice));
            }
            if demanded.get(&name) == Some(&variants.len()) && !known.contains(&name) {
                let required = self.work.draft.array(part, "required");
                self.work.draft.push(required, name, list.span());
            }
        }
        self.changed(words::VARIANTS_MERGED, list, part);
        true
    }

    /// A property of several variants: the values of all where it is a list of values, else what the first says.
    fn property(&mut self, own: Part, all: &[Value<'a>]) {
        let Some(&first) = all.first() else { return };
        let is_listed = |value: &Value<'a>| value.get("enum").is_some() || value.get("const").is_some_and(is_plain);
        if all.iter().any(|other| *other != first) && all.iter().all(is_listed) {
            let variants: Vec<Variant<'a>> = all.iter().map(|&schema| Variant { written: schema, schema }).collect();
            self.listed(own, &variants, first);
            return;
        }
        let is_large = first.span().len() > LARGE || INNER.iter().any(|key| first.get(key).is_some());
        if reference(first).is_none() && is_large {
            // Written once, however many schemas take it in.
            let pointer = self.pointer_to(first);
            self.work.draft.set(own, "$ref", pointer, first.span());
        } else {
            self.pending.push((own, first));
        }
    }

    /// The schemas that an object consists of; none where it is no object, or leads back to `whole`.
    fn object_parts(&mut self, schema: Value<'a>, whole: Value<'a>) -> Option<Vec<Value<'a>>> {
        let mut parts: Vec<Value<'a>> = Vec::new();
        let mut left = vec![schema];
        let mut met = HashSet::from([whole.index()]);
        let mut is_object = false;
        while let Some(next) = left.pop() {
            let next = self.follow(next)?;
            if !met.insert(next.index()) || parts.len() >= MOST_PARTS {
                continue;
            }
            let count = 1 + next.members_of("properties").count();
            if !self.spend(count) {
                return None;
            }
            is_object |= next.get("properties").is_some() || next.get("type").is_some_and(|kind| kind.is_str("object"));
            if next.get("type").is_some_and(|kind| kind.kind() == Kind::String && !kind.is_str("object")) {
                return None;
            }
            parts.push(next);
            let inner = next.items_of("allOf").chain(next.items_of("oneOf")).chain(next.items_of("anyOf"));
            left.extend(inner.filter(|part| part.is_object()));
        }
        is_object.then_some(parts)
    }
}

/// Whether the schema allows `null` and nothing else.
pub(super) fn is_null(schema: Value<'_>) -> bool {
    let is_kind = schema.get("type").is_some_and(|kind| kind.is_str("null"));
    let is_value = schema.get("const").is_some_and(|value| value.kind() == Kind::Null);
    let mut values = schema.items_of("enum").peekable();
    is_kind || is_value || (values.peek().is_some() && values.all(|value| value.kind() == Kind::Null))
}

/// Whether the schema says only what must be there, and not what it looks like.
fn is_only_demand(schema: Value<'_>) -> bool {
    schema.members().all(|member| matches!(&*member.name(), "required" | "not" | "description" | "title"))
}
