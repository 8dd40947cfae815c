//! What the designer makes of operations.

mod data;
mod fields;
mod kind;
mod notes;
#[cfg(test)]
mod tests;

pub use data::{Action, Actions, Asker, Field, FieldKind, Place};

use self::fields::Reader;
use super::{connection, limits, written};
use crate::json::{Member, Value};
use crate::nintex::fields::is_hidden;
use crate::nintex::helper::Helpers;
use crate::nintex::render_version::second;
use crate::openapi::{Document, Operation};

/// Reads the actions off a document.
pub fn actions(document: &Document<'_>) -> Actions {
    let helpers = Helpers::of(document);
    let definitions = connection::definitions(document);
    let test = connection::validation(document, &definitions).text;
    let mut reader = Reader::new(document, &helpers, second(document).is_some());
    let operations = document.operations();
    let mut actions = Actions::default();
    for operation in operations.iter().take(limits::ACTIONS) {
        let mut action = action(operation);
        reader.read(operation, &mut action);
        action.uploads = action.inputs.iter().any(|field| field.kind == FieldKind::File);
        action.downloads = action.outputs.iter().any(|field| field.kind == FieldKind::File);
        action.tests_connections = !test.is_empty() && action.operation_id == test;
        actions.list.push(action);
    }
    actions.omitted = operations.len().saturating_sub(limits::ACTIONS) as u32;
    add_askers(&helpers, &mut actions.list);
    actions.notes = notes::notes(document, &actions.list, reader.open_object);
    actions
}

fn action(operation: &Operation<'_>) -> Action {
    let value = operation.value();
    let labels = ["x-ntx-summary", "x-ms-summary", "summary", "operationId"];
    let label = labels.into_iter().map(|key| written::text(value, key)).find(|label| !label.trim_ascii().is_empty());
    let method = operation.method.name().to_ascii_uppercase();
    let path = written::cut(&operation.path.name());
    Action {
        label: label.unwrap_or_else(|| format!("{method} {path}")),
        description: written::text(value, "description"),
        operation_id: written::text(value, "operationId"),
        method,
        path,
        is_hidden: is_hidden(value),
        is_start_event: value.get("x-ntx-trigger").is_some(),
        asks_for_connection: !operation.security.requirements.is_empty(),
        span: operation.method.span(),
        ..Action::default()
    }
}

/// Tells each helper who asks it.
fn add_askers(helpers: &Helpers<'_>, actions: &mut [Action]) {
    for asker in &helpers.askers {
        let questions = asker.inputs.iter().chain(&asker.outputs).filter_map(|&at| helpers.questions.get(at));
        for question in questions {
            let Some(helper) = question.helper.and_then(|helper| actions.get_mut(helper)) else { continue };
            if helper.asked_by.len() < limits::ASKERS {
                let (action, field) = (asker.operation as u32, name(question.field()));
                helper.asked_by.push(Asker { action, field, span: question.member.span() });
            } else {
                helper.omitted_askers += 1;
            }
        }
    }
}

/// What a field is called: a parameter by its name, a property by its key, items by what they are the items of.
fn name(mut field: Value<'_>) -> String {
    while let Some(member) = field.member() {
        if member.object().member().is_some_and(|map| map.is("properties")) {
            return written::cut(&member.name());
        }
        if !member.is("items") {
            break;
        }
        field = member.object();
    }
    let named = field.get_str("name").or_else(|| field.member().map(Member::name));
    named.map(|name| written::cut(&name)).unwrap_or_default()
}
