//! `oneOf` and `anyOf`: OpenAPI 2.0 has no choice between schemas.

use super::pointer::follow;
use super::simple::is_null;
use crate::diagnostic::Diagnostic;
use crate::json::edit;
use crate::json::{Member, Value, encode, fragment};
use crate::openapi::Document;
use crate::rules::draft::{Draft, array_of};
use crate::text::{Edit, Gather, Names};

/// More branches than these are not put together.
const MOST: usize = 20;

/// Offers what can stand for the choice.
pub(super) fn offer(document: &Document<'_>, diagnostic: &mut Diagnostic, member: Member<'_>) {
    let branches: Vec<Value<'_>> = member.value().items().filter(|branch| !is_null(*branch)).gathered();
    let key = member.name();
    if !branches.is_empty() && branches.iter().all(|branch| branch.get("const").is_some()) {
        let is_free = |name: &str| member.object().get(name).is_none();
        if is_free("x-ntx-oneOf") {
            diagnostic.review_fix(
                "Write it as `x-ntx-oneOf`",
                "Nintex then shows a list to choose from.",
                [edit::rename_member(member, "x-ntx-oneOf")],
            );
        }
        if is_free("enum") {
            let values: Vec<String> = branches.iter().filter_map(|branch| branch.get("const")).map(fragment).gathered();
            let mut draft = Draft::default();
            draft.add("enum", format!("[{}]", values.join(", ")));
            let consequence = "The values show without their titles.";
            diagnostic.review_fix("Write it as `enum`", consequence, draft.instead_of(member));
        }
        return;
    }
    if let [only] = branches.as_slice() {
        diagnostic.review_fix(
            "Write the only schema that is left",
            "Whether the value may be null is not said in OpenAPI 2.0.",
            take(member, *only),
        );
        return;
    }
    if let Some(mut together) = together(document, &branches).filter(|_| is_free_for_properties(member)) {
        together.without_those_of(member.object());
        diagnostic.review_fix(
            "Write the properties of all of them, none required",
            "Nintex shows a field for each: whoever uses the action must know which of them go together.",
            together.instead_of(member),
        );
    }
    if let Some(first) = branches.first() {
        let consequence = "The value has to look like that one; the others are lost.";
        diagnostic.review_fix("Write only the first of them", consequence, take(member, *first));
    }
    diagnostic.review_fix(
        format!("Remove `{key}`"),
        "What the value looks like is then open, as far as nothing else says it.",
        [edit::remove_member(member)],
    );
}

fn is_free_for_properties(member: Member<'_>) -> bool {
    member.object().get("properties").is_none() && member.object().get("type").is_none_or(|kind| kind.is_str("object"))
}

/// Puts one branch in the place of the choice.
fn take(member: Member<'_>, branch: Value<'_>) -> Vec<Edit> {
    let schema = member.object();
    let is_alone = schema.members().nth(1).is_none();
    if is_alone {
        return vec![edit::replace_value(schema, &fragment(branch))];
    }
    let mut draft = Draft::of(branch.members());
    let size = draft.size();
    draft.without_those_of(schema);
    if branch.get("$ref").is_some() || draft.size() < size {
        draft = Draft::default();
        if schema.get("allOf").is_none() {
            draft.add("allOf", array_of(&[fragment(branch)]));
        }
    }
    draft.instead_of(member)
}

/// The properties of all branches, where they are objects.
fn together(document: &Document<'_>, branches: &[Value<'_>]) -> Option<Draft> {
    let (mut names, mut properties) = (Names::default(), Draft::default());
    if branches.len() > MOST {
        return None;
    }
    for branch in branches {
        for property in follow(document, *branch)?.get("properties")?.members() {
            if names.insert(property.name()) {
                properties.copy(property);
            }
        }
    }
    let mut schema = Draft::default();
    schema.add("type", encode("object"));
    schema.add("properties", properties.finish());
    Some(schema)
}
