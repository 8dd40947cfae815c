//! What requests send: JSON, forms, files, text.

use super::fields::{Parameter, Parameters, add, leave_value};
use super::{Same, described, is_disabled, leave_disabled, media_type};
use crate::convert::draft::{Content, Origin, Part, origin};
use crate::convert::guess::kind_of;
use crate::convert::remark::RemarkKind;
use crate::convert::sample;
use crate::convert::work::Work;
use crate::json::{Value, parse};

/// Writes the body of the same requests into their parameters, and gives the media type that it has; none without one.
pub(super) fn write(parameters: &mut Parameters, same: &Same<'_>, work: &mut Work) -> Option<String> {
    let bodies: Vec<Value<'_>> = same
        .iter()
        .filter_map(|request| request.content.get("body"))
        .filter(|body| body.is_object() && !is_disabled(*body))
        .collect();
    let first = *bodies.iter().find(|body| !is_empty(**body))?;
    let method = same.first().map_or("", |request| &request.method);
    if matches!(method, "get" | "head" | "delete") {
        work.remark(
            RemarkKind::Lost,
            format!("The body of a `{}` request is left out.", method.to_ascii_uppercase()),
            "Programs on the way may drop it, and OpenAPI does not say what it would mean.",
            first.span(),
            None,
        );
        return None;
    }
    let mode = first.get_str("mode")?;
    let of_mode = || bodies.iter().filter(|body| body.get_str("mode").is_some_and(|own| own == mode));
    match &*mode {
        "urlencoded" => {
            form(parameters, of_mode().flat_map(|body| body.items_of("urlencoded")), work);
            Some("application/x-www-form-urlencoded".to_owned())
        }
        "formdata" => {
            form(parameters, of_mode().flat_map(|body| body.items_of("formdata")), work);
            Some("multipart/form-data".to_owned())
        }
        "raw" => Some(raw(parameters.list, same, &of_mode().copied().collect::<Vec<_>>(), work)),
        "graphql" => {
            graphql(parameters.list, first, work);
            Some("application/json".to_owned())
        }
        "file" => {
            let schema = body(parameters.list, first, work);
            work.draft.set(schema, "type", "string", Origin::NOWHERE);
            work.draft.set(schema, "format", "binary", Origin::NOWHERE);
            Some("application/octet-stream".to_owned())
        }
        _ => None,
    }
}

/// Whether nothing is sent: Postman keeps an empty body of each request that once had one.
fn is_empty(body: Value<'_>) -> bool {
    let Some(mode) = body.get_str("mode") else { return true };
    match body.get(&mode) {
        None => true,
        Some(text) if text.as_str().is_some() => text.as_str().is_some_and(|text| text.trim().is_empty()),
        Some(list) => list.is_array() && list.items().next().is_none(),
    }
}

fn form<'a>(parameters: &mut Parameters, entries: impl Iterator<Item = Value<'a>>, work: &mut Work) {
    for entry in entries {
        let Some(name) = entry.get_str("key").filter(|name| !name.is_empty()) else { continue };
        if is_disabled(entry) {
            leave_disabled(entry, work);
            continue;
        }
        let is_file = entry.get_str("type").is_some_and(|kind| kind == "file");
        let value = entry.get_str("value").unwrap_or_default();
        if !is_file && !value.is_empty() {
            leave_value(entry.span(), work);
        }
        let parameter = Parameter {
            name: &name,
            place: "formData",
            kind: if is_file { "file" } else { kind_of(&value) },
            description: described(entry).map(|(text, _)| text),
            required: false,
            default: None,
            origin: origin(entry),
        };
        add(parameters, parameter, work);
    }
}

/// Adds the parameter for a body, and gives its schema.
fn body(list: Part, from: Value<'_>, work: &mut Work) -> Part {
    let part = work.draft.push(list, Content::Object, origin(from));
    work.draft.set(part, "name", "body", Origin::NOWHERE);
    work.draft.set(part, "in", "body", Origin::NOWHERE);
    work.draft.set(part, "required", true, Origin::NOWHERE);
    work.draft.set(part, "schema", Content::Object, Origin::NOWHERE)
}

fn raw(list: Part, same: &Same<'_>, bodies: &[Value<'_>], work: &mut Work) -> String {
    let texts: Vec<_> = bodies.iter().filter_map(|body| body.get_str("raw")).collect();
    let Some(first) = bodies.first().copied() else { return "text/plain".to_owned() };
    let schema = body(list, first, work);
    let trees: Vec<_> = texts.iter().map(|text| parse(text)).collect();
    let is_json = |value: &Value<'_>| value.is_object() || value.is_array();
    let samples: Vec<Value<'_>> = trees.iter().filter_map(crate::json::Tree::root).filter(is_json).collect();
    let told = told_type(same);
    let is_xml = texts.iter().any(|text| text.trim_start().starts_with('<'));
    if samples.is_empty() || is_xml {
        work.draft.set(schema, "type", "string", Origin::NOWHERE);
        return told.unwrap_or_else(|| if is_xml { "application/xml" } else { "text/plain" }.to_owned());
    }
    if texts.iter().any(|text| has_bare_variable(text)) {
        work.remark(
            RemarkKind::Changed,
            "A variable without quotes in a body became a text.",
            "What it stands for is not known: where the service takes a number, or `true` or `false`, write that type.",
            first.span(),
            Some(schema),
        );
    }
    sample::schema_within(work, schema, &samples, first.span());
    told.filter(|told| told.contains("json")).unwrap_or_else(|| "application/json".to_owned())
}

/// Whether a variable stands outside quotes: for a number, say, or for more than one value.
fn has_bare_variable(text: &str) -> bool {
    let mut is_quoted = false;
    let mut is_escaped = false;
    let mut last = ' ';
    for one in text.chars() {
        match one {
            '{' if last == '{' && !is_quoted => return true,
            '"' if !is_escaped => is_quoted = !is_quoted,
            _ => {}
        }
        is_escaped = one == '\\' && !is_escaped;
        last = one;
    }
    false
}

/// What the requests say that they send.
fn told_type(same: &Same<'_>) -> Option<String> {
    let mut headers = same.iter().flat_map(super::items::Request::headers);
    let (_, value, _) =
        headers.find(|(name, _, entry)| name.eq_ignore_ascii_case("content-type") && !is_disabled(*entry))?;
    media_type(&value)
}

fn graphql(list: Part, from: Value<'_>, work: &mut Work) {
    let schema = body(list, from, work);
    let asked = from.get("graphql");
    work.draft.set(schema, "type", "object", Origin::NOWHERE);
    let properties = work.draft.object(schema, "properties");
    let query = work.draft.object(properties, "query");
    work.draft.set(query, "type", "string", Origin::NOWHERE);
    if let Some(text) = asked.and_then(|asked| asked.get("query")).filter(|text| text.as_str().is_some()) {
        work.draft.copy(query, "default", text);
    }
    let variables = asked.and_then(|asked| asked.get_str("variables")).unwrap_or_default();
    let tree = parse(&variables);
    if let Some(root) = tree.root().filter(|root| root.is_object()) {
        let part = work.draft.object(properties, "variables");
        sample::schema_within(work, part, &[root], from.span());
    }
}
