use crate::json::encode;
use crate::openapi::{Document, Operation};
use crate::rules::wording::capitalize;
use crate::rules::Findings;
use crate::rules::operation_names::referring;
use crate::text::{Edit, Gather, Names};

super::rule! {
    /// An `operationId` has blanks or other characters that don't survive in an address.
    ///
    /// Nintex keeps the fields of an action under its id, and so do tools that make code or pages of a document. Letters,
    /// digits, `-`, `_` and `.` are safe everywhere.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": { "get": { "operationId": «"get all people"», "x-ntx-dynamic-values": { "operationId": "get all people" } } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Change it to `getAllPeople`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": { "get": { "operationId": "getAllPeople", "x-ntx-dynamic-values": { "operationId": "getAllPeople" } } }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "paths": { "/people": { "get": { "operationId": "People_list.v2" }, "put": { "operationId": "a:b(c)" } } } }
    /// ```
    Hint "operation-id-characters" Inferred from "https://spec.openapis.org/oas/v2.0#operation-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let mut taken: Option<Names<'_>> = None;
    let mut places = None;
    for operation in document.operations() {
        let (Some(id), Some(value)) = (operation.id(), operation.value().get("operationId")) else { continue };
        let is_strange = |character: char| {
            !character.is_ascii_graphic() || matches!(character, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '%')
        };
        if id.is_empty() || !id.contains(is_strange) || value.is_damaged() {
            continue;
        }
        let what = if id.contains(char::is_whitespace) { "blanks" } else { "characters that an address cannot have" };
        let is_full = findings.is_full();
        let because = "It works in published Xtensions; tools that put the id into an address or a name stumble over it.";
        let diagnostic = findings.add(value, format!("The operationId `{id}` has {what} in it."), because);
        if is_full {
            continue;
        }
        let mut words = id.split(is_strange).filter(|word| !word.is_empty());
        let mut new = words.next().unwrap_or_default().to_owned();
        words.for_each(|word| new.push_str(&capitalize(word)));
        let taken = taken.get_or_insert_with(|| document.operations().iter().filter_map(Operation::id).collect());
        if new.is_empty() || taken.contains(&new) {
            continue;
        }
        let places = places.get_or_insert_with(|| referring(document));
        let places = places.iter().copied().filter(|other| other.is_str(&id)).chain([value]);
        let edits: Vec<Edit> = places.map(|place| Edit::replace(place.span(), encode(&new))).gathered();
        let consequence = "Workflows that have this action keep its fields under the old id.";
        diagnostic.review_fix(format!("Change it to `{new}`"), consequence, edits);
    }
}
