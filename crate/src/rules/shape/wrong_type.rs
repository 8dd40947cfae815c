mod by_name;
mod conversion;
mod short;
#[cfg(test)]
mod tests;

use conversion::{Conversion, conversion};

use crate::diagnostic::Diagnostic;
use crate::json::{Kind, Value, edit};
use crate::openapi::Document;
use crate::openapi::shape::{Fault, Problem};
use crate::openapi::vocabulary::{ObjectKind, Rest, SCHEMA, Type};
use crate::rules::draft::Draft;
use crate::rules::wording::{describe, name, name_first};
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
    /// { "parameters": { "p": { "name": "p", "in": "body", "required": «["a"]», "schema": { "type": "object" } } } }
    /// ```
    /// ## Fix: Move `required` into the schema
    /// ```json
    /// { "parameters": { "p": { "name": "p", "in": "body", "schema": { "type": "object", "required": ["a"] } } } }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "parameters": «{
    ///           "page": { "in": "query", "type": "integer" }
    ///         }»,
    ///         "responses": { "200": { "description": "OK" } }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Make it an array, with an item for each
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "parameters": [
    ///           {
    ///             "name": "page",
    ///             "in": "query",
    ///             "type": "integer"
    ///           }
    ///         ],
    ///         "responses": { "200": { "description": "OK" } }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Person": { "properties": «[{ "name": "age", "type": "integer" }]» } } }
    /// ```
    /// ## Fix: Make it an object, with an entry for each
    /// ```json
    /// { "definitions": { "Person": { "properties": {"age": {"type": "integer"}} } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Person": { "properties": { "kind": { "type": "string", "enum": «"a, b"» } } } } }
    /// ```
    /// ## Fix: Make it an array of 2
    /// ```json
    /// { "definitions": { "Person": { "properties": { "kind": { "type": "string", "enum": ["a", "b"] } } } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Person": { "type": "object", "title": «null» } } }
    /// ```
    /// ## Fix: Remove `title`: it says nothing
    /// ```json
    /// { "definitions": { "Person": { "type": "object" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "security": [{ "key": «null» }] }
    /// ```
    /// ## Fix: Write an empty list
    /// ```json
    /// { "security": [{ "key": [] }] }
    /// ```
    /// ## Bad
    /// ```json
    /// { "x-ntx-render-version": «"v2"» }
    /// ```
    /// ## Fix: Write `2`
    /// ```json
    /// { "x-ntx-render-version": 2 }
    /// ```
    /// ## Fix: Remove `x-ntx-render-version`
    /// ```json
    /// {}
    /// ```
    /// ## Good
    /// ```json
    /// { "info": { "title": "Directory", "version": "1.0" }, "schemes": ["https"] }
    /// ```
    Error "wrong-type" Documented from "https://spec.openapis.org/oas/v2.0"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for problem in problems::general(document).filter(|problem| !required_list::is_boolean(problem)) {
        let Fault::WrongType { value, expected, repair } = &problem.fault else { continue };
        let message = format!("{} must be {}, but is {}.", place(problem, *value, expected), expected.describe(), describe(*value));
        let is_full = findings.is_full();
        let diagnostic = problems::report(findings, problem, message);
        if !is_full {
            offer(document, diagnostic, problem, *value, expected, repair.as_deref());
        }
    }
}

