use crate::diagnostic::Diagnostic;
use crate::json::{Kind, Value};
use crate::openapi::Document;
use crate::openapi::shape::{Fault, Problem};
use crate::openapi::vocabulary::{ObjectKind, Rest, SCHEMA, Type};
use crate::rules::wording::{describe, name};
use crate::rules::{Findings, problems, relocation, required_list};
use crate::text::Edit;

super::rule! {
    /// A value is of another type than OpenAPI 2.0 wants there.
    ///
    /// A number without quotes where a string is due, a string where a list is due: Nintex refuses the whole file for
    /// it.
    ///
    /// ## Bad
    /// ```json
    /// { "info": { "title": "Directory", "version": «1.0» }, "schemes": «"https"» }
    /// ```
    /// ## Fix: Put it into quotes
    /// ```json
    /// { "info": { "title": "Directory", "version": "1.0" }, "schemes": "https" }
    /// ```
    /// ## Bad
    /// ```json
    /// { "security": «{ "key": [] }» }
    /// ```
    /// ## Fix: Make it an array
    /// ```json
    /// { "security": [{ "key": [] }] }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Person": {
    ///       "properties": {
    ///         "name": { "type": "string", "required": «true» },
    ///         "age": { "type": "integer", "required": «false» }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: List the required properties in the object
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Person": {
    ///       "properties": {
    ///         "name": { "type": "string" },
    ///         "age": { "type": "integer" }
    ///       },
    ///       "required": ["name"]
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "parameters": { "p": { "name": "p", "in": "body", "required": «["a"]», "schema": { "type": "object" } } } }
    /// ```
    /// ## Fix: Move `required` into the schema
    /// ```json
    /// { "parameters": { "p": { "name": "p", "in": "body", "schema": { "type": "object", "required": ["a"] } } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "info": { "title": "Directory", "version": "1.0" }, "schemes": ["https"] }
    /// ```
    Error "wrong-type" Documented from "https://spec.openapis.org/oas/v2.0"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for problem in problems::general(document) {
        let Fault::WrongType { value, expected, repair } = &problem.fault else { continue };
        let message = format!("{} must be {}, but is {}.", place(problem, *value), expected.describe(), describe(*value));
        let diagnostic = problems::report(findings, problem, message);
        if let Some(repair) = repair.as_deref().filter(|_| !is_list_for_map(*value, expected)) {
            offer_repair(diagnostic, *value, repair);
        } else if is_key(problem, "required") && problem.object.kind == ObjectKind::Schema {
            offer_required_list(diagnostic, *value);
        } else if is_key(problem, "required") && value.is_array() {
            offer_schema(document, diagnostic, *value);
        }
    }
}

fn is_key(problem: &Problem<'_>, name: &str) -> bool {
    problem.key.is_some_and(|key| key.name == name)
}

/// What the value is in its object: "`required` of the parameter `id`".
fn place(problem: &Problem<'_>, value: Value<'_>) -> String {
    let within_list = value.parent().filter(|parent| parent.is_array());
    let named = within_list.unwrap_or(value);
    let Some(member) = named.member() else {
        return crate::rules::wording::capitalize(&name(problem.object, value));
    };
    let what = format!("`{}` of {}", member.name(), name(problem.object, member.object()));
    if within_list.is_some() { format!("Each item of {what}") } else { crate::rules::wording::capitalize(&what) }
}

/// Whether there is a list of things where a map of them by name is due: its one item is no map.
fn is_list_for_map(value: Value<'_>, expected: &Type) -> bool {
    value.is_array() && matches!(expected, Type::Object(object) if matches!(object.rest, Rest::Entries { .. }))
}

fn offer_repair(diagnostic: &mut Diagnostic, value: Value<'_>, repair: &str) {
    let title = title(value, repair);
    let edits = write(value, repair);
    if value.is_array() && repair.starts_with('{') {
        diagnostic.review_fix(title, "What is in it is then checked as well.", edits);
    } else {
        diagnostic.safe_fix(title, edits);
    }
}

fn title(value: Value<'_>, repair: &str) -> &'static str {
    match value.kind() {
        _ if repair.starts_with('[') => "Make it an array",
        Kind::Array => "Take it out of the array",
        Kind::String => "Take the quotes away",
        _ => "Put it into quotes",
    }
}

/// Writes the repair, and leaves what stays of the value as it is written.
fn write(value: Value<'_>, repair: &str) -> Vec<Edit> {
    let span = value.span();
    match repair.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')) {
        Some(inner) if inner == value.source() => vec![Edit::insert(span.start, "["), Edit::insert(span.end, "]")],
        _ => vec![Edit::replace(span, repair)],
    }
}

/// `"required": true` in a property is how JSON Schema had it long ago.
fn offer_required_list(diagnostic: &mut Diagnostic, required: Value<'_>) {
    if let Some(edits) = required_list::edits(required) {
        diagnostic.safe_fix("List the required properties in the object", edits);
    }
}

/// A list of required properties beside a body's schema belongs in it.
fn offer_schema(document: &Document<'_>, diagnostic: &mut Diagnostic, required: Value<'_>) {
    let Some(member) = required.member() else { return };
    let is_schema = |schema: &Value<'_>| document.object_at(*schema).is_some_and(|object| object.kind == ObjectKind::Schema);
    let Some(schema) = member.object().get("schema").filter(is_schema) else { return };
    if schema.get("$ref").is_none() {
        relocation::offer(diagnostic, member, &SCHEMA, schema, "into the schema");
    }
}
