//! One cause, one diagnostic: a sound document with one mistake in it, as people make them, and the rule that tells it.

use xtension_checker::check;

/// A document that nothing is to be said of.
const SOUND: &str = r##"{
  "swagger": "2.0",
  "info": { "title": "Notes", "version": "1.0" },
  "host": "api.example.com",
  "schemes": ["https"],
  "consumes": ["application/json"],
  "security": [{ "key": [] }],
  "paths": {
    "/notes": {
      "get": {
        "operationId": "listNotes",
        "summary": "List notes",
        "parameters": [
          { "name": "page", "in": "query", "type": "integer", "minimum": 1, "maximum": 100, "default": 5 },
          { "name": "color", "in": "query", "type": "string", "enum": ["red", "12"], "default": "12" }
        ],
        "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Note" } } }
      }
    },
    "/notes/{id}": {
      "get": {
        "operationId": "getNote",
        "summary": "Get a note",
        "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }],
        "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Note" } } }
      },
      "delete": {
        "operationId": "deleteNote",
        "summary": "Delete a note",
        "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }],
        "responses": { "204": { "description": "Deleted" } }
      }
    },
    "/photos": {
      "post": {
        "operationId": "upload",
        "summary": "Upload",
        "consumes": ["multipart/form-data"],
        "parameters": [
          { "name": "photo", "in": "formData", "type": "file" },
          { "name": "size", "in": "formData", "type": "string" }
        ],
        "responses": { "200": { "description": "OK" } }
      }
    }
  },
  "definitions": {
    "Note": {
      "type": "object",
      "required": ["head"],
      "properties": {
        "head": { "type": "string", "minLength": 1, "maxLength": 20, "default": "Untitled", "example": "Shopping" },
        "count": { "type": "integer" },
        "author": { "$ref": "#/definitions/Person" }
      }
    },
    "Person": { "type": "object", "properties": { "name": { "type": "string" } } }
  },
  "securityDefinitions": { "key": { "type": "apiKey", "name": "X-Key", "in": "header" } }
}"##;

/// The rules that have something to say of it.
fn told(text: &str) -> Vec<&'static str> {
    let report = check(text);
    assert!(report.is_json, "{text}");
    report.diagnostics.iter().map(|found| found.rule).collect()
}

#[test]
fn of_a_sound_document_nothing_is_said() {
    assert_eq!(told(SOUND), Vec::<&str>::new());
}

