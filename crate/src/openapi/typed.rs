//! What schemas, parameters, items and headers have in common: each says of which type a value is, and limits it.

use super::reference::{self, Reference};
use super::shape::Place;
use super::vocabulary::{Object, ObjectKind};
use crate::json::{Decimal, Kind, Value};
use crate::text::Gather;

/// A schema, or a parameter, item or header that describes its value itself. No reference.
#[derive(Clone, Copy, Debug)]
pub struct Typed<'a> {
    /// Which object of the format it is: the exact variant, where that can be told.
    pub object: &'static Object,
    /// Where it stands.
    pub value: Value<'a>,
    /// Whether it stands in the value of an extension.
    pub is_in_extension: bool,
}

impl<'a> Typed<'a> {
    pub(super) fn of(place: &Place<'a>) -> Self {
        let Place { object, value, is_in_extension } = *place;
        Self { object, value, is_in_extension }
    }

    /// Whether it is a schema, and so part of a body.
    pub fn is_schema(&self) -> bool {
        self.object.kind == ObjectKind::Schema
    }

    /// The types that its value may have; none where it does not say, or says a type that there is not.
    pub fn types(&self) -> Option<Types> {
        Types::of(self.value.get("type")?)
    }
}

/// The positions of those places that say of which type a value is.
pub(super) fn all<'a>(places: &[Place<'a>], references: &[Reference<'a>]) -> Vec<u32> {
    let is_typed = |place: &Place<'a>| match place.object.kind {
        ObjectKind::Items | ObjectKind::Header => true,
        ObjectKind::Parameter => !place.value.get("in").is_some_and(|place| place.is_str("body")),
        ObjectKind::Schema => reference::find(references, place.value).is_none(),
        _ => false,
    };
    (0..).zip(places).filter(|(_, place)| is_typed(place)).map(|(position, _)| position).gathered()
}

/// Some of the types that there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Types(u8);

/// The types, in the order of their bits.
const NAMES: [&str; 7] = ["string", "integer", "number", "boolean", "array", "object", "null"];

impl Types {
    /// What a `type` says, as a string or as a list of strings; none where something else is among it.
    pub fn of(written: Value<'_>) -> Option<Self> {
        let one = |name: Value<'_>| NAMES.iter().position(|known| name.is_str(known)).map(|bit| 1_u8 << bit);
        if written.is_array() {
            written.items().try_fold(0, |all, name| Some(all | one(name)?)).filter(|all| *all != 0).map(Self)
        } else {
            one(written).map(Self)
        }
    }

    /// Their names.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        NAMES.iter().enumerate().filter(move |(bit, _)| self.0 >> bit & 1 == 1).map(|(_, name)| *name)
    }

    /// Whether `name` is among them.
    pub fn has(self, name: &str) -> bool {
        NAMES.iter().position(|known| *known == name).is_some_and(|bit| self.0 >> bit & 1 == 1)
    }

    /// The one type that it is; none where there are several. `null` does not count.
    pub fn only(self) -> Option<&'static str> {
        let mut names = self.names().filter(|name| *name != "null");
        names.next().filter(|_| names.next().is_none())
    }

    /// Whether the value is of one of them. `1.0` is a whole number, too.
    pub fn accept(self, value: Value<'_>) -> bool {
        match value.kind() {
            Kind::String => self.has("string"),
            Kind::Number => self.has("number") || (self.has("integer") && Decimal::read(value.source()).is_whole()),
            Kind::Boolean => self.has("boolean"),
            Kind::Array => self.has("array"),
            Kind::Object => self.has("object"),
            Kind::Null | Kind::Name => self.has("null"),
        }
    }

    /// What they are in a sentence: "a string", "a number or `null`".
    pub fn describe(self) -> String {
        let described: Vec<&str> = self.names().map(describe).gathered();
        described.join(" or ")
    }
}

/// What a type is in a sentence.
fn describe(name: &str) -> &'static str {
    match name {
        "string" => "a string",
        "integer" => "a whole number",
        "number" => "a number",
        "boolean" => "`true` or `false`",
        "array" => "an array",
        "object" => "an object",
        _ => "`null`",
    }
}
