use crate::json::{Member, edit};
use crate::openapi::{Document, Parameter};
use crate::rules::Findings;
use crate::rules::path_templates::part_of;
use crate::rules::templates::{BraceFault, Template, is_taken, segment_end};
use crate::text::{Gather, Span};

super::rule! {
    /// The braces of a path do not come in pairs with a name between them.
    ///
    /// `{id}` stands for the value of the path parameter `id`. A single brace, braces in braces and empty ones stand for
    /// nothing: they are sent as they are.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/«{id»/notes": {
    ///       "get": { "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Change it to `/people/{id}/notes`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}/notes": {
    ///       "get": { "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "paths": { "/people/id«}»": { "get": {} } } }
    /// ```
    /// ## Fix: Change it to `/people/{id}`
    /// ```json
    /// { "paths": { "/people/{id}": { "get": {} } } }
    /// ```
    /// ## Fix: Remove the brace
    /// ```json
    /// { "paths": { "/people/id": { "get": {} } } }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/«{}»": {
    ///       "get": { "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Change it to `/people/{id}`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}": {
    ///       "get": { "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "paths": { "/people/«{id{name}}»": { "get": {} }, "/notes/«{}»": { "get": {} } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "paths": { "/people/{id}.json": {}, "/{{tenant}}/people": {}, "/notes?filter={": {} } }
    /// ```
    Error "path-template-malformed" Documented from "https://spec.openapis.org/oas/v2.0#path-templating"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for path in document.paths() {
        let name = path.name();
        let template = Template::read(&name);
        let Some((fault, span)) = template.fault else { continue };
        let what = match fault {
            BraceFault::Unclosed => "a brace that is not closed",
            BraceFault::Unopened => "a closing brace without an opening one",
            BraceFault::Nested => "braces in braces",
            BraceFault::Empty => "braces with nothing between them",
        };
        let because = "Nintex puts a value only where a name stands in braces, and sends all else as it is written.";
        let is_full = findings.is_full();
        let message = format!("The path `{name}` has {what}.");
        let diagnostic = findings.add((part_of(path, span), path.value()), message, because);
        if is_full {
            continue;
        }
        let parameters = parameters(document, path);
        let Some((variable, right)) = repaired(&name, fault, span, &parameters) else { continue };
        if !is_taken(path, &right) && Template::read(&right).fault.is_none() {
            let title = format!("Change it to `{right}`");
            let edit = edit::rename_member(path, &right);
            if parameters.iter().any(|parameter| parameter.name().is_some_and(|name| name == variable)) {
                diagnostic.safe_fix(title, [edit]);
                continue;
            }
            let consequence = format!("`{variable}` then is a variable, and needs a path parameter.");
            diagnostic.review_fix(title, consequence, [edit]);
        }
        if fault == BraceFault::Unclosed || fault == BraceFault::Unopened {
            let mut without = name.to_string();
            without.remove(span.start as usize);
            if !is_taken(path, &without) && Template::read(&without).fault.is_none() {
                let edit = edit::rename_member(path, &without);
                diagnostic.review_fix("Remove the brace", "It then is no variable.", [edit]);
            }
        }
    }
}

/// The path parameters of the operations of a path.
fn parameters<'a>(document: &Document<'a>, path: Member<'a>) -> Vec<Parameter<'a>> {
    let operations = document.operations().iter().filter(|operation| operation.path_item() == path.value());
    let parameters = operations.flat_map(|operation| operation.parameters.iter().copied());
    parameters.filter(|parameter| parameter.is_in("path")).gathered()
}

/// The variable that is meant, and the path with it in braces.
fn repaired(path: &str, fault: BraceFault, span: Span, parameters: &[Parameter<'_>]) -> Option<(String, String)> {
    let (start, end) = match fault {
        BraceFault::Unclosed => (span.start as usize, segment_end(path, span.start as usize)),
        BraceFault::Unopened => {
            let step = path.get(..span.start as usize)?.rfind('/')?;
            (step + 1, span.end as usize)
        }
        BraceFault::Empty => (span.start as usize, span.end as usize),
        BraceFault::Nested => return None,
    };
    let variable = match (fault, parameters) {
        (BraceFault::Empty, [only]) => only.name()?.into_owned(),
        (BraceFault::Empty, _) => return None,
        _ => path.get(start..end)?.trim_matches(['{', '}']).to_owned(),
    };
    let (before, after) = (path.get(..start)?, path.get(end..)?);
    (!variable.is_empty()).then(|| (variable.clone(), format!("{before}{{{variable}}}{after}")))
}
