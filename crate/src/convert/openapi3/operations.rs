//! Paths and their operations.

use std::collections::HashSet;

use super::names::free;
use super::{Job, RemarkKind, is_said, words};
use crate::convert::draft::{Content, Part, origin};
use crate::json::{Member, Value};

pub(super) const METHODS: [&str; 7] = ["get", "put", "post", "delete", "options", "head", "patch"];

const OTHER_METHOD: words::Words = (
    "An operation is left out whose method OpenAPI 2.0 does not have.",
    "It has get, put, post, delete, options, head and patch.",
);
const CALLBACKS: words::Words =
    ("Callbacks are left out.", "They are calls that the API makes, and an Xtension only makes calls itself.");
const SLASH: words::Words = ("A path got a slash in front.", "In OpenAPI 2.0 all paths begin with one.");
const PATH_SUMMARY: words::Words =
    ("What describes a path as a whole is left out.", "OpenAPI 2.0 describes operations only.");
const SAME_ID: words::Words =
    ("An `operationId` that was there twice got a number.", "Each action needs an `operationId` of its own.");

impl<'a> Job<'a> {
    /// Writes all paths.
    pub(super) fn paths(&mut self, paths: Part, from: Value<'a>) {
        for member in from.members() {
            let name = member.name();
            if name.starts_with("x-") {
                self.put_all(paths, &name, member.value());
                continue;
            }
            let Some(item) = self.followed(member.value()) else { continue };
            if item != member.value() && !self.may_repeat(item) {
                self.lost(words::TOO_OFTEN, member.value());
                continue;
            }
            let own_name = if name.starts_with('/') { name.into_owned() } else { format!("/{name}") };
            let path = self.put_object(paths, &own_name, member.value());
            if !member.name().starts_with('/') {
                self.changed(SLASH, member.value(), path);
            }
            self.path(path, item, (item != member.value()).then_some(member.value()));
        }
    }

    /// Writes one path, and what stands beside the reference that it was.
    fn path(&mut self, path: Part, item: Value<'a>, beside: Option<Value<'a>>) {
        let servers = beside.and_then(|own| own.get("servers")).or_else(|| item.get("servers"));
        let mut address = servers.map(|servers| self.path_address(servers));
        for member in beside.into_iter().flat_map(Value::members).chain(item.members()) {
            let value = member.value();
            match &*member.name() {
                "parameters" => self.parameters_of(path, value),
                "servers" | "$ref" | "summary" | "description" => {}
                "additionalOperations" => {
                    for operation in value.members() {
                        self.lost(OTHER_METHOD, operation.value());
                    }
                }
                "trace" | "query" => self.lost(OTHER_METHOD, value),
                method if METHODS.contains(&method) && value.is_object() => {
                    if self.work.draft.get(path, method).is_none() {
                        let operation = self.put_object(path, method, value);
                        self.operation(operation, value, &mut address);
                    }
                }
                name if name.starts_with("x-") => {
                    self.put_all(path, name, value);
                }
                _ => self.lost(words::UNKNOWN, value),
            }
        }
        self.describe(path, item);
    }

    /// What describes a path as a whole goes to its operations that have no description of their own.
    fn describe(&mut self, path: Part, item: Value<'a>) {
        let said = ["description", "summary"].iter().find_map(|key| item.get(key).filter(|text| is_said(*text)));
        let Some(said) = said else { return };
        let draft = &self.work.draft;
        let operations = draft.members(path).filter(|(name, _)| METHODS.contains(name)).map(|(_, part)| part);
        let bare: Vec<Part> = operations.filter(|part| draft.get(*part, "description").is_none()).collect();
        if bare.is_empty() {
            self.lost(PATH_SUMMARY, said);
        }
        for part in bare {
            self.put_all(part, "description", said);
        }
    }

    fn operation(&mut self, part: Part, from: Value<'a>, address: &mut Option<super::address::Override>) {
        for member in from.members() {
            self.member_of_operation(part, member);
        }
        self.body(part, from);
        self.responses(part, from.get("responses"), from);
        self.requirements_of(part, from);
        match from.get("servers") {
            Some(servers) => self.operation_address(servers, address),
            None => self.no_address(from, address),
        }
        if let Some(address) = address {
            self.write_override(part, address);
        }
    }

    fn member_of_operation(&mut self, part: Part, member: Member<'a>) {
        let value = member.value();
        match &*member.name() {
            "operationId" => self.operation_id(part, value),
            "tags" => self.operation_tags(part, value),
            "parameters" => self.parameters_of(part, value),
            "summary" | "description" | "externalDocs" | "deprecated" => {
                self.put_all(part, &member.name(), value);
            }
            "requestBody" | "responses" | "security" | "servers" => {}
            "callbacks" => {
                if value.members().next().is_some() {
                    self.lost(CALLBACKS, value);
                }
            }
            name if name.starts_with("x-") => {
                self.put_all(part, name, value);
            }
            _ => self.lost(words::UNKNOWN, value),
        }
    }

    fn operation_id(&mut self, part: Part, value: Value<'a>) {
        let Some(wanted) = value.as_str() else { return };
        let name = free(&mut self.operation_ids, &wanted);
        let is_new = name != wanted;
        let id = self.put(part, "operationId", name, origin(value));
        if is_new {
            self.remark(RemarkKind::Changed, SAME_ID, value, Some(id));
        }
    }

    fn operation_tags(&mut self, part: Part, value: Value<'a>) {
        let mut met = HashSet::new();
        let tags = self.work.draft.set(part, "tags", Content::Array, origin(value));
        for tag in value.items().filter(|tag| tag.as_str().is_some_and(|tag| met.insert(tag))) {
            self.work.draft.copy_item(tags, tag);
        }
    }
}
