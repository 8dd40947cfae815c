//! How a sentence names what stands in a document.

use std::borrow::Cow;

use crate::json::{Kind, Member, Value};
use crate::openapi::vocabulary::{Object, ObjectKind};
pub(super) use crate::text::capitalize;
use crate::text::secret::{mask, masked};
use crate::text::{Gather, Names};

/// Strings up to this many bytes are shown in a sentence.
const SHORT: usize = 40;

/// Names up to this many bytes are shown in whole.
const LONG: usize = 120;

/// The sentence without what has the shape of a secret, and without the middle of each name that nobody would read to
/// its end.
pub(super) fn presentable(sentence: &str) -> String {
    let sentence = masked(sentence);
    if sentence.len() <= LONG {
        return sentence.into_owned();
    }
    in_marks(&sentence, &without_middle)
}

/// Leaves the greater part of each secret out: of what has the shape of one, of the first 50 of `secrets` wherever they
/// are named, and of the others where they are named as a whole.
pub(super) fn hide(text: &mut String, secrets: &[Cow<'_, str>], names: &Names<'_>) {
    let mut hidden = masked(text).into_owned();
    for secret in secrets.iter().take(50).filter(|secret| !secret.is_empty()) {
        if hidden.contains(&**secret) {
            hidden = hidden.replace(&**secret, &mask(secret));
        }
    }
    *text = in_marks(&hidden, &|name| if names.contains(name) { mask(name) } else { name.to_owned() });
}

/// The sentence with what `change` makes of each name in code marks.
fn in_marks(sentence: &str, change: &dyn Fn(&str) -> String) -> String {
    let parts = sentence.split('`').enumerate();
    let parts = parts.map(|(position, part)| if position % 2 == 0 { part.to_owned() } else { change(part) });
    parts.gathered().join("`")
}

/// The name without its middle, where it is long.
pub(super) fn without_middle(name: &str) -> String {
    if name.len() <= LONG {
        return name.to_owned();
    }
    let (head, tail) = (name.floor_char_boundary(LONG / 2), name.ceil_char_boundary(name.len() - LONG / 3));
    format!("{}…{}", name.get(..head).unwrap_or_default(), name.get(tail..).unwrap_or_default())
}

/// What to call an object of the format in the middle of a sentence: "the `get` operation", "the property `age`".
pub(super) fn name(object: &Object, value: Value<'_>) -> String {
    let key = value.member().map(Member::name).unwrap_or_default();
    match object.kind {
        ObjectKind::Root => "the document".to_owned(),
        ObjectKind::Parameter | ObjectKind::Tag => {
            let own = value.get_str("name").filter(|own| !own.is_empty());
            own.map_or_else(|| format!("the {}", object.name), |own| format!("the {} `{own}`", object.name))
        }
        ObjectKind::Operation => format!("the `{key}` operation"),
        ObjectKind::PathItem | ObjectKind::Response | ObjectKind::Header | ObjectKind::SecurityDefinition => {
            format!("the {} `{key}`", object.name)
        }
        ObjectKind::Schema => {
            let map = value.parent().and_then(Value::member).map(Member::name).unwrap_or_default();
            match &*map {
                "properties" => format!("the property `{key}`"),
                "definitions" => format!("the schema `{key}`"),
                _ if key == "items" => "the schema of the items".to_owned(),
                _ => format!("the {}", object.name),
            }
        }
        _ if key.is_empty() => format!("the {}", object.name),
        _ => format!("`{key}`"),
    }
}

/// The same at the beginning of a sentence.
pub(super) fn name_first(object: &Object, value: Value<'_>) -> String {
    capitalize(&name(object, value))
}

/// What a value is in a sentence: "the string `yes`", "an array".
pub(super) fn describe(value: Value<'_>) -> String {
    match value.kind() {
        Kind::String => match value.as_str() {
            Some(text) if text.is_empty() => "an empty string".to_owned(),
            Some(text) if text.len() <= SHORT => format!("the string `{text}`"),
            _ => "a string".to_owned(),
        },
        Kind::Number if value.source().len() <= SHORT => format!("the number `{}`", value.source()),
        Kind::Number => "a number".to_owned(),
        Kind::Array => "an array".to_owned(),
        Kind::Object => "an object".to_owned(),
        Kind::Boolean | Kind::Null | Kind::Name => format!("`{}`", value.source()),
    }
}

/// `a`, `b` and `c`: names in code marks, for a sentence.
pub(super) fn list(names: &[String]) -> String {
    let mut words = String::new();
    for (position, name) in names.iter().enumerate() {
        if position > 0 {
            words.push_str(if position + 1 == names.len() { " and " } else { ", " });
        }
        words.push('`');
        words.push_str(name);
        words.push('`');
    }
    words
}

#[cfg(test)]
mod tests {
    use super::presentable;

    #[test]
    fn only_the_middle_of_a_long_name_is_left_out() {
        let sentence = |name: &str| format!("The path `{name}` has no operation, and there is {}.", "more ".repeat(30));
        let short = sentence(&"é".repeat(60));
        assert_eq!(presentable(&short), short);
        let shown = format!("{}…{}", "é".repeat(30), "é".repeat(20));
        assert_eq!(presentable(&sentence(&"é".repeat(61))), sentence(&shown));
    }
}
