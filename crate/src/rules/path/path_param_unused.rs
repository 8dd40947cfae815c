use std::borrow::Cow;

use crate::diagnostic::Safety;
use crate::json::{Value, edit};
use crate::openapi::{Document, Parameter};
use crate::rules::Findings;
use crate::rules::path_templates::path_templates;
use crate::rules::templates::{Template, is_taken};
use crate::rules::wording::list;
use crate::text::{Edit, Gather, Names, by_name};

super::rule! {
    /// A path parameter has no place in the path.
    ///
    /// A parameter with `"in": "path"` replaces the `{variable}` of its name. Where the path has none, its value goes
    /// nowhere.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "parameters": [
    ///           { "name": «"id"», "in": "path", "required": true, "type": "string" }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Send it in the query
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "parameters": [
    ///           { "name": "id", "in": "query", "required": true, "type": "string" }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove the parameter
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "parameters": []
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    ///
    /// The path may have it in another notation.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/:id": {
    ///       "get": { "parameters": [{ "name": «"id"», "in": "path", "required": true, "type": "string" }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write `{id}` in the path
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}": {
    ///       "get": { "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}": {
    ///       "get": { "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }] }
    ///     }
    ///   }
    /// }
    /// ```
    Error "path-param-unused" Documented from "https://spec.openapis.org/oas/v2.0#parameter-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let base = document.root().and_then(|root| root.get_str("basePath")).unwrap_or_default();
    let base: Names<'_> = Template::read(&base).variables.into_iter().map(|variable| variable.0.into()).collect();
    for path in path_templates(document) {
        let template = path.path.name();
        let right = in_braces(&template, &path.unused).filter(|right| !is_taken(path.path, &right.0));
        let named = path.unused.iter().filter_map(|parameter| Some((parameter.name()?, parameter)));
        for (name, parameters) in by_name(named) {
            let Some((first, others)) = parameters.split_first() else { continue };
            // Then it is `basePath` that is wrong.
            if base.contains(&name) {
                continue;
            }
            let is_full = findings.is_full();
            // What is only counted needs no words, and the path may be long.
            let message = if is_full {
                String::new()
            } else {
                format!("`{name}` is a path parameter, but the path `{template}` has no `{{{name}}}`.")
            };
            let because = "OpenAPI 2.0 wants each path parameter in its path; Nintex asks for a value that goes nowhere.";
            let diagnostic = findings.add(blamed(first), message, because);
            if is_full {
                continue;
            }
            diagnostic.label_each(&mut others.iter().map(|other| blamed(other).span()), "here, too");
            if let Some((right, names, safety)) = right.as_ref().filter(|right| right.1.contains(&format!("{{{name}}}"))) {
                let consequence = if *safety == Safety::Safe { "" } else { "It then is no placeholder of the connection." };
                let edit = edit::rename_member(path.path, right);
                diagnostic.fix(*safety, format!("Write {} in the path", list(names)), consequence, [edit]);
                if *safety == Safety::Safe {
                    continue;
                }
            }
            let places = parameters.iter().filter(|parameter| !parameter.is_reference());
            let places: Vec<Value<'_>> = places.filter_map(|parameter| parameter.value.get("in")).gathered();
            if places.len() == parameters.len() {
                diagnostic.review_fix(
                    "Send it in the query",
                    "It then stands behind the question mark of the address: see that the API reads it there.",
                    places.iter().map(|place| Edit::replace(place.span(), "\"query\"")).gathered(),
                );
            }
            let removals = parameters.iter().filter_map(|parameter| edit::remove_item(parameter.site));
            diagnostic.review_fix("Remove the parameter", "The action no longer asks for it.", removals.gathered());
        }
    }
}

/// What of a parameter is pointed at: its name, or the reference to it.
fn blamed<'a>(parameter: &Parameter<'a>) -> Value<'a> {
    if parameter.is_reference() { parameter.site } else { parameter.blamed("name") }
}

/// So many parameters of one path are looked for in it.
const MANY: usize = 20;

/// The path with variables in braces, where whole steps of it have them in the notation of another format; what is then
/// in braces; and whether nothing else can be meant.
fn in_braces(path: &str, parameters: &[Parameter<'_>]) -> Option<(String, Vec<String>, Safety)> {
    let mut steps: Vec<Cow<'_, str>> = path.split('/').map(Cow::Borrowed).gathered();
    let mut found = Vec::new();
    let mut safety = Safety::Safe;
    for name in parameters.iter().take(MANY).filter_map(Parameter::name) {
        let notations = [format!(":{name}"), format!("<{name}>"), format!("[{name}]"), format!("{{{{{name}}}}}")];
        let Some(step) = steps.iter_mut().find(|step| notations.iter().any(|notation| notation == &**step)) else {
            continue;
        };
        // Nintex has placeholders in two braces.
        if step.starts_with('{') {
            safety = Safety::Review;
        }
        let right = format!("{{{name}}}");
        *step = Cow::Owned(right.clone());
        found.push(right);
    }
    (!found.is_empty()).then(|| (steps.join("/"), found, safety))
}
