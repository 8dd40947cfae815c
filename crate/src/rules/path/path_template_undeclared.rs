use crate::diagnostic::Diagnostic;
use crate::json::edit::{self, Position};
use crate::json::{Member, encode};
use crate::openapi::vocabulary::{OPERATION, PATH_ITEM};
use crate::openapi::{Document, Parameter};
use crate::rules::Findings;
use crate::rules::path_templates::{PathTemplate, Types, Undeclared, parameters_added, path_templates};
use crate::rules::templates::is_taken;
use crate::rules::wording::list;
use crate::text::{Edit, Gather, Names, in_order};

super::rule! {
    /// A path has a variable in braces, and no parameter gives its value.
    ///
    /// For each `{variable}` of a path there has to be a parameter of that name, with `"in": "path"`, in the operation
    /// or for the whole path. Capitals count.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/«{id}»": {
    ///       "get": {
    ///         "summary": "Get a person",
    ///         "responses": { "200": { "description": "OK" } }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Add the path parameter `id`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}": {
    ///       "get": {
    ///         "summary": "Get a person",
    ///         "parameters": [
    ///           {
    ///             "name": "id",
    ///             "in": "path",
    ///             "required": true,
    ///             "type": "string"
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
    /// {
    ///   "paths": {
    ///     "/lists/«{listId}»": {
    ///       "get": { "parameters": [{ "name": "listid", "in": "path", "required": true, "type": "string" }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Rename the parameter to `listId`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/lists/{listId}": {
    ///       "get": { "parameters": [{ "name": "listId", "in": "path", "required": true, "type": "string" }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/lists/«{ id }»": {
    ///       "get": { "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Change it to `{id}`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/lists/{id}": {
    ///       "get": { "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/lists/«{list}»/«{item}»": {
    ///       "get": {},
    ///       "put": {}
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Add the path parameters `list` and `item`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/lists/{list}/{item}": {
    ///       "get": {},
    ///       "put": {},
    ///       "parameters": [
    ///         {
    ///           "name": "list",
    ///           "in": "path",
    ///           "required": true,
    ///           "type": "string"
    ///         },
    ///         {
    ///           "name": "item",
    ///           "in": "path",
    ///           "required": true,
    ///           "type": "string"
    ///         }
    ///       ]
    ///     }
    ///   }
    /// }
    /// ```
    ///
    /// Its type is the one that parameters of that name have elsewhere, where all agree.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}": {
    ///       "get": { "parameters": [{ "name": "id", "in": "path", "required": true, "type": "integer", "format": "int64" }] }
    ///     },
    ///     "/people/«{id}»/notes": {
    ///       "get": {
    ///         "responses": {}
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Add the path parameter `id`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}": {
    ///       "get": { "parameters": [{ "name": "id", "in": "path", "required": true, "type": "integer", "format": "int64" }] }
    ///     },
    ///     "/people/{id}/notes": {
    ///       "get": {
    ///         "parameters": [
    ///           {
    ///             "name": "id",
    ///             "in": "path",
    ///             "required": true,
    ///             "type": "integer",
    ///             "format": "int64"
    ///           }
    ///         ],
    ///         "responses": {}
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/lists/{list}": {
    ///       "parameters": [{ "name": "list", "in": "path", "required": true, "type": "string" }],
    ///       "get": {}
    ///     }
    ///   }
    /// }
    /// ```
    Error "path-template-undeclared" Documented from "https://spec.openapis.org/oas/v2.0#path-templating"
}

/// Of more variables than these in one path, each is offered its own parameter alone.
const MANY: usize = 20;

const BECAUSE: &str = "Nintex has no field for it and calls the address with the braces in it.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    let mut types = None;
    for path in path_templates(document) {
        let elsewhere = Elsewhere::of(&path);
        let missing: Vec<&Undeclared<'_, '_>> = path.undeclared.iter().filter(|variable| variable.meant.is_none()).gathered();
        for variable in &path.undeclared {
            // A name with blanks around it is told where it stands.
            let is_the_same = |name: &str| name != variable.name && name.trim() == variable.name;
            if variable.meant.as_ref().and_then(|parameter| parameter.name()).is_some_and(|name| is_the_same(&name)) {
                continue;
            }
            let lacking = if variable.operations.len() == path.operations.len() { "" } else { " in some operations" };
            let message = format!("The path has `{{{}}}`, and no path parameter of that name{lacking}.", variable.name);
            let is_full = findings.is_full();
            let diagnostic = findings.add((variable.span, path.path.value()), message, BECAUSE);
            if !lacking.is_empty() {
                for operation in &*variable.operations {
                    diagnostic.label(operation.method.name_span(), "this one lacks it");
                }
            }
            if is_full || !is_plain(variable.name.trim()) {
                continue;
            }
            match (variable.meant.as_deref().copied(), elsewhere.find(&variable.name)) {
                (Some(parameter), _) if parameter.name().is_some_and(|name| name == variable.name.trim()) => {
                    offer_trimming(diagnostic, path.path, &variable.name);
                }
                (Some(parameter), _) => offer_rename(diagnostic, &path, variable, parameter),
                (None, Some(parameter)) => offer_moving(diagnostic, parameter),
                (None, None) => {
                    let types = types.get_or_insert_with(|| Types::of(document));
                    let missing = if missing.len() <= MANY { &*missing } else { &[variable] };
                    offer_parameters(diagnostic, &path, missing, types);
                }
            }
        }
    }
}

