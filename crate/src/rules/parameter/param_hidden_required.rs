use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, Severity};
use crate::json::edit::{self, Position};
use crate::json::{Member, Value, fragment};
use crate::nintex::fields::{Field, Fields, is_hidden};
use crate::openapi::{Document, Operation};
use crate::rules::Findings;
use crate::rules::render_version::second;
use crate::rules::wording::name_first;
use crate::text::{Names, Span};

super::rule! {
    /// A field must be given, and nobody can give it: it is hidden and has no value.
    ///
    /// A hidden field is for what is always the same. Its value stands under `default`, or, with
    /// `"x-ntx-render-version": 2`, under `x-ntx-initial`.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/notes": {
    ///       "get": {
    ///         "parameters": [
    ///           {
    ///             "name": "format",
    ///             "in": "query",
    ///             "type": "string",
    ///             "enum": ["json"],
    ///             "required": true,
    ///             «"x-ntx-visibility"»: "internal"
    ///           }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Preset it with `"json"`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/notes": {
    ///       "get": {
    ///         "parameters": [
    ///           {
    ///             "name": "format",
    ///             "in": "query",
    ///             "type": "string",
    ///             "enum": ["json"],
    ///             "required": true,
    ///             "x-ntx-visibility": "internal",
    ///             "default": "json"
    ///           }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Show it
    /// ```json
    /// {
    ///   "paths": {
    ///     "/notes": {
    ///       "get": {
    ///         "parameters": [
    ///           {
    ///             "name": "format",
    ///             "in": "query",
    ///             "type": "string",
    ///             "enum": ["json"],
    ///             "required": true
    ///           }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "x-ntx-render-version": 2,
    ///   "paths": { "/notes": { "post": { "parameters": [
    ///     { "name": "note", "in": "body", "schema": { "$ref": "#/definitions/Note" } }
    ///   ] } } },
    ///   "definitions": {
    ///     "Note": {
    ///       "type": "object",
    ///       "required": ["kind"],
    ///       "properties": { "kind": { "type": "string", «"x-ntx-visibility"»: "internal" } }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Preset it with a text
    /// ```json
    /// {
    ///   "x-ntx-render-version": 2,
    ///   "paths": { "/notes": { "post": { "parameters": [
    ///     { "name": "note", "in": "body", "schema": { "$ref": "#/definitions/Note" } }
    ///   ] } } },
    ///   "definitions": {
    ///     "Note": {
    ///       "type": "object",
    ///       "required": ["kind"],
    ///       "properties": { "kind": { "type": "string", "x-ntx-visibility": "internal", "x-ntx-initial": "value" } }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Show it
    /// ```json
    /// {
    ///   "x-ntx-render-version": 2,
    ///   "paths": { "/notes": { "post": { "parameters": [
    ///     { "name": "note", "in": "body", "schema": { "$ref": "#/definitions/Note" } }
    ///   ] } } },
    ///   "definitions": {
    ///     "Note": {
    ///       "type": "object",
    ///       "required": ["kind"],
    ///       "properties": { "kind": { "type": "string" } }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/notes": {
    ///       "post": {
    ///         "parameters": [
    ///           {
    ///             "name": "note",
    ///             "in": "body",
    ///             "required": true,
    ///             "x-ntx-visibility": "internal",
    ///             "schema": {
    ///               "type": "object",
    ///               "required": ["kind"],
    ///               "properties": { "kind": { "type": "string", "default": "memo" } }
    ///             }
    ///           }
    ///         ]
    ///       },
    ///       "get": {
    ///         "x-ntx-visibility": "internal",
    ///         "parameters": [
    ///           { "name": "list", "in": "query", "required": true, "type": "string", "x-ntx-visibility": "internal" }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    Error "param-hidden-required" Documented
    from "https://help.nintex.com/en-us/xtensions/03_Advanced/02_Extensions/NAV_Vendor_Extensions.htm"
}

const BECAUSE: &str = "The designer does not show it, so nobody can fill it in, and the call goes out without it.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    if !document.shape().extensions.iter().any(|found| is_hidden(found.member.object())) {
        return;
    }
    let mut all = Fields::new(document);
    let mut sent = Sent::default();
    let mut is_told = vec![false; document.tree().size()];
    // What a hidden operation needs comes from the field that asks it.
    for operation in document.operations().iter().filter(|operation| !is_hidden(operation.value())) {
        let Some(fields) = all.inputs(operation) else { return };
        for (position, field) in fields.iter().enumerate() {
            if !field.is_required || !field.is_hidden || has_value(&fields, position) || (field.depth == 0 && sent.has(document, operation, field)) {
                continue;
            }
            let hidden = [field.value, field.schema].into_iter().find(|value| is_hidden(*value));
            match hidden.and_then(|hidden| is_told.get_mut(hidden.index() as usize)) {
                Some(told) if !*told => *told = true,
                _ => continue,
            }
            if let Some(hidden) = hidden {
                report(document, findings, field, hidden).severity(if is_certain(&fields, field) {
                    Severity::Error
                } else {
                    Severity::Warning
                });
            }
        }
    }
}

