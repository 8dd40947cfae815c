use super::*;
use crate::rules::RULES;

/// The first cause of a message that is known.
#[track_caller]
fn first(message: &str, text: &str) -> Cause {
    match explain(message, text) {
        Explanation::Known(causes) => causes.into_iter().next().expect("a known message has a cause"),
        unknown @ Explanation::Unknown(_) => panic!("{message}: {unknown:?}"),
    }
}

#[track_caller]
fn assert_means(message: &str, beginning: &str) {
    let cause = first(message, "");
    assert!(cause.meaning.starts_with(beginning), "{message}: {}", cause.meaning);
}

#[test]
fn every_message_explains_itself() {
    let ids: Vec<&str> = RULES.iter().copied().flatten().map(|rule| rule.id).collect();
    for known in known() {
        assert_eq!(first(known.example, "").meaning, known.meaning, "{}", known.example);
        assert!(known.meaning.ends_with('.') && known.source.starts_with("https://"), "{}", known.example);
        for rule in known.rules {
            assert!(ids.contains(rule), "{}: there is no rule {rule}", known.example);
        }
        for sign in known.signs {
            assert_eq!(*sign, sign.to_lowercase(), "signs are compared in small letters");
        }
    }
}

#[test]
fn a_message_is_known_by_its_words() {
    for message in [
        "header 'Authorization' does not support multiple values",
        "Cannot add value because header 'Authorization' does not support multiple values.",
        "Activity failed at 10:12:\n  {\"message\":\"header \\u0027X-Api-Key\\u0027 does not support multiple values\",\"code\":500}",
        "HEADER \u{201c}authorization\u{201d} DOES NOT SUPPORT MULTIPLE VALUES",
        "it doesn't support multiple values",
    ] {
        assert_means(message, "The call carries the header twice");
    }
    assert_means("Error [XAPI.InputValidationErrorCode] Connection validation failed.", "Nintex called the operation");
    assert_means("Unexpected token } in JSON at position 401", "The text is not sound JSON");
    assert_means("'path' is not one of ['body']", "A parameter, a response or a security definition");
    assert_means("AADSTS50011: The reply URL specified does not match", "The provider does not know the address");
    assert_means(
        "Response status code does not indicate success: 401 (Unauthorized).",
        "The call came without credentials",
    );
}

#[test]
fn what_is_said_exactly_hides_what_a_status_code_says() {
    let Explanation::Known(causes) = explain("401: AADSTS7000215: Invalid client secret provided.", "") else {
        panic!("it is known");
    };
    assert_eq!(causes.len(), 1);
}

const DOUBLED: &str = r#"{
  "swagger": "2.0",
  "info": { "title": "Notes", "version": "1.0" },
  "host": "notes.example.com",
  "schemes": ["https"],
  "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
  "security": [{ "key": [] }],
  "paths": {
    "/notes": {
      "get": {
        "operationId": "listNotes",
        "parameters": [{ "name": "X-Key", "in": "header", "type": "string" }],
        "responses": { "200": { "description": "OK", "schema": { "type": "array", "items": { "type": "string" } } } }
      }
    }
  }
}"#;

#[test]
fn the_places_that_cause_it_are_found() {
    let cause = first("header 'X-Key' does not support multiple values", DOUBLED);
    let found: Vec<&str> = cause.diagnostics.iter().map(|diagnostic| diagnostic.rule).collect();
    assert_eq!(found, ["param-apikey-duplicate"]);
    let cause = first("Not allowed to execute the request for non permitted hosts.", DOUBLED);
    let places: Vec<&str> = cause.places.iter().map(|span| span.of(DOUBLED)).collect();
    assert_eq!(places, ["\"host\""]);
}

#[test]
fn a_refusal_without_a_reason_means_each_error() {
    let text =
        r##"{ "swagger": "2.0", "paths": { "/a": { "get": { "parameters": [{ "$ref": "#/parameters/A" }] } } } }"##;
    for message in
        ["The file could not be imported", "Invalid OpenAPI specification.", "This is not a valid Swagger file"]
    {
        let cause = first(message, text);
        assert!(cause.diagnostics.iter().any(|found| found.rule == "ref-unresolved"), "{message}");
        assert!(cause.diagnostics.iter().all(|found| found.severity == crate::Severity::Error), "{message}");
    }
    assert_means("Import failed: Could not resolve reference", "A `$ref` leads to something");
    // What is sent twice is never sent, so nothing answers.
    let cause = first("401 Unauthorized", DOUBLED);
    assert!(cause.diagnostics.is_empty(), "{:?}", cause.diagnostics);
}

#[test]
fn what_a_message_names_comes_first() {
    let text = r##"{ "swagger": "2.0", "paths": { "/a": { "get": { "parameters": [
        { "$ref": "#/parameters/First" }, { "$ref": "#/parameters/Second" } ] } } } }"##;
    let cause = first("Could not resolve reference: '#/parameters/Second'", text);
    assert_eq!(cause.diagnostics.len(), 2);
    assert!(cause.diagnostics[0].message.contains("Second"), "{}", cause.diagnostics[0].message);
}

#[test]
fn an_unknown_message_is_said_to_be_unknown() {
    let Explanation::Unknown(closest) = explain("The reference of the operation could not be painted", DOUBLED) else {
        panic!("nobody knows that");
    };
    assert_eq!(closest.len(), 3);
    for message in ["", "???", "\\u", "\\u12", "\u{1f600}".repeat(9_000).as_str(), "zzz"] {
        assert_eq!(explain(message, DOUBLED), Explanation::Unknown(Vec::new()), "{message:.20}");
    }
}

#[test]
fn a_long_message_and_a_broken_document_are_no_matter() {
    let message = "a \"b\" ".repeat(100_000);
    assert!(matches!(explain(&message, "{\"swagger\": "), Explanation::Unknown(_)));
    let cause = first("Unexpected end of JSON input", "{\"swagger\": ");
    assert!(!cause.diagnostics.is_empty());
}
