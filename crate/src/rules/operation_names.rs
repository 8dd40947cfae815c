//! Names for operations: made of their methods and paths, or of each other; and what refers to them.

use super::wording::capitalize;
use crate::json::Value;
use crate::openapi::{Document, Operation};
use crate::text::Names;
pub(super) use crate::text::words;

/// An id made of method and path: `getPeopleById` for `GET /people/{id}`.
pub(super) fn id_by_path(operation: &Operation<'_>) -> String {
    let mut id = operation.method.name().to_ascii_lowercase();
    let path = operation.path.name();
    for step in path.split(['?', '#']).next().unwrap_or_default().split('/') {
        let (by, name) = match step.strip_prefix('{') {
            Some(variable) => ("By", variable),
            None => ("", step),
        };
        let words = name.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let mut words = words.peekable();
        if words.peek().is_some() {
            id.push_str(by);
        }
        words.for_each(|word| id.push_str(&capitalize(word)));
    }
    id
}

/// The id with a number behind it, from `next` on, that makes it one of its own.
pub(super) fn numbered(id: &str, taken: &Names<'_>, next: &mut usize) -> String {
    loop {
        let candidate = format!("{id}{next}");
        if !taken.contains(&candidate) {
            return candidate;
        }
        *next += 1;
    }
}

/// Every `operationId` inside extensions, wherever in them: drop-down lists and the test of a connection name an
/// operation like this.
pub(super) fn referring<'a>(document: &Document<'a>) -> Vec<Value<'a>> {
    let tree = document.tree();
    let mut found = Vec::new();
    let mut next = 0;
    for extension in &document.shape().extensions {
        let whole = extension.member.value();
        // One inside another was looked through with it.
        for index in whole.index().max(next)..tree.size() as u32 {
            let Some(value) = tree.value(index) else { continue };
            if !whole.span().contains(value.span()) {
                break;
            }
            if value.member().is_some_and(|member| member.is("operationId")) && value.as_str().is_some() {
                found.push(value);
            }
            next = index + 1;
        }
    }
    found
}

/// A label made of the operation's id, else of its method and path: `Get people by id` for `getPeopleById`.
pub(super) fn suggested_label(operation: &Operation<'_>) -> String {
    let id = operation.id().filter(|id| !id.trim().is_empty());
    capitalize(&words(&id.map_or_else(|| id_by_path(operation), std::borrow::Cow::into_owned)))
}

/// The names of operations under a key that is not quite right, or in a place where none is read: other rules say so.
pub(super) fn half_declared<'a>(document: &Document<'a>) -> Names<'a> {
    let members = document.tree().values().filter_map(Value::member);
    let ids = members.filter(|member| member.name().eq_ignore_ascii_case("operationId"));
    let is_extension = |value: Value<'a>| value.member().is_some_and(|member| member.name().starts_with("x-"));
    ids.filter(|id| !is_extension(id.object())).filter_map(|id| id.value().as_str()).collect()
}
