//! What an unknown key probably is.

use super::problem::Slip;
use crate::json::{Kind, Member};
use crate::openapi::Index;
use crate::openapi::spelling::{are_alike, nearest};
use crate::openapi::vocabulary::{Names, Object, ObjectKind, Rest};
use crate::text::{Gather, Names as TextNames, add};

/// What `member`, which `object` does not know, probably is.
pub(super) fn slip<'a>(member: Member<'a>, object: &'static Object, known: &mut Known<'a>) -> Slip {
    let name = member.name();
    if name == "$ref" && member.value().kind() == Kind::String {
        return Slip::Reference;
    }
    if object.later.contains(&&*name) {
        return Slip::LaterVersion;
    }
    if let Some(neighbour) = object.neighbours.iter().find(|neighbour| belongs_in(member, &name, neighbour)) {
        return Slip::BelongsIn(neighbour);
    }
    if let Some(key) = known.misspelt(member, object) {
        return Slip::Misspelt(key);
    }
    if object.kind == ObjectKind::Paths && member.value().is_object() {
        return Slip::LacksSlash;
    }
    Slip::Unknown
}

/// Whether an entry of a map, whose value is none, is a key of the object that the map is in: `required` among the
/// properties, say.
pub(super) fn is_misplaced(member: Member<'_>, object: &'static Object) -> bool {
    let name = member.name();
    object.neighbours.iter().any(|neighbour| belongs_in(member, &name, neighbour))
}

fn belongs_in(member: Member<'_>, name: &str, neighbour: &Object) -> bool {
    let kind = member.value().kind();
    if let Some(key) = neighbour.key(name) {
        return key.value.accepts(kind);
    }
    match &neighbour.rest {
        Rest::Entries { names: Names::Paths | Names::StatusCodes, value, .. } => {
            neighbour.rest.entry(name).is_some() && name != "default" && value.accepts(kind)
        }
        // Any name can be that of a property: its value tells.
        Rest::Entries { .. } if neighbour.kind == ObjectKind::Properties => {
            ["type", "$ref", "properties", "allOf"].iter().any(|key| member.value().get(key).is_some())
        }
        Rest::Entries { .. } | Rest::Extensions => false,
    }
}

/// What was found out about the names of one object of a document: it may have thousands of one name.
#[derive(Default)]
pub(super) struct Known<'a> {
    index: Index<'a>,
    names: TextNames<'a>,
    /// By the number of the name: the kind of a value that it stood for, and the key that was meant.
    meant: Vec<(Kind, Option<&'static str>)>,
}

impl<'a> Known<'a> {
    fn misspelt(&mut self, member: Member<'a>, object: &'static Object) -> Option<&'static str> {
        let (name, kind) = (member.name(), member.value().kind());
        let number = self.names.number(name.clone());
        if let Some((_, meant)) = self.meant.get(number).filter(|known| known.0 == kind) {
            return *meant;
        }
        let meant = misspelt(member, &name, object, &mut self.index);
        match self.meant.get_mut(number) {
            Some(known) => *known = (kind, meant),
            None => add(&mut self.meant, (kind, meant)),
        }
        meant
    }
}

/// The key of `object` that is meant, where it is not there under its own name, too.
fn misspelt<'a>(
    member: Member<'a>,
    name: &str,
    object: &'static Object,
    index: &mut Index<'a>,
) -> Option<&'static str> {
    let mut is_free = |key: &str| index.get(member.object(), key).is_none();
    let kind = member.value().kind();
    if let Some((_, key)) = object.known_slips.iter().find(|known| are_alike(known.0, name))
        && (object.key(key).is_some() || object.rest.entry(key).is_some())
        && is_free(key)
    {
        return Some(key);
    }
    let status_codes = matches!(object.rest, Rest::Entries { names: Names::StatusCodes, .. }).then_some("default");
    let fitting = object.keys().filter(|key| key.value.accepts(kind)).map(|key| key.name);
    nearest(name, &fitting.chain(status_codes).gathered()).filter(|key| is_free(key)).or_else(|| {
        // A key in other letters is that key, even with a value of the wrong type.
        object.keys().map(|key| key.name).find(|key| key.eq_ignore_ascii_case(name) && is_free(key))
    })
}
