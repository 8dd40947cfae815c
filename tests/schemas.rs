//! What schemas and references can be made of that is hard: circles, products of long lists, and names that look like
//! references.

use crate::repair::quickly;
use xtension_checker::{Severity, check, fix_all};

/// The rules that have something to say of a document with these members, and where.
fn found(members: &str) -> Vec<(&'static str, String)> {
    let text = format!(r#"{{"swagger":"2.0","info":{{"title":"T","version":"1"}},"paths":{{}},{members}}}"#);
    let report = check(&text);
    assert!(report.is_json, "{text}");
    let about_schemas = report.diagnostics.into_iter().filter(|found| found.rule != "definitions-unused");
    about_schemas.map(|found| (found.rule, found.pointer)).collect()
}

fn many(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect::<Vec<_>>().join(",")
}

const MANY: usize = 10_000;

/// So many times as many are enough to see that it is the product.
const SOME: usize = 4_000;

#[test]
fn no_schemas_take_long() {
    let refer = |to: usize| format!(r##"{{"$ref":"#/definitions/d{to}"}}"##);
    let entry = |n: usize, schema: String| format!(r#""d{n}":{schema}"#);
    let hub = format!(r#""hub":{{"allOf":[{}]}}"#, many(SOME, refer));
    let to_hub = r##"{"$ref":"#/definitions/hub"}"##;
    let texts = [
        ("a chain", many(MANY, |n| entry(n, refer(n + 1)))),
        ("a circle", many(MANY, |n| entry(n, refer((n + 1) % MANY)))),
        ("names that are not there", many(MANY, |n| entry(n, refer(n + MANY)))),
        ("a circle of parts", many(MANY, |n| entry(n, format!(r#"{{"allOf":[{}]}}"#, refer((n + 1) % MANY))))),
        (
            "a circle of required properties",
            many(MANY, |n| {
                let next = refer((n + 1) % MANY);
                entry(n, format!(r#"{{"required":["a"],"properties":{{"a":{next}}}}}"#))
            }),
        ),
        (
            "parts of all, in each of them",
            format!(
                "{hub},{}",
                many(SOME, |n| {
                    entry(
                        n,
                        format!(r#"{{"allOf":[{to_hub}],"required":["x"],"discriminator":"y","default":{{"a":1}}}}"#),
                    )
                })
            ),
        ),
        (
            "many defaults of many properties",
            format!(
                r#""a":{{"properties":{{{}}},"items":{{}}}},{}"#,
                many(MANY, |n| format!(r#""p{n}":{{"type":"string"}}"#)),
                many(MANY, |n| entry(n, r##"{"allOf":[{"$ref":"#/definitions/a"}],"default":{"p1":1}}"##.to_owned()))
            ),
        ),
        (
            "required of themselves",
            format!(
                r#""a":{{"properties":{{{}}}}}"#,
                many(MANY, |n| format!(r#""p{n}":{{"type":"string","required":true}}"#))
            ),
        ),
        (
            "required and not there",
            format!(
                r#""a":{{"properties":{{{}}},"required":[{}]}}"#,
                many(MANY, |n| format!(r#""p{n}":{{}}"#)),
                many(MANY, |n| format!(r#""q{n}""#))
            ),
        ),
        (
            "many allowed values",
            format!(r#""a":{{"type":"integer","enum":[{}],"default":-1}}"#, many(MANY, |n| format!("\"{n}\""))),
        ),
        (
            "a long default",
            format!(r#""a":{{"items":{{"type":"string"}},"default":[{}]}}"#, many(MANY, |n| n.to_string())),
        ),
        ("siblings", many(MANY, |n| entry(n, r##"{"$ref":"#/definitions/d0","title":"T"}"##.to_owned()))),
    ];
    for (what, definitions) in texts {
        let text = format!(r#"{{"swagger":"2.0","paths":{{}},"definitions":{{{definitions}}}}}"#);
        quickly(what, || check(&text));
    }
}

#[test]
fn depth_is_no_limit() {
    let depth = 110;
    for (open, close) in [(r#"{"allOf":["#, "]}"), (r#"{"properties":{"a":"#, "}}"), (r#"{"items":"#, "}")] {
        let schema = open.repeat(depth) + r#"{"type":"array"}"# + &close.repeat(depth);
        let found = found(&format!(r#""definitions":{{"A":{schema}}}"#));
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].0, "array-items-missing");
    }
}

#[test]
fn a_property_named_like_a_reference_is_none() {
    assert_eq!(found(r#""definitions":{"A":{"properties":{"$ref":{"type":"string"},"b":{"type":"string"}}}}"#), []);
    assert_eq!(
        found(
            r##""definitions":{"A":{"default":{"$ref":"#/none"},"example":{"$ref":"#/none"},"enum":[{"$ref":"#/none"}]}}"##
        ),
        []
    );
}

#[test]
fn a_reference_that_leads_nowhere_leaves_the_rest_checked() {
    let found = found(
        r##""definitions":{"A":{"allOf":[{"$ref":"#/definitions/None"}],"required":["a"],"properties":{"b":{"type":"string","default":1}}}}"##,
    );
    let rules: Vec<_> = found.iter().map(|found| found.0).collect();
    assert_eq!(rules, ["ref-unresolved", "default-mismatch"]);
}

#[test]
fn references_are_decoded_before_they_are_followed() {
    let found = found(
        r##""definitions":{"a/b":{"type":"object"},"c~d e":{"type":"string"},"":{"type":"string"},"A":{"properties":{
            "one":{"$ref":"#/definitions/a~1b"},"two":{"$ref":"#/definitions/c~0d%20e"},"three":{"$ref":"#/definitions/"}}}}"##,
    );
    assert_eq!(found, []);
}

#[test]
fn large_numbers_are_not_rounded() {
    let limit = |default: &str| {
        found(&format!(
            r#""parameters":{{"n":{{"name":"n","in":"query","type":"integer","maximum":9007199254740992,"default":{default}}}}}"#
        ))
    };
    assert_eq!(limit("9007199254740992"), []);
    assert_eq!(limit("9007199254740993"), [("default-mismatch", "/parameters/n/default".to_owned())]);
}

#[test]
fn what_is_only_in_extensions_is_no_schema() {
    assert_eq!(
        found(r#""definitions":{"A":{"type":"object","x-sample":{"type":"array","default":1,"required":true}}}"#),
        []
    );
}

#[test]
fn one_run_lists_what_all_properties_require() {
    let text = format!(
        r#"{{"swagger":"2.0","definitions":{{"A":{{"properties":{{{}}}}}}}}}"#,
        many(300, |n| format!(r#""p{n}":{{"type":"string","required":{}}}"#, n % 3 == 0))
    );
    let fixed = fix_all(&text).edits.apply(&text);
    assert!(fixed.contains(r#""required":["p0", "p3", "p6""#), "{fixed}");
    let left = check(&fixed).diagnostics.into_iter().filter(|found| found.severity == Severity::Error);
    assert!(left.into_iter().all(|found| found.rule != "required-boolean"));
}
