use crate::json::{Member, Value, edit};
use crate::openapi::{Document, Level, Parameter};
use crate::rules::Findings;
use crate::text::{Edit, Gather};

super::rule! {
    /// A `get` sends a body or form fields.
    ///
    /// What is read by `get` or `head` is named by the address alone. A body is left out on the way, or the call fails.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "parameters": [{ "name": "filter", "in": «"body"», "schema": { "type": "object" } }]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Make it a `post`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "post": {
    ///         "parameters": [{ "name": "filter", "in": "body", "schema": { "type": "object" } }]
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
    ///       "get": {
    ///         "parameters": []
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": { "parameters": [{ "name": "page", "in": «"formData"», "type": "string" }] },
    ///       "post": {}
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Send them in the query
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": { "parameters": [{ "name": "page", "in": "query", "type": "string" }] },
    ///       "post": {}
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": { "parameters": [{ "name": "page", "in": "query", "type": "string" }] },
    ///       "delete": { "parameters": [{ "name": "ids", "in": "body", "schema": { "type": "object" } }] }
    ///     }
    ///   }
    /// }
    /// ```
    Warning "body-in-get" Inferred from "https://www.rfc-editor.org/rfc/rfc9110#section-9.3.1"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for operation in document.operations() {
        let method = operation.method.name();
        if !["get", "head"].contains(&&*method) {
            continue;
        }
        let sent = |parameter: &&Parameter<'_>| parameter.is_in("body") || parameter.is_in("formData");
        let mut parameters = operation.parameters.iter().filter(sent).copied();
        let Some(first) = parameters.next() else { continue };
        let what = if first.is_in("body") { "a body" } else { "form fields" };
        let message = format!("`{}` sends {what}, and a `{method}` has none.", operation.label());
        let because = "It is lost on the way, or the call fails before it is sent.";
        let is_full = findings.is_full();
        let diagnostic = findings.add(first.blamed("in"), message, because);
        if is_full {
            continue;
        }
        if first.is_in("body") {
            if operation.path_item().get("post").is_none() {
                let consequence = "See that the API has a `post` at this path.";
                let edit = edit::rename_member(operation.method, "post");
                diagnostic.review_fix("Make it a `post`", consequence, [edit]);
            }
            if first.level == Level::Operation
                && let Some(edit) = edit::remove_item(first.site)
            {
                diagnostic.review_fix("Remove the body", "The action no longer asks for it.", [edit]);
            }
            continue;
        }
        let is_file = |parameter: &Parameter<'_>| parameter.value.get("type").is_some_and(|kind| kind.is_str("file"));
        let is_own = |parameter: &Parameter<'_>| {
            parameter.level == Level::Operation && !parameter.is_reference() && !is_file(parameter)
        };
        let form: Vec<Parameter<'_>> = parameters.chain([first]).gathered();
        if form.iter().all(|parameter| is_own(parameter) && parameter.is_in("formData")) {
            let places = form.iter().filter_map(|parameter| parameter.value.member_named("in")).map(Member::value);
            let edits: Vec<Edit> = places.map(|place: Value<'_>| Edit::replace(place.span(), "\"query\"")).gathered();
            let consequence = "They then stand behind the question mark of the address: see that the API reads them there.";
            diagnostic.review_fix("Send them in the query", consequence, edits);
        }
    }
}
