//! What stands at an offset, and what the vocabulary says of it.

use crate::json::{Kind, Member, Tree, Value};
use crate::nintex::vocabulary::{Extension, extension};
use crate::openapi::Document;
use crate::openapi::vocabulary::{Key, Object, Type};

/// The values around byte offset `at`, each inside the one before, beginning with the root: up to the innermost one that
/// holds it with its name.
pub(super) fn way<'a>(tree: &'a Tree<'a>, at: u32) -> Vec<Value<'a>> {
    let mut way: Vec<Value<'a>> = tree.root().into_iter().collect();
    while let Some(&last) = way.last() {
        let member = last.members().find(|member| member.name_span().start <= at && at <= end(member.value()));
        let item = || last.items().find(|item| item.span().start <= at && at <= end(*item));
        let Some(inner) = member.map(Member::value).or_else(item) else { break };
        way.push(inner);
    }
    way
}

/// The last offset that belongs to the value: behind a scalar, or a bracket that is not closed, somebody may still be typing.
fn end(value: Value<'_>) -> u32 {
    let is_closed = match value.kind() {
        Kind::Object => value.span().of(value.tree().text()).ends_with('}'),
        Kind::Array => value.span().of(value.tree().text()).ends_with(']'),
        _ => false,
    };
    value.span().end - u32::from(is_closed)
}

/// What is pointed at.
#[derive(Clone, Copy, Debug)]
pub(super) enum Spot<'a> {
    /// The name of a member.
    Name(Member<'a>),
    /// A string, number, boolean or null.
    Scalar(Value<'a>),
}

impl<'a> Spot<'a> {
    /// What stands at byte offset `at`, at the end of `way`; none between two things.
    pub(super) fn of(way: &[Value<'a>], at: u32) -> Option<Self> {
        let last = *way.last()?;
        match last.member() {
            Some(member) if at <= member.name_span().end => Some(Spot::Name(member)),
            _ if matches!(last.kind(), Kind::Object | Kind::Array) || at < last.span().start => None,
            _ => Some(Spot::Scalar(last)),
        }
    }

    pub(super) fn value(self) -> Value<'a> {
        match self {
            Spot::Name(member) => member.value(),
            Spot::Scalar(value) => value,
        }
    }
}

/// What the vocabulary says of a value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot<'a> {
    /// The member that it stands under: its own, or that of the array that it is in.
    pub member: Member<'a>,
    /// The object that the member is in.
    pub object: &'static Object,
    /// The member's key; none for an entry of a map.
    pub key: Option<&'static Key>,
    /// The extension that the member is.
    pub extension: Option<&'static Extension>,
    /// What the value must be.
    pub expected: &'static Type,
}

static REFERENCE: Key = Key::new("$ref", Type::Text, "The place in this document that stands here instead.");

/// What the vocabulary says of `value`; none where it says nothing.
pub(super) fn slot<'a>(document: &Document<'a>, value: Value<'a>) -> Option<Slot<'a>> {
    let mut levels = 0;
    let mut listed = value;
    let member = loop {
        if let Some(member) = listed.member() {
            break member;
        }
        listed = listed.parent()?;
        levels += 1;
    };
    let holder = member.object();
    let name = member.name();
    let by_object = |object: &'static Object| {
        let key = object.key(&name);
        let extension = if object.rest.is_extension(&name) { extension(&name) } else { None };
        let expected = match (key, extension) {
            (Some(key), _) => Some(&key.value),
            (None, Some(extension)) => Some(&extension.key.value),
            (None, None) => None,
        };
        Some((object, key, extension, expected))
    };
    let found = match document.reference(holder) {
        Some(reference) if member.is("$ref") => {
            Some((reference.object, Some(&REFERENCE), None, Some(&REFERENCE.value)))
        }
        _ => by_object(document.object_at(holder)?),
    };
    let (object, key, extension, expected) = found?;
    let mut expected = match expected {
        Some(expected) => expected,
        None => object.rest.entry(&name)?,
    };
    for _ in 0..levels {
        expected = item_type(expected)?;
    }
    Some(Slot { member, object, key, extension, expected })
}

/// What each item must be where `ty` is an array.
pub(super) fn item_type(ty: &'static Type) -> Option<&'static Type> {
    match ty {
        Type::List { item, .. } => Some(item),
        Type::AnyOf(types) => {
            types.iter().find_map(|one| if let Type::List { item, .. } = one { Some(*item) } else { None })
        }
        _ => None,
    }
}
