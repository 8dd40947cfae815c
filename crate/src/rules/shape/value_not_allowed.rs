use crate::diagnostic::Diagnostic;
use crate::json::edit::{self, Position};
use crate::json::{Kind, Member, Value, encode};
use crate::nintex::vocabulary::FILE_REFERENCE_FORMAT;
use crate::openapi::Document;
use crate::openapi::shape::{Fault, Problem};
use crate::openapi::vocabulary::{ObjectKind, Type, in_words, sensible};
use crate::rules::draft::Draft;
use crate::rules::wording::{capitalize, describe, name};
use crate::rules::{Findings, problems};
use crate::text::{Edit, Gather};

super::rule! {
    /// A value is none of those that OpenAPI 2.0 allows there.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "parameters": {
    ///     "file": { "name": "file", "in": «"form"», "type": "file" },
    ///     "size": { "name": "size", "in": "query", "type": «"int"» }
    ///   }
    /// }
    /// ```
    /// ## Fix: Change it to `formData`
    /// ```json
    /// {
    ///   "parameters": {
    ///     "file": { "name": "file", "in": "formData", "type": "file" },
    ///     "size": { "name": "size", "in": "query", "type": "int" }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Due": { "type": «"datetime"», "title": "Due" } } }
    /// ```
    /// ## Fix: Change it to `string` with the format `date-time`
    /// ```json
    /// { "definitions": { "Due": { "type": "string", "format": "date-time", "title": "Due" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "securityDefinitions": { "key": { "type": "apiKey", "name": "key", "in": «"cookie"» } } }
    /// ```
    /// ## Fix: Change it to `header`
    /// ```json
    /// { "securityDefinitions": { "key": { "type": "apiKey", "name": "key", "in": "header" } } }
    /// ```
    /// ## Fix: Change it to `query`
    /// ```json
    /// { "securityDefinitions": { "key": { "type": "apiKey", "name": "key", "in": "query" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "parameters": { "id": { "name": "id", "in": «"cookie"», "type": "string" } } }
    /// ```
    /// ## Fix: Remove the parameter
    /// ```json
    /// { "parameters": {} }
    /// ```
    /// ## Fix: Send it in the header `Cookie`
    /// ```json
    /// { "parameters": { "id": { "name": "Cookie", "in": "header", "type": "string" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "x-ntx-render-version": «1» }
    /// ```
    /// ## Fix: Remove `x-ntx-render-version`
    /// ```json
    /// {}
    /// ```
    /// ## Fix: Change it to `2`
    /// ```json
    /// { "x-ntx-render-version": 2 }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "post": {
    ///         "parameters": [
    ///           { "name": "person", "type": «"object"», "properties": { "age": { "type": "integer" } } }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Make it the body
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "post": {
    ///         "parameters": [
    ///           {
    ///             "name": "person",
    ///             "in": "body",
    ///             "schema": {
    ///               "type": "object",
    ///               "properties": { "age": { "type": "integer" } }
    ///             }
    ///           }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Make it a string
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "post": {
    ///         "parameters": [
    ///           { "name": "person", "type": "string" }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Person": { "properties": { "note": { "type": «"any"», "title": "Note" } } } } }
    /// ```
    /// ## Fix: Remove `type`: any value is then allowed
    /// ```json
    /// { "definitions": { "Person": { "properties": { "note": { "title": "Note" } } } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "parameters": { "file": { "name": "file", "in": "formData", "type": "file" } } }
    /// ```
    Error "value-not-allowed" Documented from "https://spec.openapis.org/oas/v2.0"
}

/// More alternatives than these are no help.
const MOST: usize = 4;

fn check(document: &Document<'_>, findings: &mut Findings) {
    for problem in problems::general(document).filter(|problem| !problems::is_file_type(problem)) {
        let Fault::NotAllowed { value, allowed, nearest } = &problem.fault else { continue };
        let is_full = findings.is_full();
        let diagnostic = problems::report(findings, problem, message(problem, *value, allowed));
        if is_full {
            continue;
        }
        let extension = value.member().filter(|member| member.name().starts_with("x-"));
        // A name in other letters says what is meant; a number does not.
        let is_clear = nearest.is_some() && value.kind() == Kind::String;
        if let Some(extension) = extension.filter(|_| !is_clear) {
            offer_removal(diagnostic, extension);
        }
        match nearest {
            Some(right) => offer_nearest(diagnostic, problem, *value, right),
            None if value.is_str("cookie") && problem.object.kind == ObjectKind::Parameter => offer_header(diagnostic, *value),
            None if is_type(problem) && value.is_str("object") && problem.object.kind == ObjectKind::Parameter => {
                offer_body(diagnostic, *value);
            }
            None if is_type(problem) && value.is_str("any") => offer_any(diagnostic, problem, *value),
            None if is_type(problem) && value.is_str("file") => offer_reference(diagnostic, *value),
            None if allowed.len() <= MOST => {
                for right in *allowed {
                    diagnostic.review_fix(
                        format!("Change it to `{right}`"),
                        "It then says something else than before: see that this is meant.",
                        [Edit::replace(value.span(), json(problem, right))],
                    );
                }
            }
            None => {}
        }
        if let Some(extension) = extension.filter(|_| is_clear) {
            offer_removal(diagnostic, extension);
        }
    }
}

/// Offers to remove an extension whose value says nothing.
fn offer_removal(diagnostic: &mut Diagnostic, extension: Member<'_>) {
    let title = format!("Remove `{}`", extension.name());
    let consequence = "Nintex does not know this value, so nothing changes.";
    diagnostic.review_fix(title, consequence, [edit::remove_member(extension)]);
}

fn message(problem: &Problem<'_>, value: Value<'_>, allowed: &[&str]) -> String {
    if problem.object.kind == ObjectKind::Parameter && is_type(problem) && value.is_str("object") {
        return "Only the body can be an object: a parameter that is sent elsewhere is a single value or an array.".to_owned();
    }
    let allowed = &*sensible(allowed);
    let Some(member) = value.member() else {
        return format!("{} is not one of {}.", capitalize(&describe(value)), in_words(allowed));
    };
    let of = name(problem.object, member.object());
    format!("`{}` of {of} must be {}, but is {}.", member.name(), in_words(allowed), describe(value))
}

fn is_type(problem: &Problem<'_>) -> bool {
    problem.key.is_some_and(|key| key.name == "type")
}

/// Offers what can be done about a parameter that is an object and no body.
fn offer_body(diagnostic: &mut Diagnostic, kind: Value<'_>) {
    let Some(parameter) = kind.parent() else { return };
    let is_own = |member: &Member<'_>| {
        ["name", "in", "description", "required"].iter().any(|key| member.is(key)) || member.name().starts_with("x-")
    };
    let (own, others): (Vec<_>, Vec<_>) = parameter.members().partition(is_own);
    let operation = parameter.parent().and_then(Value::parent).and_then(Value::member);
    let can_have_body = |operation: Member<'_>| {
        let is_content = |place: Value<'_>| place.is_str("body") || place.is_str("formData");
        let mut others = operation.value().items_of("parameters");
        ["post", "put", "patch"].iter().any(|method| operation.is(method))
            && !others.any(|other| other.get("in").is_some_and(is_content))
    };
    if operation.is_some_and(can_have_body) {
        let mut body = Draft::of(own.iter().copied().filter(|member| !member.is("in")));
        body.add_text("in", "body");
        body.add("schema", Draft::of(others.iter().copied()).finish());
        let consequence = "The operation then sends it as JSON: see that the API reads it there.";
        diagnostic.review_fix("Make it the body", consequence, [edit::replace_value(parameter, &body.finish())]);
    }
    let mut edits = vec![Edit::replace(kind.span(), "\"string\"")];
    edits.extend(edit::remove_members(parameter, |member| {
        ["properties", "additionalProperties"].iter().any(|key| member.is(key)) || (member.is("required") && member.value().is_array())
    }));
    let consequence = "Whoever uses the action then writes the whole value as one text.";
    diagnostic.review_fix("Make it a string", consequence, edits);
}

