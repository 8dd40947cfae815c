//! How sentences speak of fields that ask other operations.

use super::wording::capitalize;
use crate::json::{Member, Value};
use crate::nintex::helper::{Asked, Question};
use crate::openapi::{Document, Operation, Parameter};

/// So many parameters of an operation, and so many arguments of a question, are looked at: real ones have ten at most,
/// and each operation may be asked by each field.
pub(super) const MOST: usize = 50;

/// What asks, in the middle of a sentence: "the drop-down list of `board`".
pub(super) fn name(question: &Question<'_>) -> String {
    let what = match question.asked {
        Asked::Values => "drop-down list",
        Asked::Schema => "dynamic schema",
    };
    let field = field_name(question.field());
    if field.is_empty() { format!("the {what}") } else { format!("the {what} of `{field}`") }
}

/// The same at the beginning of a sentence.
pub(super) fn name_first(question: &Question<'_>) -> String {
    capitalize(&name(question))
}

/// The name of a field: of the parameter, or of the property or definition that it is or is in.
pub(super) fn field_name(field: Value<'_>) -> String {
    let mut at = Some(field);
    // Lists of lists have no name of their own; nobody has more than a few of them in each other.
    for _ in 0..8 {
        let Some(value) = at else { break };
        let map = value.parent().and_then(Value::member);
        let is_named = map.is_some_and(|map| map.is("properties") || map.is("definitions") || map.is("parameters"));
        if let Some(name) = value.member().map(Member::name).filter(|_| is_named) {
            return name.into_owned();
        }
        if let Some(name) = value.get_str("name").filter(|_| value.get("in").is_some()) {
            return name.into_owned();
        }
        at = value.parent();
    }
    String::new()
}

/// Whether the operation has a parameter whose reference leads nowhere, so that it is open what it takes.
pub(super) fn has_unread_parameters(document: &Document<'_>, operation: &Operation<'_>) -> bool {
    let lists = [operation.value(), operation.path_item()].map(|holder| holder.items_of("parameters"));
    lists.into_iter().flatten().any(|site| document.resolve(site).is_none())
}

/// Whether a helper cannot be asked without the parameter: it is required, and says no value of its own.
pub(super) fn must_be_sent(parameter: &Parameter<'_>) -> bool {
    let is_preset = ["default", "x-ntx-initial"].iter().any(|key| parameter.value.get(key).is_some());
    parameter.is_required() && !is_preset && !parameter.is_in("body")
}
