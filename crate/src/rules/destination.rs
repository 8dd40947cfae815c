//! Where a key that stands in the wrong object goes.

use crate::json::{Member, Value};
use crate::openapi::Document;
use crate::openapi::vocabulary::{Object, ObjectKind};

/// Where a member goes.
#[derive(Clone, Copy)]
pub(super) enum Destination<'a> {
    /// Into an object that is there.
    There {
        /// What it is.
        object: &'static Object,
        /// Where it is.
        holder: Value<'a>,
    },
    /// Into an object that is to be made.
    New {
        /// What gets a new key.
        object: &'static Object,
        /// Where that is.
        holder: Value<'a>,
        /// The key.
        key: &'static str,
    },
}

/// Where `member`, which stands in an `object` of the format and belongs in `neighbour`, goes; none where that is not
/// clear, or where what is there does not take it.
pub(super) fn destination<'a>(
    document: &Document<'a>,
    member: Member<'a>,
    object: &'static Object,
    neighbour: &'static Object,
) -> Option<Destination<'a>> {
    let here = member.object();
    let found = match neighbour.kind {
        // A name that may be any: the property of this schema, where it has some, and else of the one around it.
        ObjectKind::Properties if can_have_properties(here) => inside(document, here, object, "properties"),
        // What is around the properties is a schema, or an extension that looks like one.
        ObjectKind::Schema if object.kind == ObjectKind::Properties => {
            let holder = here.parent()?;
            Some(Destination::There { object: document.object_at(holder)?, holder })
        }
        ObjectKind::Schema => inside(document, here, object, "schema"),
        _ => around(document, here, neighbour.kind).or_else(|| match (object.kind, neighbour.kind) {
            (_, ObjectKind::Info) => inside(document, here, object, "info"),
            (_, ObjectKind::Paths) => {
                inside(document, document.root()?, document.object_at(document.root()?)?, "paths")
            }
            (_, ObjectKind::Contact) => inside(document, here, object, "contact"),
            (_, ObjectKind::Responses) => inside(document, here, object, "responses"),
            (ObjectKind::PathItem, ObjectKind::Operation) | (ObjectKind::Responses, ObjectKind::Response) => {
                only(document, here, neighbour.kind)
            }
            _ => None,
        }),
    }?;
    let takes = match found {
        Destination::There { object, .. } => object.allows(&member.name()),
        Destination::New { object, key, .. } => object.key(key).is_some(),
    };
    takes.then_some(found)
}

/// A schema that says that it is no object has no properties.
fn can_have_properties(schema: Value<'_>) -> bool {
    schema.get("properties").is_some() || schema.get("type").is_none_or(|kind| kind.is_str("object"))
}

/// The nearest object of that kind that `value` is in.
fn around<'a>(document: &Document<'a>, value: Value<'a>, kind: ObjectKind) -> Option<Destination<'a>> {
    std::iter::successors(value.parent(), |outer| outer.parent()).find_map(|outer| there(document, outer, kind))
}

/// The one object of that kind that `value` has directly in it.
fn only<'a>(document: &Document<'a>, value: Value<'a>, kind: ObjectKind) -> Option<Destination<'a>> {
    let mut found = value.members().filter_map(|member| there(document, member.value(), kind));
    let first = found.next();
    if found.next().is_some() { None } else { first }
}

fn there<'a>(document: &Document<'a>, value: Value<'a>, kind: ObjectKind) -> Option<Destination<'a>> {
    let object = document.object_at(value).filter(|object| object.kind == kind)?;
    Some(Destination::There { object, holder: value })
}

/// The object under that key, which is made where it is missing.
fn inside<'a>(
    document: &Document<'a>,
    holder: Value<'a>,
    object: &'static Object,
    key: &'static str,
) -> Option<Destination<'a>> {
    match holder.get(key) {
        Some(value) => {
            let object = document.object_at(value).filter(|_| value.get("$ref").is_none())?;
            Some(Destination::There { object, holder: value })
        }
        None => Some(Destination::New { object, holder, key }),
    }
}
