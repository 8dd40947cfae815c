//! What other checkers stumble over.

mod many;

use crate::repair::quickly;
use xtension_checker::{Severity, check};

/// The errors in a document with these members besides `swagger` and `info`: rule and place.
fn errors(members: &str) -> Vec<String> {
    errors_of(&format!(r#"{{"swagger":"2.0","info":{{"title":"T","version":"1"}},{members}}}"#))
}

fn errors_of(text: &str) -> Vec<String> {
    let report = check(text);
    assert!(report.is_json, "{:?}", report.diagnostics);
    let errors = report.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    errors.map(|error| format!("{} {}", error.rule, error.pointer)).collect()
}

const NONE: [&str; 0] = [];

#[test]
fn extensions_stand_in_every_object_that_has_them_and_are_no_schemas() {
    let x = r##""x-a":{"type":5,"$ref":"#/nowhere","properties":{"required":true},"get":{"operationId":"o"}}"##;
    let schema = format!(r#"{{"type":"object","xml":{{{x}}},"externalDocs":{{"url":"https://example.com",{x}}},{x}}}"#);
    let text = format!(
        r#"{x},"tags":[{{"name":"t",{x}}}],
        "paths":{{{x},"/a":{{{x},"get":{{{x},"operationId":"o","responses":{{{x},"200":{{"description":"","schema":{schema},{x}}}}},
        "parameters":[{{"name":"n","in":"query","type":"array","items":{{"type":"string",{x}}},{x}}}]}}}}}},
        "securityDefinitions":{{"o":{{"type":"oauth2","flow":"application","tokenUrl":"https://example.com","scopes":{{{x}}},{x}}}}},
        "security":[{{"o":[]}}]"#
    );
    assert_eq!(errors(&text), NONE);
}

#[test]
fn a_property_may_have_any_name() {
    let names = ["$ref", "", "x-a", "a/b", "~", "a~1b", "required", "type", "__proto__", "default", "\u{85}"];
    let properties: Vec<String> = names.iter().map(|name| format!(r#""{name}":{{"type":"string"}}"#)).collect();
    let object = |properties: &str| format!(r#""paths":{{}},"definitions":{{"D":{{"properties":{{{properties}}}}}}}"#);
    assert_eq!(errors(&object(&properties.join(","))), NONE);
    let wrong: Vec<String> = names.iter().map(|name| format!(r#""{name}":{{"type":"text"}}"#)).collect();
    let found = errors(&object(&wrong.join(",")));
    assert_eq!(found.len(), names.len());
    assert_eq!(found[3], "value-not-allowed /definitions/D/properties/a~1b/type");
    assert_eq!(found[5], "value-not-allowed /definitions/D/properties/a~01b/type");
}

#[test]
fn references_lead_to_any_name() {
    let text = r##""paths":{},"definitions":{"":{},"a/b~c":{},"D":{"properties":
        {"a":{"$ref":"#/definitions/"},"b":{"$ref":"#/definitions/a~1b~0c"},"c":{"$ref":"#/definitions/none"}}}}"##;
    assert_eq!(errors(text), ["ref-unresolved /definitions/D/properties/c/$ref"]);
}

#[test]
fn a_reference_to_nothing_does_not_stop_the_rest() {
    let text = r##""paths":{"/a":{"get":{"parameters":[{"$ref":"#/parameters/none"},{"name":"n","in":"querry","type":"string"}],
        "responses":{"200":{"$ref":"#/responses/none"},"404":{}}}}}"##;
    let get = "/paths/~1a/get";
    let expected = [
        format!("ref-unresolved {get}/parameters/0/$ref"),
        format!("value-not-allowed {get}/parameters/1/in"),
        format!("ref-unresolved {get}/responses/200/$ref"),
        format!("missing-key {get}/responses/404"),
    ];
    assert_eq!(errors(text), expected);
}

#[test]
fn the_same_name_in_another_place_is_another_parameter() {
    let parameter = |place: &str| format!(r#"{{"name":"id","in":"{place}","type":"string"}}"#);
    let parameters = [parameter("query"), parameter("header")].join(",");
    let text = format!(
        r#""paths":{{"/a":{{"get":{{"parameters":[{parameters}],"responses":{{"200":{{"description":""}}}}}}}}}}"#
    );
    assert_eq!(errors(&text), NONE);
}

#[test]
fn numbers_are_read_to_the_last_digit() {
    let list = |values: &str| format!(r#""paths":{{}},"definitions":{{"N":{{"type":"number","enum":[{values}]}}}}"#);
    assert_eq!(errors(&list("9007199254740992,9007199254740993,1e400,2e400,0.1,0.10000000000000000001")), NONE);
    assert_eq!(errors(&list("9007199254740993,9007199254740993.0")), ["repeated-item /definitions/N/enum/1"]);
}

#[test]
fn control_characters_beyond_ascii_may_stand_in_strings() {
    let text: String = ('\u{80}'..='\u{9f}').collect();
    assert_eq!(errors(&format!(r#""paths":{{}},"definitions":{{"{text}":{{"description":"{text}"}}}}"#)), NONE);
}

#[test]
fn a_byte_order_mark_and_line_ends_of_windows_stay_and_count() {
    let text = "\u{feff}{\r\n  \"swagger\": \"2.0\",\r\n  \"info\": { \"title\": \"T\" },\r\n  \"paths\": {}\r\n}\r\n";
    let report = check(text);
    let error = report.diagnostics.iter().find(|found| found.severity == Severity::Error).unwrap();
    assert_eq!((error.rule, error.span.of(text)), ("missing-key", "\"info\""));
    let after = error.fixes[0].edits.apply(text);
    assert_eq!(after, text.replace("\"T\" }", "\"T\", \"version\": \"1.0.0\" }"));
}

/// So many paths, each with one operation.
fn paths(count: usize, operation: impl Fn(usize) -> String) -> String {
    let paths = (0..count).map(|number| format!(r#""/a{number}":{{"post":{{{}}}}}"#, operation(number)));
    format!(r#""paths":{{{}}}"#, paths.collect::<Vec<_>>().join(","))
}

#[test]
fn a_body_that_all_actions_share_is_read_once() {
    let properties: Vec<String> = (0..5_000).map(|number| format!(r#""p{number}":{{"type":"string"}}"#)).collect();
    let body = r##""parameters":[{"name":"b","in":"body","schema":{"$ref":"#/definitions/D"}}],"responses":{"200":{"description":""}}"##;
    let operations = paths(5_000, |_| body.to_owned());
    let text = format!(r#"{operations},"definitions":{{"D":{{"properties":{{{}}}}}}}"#, properties.join(","));
    assert_eq!(quickly("a shared body", || errors(&text)), NONE);
}

#[test]
fn each_of_many_token_urls_may_be_an_action() {
    let count = 5_000;
    let definition = |number: usize| {
        let url = format!("https://api.example.com/token/{number}");
        format!(r#""o{number}":{{"type":"oauth2","flow":"application","tokenUrl":"{url}","scopes":{{}}}}"#)
    };
    let definitions: Vec<String> = (0..count).map(definition).collect();
    let required: Vec<String> = (0..count).map(|number| format!(r#"{{"o{number}":[]}}"#)).collect();
    let operations = paths(count, |_| r#""responses":{"200":{"description":""}}"#.to_owned());
    let text = format!(
        r#""host":"api.example.com",{operations},"security":[{}],"securityDefinitions":{{{}}}"#,
        required.join(","),
        definitions.join(",")
    );
    quickly("many token URLs", || errors(&text));
}

#[test]
fn keys_that_begin_and_do_not_end_are_read_once() {
    let text = format!(r#""paths":{{}},"x-a":"{}""#, "-----BEGIN ".repeat(200_000));
    assert_eq!(quickly("keys that do not end", || errors(&text)), NONE);
}

#[test]
fn definitions_of_a_wrong_type_get_no_further_ones() {
    let text = r#"{"swagger":"2.0","security":[{"key":[]}],"securityDefinitions":"none"}"#;
    let report = check(text);
    let found = report.diagnostics.iter().find(|found| found.rule == "security-undefined").unwrap();
    assert!(found.fixes.is_empty(), "{:?}", found.fixes);
}
