use std::borrow::Cow;

use crate::json::{Value, encode};
use crate::openapi::{Document, METHODS, Operation};
use crate::rules::Findings;
use crate::rules::operation_names::{id_by_path, numbered, referring};
use crate::rules::wording::capitalize;
use crate::text::{Edit, Gather, Names, by_name};

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
    /// ## Fix: Rename this one to `getPeople2`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": { "get": { "operationId": "getPeople" } },
    ///     "/people/{id}": { "get": { "operationId": "getPeople2" } }
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
    ///
    /// An id that begins with another method than the operation's gets the right one.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}": {
    ///       "get": { "operationId": "getPerson" },
    ///       "delete": { "operationId": «"getPerson"» }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Rename this one to `deletePerson`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}": {
    ///       "get": { "operationId": "getPerson" },
    ///       "delete": { "operationId": "deletePerson" }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Rename this one to `getPerson2`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}": {
    ///       "get": { "operationId": "getPerson" },
    ///       "delete": { "operationId": "getPerson2" }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Rename this one to `deletePeopleById`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}": {
    ///       "get": { "operationId": "getPerson" },
    ///       "delete": { "operationId": "deletePeopleById" }
    ///     }
    ///   }
    /// }
    /// ```
    ///
    /// Where something refers to the id, it has to be seen which of the two it means.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/a": { "get": { "operationId": "list", "x-ntx-dynamic-values": { "operationId": "list" } } },
    ///     "/b": { "get": { "operationId": «"list"» } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Rename this one to `list2`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/a": { "get": { "operationId": "list", "x-ntx-dynamic-values": { "operationId": "list" } } },
    ///     "/b": { "get": { "operationId": "list2" } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Rename this one to `getB`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/a": { "get": { "operationId": "list", "x-ntx-dynamic-values": { "operationId": "list" } } },
    ///     "/b": { "get": { "operationId": "getB" } }
    ///   }
    /// }
    /// ```
    ///
    /// What only looks like an operation is none: in extensions, defaults and examples.
    ///
    /// ## Good
    /// ```json
    /// {
    ///   "definitions": {
    ///     "A": { "default": { "get": { "operationId": "a" } }, "example": { "paths": { "/": { "get": { "operationId": "a" } } } } }
    ///   },
    ///   "paths": {
    ///     "/a": {
    ///       "get": {
    ///         "operationId": "a",
    ///         "x-other": { "get": { "operationId": "a" } },
    ///         "responses": { "200": { "examples": { "application/json": { "get": { "operationId": "a" } } } } }
    ///       },
    ///       "x-get": { "operationId": "a" }
    ///     }
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

const BECAUSE: &str = "OpenAPI 2.0 wants each id once. What refers to it would mean two actions, and their fields would \
                       be stored under one name.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    let mut taken: Option<Names<'_>> = None;
    let mut referred: Option<Names<'_>> = None;
    let identified = document.operations().iter().filter_map(|operation| Some((operation.id()?, operation)));
    for (id, operations) in by_name(identified) {
        let Some((earlier, others)) = operations.split_first() else { continue };
        let mut next = 2;
        for operation in others {
            let Some(value) = operation.value().get("operationId") else { continue };
            let is_full = findings.is_full();
            let diagnostic = findings.add(value, format!("The operationId `{id}` is used more than once."), BECAUSE);
            if is_full {
                continue;
            }
            if let Some(there) = earlier.value().get("operationId") {
                diagnostic.label(there.span(), "here for the first time");
            }
            let taken = taken.get_or_insert_with(|| document.operations().iter().filter_map(Operation::id).collect());
            let by_method = with_method(&id, &operation.method.name());
            let by_path = id_by_path(operation);
            let by_number = numbered(&id, taken, &mut next);
            let referred = referred.get_or_insert_with(|| {
                referring(document).into_iter().filter_map(Value::as_str).collect()
            });
            let is_free = |new: &String| !taken.contains(new) && !new.eq_ignore_ascii_case(&id);
            let news: Vec<String> = by_method.into_iter().chain([by_number, by_path]).filter(is_free).gathered();
            for new in &news {
                let title = format!("Rename this one to `{new}`");
                let edit = [Edit::replace(value.span(), encode(new))];
                if referred.contains(&id) {
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

/// The id with the operation's method where it begins with another one: `deletePerson` for `getPerson` of a `delete`.
fn with_method(id: &str, method: &str) -> Option<String> {
    let lower = id.to_ascii_lowercase();
    let other = METHODS.iter().find(|other| lower.starts_with(**other))?;
    let rest = id.get(other.len()..)?;
    let is_word = rest.starts_with(|next: char| next.is_ascii_uppercase() || matches!(next, '_' | '-' | '.'));
    if !is_word || *other == method {
        return None;
    }
    let is_capital = id.starts_with(|first: char| first.is_ascii_uppercase());
    Some(format!("{}{rest}", if is_capital { capitalize(method) } else { method.to_owned() }))
}
