//! Fields that ask other operations: one mistake in them gives one diagnostic, and what works gives none.

use xtension_checker::check;

/// An Xtension that nothing is to be said of.
const SOUND: &str = r##"{
  "swagger": "2.0",
  "info": { "title": "Boards", "description": "Puts cards on boards", "version": "1.0" },
  "host": "boards.example.com",
  "schemes": ["https"],
  "consumes": ["application/json"],
  "produces": ["application/json"],
  "securityDefinitions": {
    "key": {
      "type": "apiKey", "in": "header", "name": "X-Key", "description": "Key of your account",
      "x-ntx-connection-validation": { "operationId": "listSites" }
    }
  },
  "security": [{ "key": [] }],
  "paths": {
    "/sites": {
      "get": {
        "operationId": "listSites",
        "summary": "List sites",
        "x-ntx-visibility": "internal",
        "security": [{ "key": [] }],
        "responses": { "200": { "description": "The sites", "schema": { "type": "array", "items": { "$ref": "#/definitions/Named" } } } }
      }
    },
    "/sites/{site}/boards": {
      "get": {
        "operationId": "listBoards",
        "summary": "List boards",
        "x-ntx-visibility": "internal",
        "security": [{ "key": [] }],
        "parameters": [
          { "name": "site", "in": "path", "x-ntx-summary": "Site", "required": true, "type": "string" },
          { "name": "top", "in": "query", "x-ntx-summary": "At most", "type": "integer" }
        ],
        "responses": { "200": { "description": "The boards", "schema": { "$ref": "#/definitions/Boards" } } }
      }
    },
    "/boards/{board}/form": {
      "get": {
        "operationId": "describeCard",
        "summary": "Describe a card",
        "x-ntx-visibility": "internal",
        "security": [{ "key": [] }],
        "parameters": [{ "name": "board", "in": "path", "x-ntx-summary": "Board", "required": true, "type": "string" }],
        "responses": { "200": { "description": "The form", "schema": { "$ref": "#/definitions/Form" } } }
      }
    },
    "/cards": {
      "post": {
        "operationId": "addCard",
        "summary": "Add a card",
        "parameters": [
          {
            "name": "place", "in": "query", "x-ntx-summary": "Place", "required": true, "type": "string",
            "x-ntx-dynamic-values": { "operationId": "listSites", "value-path": "id", "value-title": "name" }
          },
          { "name": "card", "in": "body", "x-ntx-summary": "Card", "required": true, "schema": { "$ref": "#/definitions/Draft" } }
        ],
        "responses": { "200": { "description": "The card", "schema": { "$ref": "#/definitions/Named" } } }
      }
    }
  },
  "definitions": {
    "Named": {
      "type": "object",
      "properties": { "id": { "type": "string", "title": "Id" }, "name": { "type": "string", "title": "Name" } }
    },
    "Boards": {
      "type": "object",
      "properties": { "items": { "title": "Boards", "type": "array", "items": { "$ref": "#/definitions/Named" } } }
    },
    "Form": { "type": "object", "properties": { "card": { "type": "object", "title": "Card" } } },
    "Draft": {
      "type": "object",
      "required": ["board"],
      "properties": {
        "board": {
          "type": "string", "title": "Board",
          "x-ntx-dynamic-values": {
            "operationId": "listBoards", "value-collection": "items", "value-path": "id", "value-title": "name",
            "parameters": { "site": { "parameter": "place" }, "top": 50 }
          }
        },
        "fields": {
          "type": "object", "title": "Fields",
          "x-ntx-dynamic-schema": {
            "operationId": "describeCard", "value-path": "card/fields", "parameters": { "board": { "parameter": "board" } }
          }
        }
      }
    }
  }
}
"##;

/// The rules that have something to say of it.
fn told(text: &str) -> Vec<&'static str> {
    let report = check(text);
    assert!(report.is_json, "{text}");
    report.diagnostics.iter().map(|found| found.rule).collect()
}