/// What is written instead of what, and the rule that says so.
const SLIPS: &[(&str, &str, &str)] = &[
    (r#""minimum": 1,"#, r#""minimum": 200,"#, "limits-contradict"),
    (r#""minLength": 1,"#, r#""minLength": 30,"#, "limits-contradict"),
    (r#""maxLength": 20,"#, r#""maxLength": -1,"#, "wrong-type"),
    (r#""enum": ["red", "12"], "default": "12""#, r#""enum": [11, 12], "default": 12"#, "enum-mismatch"),
    (r#""type": "integer" }"#, r#""type": "integer", "required": true }"#, "required-boolean"),
    (r#""type": "integer" }"#, r#""type": "integer", "maxLength": "9" }"#, "wrong-type"),
    (
        r#""properties": { "name": { "type": "string" } }"#,
        r#""name": {"type": "string"}, "age": {"type": "integer"}"#,
        "misplaced-key",
    ),
    (
        r#""properties": { "name""#,
        r#""required": ["name"], "properties": [{ "name": "name" }], "x-a": { "name""#,
        "wrong-type",
    ),
    ("/notes/{id}", "/notes/:id", "path-param-unused"),
    ("/notes/{id}", "/notes/{ id }", "path-template-undeclared"),
    ("/notes/{id}", "/notes/{ID}", "path-template-undeclared"),
    (r#""operationId": "upload""#, r#""operationID": "upload""#, "unknown-key"),
    (r#""summary": "Upload""#, r#""sumary": "Upload""#, "unknown-key"),
    ("/notes/{id}", "/notes/${id}", "path-variable-notation"),
    ("/notes\": {", "/:folder/notes\": {", "path-variable-notation"),
    (
        r##""author": { "$ref": "#/definitions/Person" }"##,
        r##""author": { "$ref": "#/definitions/Persn" }"##,
        "ref-unresolved",
    ),
    (r#""definitions": {"#, r#""Definitions": {"#, "unknown-key"),
    (r#""count": { "type": "integer" }"#, r#""count": { "type": "any" }"#, "value-not-allowed"),
    (r#""204": { "description": "Deleted" }"#, r#""No Content": { "description": "Deleted" }"#, "unknown-key"),
    (
        r#""type": "integer", "minimum": 1, "maximum": 100, "default": 5 }"#,
        r#""type": "object", "properties": {} }"#,
        "value-not-allowed",
    ),
    (r#""security": [{ "key": [] }]"#, r#""security": [{ "token": [] }]"#, "security-undefined"),
    (r#""security": [{ "key": [] }]"#, r#""security": { "key": [] }"#, "wrong-type"),
    (r#""swagger": "2.0""#, r#""openapi": "3.0.0""#, "swagger-version"),
    (r#""host": "api.example.com","#, "", "host-missing"),
    (r#""schemes": ["https"],"#, "", "host-missing"),
    (r#""host": "api.example.com""#, r#""host": "sapserver:8080""#, "host-private"),
    (r#""host": "api.example.com""#, r#""host": "YOUR_HOST.example.com""#, "host-placeholder-sample"),
    (r#""host": "api.example.com""#, r#""host": "{{tenant}}.example.com""#, "host-format"),
    (r#""schemes":"#, r#""x-ntx-host": "{{tenant}}.example.com", "schemes":"#, "ntx-placeholder-undefined"),
    (r#""schemes":"#, r#""x-ntx-host": "{tenant}.example.com", "schemes":"#, "ntx-placeholder-braces"),
    (r#""schemes":"#, r#""x-ntx-host": "https://b.example.com/v1", "schemes":"#, "ntx-host-format"),
    (r#""schemes":"#, r#""x-ntx-host": "{{x-ntx-gateway-uri}}", "schemes":"#, "gateway-incomplete"),
    (r#""schemes":"#, r#""basePath": "/v1/", "schemes":"#, "basepath-in-path"),
    (r#""schemes":"#, r#""basePath": "v1", "schemes":"#, "basepath-format"),
    (r#""schemes":"#, r#""basePath": "/{{tenant}}", "schemes":"#, "ntx-placeholder-where"),
    ("/notes\"", "/{{tenant}}/notes\"", "ntx-placeholder-where"),
    (
        r#""in": "header" } }"#,
        r#""in": "header", "x-ntx-connection-validation": { "operationId": "test" } } }"#,
        "connection-validation-unsuitable",
    ),
    (
        r#""in": "header" } }"#,
        r#""in": "header", "x-ntx-connection-properties": { "type": "object", "site": { "type": "string" } } } }"#,
        "misplaced-key",
    ),
    (r#""operationId": "getNote""#, r#""operationID": "getNote""#, "unknown-key"),
    ("#/definitions/Person", "#/components/schemas/Person", "ref-unresolved"),
    (
        r##""author": { "$ref": "#/definitions/Person" }"##,
        r##""author": { "oneOf": [{ "$ref": "#/definitions/Person" }] }"##,
        "openapi3-leftover",
    ),
];

const ID: &str = r#"[{ "name": "id", "in": "path","#;

/// The same where only one of several such places is written otherwise.
const SLIPS_AT_ONE_PLACE: &[(&str, &str, &str)] = &[
    (
        r#"{ "name": "page", "in": "query", "type": "integer", "minimum": 1, "maximum": 100, "default": 5 }"#,
        r#"{ "name": "client_secret", "in": "query", "type": "string", "default": "r8Kq2vT9mZ4LxW7bNc3RyH", "x-ntx-summary": "Secret" }"#,
        "secret-literal",
    ),
    (ID, r#"[{ "name": "id", "x-ntx-visibility": "internal", "in": "path","#, "param-hidden-required"),
    (ID, r#"[{ "name": "id", "x-ntx-visibility": "hidden", "in": "path","#, "ntx-visibility-value"),
    (ID, r#"[{ "name": "id", "x-ntx-initial": "7", "in": "path","#, "render-version-missing"),
    (ID, r#"[{ "name": "id", "x-ntx-oneOf": ["7", "8"], "in": "path","#, "ntx-oneof-shape"),
    (ID, r#"[{ "name": "id", "x-ntx-control": "tree", "in": "path","#, "ntx-without-effect"),
    (r#""summary": "Upload","#, r#""summary": "Upload", "x-ntx-trigger": "single","#, "event-unavailable"),
    (r#""swagger": "2.0","#, r#""swagger": "2.0", "x-ntx-render-version": "v2","#, "wrong-type"),
    (r#""swagger": "2.0","#, r#""swagger": "2.0", "x-ntx-renderversion": 2,"#, "ntx-unknown"),
    (r#"[{ "name": "id", "in": "path", "#, r#"[{ "name": "id", "in": "Path", "#, "value-not-allowed"),
    (
        r#"[{ "name": "id", "in": "path", "required": true, "type": "string" }]"#,
        r#"{ "name": "id", "in": "path", "required": true, "type": "string" }"#,
        "wrong-type",
    ),
];

#[test]
fn what_is_another_format_is_told_first_however_broken_it_is() {
    let sound = r#"{ "openapi": "3.0.3", "info": { "title": "Notes", "version": "1" }, "paths": {} }"#;
    assert_eq!(told(sound), ["swagger-version"]);
    for broken in [sound.trim_end_matches([' ', '}']).to_owned(), sound.replacen(',', "", 1)] {
        let rules: Vec<&str> = check(&broken).diagnostics.iter().map(|found| found.rule).collect();
        assert_eq!(rules.first(), Some(&"swagger-version"), "{broken}");
        assert!(rules.len() > 1 && rules.iter().skip(1).all(|rule| rule.starts_with("json-")), "{rules:?}");
    }
}

#[test]
fn one_cause_gives_one_diagnostic() {
    for (old, new, rule) in SLIPS {
        let told = told(&SOUND.replace(old, new));
        assert_eq!(told.join(" "), *rule, "{old} -> {new}");
    }
    for (old, new, rule) in SLIPS_AT_ONE_PLACE {
        let told = told(&SOUND.replacen(old, new, 1));
        assert_eq!(told.join(" "), *rule, "{old} -> {new}");
    }
}
