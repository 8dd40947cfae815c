use crate::json::edit::{self, Position};
use crate::json::{Member, Value, encode};
use crate::nintex::fields::{Field, Fields, label};
use crate::openapi::Document;
use crate::rules::Findings;
use crate::rules::operation_names::words;
use crate::rules::wording::capitalize;
use crate::text::{Edit, Gather, in_order};

super::rule! {
    /// Fields of actions are called by names that are none for people.
    ///
    /// The label of a field is its `x-ntx-summary`, else the `title` of its schema, else the name that the API has for it.
    /// A name like `listId` or `due_date` then stands in the designer. Of fields with a description nothing is said: that
    /// stands beside them.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   «"paths"»: {
    ///     "/tasks": {
    ///       "post": {
    ///         "parameters": [
    ///           { "name": "listID", "in": "query", "type": "string" },
    ///           { "name": "task", "in": "body", "schema": { "properties": { "due_date": { "type": "string" } } } }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write an `x-ntx-summary` for each, made of its name
    /// ```json
    /// {
    ///   "paths": {
    ///     "/tasks": {
    ///       "post": {
    ///         "parameters": [
    ///           { "name": "listID", "x-ntx-summary": "List ID", "in": "query", "type": "string" },
    ///           { "name": "task", "in": "body", "schema": { "properties": { "due_date": { "type": "string", "x-ntx-summary": "Due date" } } } }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "parameters": { "size": { "name": «"page_size"», "in": "query", "type": "integer" } },
    ///   "paths": { "/tasks": { "get": { "parameters": [{ "$ref": "#/parameters/size" }] } } }
    /// }
    /// ```
    /// ## Fix: Write an `x-ntx-summary`, made of its name
    /// ```json
    /// {
    ///   "parameters": { "size": { "name": "page_size", "x-ntx-summary": "Page size", "in": "query", "type": "integer" } },
    ///   "paths": { "/tasks": { "get": { "parameters": [{ "$ref": "#/parameters/size" }] } } }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/tasks": {
    ///       "get": {
    ///         "parameters": [
    ///           { "name": "page", "in": "query", "type": "integer" },
    ///           { "name": "list_id", "in": "query", "type": "string", "x-ntx-summary": "List" },
    ///           { "name": "due_date", "in": "query", "type": "string", "description": "When it has to be done" },
    ///           { "name": "api_version", "in": "query", "type": "string", "x-ntx-visibility": "internal", "default": "2" }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    Hint "field-label-missing" Documented from "https://help.nintex.com/en-US/xtensions/04_Reference/REF_BestPractices.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let shown = Fields::new(document).shown_inputs().unwrap_or_default();
    let found: Vec<Value<'_>> = shown.iter().filter(|field| is_called_by_its_name(field)).map(|field| field.value).gathered();
    let found = in_order(found, |value| u64::from(value.index()));
    let Some((first, paths)) = found.first().copied().zip(document.root_member("paths")) else { return };
    let because = "Whoever builds a workflow sees nothing but a name that is made for programs.";
    let consequence = "Read them through: people fill the fields in by them.";
    let edits: Vec<Edit> = found.iter().filter_map(|value| labelled(*value)).gathered();
    let own_name = first.member_named("name").filter(|_| first.get("in").is_some()).map(Member::value);
    let place = own_name.map(Value::span).or(first.member().map(Member::name_span)).unwrap_or(first.span());
    if let [field] = &*found {
        let name = own_name.and_then(Value::as_str).or(field.member().map(Member::name)).unwrap_or_default();
        let message = format!("The field `{name}` has neither a label nor a description.");
        let title = "Write an `x-ntx-summary`, made of its name";
        findings.add((place, first), message, because).review_fix(title, consequence, edits);
        return;
    }
    let message = format!("{} fields of actions have neither a label nor a description.", found.len());
    findings.add(paths, message, because).label(place, "this is the first").review_fix(
        "Write an `x-ntx-summary` for each, made of its name",
        consequence,
        edits,
    );
}

/// Whether it is one that is shown, is described where it stands, and has a name of several words put together.
fn is_called_by_its_name(field: &Field<'_>) -> bool {
    let is_put_together = |name: &str| {
        name.contains(['_', '@', '.', '[']) || name.as_bytes().windows(2).any(|pair| matches!(pair, [small, capital] if small.is_ascii_lowercase() && capital.is_ascii_uppercase()))
    };
    // A schema that is referred to has a label for all that do so; a parameter is one wherever it is.
    let is_its_own = field.site == field.value || field.value.get("in").is_some();
    is_its_own
        && field.name.as_ref().is_some_and(|name| is_put_together(name))
        && [field.value, field.schema].iter().all(|one| label(*one).is_none() && one.get("description").is_none())
}

fn labelled(field: Value<'_>) -> Option<Edit> {
    let (text, position) = match field.member_named("name").filter(|_| field.get("in").is_some()) {
        Some(name) => (name.value().as_str()?, Position::After(name)),
        None => (field.member()?.name(), Position::Last),
    };
    Some(edit::insert_member(field, position, "x-ntx-summary", &encode(&capitalize(&words(&text)))))
}
