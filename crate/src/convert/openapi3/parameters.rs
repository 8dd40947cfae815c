//! Parameters outside a body.

use std::collections::HashSet;

use super::references::reference;
use super::{Job, is_said, media, words};
use crate::convert::draft::{Content, Part, origin};
use crate::json::{Kind, Value};

const COOKIE: words::Words = (
    "A parameter in a cookie is left out.",
    "OpenAPI 2.0 has no cookies. If the API needs it, add a header parameter `Cookie` and enter name=value.",
);
const QUERY_STRING: words::Words = (
    "A parameter that is the whole query is left out.",
    "OpenAPI 2.0 has only single parameters in the query: add those that you need.",
);
const BY_ITSELF: words::Words = (
    "A parameter `Accept`, `Content-Type` or `Authorization` is left out.",
    "OpenAPI 3 does not count it either: media types say what the first two are. The connection sends the last one, with the \
     operations that sign in by it.",
);
const CONTENT: words::Words = (
    "A parameter that is a document of its own became a text.",
    "OpenAPI 2.0 has plain values outside a body: enter the document as it is sent, mostly JSON.",
);
const STYLE: words::Words =
    ("How a parameter is written in the path is left out.", "OpenAPI 2.0 has neither the style `label` nor `matrix`.");
const RESERVED: words::Words = (
    "`allowReserved` is left out.",
    "OpenAPI 2.0 does not know it: characters such as `/` and `?` are sent as `%2F` and `%3F`.",
);
const TWICE: words::Words =
    ("A parameter that was there twice is left out the second time.", "OpenAPI 2.0 allows each name once in a place.");

/// What becomes of a parameter.
pub(super) enum Fate<'a> {
    /// One parameter.
    One,
    /// A parameter for each of these properties; whether in brackets behind the name.
    Fields(Vec<Value<'a>>, bool),
    /// Nothing, and why.
    Lost(words::Words),
}

impl<'a> Job<'a> {
    /// Whether one parameter comes of this one, so that it can be shared.
    pub(super) fn is_one_parameter(&mut self, parameter: Value<'a>) -> bool {
        let is_named = parameter.get("name").is_some_and(|name| name.kind() == Kind::String);
        let has_place = parameter.get_str("in").is_some_and(|place| matches!(&*place, "query" | "header" | "path"));
        is_named && has_place && matches!(self.fate(parameter), Fate::One)
    }