/// What is written instead of what, once, and the rules that say so.
const SLIPS: &[(&str, &str, &str)] = &[
    (r#""operationId": "listBoards", "value-c"#, r#""operationId": "listboards", "value-c"#, "helper-undefined"),
    (r#""operationId": "describeCard", "value"#, r#""operationId": " describeCard ", "value"#, "helper-undefined"),
    ("\"listBoards\",\n", "\"getBoards\",\n", "helper-undefined"),
    (
        "\"summary\": \"List sites\",\n        \"x-ntx-visibility\": \"internal\",",
        "\"summary\": \"List sites\",",
        "connection-validation-unsuitable",
    ),
    (
        "\"summary\": \"List boards\",\n        \"x-ntx-visibility\": \"internal\",",
        "\"summary\": \"List boards\",",
        "helper-shown",
    ),
    ("\"operationId\": \"listBoards\",\n", "\"operationID\": \"listBoards\",\n", "unknown-key"),
    (r#""site": { "parameter": "place" }"#, r#""Site": { "parameter": "place" }"#, "helper-argument-mismatch"),
    (r#""site": { "parameter": "place" }"#, r#""site": { "parameter": "Place" }"#, "helper-argument-mismatch"),
    (r#""top": 50"#, r#""limit": 50"#, "helper-argument-mismatch"),
    (r#""site": { "parameter": "place" }, "top": 50"#, r#""top": 50"#, "helper-argument-missing"),
    (r#", "parameters": { "board": { "parameter": "board" } }"#, "", "helper-argument-missing"),
    (
        r#""parameters": { "site": { "parameter": "place" }, "top": 50 }"#,
        r#""parameters": [{ "name": "site", "parameter": "place" }]"#,
        "wrong-type",
    ),
    (r#""parameters": { "site": {"#, r#""params": { "site": {"#, "unknown-key"),
    (r#""value-collection": "items""#, r#""value-collection": "item""#, "helper-answer-mismatch"),
    (r#""value-collection": "items", "#, "", "helper-answer-mismatch"),
    (r#""value-collection": "items""#, r#""collection": "items""#, "unknown-key"),
    (r#""value-title": "name" }"#, r#""value-title": "title" }"#, "helper-answer-mismatch"),
    (r#""value-title": "name" }"#, r#""value-name": "name" }"#, "unknown-key"),
    (r#""value-path": "id", "value-title": "name" }"#, r#""value-title": "name" }"#, "missing-key"),
    (r#""card/fields""#, r#""card.fields""#, "helper-answer-mismatch"),
    (r#""card/fields""#, r#""cards""#, "helper-answer-mismatch"),
    (
        "\"type\": \"string\", \"title\": \"Board\"",
        "\"type\": \"boolean\", \"title\": \"Board\"",
        "dynamic-field-conflict",
    ),
    (
        r#""type": "object", "title": "Fields","#,
        r#""type": "object", "title": "Fields", "properties": {},"#,
        "dynamic-field-conflict",
    ),
    (
        r#""required": true, "type": "string",
            "x-ntx-dynamic-values": { "operationId": "listSites", "value-path""#,
        r#""required": true, "type": "string",
            "x-ms-dynamic-values": { "operationId": "listSites", "value-path""#,
        "ntx-foreign",
    ),
    (
        r#""operationId": "listSites", "value-path": "id", "value-title": "name""#,
        r#""operationId": "listBoards", "value-path": "id", "value-collection": "items", "parameters": { "site": { "parameter": "board" } }"#,
        "helper-circular",
    ),
];

/// What works as well.
const LET_BE: &[(&str, &str)] = &[
    // The answer is not described, or not in whole.
    (
        r##", "schema": { "$ref": "#/definitions/Boards" }"##,
        r##", "schema": { "type": "object", "additionalProperties": { "$ref": "#/definitions/Boards" } }"##,
    ),
    (r#""Boards": {"#, r#""Boards": { "additionalProperties": true,"#),
    (r#""value-title": "name" }"#, r#""value-title": "" }"#),
    // A path of several steps; a property with dots in its name.
    (r#""value-collection": "items""#, r#""value-collection": "/items""#),
    (
        r#""id": { "type": "string", "title": "Id" }"#,
        r#""odata.id": { "type": "string", "title": "Id" }, "id": { "type": "string", "title": "Id" }"#,
    ),
    // What is sent for a parameter that is not required, or has a value of its own.
    (r#", "top": 50"#, ""),
    (
        r#""top", "in": "query", "x-ntx-summary": "At most""#,
        r#""top", "in": "query", "x-ntx-summary": "At most", "required": true, "default": 9"#,
    ),
    // Power Automate's way to name a property of the body.
    (r#"{ "parameter": "board" }"#, r#"{ "parameter": "body/board" }"#),
    // Several options at once.
    (
        r#""type": "string", "title": "Board","#,
        r#""type": "array", "title": "Board", "items": { "type": "string", "x-ntx-dynamic-values": { "operationId": "listSites", "value-path": "id" } },"#,
    ),
];

#[test]
fn of_a_sound_xtension_nothing_is_said() {
    assert_eq!(told(SOUND), Vec::<&str>::new());
}

#[test]
fn one_mistake_with_helpers_gives_one_diagnostic() {
    for (old, new, rule) in SLIPS {
        assert!(SOUND.contains(old), "{old}");
        assert_eq!(told(&SOUND.replacen(old, new, 1)).join(" "), *rule, "{old} -> {new}");
    }
}

#[test]
fn of_helpers_that_work_nothing_is_said() {
    for (old, new) in LET_BE {
        assert!(SOUND.contains(old), "{old}");
        assert_eq!(told(&SOUND.replacen(old, new, 1)), Vec::<&str>::new(), "{old} -> {new}");
    }
}
