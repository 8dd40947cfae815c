use std::borrow::Cow;

use crate::json::{Value, encode};
use crate::nintex::fields::is_hidden;
use crate::openapi::{Document, Operation};
use crate::rules::Findings;
use crate::rules::operation_names::suggested_label;
use crate::text::{Edit, Names, by_name};

super::rule! {
    /// Actions have the same label.
    ///
    /// Whoever builds a workflow tells actions apart by their labels alone.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": { "get": { "operationId": "listPeople", "summary": "Get people" } },
    ///     "/people/{id}": { "get": { "operationId": "getPerson", "summary": «"Get people"» } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write others for the later ones, made of id or path
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": { "get": { "operationId": "listPeople", "summary": "Get people" } },
    ///     "/people/{id}": { "get": { "operationId": "getPerson", "summary": "Get person" } }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": { "get": { "summary": "Get people" }, "put": { "summary": "Get people", "x-ntx-visibility": "internal" } },
    ///     "/person": { "get": { "summary": "Get people", "x-ntx-summary": "Get a person" } }
    ///   }
    /// }
    /// ```
    Hint "operation-label-repeated" Inferred from "https://help.nintex.com/en-US/xtensions/04_Reference/REF_BestPractices.htm"
}

/// The key with the label of an action.
fn label_of<'a>(operation: &Operation<'a>) -> Option<Value<'a>> {
    let keys = ["x-ntx-summary", "x-ms-summary", "summary"];
    keys.iter().find_map(|key| operation.value().get(key)).filter(|_| !is_hidden(operation.value()))
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let labelled = document.operations().iter().filter_map(|operation| {
        let text = label_of(operation)?.as_str().filter(|text| !text.trim().is_empty())?;
        Some((text, operation))
    });
    let mut taken: Option<Names<'_>> = None;
    let mut repeated: Vec<Value<'_>> = Vec::new();
    let mut edits: Vec<Edit> = Vec::new();
    for (_, operations) in by_name(labelled.clone()) {
        for operation in operations.iter().skip(1) {
            let Some(value) = label_of(operation) else { continue };
            repeated.push(value);
            let other = suggested_label(operation);
            let taken = taken.get_or_insert_with(|| labelled.clone().map(|one| one.0).collect());
            if !taken.contains(&other) {
                edits.push(Edit::replace(value.span(), encode(&other)));
                taken.insert(Cow::Owned(other));
            }
        }
    }
    let Some((first, others)) = repeated.split_first() else { return };
    let text = first.as_str().unwrap_or_default();
    let message = match others {
        [] => format!("Another action is called `{text}`, too."),
        _ => format!("{} actions have the label of another one, the first of them `{text}`.", repeated.len()),
    };
    let because = "Whoever builds a workflow cannot tell them apart.";
    findings
        .add(*first, message, because)
        .label_each(&mut others.iter().map(|other| other.span()), "this one, too")
        .review_fix(
            "Write others for the later ones, made of id or path",
            "Read them through: people pick the actions by them.",
            edits,
        );
}
