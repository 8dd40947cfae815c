use crate::diagnostic::Diagnostic;
use crate::json::{Value, edit, encode};
use crate::openapi::Document;
use crate::openapi::nearest;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::Findings;
use crate::rules::media_types::{essence, is_well_formed, meant};
use crate::text::{Edit, Gather, by_name};

super::rule! {
    /// A media type is not written as media types are.
    ///
    /// It has two parts with a slash between them, such as `application/json`, and after a semicolon there may be
    /// parameters. It is sent as the `Content-Type` of a call, and a call with another text in it fails.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "consumes": [«"json"»],
    ///   "paths": { "/people": { "get": { "produces": ["json"] } } }
    /// }
    /// ```
    /// ## Fix: Change it to `application/json`
    /// ```json
    /// {
    ///   "consumes": ["application/json"],
    ///   "paths": { "/people": { "get": { "produces": ["application/json"] } } }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "produces": [«"aplication/json"»] }
    /// ```
    /// ## Fix: Change it to `application/json`
    /// ```json
    /// { "produces": ["application/json"] }
    /// ```
    /// ## Bad
    /// ```json
    /// { "produces": [«"application/json, text/xml"»] }
    /// ```
    /// ## Fix: Make an item of each
    /// ```json
    /// { "produces": ["application/json", "text/xml"] }
    /// ```
    /// ## Bad
    /// ```json
    /// { "produces": [«"string"»] }
    /// ```
    /// ## Fix: Remove it
    /// ```json
    /// { "produces": [] }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "consumes": ["application/vnd.example+json;version=1", "*/*", "application/*+json", "x-special/thing"],
    ///   "produces": ["text/plain; charset=utf-8"]
    /// }
    /// ```
    Warning "media-type-malformed" Documented from "https://spec.openapis.org/oas/v2.0#mime-types"
}

/// What media types begin with.
const KINDS: [&str; 9] =
    ["application", "audio", "font", "image", "message", "model", "multipart", "text", "video"];

fn check(document: &Document<'_>, findings: &mut Findings) {
    let holders = document.places(ObjectKind::Root).chain(document.places(ObjectKind::Operation));
    let lists = holders.flat_map(|place| ["consumes", "produces"].map(|key| place.value.get(key)));
    let items = lists.flatten().flat_map(Value::items);
    let strange = items.filter_map(|item| {
        let text = item.as_str().filter(|_| !item.is_damaged())?;
        (!is_well_formed(&text) || corrected(&text).is_some()).then_some((text, item))
    });
    for (text, places) in by_name(strange) {
        let Some((first, others)) = places.split_first() else { continue };
        let message = format!("`{text}` is no media type.");
        let because = "Nintex puts it into the headers of the call; the call fails, or the API does not know the type.";
        let is_full = findings.is_full();
        let diagnostic = findings.add(*first, message, because);
        if is_full {
            continue;
        }
        diagnostic.label_each(&mut others.iter().map(|other| other.span()), "here, too");
        offer(diagnostic, &text, &places);
    }
}

fn offer(diagnostic: &mut Diagnostic, text: &str, places: &[Value<'_>]) {
    let replace = |new: &str| places.iter().map(|place| Edit::replace(place.span(), new)).gathered();
    if let Some(right) = corrected(text) {
        diagnostic.safe_fix(format!("Change it to `{right}`"), replace(&encode(&right)));
        return;
    }
    let parts: Vec<&str> = text.split(',').map(str::trim).gathered();
    if parts.len() > 1 && parts.iter().all(|part| is_well_formed(part)) {
        let items: Vec<String> = parts.iter().map(|part| encode(part)).gathered();
        diagnostic.safe_fix("Make an item of each", replace(&items.join(", ")));
        return;
    }
    if let [only] = places
        && let Some(edit) = edit::remove_item(*only)
    {
        diagnostic.review_fix("Remove it", "See whether another one is missing instead.", [edit]);
    }
}

/// The media type that was meant, where that is beyond doubt.
fn corrected(text: &str) -> Option<String> {
    let trimmed = text.trim();
    if trimmed != text && is_well_formed(trimmed) {
        return Some(trimmed.to_owned());
    }
    if let Some(right) = meant(trimmed) {
        return Some(right.to_owned());
    }
    let (kind, rest) = trimmed.split_once('/').filter(|_| is_well_formed(trimmed))?;
    if KINDS.iter().any(|known| known.eq_ignore_ascii_case(kind)) {
        return None;
    }
    nearest(&essence(kind), &KINDS).map(|near| format!("{near}/{rest}"))
}
