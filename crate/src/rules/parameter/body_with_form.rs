use crate::json::{Value, edit};
use crate::openapi::Document;
use crate::rules::Findings;
use crate::text::{Gather, in_order};

super::rule! {
    /// An operation has a body and form fields.
    ///
    /// Both are what a call sends, and it can send only one of them.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "post": {
    ///         "parameters": [
    ///           { "name": "person", "in": "body", "schema": { "type": "object" } },
    ///           { "name": "photo", "in": «"formData"», "type": "file" }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove the form fields
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "post": {
    ///         "parameters": [
    ///           { "name": "person", "in": "body", "schema": { "type": "object" } }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove the body
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "post": {
    ///         "parameters": [
    ///           { "name": "photo", "in": "formData", "type": "file" }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "post": {
    ///         "parameters": [
    ///           { "name": "name", "in": "formData", "type": "string" },
    ///           { "name": "photo", "in": "formData", "type": "file" },
    ///           { "name": "notify", "in": "query", "type": "boolean" }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    Error "body-with-form" Documented from "https://spec.openapis.org/oas/v2.0#parameter-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for operation in document.operations() {
        let of = |place: &str| operation.parameters.iter().find(|parameter| parameter.is_in(place));
        let (Some(body), Some(field)) = (of("body"), of("formData")) else { continue };
        let later = if body.site.index() > field.site.index() { body } else { field };
        let earlier = if later.site == body.site { field } else { body };
        let message = format!("`{}` has a body and form fields, and a call can send only one of the two.", operation.label());
        let because = "OpenAPI 2.0 does not allow both, and the import is refused.";
        let is_full = findings.is_full();
        let diagnostic = findings.add((later.blamed("in").span(), later.site), message, because);
        diagnostic.label(earlier.blamed("in").span(), "and this");
        if is_full {
            continue;
        }
        for (place, title) in [("formData", "Remove the form fields"), ("body", "Remove the body")] {
            let unwanted = operation.parameters.iter().filter(|one| one.is_in(place)).map(|one| one.site).gathered();
            let unwanted = in_order(unwanted, |site: &Value<'_>| u64::from(site.index()));
            let lists = [operation.value(), operation.path_item()];
            let is_unwanted =
                |item: Value<'_>| unwanted.binary_search_by_key(&item.index(), |site| site.index()).is_ok();
            let edits: Vec<_> = lists
                .iter()
                .filter_map(|holder| holder.get("parameters"))
                .flat_map(|list| edit::remove_items(list, is_unwanted))
                .gathered();
            diagnostic.review_fix(title, "The action no longer asks for them.", edits);
        }
    }
}
