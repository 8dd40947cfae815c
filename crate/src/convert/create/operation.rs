//! The first operation of a new Xtension.

use super::Making;
use super::address::Address;
use super::form::{FirstOperation, FormField, KeyPlace, SignIn};
use crate::convert::draft::{Content, Origin, Part};
use crate::convert::guess;
use crate::convert::sample::{Schema, schema_beside};
use crate::json::{Value, parse};
use crate::openapi::METHODS;
use crate::text::secret::is_secret_name;
use crate::text::{capitalize, words};

/// A path as OpenAPI writes it, with what is in it.
#[derive(Default)]
struct Path {
    written: String,
    /// The names in its braces.
    steps: Vec<String>,
    /// The names and values behind the `?`.
    query: Vec<(String, String)>,
}

/// Writes the operation; `base` is the path that it is below.
pub(super) fn write(form: &FirstOperation, sign_in: &SignIn, base: &str, document: Part, making: &mut Making) {
    let method = method(&form.method, making);
    let path = read(&form.path, base, making);
    let paths = making.work.draft.set(document, "paths", Content::Object, Origin::NOWHERE);
    let item = making.work.draft.set(paths, &path.written, Content::Object, Origin::NOWHERE);
    let operation = making.work.draft.set(item, method, Content::Object, Origin::NOWHERE);
    let label = match form.label.trim().trim_end_matches('.') {
        "" => label(method, &path),
        label => label.to_owned(),
    };
    let draft = &mut making.work.draft;
    draft.set(operation, "operationId", guess::id(&label, method, &path.written), Origin::NOWHERE);
    draft.set(operation, "summary", label, Origin::NOWHERE);
    let parameters = draft.set(operation, "parameters", Content::Array, Origin::NOWHERE);
    for name in &path.steps {
        parameter(parameters, name, "path", guess::kind_of(""), making);
    }
    for (name, value) in &path.query {
        if is_sent_by_connection(name, sign_in) {
            let message =
                format!("`{name}` is no field of the action: it looks like a key, and the connection sends keys.");
            making.advice(FormField::Path, message);
        } else {
            parameter(parameters, name, "query", guess::kind_of(value), making);
        }
    }
    request(&form.request, method, operation, parameters, making);
    if making.work.draft.is_empty(parameters) {
        making.work.draft.remove(parameters);
    }
    response(&form.response, operation, making);
}

fn method(written: &str, making: &mut Making) -> &'static str {
    let written = written.trim().to_ascii_lowercase();
    let known = METHODS.iter().copied().find(|method| *method == written);
    if known.is_none() && !written.is_empty() {
        making.fault(FormField::Method, "OpenAPI 2.0 knows GET, PUT, POST, DELETE, OPTIONS, HEAD and PATCH.");
    }
    known.unwrap_or("get")
}

fn read(text: &str, base: &str, making: &mut Making) -> Path {
    let text = text.trim().split('#').next().unwrap_or_default();
    if text.is_empty() {
        making.fault(FormField::Path, "Say the path of the operation, such as `/rooms/{id}`.");
    }
    let (place, query) = if text.contains("://") {
        let address = Address::of(text);
        (address.path, address.query)
    } else {
        let (place, query) = text.split_once('?').unwrap_or((text, ""));
        (place.to_owned(), query.to_owned())
    };
    let below =
        place.strip_prefix(base).filter(|below| !base.is_empty() && (below.is_empty() || below.starts_with('/')));
    let mut path = Path::default();
    for segment in below.unwrap_or(&place).trim_matches('/').split('/').filter(|segment| !segment.is_empty()) {
        path.written.push('/');
        step(segment, &mut path);
    }
    if path.written.is_empty() {
        path.written.push('/');
    }
    if path.written.contains(|one: char| one.is_whitespace() || "\"\\|^`".contains(one)) {
        making.fault(
            FormField::Path,
            "A path has no blanks, quotes and the like: write them as `%20`, or make them a field in braces.",
        );
    }
    for pair in query.split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let name = decoded(name);
        if !name.is_empty() && !path.query.iter().any(|(known, _)| *known == name) {
            path.query.push((name, value.to_owned()));
        }
    }
    path
}

/// Adds a part of the path: `:id`, `{{id}}` and `<id>` become `{id}`.
fn step(segment: &str, path: &mut Path) {
    let mut rest = segment;
    if let Some(name) = segment.strip_prefix(':').filter(|name| !name.is_empty()) {
        return take(name, path);
    }
    while let Some(at) = rest.find(['{', '<']) {
        let (before, from) = rest.split_at(at);
        let inner = from.trim_start_matches(['{', '<']);
        let Some(end) = inner.find(['}', '>']) else { break };
        let (name, after) = inner.split_at(end);
        path.written.push_str(before);
        take(name, path);
        rest = after.trim_start_matches(['}', '>']);
    }
    path.written.push_str(&rest.replace(['{', '}', '<', '>'], ""));
}

fn take(name: &str, path: &mut Path) {
    let plain: String = name.trim().chars().filter(|one| one.is_alphanumeric() || "-_.$".contains(*one)).collect();
    let plain = if plain.is_empty() { "id".to_owned() } else { plain };
    let mut name = plain.clone();
    let mut count = 1;
    while path.steps.contains(&name) {
        count += 1;
        name = format!("{plain}{count}");
    }
    path.written.extend(["{", &name, "}"]);
    path.steps.push(name);
}

