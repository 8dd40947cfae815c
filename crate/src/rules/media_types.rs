//! Media types: which of them count for an operation, and how they are written.

use super::problems;
use crate::json::{Value, edit, encode};
use crate::openapi::vocabulary::OPERATION;
use crate::openapi::{Document, Operation};
use crate::text::Edit;

/// The list of `consumes` or `produces` that counts for the operation: its own, even where that is empty, else the root's.
pub(super) fn effective<'a>(document: &Document<'a>, operation: &Operation<'a>, key: &str) -> Option<Value<'a>> {
    operation.value().get(key).or_else(|| document.root()?.get(key)).filter(|list| list.is_array())
}

/// Makes the operation at `holder` say that this media type is all that it takes or gives.
pub(super) fn stated(holder: Value<'_>, key: &str, kind: &str) -> Edit {
    let list = format!("[{}]", encode(kind));
    match holder.get(key) {
        Some(there) => edit::replace_value(there, &list),
        None => edit::insert_member(holder, problems::position(&OPERATION, holder, key), key, &list),
    }
}

/// The media types of a list, without their parameters and in small letters.
pub(super) fn listed(list: Option<Value<'_>>) -> impl Iterator<Item = String> {
    list.into_iter().flat_map(Value::items).filter_map(Value::as_str).map(|text| essence(&text))
}

/// A media type without its parameters and in small letters: `text/plain` of `text/Plain; charset=utf-8`.
pub(super) fn essence(text: &str) -> String {
    text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Whether it is written as media types are: a type, a slash and a subtype, and parameters where there are any
/// (RFC 6838, section 4.2). A star stands for any.
pub(super) fn is_well_formed(text: &str) -> bool {
    let written = text.split(';').next().unwrap_or_default().trim_end();
    written.split_once('/').is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype))
}

/// Whether it is a word of the kind that names of headers and media types are (RFC 9110, section 5.6.2).
pub(super) fn is_token(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(fits)
}

/// What is in use, and other words for it.
const KNOWN: [(&str, &[&str]); 10] = [
    ("application/json", &["json"]),
    ("application/x-www-form-urlencoded", &["form", "urlencoded", "formurlencoded", "xwwwformurlencoded"]),
    ("multipart/form-data", &["multipart", "formdata"]),
    ("application/octet-stream", &["octetstream", "binary", "file"]),
    ("application/xml", &["xml"]),
    ("application/pdf", &["pdf"]),
    ("text/plain", &["text", "plain", "txt"]),
    ("text/html", &["html"]),
    ("text/csv", &["csv"]),
    ("*/*", &["*"]),
];

/// The media type that `text` was probably meant to be: the same without regard to what stands between its words, or by
/// another name. Never one that is written in the same way.
pub(super) fn meant(text: &str) -> Option<&'static str> {
    if KNOWN.iter().any(|known| known.0 == text) {
        return None;
    }
    let simple = simplified(text);
    let is_it =
        |known: &&(&str, &[&str])| simplified(known.0) == simple || known.1.iter().any(|other| *other == simple);
    let known = KNOWN.iter().find(is_it)?.0;
    (known != essence(text)).then_some(known)
}

fn simplified(text: &str) -> String {
    let essence = essence(text);
    essence.chars().filter(|character| character.is_ascii_alphanumeric() || *character == '*').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_types_have_a_slash() {
        for text in ["application/json", "text/plain; charset=utf-8", "*/*", "application/*+json", "a/b;c=d"] {
            assert!(is_well_formed(text), "{text}");
        }
        for text in ["", "json", "application/", "/json", "application/json, text/xml", "a b/c", " a/b", "a/b/c"] {
            assert!(!is_well_formed(text), "{text}");
        }
    }

    #[test]
    fn other_words_for_a_media_type_are_known() {
        assert_eq!(meant("JSON"), Some("application/json"));
        assert_eq!(meant("application\\json"), Some("application/json"));
        assert_eq!(meant("multipart/formdata"), Some("multipart/form-data"));
        assert_eq!(meant("application/json; charset=utf-8"), None);
        assert_eq!(meant("application/yaml"), None);
    }
}
