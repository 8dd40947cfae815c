use crate::json::{Value, edit};
use crate::openapi::Document;
use crate::openapi::shape::Fault;
use crate::rules::wording::name_first;
use crate::rules::{Findings, problems, required_list};

super::rule! {
    /// A schema says `"required": true` or `false` of itself.
    ///
    /// So JSON Schema had it long ago. In OpenAPI 2.0 the object lists the names of its required properties, and the
    /// other form makes the whole file invalid.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Person": {
    ///       "properties": {
    ///         "name": { "type": "string", "required": «true» },
    ///         "age": { "type": "integer", "required": «"false"» }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: List the required properties in the object
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Person": {
    ///       "properties": {
    ///         "name": { "type": "string" },
    ///         "age": { "type": "integer" }
    ///       },
    ///       "required": ["name"]
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "parameters": { "p": { "name": "p", "in": "body", "schema": { "type": "object", "required": «true» } } } }
    /// ```
    /// ## Fix: Remove `required`
    /// ```json
    /// { "parameters": { "p": { "name": "p", "in": "body", "schema": { "type": "object" } } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "definitions": { "Person": { "properties": { "name": { "type": "string" } }, "required": ["name"] } } }
    /// ```
    Error "required-boolean" Documented from "https://spec.openapis.org/oas/v2.0#schema-object"
}

/// The fix for an object with more such properties than these is only offered at the first of them.
const MOST: usize = 100;

fn check(document: &Document<'_>, findings: &mut Findings) {
    let mut last: Option<Value<'_>> = None;
    let mut edits = None;
    for problem in problems::general(document).filter(|problem| required_list::is_boolean(problem)) {
        let Fault::WrongType { value, .. } = problem.fault else { continue };
        let Some(member) = value.member() else { continue };
        let what = name_first(problem.object, member.object());
        let message = format!("{what} says of itself whether it is required: that is said by a list in the object that it is in.");
        let is_full = findings.is_full();
        let diagnostic = problems::report(findings, problem, message);
        let Some(properties) = required_list::properties_around(member) else {
            diagnostic.safe_fix("Remove `required`", [edit::remove_member(member)]);
            continue;
        };
        let is_next = last != Some(properties);
        if is_next {
            last = Some(properties);
            edits = if is_full { None } else { required_list::edits(properties) };
        }
        if let Some(edits) = edits.as_ref().filter(|edits| is_next || edits.len() <= MOST) {
            diagnostic.safe_fix("List the required properties in the object", edits.clone());
        }
    }
}
