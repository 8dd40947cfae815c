use std::borrow::Cow;

use crate::diagnostic::Severity;
use crate::json::{Value, edit};
use crate::openapi::Document;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::{Findings, problems};
use crate::text::{Gather, by_name};

super::rule! {
    /// A list has two parameters of the same name that are sent in the same place.
    ///
    /// A parameter is told from others by its `name` and its `in`. The same name with another `in` is another parameter,
    /// and one of an operation takes the place of the one that its path has; within one list each is there once.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "parameters": [
    ///           { "name": "page", "in": "query", "type": "string" },
    ///           { "name": «"page"», "in": "query", "type": "integer" }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove this one
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "parameters": [
    ///           { "name": "page", "in": "query", "type": "string" }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove the first one
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "parameters": [
    ///           { "name": "page", "in": "query", "type": "integer" }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    ///
    /// In headers capitals don't count.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "parameters": { "trace": { "name": "X-Trace", "in": "header", "type": "string" } },
    ///   "paths": {
    ///     "/people": {
    ///       "parameters": [
    ///         { "$ref": "#/parameters/trace" },
    ///         { "name": «"x-trace"», "in": "header", "type": "string" }
    ///       ]
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove this one
    /// ```json
    /// {
    ///   "parameters": { "trace": { "name": "X-Trace", "in": "header", "type": "string" } },
    ///   "paths": {
    ///     "/people": {
    ///       "parameters": [
    ///         { "$ref": "#/parameters/trace" }
    ///       ]
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove the first one
    /// ```json
    /// {
    ///   "parameters": { "trace": { "name": "X-Trace", "in": "header", "type": "string" } },
    ///   "paths": {
    ///     "/people": {
    ///       "parameters": [
    ///         { "name": "x-trace", "in": "header", "type": "string" }
    ///       ]
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}": {
    ///       "parameters": [{ "name": "id", "in": "path", "type": "string", "required": true }],
    ///       "get": {
    ///         "parameters": [
    ///           { "name": "id", "in": "path", "type": "integer", "required": true },
    ///           { "name": "id", "in": "query", "type": "string" },
    ///           { "name": "ID", "in": "query", "type": "string" }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    Error "param-duplicate" Documented from "https://spec.openapis.org/oas/v2.0#operation-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    // What is repeated word by word is a matter of the list.
    let equal = problems::repeated_items(document);
    let holders = document.places(ObjectKind::PathItem).chain(document.places(ObjectKind::Operation));
    let lists = holders.filter_map(|place| place.value.get("parameters"));
    for list in lists.filter(|list| list.items().nth(1).is_some()) {
        let sites = list.items().filter(|site| equal.binary_search(&site.index()).is_err());
        let identified = sites.filter_map(|site| {
            let parameter = document.resolve(site)?;
            let (name, place) = (parameter.get_str("name")?, parameter.get_str("in")?);
            // Two bodies are one too many, whatever they are called.
            (place != "body").then(|| (identity(&name, &place), (site, parameter)))
        });
        for (_, same) in by_name(identified) {
            let Some((first, others)) = same.split_first() else { continue };
            for later in others {
                report(findings, *first, *later);
            }
        }
    }
}

fn identity<'a>(name: &str, place: &str) -> Cow<'a, str> {
    let name = if place == "header" { name.to_ascii_lowercase() } else { name.to_owned() };
    Cow::Owned([place, " ", &name].concat())
}

/// Reports the later one of two: each the item of the list, and the parameter that it is or refers to.
fn report(findings: &mut Findings, first: (Value<'_>, Value<'_>), later: (Value<'_>, Value<'_>)) {
    let said = |key: &str| later.1.get_str(key).unwrap_or_default();
    let message = match &*said("in") {
        "formData" => format!("The form field `{}` is listed twice.", said("name")),
        place => format!("The {place} parameter `{}` is listed twice.", said("name")),
    };
    let because = "OpenAPI 2.0 wants each once, and the import is refused; else one of the two is lost.";
    let is_full = findings.is_full();
    let diagnostic = findings.add(blamed(later), message, because);
    diagnostic.label(blamed(first).span(), "here for the first time");
    if first.1.get_str("name") != later.1.get_str("name") {
        diagnostic.severity(Severity::Warning);
    }
    if is_full {
        return;
    }
    if first.1 == later.1 {
        diagnostic.safe_fix("Remove this one", edit::remove_item(later.0).into_iter().gathered());
        return;
    }
    let consequence = "See that the other one says what is meant.";
    diagnostic.review_fix("Remove this one", consequence, edit::remove_item(later.0).into_iter().gathered());
    diagnostic.review_fix("Remove the first one", consequence, edit::remove_item(first.0).into_iter().gathered());
}

/// The name of a parameter in a list, or the reference to it.
fn blamed<'a>((site, parameter): (Value<'a>, Value<'a>)) -> Value<'a> {
    site.get(if site == parameter { "name" } else { "$ref" }).unwrap_or(site)
}
