use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, Safety, Severity};
use crate::json::Value;
use crate::openapi::{Document, Operation};
use crate::rules::{Findings, media_types};
use crate::text::{Edit, Gather, by_name};

super::rule! {
    /// An operation has form fields and does not say that it sends a form.
    ///
    /// Parameters with `"in": "formData"` are sent as `application/x-www-form-urlencoded`, and files as
    /// `multipart/form-data`: one of the two has to be among what the operation, or else the document, `consumes`. With a
    /// file, OpenAPI 2.0 demands it.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/files": {
    ///       «"post"»: { "parameters": [{ "name": "file", "in": "formData", "type": "file" }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Add `consumes` with `multipart/form-data`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/files": {
    ///       "post": { "parameters": [{ "name": "file", "in": "formData", "type": "file" }], "consumes": ["multipart/form-data"] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/notes": {
    ///       "post": {
    ///         "consumes": «["application/json"]»,
    ///         "parameters": [{ "name": "text", "in": "formData", "type": "string" }]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Change `consumes` to `application/x-www-form-urlencoded`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/notes": {
    ///       "post": {
    ///         "consumes": ["application/x-www-form-urlencoded"],
    ///         "parameters": [{ "name": "text", "in": "formData", "type": "string" }]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "consumes": ["application/json", "Multipart/Form-Data; boundary=x"],
    ///   "paths": { "/files": { "post": { "parameters": [{ "name": "file", "in": "formData", "type": "file" }] } } }
    /// }
    /// ```
    Warning or Error "form-media-type" Documented from "https://spec.openapis.org/oas/v2.0#parameter-object"
}

/// What the media types of forms have in their names; a star stands for any.
const FORMS: [&str; 4] = ["x-www-form-urlencoded", "form-data", "multipart/", "*"];

fn check(document: &Document<'_>, findings: &mut Findings) {
    let lacking = document.operations().iter().filter_map(|operation| {
        let mut fields = operation.parameters.iter().filter(|parameter| parameter.is_in("formData")).peekable();
        fields.peek()?;
        let list = media_types::effective(document, operation, "consumes");
        // Some have a form of their own, such as `application/vnd.example+form-data`.
        let is_form = |one: String| FORMS.iter().any(|form| one.contains(form));
        if media_types::listed(list).any(is_form) {
            return None;
        }
        let has_file = fields.any(|field| field.value.get("type").is_some_and(|kind| kind.is_str("file")));
        let list = list.filter(|list| list.items().next().is_some());
        // What the root says is one cause, however many operations it fits not.
        let key = format!("{} {has_file}", list.map_or(0, Value::index));
        Some((Cow::Owned(key), (operation, list, has_file)))
    });
    for (_, group) in by_name(lacking) {
        let Some(&(first, list, has_file)) = group.first() else { continue };
        let operations: Vec<&Operation<'_>> = group.iter().map(|one| one.0).gathered();
        report(findings, first, &operations, list, has_file);
    }
}

/// One diagnostic for all operations of which the same list says what they consume.
fn report(
    findings: &mut Findings,
    first: &Operation<'_>,
    operations: &[&Operation<'_>],
    list: Option<Value<'_>>,
    has_file: bool,
) {
    let needed = if has_file { "multipart/form-data" } else { "application/x-www-form-urlencoded" };
    let what = if has_file { "a file" } else { "form fields" };
    let message = format!("`{}` sends {what}, but does not consume `{needed}`.", first.label());
    let because = "Nintex sends the fields as the media type says; the API does not find them, or the import is refused.";
    let own = first.value().get("consumes").filter(|own| Some(*own) == list);
    let diagnostic = match own {
        Some(own) => findings.add(own, message, because),
        None => findings.add(first.method, message, because),
    };
    if has_file {
        diagnostic.severity(Severity::Error);
    }
    diagnostic.label_each(&mut operations.iter().skip(1).map(|other| other.method.name_span()), "this one, too");
    if let Some(list) = list.filter(|_| own.is_none()) {
        diagnostic.label(list.span(), "this counts, as the operation says nothing");
    }
    offer(diagnostic, operations, own, list.is_some(), needed);
}

fn offer(
    diagnostic: &mut Diagnostic,
    operations: &[&Operation<'_>],
    own: Option<Value<'_>>,
    is_other: bool,
    needed: &str,
) {
    let consequence = "See that the API takes it: it is called with another media type than before.";
    if let (Some(_), [operation]) = (own, operations) {
        let edit = media_types::stated(operation.value(), "consumes", needed);
        diagnostic.review_fix(format!("Change `consumes` to `{needed}`"), consequence, [edit]);
        return;
    }
    let edits: Vec<Edit> =
        operations.iter().map(|operation| media_types::stated(operation.value(), "consumes", needed)).gathered();
    // Where nothing is said, nothing else can be meant.
    let (safety, consequence) = if is_other { (Safety::Review, consequence) } else { (Safety::Safe, "") };
    diagnostic.fix(safety, format!("Add `consumes` with `{needed}`"), consequence, edits);
}