/// Whether the name is one that a parameter can have: `{?q}` and its like are of other kinds of templates.
fn is_plain(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '_' || !first.is_ascii())
}

/// The parameters of a path's operations that are sent in the query or in a header, by name.
struct Elsewhere<'a> {
    names: Names<'a>,
    /// By the number of their name.
    parameters: Vec<Parameter<'a>>,
}

impl<'a> Elsewhere<'a> {
    fn of(path: &PathTemplate<'_, 'a>) -> Self {
        let mut elsewhere = Self { names: Names::default(), parameters: Vec::new() };
        for parameter in path.operations.iter().flat_map(|operation| &operation.parameters) {
            if let Some(name) = parameter.name().filter(|_| parameter.is_in("query") || parameter.is_in("header"))
                && elsewhere.names.number(name) == elsewhere.parameters.len()
            {
                elsewhere.parameters.push(*parameter);
            }
        }
        elsewhere
    }

    fn find(&self, name: &str) -> Option<Parameter<'a>> {
        self.parameters.get(self.names.find(name)?).copied()
    }
}

/// Offers to send a parameter in the path that is there under the right name.
fn offer_moving(diagnostic: &mut Diagnostic, parameter: Parameter<'_>) {
    let Some(place) = parameter.value.member_named("in") else { return };
    diagnostic.label(place.value().span(), "a parameter of that name is sent here");
    let mut edits = vec![edit::replace_value(place.value(), "\"path\"")];
    edits.push(match parameter.value.get("required") {
        Some(required) => edit::replace_value(required, "true"),
        None => edit::insert_member(parameter.value, Position::After(place), "required", "true"),
    });
    diagnostic.review_fix("Send that parameter in the path", "It is then sent nowhere else.", edits);
}

/// Offers to take the blanks out of the braces.
fn offer_trimming(diagnostic: &mut Diagnostic, path: Member<'_>, variable: &str) {
    let right = format!("{{{}}}", variable.trim());
    let name = path.name().replace(&format!("{{{variable}}}"), &right);
    if !is_taken(path, &name) {
        diagnostic.safe_fix(format!("Change it to `{right}`"), [edit::rename_member(path, &name)]);
    }
}

/// Offers to call the parameter as the template does. One that others may refer to keeps its name.
fn offer_rename(
    diagnostic: &mut Diagnostic,
    path: &PathTemplate<'_, '_>,
    variable: &Undeclared<'_, '_>,
    parameter: Parameter<'_>,
) {
    let Some(name) = parameter.value.get("name") else { return };
    diagnostic.label(name.span(), "this path parameter is not in the path");
    let is_same = name.as_str().is_some_and(|name| name.eq_ignore_ascii_case(&variable.name));
    let title = format!("Rename the parameter to `{}`", variable.name);
    // Each operation may have it.
    let all = path.operations.iter().flat_map(|operation| &operation.parameters);
    let same = all.filter(|one| one.is_in("path") && one.name() == parameter.name());
    let names = in_order(same.filter_map(|one| one.value.get("name")).collect(), |name| u64::from(name.index()));
    let mut edits: Vec<Edit> = names.iter().map(|name| Edit::replace(name.span(), encode(&variable.name))).collect();
    edits.dedup();
    if is_same && !parameter.is_reference() {
        diagnostic.safe_fix(title, edits);
    } else {
        diagnostic.review_fix(title, "It is the only path parameter that is not in the path: see that it is this one.", edits);
    }
}

/// Offers to add the parameters that the path lacks: for the whole path, where several operations lack all of them.
fn offer_parameters(
    diagnostic: &mut Diagnostic,
    path: &PathTemplate<'_, '_>,
    missing: &[&Undeclared<'_, '_>],
    types: &Types<'_>,
) {
    let names: Vec<String> = missing.iter().map(|variable| variable.name.clone()).gathered();
    let is_common = path.operations.len() > 1
        && missing.iter().all(|variable| variable.operations.len() == path.operations.len());
    let mut edits = Vec::new();
    if is_common {
        edits.extend(parameters_added(path.path.value(), &PATH_ITEM, &names, types));
    } else {
        for operation in &path.operations {
            let lacks = |variable: &&&Undeclared<'_, '_>| {
                variable.operations.iter().any(|lacking| lacking.value() == operation.value())
            };
            let names: Vec<String> = missing.iter().filter(lacks).map(|variable| variable.name.clone()).gathered();
            edits.extend(parameters_added(operation.value(), &OPERATION, &names, types));
        }
    }
    let plural = if names.len() == 1 { "" } else { "s" };
    diagnostic.safe_fix(format!("Add the path parameter{plural} {}", list(&names)), edits);
}
