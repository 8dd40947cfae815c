use std::borrow::Cow;

use crate::json::{Member, Value, edit};
use crate::openapi::Document;
use crate::rules::{Findings, syntax};
use crate::text::{Gather, in_order, namesakes};

super::rule! {
    /// A name stands twice in one object.
    ///
    /// Programs that read JSON keep the last one and say nothing: the first one is there for people only. It happens when
    /// a block is copied and its name not changed, or when two people add the same thing.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "host": "test.example.com",
    ///   "basePath": "/v1",
    ///   «"host"»: "api.example.com"
    /// }
    /// ```
    /// ## Fix: Remove the first one
    /// ```json
    /// {
    ///   "basePath": "/v1",
    ///   "host": "api.example.com"
    /// }
    /// ```
    /// ## Fix: Remove the second one
    /// ```json
    /// {
    ///   "host": "test.example.com",
    ///   "basePath": "/v1"
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "type": "string", «"type"»: "string" }
    /// ```
    /// ## Fix: Remove the repetition
    /// ```json
    /// { "type": "string" }
    /// ```
    /// ## Good
    /// ```json
    /// { "in": { "type": "string" }, "out": { "type": "string" } }
    /// ```
    Warning "json-duplicate-key" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-4"
}

/// The members of so small an object are compared each with each, which is quicker than a list of them.
const SMALL: usize = 12;

fn check(document: &Document<'_>, findings: &mut Findings) {
    let tree = document.tree();
    // Where brackets do not match, what stands in one object is a guess.
    if tree.errors().iter().any(|error| error.kind.is_about_brackets()) {
        return;
    }
    for object in tree.values().filter(|value| value.may_repeat_names()) {
        for same in repeated(object) {
            report(document, findings, &same);
        }
    }
}

/// For each name that is repeated, the values of all members that have it, by their indices: there may be as many as there
/// are words in the text.
fn repeated(object: Value<'_>) -> Vec<Vec<u32>> {
    let mut found: Vec<Vec<u32>> = Vec::new();
    if object.members().nth(SMALL).is_none() {
        for (index, first) in object.members().enumerate() {
            let is_same = |member: &Member<'_>| member.is_named_as(first);
            if !object.members().take(index).any(|member| is_same(&member)) {
                let same = object.members().skip(index).filter(is_same);
                found.push(same.map(|member| member.value().index()).gathered());
            }
        }
    } else {
        let mut name = |index| {
            let member = object.tree().value(index).and_then(Value::member);
            member.map_or(Cow::Borrowed(""), Member::name)
        };
        found = namesakes(object.members().map(|member| member.value().index()), &mut name);
    }
    found.retain(|same| same.len() > 1);
    in_order(found, |same| same.get(1).map_or(0, |second| u64::from(*second)))
}

fn report(document: &Document<'_>, findings: &mut Findings, same: &[u32]) {
    let tree = document.tree();
    let members = same.iter().filter_map(|index| tree.value(*index)?.member());
    let (Some(first), Some(second)) = (members.clone().next(), members.clone().nth(1)) else { return };
    let name = syntax::shown(&second.name());
    let finding = findings.add(
        second,
        format!("{name} stands twice in this object."),
        "Only the last one counts, and nobody is told: what the first one says is lost.",
    );
    finding.label(first.name_span(), "it stands here first");
    if !tree.errors().is_empty() {
        return;
    }
    let said = first.value().source();
    match members.clone().take_while(|member| member.value().source() == said).count() {
        1 => {}
        2 => {
            finding.safe_fix("Remove the repetition", [edit::remove_member(second)]);
            return;
        }
        // The last of them stays, so that behind each that goes there is one that stays or goes as well.
        many => {
            let mut go = Vec::with_capacity(many - 1);
            for member in members.take(many - 1) {
                go.push(edit::remove_member(member));
            }
            finding.safe_fix("Remove the repetitions", go);
            return;
        }
    }
    let keeps_second = "What the second one says stays, as programs read it today.";
    finding.review_fix("Remove the first one", keeps_second, [edit::remove_member(first)]);
    let keeps_first = "What the first one says counts then, which programs do not see today.";
    finding.review_fix("Remove the second one", keeps_first, [edit::remove_member(second)]);
}
