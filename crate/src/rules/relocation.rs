//! Moves a member to the object that it belongs in.

use super::draft::Draft;
use super::problems;
use super::wording::list;
use crate::diagnostic::Diagnostic;
use crate::json::edit::{self, Position};
use crate::json::{Member, Value, fragment};
use crate::openapi::Indexed;
use crate::openapi::vocabulary::Object;
use crate::text::{Edit, Gather};

/// Offers to move `member` to `holder`, an `object` of the format. `place` names that in a title: "into `info`".
///
/// Where there is a member of that name already, what it lacks of the other goes in.
pub(super) fn offer(diagnostic: &mut Diagnostic, member: Member<'_>, object: &Object, holder: Value<'_>, place: &str) {
    let name = member.name();
    let title = format!("Move `{name}` {place}");
    let Some(there) = holder.member_named(&name) else {
        let position = problems::position(object, holder, &name);
        diagnostic.safe_fix(title, edit::move_member(member, holder, position));
        return;
    };
    if there.value().source() == member.value().source() {
        diagnostic
            .safe_fix(format!("Remove this `{name}`: the other one says the same"), [edit::remove_member(member)]);
        return;
    }
    if !there.value().is_object() || !member.value().is_object() {
        diagnostic.review_fix(
            format!("Remove this `{name}`"),
            format!("What the `{name}` at the right place says stays; what this one says is lost."),
            [edit::remove_member(member)],
        );
        return;
    }
    merge(diagnostic, member, there, title);
}

/// Offers to move `members`, all of one object, into a new member `key` of `holder`, which is that object or another.
pub(super) fn offer_new(
    diagnostic: &mut Diagnostic,
    members: &[Member<'_>],
    object: &Object,
    holder: Value<'_>,
    key: &str,
) {
    let Some(from) = members.first().map(|member| member.object()) else { return };
    let is_moved = |name: &str| members.iter().any(|member| member.is(name));
    let position = match problems::position(object, holder, key) {
        // Nothing can stand behind what goes.
        Position::After(before) if holder == from && is_moved(&before.name()) => Position::Last,
        position => position,
    };
    let entry = Draft::of(members.iter().copied()).finish();
    let edits = if holder == from && from.members().all(|member| is_moved(&member.name())) {
        let mut whole = Draft::default();
        whole.add(key, entry);
        vec![edit::replace_value(from, &whole.finish())]
    } else {
        let mut edits = edit::remove_members(from, |member| is_moved(&member.name()));
        edits.push(edit::insert_member(holder, position, key, &entry));
        edits
    };
    let names: Vec<String> = members.iter().map(|member| member.name().into_owned()).gathered();
    diagnostic.safe_fix(format!("Move {} into `{key}`", list(&names)), edits);
}

/// Offers to put the members of one object into the other; those that both have under one name stay where they are.
fn merge(diagnostic: &mut Diagnostic, member: Member<'_>, there: Member<'_>, title: String) {
    let others = Indexed::of(there.value());
    let mut edits: Vec<Edit> = Vec::new();
    match there.value().members().last() {
        None => edits.push(edit::replace_value(there.value(), &fragment(member.value()))),
        Some(last) => {
            let new = member.value().members().filter(|part| others.get(&part.name()).is_none());
            edits.extend(new.map(|part| edit::copy_member(part, there.value(), Position::After(last))));
        }
    }
    let staying: Vec<String> =
        member.value().members().filter(|part| others.differs(*part)).map(|part| part.name().into_owned()).gathered();
    if staying.is_empty() {
        edits.push(edit::remove_member(member));
        diagnostic.safe_fix(title, edits);
        return;
    }
    edits.extend(edit::remove_members(member.value(), |part| !others.differs(part)));
    diagnostic.review_fix(
        title,
        format!("{} stays where it is, since there is another one of that name: compare the two.", list(&staying)),
        edits,
    );
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Safety;

    /// What the first fix of `rule` makes of the text, and how safe it is.
    fn fixed(text: &str, rule: &str) -> (Safety, String) {
        let report = crate::check(text);
        let diagnostic = report.diagnostics.iter().find(|diagnostic| diagnostic.rule == rule).unwrap();
        (diagnostic.fixes[0].safety, diagnostic.fixes[0].edits.apply(text))
    }

    #[test]
    fn what_the_other_place_has_already_stays() {
        let text = r#"{"paths": {"definitions": {"A": {}, "B": {}, "C": {}}}, "definitions": {"A": {"type": "string"}, "B": {}}}"#;
        let after =
            r#"{"paths": {"definitions": {"A": {}}}, "definitions": {"A": {"type": "string"}, "B": {}, "C": {}}}"#;
        assert_eq!(fixed(text, "root-key-misplaced"), (Safety::Review, after.to_owned()));
    }

    #[test]
    fn an_empty_place_is_filled() {
        let text = r#"{"paths": {"definitions": {"A": {}}}, "definitions": {}}"#;
        let after = r#"{"paths": {}, "definitions": {"A": {}}}"#;
        assert_eq!(fixed(text, "root-key-misplaced"), (Safety::Safe, after.to_owned()));
    }

    #[test]
    fn what_says_the_same_goes() {
        let text = r#"{"paths": {"host": "example.com"}, "host": "example.com"}"#;
        assert_eq!(
            fixed(text, "root-key-misplaced"),
            (Safety::Safe, r#"{"paths": {}, "host": "example.com"}"#.to_owned())
        );
        let text = r#"{"paths": {"host": "example.org"}, "host": "example.com"}"#;
        assert_eq!(fixed(text, "root-key-misplaced").0, Safety::Review);
    }

    #[test]
    fn several_go_together_where_the_place_is_to_be_made() {
        let text = "{\n  \"definitions\": {\n    \"A\": {\n      \"x\": { \"type\": \"string\" },\n      \"y\": { \"type\": \"string\" }\n    }\n  }\n}";
        let after = "{\n  \"definitions\": {\n    \"A\": {\n      \"properties\": {\n        \"x\": { \"type\": \"string\" },\n        \"y\": { \"type\": \"string\" }\n      }\n    }\n  }\n}";
        assert_eq!(fixed(text, "misplaced-key"), (Safety::Safe, after.to_owned()));
    }
}
