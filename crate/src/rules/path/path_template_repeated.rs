use crate::json::edit;
use crate::openapi::Document;
use crate::rules::Findings;
use crate::rules::path_templates::part_of;
use crate::rules::templates::{Template, is_taken};
use crate::text::{Names, Span};

super::rule! {
    /// A path has the same variable twice.
    ///
    /// There is one parameter of a name, so both places get the same value. Mostly two different ones were meant.
    ///
    /// ## Bad
    /// ```json
    /// { "paths": { "/people/{id}/notes/«{id}»": { "get": {} } } }
    /// ```
    /// ## Fix: Rename this one to `{id2}`
    /// ```json
    /// { "paths": { "/people/{id}/notes/{id2}": { "get": {} } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "paths": { "/people/{id}/notes/{noteId}": { "get": {} } } }
    /// ```
    Warning "path-template-repeated" Inferred from "https://spec.openapis.org/oas/v2.0#path-templating"
}

/// Of a path that is longer, in bytes, none of the renamings is written out: each would have the whole path in it.
const LONGEST: usize = 2_000;

fn check(document: &Document<'_>, findings: &mut Findings) {
    for path in document.paths() {
        let name = path.name();
        let mut met = Names::default();
        for (variable, at) in Template::read(&name).variables {
            if met.insert(variable.into()) {
                continue;
            }
            let end = at + variable.len() + 2;
            let message = format!("The path has `{{{variable}}}` more than once.");
            let because = "The action has one field of that name, and its value goes to both places.";
            let span = part_of(path, Span::new(at as u32, end as u32));
            let is_full = findings.is_full();
            let diagnostic = findings.add((span, path.value()), message, because);
            if is_full || name.len() > LONGEST {
                continue;
            }
            let (before, after) = (name.get(..at).unwrap_or_default(), name.get(end..).unwrap_or_default());
            let right = format!("{before}{{{variable}2}}{after}");
            if !met.contains(&format!("{variable}2")) && !is_taken(path, &right) {
                let consequence = "It then needs a path parameter of that name.";
                let edit = edit::rename_member(path, &right);
                diagnostic.review_fix(format!("Rename this one to `{{{variable}2}}`"), consequence, [edit]);
            }
        }
    }
}
