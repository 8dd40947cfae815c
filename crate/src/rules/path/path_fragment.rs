use crate::json::edit;
use crate::openapi::Document;
use crate::rules::Findings;
use crate::rules::path_templates::part_of;
use crate::rules::templates::is_taken;
use crate::text::Span;

super::rule! {
    /// A path has a `#` in it.
    ///
    /// What stands behind it is for browsers and is never sent: the API gets the part in front of it. Where the `#`
    /// belongs to the address, it is written as `%23`.
    ///
    /// ## Bad
    /// ```json
    /// { "paths": { "/people«#list»": { "get": {} } } }
    /// ```
    /// ## Fix: Remove `#list`
    /// ```json
    /// { "paths": { "/people": { "get": {} } } }
    /// ```
    /// ## Fix: Write it as `%23`
    /// ```json
    /// { "paths": { "/people%23list": { "get": {} } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "paths": { "/people": { "get": {} }, "/people«#2»": { "get": {} } } }
    /// ```
    /// ## Fix: Write it as `%23`
    /// ```json
    /// { "paths": { "/people": { "get": {} }, "/people%232": { "get": {} } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "paths": { "/people": { "get": {} } } }
    /// ```
    Warning "path-fragment" Inferred from "https://spec.openapis.org/oas/v2.0#paths-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for path in document.paths() {
        let name = path.name();
        let Some((before, after)) = name.split_once('#') else { continue };
        let message = format!("The path `{name}` has a `#`: what stands behind it is never sent.");
        let because = "The API is called as if it were not there, and importers of OpenAPI refuse such a path.";
        let span = part_of(path, Span::new(before.len() as u32, name.len() as u32));
        let is_full = findings.is_full();
        let diagnostic = findings.add((span, path.value()), message, because);
        if is_full {
            continue;
        }
        if before.len() > 1 && !is_taken(path, before) {
            let edit = edit::rename_member(path, before);
            diagnostic.review_fix(format!("Remove `#{after}`"), "The same address is called as before.", [edit]);
        }
        let edit = edit::rename_member(path, &name.replace('#', "%23"));
        diagnostic.review_fix("Write it as `%23`", "It then is a part of the address.", [edit]);
    }
}
