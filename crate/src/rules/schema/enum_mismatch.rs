use crate::json::edit::{self, Position};
use crate::json::{Kind, Member, Value, encode};
use crate::openapi::{Document, Judge, Misfit, Typed, Types};
use crate::rules::wording::{name, name_first};
use crate::rules::{Findings, values};
use crate::text::{Edit, Gather};

super::rule! {
    /// An `enum` lists values that its own `type` does not allow.
    ///
    /// Nintex offers them to choose from, and they are not what the API expects. Numbers in quotes are the most frequent
    /// case, and a list that belongs to the items of an array.
    ///
    /// ## Bad
    /// ```json
    /// { "parameters": { "size": { "name": "size", "in": "query", "type": "integer", «"enum"»: ["1", "2"] } } }
    /// ```
    /// ## Fix: Take the quotes away
    /// ```json
    /// { "parameters": { "size": { "name": "size", "in": "query", "type": "integer", "enum": [1, 2] } } }
    /// ```
    /// ## Fix: Change the type to `string`
    /// ```json
    /// { "parameters": { "size": { "name": "size", "in": "query", "type": "string", "enum": ["1", "2"] } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Days": { "type": "array", "items": { "type": "string" }, «"enum"»: ["Mon", "Tue"] } } }
    /// ```
    /// ## Fix: Move `enum` into `items`
    /// ```json
    /// { "definitions": { "Days": { "type": "array", "items": { "type": "string", "enum": ["Mon", "Tue"] } } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Size": { "type": "string", "maxLength": 2, "enum": ["S", «"XXL"», «38»] } } }
    /// ```
    /// ## Fix: Remove the value
    /// ```json
    /// { "definitions": { "Size": { "type": "string", "maxLength": 2, "enum": ["S", 38] } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Size": { "type": "string", "pattern": "^[a-z]+$", «"enum"»: ["S", "M"] } } }
    /// ```
    /// ## Fix: Remove the pattern
    /// ```json
    /// { "definitions": { "Size": { "type": "string", "enum": ["S", "M"] } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "definitions": { "Size": { "type": "string", "enum": ["S", "M", null] }, "Any": { "enum": [1, "one"] } } }
    /// ```
    Warning "enum-mismatch" Documented from "https://spec.openapis.org/oas/v2.0#schema-object"
}

const BECAUSE: &str = "Nintex offers the listed values to choose from, and this is none that the API expects.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    let mut judge = Judge::new(document);
    for typed in document.typed() {
        let Some(list) = typed.value.member_named("enum").filter(|list| list.value().is_array()) else { continue };
        let values = list.value().items();
        let count = values.clone().filter(|value| value.kind() != Kind::Null).count();
        let wrong: Vec<Misfit<'_>> =
            values.filter_map(|value| judge.misfits(value, typed.value, Some(list)).into_iter().next()).gathered();
        let are_all = |key: &str| count == wrong.len() && wrong.iter().all(|misfit| misfit.key.is(key));
        if count > 0 && are_all("type") {
            all(findings, &typed, list, &wrong);
        } else if count > 1 && are_all("pattern") {
            none(findings, &typed, list, &wrong);
        } else {
            for misfit in wrong {
                one(findings, &typed, &misfit);
            }
        }
    }
}

/// All values are of another type: then it is the type that is wrong, or the way in which they are written.
fn all(findings: &mut Findings, typed: &Typed<'_>, list: Member<'_>, wrong: &[Misfit<'_>]) {
    let Some(first) = wrong.first() else { return };
    let Some(wanted) = Types::of(first.key.value()) else { return };
    let items = typed.value.get("items").filter(|_| wanted.only() == Some("array"));
    let what = name_first(typed.object, typed.value);
    let message = if items.is_some() {
        format!("{what} is an array, but `enum` lists single values: they belong in `items`.")
    } else {
        format!("{what} must be {}, but none of the values in `enum` is.", wanted.describe())
    };
    let diagnostic = findings.add(list, message, BECAUSE);
    if let Some(items) = items {
        if items.get("enum").is_none() && items.get("$ref").is_none() && items.is_object() {
            diagnostic.review_fix(
                "Move `enum` into `items`",
                "Each item is then one of these values.",
                edit::move_member(list, items, Position::Last),
            );
        }
        return;
    }
    let is_alike = |one: &Value<'_>| !wanted.accept(*one) && values::converted(*one, wanted).is_some();
    let alike = ["default", "example"].map(|key| typed.value.get(key).filter(is_alike));
    let written = wrong.iter().map(|misfit| misfit.value).chain(alike.into_iter().flatten());
    let converted: Option<Vec<Edit>> =
        written.map(|value| Some(Edit::replace(value.span(), values::converted(value, wanted)?))).collect();
    if let Some(edits) = converted {
        let title = if wanted.has("string") { "Put them into quotes" } else { "Take the quotes away" };
        if typed.is_schema() {
            diagnostic.review_fix(title, "What is sent is then of the type that the schema says.", edits);
        } else {
            diagnostic.safe_fix(title, edits);
        }
    }
    if wrong.iter().all(|misfit| misfit.value.kind() == Kind::String) {
        let edit = Edit::replace(first.key.value().span(), encode("string"));
        diagnostic.review_fix("Change the type to `string`", "The values are then sent as texts.", [edit]);
    }
}

/// No value is one that the pattern allows: then it is the pattern that is wrong.
fn none(findings: &mut Findings, typed: &Typed<'_>, list: Member<'_>, wrong: &[Misfit<'_>]) {
    let message = format!("The `pattern` of {} allows none of the values in `enum`.", name(typed.object, typed.value));
    let diagnostic = findings.add(list, message, BECAUSE);
    if let Some(first) = wrong.first() {
        let edit = edit::remove_member(first.key);
        diagnostic.review_fix("Remove the pattern", "Only the listed values are then allowed.", [edit]);
    }
}

fn one(findings: &mut Findings, typed: &Typed<'_>, misfit: &Misfit<'_>) {
    let what = format!("the value in `enum` of {}", name(typed.object, typed.value));
    let diagnostic = findings.add(misfit.value, values::sentence(misfit, misfit.value, &what), BECAUSE);
    if misfit.key.is("type") {
        values::offer_conversion(diagnostic, misfit, typed);
    }
    if diagnostic.fixes.is_empty()
        && let Some(edit) = edit::remove_item(misfit.value)
    {
        diagnostic.review_fix("Remove the value", "It can then no longer be chosen.", [edit]);
    }
}
