//! What an operation answers.

use std::collections::HashSet;

use super::{Job, RemarkKind, media, words};
use crate::convert::draft::{Content, Origin, Part, origin};
use crate::json::{Member, Value};

const NONE: words::Words =
    ("An operation without answers got one.", "OpenAPI 2.0 demands at least one: describe what the API answers.");
const RANGE: words::Words = (
    "An answer for a range of status codes became one for the first of them.",
    "OpenAPI 2.0 has single codes, and `default` for all others.",
);
const RANGE_LOST: words::Words =
    ("An answer for a range of status codes is left out.", "The first code of the range has an answer of its own.");
const CODE: words::Words = ("An answer is left out whose status code is none.", "It takes three digits, or `default`.");
const LINKS: words::Words = (
    "Links to other operations are left out.",
    "OpenAPI 2.0 does not have them: in the workflow, fill the fields of the next action with what this one answered.",
);
const STREAM: words::Words = (
    "A stream is described by one of its items.",
    "OpenAPI 2.0 has no streams: see whether the API gives the same as a list.",
);
const MEDIA_TYPE: words::Words = (
    "Of several media types of an answer one was taken.",
    "OpenAPI 2.0 describes one answer for each status code: JSON where there is any, as Nintex reads it best.",
);

impl<'a> Job<'a> {
    /// Writes the answers of `operation`, and which media types they have.
    pub(super) fn responses(&mut self, part: Part, from: Option<Value<'a>>, operation: Value<'a>) {
        let responses = self.work.draft.set(part, "responses", Content::Object, from.map_or(Origin::NOWHERE, origin));
        let mut produces = Vec::new();
        for member in from.into_iter().flat_map(Value::members) {
            let name = member.name();
            if name.starts_with("x-") {
                self.put_all(responses, &name, member.value());
                continue;
            }
            let Some(code) = self.code(&name, from, member) else { continue };
            if self.work.draft.get(responses, &code).is_some() {
                continue;
            }
            let Some(told) = self.followed(member.value()).filter(|told| told.is_object()) else {
                let own = self.put_object(responses, &code, member.value());
                self.put(own, "description", "The answer", Origin::NOWHERE);
                continue;
            };
            let own = self.put_object(responses, &code, member.value());
            if code != name {
                self.changed(RANGE, member.value(), own);
            }
            let is_reference = told != member.value();
            let described = member.value().get("description").filter(|_| self.is_json_schema && is_reference);
            let is_own = !is_reference || (described.is_some() && self.may_repeat(told));
            let shared = self.shared.get(&told.index()).filter(|_| !is_own);
            if let Some(pointer) = shared.map(|name| format!("#/responses/{name}")) {
                self.work.draft.set(own, "$ref", pointer, member.value().span());
            } else if is_own || self.may_repeat(told) {
                if let Some(described) = described.filter(|text| text.as_str().is_some()) {
                    self.put_all(own, "description", described);
                }
                self.response(own, told);
            } else {
                self.lost(words::TOO_OFTEN, member.value());
                self.put(own, "description", "The answer", Origin::NOWHERE);
            }
            produces.extend(kept(told));
        }
        let has_answer = self.work.draft.members(responses).any(|(name, _)| !name.starts_with("x-"));
        if !has_answer {
            let own = self.work.draft.set(responses, "default", Content::Object, operation.span());
            self.work.draft.set(own, "description", "The answer", Origin::NOWHERE);
            self.changed(NONE, operation, own);
        }
        self.produces(part, &produces);
    }

    fn code(&mut self, name: &str, all: Option<Value<'a>>, member: Member<'a>) -> Option<String> {
        let is_code = name.len() == 3 && name.bytes().all(|byte| byte.is_ascii_digit());
        if is_code || name == "default" {
            return Some(name.to_owned());
        }
        let range = name.strip_suffix("XX").or_else(|| name.strip_suffix("xx"));
        let Some(first) = range.filter(|first| first.len() == 1 && first.bytes().all(|byte| byte.is_ascii_digit()))
        else {
            self.lost(CODE, member.value());
            return None;
        };
        let code = format!("{first}00");
        if all.is_some_and(|all| all.get(&code).is_some()) {
            self.lost(RANGE_LOST, member.value());
            return None;
        }
        Some(code)
    }

