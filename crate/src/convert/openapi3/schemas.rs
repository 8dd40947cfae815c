//! Schemas: from JSON Schema to what OpenAPI 2.0 has of it.

use std::collections::HashSet;

use super::references::{Target, reference};
use super::{Job, words};
use crate::convert::draft::{Content, Origin, Part, origin, scalar};
use crate::json::{Kind, Member, Value};
use crate::openapi::pattern_fault;

/// Keys that have the same meaning in both formats, whose values go over as they are.
pub(super) const SAME: &[&str] = &[
    "title",
    "description",
    "format",
    "default",
    "minimum",
    "maximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "readOnly",
    "example",
    "externalDocs",
];

impl<'a> Job<'a> {
    /// Writes all schemas that are still to be written, and those that come up meanwhile.
    pub(super) fn schemas(&mut self) {
        while let Some((part, schema)) = self.pending.pop() {
            self.schema(part, schema);
        }
    }

    /// Has `schema` written into `part`: as it is, or as a reference where it was written too often already.
    pub(super) fn place(&mut self, part: Part, schema: Value<'a>) {
        if reference(schema).is_some() || self.may_repeat(schema) {
            self.pending.push((part, schema));
        } else {
            let pointer = self.pointer_to(schema);
            self.work.draft.replace(part, Content::Object);
            self.work.draft.set(part, "$ref", pointer, schema.span());
        }
    }

    fn schema(&mut self, part: Part, schema: Value<'a>) {
        if !schema.is_object() {
            if schema.as_bool() == Some(false) {
                self.changed(words::NOTHING, schema, part);
            }
            return;
        }
        if let Some(written) = reference(schema) {
            self.referring(part, schema, written);
            return;
        }
        for member in schema.members() {
            self.keyword(part, schema, member);
        }
        self.limits(part, schema);
        self.variants(part, schema);
        self.settle(part, schema);
    }

    /// A schema that refers to another one: alone in OpenAPI 3.0, with what stands beside it from 3.1 on.
    fn referring(&mut self, part: Part, schema: Value<'a>, written: Value<'a>) {
        let beside: Vec<Member<'a>> =
            schema.members().filter(|member| !words::SILENT.contains(&&*member.name())).collect();
        let Target::Here(target) = self.target(written) else {
            self.leads_nowhere(schema);
            for member in beside {
                self.keyword(part, schema, member);
            }
            return;
        };
        let pointer = self.pointer_to(target);
        let is_empty = self.work.draft.is_empty(part);
        if beside.is_empty() && is_empty {
            self.work.draft.set(part, "$ref", pointer, origin(written));
            return;
        }
        if !self.is_json_schema && is_empty {
            if let Some(first) = beside.first() {
                self.lost(words::BESIDE_REFERENCE, first.value());
            }
            self.work.draft.set(part, "$ref", pointer, origin(written));
            return;
        }
        self.include(part, pointer, written);
        for member in beside {
            self.keyword(part, schema, member);
        }
        self.limits(part, schema);
        self.variants(part, schema);
    }

    /// Makes what `pointer` refers to a part of the schema.
    pub(super) fn include(&mut self, part: Part, pointer: String, written: Value<'a>) -> Part {
        let all = self.work.draft.array(part, "allOf");
        let item = self.work.draft.push(all, Content::Object, written.span());
        self.work.draft.set(item, "$ref", pointer, written.span());
        item
    }

    fn keyword(&mut self, part: Part, schema: Value<'a>, member: Member<'a>) {
        let value = member.value();
        let name = member.name();
        match &*name {
            "type" => self.kind(part, value),
            "properties" => self.properties(part, value),
            "items" => self.items(part, value),
            "prefixItems" => self.tuple(part, schema, value),
            "additionalProperties" => self.additional(part, value),
            "patternProperties" => self.pattern_properties(part, schema, value),
            "allOf" => self.all_of(part, value),
            "nullable" if value.as_bool() == Some(true) => self.nullable(part, value),
            "oneOf" | "anyOf" | "exclusiveMinimum" | "exclusiveMaximum" | "discriminator" | "nullable" => {}
            "enum" => self.values(part, value),
            "const" => self.constant(part, value),
            "examples" => self.first_example(part, value),
            "required" => self.required(part, value),
            "writeOnly" | "deprecated" if value.as_bool() == Some(false) => {}
            "writeOnly" => self.lost(words::WRITE_ONLY, value),
            "deprecated" => self.lost(words::DEPRECATED, value),
            "contentEncoding" | "contentMediaType" => self.encoded(part, schema, value),
            "pattern" if value.as_str().is_none_or(|pattern| pattern_fault(&pattern).is_some()) => {
                self.lost(words::PATTERN, value);
            }
            "pattern" => {
                self.put_all(part, "pattern", value);
            }
            "xml" => self.xml(part, value),
            "default" if value.kind() == Kind::Null => {}
            same if SAME.contains(&same) || same.starts_with("x-") => {
                self.put_all(part, same, value);
            }
            silent if words::SILENT.contains(&silent) => {}
            other => self.lost(words::lost_keyword(other).unwrap_or(words::UNKNOWN), value),
        }
    }

