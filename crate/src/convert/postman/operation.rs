//! Requests as operations: those with the same method and path are one.

use std::collections::HashMap;

use super::address::with_variables;
use super::fields::{self, Parameters};
use super::items::Request;
use super::server::Server;
use super::sign_in::{Kind, Way, kind_of};
use super::{Same, Unique, bodies, described, responses};
use crate::convert::draft::{Content, Origin, Part, origin};
use crate::convert::guess;
use crate::convert::remark::RemarkKind;
use crate::convert::work::Work;
use crate::openapi::METHODS;
use crate::text::{capitalize, words};

/// The operations, in the order of the first request of each.
#[derive(Default)]
pub(super) struct Operations<'a> {
    list: Vec<Same<'a>>,
    /// Where those with a method, a base and a path stand; names of variables do not tell paths apart.
    known: HashMap<String, usize>,
}

impl<'a> Operations<'a> {
    pub(super) fn add(&mut self, request: Request<'a>) {
        let path = with_variables(&request.address.path, |_| "{}".to_owned());
        let key = format!("{} {}{path}", request.method, request.address.base);
        let number = *self.known.entry(key).or_insert(self.list.len());
        match self.list.get_mut(number) {
            Some(same) => same.push(request),
            None => self.list.push(vec![request]),
        }
    }

    pub(super) fn write(self, document: Part, server: &Server, way: Option<&Way>, work: &mut Work) {
        let paths = work.draft.set(document, "paths", Content::Object, Origin::NOWHERE);
        let mut ids = Unique::default();
        let mut alike: HashMap<String, usize> = HashMap::new();
        for first in self.list.iter().filter_map(|same| same.first()) {
            *alike.entry(without_numbers(first)).or_default() += 1;
        }
        for same in &self.list {
            let Some(first) = same.first() else { continue };
            if alike.get(&without_numbers(first)).is_some_and(|count| *count > 1) {
                work.remark(
                    RemarkKind::Open,
                    "Addresses that differ in a number alone are actions of their own.",
                    "Where the number says which one is meant, write `:id` for it in Postman, in one of these requests, take \
                     the others out, and convert anew: who builds a workflow then fills it in.",
                    first.address.value.span(),
                    None,
                );
            }
            if !METHODS.contains(&&*first.method) {
                work.remark(
                    RemarkKind::Lost,
                    format!("A request by `{}` is left out.", first.method.to_ascii_uppercase()),
                    "OpenAPI 2.0 knows GET, PUT, POST, DELETE, OPTIONS, HEAD and PATCH.",
                    first.item.span(),
                    None,
                );
                continue;
            }
            let path = work.draft.object(paths, &server.path(first));
            let operation = work.draft.set(path, &first.method, Content::Object, origin(first.item));
            if same.len() > 1 {
                work.remark(
                    RemarkKind::Chosen,
                    "Several requests with the same method and address are one action.",
                    "It has the fields of all of them, and the name of the first.",
                    first.item.span(),
                    Some(operation),
                );
            }
            write_one(operation, same, &mut ids, way, work);
        }
    }
}

/// What the request asks of which path, whatever the numbers in that are.
fn without_numbers(request: &Request<'_>) -> String {
    let is_number = |step: &str| !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit());
    let steps = request.address.path.split('/').map(|step| if is_number(step) { "0" } else { step });
    format!("{} {}{}", request.method, request.address.base, steps.collect::<Vec<_>>().join("/"))
}

fn write_one(operation: Part, same: &Same<'_>, ids: &mut Unique, way: Option<&Way>, work: &mut Work) {
    let Some(first) = same.first() else { return };
    let name = first.name();
    let id = ids.take(&guess::id(&name, &first.method, &first.address.path));
    work.draft.set(operation, "operationId", id, Origin::NOWHERE);
    let summary = if name.trim().is_empty() { capitalize(&words(&first.address.path)) } else { name.trim().to_owned() };
    work.draft.set(operation, "summary", summary, first.item.get("name").map_or(Origin::NOWHERE, origin));
    if let Some((text, from)) = described(first.content).or_else(|| described(first.item)) {
        work.draft.set(operation, "description", text, origin(from));
    }
    if let Some(folder) = &first.folder {
        let tags = work.draft.array(operation, "tags");
        work.draft.push(tags, folder.clone(), Origin::NOWHERE);
    }
    let list = work.draft.set(operation, "parameters", Content::Array, Origin::NOWHERE);
    let mut parameters = Parameters::new(list);
    fields::write(&mut parameters, same, way, work);
    let consumed = bodies::write(&mut parameters, same, work);
    let produced = responses::write(operation, same, work);
    for (key, types) in [("consumes", consumed.into_iter().collect()), ("produces", produced)] {
        if !types.is_empty() {
            let media_types = work.draft.array(operation, key);
            for media_type in types {
                work.draft.push(media_types, media_type, Origin::NOWHERE);
            }
        }
    }
    if work.draft.is_empty(list) {
        work.draft.remove(list);
    }
    if way.is_some() && kind_of(first) == Kind::Open {
        work.draft.set(operation, "security", Content::Array, Origin::NOWHERE);
    }
}
