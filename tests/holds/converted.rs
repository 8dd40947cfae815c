//! What becomes of other formats, and of an Xtension that is taken apart.

use std::collections::BTreeSet;

use serde_json::Value as Json;
use xtension_checker::convert::sample::{self, Body};
use xtension_checker::convert::{Converted, Refused, convert, openapi3, pick, postman, split, yaml};
use xtension_checker::json::Member;
use xtension_checker::text::Edits;
use xtension_checker::{Severity, check, json};

use super::{applied, assert_within, is_json, offsets, twice};

/// How many times as long as its original a result is at most: an alias of YAML and a `$ref` to what OpenAPI 2.0 cannot
/// refer to are said in full, and what is nested is indented.
const LONGER: usize = 40;

/// How long a result may be in any case, in bytes.
const LENGTH: usize = 1 << 20;

/// YAML becomes sound JSON, or it is told where it is none.
pub(crate) fn yaml(text: &str) {
    match twice(|| yaml::read(text)) {
        Ok(read) => converted(text, &read),
        Err(broken) => {
            assert_within(text, broken.span);
            assert!(broken.message.ends_with(['.', '?', '"']), "{text:?}: {broken:?}");
        }
    }
    match twice(|| convert(text)) {
        Ok((_, made)) => converted(text, &made),
        Err(Refused::Broken(broken)) => assert_within(text, broken.span),
        Err(Refused::AlreadyThere | Refused::Unknown) => {}
    }
}

/// OpenAPI 3, and what is none, becomes a document that has the shape of OpenAPI 2.0.
pub(crate) fn openapi3(text: &str) {
    let tree = json::parse(text);
    let made = twice(|| openapi3::convert(&tree));
    converted(text, &made);
    is_of_shape(text, &made.text);
    let made = openapi3::convert_with_all_ways_to_sign_in(&tree);
    converted(text, &made);
    is_of_shape(text, &made.text);
}

/// So does a collection, and what is none.
pub(crate) fn postman(text: &str) {
    let tree = json::parse(text);
    let made = twice(|| postman::convert(&tree));
    if tree.root().is_some() {
        converted(text, &made);
        is_of_shape(text, &made.text);
    }
}

/// The operations that are picked stay with those that they need, the others go, and nothing is added.
pub(crate) fn pick(text: &str) {
    let candidates = twice(|| pick::candidates(text));
    for candidate in &candidates {
        assert_within(text, candidate.span);
    }
    let wanted: Vec<usize> = offsets(text, 10).into_iter().map(|at| at as usize % (candidates.len() + 1)).collect();
    for wanted in [&wanted[..0], &wanted[4..5], &wanted] {
        let picked = twice(|| pick::pick(text, wanted));
        let part = applied(text, &picked.edits);
        assert!(part.len() <= text.len(), "{text:?} became {part:?}");
        assert!(picked.needed.iter().all(|position| *position < candidates.len() && !wanted.contains(position)));
        stays_sound(text, &picked.edits);
        if is_json(text) {
            let there: BTreeSet<usize> =
                wanted.iter().copied().filter(|position| *position < candidates.len()).collect();
            assert_eq!(pick::candidates(&part).len(), there.len() + picked.needed.len(), "{text:?} became {part:?}");
        }
    }
}

/// Each share is sound where the whole is, and has as many operations as it says.
pub(crate) fn split(text: &str) {
    let all = pick::candidates(text).len();
    let shares = twice(|| split::split(text));
    assert!(!shares.is_empty() && shares.iter().map(|share| share.operations).sum::<usize>() >= all, "{text:?}");
    for share in &shares {
        stays_sound(text, &share.edits);
        if is_json(text) {
            let part = applied(text, &share.edits);
            assert_eq!(pick::candidates(&part).len(), share.operations, "{text:?} became {part:?}");
        }
    }
}

/// One operation, for a sample to go into.
const WHOLE: &str = r#"{"swagger": "2.0", "info": {"title": "T", "version": "1"}, "host": "api.example.com",
    "paths": {"/a": {"post": {"operationId": "a", "responses": {"200": {"description": ""}}}}}}"#;

/// Sound JSON is an example of a schema, which fits where schemas are.
pub(crate) fn sample(text: &str) {
    let samples: Vec<&str> = text.split("\n---\n").collect();
    let made = twice(|| sample::schema_of(&samples));
    assert!(made.is_ok() || samples.iter().any(|sample| !json::parse(sample).errors().is_empty()), "{text:?}");
    let Ok(made) = made else { return };
    assert!(is_json(&made.text), "{text:?} became {:?}", made.text);
    for body in [Body::Request, Body::Response("200".into()), Body::Response("default".into())] {
        let (edits, _) = sample::insert(WHOLE, 0, &body, &samples).unwrap().unwrap();
        is_of_shape(text, &applied(WHOLE, &edits));
    }
    // What is no Xtension has operations seldom, but what it has takes a sample.
    if let Some((edits, _)) = sample::insert(text, 0, &Body::Response("200".into()), &["[{}]"]).unwrap() {
        stays_sound(text, &edits);
    }
}

/// The result is sound JSON of a length in proportion, and each of its places leads into the original.
fn converted(original: &str, made: &Converted) {
    let Converted { text, remarks, places } = made;
    assert!(is_json(text), "{original:?} became {text:?}");
    assert!(
        text.len() <= LENGTH.max(original.len() * LONGER),
        "{} bytes became {}: {original:?}",
        original.len(),
        text.len()
    );
    let tree = json::parse(text);
    for value in tree.values() {
        for span in [Some(value.span()), value.member().map(Member::name_span)].into_iter().flatten() {
            if let Some(origin) = places.origin(span) {
                assert_within(original, origin);
            }
        }
    }
    let root: Json = serde_json::from_str(text).unwrap_or_default();
    for remark in remarks {
        assert!(remark.message.ends_with('.'), "{original:?}: {remark:?}");
        assert_within(original, remark.origin);
        if let Some(span) = remark.span {
            assert_within(text, span);
            assert!(root.is_null() || root.pointer(&remark.pointer).is_some(), "{original:?}: {remark:?}\n{text}");
        }
    }
    assert!(remarks.is_sorted_by_key(|remark| remark.origin.start), "{original:?}");
}

/// Nothing in the text is refused by the format: every key, type and value is one that it knows.
fn is_of_shape(original: &str, text: &str) {
    for found in check(text).diagnostics {
        // What stands in an extension is copied as it is.
        let is_wrong = found.severity == Severity::Error
            && SHAPE.contains(&found.rule)
            && !(found.rule == "ref-unresolved" && found.pointer.contains("/x-"));
        assert!(!is_wrong, "{}: {}\nof {original:?}\ngives {text}", found.rule, found.message);
    }
}

/// The rules that speak of what the format refuses.
pub(crate) const SHAPE: [&str; 21] = [
    "wrong-type",
    "unknown-key",
    "missing-key",
    "malformed-text",
    "value-not-allowed",
    "too-few-items",
    "repeated-item",
    "ref-unresolved",
    "allof-cycle",
    "misplaced-key",
    "info-missing",
    "host-format",
    "basepath-format",
    "path-leading-slash",
    "file-type-misplaced",
    "array-items-missing",
    "items-type-missing",
    "path-param-required",
    "form-media-type",
    "body-duplicate",
    "body-with-form",
];

fn stays_sound(text: &str, edits: &Edits) {
    let after = applied(text, edits);
    assert!(!is_json(text) || is_json(&after), "{text:?} became {after:?}");
}