    fn kind(&mut self, part: Part, value: Value<'a>) {
        if value.kind() != Kind::Array {
            if value.is_str("null") {
                self.nullable(part, value);
            } else {
                self.put_all(part, "type", value);
            }
            return;
        }
        let mut types = value.items().filter(|one| !one.is_str("null"));
        if let Some(first) = types.next() {
            let kind = self.put(part, "type", scalar(first), origin(value));
            if types.next().is_some() {
                self.chose(words::SEVERAL_TYPES, value, Some(kind));
            }
        }
        if value.items().any(|one| one.is_str("null")) {
            self.nullable(part, value);
        }
    }

    /// Says that the value may be `null`.
    pub(super) fn nullable(&mut self, part: Part, value: Value<'a>) {
        let said = self.put(part, "x-nullable", true, value.span());
        self.changed(words::NULLABLE, value, said);
    }

    fn properties(&mut self, part: Part, value: Value<'a>) {
        if !value.is_object() {
            return;
        }
        let properties = match self.work.draft.get(part, "properties") {
            Some(present) => present,
            None => self.put_object(part, "properties", value),
        };
        for member in value.members() {
            if self.work.draft.get(properties, &member.name()).is_none() {
                let own = self.put_object(properties, &member.name(), member.value());
                self.pending.push((own, member.value()));
            }
        }
    }

    fn items(&mut self, part: Part, value: Value<'a>) {
        if value.is_array() {
            let kinds: Vec<Value<'a>> = value.items().collect();
            self.one_kind(part, value, &kinds);
        } else if value.is_object() && self.work.draft.get(part, "items").is_none() {
            let own = self.put_object(part, "items", value);
            self.pending.push((own, value));
        }
    }

    fn tuple(&mut self, part: Part, schema: Value<'a>, value: Value<'a>) {
        let rest = schema.get("items").filter(|rest| rest.is_object());
        let kinds: Vec<Value<'a>> = value.items().chain(rest).collect();
        self.one_kind(part, value, &kinds);
    }

