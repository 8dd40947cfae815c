//! `components`: in OpenAPI 2.0 four maps at the root.

use std::borrow::Cow;

use super::removal;
use crate::diagnostic::Diagnostic;
use crate::json::edit::{self, Position};
use crate::json::{Member, Value, encode};
use crate::openapi::{Document, Indexed};
use crate::openapi::vocabulary::ROOT;
use crate::rules::problems;
use crate::rules::wording::list;
use crate::text::{Edit, Gather, Names, in_order};

/// The parts of `components` that have a place at the root, and what it is called there.
const MAPS: [(&str, &str); 6] = [
    ("schemas", "definitions"),
    ("parameters", "parameters"),
    ("responses", "responses"),
    ("securitySchemes", "securityDefinitions"),
    ("definitions", "definitions"),
    ("securityDefinitions", "securityDefinitions"),
];

/// The map at the root for a part of `components`.
fn map_of(part: &str) -> Option<&'static str> {
    MAPS.iter().find(|map| map.0 == part).map(|map| map.1)
}

/// Offers to move what has a place at the root there, and to let all references follow.
///
/// What the root has already under the same name stays, and so does what has no place but is still referred to.
pub(super) fn offer(document: &Document<'_>, diagnostic: &mut Diagnostic, member: Member<'_>) {
    let (root, components) = (member.object(), member.value());
    let references = references(document);
    let moves = Moves::of(root, components);
    let maps: Vec<String> = moves.parts.iter().map(|moved| moved.1.to_owned()).gathered();
    if maps.is_empty() {
        return removal::offer(diagnostic, member);
    }
    let changes: Vec<Edit> = references.iter().filter_map(|reference| moves.change(reference)).gathered();
    let mut edits = Vec::new();
    for part in components.members().filter(|part| moves.is_moved(&part.name())) {
        edits.extend(additions(root, part, &changes));
    }
    let wanted: Names<'_> = references.iter().map(|reference| Cow::Borrowed(&*reference.part)).collect();
    let (staying, removals) = moves.removals(member, &wanted);
    let is_gone = |change: &Edit| {
        let next = removals.partition_point(|removal| removal.span.start <= change.span.start);
        let last = next.checked_sub(1).and_then(|last| removals.get(last));
        last.is_some_and(|removal| removal.span.contains(change.span))
    };
    edits.extend(changes.iter().filter(|change| !is_gone(change)).cloned());
    edits.extend(removals);
    let consequence = if staying.is_empty() {
        Cow::Borrowed("All references follow.")
    } else {
        format!("Some of {} stays: compare it with what is at the root.", list(&staying)).into()
    };
    diagnostic.review_fix(format!("Move what is in it to {} at the root", list(&maps)), consequence, edits);
}

/// A reference into `components`.
struct Reference<'a> {
    target: Value<'a>,
    part: String,
    /// The name in that part, still escaped, and all that follows it.
    rest: String,
}

/// All references into `components`, wherever they are: what OpenAPI 3 brought is full of them.
fn references<'a>(document: &Document<'a>) -> Vec<Reference<'a>> {
    let read = |target: Value<'a>| {
        target.member().filter(|member| member.is("$ref"))?;
        let written = target.as_str()?;
        let (part, rest) = written.strip_prefix("#/components/")?.split_once('/')?;
        Some(Reference { target, part: part.to_owned(), rest: rest.to_owned() })
    };
    document.tree().values().filter_map(read).gathered()
}

/// What moves where.
struct Moves {
    parts: Vec<(String, &'static str)>,
    /// The names that the root has with another meaning, as part and name.
    conflicts: Names<'static>,
    /// The parts that have such a name.
    torn: Names<'static>,
}

impl Moves {
    fn of(root: Value<'_>, components: Value<'_>) -> Self {
        let mut moves = Self { parts: Vec::new(), conflicts: Names::default(), torn: Names::default() };
        for part in components.members().filter(|part| part.value().is_object()) {
            let name = part.name();
            let Some(map) = map_of(&name).filter(|map| !moves.parts.iter().any(|other| other.1 == *map)) else { continue };
            if let Some(there) = root.get(map) {
                moves.compare(&name, there, part.value());
            }
            moves.parts.push((name.into_owned(), map));
        }
        moves
    }

    /// Notes the names that both maps have, and which do not say the same.
    fn compare(&mut self, part: &str, there: Value<'_>, here: Value<'_>) {
        let there = Indexed::of(there);
        for entry in here.members().filter(|entry| there.differs(*entry)) {
            self.conflicts.insert(Cow::Owned(format!("{part}/{}", entry.name())));
            self.torn.insert(Cow::Owned(part.to_owned()));
        }
    }

    fn is_moved(&self, part: &str) -> bool {
        self.parts.iter().any(|moved| moved.0 == part)
    }

    fn is_conflict(&self, part: &str, name: &str) -> bool {
        !self.conflicts.is_empty() && self.conflicts.contains(&format!("{part}/{name}"))
    }

    /// The edit that lets a reference follow what moves.
    fn change(&self, reference: &Reference<'_>) -> Option<Edit> {
        let map = self.parts.iter().find(|moved| moved.0 == reference.part)?.1;
        let name = reference.rest.split('/').next().unwrap_or_default().replace("~1", "/").replace("~0", "~");
        if self.is_conflict(&reference.part, &name) {
            return None;
        }
        Some(Edit::replace(reference.target.span(), encode(&format!("#/{map}/{}", reference.rest))))
    }

    /// The names of the parts of which something stays, and the edits that take away all else, in their order.
    ///
    /// What the root has under the same name stays, and what has no place there but is in `wanted`.
    fn removals(&self, components: Member<'_>, wanted: &Names<'_>) -> (Vec<String>, Vec<Edit>) {
        let is_torn = |part: Member<'_>| self.is_moved(&part.name()) && self.torn.contains(&part.name());
        let stays = |part: Member<'_>| is_torn(part) || !self.is_moved(&part.name()) && wanted.contains(&part.name());
        let parts = components.value();
        let staying: Vec<String> = parts.members().filter(|part| stays(*part)).map(|part| part.name().into()).gathered();
        if staying.is_empty() {
            return (staying, vec![edit::remove_member(components)]);
        }
        let mut edits = edit::remove_members(parts, |part| !stays(part));
        for part in parts.members().filter(|part| is_torn(*part)) {
            edits.extend(edit::remove_members(part.value(), |entry| !self.is_conflict(&part.name(), &entry.name())));
        }
        (staying, in_order(edits, |edit| edit.span.order()))
    }
}

/// The edits that add what is in `part` to the root. `changes` are in the order of the text.
fn additions(root: Value<'_>, part: Member<'_>, changes: &[Edit]) -> Vec<Edit> {
    let Some(map) = map_of(&part.name()) else { return Vec::new() };
    match root.get(map) {
        None => {
            let position = problems::position(&ROOT, root, map);
            vec![edit::insert_copy(root, position, map, part.value(), changes)]
        }
        Some(there) if there.members().next().is_none() => vec![edit::replace_by_copy(there, part.value(), changes)],
        Some(there) => {
            let names: Names<'_> = there.members().map(Member::name).collect();
            let new = part.value().members().filter(|entry| !names.contains(&entry.name()));
            // Not `Last`, which each of them would look for.
            let end = there.members().last().map_or(Position::Last, Position::After);
            new.map(|entry| edit::insert_copy(there, end, &entry.name(), entry.value(), changes)).gathered()
        }
    }
}
