use crate::json::{Member, Value, edit};
use crate::openapi::Document;
use crate::rules::{Findings, syntax};
use crate::text::{by_name, in_order};

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

/// The members of so small an object are compared each with each, which is quicker than a table of them.
const SMALL: usize = 12;

fn check(document: &Document<'_>, findings: &mut Findings) {
    let tree = document.tree();
    // Where brackets do not match, what stands in one object is a guess.
    if tree.errors().iter().any(|error| error.kind.is_about_brackets()) {
        return;
    }
    for object in tree.values().filter(|value| value.may_repeat_names()) {
        for (first, second) in repeated(object) {
            report(findings, first, second, tree.errors().is_empty());
        }
    }
}

/// For each name that is repeated, the first two members that have it.
fn repeated(object: Value<'_>) -> Vec<(Member<'_>, Member<'_>)> {
    let mut found = Vec::new();
    if object.members().nth(SMALL).is_none() {
        for (index, second) in object.members().enumerate().skip(1) {
            let mut earlier = object.members().take(index).filter(|member| member.is_named_as(second));
            if let (Some(first), None) = (earlier.next(), earlier.next()) {
                found.push((first, second));
            }
        }
        return found;
    }
    for (_, same) in by_name(object.members().map(|member| (member.name(), member))) {
        if let [first, second, ..] = same.as_slice() {
            found.push((*first, *second));
        }
    }
    in_order(found, |(_, second)| second.span().order())
}

fn report(findings: &mut Findings, first: Member<'_>, second: Member<'_>, is_sound: bool) {
    let name = syntax::shown(&second.name());
    let finding = findings.add(
        second,
        format!("{name} stands twice in this object."),
        "Only the last one counts, and nobody is told: what the first one says is lost.",
    );
    finding.label(first.name_span(), "it stands here first");
    if !is_sound {
        return;
    }
    if first.value().source() == second.value().source() {
        finding.safe_fix("Remove the repetition", [edit::remove_member(second)]);
        return;
    }
    let keeps_second = "What the second one says stays, as programs read it today.";
    finding.review_fix("Remove the first one", keeps_second, [edit::remove_member(first)]);
    let keeps_first = "What the first one says counts then, which programs do not see today.";
    finding.review_fix("Remove the second one", keeps_first, [edit::remove_member(second)]);
}