fn offer(
    document: &Document<'_>,
    diagnostic: &mut Diagnostic,
    problem: &Problem<'_>,
    value: Value<'_>,
    expected: &Type,
    repair: Option<&str>,
) {
    if let Some(Conversion { title, fragment, consequence }) = conversion(document, value, expected) {
        let edits = [edit::replace_value(value, &fragment)];
        match consequence {
            Some(consequence) => diagnostic.review_fix(title, consequence, edits),
            None => diagnostic.safe_fix(title, edits),
        };
        return;
    }
    if value.source() == "[]" && matches!(expected, Type::Object(_)) {
        diagnostic.safe_fix("Make it an empty object", [Edit::replace(value.span(), "{}")]);
        return;
    }
    if let Some(repair) = repair.filter(|_| !is_list_for_map(value, expected)) {
        offer_repair(diagnostic, value, repair);
    } else if value.kind() == Kind::Null {
        offer_without_null(diagnostic, problem, value);
    } else if is_key(problem, "exclusiveMinimum") || is_key(problem, "exclusiveMaximum") {
        offer_limit(diagnostic, value);
    } else if is_key(problem, "required") && value.is_array() {
        offer_schema(document, diagnostic, value);
    } else if problem.key.is_none_or(|key| !key.required) {
        if let Type::OneOfNumbers([only]) = expected {
            let consequence = "It then does what it is there for.";
            diagnostic.review_fix(format!("Write `{only}`"), consequence, [Edit::replace(value.span(), *only)]);
        }
        offer_removal(diagnostic, value);
    }
}

fn offer_removal(diagnostic: &mut Diagnostic, value: Value<'_>) {
    let consequence = "What it says is lost; as it is, nothing can read it.";
    if let Some(member) = value.member() {
        diagnostic.review_fix(format!("Remove `{}`", member.name()), consequence, [edit::remove_member(member)]);
    } else if let Some(edit) = edit::remove_item(value) {
        diagnostic.review_fix("Remove the item", consequence, [edit]);
    }
}

/// A null says nothing, so it can go; where something must stand, it becomes an empty text.
fn offer_without_null(diagnostic: &mut Diagnostic, problem: &Problem<'_>, null: Value<'_>) {
    let is_text = problem.key.is_some_and(|key| key.required && matches!(key.value, Type::Text));
    if is_text {
        diagnostic.safe_fix("Write an empty text", [Edit::replace(null.span(), "\"\"")]);
    } else if problem.object.kind == ObjectKind::SecurityRequirement {
        // Without the name, nobody would sign in any more.
        diagnostic.safe_fix("Write an empty list", [Edit::replace(null.span(), "[]")]);
    } else if let Some(member) = null.member() {
        diagnostic.safe_fix(format!("Remove `{}`: it says nothing", member.name()), [edit::remove_member(member)]);
    } else if let Some(edit) = edit::remove_item(null) {
        diagnostic.safe_fix("Remove the item: it says nothing", [edit]);
    }
}

/// Later versions of JSON Schema have the number itself there.
fn offer_limit(diagnostic: &mut Diagnostic, number: Value<'_>) {
    let Some(member) = number.member().filter(|_| number.kind() == Kind::Number) else { return };
    let limit = if member.is("exclusiveMinimum") { "minimum" } else { "maximum" };
    if member.object().get(limit).is_none() {
        let mut draft = Draft::default();
        draft.add(limit, number.source());
        draft.add(&member.name(), "true");
        diagnostic.safe_fix(format!("Write it as `{limit}`, and `true` here"), draft.instead_of(member));
    }
}

fn is_key(problem: &Problem<'_>, name: &str) -> bool {
    problem.key.is_some_and(|key| key.name == name)
}

/// What the value is in its object: "`required` of the parameter `id`".
fn place(problem: &Problem<'_>, value: Value<'_>, expected: &Type) -> String {
    if let (None, Type::Object(object) | Type::ObjectOrReference(object)) = (problem.key, expected)
        && value.member().is_some()
    {
        return name_first(object, value);
    }
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

/// A list of required properties beside a body's schema belongs in it.
fn offer_schema(document: &Document<'_>, diagnostic: &mut Diagnostic, required: Value<'_>) {
    let Some(member) = required.member() else { return };
    let is_schema = |schema: &Value<'_>| document.object_at(*schema).is_some_and(|object| object.kind == ObjectKind::Schema);
    let Some(schema) = member.object().get("schema").filter(is_schema) else { return };
    if schema.get("$ref").is_none() {
        relocation::offer(diagnostic, member, &SCHEMA, schema, "into the schema");
    }
}
