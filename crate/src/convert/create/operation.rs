//! The first operation of a new Xtension.

use super::Making;
use super::address::Address;
use super::form::{FirstOperation, FormField, KeyPlace, SignIn};
use crate::convert::draft::{Content, Origin, Part};
use crate::convert::{guess, sample};
use crate::json::{Tree, Value, parse};
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
    let Some(tree) = sample(text, FormField::Request, making) else { return };
    let Some(root) = tree.root() else { return };
    if matches!(method, "get" | "head" | "delete") {
        let message = format!(
            "A {} sends no body: it is left out. Choose POST, PUT or PATCH to send one.",
            method.to_ascii_uppercase()
        );
        return making.advice(FormField::Request, message);
    }
    let draft = &mut making.work.draft;
    let consumes = draft.set(operation, "consumes", Content::Array, Origin::NOWHERE);
    draft.push(consumes, "application/json", Origin::NOWHERE);
    let part = draft.push(parameters, Content::Object, Origin::NOWHERE);
    draft.set(part, "name", "body", Origin::NOWHERE);
    draft.set(part, "in", "body", Origin::NOWHERE);
    draft.set(part, "required", true, Origin::NOWHERE);
    let schema = draft.set(part, "schema", Content::Object, Origin::NOWHERE);
    schema_of(root, schema, FormField::Request, making);
    making.is_nested |= is_nested(root);
}

/// Whether the designer shows fields of it only where nested ones are shown.
fn is_nested(root: Value<'_>) -> bool {
    let is_inner = |value: Value<'_>| value.is_object() || (value.is_array() && value.items().any(Value::is_object));
    root.is_array() || root.members().any(|member| is_inner(member.value()))
}

fn response(text: &str, operation: Part, making: &mut Making) {
    let tree = sample(text, FormField::Response, making);
    let draft = &mut making.work.draft;
    if tree.is_some() {
        let produces = draft.set(operation, "produces", Content::Array, Origin::NOWHERE);
        draft.push(produces, "application/json", Origin::NOWHERE);
    }
    let responses = draft.set(operation, "responses", Content::Object, Origin::NOWHERE);
    let response = draft.set(responses, "200", Content::Object, Origin::NOWHERE);
    draft.set(response, "description", "OK", Origin::NOWHERE);
    match tree.as_ref().and_then(Tree::root) {
        Some(root) => {
            let schema = draft.set(response, "schema", Content::Object, Origin::NOWHERE);
            schema_of(root, schema, FormField::Response, making);
        }
        None if text.trim().is_empty() => making.advice(
            FormField::Response,
            "Without an example of an answer, the action gives nothing to the workflow. One can be added later.",
        ),
        None => {}
    }
}

fn sample<'t>(text: &'t str, field: FormField, making: &mut Making) -> Option<Tree<'t>> {
    if text.trim().is_empty() {
        return None;
    }
    let tree = parse(text);
    if tree.errors().is_empty() && tree.root().is_some() {
        return Some(tree);
    }
    making.fault(field, "The example is no sound JSON.");
    None
}

fn schema_of(root: Value<'_>, schema: Part, field: FormField, making: &mut Making) {
    sample::schema(&mut making.work, schema, &[root]);
    // What the example leaves open, once for each kind.
    let Ok(alone) = sample::schema_of(&[root.source()]) else { return };
    let mut told: Vec<String> = Vec::new();
    for remark in alone.remarks {
        if !told.contains(&remark.message) {
            making.advice(field, format!("{} {}", remark.message, remark.because));
            told.push(remark.message);
        }
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