    /// A list whose items are of different kinds: of one kind where they all say the same, else of any.
    fn one_kind(&mut self, part: Part, value: Value<'a>, kinds: &[Value<'a>]) {
        let first = kinds.first().copied();
        let same = first.filter(|first| kinds.iter().all(|kind| kind.source() == first.source()));
        let items = self.work.draft.set(part, "items", Content::Object, value.span());
        if let Some(same) = same {
            self.pending.push((items, same));
        }
        self.changed(words::TUPLE, value, items);
    }

    fn additional(&mut self, part: Part, value: Value<'a>) {
        if value.is_object() {
            let own = self.put_object(part, "additionalProperties", value);
            self.pending.push((own, value));
        } else {
            self.put_all(part, "additionalProperties", value);
        }
    }

    fn pattern_properties(&mut self, part: Part, schema: Value<'a>, value: Value<'a>) {
        let mut kinds = value.members();
        let first = kinds.next().map(Member::value).filter(|_| kinds.next().is_none());
        if schema.get("additionalProperties").is_some_and(Value::is_object) {
            self.lost(words::PATTERN_PROPERTIES, value);
            return;
        }
        let own = self.work.draft.set(part, "additionalProperties", Content::Object, value.span());
        if let Some(first) = first {
            self.pending.push((own, first));
        }
        self.changed(words::PATTERN_PROPERTIES, value, own);
    }

    fn all_of(&mut self, part: Part, value: Value<'a>) {
        if !value.is_array() || value.items().next().is_none() {
            return;
        }
        let all = match self.work.draft.get(part, "allOf") {
            Some(present) => present,
            None => self.work.draft.set(part, "allOf", Content::Array, origin(value)),
        };
        for item in value.items() {
            let own = self.work.draft.push(all, Content::Object, origin(item));
            self.pending.push((own, item));
        }
    }

    fn values(&mut self, part: Part, value: Value<'a>) {
        let mut met = HashSet::new();
        for item in value.items() {
            if item.kind() == Kind::Null {
                self.nullable(part, value);
            } else if met.insert(item.source()) {
                let list = match self.work.draft.get(part, "enum") {
                    Some(present) => present,
                    None => self.work.draft.set(part, "enum", Content::Array, origin(value)),
                };
                self.work.draft.copy_item(list, item);
            }
        }
    }

    fn constant(&mut self, part: Part, value: Value<'a>) {
        if value.kind() == Kind::Null {
            self.nullable(part, value);
        } else if self.work.draft.get(part, "enum").is_none() {
            let list = self.work.draft.set(part, "enum", Content::Array, value.span());
            self.work.draft.copy_item(list, value);
            self.changed(words::CONST, value, list);
        }
    }

    fn first_example(&mut self, part: Part, value: Value<'a>) {
        let mut examples = value.items();
        let Some(first) = examples.next() else { return };
        if self.work.draft.get(part, "example").is_some() {
            return;
        }
        let example = self.work.draft.copy(part, "example", first);
        if examples.next().is_some() {
            self.chose(words::EXAMPLES, value, Some(example));
        }
    }

    fn required(&mut self, part: Part, value: Value<'a>) {
        let mut met = HashSet::new();
        for name in value.items().filter(|name| name.kind() == Kind::String) {
            if met.insert(name.as_str().unwrap_or_default()) {
                let list = match self.work.draft.get(part, "required") {
                    Some(present) => present,
                    None => self.work.draft.set(part, "required", Content::Array, origin(value)),
                };
                self.work.draft.copy_item(list, name);
            }
        }
    }

    fn encoded(&mut self, part: Part, schema: Value<'a>, value: Value<'a>) {
        let is_encoding = value.member().is_some_and(|member| member.is("contentEncoding"));
        let is_base64 = value.as_str().is_some_and(|way| way.starts_with("base64"));
        if is_encoding && is_base64 && schema.get("format").is_none() {
            let format = self.put(part, "format", "byte", value.span());
            self.changed(words::CONTENT_ENCODING, value, format);
        } else if schema.get("contentEncoding").is_some() || schema.get("format").is_some() {
            // Said together with the encoding, or by the format.
        } else if value.is_str("application/octet-stream") {
            self.put(part, "format", "binary", value.span());
        } else {
            self.lost(words::CONTENT_TYPE, value);
        }
    }

    fn xml(&mut self, part: Part, value: Value<'a>) {
        if !value.is_object() {
            return;
        }
        let xml = self.put_object(part, "xml", value);
        for member in value.members() {
            match &*member.name() {
                "nodeType" => self.lost(words::XML, member.value()),
                name => {
                    self.put_all(xml, name, member.value());
                }
            }
        }
    }

    /// What follows from the whole of a schema.
    fn settle(&mut self, part: Part, schema: Value<'a>) {
        let is_array = self.work.draft.get_text(part, "type") == Some("array");
        if is_array && self.work.draft.get(part, "items").is_none() {
            let items = self.work.draft.set(part, "items", Content::Object, Origin::NOWHERE);
            self.changed(words::ITEMS, schema, items);
        }
        let Some(discriminator) = schema.get("discriminator") else { return };
        if let Some(mapping) = discriminator.get("mapping") {
            self.lost(words::MAPPING, mapping);
        }
        let Some(name) = discriminator.get_str("propertyName") else { return };
        let properties = self.work.draft.get(part, "properties");
        let is_property = properties.is_some_and(|properties| self.work.draft.get(properties, &name).is_some());
        let required = self.work.draft.get(part, "required");
        let is_required = required.is_some_and(|required| {
            self.work.draft.items(required).any(|item| self.work.draft.text(item) == Some(&*name))
        });
        if is_property && is_required {
            self.put(part, "discriminator", name, origin(discriminator));
        } else if schema.get("oneOf").is_none() && schema.get("anyOf").is_none() {
            self.lost(words::DISCRIMINATOR, discriminator);
        }
    }
}
