//! What can be wrong with a document's shape.

use crate::json::{Member, Value};
use crate::openapi::vocabulary::{Format, Key, Object, Type};
use crate::text::Span;

/// One thing that the format does not allow.
#[derive(Clone, Debug)]
pub struct Problem<'a> {
    /// The object of the format that it is about: the one with the key.
    pub object: &'static Object,
    /// The key of that object whose value or absence is wrong; none for a key that is unknown, and for an entry of a map.
    pub key: Option<&'static Key>,
    /// Whether it is about an extension, or about anything inside one: the format itself lets that pass.
    pub is_in_extension: bool,
    /// What is wrong.
    pub fault: Fault<'a>,
}

/// What is wrong.
#[derive(Clone, Debug)]
pub enum Fault<'a> {
    /// The object has no such key.
    UnknownKey {
        /// The key with its value.
        member: Member<'a>,
        /// What it probably is.
        slip: Slip,
    },
    /// The object is incomplete without the key.
    MissingKey {
        /// The object in the document.
        holder: Value<'a>,
    },
    /// The value is of another type.
    WrongType {
        /// The value.
        value: Value<'a>,
        /// What it must be.
        expected: &'static Type,
        /// What to write instead as JSON, where the value says it in another type: `"1.0"` for `1.0`.
        repair: Option<String>,
    },
    /// The value is of the right type, but not one of those that there are.
    NotAllowed {
        /// The value.
        value: Value<'a>,
        /// Those that there are, as strings or as JSON writes them.
        allowed: &'static [&'static str],
        /// The one that was probably meant.
        nearest: Option<&'static str>,
    },
    /// The string is not written as it must be.
    Malformed {
        /// The string.
        value: Value<'a>,
        /// How it must be written.
        format: Format,
    },
    /// The array or object does not hold enough.
    TooFew {
        /// The array or object.
        value: Value<'a>,
        /// How many items or entries there must be.
        at_least: usize,
    },
    /// Two items of the array are equal.
    Repeated {
        /// The later one.
        value: Value<'a>,
        /// The earlier one.
        first: Value<'a>,
    },
}

/// What an unknown key probably is.
#[derive(Clone, Copy, Debug)]
pub enum Slip {
    /// That key of the same object, misspelt.
    Misspelt(&'static str),
    /// A key of that other object, put in the wrong place. The document's root is such an object, too.
    BelongsIn(&'static Object),
    /// A key of OpenAPI 3.
    LaterVersion,
    /// A path without the slash that paths begin with.
    LacksSlash,
    /// A reference where the format does not take one.
    Reference,
    /// Nothing known.
    Unknown,
}

impl<'a> Problem<'a> {
    /// Whether OpenAPI 2.0 refuses the document for it: everywhere but in an extension. Together with a
    /// [`Sibling`](super::Sibling) that is refused, that is what the official schema would refuse.
    pub fn is_refused(&self) -> bool {
        !self.is_in_extension
    }

    /// The id of the rule that speaks of it; none where the general rules do.
    pub fn rule(&self) -> Option<&'static str> {
        let is_special = matches!(self.fault, Fault::MissingKey { .. } | Fault::NotAllowed { .. });
        self.key.filter(|key| is_special || key.is_ruled_wholly)?.rule
    }

    /// The value that it is about: for an unknown key its value, for a missing one the object that lacks it.
    pub fn value(&self) -> Value<'a> {
        match self.fault {
            Fault::UnknownKey { member, .. } => member.value(),
            Fault::MissingKey { holder: value }
            | Fault::WrongType { value, .. }
            | Fault::NotAllowed { value, .. }
            | Fault::Malformed { value, .. }
            | Fault::TooFew { value, .. }
            | Fault::Repeated { value, .. } => value,
        }
    }

    /// The smallest thing to blame: the unknown key's name, the name that the incomplete object has, or the value.
    pub fn span(&self) -> Span {
        match self.fault {
            Fault::UnknownKey { member, .. } => member.name_span(),
            Fault::MissingKey { holder: value } | Fault::TooFew { value, .. } => blame_for_lack(value),
            _ => self.value().span(),
        }
    }
}

/// Where to point at something that is not there: at the name of what lacks it, else at its opening bracket.
fn blame_for_lack(value: Value<'_>) -> Span {
    match value.member() {
        Some(member) => member.name_span(),
        None => Span::new(value.span().start, (value.span().start + 1).min(value.span().end)),
    }
}
