use crate::diagnostic::Diagnostic;
use crate::json::{Member, Value, edit, encode};
use crate::openapi::Document;
use crate::rules::Findings;
use crate::rules::connection_questions::{Question, ask, in_double_braces, names};
use crate::rules::templates::Template;
use crate::text::{Edit, Gather};

super::rule! {
    /// `basePath` has a variable in braces.
    ///
    /// OpenAPI 2.0 knows variables only in paths: in `basePath` nothing gives their values. What is different for each
    /// connection can be put in by Nintex's `x-ntx-basePath`.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "basePath": «"/v1/{tenant}/api"»,
    ///   "paths": { "/people": {}, "/people/{id}": {} }
    /// }
    /// ```
    /// ## Fix: Move `/{tenant}/api` into the paths
    /// ```json
    /// {
    ///   "basePath": "/v1",
    ///   "paths": { "/{tenant}/api/people": {}, "/{tenant}/api/people/{id}": {} }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "basePath": «"/v1/{tenant}"»,
    ///   "paths": {},
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": { "tenant": { "type": "string" } },
    ///         "required": ["tenant"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Make it `x-ntx-basePath`, and ask each connection
    /// ```json
    /// {
    ///   "x-ntx-basePath": "/v1/{{tenant}}",
    ///   "paths": {},
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": { "tenant": { "type": "string" } },
    ///         "required": ["tenant"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "basePath": "/v1", "x-ntx-basePath": "/v1/{{tenant}}", "paths": { "/{tenant}/people": {} } }
    /// ```
    Error "basepath-template" Documented from "https://spec.openapis.org/oas/v2.0#swagger-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let Some(root) = document.root() else { return };
    let Some(value) = root.get("basePath").filter(|base| !base.is_damaged()) else { return };
    let base = value.as_str().unwrap_or_default();
    let Some(&(variable, at)) = Template::read(&base).variables.first() else { return };
    let message = format!("`basePath` has the variable `{{{variable}}}`, and only paths can have variables.");
    let because = "Nintex has no field for it and calls the address with the braces in it.";
    let diagnostic = findings.add(value, message, because);
    offer_placeholder(document, diagnostic, value, &base);
    let start = base.get(..at).and_then(|before| before.rfind('/')).unwrap_or_default();
    let (kept, moved) = (base.get(..start).unwrap_or_default(), base.get(start..).unwrap_or_default());
    let moved = moved.trim_end_matches('/');
    let paths: Vec<Member<'_>> = document.paths().gathered();
    if paths.is_empty() || !moved.starts_with('/') {
        return;
    }
    let kept = if kept.is_empty() { "/" } else { kept };
    let mut edits = vec![Edit::replace(value.span(), encode(kept))];
    edits.extend(paths.iter().map(|path| edit::rename_member(*path, &format!("{moved}{}", path.name()))));
    let consequence = "Each operation then needs a path parameter for it.";
    diagnostic.review_fix(format!("Move `{moved}` into the paths"), consequence, edits);
}

/// Offers to have each connection say what stands there.
fn offer_placeholder(document: &Document<'_>, diagnostic: &mut Diagnostic, value: Value<'_>, base: &str) {
    let questions = names(base).into_iter().map(Question::new).gathered();
    let is_free = document.root_member("x-ntx-basePath").is_none() && base.starts_with('/');
    let Some((member, asked)) = value.member().zip(ask(document, &questions)).filter(|_| is_free) else { return };
    let text = encode(&in_double_braces(base));
    let mut edits = vec![edit::rename_member(member, "x-ntx-basePath"), Edit::replace(value.span(), text)];
    edits.extend(asked);
    let consequence = "Whoever makes a connection fills it in, and no action asks for it.";
    diagnostic.review_fix("Make it `x-ntx-basePath`, and ask each connection", consequence, edits);
}
