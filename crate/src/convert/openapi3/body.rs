//! What an operation sends: a body, or the fields of a form.

use super::flat::Flat;
use super::references::reference;
use super::{Job, is_said, media, words};
use crate::convert::draft::{Content, Part, origin};
use crate::json::{Member, Value};

const MEDIA_TYPE: words::Words = (
    "Of several media types of a body one was taken.",
    "OpenAPI 2.0 describes one body for each operation: JSON where there is any, as Nintex gets on with it best.",
);
const NESTED: words::Words = (
    "A field of a form that is an object became a text.",
    "OpenAPI 2.0 has plain values in forms: enter what the API expects, mostly JSON.",
);
const FILES: words::Words =
    ("A list of files became one file.", "OpenAPI 2.0 sends one file for each field of a form.");
const ENCODING: words::Words = (
    "The media type or the headers of a part of a form are left out.",
    "OpenAPI 2.0 says nothing of the parts of a form: see that the API takes the field without.",
);
const DESCRIPTION: words::Words =
    ("What describes a form as a whole is left out.", "OpenAPI 2.0 describes the fields of a form one by one.");
const NO_FIELDS: words::Words =
    ("A form whose fields are not listed became a body.", "List the fields that you need as `formData` parameters.");

impl<'a> Job<'a> {
    /// Writes the body of `operation`.
    pub(super) fn body(&mut self, part: Part, operation: Value<'a>) {
        let Some(written) = operation.get("requestBody") else { return };
        let Some(body) = self.followed(written).filter(|body| body.is_object()) else { return };
        let content = body.get("content");
        let Some(chosen) = content.and_then(media::chosen) else { return };
        let Some(told) = self.followed(chosen.value()) else { return };
        let name = chosen.name();
        if media::is_form(&name) && self.form(part, body, chosen, told) {
            self.consumes(part, chosen, &[]);
            self.other_types(content, &[chosen], part);
            return;
        }
        let parameters = self.work.draft.array(part, "parameters");
        let own = self.work.draft.push(parameters, Content::Object, written.span());
        self.one_body(own, operation, body, chosen, told);
        let schema_of = |member: &Member<'a>| member.value().get("schema").map(Value::source);
        let alike: Vec<Member<'a>> = content
            .into_iter()
            .flat_map(Value::members)
            .filter(|other| {
                let is_like = schema_of(other) == schema_of(&chosen) && !media::is_form(&other.name());
                other.value() == chosen.value() || (is_like && !other.name().starts_with("x-"))
            })
            .collect();
        self.consumes(part, chosen, &alike);
        self.other_types(content, &alike, own);
    }

    fn one_body(&mut self, own: Part, operation: Value<'a>, body: Value<'a>, chosen: Member<'a>, told: Value<'a>) {
        let keys = [(operation, "x-codegen-request-body-name"), (body, "x-body-name"), (operation, "x-body-name")];
        let own_name = keys.into_iter().find_map(|(holder, key)| holder.get(key).filter(|name| is_said(*name)));
        match own_name {
            Some(name) => {
                self.put_all(own, "name", name);
            }
            None => {
                self.put(own, "name", "body", body.span());
            }
        }
        self.put(own, "in", "body", body.span());
        for key in ["description", "required"] {
            if let Some(value) = body.get(key) {
                self.put_all(own, key, value);
            }
        }
        for key in ["encoding", "prefixEncoding", "itemEncoding"] {
            if let Some(encoding) = told.get(key) {
                self.lost(ENCODING, encoding);
            }
        }
        let schema = self.put(own, "schema", Content::Object, told.get("schema").map_or(told.span().into(), origin));
        if let Some(example) = self.example(told) {
            // Beside a reference nothing counts.
            let is_reference = told.get("schema").is_some_and(|schema| reference(schema).is_some());
            let (holder, key) = if is_reference { (own, "x-example") } else { (schema, "example") };
            self.put_all(holder, key, example);
        }
        match self.described(told) {
            Some(from) => {
                if media::is_file(&chosen.name()) && self.flat(from).says_nothing() {
                    self.bytes(schema, from);
                }
                self.place(schema, from);
            }
            None if media::is_file(&chosen.name()) => self.bytes(schema, told),
            None => {}
        }
        self.extensions(own, body);
    }

    fn bytes(&mut self, schema: Part, from: Value<'a>) {
        self.put(schema, "type", "string", from.span());
        self.put(schema, "format", "binary", from.span());
    }

