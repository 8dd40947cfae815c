//! What values must be.

use super::Object;
use crate::json::Kind;
use crate::text::Gather;

/// What a value must be.
#[derive(Clone, Copy, Debug)]
pub enum Type {
    /// Anything. What is inside is data and not looked into.
    Any,
    /// A string.
    Text,
    /// A string that is written in a certain way.
    Formatted(Format),
    /// `true` or `false`.
    Boolean,
    /// Only `true`.
    True,
    /// A number.
    Number,
    /// A number above zero.
    PositiveNumber,
    /// A whole number, zero or more.
    Count,
    /// One of these numbers, as JSON writes them.
    OneOfNumbers(&'static [&'static str]),
    /// One of these strings.
    OneOf(&'static [&'static str]),
    /// An array.
    List {
        /// What each item must be.
        item: &'static Type,
        /// How many items there must be.
        at_least: usize,
        /// Whether no two items may be equal.
        unique: bool,
    },
    /// That object.
    Object(&'static Object),
    /// That object, or a reference to one.
    ObjectOrReference(&'static Object),
    /// One of these, told apart by what kind of JSON value they are.
    AnyOf(&'static [Type]),
}

impl Type {
    /// An array of any length in which items may be repeated.
    pub const fn list(item: &'static Type) -> Self {
        Type::List { item, at_least: 0, unique: false }
    }

    /// An array in which no two items are equal.
    pub const fn set(item: &'static Type) -> Self {
        Type::List { item, at_least: 0, unique: true }
    }

    /// Whether a JSON value of that kind can be one.
    pub fn accepts(&self, kind: Kind) -> bool {
        match self {
            Type::Any => true,
            Type::Text | Type::Formatted(_) | Type::OneOf(_) => kind == Kind::String,
            Type::Boolean | Type::True => kind == Kind::Boolean,
            Type::Number | Type::PositiveNumber | Type::Count | Type::OneOfNumbers(_) => kind == Kind::Number,
            Type::List { .. } => kind == Kind::Array,
            Type::Object(_) | Type::ObjectOrReference(_) => kind == Kind::Object,
            Type::AnyOf(types) => types.iter().any(|one| one.accepts(kind)),
        }
    }

    /// What it is in a sentence: "an array", "`true` or `false`".
    pub fn describe(&self) -> String {
        match self {
            Type::Any => "any value".to_owned(),
            Type::Text => "a string".to_owned(),
            Type::Formatted(format) => format.describe().to_owned(),
            Type::Boolean => "`true` or `false`".to_owned(),
            Type::True => "`true`".to_owned(),
            Type::Number => "a number".to_owned(),
            Type::PositiveNumber => "a number above 0".to_owned(),
            Type::Count => "a whole number, 0 or more".to_owned(),
            Type::OneOfNumbers(allowed) => format!("the number {}", in_words(allowed)),
            Type::OneOf(allowed) => format!("the string {}", in_words(&sensible(allowed))),
            Type::List { item: Type::Text | Type::OneOf(_) | Type::Formatted(_), .. } => {
                "an array of strings".to_owned()
            }
            Type::List { item: Type::Object(_) | Type::ObjectOrReference(_), .. } => "an array of objects".to_owned(),
            Type::List { .. } => "an array".to_owned(),
            Type::Object(_) | Type::ObjectOrReference(_) => "an object".to_owned(),
            Type::AnyOf(types) => types.iter().map(Type::describe).gathered().join(" or "),
        }
    }
}

/// Those of the allowed values that are of any use: the format's schema has a type `null`, and OpenAPI 2.0 knows no null.
pub fn sensible<'s>(allowed: &[&'s str]) -> Vec<&'s str> {
    allowed.iter().copied().filter(|value| *value != "null").gathered()
}

/// `a`, `b` or `c`: names in code marks, for a sentence.
pub fn in_words(names: &[&str]) -> String {
    let mut words = String::new();
    for (position, name) in names.iter().enumerate() {
        if position > 0 {
            words.push_str(if position + 1 == names.len() { " or " } else { ", " });
        }
        words.push('`');
        words.push_str(name);
        words.push('`');
    }
    words
}

/// How a string must be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A whole URL: a scheme, a colon, and no blank in it.
    Url,
    /// An e-mail address.
    Email,
    /// A host's name or address and, if wanted, a colon and a port.
    Host,
    /// A path that begins with a slash.
    BasePath,
}

impl Format {
    /// What it is in a sentence.
    pub const fn describe(self) -> &'static str {
        match self {
            Format::Url => "a whole URL such as `https://example.com/path`",
            Format::Email => "an e-mail address",
            Format::Host => "a host name with an optional port, such as `api.example.com`",
            Format::BasePath => "a path that begins with `/`",
        }
    }
}
