//! A schema as a parameter, a header or a field of a form can have it: without references and parts.

use std::collections::HashSet;

use super::alternatives::is_null;
use super::plain::{common_type, listed_values, type_of_all};
use super::{Job, words};
use crate::json::{Kind, Member, Value};

/// A value outside a body takes what it says from no more schemas than these.
const MOST: usize = 64;

/// What a schema says, all its parts and what it refers to taken together.
pub(super) struct Flat<'a> {
    /// The first that says something counts.
    pub(super) layers: Vec<Value<'a>>,
    /// Whether it may be `null`.
    pub(super) is_nullable: bool,
    /// The variants that it may be, where all are of one plain type.
    pub(super) variants: Option<Variants<'a>>,
}

/// Variants of one plain type.
pub(super) struct Variants<'a> {
    kind: &'static str,
    /// Their list.
    pub(super) list: Value<'a>,
    /// What each of them says.
    pub(super) schemas: Vec<Value<'a>>,
}

impl<'a> Flat<'a> {
    /// What the schema says under that key.
    pub(super) fn get(&self, key: &str) -> Option<Value<'a>> {
        self.layers.iter().find_map(|layer| layer.get(key))
    }

    /// What it is, where it says or shows so.
    pub(super) fn kind(&self) -> Option<&'static str> {
        let names = ["string", "integer", "number", "boolean", "array", "object"];
        let said = self.get("type").and_then(|kind| {
            let mut kinds = std::iter::once(kind).chain(kind.items()).filter(|one| one.kind() == Kind::String);
            kinds.find_map(|one| names.into_iter().find(|name| one.is_str(name)))
        });
        said.or(self.variants.as_ref().map(|variants| variants.kind))
            .or_else(|| {
                let shown = [("properties", "object"), ("additionalProperties", "object"), ("items", "array")];
                shown.into_iter().find(|(key, _)| self.get(key).is_some()).map(|(_, kind)| kind)
            })
            .or_else(|| {
                let mut values =
                    self.get("const").into_iter().chain(self.get("enum").into_iter().flat_map(Value::items));
                type_of_all(values.clone().take(MOST)).or_else(|| values.next().map(|_| "string"))
            })
    }

    /// The format of its variants, where they all have that one.
    pub(super) fn format_of_variants(&self) -> Option<Value<'a>> {
        let mut formats = self.variants.as_ref()?.schemas.iter().map(|schema| schema.get("format"));
        let first = formats.next()??;
        formats.all(|other| other.is_some_and(|other| other.source() == first.source())).then_some(first)
    }

    /// The values that it may have, where they are listed.
    pub(super) fn values(&self) -> Vec<Value<'a>> {
        let said = self.get("enum").into_iter().flat_map(Value::items).chain(self.get("const"));
        let of_variants = self.variants.iter().flat_map(|variants| listed_values(&variants.schemas));
        said.chain(of_variants).filter(|value| value.kind() != Kind::Null).collect()
    }

    /// The properties of all its parts, each name once.
    pub(super) fn properties(&self) -> Vec<Value<'a>> {
        let mut met = HashSet::new();
        let all = self.layers.iter().flat_map(|layer| layer.members_of("properties"));
        all.filter(|member| met.insert(member.name())).map(Member::value).collect()
    }

    /// Whether any of its parts demands that property.
    pub(super) fn demands(&self, name: &str) -> bool {
        self.layers.iter().any(|layer| layer.items_of("required").any(|item| item.is_str(name)))
    }

    /// Whether it is bytes: the content of a file.
    pub(super) fn is_binary(&self) -> bool {
        let is_encoded = self.get("contentEncoding").is_some();
        let is_bytes = self.get("format").is_some_and(|format| format.is_str("binary"));
        let has_type =
            self.get("contentMediaType").is_some_and(|kind| !kind.as_str().is_some_and(|kind| is_text(&kind)));
        self.kind().is_none_or(|kind| kind == "string") && (is_bytes || (has_type && !is_encoded))
    }

    /// Whether nothing is said of what it is.
    pub(super) fn says_nothing(&self) -> bool {
        self.kind().is_none() && self.get("format").is_none()
    }
}

fn is_text(media_type: &str) -> bool {
    media_type.starts_with("text/") || media_type.contains("json") || media_type.contains("xml")
}

impl<'a> Job<'a> {
    /// Takes together what `schema` says.
    pub(super) fn flat(&mut self, schema: Value<'a>) -> Flat<'a> {
        let mut flat = Flat { layers: Vec::new(), is_nullable: false, variants: None };
        let mut left = vec![schema];
        let mut met = HashSet::new();
        while let Some(next) = left.pop() {
            let Some(found) = self.followed(next).filter(|found| found.is_object()) else { continue };
            if !met.insert(found.index()) || flat.layers.len() >= MOST {
                continue;
            }
            if self.is_json_schema && found != next {
                // What stands beside the reference counts more than what it leads to.
                flat.layers.push(next);
            }
            flat.layers.push(found);
            flat.is_nullable |= found.get("nullable").and_then(Value::as_bool) == Some(true)
                || found.items_of("type").any(|kind| kind.is_str("null"));
            for key in ["oneOf", "anyOf"] {
                self.flat_variants(&mut flat, &mut left, found, key);
            }
            let mut all: Vec<Value<'a>> = found.items_of("allOf").collect();
            all.reverse();
            left.extend(all);
        }
        flat
    }

    fn flat_variants(&mut self, flat: &mut Flat<'a>, left: &mut Vec<Value<'a>>, schema: Value<'a>, key: &str) {
        let Some(list) = schema.get(key) else { return };
        let mut real = Vec::new();
        let mut schemas = Vec::new();
        for one in list.items().take(MOST) {
            match self.follow(one) {
                Some(found) if is_null(found) => flat.is_nullable = true,
                found => {
                    real.push(one);
                    schemas.extend(found);
                }
            }
        }
        let kind = common_type(&schemas).filter(|_| real.len() > 1 && schemas.len() == real.len());
        if let Some(kind) = kind.filter(|_| flat.variants.is_none()) {
            flat.variants = Some(Variants { kind, list, schemas });
            return;
        }
        left.extend(real.first());
        if real.len() > 1 {
            self.chose(words::PARAMETER_VARIANTS, list, None);
        }
    }
}