/// What connections send by themselves: the names of headers and keys, in small letters.
#[derive(Default)]
struct Sent<'a> {
    /// The `security` that was read last; most operations have the same.
    by: Option<Span>,
    names: Names<'a>,
}

impl<'a> Sent<'a> {
    /// Whether the operation's connection sends what is called like the field: then it is no matter of the field.
    fn has(&mut self, document: &Document<'a>, operation: &Operation<'a>, field: &Field<'_>) -> bool {
        let Some(security) = operation.security.member else { return false };
        if self.by.replace(security.span()) != Some(security.span()) {
            let requirements = operation.security.requirements.iter();
            let definitions = requirements.filter_map(|one| document.security_definition(&one.name()));
            let names = definitions.flat_map(|one| [one.header(), one.value().get_str("name")]).flatten();
            self.names = names.map(|name| Cow::Owned(name.to_ascii_lowercase())).collect();
        }
        field.name.as_ref().is_some_and(|name| self.names.contains(&name.to_ascii_lowercase()))
    }
}

/// Whether all that the field is within must be given, too. Of bodies that is taken for granted.
fn is_certain(fields: &[Field<'_>], field: &Field<'_>) -> bool {
    let holder = |field: &Field<'_>| field.holder.and_then(|at| fields.get(at));
    let mut above = holder(field);
    while let Some(field) = above {
        if field.depth > 0 && !field.is_required {
            return false;
        }
        above = holder(field);
    }
    true
}

/// Whether the field at that position, or anything in it, has a value from the beginning, or what it is within has.
fn has_value(fields: &[Field<'_>], position: usize) -> bool {
    let is_set = |field: &Field<'_>| {
        let keys = ["default", "x-ntx-initial", "x-ntx-dynamic-schema"];
        [field.value, field.schema].iter().any(|value| keys.iter().any(|key| value.get(key).is_some()))
    };
    let Some(field) = fields.get(position) else { return true };
    let is_only_answered = field.schema.get("readOnly").and_then(Value::as_bool) == Some(true);
    let inner = fields.iter().skip(position + 1).take_while(|other| other.depth > field.depth);
    if is_only_answered || is_set(field) || inner.into_iter().any(is_set) {
        return true;
    }
    let mut above = field.holder.and_then(|at| fields.get(at));
    while let Some(holder) = above {
        if is_set(holder) {
            return true;
        }
        above = holder.holder.and_then(|at| fields.get(at));
    }
    false
}

fn report<'f>(
    document: &Document<'_>,
    findings: &'f mut Findings,
    field: &Field<'_>,
    hidden: Value<'_>,
) -> &'f mut Diagnostic {
    let what = document.object_at(field.value).map_or_else(|| "The field".to_owned(), |object| name_first(object, field.value));
    let place = hidden.member_named("x-ntx-visibility");
    let message = format!("{what} is hidden and required, but has no value.");
    let diagnostic = findings.add((place.map_or(hidden.span(), Member::name_span), hidden), message, BECAUSE);
    let Some(place) = place else { return diagnostic };
    let key = if second(document).is_some() { "x-ntx-initial" } else { "default" };
    let preset = |value: &str| [edit::insert_member(hidden, Position::After(place), key, value)];
    let consequence = "It is then sent with every call.";
    let allowed = field.schema.items_of("enum");
    for value in allowed.clone().take(3) {
        let value = fragment(value);
        diagnostic.review_fix(format!("Preset it with `{value}`"), consequence, preset(&value));
    }
    if allowed.clone().next().is_none() {
        let is_type = |name: &str| field.schema.get("type").is_some_and(|kind| kind.is_str(name));
        let kinds = [("string", "a text", "\"value\"", "value"), ("boolean", "`true`", "true", "true")];
        let numbers = [("integer", "a number", "0", "0"), ("number", "a number", "0", "0")];
        if let Some((_, words, value, blank)) = kinds.iter().chain(&numbers).find(|kind| is_type(kind.0)) {
            diagnostic.template_fix(format!("Preset it with {words}"), consequence, preset(value), blank);
        }
    }
    diagnostic.review_fix("Show it", "Whoever uses the action then fills it in.", [edit::remove_member(place)])
}
