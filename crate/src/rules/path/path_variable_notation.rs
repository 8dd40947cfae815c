use std::borrow::Cow;

use crate::diagnostic::Severity;
use crate::json::{Member, edit};
use crate::openapi::vocabulary::PATH_ITEM;
use crate::openapi::{Document, Operation, Parameter, decode_percent};
use crate::rules::Findings;
use crate::rules::path_templates::{Types, parameters_added, part_of};
use crate::rules::templates::{Template, is_taken};
use crate::rules::wording::list;
use crate::text::{Edit, Gather, Span};

super::rule! {
    /// A step of a path looks like a variable in another notation.
    ///
    /// Routers, Postman and prose write `:id`, `{{id}}`, `${id}`, `<id>` and `[id]`. In OpenAPI 2.0 a variable is a name
    /// in single braces, and all else is a part of the address. Where the operation has a path parameter of that name,
    /// the rule on unused path parameters tells it.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/«<id>»/notes": { "get": {} }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write it as `/people/{id}/notes`, with the path parameter `id`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}/notes": { "get": {}, "parameters": [
    ///       {
    ///         "name": "id",
    ///         "in": "path",
    ///         "required": true,
    ///         "type": "string"
    ///       }
    ///     ] }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/«${id}»": { "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }], "get": {} },
    ///     "/«%7B%7Btenant%7D%7D»/notes": { "get": {} },
    ///     "/lists/«:list»": { "get": {} }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write it as `/people/{id}`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}": { "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }], "get": {} },
    ///     "/%7B%7Btenant%7D%7D/notes": { "get": {} },
    ///     "/lists/:list": { "get": {} }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/notes:archive": { "post": {} },
    ///     "/notes/$count": { "get": {} },
    ///     "/people/:id": { "get": { "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }] } }
    ///   }
    /// }
    /// ```
    Warning "path-variable-notation" Inferred from "https://spec.openapis.org/oas/v2.0#path-templating"
}

const BECAUSE: &str = "Nintex asks for a value only where a name stands in single braces, and sends all else as it is written.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    let operations = document.operations();
    let mut types = None;
    for group in operations.chunk_by(|one, other| one.path.span() == other.path.span()) {
        let Some(path) = group.first().map(|operation| operation.path) else { continue };
        let name = path.name();
        let Some(found) = Found::in_path(&name) else { continue };
        let variables: Vec<Cow<'_, str>> = Template::read(&name).variables.into_iter().map(|one| one.0.into()).gathered();
        let parameters = || group.iter().flat_map(|operation| &operation.parameters).filter(|one| one.is_in("path"));
        // What is left over there, or lacking here, is told already.
        let is_known = |name: &Cow<'_, str>| parameters().any(|parameter| parameter.name().is_some_and(|one| one == *name));
        if !variables.iter().all(is_known) || !parameters().filter_map(Parameter::name).all(|name| variables.contains(&name)) {
            continue;
        }
        let is_full = findings.is_full();
        let message = if is_full {
            String::new()
        } else {
            format!("`{}` in the path is no variable: that would be `{{{}}}`.", found.written, found.variable)
        };
        let diagnostic = findings.add((part_of(path, found.span), path.value()), message, BECAUSE);
        // Some APIs have actions of such names.
        if found.written.starts_with(':') {
            diagnostic.severity(Severity::Hint);
        }
        if is_full || is_taken(path, &found.right) {
            continue;
        }
        let types = types.get_or_insert_with(|| Types::of(document));
        let edits = corrected(path, group, &found, &variables, types);
        let right = &found.right;
        if edits.len() == 1 {
            diagnostic.safe_fix(format!("Write it as `{right}`"), edits);
        } else {
            let title = format!("Write it as `{right}`, with the path parameter {}", list(&[found.variable]));
            diagnostic.review_fix(title, "The action then asks for its value.", edits);
        }
    }
}

fn corrected(
    path: Member<'_>,
    operations: &[Operation<'_>],
    found: &Found<'_>,
    variables: &[Cow<'_, str>],
    types: &Types<'_>,
) -> Vec<Edit> {
    let mut edits = vec![edit::rename_member(path, &found.right)];
    if !operations.is_empty() && !variables.iter().any(|variable| *variable == found.variable) {
        edits.extend(parameters_added(path.value(), &PATH_ITEM, std::slice::from_ref(&found.variable), types));
    }
    edits
}

/// A step of a path that looks like a variable.
struct Found<'p> {
    written: &'p str,
    /// Where in the path it stands.
    span: Span,
    variable: String,
    /// The path with the variable in single braces.
    right: String,
}

impl<'p> Found<'p> {
    /// The first one in the path.
    fn in_path(path: &'p str) -> Option<Self> {
        let mut start = 0;
        for step in path.split(['?', '#']).next()?.split('/') {
            if let Some(variable) = variable_in(step) {
                let end = start + step.len();
                let right = format!("{}{{{variable}}}{}", path.get(..start)?, path.get(end..)?);
                return Some(Self { written: step, span: Span::new(start as u32, end as u32), variable, right });
            }
            start += step.len() + 1;
        }
        None
    }
}

/// The name of the variable that a step of a path looks like.
fn variable_in(step: &str) -> Option<String> {
    const MARKS: [(&str, &str); 6] = [(":", ""), ("<", ">"), ("[", "]"), ("${", "}"), ("{{", "}}"), ("{", "}")];
    let decoded = decode_percent(step);
    let is_encoded = decoded.len() < step.len();
    let name = MARKS.iter().find_map(|(open, close)| {
        // Braces are another notation only where they are encoded.
        let is_other = is_encoded || !open.starts_with('{');
        decoded.strip_prefix(open)?.strip_suffix(close).filter(|_| is_other)
    })?;
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte);
    (name.starts_with(|first: char| first.is_ascii_alphabetic()) && name.bytes().all(fits)).then(|| name.to_owned())
}
