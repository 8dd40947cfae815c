use super::*;
use crate::text::Edit;

fn completions(marked: &str) -> (Completions, String) {
    let at = marked.find('|').unwrap() as u32;
    let text = marked.replacen('|', "", 1);
    (complete(&text, at), text)
}

fn labels(marked: &str) -> Vec<String> {
    completions(marked).0.list.into_iter().map(|completion| completion.label).collect()
}

/// The first suggestions at `|`.
#[track_caller]
fn assert_first(marked: &str, expected: &[&str]) {
    let labels = labels(marked);
    assert_eq!(labels.iter().take(expected.len()).collect::<Vec<_>>(), expected, "{marked}: {labels:?}");
}

/// What the text is once the suggestion is taken, its blanks marked «so».
#[track_caller]
fn assert_taken(marked: &str, label: &str, expected: &str) {
    let (completions, text) = completions(marked);
    let found = completions.list.iter().find(|completion| completion.label == label);
    let Completion { insert, blanks, .. } = found.unwrap_or_else(|| panic!("{label} is not among {completions:?}"));
    let mut shown = insert.clone();
    for blank in blanks.iter().rev() {
        shown.insert(blank.end as usize, '»');
        shown.insert(blank.start as usize, '«');
    }
    assert_eq!(crate::text::Edits::one(Edit::replace(completions.replaced, shown)).apply(&text), expected);
}

#[test]
fn an_object_is_offered_its_keys() {
    assert_first("{ \"info\": { | } }", &["title", "version", "description"]);
    assert_first("{ \"info\": { \"title\": \"a\", \"|\" } }", &["version", "description"]);
    assert_first("{ \"info\": {\n  \"title\": \"a\",\n  \"ver|\n", &["version"]);
    let operation = labels("{ \"paths\": { \"/a\": { \"get\": { | } } } }");
    assert!(operation.starts_with(&["responses".to_owned()]), "{operation:?}");
    for key in ["x-ntx-summary", "x-ntx-visibility", "x-ntx-host", "operationId"] {
        assert!(operation.iter().any(|label| label == key), "{key}");
    }
    assert!(!operation.iter().any(|label| label.starts_with("x-ntx-contract")));
    assert_first(
        "{ \"paths\": { \"/a\": { \"get\": { \"parameters\": [{ | }] } } } }",
        &["name", "in", "type", "$ref"],
    );
    assert_first("{ \"securityDefinitions\": { \"a\": { \"type\": \"apiKey\", | } } }", &["name", "in", "description"]);
}

#[test]
fn what_is_taken_fits_in() {
    assert_taken("{ \"info\": { | } }", "title", "{ \"info\": { \"title\": \"«»\" } }");
    assert_taken("{ \"info\": { \"ti| } }", "title", "{ \"info\": { \"title\": \"«»\" } }");
    assert_taken("{ \"info\": { \"ti|\" } }", "title", "{ \"info\": { \"title\": \"«»\" } }");
    assert_taken("{ \"info\": { ti| } }", "title", "{ \"info\": { \"title\": \"«»\" } }");
    assert_taken("{ \"info\": { \"|\": \"a\" } }", "title", "{ \"info\": { \"title\": \"a\" } }");
    assert_taken(
        "{ \"info\": { |\n\"version\": \"1\" } }",
        "title",
        "{ \"info\": { \"title\": \"«»\",\n\"version\": \"1\" } }",
    );
    assert_taken(
        "{\n  \"swagger\": \"2.0\"\n  \"sch|\n}",
        "schemes",
        "{\n  \"swagger\": \"2.0\",\n\"schemes\": [\"«https»\"]\n}",
    );
    assert_taken("{ \"x-ntx-r|\" }", "x-ntx-render-version", "{ \"x-ntx-render-version\": «2» }");
}

#[test]
fn values_are_those_that_there_are() {
    assert_first(
        "{ \"paths\": { \"/a\": { \"get\": { \"parameters\": [{ \"in\": \"|\" }] } } } }",
        &["query", "path", "body"],
    );
    assert_first("{ \"paths\": { \"/a\": { \"get\": { \"deprecated\": | } } } }", &["true", "false"]);
    assert_first("{ \"consumes\": [\"application/json\", |] }", &["application/xml"]);
    assert_first("{ \"definitions\": { \"A\": { \"type\": \"integer\", \"format\": \"|\" } } }", &["int32", "int64"]);
    assert_taken("{ \"swagger\": | }", "2.0", "{ \"swagger\": \"2.0\" }");
    assert_taken("{ \"swagger\":| \"1\" }", "2.0", "{ \"swagger\": \"2.0\" }");
    assert_taken("{ \"swagger\": |\n \"a\": 1 }", "2.0", "{ \"swagger\": \"2.0\",\n \"a\": 1 }");
    assert_taken("{ \"schemes\": | }", "[ ]", "{ \"schemes\": [\"«https»\"] }");
}

const NOTES: &str = r#"{
    "paths": { "/notes/{id}": { "get": { "operationId": "getNote", "tags": ["a"], "parameters": [§] } },
        "/x": { "get": { "operationId": "x", "parameters": [{ "name": "page", "in": "query" }] } } },
    "definitions": { "Note": { "type": "object" }, "A/B": {} },
    "parameters": { "page": { "name": "page", "in": "query", "type": "integer" } },
    "securityDefinitions": { "oauth": { "type": "oauth2", "scopes": { "read": "Read", "write": "Write" } } },
    "security": [€]
}"#;

#[test]
fn names_are_those_of_the_document() {
    let parameter = |text: &str| NOTES.replace('§', text).replace('€', "");
    let security = |text: &str| NOTES.replace('€', text).replace('§', "");
    assert_first(&parameter(r#"{ "$ref": "|" }"#), &["#/parameters/page"]);
    assert_first(
        &parameter(r#"{ "in": "body", "schema": { "$ref": "|"#),
        &["#/definitions/Note", "#/definitions/A~1B"],
    );
    assert_first(&parameter(r#"{ "in": "path", "name": "|" }"#), &["id"]);
    assert_first(&parameter(r#"{ "x-ntx-dynamic-values": { "operationId": "|" } }"#), &["getNote", "x"]);
    let argument = r#"{ "name": "b", "x-ntx-dynamic-values": { "operationId": "x", "parameters": { | } } }"#;
    assert_first(&parameter(argument), &["page"]);
    let own = argument.replace('|', r#""page": { "parameter": "|" }"#);
    assert_first(&parameter(&own), &["b"]);
    assert_first(&security("{ | }"), &["oauth"]);
    assert_first(&security(r#"{ "oauth": ["read", "|"] }"#), &["write"]);
    assert_first(&parameter("| , 1"), &["{ }"]);
}

#[test]
fn an_empty_text_is_offered_a_document() {
    assert_first("|", &["swagger 2.0"]);
    let (completions, _) = completions("|");
    let made = &completions.list.first().unwrap().insert;
    let value: serde_json::Value = serde_json::from_str(made).unwrap();
    assert_eq!(value["swagger"], "2.0");
    assert!(value["info"]["title"].is_string() && value["paths"].is_object());
}