fn offer_any(diagnostic: &mut Diagnostic, problem: &Problem<'_>, kind: Value<'_>) {
    if problem.object.kind == ObjectKind::Schema {
        let edits: Vec<Edit> = kind.member().map(edit::remove_member).into_iter().gathered();
        diagnostic.safe_fix("Remove `type`: any value is then allowed", edits);
    } else {
        let consequence = "The field then takes any text.";
        diagnostic.review_fix("Make it a string", consequence, [Edit::replace(kind.span(), "\"string\"")]);
    }
}

/// A file within other data is handed over as its address.
fn offer_reference(diagnostic: &mut Diagnostic, kind: Value<'_>) {
    let Some(member) = kind.member().filter(|member| member.object().get("format").is_none()) else { return };
    let format = edit::insert_member(member.object(), Position::After(member), "format", &encode(FILE_REFERENCE_FORMAT));
    diagnostic.review_fix(
        format!("Make it a string with the format `{FILE_REFERENCE_FORMAT}`"),
        "Nintex then hands over the address of a file.",
        [Edit::replace(kind.span(), "\"string\""), format],
    );
}

fn offer_nearest(diagnostic: &mut Diagnostic, problem: &Problem<'_>, value: Value<'_>, right: &str) {
    let change = Edit::replace(value.span(), json(problem, right));
    let format = value.as_str().and_then(|written| format_of(&written, right));
    let member = value.member().filter(|member| member.is("type") && member.object().get("format").is_none());
    match (format, member) {
        (Some(format), Some(member)) => {
            let insert = edit::insert_member(member.object(), Position::After(member), "format", &encode(format));
            diagnostic.safe_fix(format!("Change it to `{right}` with the format `{format}`"), [change, insert]);
        }
        _ => {
            diagnostic.safe_fix(format!("Change it to `{right}`"), [change]);
        }
    }
}

