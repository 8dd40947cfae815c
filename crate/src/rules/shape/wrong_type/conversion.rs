//! What a value of the wrong type says, where it takes more than quotes or brackets to say it in the right one: lists
//! for maps, maps for lists, words for objects.

use super::by_name::{list_of, map_of};
use super::short::object_for;
use crate::json::{Kind, Value, encode, fragment};
use crate::openapi::Document;
use crate::openapi::vocabulary::{Object, Type};
use crate::rules::draft::array_of;
use crate::text::Gather;

/// What to write instead of a value.
pub(super) struct Conversion {
    /// What that does, as an order.
    pub(super) title: String,
    /// The new value.
    pub(super) fragment: String,
    /// What follows from it, where that is not sure to be what was meant.
    pub(super) consequence: Option<&'static str>,
}

impl Conversion {
    fn sure(title: impl Into<String>, fragment: String) -> Self {
        Self { title: title.into(), fragment, consequence: None }
    }
}

/// What to write instead of `value`, where `expected` is wanted.
pub(super) fn conversion(
    document: &Document<'_>,
    value: Value<'_>,
    expected: &Type,
) -> Option<Conversion> {
    match (value.kind(), expected) {
        (_, Type::AnyOf(types)) => types.iter().find_map(|one| conversion(document, value, one)),
        (Kind::Array, Type::Object(object) | Type::ObjectOrReference(object)) => {
            map_of(value, object).map(|fragment| Conversion::sure("Make it an object, with an entry for each", fragment))
        }
        (Kind::Object, Type::List { item: Type::Object(object) | Type::ObjectOrReference(object), .. }) => {
            list_of(value, object).map(|fragment| Conversion::sure("Make it an array, with an item for each", fragment))
        }
        (Kind::String, Type::List { item, .. }) => split(document, value, item),
        (Kind::String, Type::Object(object) | Type::ObjectOrReference(object)) => from_word(document, value, object),
        (Kind::Boolean, Type::Object(object)) if object.key("allOf").is_some() => {
            Some(Conversion::sure("Allow any value: `{}`", "{}".to_owned()))
        }
        (Kind::Object, Type::Text) => {
            let name = value.get("propertyName").or_else(|| value.get("name")).filter(|name| name.as_str().is_some())?;
            Some(Conversion::sure(format!("Write only {}", name.source().replace('"', "`")), fragment(name)))
        }
        (Kind::Array, Type::Text) => joined(value),
        (Kind::Array, Type::OneOf(_)) => {
            let mut words = value.items().filter(|item| !item.is_str("null") && item.as_str().is_some());
            let only = words.next()?;
            let title = format!("Write only {}", only.source().replace('"', "`"));
            words.next().is_none().then(|| Conversion::sure(title, fragment(only)))
        }
        _ => None,
    }
}

/// A list from words with commas between them, or from the one word that stands for an object.
fn split(document: &Document<'_>, value: Value<'_>, item: &Type) -> Option<Conversion> {
    let text = value.as_str()?;
    if let Type::Object(object) | Type::ObjectOrReference(object) = item {
        let fragment = object_for(document, &text, object)?;
        return Some(Conversion::sure("Make it an array with an object", array_of(&[fragment])));
    }
    let words: Vec<String> = text.split(',').map(|word| encode(word.trim())).filter(|word| word != "\"\"").gathered();
    if words.len() < 2 {
        return None;
    }
    let consequence = matches!(item, Type::Any).then_some("Each word between the commas is then a value of its own.");
    let fragment = format!("[{}]", words.join(", "));
    Some(Conversion { title: format!("Make it an array of {}", words.len()), fragment, consequence })
}

fn from_word(document: &Document<'_>, value: Value<'_>, object: &Object) -> Option<Conversion> {
    let fragment = object_for(document, &value.as_str()?, object)?;
    let shown = fragment.replace("\n  ", " ").replace('\n', " ");
    Some(Conversion::sure(format!("Write it as `{shown}`"), fragment))
}

/// One text from its lines.
fn joined(value: Value<'_>) -> Option<Conversion> {
    let is_prose = value.member()?.is("description") || value.member()?.is("summary");
    let lines: Option<Vec<_>> = value.items().map(Value::as_str).collect();
    let text = lines.filter(|lines| is_prose && !lines.is_empty())?.join("\n");
    Some(Conversion::sure("Make it one text", encode(&text)))
}
