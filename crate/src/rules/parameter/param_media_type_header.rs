use std::borrow::Cow;

use crate::json::{Value, edit};
use crate::openapi::{Document, Operation, Parameter};
use crate::rules::Findings;
use crate::rules::media_types::{self, effective, essence, listed};
use crate::text::{Edit, Gather, by_name, in_order};

super::rule! {
    /// A header parameter sets the media type of a call.
    ///
    /// `consumes` says what a call sends, and `produces` what comes back. Nintex makes the headers `Content-Type` and
    /// `Accept` of them by itself, so a parameter of that name is a second value: in the best case it does nothing.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "post": {
    ///         "parameters": [
    ///           { "name": «"Content-Type"», "in": "header", "type": "string", "default": "application/json" },
    ///           { "name": "person", "in": "body", "schema": {} }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove it and set `consumes`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "post": {
    ///         "parameters": [
    ///           { "name": "person", "in": "body", "schema": {} }
    ///         ],
    ///         "consumes": ["application/json"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    ///
    /// However many operations have it, it is said once.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "produces": ["application/json"],
    ///   "paths": {
    ///     "/people": {
    ///       "parameters": [{ "name": «"accept"», "in": "header", "type": "string" }],
    ///       "get": {},
    ///       "put": {}
    ///     },
    ///     "/lists": { "get": { "parameters": [{ "name": "Accept", "in": "header", "type": "string" }] } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove it
    /// ```json
    /// {
    ///   "produces": ["application/json"],
    ///   "paths": {
    ///     "/people": {
    ///       "parameters": [],
    ///       "get": {},
    ///       "put": {}
    ///     },
    ///     "/lists": { "get": { "parameters": [] } }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": { "get": { "parameters": [{ "name": "accept", "in": "query", "type": "string" }] } }
    ///   }
    /// }
    /// ```
    Hint "param-media-type-header" Inferred
    from "https://help.nintex.com/en-US/xtensions/02_BuildOpenAPI/01_Basic/PRC_02Build_OpenAPI_Structure.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let parameters = document.operations().iter().flat_map(|operation| {
        operation.parameters.iter().map(move |parameter| (operation, *parameter))
    });
    let named = parameters.filter(|one| one.1.is_in("header")).filter_map(|one| {
        let name = one.1.name()?.to_ascii_lowercase();
        (name == "content-type" || name == "accept").then_some((Cow::Owned(name), one))
    });
    for (name, found) in by_name(named) {
        let Some((operation, first)) = found.first() else { continue };
        let key = if name == "accept" { "produces" } else { "consumes" };
        let mut sites = in_order(found.iter().map(|one| one.1).gathered(), |one| u64::from(one.site.index()));
        sites.dedup_by_key(|parameter| parameter.site.index());
        let message = match found.len() {
            1 => format!("`{}` has the header `{}` as a parameter.", operation.label(), first.name().unwrap_or_default()),
            many => format!("{many} operations have the header `{}` as a parameter.", first.name().unwrap_or_default()),
        };
        let because = format!("Nintex sets it by what `{key}` says; a second value does nothing, or the call fails.");
        let is_full = findings.is_full();
        let diagnostic = findings.add(first.blamed("name"), message, because);
        if is_full {
            continue;
        }
        let others = sites.iter().filter(|other| other.site != first.site);
        diagnostic.label_each(&mut others.map(|other| other.blamed("name").span()), "here, too");
        let mut edits: Vec<Edit> = Vec::new();
        for group in sites.chunk_by(|one, other| one.site.parent() == other.site.parent()) {
            let Some(list) = group.first().and_then(|one| one.site.parent()) else { continue };
            let is_unwanted = |item: Value<'_>| group.binary_search_by_key(&item.index(), |one| one.site.index()).is_ok();
            edits.extend(edit::remove_items(list, is_unwanted));
        }
        let removed = edits.len();
        edits.extend(found.iter().filter_map(|(operation, parameter)| stated(document, operation, parameter, key)));
        let title = if edits.len() > removed { format!("Remove it and set `{key}`") } else { "Remove it".to_owned() };
        diagnostic.review_fix(title, "The actions no longer ask for it.", edits);
    }
}

/// Says in `consumes` or `produces` what the parameter always is, where nothing says it yet.
fn stated(document: &Document<'_>, operation: &Operation<'_>, parameter: &Parameter<'_>, key: &str) -> Option<Edit> {
    let sends = |place: &str| operation.parameters.iter().any(|parameter| parameter.is_in(place));
    if key == "consumes" && !sends("body") && !sends("formData") {
        return None;
    }
    let only = parameter.value.get("enum").and_then(|list| list.items().next());
    let fixed = parameter.value.get("default").or(only)?.as_str()?;
    if !fixed.contains('/') || listed(effective(document, operation, key)).any(|kind| kind == essence(&fixed)) {
        return None;
    }
    Some(media_types::stated(operation.value(), key, &fixed))
}
