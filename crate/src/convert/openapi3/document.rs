//! The document around its operations: what it is, its tags, and what is shared.

use std::collections::HashSet;

use super::{Job, words};
use crate::convert::draft::{Content, Origin, Part, origin};
use crate::convert::remark::RemarkKind;
use crate::json::{Kind, Member, Value};

const TITLE: words::Words = ("The document has no title.", "Write what the connector is to be called in Nintex.");
const NUMBER: words::Words =
    ("A title or version that was a number is a text now.", "OpenAPI demands texts there, as in `\"1.0\"`.");
const VERSION: words::Words = ("The document has no version.", "OpenAPI 2.0 demands one: `1.0` is as good as any.");
const SUMMARY: words::Words = ("The summary of the document is left out.", "OpenAPI 2.0 has one description only.");
const WEBHOOKS: words::Words = (
    "Webhooks are left out.",
    "They are calls that the API makes. An Xtension makes calls; Nintex starts workflows by its own start events.",
);
const SHARED_LEFT: words::Words = (
    "Shared callbacks and links are left out.",
    "OpenAPI 2.0 has neither: build the next call with another action of the workflow.",
);
const SHARED_UNKNOWN: words::Words =
    ("A part of `components` is left out that OpenAPI 2.0 does not have.", "Nothing in the result refers to it.");

impl<'a> Job<'a> {
    /// Writes the whole document but its schemas, which are left pending.
    pub(super) fn document(&mut self) {
        let root = self.work.draft.root();
        let version = self.root.and_then(|root| root.get("openapi"));
        self.work.draft.set(root, "swagger", "2.0", version.map_or(Origin::NOWHERE, |version| version.span().into()));
        self.info(root);
        let Some(document) = self.root else {
            self.work.draft.object(root, "paths");
            return;
        };
        self.read_security(document);
        self.servers(root, document);
        if let Some(schemas) = component(document, "schemas") {
            self.name_components(schemas);
        }
        self.name_shared(document);
        if self.signs_in() {
            self.work.draft.object(root, "securityDefinitions");
        }
        self.root_requirements(root, document);
        let paths = self.work.draft.object(root, "paths");
        if let Some(from) = document.get("paths") {
            self.work.draft.origin(paths, origin(from));
            self.paths(paths, from);
        }
        self.shared(root, document);
        self.write_security(root);
        self.rest(root, document);
    }

    fn info(&mut self, root: Part) {
        let from = self.root.and_then(|root| root.get("info"));
        let info = self.work.draft.set(root, "info", Content::Object, from.map_or(Origin::NOWHERE, origin));
        for member in from.into_iter().flat_map(Value::members) {
            let value = member.value();
            match &*member.name() {
                "summary" if from.is_some_and(|info| info.get("description").is_none()) => {
                    self.work.draft.copy(info, "description", value);
                }
                "summary" => self.lost(SUMMARY, value),
                "license" if value.is_object() => self.license(info, value),
                name => {
                    self.put_all(info, name, value);
                }
            }
        }
        for (key, fallback, said) in [("title", "API", TITLE), ("version", "1.0", VERSION)] {
            if self.work.draft.get_text(info, key).is_none() {
                if let Some(number) = from.and_then(|info| info.get(key)).filter(|it| it.kind() == Kind::Number) {
                    let part = self.work.draft.set(info, key, number.source(), origin(number));
                    self.changed(NUMBER, number, part);
                    continue;
                }
                let part = self.work.draft.set(info, key, fallback, Origin::NOWHERE);
                let span = from.or(self.root).map(Value::span).unwrap_or_default();
                self.work.remark(RemarkKind::Open, said.0, said.1, span, Some(part));
            }
        }
    }