/// The format that says what the name of a type from elsewhere says beyond `right`, the type that OpenAPI has.
fn format_of(written: &str, right: &str) -> Option<&'static str> {
    match (written.to_ascii_lowercase().as_str(), right) {
        ("date", "string") => Some("date"),
        ("datetime" | "date-time", "string") => Some("date-time"),
        ("uuid", "string") => Some("uuid"),
        ("float", "number") => Some("float"),
        ("double", "number") => Some("double"),
        ("long", "integer") => Some("int64"),
        _ => None,
    }
}

/// Offers what can be done about a parameter in a cookie, of which OpenAPI 2.0 knows nothing.
fn offer_header(diagnostic: &mut Diagnostic, place: Value<'_>) {
    let Some(parameter) = place.parent() else { return };
    if let Some(edit) = edit::remove_item(parameter).or_else(|| parameter.member().map(edit::remove_member)) {
        diagnostic.review_fix("Remove the parameter", "The cookie is then not sent.", [edit]);
    }
    if let Some(name) = parameter.get("name") {
        let edits = [Edit::replace(place.span(), "\"header\""), Edit::replace(name.span(), "\"Cookie\"")];
        let consequence = "Whoever uses the action then writes the name of the cookie, `=`, and its value.";
        diagnostic.review_fix("Send it in the header `Cookie`", consequence, edits);
    }
}

/// An allowed value as JSON: numbers are listed as JSON writes them.
fn json(problem: &Problem<'_>, allowed: &str) -> String {
    match problem.key.map(|key| key.value) {
        Some(Type::OneOfNumbers(_) | Type::True) => allowed.to_owned(),
        _ => encode(allowed),
    }
}
