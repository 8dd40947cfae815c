use std::borrow::Cow;

use crate::json::{Value, encode};
use crate::openapi::{Document, Operation};
use crate::rules::Findings;
use crate::rules::operation_names::{id_by_path, numbered};
use crate::text::{Edit, Names, by_name};

super::rule! {
    /// Two operations have the same `operationId`.
    ///
    /// The id tells the operations of a document apart: drop-down lists and the test of a connection refer to it, and
    /// workflows keep the values of an action's fields under it. Capitals count.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": { "get": { "operationId": "getPeople" } },
    ///     "/people/{id}": { "get": { "operationId": «"getPeople"» } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Rename this one to `getPeopleById`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": { "get": { "operationId": "getPeople" } },
    ///     "/people/{id}": { "get": { "operationId": "getPeopleById" } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Rename this one to `getPeople2`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": { "get": { "operationId": "getPeople" } },
    ///     "/people/{id}": { "get": { "operationId": "getPeople2" } }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": { "get": { "operationId": "getPeople" } },
    ///     "/people/{id}": { "get": { "operationId": "getperson" } },
    ///     "/ping": { "get": {} },
    ///     "/pong": { "get": {} }
    ///   }
    /// }
    /// ```
    Error "operation-id-unique" Documented from "https://spec.openapis.org/oas/v2.0#operation-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let mut taken: Names<'_> = document.operations().iter().filter_map(Operation::id).collect();
    let mut referred: Option<Names<'_>> = None;
    let identified = document.operations().iter().filter_map(|operation| Some((operation.id()?, operation)));
    for (id, operations) in by_name(identified) {
        let Some((earlier, others)) = operations.split_first() else { continue };
        let mut next = 2;
        for operation in others {
        let Some(value) = operation.value().get("operationId") else { continue };
        let because = "OpenAPI 2.0 wants each id once. What refers to it would mean two actions, and their fields would \
                       be stored under one name.";
        let diagnostic = findings.add(value, format!("The operationId `{id}` is used more than once."), because);
        if let Some(there) = earlier.value().get("operationId") {
            diagnostic.label(there.span(), "here for the first time");
        }
        let by_path = id_by_path(operation);
        let by_number = numbered(&id, &taken, &mut next);
        let is_referred = referred.get_or_insert_with(|| references(document)).contains(&id);
        let news: Vec<String> = [by_path, by_number].into_iter().filter(|new| !taken.contains(new)).collect();
        for new in &news {
            let title = format!("Rename this one to `{new}`");
            let edit = [Edit::replace(value.span(), encode(new))];
            if is_referred {
                let consequence = format!("What refers to `{id}` then means the other operation.");
                diagnostic.review_fix(title, consequence, edit);
            } else {
                diagnostic.safe_fix(title, edit);
            }
        }
        // So that no other one gets the same new name.
        for new in news {
            taken.insert(Cow::Owned(new));
        }
        }
    }
}

/// The ids that extensions refer to, wherever in them.
fn references<'a>(document: &Document<'a>) -> Names<'a> {
    let tree = document.tree();
    let mut ids = Names::default();
    for extension in &document.shape().extensions {
        let whole = extension.member.value();
        for index in whole.index()..tree.size() as u32 {
            let Some(value) = tree.value(index) else { continue };
            if !whole.span().contains(value.span()) {
                break;
            }
            if is_operation_id(value)
                && let Some(id) = value.as_str()
            {
                ids.insert(id);
            }
        }
    }
    ids
}

fn is_operation_id(value: Value<'_>) -> bool {
    value.member().is_some_and(|member| member.is("operationId"))
}