    fn license(&mut self, info: Part, value: Value<'a>) {
        let license = self.work.draft.copy(info, "license", value);
        let Some(identifier) = self.work.draft.get(license, "identifier") else { return };
        let name = self.work.draft.text(identifier).unwrap_or_default().to_owned();
        self.work.draft.remove(identifier);
        if self.work.draft.get(license, "url").is_none() && !name.contains(' ') {
            let url = format!("https://spdx.org/licenses/{name}.html");
            self.work.draft.set(license, "url", url, value.get("identifier").map_or(Origin::NOWHERE, origin));
        }
    }

    /// Parameters and responses that are shared stay so, where they can.
    fn name_shared(&mut self, document: Value<'a>) {
        for place in ["parameters", "responses"] {
            let mut taken = HashSet::new();
            for member in component(document, place).into_iter().flat_map(Value::members) {
                let value = member.value();
                let stays = value.is_object() && super::references::reference(value).is_none();
                if stays && (place == "responses" || self.is_one_parameter(value)) {
                    let mut name = super::names::fitting(&member.name());
                    while !taken.insert(name.clone()) {
                        name.push('_');
                    }
                    self.shared.insert(value.index(), name);
                }
            }
        }
    }

    fn shared(&mut self, root: Part, document: Value<'a>) {
        for member in component(document, "schemas").into_iter().flat_map(Value::members) {
            self.define(member.value());
        }
        for value in component(document, "parameters").into_iter().flat_map(Value::members).map(Member::value) {
            if let Some(name) = self.shared.get(&value.index()).cloned() {
                let parameters = self.work.draft.object(root, "parameters");
                let part = self.put_object(parameters, &name, value);
                self.parameter(part, value);
            }
        }
        for value in component(document, "responses").into_iter().flat_map(Value::members).map(Member::value) {
            if let Some(name) = self.shared.get(&value.index()).cloned() {
                let responses = self.work.draft.object(root, "responses");
                let part = self.put_object(responses, &name, value);
                self.response(part, value);
            }
        }
        for member in document.get("components").into_iter().flat_map(Value::members) {
            match &*member.name() {
                "schemas" | "parameters" | "responses" | "securitySchemes" | "requestBodies" | "headers"
                | "examples" | "pathItems" | "mediaTypes" => {}
                "callbacks" | "links" if member.value().members().next().is_none() => {}
                "callbacks" | "links" => self.lost(SHARED_LEFT, member.value()),
                _ => self.lost(SHARED_UNKNOWN, member.value()),
            }
        }
    }

    fn rest(&mut self, root: Part, document: Value<'a>) {
        for member in document.members() {
            let value = member.value();
            match &*member.name() {
                "openapi" | "info" | "servers" | "components" | "paths" | "security" | "jsonSchemaDialect"
                | "$self" | "$schema" => {}
                "webhooks" | "x-webhooks" if value.members().next().is_none() => {}
                "webhooks" => self.lost(WEBHOOKS, value),
                "tags" => self.tags(root, value),
                "externalDocs" => {
                    self.put_all(root, "externalDocs", value);
                }
                name if name.starts_with("x-") => {
                    self.put_all(root, name, value);
                }
                _ => self.lost(words::UNKNOWN, value),
            }
        }
    }

    fn tags(&mut self, root: Part, value: Value<'a>) {
        let tags = self.work.draft.set(root, "tags", Content::Array, origin(value));
        let mut met = HashSet::new();
        for tag in value.items().filter(|tag| tag.get_str("name").is_some_and(|name| met.insert(name))) {
            let part = self.work.draft.push(tags, Content::Object, origin(tag));
            for member in tag.members() {
                match &*member.name() {
                    "summary" if tag.get("description").is_none() => {
                        self.put_all(part, "description", member.value());
                    }
                    "summary" | "parent" | "kind" => {}
                    name => {
                        self.put_all(part, name, member.value());
                    }
                }
            }
        }
    }
}

/// What is shared under that name.
pub(super) fn component<'a>(document: Value<'a>, name: &str) -> Option<Value<'a>> {
    document.get("components")?.get(name)
}