    fn consumes(&mut self, part: Part, chosen: Member<'a>, same: &[Member<'a>]) {
        let consumes = self.work.draft.array(part, "consumes");
        let mut met = std::collections::HashSet::new();
        for member in std::iter::once(&chosen).chain(same) {
            let name = media::sent(&member.name());
            if met.insert(name.clone()) {
                let is_other = name != member.name().trim();
                let own = self.work.draft.push(consumes, name, member.name_span());
                if is_other {
                    self.changed(media::WILDCARD, member.value(), own);
                }
            }
        }
    }

    fn other_types(&mut self, content: Option<Value<'a>>, kept: &[Member<'a>], part: Part) {
        let Some(content) = content else { return };
        let is_left = |member: Member<'a>| {
            !member.name().starts_with("x-") && kept.iter().all(|one| one.value() != member.value())
        };
        if content.members().any(is_left) {
            self.chose(MEDIA_TYPE, content, Some(part));
        }
    }

    /// Writes the fields of a form; false where they are not known.
    fn form(&mut self, part: Part, body: Value<'a>, chosen: Member<'a>, told: Value<'a>) -> bool {
        let Some(schema) = told.get("schema") else { return false };
        let flat = self.flat(schema);
        let properties = flat.properties();
        if properties.is_empty() || !self.spend(properties.len()) {
            self.changed(NO_FIELDS, told, part);
            return false;
        }
        let is_multipart = media::essence(&chosen.name()) == "multipart/form-data";
        let parameters = self.work.draft.array(part, "parameters");
        let is_wanted = body.get("required").and_then(Value::as_bool).unwrap_or(true);
        if let Some(description) = body.get("description").filter(|text| is_said(*text)) {
            self.lost(DESCRIPTION, description);
        }
        let encodings = told.get("encoding");
        for property in properties {
            let Some(member) = property.member() else { continue };
            let encoding = encodings.and_then(|all| all.get(&member.name()));
            let own = self.work.draft.push(parameters, Content::Object, origin(property));
            self.work.draft.set(own, "name", member.name(), member.name_span());
            self.work.draft.set(own, "in", "formData", chosen.name_span());
            let told_of = self.flat(property);
            if let Some(description) = told_of.get("description") {
                self.put_all(own, "description", description);
            }
            if is_wanted && flat.demands(&member.name()) {
                self.work.draft.set(own, "required", true, property.span());
            }
            self.form_field(own, property, &told_of, is_multipart);
            self.schema_of_field(own, Some(property));
            if let Some(encoding) = encoding {
                self.encoding(own, encoding);
            }
        }
        true
    }

    /// How a part of a form is sent.
    fn encoding(&mut self, own: Part, encoding: Value<'a>) {
        let draft = &self.work.draft;
        let usual = match draft.get_text(own, "type") {
            Some("file") => "application/octet-stream",
            _ => "text/plain",
        };
        let has_type = encoding.get("contentType").is_some_and(|kind| !kind.is_str(usual));
        if has_type || encoding.members_of("headers").next().is_some() {
            self.lost(ENCODING, encoding);
        }
        if self.work.draft.get_text(own, "type") != Some("array") {
            return;
        }
        let style = encoding.get("style");
        let is_exploded = encoding.get("explode").and_then(Value::as_bool);
        let format = match &*style.and_then(Value::as_str).unwrap_or_default() {
            "spaceDelimited" => "ssv",
            "pipeDelimited" => "pipes",
            _ if is_exploded == Some(false) => "csv",
            _ => return,
        };
        if let Some(present) = self.work.draft.get(own, "collectionFormat") {
            self.work.draft.replace(present, format);
        }
    }

    fn form_field(&mut self, own: Part, property: Value<'a>, told: &Flat<'a>, is_multipart: bool) {
        let items = told.get("items").filter(|_| told.kind() == Some("array"));
        let of_files = items.is_some_and(|items| self.flat(items).is_binary());
        if is_multipart && (told.is_binary() || of_files) {
            self.work.draft.set(own, "type", "file", property.span());
            if of_files {
                self.changed(FILES, property, own);
            }
            return;
        }
        if told.kind() == Some("object") {
            self.put(own, "type", "string", property.span());
            self.changed(NESTED, property, own);
            return;
        }
        self.simple(own, told, property);
        if self.work.draft.get_text(own, "type") == Some("array") {
            self.put(own, "collectionFormat", "multi", property.span());
        }
    }
}
