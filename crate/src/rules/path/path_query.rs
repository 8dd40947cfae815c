use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, Severity};
use crate::json::edit;
use crate::json::{Member, Value, encode};
use crate::openapi::vocabulary::PATH_ITEM;
use crate::openapi::{Document, METHODS};
use crate::rules::path_templates::part_of;
use crate::rules::wording::list;
use crate::rules::{Findings, problems, sign_in};
use crate::text::secret::secrets;
use crate::text::{Gather, Span, by_name};

super::rule! {
    /// A path has a question mark in it.
    ///
    /// What stands behind it are query parameters, and OpenAPI 2.0 lists those as parameters: then they can be filled in
    /// and shown, and the path can be told from others. One that is always the same is a parameter with a default that is
    /// hidden from the workflow.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people«?kind=all&page={page}»": {
    ///       "get": {}
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Make query parameters of `kind` and `page`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {},
    ///       "parameters": [
    ///         {
    ///           "name": "kind",
    ///           "in": "query",
    ///           "required": true,
    ///           "type": "string",
    ///           "default": "all",
    ///           "x-ntx-visibility": "internal"
    ///         },
    ///         {
    ///           "name": "page",
    ///           "in": "query",
    ///           "type": "string"
    ///         }
    ///       ]
    ///     }
    ///   }
    /// }
    /// ```
    ///
    /// Where it is listed as a parameter already, that becomes one of the query.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people«?$filter={filter}»": {
    ///       "get": { "parameters": [{ "name": "filter", "in": "path", "required": true, "type": "string" }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Make a query parameter of `$filter`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": { "parameters": [{ "name": "$filter", "in": "query", "required": true, "type": "string" }] }
    ///     }
    ///   }
    /// }
    /// ```
    ///
    /// What is sent as a key is the connection's: it asks for it.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "paths": { "/people«?code=AbC123==»": {
    ///     "get": {}
    ///   } }
    /// }
    /// ```
    /// ## Fix: Let the connection send `code` as an API key
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "paths": { "/people": {
    ///     "get": {}
    ///   } },
    ///   "securityDefinitions": {
    ///     "apiKey": {
    ///       "type": "apiKey",
    ///       "in": "query",
    ///       "name": "code"
    ///     }
    ///   },
    ///   "security": [
    ///     {
    ///       "apiKey": []
    ///     }
    ///   ]
    /// }
    /// ```
    /// ## Fix: Make a query parameter of `code`
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "paths": { "/people": {
    ///     "get": {},
    ///     "parameters": [
    ///       {
    ///         "name": "code",
    ///         "in": "query",
    ///         "required": true,
    ///         "type": "string",
    ///         "default": "AbC123==",
    ///         "x-ntx-visibility": "internal"
    ///       }
    ///     ]
    ///   } }
    /// }
    /// ```
    ///
    /// Some have the same method twice at one address and tell the two apart like this: there is no other way.
    ///
    /// ## Bad
    /// ```json
    /// { "paths": { "/people": { "get": {} }, "/people«?kind=guest»": { "get": {} } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "paths": { "/people": { "get": { "parameters": [{ "name": "kind", "in": "query", "type": "string" }] } } } }
    /// ```
    Warning "path-query" Observed from "https://spec.openapis.org/oas/v2.0#paths-object"
}

/// Names under which keys are sent.
const KEYS: [&str; 9] =
    ["code", "key", "apikey", "api_key", "api-key", "subscription-key", "token", "access_token", "sig"];

/// More pairs than these are not made into parameters.
const MANY: usize = 100;

fn check(document: &Document<'_>, findings: &mut Findings) {
    for path in document.paths() {
        let name = path.name();
        let Some((before, query)) = name.split_once('?').filter(|parts| !parts.0.contains('#')) else { continue };
        let pairs: Vec<(&str, &str)> = query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
            .gathered();
        // A key that lets anybody in is a matter of its own.
        let is_secret = |pair: &(&str, &str)| !secrets(&format!("{}={}", pair.0, pair.1)).is_empty();
        if !pairs.is_empty() && pairs.iter().all(is_secret) {
            continue;
        }
        let is_key = |pair: &&(&str, &str)| {
            !pair.1.contains('{') && pair.1.len() > 3 && KEYS.iter().any(|key| key.eq_ignore_ascii_case(pair.0))
        };
        let key = pairs.iter().find(is_key);
        let because = "The workflow cannot set what stands there, and importers of OpenAPI refuse such a path.";
        let span = part_of(path, Span::new(before.len() as u32, name.len() as u32));
        let is_full = findings.is_full();
        let message = format!("The path `{before}` has query parameters behind it.");
        let diagnostic = findings.add((span, path.value()), message, because);
        if is_full {
            continue;
        }
        match path.object().members().find(|other| other.is(before)) {
            // Then the question mark is what tells the two apart.
            Some(other) => {
                let is_there = |method: &&&str| [path, other].iter().all(|one| one.value().get(method).is_some());
                if METHODS.iter().find(is_there).is_some() && key.is_none() {
                    diagnostic.severity(Severity::Hint);
                }
            }
            None if query.contains('#') => {}
            None => {
                if let ([(name, _)], Some(_)) = (pairs.as_slice(), key) {
                    offer_key(document, diagnostic, path, before, name);
                }
                offer_parameters(diagnostic, path, before, &pairs);
            }
        }
    }
}

/// Offers to make an API key of it, or to let the one do that is there.
fn offer_key(document: &Document<'_>, diagnostic: &mut Diagnostic, path: Member<'_>, before: &str, name: &str) {
    let Some(mut edits) = sign_in::send_key(document, name, "query") else { return };
    edits.push(edit::rename_member(path, before));
    let consequence = format!("Whoever makes a connection enters the key. {}", sign_in::IMPORT_AGAIN);
    diagnostic.review_fix(format!("Let the connection send `{name}` as an API key"), consequence, edits);
}

/// Offers to make parameters of the whole path of what stands behind the question mark.
fn offer_parameters(diagnostic: &mut Diagnostic, path: Member<'_>, before: &str, pairs: &[(&str, &str)]) {
    let item = path.value();
    if !item.is_object() || pairs.is_empty() || pairs.len() > MANY {
        return;
    }
    let mut edits = vec![edit::rename_member(path, before)];
    let declared = declared(path);
    let mut new = Vec::new();
    for (name, value) in pairs {
        let variable = value.strip_prefix('{').and_then(|value| value.strip_suffix('}'));
        let there = declared.iter().find(|parameters| Some(&*parameters.0) == variable);
        let Some((_, parameters)) = there else {
            new.push(parameter(name, value));
            continue;
        };
        for parameter in parameters {
            edits.extend(parameter.get("name").map(|own| edit::replace_value(own, &encode(name))));
            edits.extend(parameter.get("in").map(|place| edit::replace_value(place, "\"query\"")));
        }
    }
    match item.get("parameters") {
        _ if new.is_empty() => {}
        Some(list) if list.items().next().is_some() => edits.extend(new.iter().map(|parameter| edit::append_item(list, parameter))),
        Some(_) => return,
        None => {
            let items: Vec<String> = new.iter().map(|parameter| format!("  {}", parameter.replace('\n', "\n  "))).gathered();
            let position = problems::position(&PATH_ITEM, item, "parameters");
            edits.push(edit::insert_member(item, position, "parameters", &format!("[\n{}\n]", items.join(",\n"))));
        }
    }
    let names: Vec<String> = pairs.iter().map(|pair| pair.0.to_owned()).gathered();
    let what = if names.len() == 1 { "a query parameter" } else { "query parameters" };
    let consequence = "The same address is called, as long as Nintex sends what is hidden and has a default.";
    let title = format!("Make {what} of {}", list(&names));
    diagnostic.review_fix(title, consequence, edits);
}

/// The path and query parameters of the path and its operations, by name.
fn declared(path: Member<'_>) -> Vec<(Cow<'_, str>, Vec<Value<'_>>)> {
    let holders = path.value().members().map(Member::value).chain([path.value()]);
    let parameters = holders.filter_map(|holder| holder.get("parameters")).flat_map(Value::items);
    let named = parameters.filter_map(|parameter| {
        let place = parameter.get("in")?;
        let is_there = place.is_str("path") || place.is_str("query");
        Some((parameter.get_str("name").filter(|_| is_there)?, parameter))
    });
    by_name(named).gathered()
}

/// A query parameter; hidden and with a default where its value is always the same.
fn parameter(name: &str, value: &str) -> String {
    let name = encode(name);
    let rest = if value.starts_with('{') {
        "  \"type\": \"string\"".to_owned()
    } else {
        let value = encode(value);
        format!(
            "  \"required\": true,\n  \"type\": \"string\",\n  \"default\": {value},\n  \"x-ntx-visibility\": \"internal\""
        )
    };
    format!("{{\n  \"name\": {name},\n  \"in\": \"query\",\n{rest}\n}}")
}
