use crate::json::{Member, Value, edit};
use crate::openapi::Document;
use crate::rules::{Findings, syntax};
use crate::text::{Gather, by_name, fingerprint, in_order};

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
            report(findings, &same, tree.errors().is_empty());
        }
    }
}

/// For each name that is repeated, all members that have it.
fn repeated(object: Value<'_>) -> Vec<Vec<Member<'_>>> {
    let mut found = Vec::new();
    if object.members().nth(SMALL).is_none() {
        for (index, first) in object.members().enumerate() {
            let is_same = |member: &Member<'_>| member.is_named_as(first);
            if !object.members().take(index).any(|member| is_same(&member)) {
                found.push(object.members().skip(index).filter(is_same).gathered());
            }
        }
    } else {
        let prints = object.members().map(|member| (fingerprint(&member.name()), member)).gathered();
        let prints = in_order(prints, |print| print.0);
        for alike in prints.chunk_by(|one, other| one.0 == other.0).filter(|alike| alike.len() > 1) {
            let named = alike.iter().map(|(_, member)| (member.name(), *member));
            found.extend(by_name(named).into_iter().map(|(_, same)| same));
        }
    }
    found.retain(|same| same.len() > 1);
    in_order(found, |same| same.get(1).map_or(0, |second| second.span().order()))
}

fn report(findings: &mut Findings, same: &[Member<'_>], is_sound: bool) {
    let &[first, second, ..] = same else { return };
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
    let said = first.value().source();
    match same.iter().take_while(|member| member.value().source() == said).count() {
        1 => {}
        2 => {
            finding.safe_fix("Remove the repetition", [edit::remove_member(second)]);
            return;
        }
        // The last of them stays, so that behind each that goes there is one that stays or goes as well.
        many => {
            let go = same.iter().take(many - 1).map(|member| edit::remove_member(*member));
            finding.safe_fix("Remove the repetitions", go.gathered());
            return;
        }
    }
    let keeps_second = "What the second one says stays, as programs read it today.";
    finding.review_fix("Remove the first one", keeps_second, [edit::remove_member(first)]);
    let keeps_first = "What the first one says counts then, which programs do not see today.";
    finding.review_fix("Remove the second one", keeps_first, [edit::remove_member(second)]);
}
