//! The version of how fields are shown: what the rules share that speak of it.

use crate::json::Value;
use crate::json::edit::{self, Position};
use crate::nintex::Sides;
pub(super) use crate::nintex::render_version::{RENDER_VERSION, second};
use crate::nintex::vocabulary::FILE_REFERENCE_FORMAT;
use crate::openapi::Document;
use crate::openapi::vocabulary::ObjectKind;
use crate::text::Edit;

/// Chooses the second version, where none is chosen.
pub(super) fn choose_second(root: Value<'_>) -> Edit {
    edit::insert_member(root, Position::Last, RENDER_VERSION, "2")
}

/// What takes a file: parameters, and schemas that describe a part of a body.
pub(super) fn files<'d, 'a>(document: &'d Document<'a>, sides: &'d Sides) -> impl Iterator<Item = Value<'a>> + 'd {
    let is_of = |value: Value<'_>, key: &str, words: &[&str]| {
        value.get(key).is_some_and(|written| words.iter().any(|word| written.is_str(word)))
    };
    let parameters = document.places(ObjectKind::Parameter).map(|place| place.value);
    let parameters = parameters.filter(move |value| is_of(*value, "type", &["file"]));
    let schemas = document.places(ObjectKind::Schema).map(|place| place.value).filter(|value| sides.is_sent(*value));
    let formats = &["byte", "binary", FILE_REFERENCE_FORMAT];
    parameters.chain(schemas.filter(move |value| is_of(*value, "format", formats)))
}

/// Whether a field says its type, and that is another one.
pub(super) fn is_other(holder: Value<'_>, kind: &str) -> bool {
    holder.get("type").is_some_and(|written| written.as_str().is_some() && !written.is_str(kind))
}