/// The name with the characters for which `%20` and the like stand.
fn decoded(name: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = name.as_bytes();
    while let [first, after @ ..] = rest {
        let code = after.get(..2).and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        match (first, code) {
            (b'%', Some(code)) => {
                bytes.push(code);
                rest = after.get(2..).unwrap_or_default();
            }
            (b'+', _) => {
                bytes.push(b' ');
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).trim().to_owned()
}

fn is_sent_by_connection(name: &str, sign_in: &SignIn) -> bool {
    match sign_in {
        SignIn::ApiKey { name: own, place: KeyPlace::Query } if own.trim().eq_ignore_ascii_case(name) => true,
        _ => is_secret_name(name),
    }
}

fn parameter(list: Part, name: &str, place: &str, kind: &str, making: &mut Making) {
    let draft = &mut making.work.draft;
    let part = draft.push(list, Content::Object, Origin::NOWHERE);
    draft.set(part, "name", name, Origin::NOWHERE);
    draft.set(part, "in", place, Origin::NOWHERE);
    draft.set(part, "required", place == "path", Origin::NOWHERE);
    draft.set(part, "type", kind, Origin::NOWHERE);
    let label = capitalize(&words(name));
    draft.set(part, "x-ntx-summary", if label.is_empty() { name.to_owned() } else { label }, Origin::NOWHERE);
}

fn request(text: &str, method: &str, operation: Part, parameters: Part, making: &mut Making) {
    let Some(schema) = schema_of(text, FormField::Request, making) else { return };
    if matches!(method, "get" | "head" | "delete") {
        let message = format!(
            "A {} sends no body: it is left out. Choose POST, PUT or PATCH to send one.",
            method.to_ascii_uppercase()
        );
        return making.advice(FormField::Request, message);
    }
    making.is_nested |= parse(&schema.text).root().is_some_and(is_nested);
    let draft = &mut making.work.draft;
    let consumes = draft.set(operation, "consumes", Content::Array, Origin::NOWHERE);
    draft.push(consumes, "application/json", Origin::NOWHERE);
    let part = draft.push(parameters, Content::Object, Origin::NOWHERE);
    draft.set(part, "name", "body", Origin::NOWHERE);
    draft.set(part, "in", "body", Origin::NOWHERE);
    draft.set(part, "required", true, Origin::NOWHERE);
    write_schema(schema, part, FormField::Request, making);
}

/// Whether the designer shows fields of that schema only where nested ones are shown.
fn is_nested(schema: Value<'_>) -> bool {
    let has_fields = |schema: Value<'_>| ["properties", "$ref", "allOf"].iter().any(|key| schema.get(key).is_some());
    let is_inner = |schema: Value<'_>| has_fields(schema) || schema.get("items").is_some_and(has_fields);
    let is_list = schema.get("type").is_some_and(|kind| kind.is_str("array"));
    is_list || schema.members_of("properties").any(|member| is_inner(member.value()))
}

fn response(text: &str, operation: Part, making: &mut Making) {
    let schema = schema_of(text, FormField::Response, making);
    let draft = &mut making.work.draft;
    if schema.is_some() {
        let produces = draft.set(operation, "produces", Content::Array, Origin::NOWHERE);
        draft.push(produces, "application/json", Origin::NOWHERE);
    }
    let responses = draft.set(operation, "responses", Content::Object, Origin::NOWHERE);
    let response = draft.set(responses, "200", Content::Object, Origin::NOWHERE);
    draft.set(response, "description", "OK", Origin::NOWHERE);
    match schema {
        Some(schema) => write_schema(schema, response, FormField::Response, making),
        None if text.trim().is_empty() => making.advice(
            FormField::Response,
            "Without an example of an answer, the action gives nothing to the workflow. One can be added later.",
        ),
        None => {}
    }
}

/// The schema of what the form has as a sample; none where there is none.
fn schema_of(text: &str, field: FormField, making: &mut Making) -> Option<Schema> {
    if text.trim().is_empty() {
        return None;
    }
    let draft = &making.work.draft;
    let present = draft.get(draft.root(), "definitions");
    let taken =
        present.into_iter().flat_map(|present| draft.members(present)).map(|(name, _)| name.to_owned()).collect();
    let schema = schema_beside(&[text], &taken).ok();
    if schema.is_none() {
        making.fault(field, "The example is no sound JSON.");
    }
    schema
}

/// Gives `holder` the schema, and the document what that refers to.
fn write_schema(schema: Schema, holder: Part, field: FormField, making: &mut Making) {
    let draft = &mut making.work.draft;
    if let Some(root) = parse(&schema.text).root() {
        draft.copy(holder, "schema", root);
    }
    for (name, text) in &schema.definitions {
        let definitions = draft.object(draft.root(), "definitions");
        if let Some(root) = parse(text).root() {
            draft.copy(definitions, name, root);
        }
    }
    // What the example leaves open, once for each kind.
    for remark in schema.remarks {
        making.advice(field, format!("{} {}", remark.message, remark.because).trim_end());
    }
}

/// What the action is called where nobody says it.
fn label(method: &str, path: &Path) -> String {
    let verb = match method {
        "post" => "Add",
        "put" | "patch" => "Update",
        "delete" => "Delete",
        "head" | "options" => "Check",
        _ => "Get",
    };
    let last =
        path.written.rsplit('/').find(|segment| !segment.is_empty() && !segment.contains('{')).unwrap_or_default();
    format!("{verb} {}", words(last)).trim_end().to_owned()
}