    fn produces(&mut self, part: Part, kept: &[Member<'a>]) {
        let mut met = HashSet::new();
        let (json, other): (Vec<Member<'a>>, Vec<Member<'a>>) =
            kept.iter().partition(|member| media::is_json(&member.name()));
        for member in json.into_iter().chain(other) {
            let name = media::listed(&member.name());
            if met.insert(name.clone()) {
                let list = self.work.draft.array(part, "produces");
                let is_other = name != member.name().trim();
                let own = self.work.draft.push(list, name, member.name_span());
                if is_other {
                    self.changed(media::WILDCARD, member.value(), own);
                }
            }
        }
    }

    /// Writes one answer.
    pub(super) fn response(&mut self, part: Part, from: Value<'a>) {
        let said =
            ["description", "summary"].iter().find_map(|key| from.get(key).filter(|text| text.as_str().is_some()));
        match said {
            Some(description) => {
                self.put_all(part, "description", description);
            }
            None => {
                self.put(part, "description", "The answer", Origin::NOWHERE);
            }
        }
        if let Some(content) = from.get("content") {
            self.content(part, content);
        }
        if let Some(headers) = from.get("headers").filter(|headers| headers.is_object()) {
            self.headers(part, headers);
        }
        if let Some(links) = from.get("links").filter(|links| links.members().next().is_some()) {
            self.lost(LINKS, links);
        }
        self.extensions(part, from);
    }

    fn content(&mut self, part: Part, content: Value<'a>) {
        let Some(chosen) = media::chosen(content) else { return };
        let Some(told) = self.followed(chosen.value()) else { return };
        let kept = same(content, chosen).count();
        if content.members().filter(|member| !member.name().starts_with("x-")).count() > kept {
            self.chose(MEDIA_TYPE, content, Some(part));
        }
        let schema = self.described(told);
        let is_file = match schema {
            Some(schema) if media::is_json(&chosen.name()) && schema.get("format").is_none() => false,
            Some(schema) => {
                let flat = self.flat(schema);
                (flat.is_binary() && !media::is_json(&chosen.name()))
                    || (media::is_file(&chosen.name()) && flat.says_nothing())
            }
            None => media::is_file(&chosen.name()),
        };
        if is_file {
            let own = self.work.draft.set(part, "schema", Content::Object, told.span());
            self.work.draft.set(own, "type", "file", schema.map_or(told.span(), Value::span));
        } else if let Some(schema) = schema {
            let own = self.put_object(part, "schema", schema);
            self.place(own, schema);
        }
        if let Some(example) = self.example(told) {
            let examples = self.work.draft.object(part, "examples");
            self.put_all(examples, &media::listed(&chosen.name()), example);
        }
    }

    /// The schema of a media type: of the whole, or of the items of a stream.
    pub(super) fn described(&mut self, media_type: Value<'a>) -> Option<Value<'a>> {
        let whole = media_type.get("schema");
        let item = media_type
            .get("itemSchema")
            .filter(|_| whole.is_none())
            .inspect(|item| self.remark(RemarkKind::Changed, STREAM, *item, None));
        whole.or(item)
    }

    fn headers(&mut self, part: Part, headers: Value<'a>) {
        let mut own = None;
        for member in headers.members() {
            let Some(header) = self.followed(member.value()).filter(|header| header.is_object()) else { continue };
            if member.name().eq_ignore_ascii_case("content-type") {
                continue;
            }
            if header != member.value() && !self.may_repeat(header) {
                self.lost(words::TOO_OFTEN, member.value());
                continue;
            }
            let all = match own {
                Some(all) => all,
                None => *own.insert(self.put_object(part, "headers", headers)),
            };
            let one = self.put_object(all, &member.name(), member.value());
            if let Some(description) = header.get("description") {
                self.put_all(one, "description", description);
            }
            self.value_of(one, header);
            if let Some(example) = self.example(header) {
                self.put_all(one, "x-example", example);
            }
            self.extensions(one, header);
        }
    }
}

/// The media types of an answer that say the same as the one that is taken, with that.
fn kept(response: Value<'_>) -> impl Iterator<Item = Member<'_>> {
    let content = response.get("content");
    content.and_then(media::chosen).into_iter().flat_map(move |chosen| same(chosen.object(), chosen))
}

fn same<'a>(content: Value<'a>, chosen: Member<'a>) -> impl Iterator<Item = Member<'a>> {
    let said = |member: &Member<'a>| member.value().get("schema").map(Value::source);
    let wanted = said(&chosen);
    content.members().filter(move |other| {
        let is_same = other.value() == chosen.value() || (wanted.is_some() && said(other) == wanted);
        is_same && !other.name().starts_with("x-")
    })
}
