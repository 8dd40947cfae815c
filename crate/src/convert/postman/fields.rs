//! Path variables, queries, headers and forms as parameters.

use std::collections::HashSet;

use super::address::Field;
use super::items::Request;
use super::sign_in::{Way, is_key};
use super::{Same, described, is_disabled, leave_disabled};
use crate::convert::draft::{Content, Origin, Part, origin};
use crate::convert::guess::kind_of;
use crate::convert::remark::RemarkKind;
use crate::convert::work::Work;
use crate::json::Value;
use crate::text::secret::{is_random, secrets};
use crate::text::{Span, capitalize, words};

/// Headers that the sender writes by itself, or that follow from what is sent.
const BY_ITSELF: [&str; 14] = [
    "accept",
    "accept-encoding",
    "accept-language",
    "authorization",
    "cache-control",
    "connection",
    "content-length",
    "content-type",
    "cookie",
    "host",
    "origin",
    "postman-token",
    "referer",
    "user-agent",
];

/// A parameter to be written.
pub(super) struct Parameter<'p> {
    pub(super) name: &'p str,
    pub(super) place: &'static str,
    pub(super) kind: &'static str,
    pub(super) description: Option<String>,
    pub(super) required: bool,
    /// What it has where nobody fills it in.
    pub(super) default: Option<String>,
    pub(super) origin: Origin,
}

/// The parameters of an operation.
pub(super) struct Parameters {
    /// Their list in the draft.
    pub(super) list: Part,
    /// The name and place of each.
    present: HashSet<(String, &'static str)>,
}

impl Parameters {
    /// Those of `list`, which is empty.
    pub(super) fn new(list: Part) -> Self {
        Self { list, present: HashSet::new() }
    }
}

/// Adds a parameter, unless there is one of that name in that place.
pub(super) fn add(parameters: &mut Parameters, parameter: Parameter<'_>, work: &mut Work) {
    if !parameters.present.insert((parameter.name.to_owned(), parameter.place)) {
        return;
    }
    let part = work.draft.push(parameters.list, Content::Object, parameter.origin);
    work.draft.set(part, "name", parameter.name, Origin::NOWHERE);
    work.draft.set(part, "in", parameter.place, Origin::NOWHERE);
    let label = capitalize(&words(parameter.name));
    if !label.is_empty() && label != parameter.name {
        work.draft.set(part, "x-ntx-summary", label, Origin::NOWHERE);
    }
    if let Some(description) = parameter.description {
        work.draft.set(part, "description", description, Origin::NOWHERE);
    }
    work.draft.set(part, "required", parameter.required, Origin::NOWHERE);
    work.draft.set(part, "type", parameter.kind, Origin::NOWHERE);
    if let Some(value) = parameter.default {
        let content = match parameter.kind {
            "integer" => Content::Number(value),
            "boolean" => Content::Boolean(value == "true"),
            _ => Content::String(value),
        };
        work.draft.set(part, "default", content, Origin::NOWHERE);
        work.remark(
            RemarkKind::Chosen,
            "The value that a header has in the collection became its `default`.",
            "Who builds a workflow can change it there. Take the `default` out where it is somebody's own.",
            parameter.origin.value.unwrap_or_default(),
            Some(part),
        );
    }
}

/// What all of the same requests send beside the body.
pub(super) fn write(parameters: &mut Parameters, same: &Same<'_>, way: Option<&Way>, work: &mut Work) {
    for step in same.first().iter().flat_map(|request| &request.address.steps) {
        let parameter = Parameter {
            name: &step.name,
            place: "path",
            kind: "string",
            description: step.entry.and_then(described).map(|(text, _)| text),
            required: true,
            default: None,
            origin: step.entry.map_or(Origin::NOWHERE, origin),
        };
        add(parameters, parameter, work);
    }
    for request in same {
        for field in &request.address.query {
            query(parameters, field, way, work);
        }
        headers(parameters, request, same, way, work);
    }
}

/// Says that what the collection has for a field does not come along.
pub(super) fn leave_value(place: Span, work: &mut Work) {
    work.remark(
        RemarkKind::Lost,
        "The value that a field has in the collection is left out.",
        "It may be a sample, or somebody's own. Where the service needs it in each call, write it as the `default` of the \
         field.",
        place,
        None,
    );
}

/// What every one of these requests that has the header sends in it: the version of an interface, and the like. None
/// where they differ, and where it can be a key, or somebody's own.
fn constant(name: &str, same: &Same<'_>) -> Option<String> {
    const LONGEST: usize = 40;
    let is_sent = |other: &str, entry: Value<'_>| other.eq_ignore_ascii_case(name) && !is_disabled(entry);
    let mut values = same
        .iter()
        .flat_map(super::items::Request::headers)
        .filter(|(other, _, entry)| is_sent(other, *entry))
        .map(|(_, value, _)| value);
    let first = values.next()?;
    let is_open = !first.trim().is_empty() && first.len() <= LONGEST && !first.contains("{{");
    let is_secret = || is_random(&first) || !secrets(&first).is_empty();
    (is_open && !is_secret() && values.all(|value| value == first)).then(|| first.trim().to_owned())
}

fn query(parameters: &mut Parameters, field: &Field<'_>, way: Option<&Way>, work: &mut Work) {
    if way.is_some_and(|way| way.sends(&field.name, "query")) {
        return;
    }
    if let Some(entry) = field.entry.filter(|entry| is_disabled(*entry)) {
        return leave_disabled(entry, work);
    }
    if is_key(&field.name) {
        return leave_key(field.place, work);
    }
    if !field.value.is_empty() {
        leave_value(field.place, work);
    }
    let parameter = Parameter {
        name: &field.name,
        place: "query",
        kind: kind_of(&field.value),
        description: field.description.clone(),
        required: false,
        default: None,
        origin: field.entry.map_or(Origin::NOWHERE, origin),
    };
    add(parameters, parameter, work);
}

/// Says that a key, a token or a cookie is left out that is sent beside what the connection sends.
fn leave_key(place: Span, work: &mut Work) {
    work.remark(
        RemarkKind::Lost,
        "A key or cookie is left out that is sent beside what the connection sends.",
        "A connection sends one. If the service wants it as well, add a parameter of that name: who builds the workflow \
         fills it in.",
        place,
        None,
    );
}

fn headers(parameters: &mut Parameters, request: &Request<'_>, same: &Same<'_>, way: Option<&Way>, work: &mut Work) {
    for (name, value, entry) in request.headers() {
        let is_sent_anyway = BY_ITSELF.iter().any(|own| name.eq_ignore_ascii_case(own));
        let is_sign_in = is_key(&name) || ["authorization", "cookie"].iter().any(|own| name.eq_ignore_ascii_case(own));
        if name.is_empty() || way.is_some_and(|way| way.sends(&name, "header")) {
            continue;
        }
        if is_disabled(entry) && (is_sign_in || !is_sent_anyway) {
            leave_disabled(entry, work);
            continue;
        }
        if is_sign_in {
            leave_key(entry.span(), work);
        }
        if is_sign_in || is_sent_anyway {
            continue;
        }
        let parameter = Parameter {
            name: &name,
            place: "header",
            kind: kind_of(&value),
            description: described(entry).map(|(text, _)| text),
            required: false,
            default: constant(&name, same),
            origin: origin(entry),
        };
        add(parameters, parameter, work);
    }
}
