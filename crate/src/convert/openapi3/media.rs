//! Media types: which of several is taken.

use crate::json::{Member, Value};

/// How well OpenAPI 2.0 and Nintex get on with a media type: less is better.
fn rank(name: &str) -> u8 {
    let plain = essence(name);
    match &*plain {
        "application/json" => 0,
        _ if plain.ends_with("+json") || plain.ends_with("/json") => 1,
        "*/*" | "application/*" => 2,
        "multipart/form-data" => 3,
        "application/x-www-form-urlencoded" => 4,
        _ if plain.starts_with("multipart/") => 6,
        "application/xml" | "text/xml" => 8,
        "text/html" => 9,
        _ if plain.starts_with("text/event") => 10,
        _ if plain.starts_with("text/") => 7,
        _ => 5,
    }
}

/// The media type without its parameters, in small letters.
pub(super) fn essence(name: &str) -> String {
    name.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// The member of `content` that is taken: the media type, and what it says.
pub(super) fn chosen(content: Value<'_>) -> Option<Member<'_>> {
    let all = content.members().filter(|member| !member.name().starts_with("x-"));
    all.min_by_key(|member| rank(&member.name()))
}

/// Whether it is JSON, or anything.
pub(super) fn is_json(name: &str) -> bool {
    rank(name) <= 2
}

/// Whether it is a form.
pub(super) fn is_form(name: &str) -> bool {
    matches!(&*essence(name), "multipart/form-data" | "application/x-www-form-urlencoded")
}

/// Whether it is neither text nor data with a structure, but the content of a file.
pub(super) fn is_file(name: &str) -> bool {
    let plain = essence(name);
    let is_structured = plain.ends_with("json") || plain.ends_with("xml") || plain.ends_with("yaml");
    let files = ["image/", "audio/", "video/", "font/", "application/"];
    !is_structured && !is_form(&plain) && plain != "application/*" && files.iter().any(|kind| plain.starts_with(kind))
}

pub(super) const WILDCARD: super::words::Words = (
    "A media type that stands for several became one of them.",
    "Nintex sends what is written there: JSON where that may be, as it reads that best.",
);

/// The media type as `produces` has it: what may be JSON is, which Nintex reads.
pub(super) fn listed(name: &str) -> String {
    match &*essence(name) {
        "*/*" | "application/*" | "application/*+json" => "application/json".to_owned(),
        _ => name.trim().to_owned(),
    }
}

/// The media type as `consumes` has it: what is sent is of one type.
pub(super) fn sent(name: &str) -> String {
    match essence(name).split_once("/*") {
        Some(("text", _)) => "text/plain".to_owned(),
        Some((kind, _)) if !matches!(kind, "*" | "application") => "application/octet-stream".to_owned(),
        _ => listed(name),
    }
}