    pub(super) fn fate(&mut self, parameter: Value<'a>) -> Fate<'a> {
        let place = parameter.get_str("in").unwrap_or_default();
        let name = parameter.get_str("name").unwrap_or_default();
        match &*place {
            "cookie" => Fate::Lost(COOKIE),
            "querystring" => Fate::Lost(QUERY_STRING),
            "header" if name.eq_ignore_ascii_case("accept") || name.eq_ignore_ascii_case("content-type") => {
                Fate::Lost(BY_ITSELF)
            }
            "header" if name.eq_ignore_ascii_case("authorization") && self.signs_in() => Fate::Lost(BY_ITSELF),
            "query" => self.query_fate(parameter),
            _ => Fate::One,
        }
    }

    fn query_fate(&mut self, parameter: Value<'a>) -> Fate<'a> {
        let style = parameter.get_str("style").unwrap_or_default();
        let is_deep = style == "deepObject";
        let is_exploded =
            parameter.get("explode").and_then(Value::as_bool).unwrap_or(style.is_empty() || style == "form");
        let Some(schema) = parameter.get("schema").filter(|_| is_deep || is_exploded) else { return Fate::One };
        let flat = self.flat(schema);
        if flat.kind() != Some("object") {
            return Fate::One;
        }
        let properties = flat.properties();
        if properties.is_empty() || !self.spend(properties.len()) {
            Fate::One
        } else {
            Fate::Fields(properties, is_deep)
        }
    }

    /// Writes the parameters that `list` has into `holder`, a path or an operation.
    pub(super) fn parameters_of(&mut self, holder: Part, list: Value<'a>) {
        let all = match self.work.draft.get(holder, "parameters") {
            Some(present) => present,
            None => self.work.draft.set(holder, "parameters", Content::Array, origin(list)),
        };
        let mut met = HashSet::new();
        for item in list.items() {
            let Some(parameter) = self.followed(item).filter(|parameter| parameter.is_object()) else { continue };
            let key = |name: &str| format!("{} {name}", parameter.get_str("in").unwrap_or_default());
            let name = parameter.get_str("name").unwrap_or_default();
            match self.fate(parameter) {
                Fate::Lost(words) => self.lost(words, parameter),
                Fate::One if !met.insert(key(&name)) => self.lost(TWICE, item),
                Fate::One => {
                    let described = item.get("description").filter(|_| self.is_json_schema && item != parameter);
                    let is_own = described.is_some() && self.may_repeat(parameter);
                    let shared = self.shared.get(&parameter.index()).filter(|_| !is_own);
                    if let Some(pointer) = shared.map(|name| format!("#/parameters/{name}")) {
                        let part = self.work.draft.push(all, Content::Object, origin(item));
                        self.work.draft.set(part, "$ref", pointer, item.span());
                    } else if item == parameter || is_own || self.may_repeat(parameter) {
                        let part = self.work.draft.push(all, Content::Object, origin(item));
                        if let Some(described) = described {
                            self.put_all(part, "description", described);
                        }
                        self.parameter(part, parameter);
                    } else {
                        self.lost(words::TOO_OFTEN, item);
                    }
                }
                Fate::Fields(properties, is_deep) => {
                    for (own_name, property) in self.fields(parameter, &properties, is_deep) {
                        if met.insert(key(&own_name)) {
                            let part = self.work.draft.push(all, Content::Object, property.span());
                            self.field(part, parameter, &own_name, property);
                        }
                    }
                }
            }
        }
    }

    /// Writes one parameter.
    pub(super) fn parameter(&mut self, part: Part, parameter: Value<'a>) {
        let is_path = parameter.get("in").is_some_and(|place| place.is_str("path"));
        for key in ["name", "in", "description"] {
            if let Some(value) = parameter.get(key) {
                self.put_all(part, key, value);
            }
        }
        match parameter.get("required") {
            _ if is_path => {
                self.put(part, "required", true, parameter.get("required").map_or(parameter.span().into(), origin));
            }
            Some(required) => {
                self.put_all(part, "required", required);
            }
            None => {}
        }
        if let Some(empty) =
            parameter.get("allowEmptyValue").filter(|_| parameter.get("in").is_some_and(|place| place.is_str("query")))
        {
            self.put_all(part, "allowEmptyValue", empty);
        }
        self.value_of(part, parameter);
        self.style(part, parameter);
        if let Some(example) = self.example(parameter) {
            self.put_all(part, "x-example", example);
        }
        if parameter.get("deprecated").and_then(Value::as_bool) == Some(true) {
            self.lost(words::DEPRECATED, parameter);
        }
        self.extensions(part, parameter);
        self.schema_of_field(part, parameter.get("schema"));
    }

    /// What the schema of a field says to people and to Nintex: an example, a name and extensions. OpenAPI 2.0 has no
    /// schema there, so the field itself says it.
    pub(super) fn schema_of_field(&mut self, part: Part, schema: Option<Value<'a>>) {
        let Some(schema) = schema else { return };
        self.extensions(part, schema);
        let flat = self.flat(schema);
        let shown = flat.get("example").or_else(|| flat.get("examples")?.items().next());
        if let Some(example) = shown {
            self.put_all(part, "x-example", example);
        }
        // Where it stands behind a reference, it is the name of the type.
        let is_named = self.work.draft.get(part, "x-ntx-summary").is_some();
        let title = schema.get("title").filter(|title| is_said(*title) && !is_named);
        if let Some(title) = title.filter(|_| reference(schema).is_none() || self.is_json_schema) {
            self.put_all(part, "x-ntx-summary", title);
        }
    }

    /// Writes what the value of a parameter or a header is.
    pub(super) fn value_of(&mut self, part: Part, holder: Value<'a>) {
        if let Some(schema) = holder.get("schema") {
            let flat = self.flat(schema);
            if let Some(description) = flat.get("description").filter(|_| holder.get("description").is_none()) {
                self.put_all(part, "description", description);
            }
            self.simple(part, &flat, holder);
            return;
        }
        self.put(part, "type", "string", holder.span());
        let content = holder.get("content").filter(|content| content.members().next().is_some());
        if content.is_none() {
            self.changed(words::UNTYPED, holder, part);
        }
        if let Some(content) = content {
            self.changed(CONTENT, content, part);
            if let Some(example) = media::chosen(content).and_then(|chosen| self.example(chosen.value())) {
                self.put_all(part, "x-example", example);
            }
        }
    }

    fn style(&mut self, part: Part, parameter: Value<'a>) {
        let place = parameter.get_str("in").unwrap_or_default();
        let style = parameter.get("style");
        if parameter.get("allowReserved").and_then(Value::as_bool) == Some(true) {
            self.lost(RESERVED, parameter);
        }
        let said = style.and_then(Value::as_str).unwrap_or_default();
        if matches!(&*said, "label" | "matrix") {
            self.lost(STYLE, style.unwrap_or(parameter));
        }
        if self.work.draft.get_text(part, "type") != Some("array") {
            return;
        }
        let is_exploded = parameter.get("explode").and_then(Value::as_bool).unwrap_or(matches!(&*said, "" | "form"));
        let format = match &*said {
            "spaceDelimited" => "ssv",
            "pipeDelimited" => "pipes",
            "" | "form" if place == "query" && is_exploded => "multi",
            _ => return,
        };
        let from = parameter.get("explode").or(style).unwrap_or(parameter);
        self.put(part, "collectionFormat", format, from.span());
    }
}
