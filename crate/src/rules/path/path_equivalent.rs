use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::json::{Member, Value};
use crate::json::edit::{self, Position};
use crate::json::encode;
use crate::openapi::{Document, METHODS, decode_percent};
use crate::rules::Findings;
use crate::rules::templates::{Template, outline};
use crate::text::{Gather, namesakes};

super::rule! {
    /// Two paths are the same address.
    ///
    /// What the variables of a path are called makes no difference to whoever is called: `/people/{id}` and
    /// `/people/{name}` are one path, and all its methods belong together. OpenAPI 2.0 does not say so in words, and real
    /// APIs are described like this that take a number or a name in one place; many importers refuse it all the same.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}": {
    ///       "get": { "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }] }
    ///     },
    ///     «"/people/{name}"»: {
    ///       "get": { "parameters": [{ "name": "name", "in": "path", "required": true, "type": "string" }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove this path
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}": {
    ///       "get": { "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }] }
    ///     }
    ///   }
    /// }
    /// ```
    ///
    /// Paths with different methods work in some places, and are refused by others.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}": {
    ///       "get": { "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }] }
    ///     },
    ///     «"/people/{personId}"»: {
    ///       "delete": {
    ///         "parameters": [{ "name": "personId", "in": "path", "required": true, "type": "string" }]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Move its operations to `/people/{id}`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}": {
    ///       "get": { "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }] },
    ///       "delete": {
    ///         "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    ///
    /// So do paths that differ in nothing but their capitals or in how a character is written.
    ///
    /// ## Bad
    /// ```json
    /// { "paths": { "/my-lists": { "get": {} }, «"/My%2Dlists"»: { "put": {} } } }
    /// ```
    /// ## Fix: Move its operations to `/my-lists`
    /// ```json
    /// { "paths": { "/my-lists": { "get": {}, "put": {} } } }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}": { "get": {} },
    ///     "/people/me": { "get": {} },
    ///     "/people/{id}/": { "get": {} },
    ///     "/people?kind=all": { "get": {} },
    ///     "/people": { "get": {} }
    ///   }
    /// }
    /// ```
    Warning "path-equivalent" Inferred from "https://spec.openapis.org/oas/v2.0#path-templating"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let path = |index: u32| document.tree().value(index).and_then(Value::member);
    let mut address = |index| Cow::Owned(path(index).map_or_else(String::new, simplified));
    for same in namesakes(document.paths().map(|path| path.value().index()), &mut address) {
        let mut same = same.into_iter().filter_map(path);
        let Some(first) = same.next() else { continue };
        // The very same name twice is a matter of JSON.
        for path in same.filter(|path| !path.is(&first.name())) {
            report(findings, first, path);
        }
    }
}

/// What is the same in paths that are one address, or are taken for one.
fn simplified(path: Member<'_>) -> String {
    decode_percent(&outline(&path.name())).to_ascii_lowercase()
}

fn report(findings: &mut Findings, first: Member<'_>, path: Member<'_>) {
    let (earlier, later) = (first.name(), path.name());
    let is_same = outline(&earlier) == outline(&later);
    let difference = if is_same { "the names in braces" } else { "capitals or in how a character is written" };
    let common = METHODS.iter().find(|method| [first, path].iter().all(|one| one.value().get(method).is_some()));
    let because = "Other importers of OpenAPI refuse such paths, and servers take them for one.";
    let is_full = findings.is_full();
    let message = format!("`{earlier}` and `{later}` are the same path: they differ only in {difference}.");
    let diagnostic = findings.add(path, message, because);
    diagnostic.label(first.name_span(), "the same path");
    if is_full {
        return;
    }
    match common {
        Some(_) => {
            diagnostic.review_fix("Remove this path", "Its actions go with it.", [edit::remove_member(path)]);
        }
        None => offer_merging(diagnostic, first, path),
    }
}

/// Offers to move the operations, where all that changes with the path stands in themselves.
fn offer_merging(diagnostic: &mut Diagnostic, first: Member<'_>, path: Member<'_>) {
    let is_plain = |key: &str| [first, path].iter().all(|one| one.value().get(key).is_none());
    if !first.value().is_object() || !is_plain("parameters") || !is_plain("$ref") {
        return;
    }
    let (earlier, later) = (first.name(), path.name());
    let (there, here) = (Template::read(&earlier).variables, Template::read(&later).variables);
    let renamed: Vec<(&str, &str)> =
        here.iter().zip(&there).map(|(here, there)| (here.0, there.0)).filter(|pair| pair.0 != pair.1).gathered();
    let mut edits = vec![edit::remove_member(path)];
    for method in path.value().members() {
        let mut inside = Vec::new();
        for parameter in method.value().get("parameters").into_iter().flat_map(Value::items) {
            if parameter.get("$ref").is_some() && !renamed.is_empty() {
                return;
            }
            let Some(name) = parameter.get("name") else { continue };
            let is_in_path = parameter.get("in").is_some_and(|place| place.is_str("path"));
            if let Some((_, new)) = renamed.iter().find(|pair| is_in_path && name.is_str(pair.0)) {
                inside.push(edit::replace_value(name, &encode(new)));
            }
        }
        edits.push(edit::insert_copy(first.value(), Position::Last, &method.name(), method.value(), &inside));
    }
    let consequence = "What refers to a parameter by its old name, such as a drop-down list, has to be changed, too.";
    diagnostic.review_fix(format!("Move its operations to `{earlier}`"), consequence, edits);
}
