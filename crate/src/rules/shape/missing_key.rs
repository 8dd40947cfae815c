mod suggestion;
mod value_path;

use crate::json::{Value, edit};
use crate::nintex::Xtension;
use crate::openapi::Document;
use crate::openapi::shape::{Fault, Slip};
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::wording::name_first;
use crate::rules::{Findings, problems};
use suggestion::{Suggestion, suggestions};
use value_path::ValuePaths;

super::rule! {
    /// An object lacks a key that OpenAPI 2.0 demands.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       «"get"»: {
    ///         "summary": "Get people"
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Add `responses`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "summary": "Get people",
    ///         "responses": {
    ///           "200": {
    ///             "description": "OK"
    ///           }
    ///         }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "paths": {}, "parameters": { «"page"»: { "name": "page", "in": "query" } } }
    /// ```
    /// ## Fix: Add `"type": "string"`
    /// ```json
    /// { "paths": {}, "parameters": { "page": { "name": "page", "in": "query", "type": "string" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "paths": {}, «"info"»: { "version": "1" } }
    /// ```
    /// ## Fix: Add `title`
    /// ```json
    /// { "paths": {}, "info": { "title": "Name of the API", "version": "1" } }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": {
    ///       "get": {
    ///         "operationId": "getBoards",
    ///         "responses": {
    ///           "200": {
    ///             "description": "OK",
    ///             "schema": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string" } } } }
    ///           }
    ///         }
    ///       }
    ///     }
    ///   },
    ///   "definitions": { "Board": { "type": "string", «"x-ntx-dynamic-values"»: { "operationId": "getBoards" } } },
    ///   "info": { "title": "Boards", "version": "1" }
    /// }
    /// ```
    /// ## Fix: Add `"value-path": "id"`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": {
    ///       "get": {
    ///         "operationId": "getBoards",
    ///         "responses": {
    ///           "200": {
    ///             "description": "OK",
    ///             "schema": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string" } } } }
    ///           }
    ///         }
    ///       }
    ///     }
    ///   },
    ///   "definitions": { "Board": { "type": "string", "x-ntx-dynamic-values": { "operationId": "getBoards", "value-path": "id" } } },
    ///   "info": { "title": "Boards", "version": "1" }
    /// }
    /// ```
    /// ## Fix: Add `value-path`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": {
    ///       "get": {
    ///         "operationId": "getBoards",
    ///         "responses": {
    ///           "200": {
    ///             "description": "OK",
    ///             "schema": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string" } } } }
    ///           }
    ///         }
    ///       }
    ///     }
    ///   },
    ///   "definitions": { "Board": { "type": "string", "x-ntx-dynamic-values": { "operationId": "getBoards", "value-path": "value-path" } } },
    ///   "info": { "title": "Boards", "version": "1" }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "paths": { "/people": { "get": { "responses": { "200": { "description": "" } } } } } }
    /// ```
    Error "missing-key" Documented from "https://spec.openapis.org/oas/v2.0"
}

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    let mut value_paths = None;
    for problem in problems::general(document) {
        let (Fault::MissingKey { holder }, Some(key)) = (&problem.fault, problem.key) else { continue };
        if key.name == "properties" && has_properties_of_its_own(document, *holder) {
            continue;
        }
        // Only a body can be an object: that is told of its type.
        let is_object = holder.get("type").is_some_and(|kind| kind.is_str("object"));
        if is_object && key.name == "in" && problem.object.kind == ObjectKind::Parameter {
            continue;
        }
        let message = format!("{} lacks the key `{}`.", name_first(problem.object, *holder), key.name);
        let is_full = findings.is_full();
        let diagnostic = problems::report(findings, problem, message);
        if is_full {
            continue;
        }
        let position = problems::position(problem.object, *holder, key.name);
        let insert = |value: &str| [edit::insert_member(*holder, position, key.name, value)];
        if key.name == "value-path" {
            for path in value_paths.get_or_insert_with(|| ValuePaths::new(xtension)).of(*holder) {
                let title = format!("Add `\"value-path\": \"{path}\"`");
                let consequence = "The answer has it, as its schema says.";
                diagnostic.review_fix(title, consequence, insert(&crate::json::encode(&path)));
            }
        }
        for suggestion in suggestions(problem.object, key, *holder) {
            let title = match suggestion.value() {
                value if value.len() <= 20 && suggestion.is_one_of_several() => format!("Add `\"{}\": {value}`", key.name),
                _ => format!("Add `{}`", key.name),
            };
            match suggestion {
                Suggestion::Sure(value) => diagnostic.safe_fix(title, insert(&value)),
                Suggestion::Likely(value, consequence) => diagnostic.review_fix(title, consequence, insert(&value)),
                Suggestion::Blank(text) => {
                    let value = crate::json::encode(&text);
                    diagnostic.template_fix(title, "Fill in the right value.", insert(&value), &text)
                }
            };
        }
    }
}

/// Whether properties stand in the object itself, one level too high: another rule says so and makes `properties` of them.
fn has_properties_of_its_own(document: &Document<'_>, holder: Value<'_>) -> bool {
    document.problems_in(holder).any(|problem| match problem.fault {
        Fault::UnknownKey { member, slip: Slip::BelongsIn(object) } => {
            object.kind == ObjectKind::Properties && member.object() == holder
        }
        _ => false,
    })
}
