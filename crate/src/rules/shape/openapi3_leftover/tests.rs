//! What the fixes make of leftovers is OpenAPI 2.0.

use crate::Severity;

/// Takes the first fix of each leftover until there is none, and gives what then stands there.
#[track_caller]
fn converted(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..20 {
        let report = crate::check(&text);
        let Some(leftover) = report.diagnostics.iter().find(|found| found.rule == "openapi3-leftover") else {
            let errors = report.diagnostics.iter().filter(|found| found.severity == Severity::Error);
            assert_eq!(errors.map(|found| &*found.message).collect::<Vec<_>>(), [""; 0], "{text}");
            return text;
        };
        let fix = leftover.fixes.first().unwrap_or_else(|| panic!("no fix: {}\n{text}", leftover.message));
        text = fix.edits.apply(&text);
    }
    panic!("it does not end:\n{text}");
}

/// A document with that operation, `requestBody` and all.
fn with_operation(operation: &str) -> String {
    document(&format!(r#""paths": {{"/people": {{"post": {{{operation}}}}}}}"#))
}

/// A document with that schema.
fn with_schema(schema: &str) -> String {
    document(&format!(r#""paths": {{}}, "definitions": {{"A": {{"type": "object", "properties": {{"a": {schema}}}}}}}"#))
}

fn document(rest: &str) -> String {
    format!(r#"{{"swagger": "2.0", "info": {{"title": "T", "version": "1"}}, {rest}}}"#)
}

#[track_caller]
fn assert_operation(before: &str, after: &str) {
    assert_eq!(converted(&with_operation(before)), with_operation(after));
}

#[track_caller]
fn assert_schema(before: &str, after: &str) {
    assert_eq!(converted(&with_schema(before)), with_schema(after));
}

#[test]
fn a_body_becomes_a_parameter() {
    assert_operation(
        r#""requestBody": {"required": true, "content": {"application/json": {"schema": {"type": "object"}}}}, "responses": {"200": {"description": "OK"}}"#,
        r#""parameters": [{"name": "body", "in": "body", "required": true, "schema": {"type": "object"}}], "responses": {"200": {"description": "OK"}}, "consumes": ["application/json"]"#,
    );
}

#[test]
fn a_form_becomes_parameters() {
    assert_operation(
        r#""summary": "Send", "requestBody": {"content": {"multipart/form-data": {"schema": {"type": "object", "required": ["file"], "properties": {"file": {"type": "string", "format": "binary", "description": "It"}, "tags": {"type": "array", "items": {"type": "string"}}, "more": {"type": "object", "properties": {}}}}}}}, "responses": {"200": {"description": "OK"}}"#,
        r#""summary": "Send", "parameters": [{"name": "file", "in": "formData", "required": true, "type": "file", "description": "It"}, {"name": "tags", "in": "formData", "type": "array", "items": {"type": "string"}}, {"name": "more", "in": "formData", "type": "string"}], "responses": {"200": {"description": "OK"}}, "consumes": ["multipart/form-data"]"#,
    );
}

#[test]
fn an_answer_has_its_schema_in_itself() {
    assert_operation(
        r#""responses": {"200": {"description": "OK", "content": {"text/csv": {"schema": {"type": "string"}}, "application/json": {"schema": {"type": "object"}, "example": {"a": 1}}}}, "400": {"description": "Bad", "content": {"application/problem+json": {}}}}"#,
        r#""responses": {"200": {"description": "OK", "schema": {"type": "object"}, "examples": {"application/json": {"a": 1}}}, "400": {"description": "Bad"}}, "produces": ["application/json", "application/problem+json"]"#,
    );
}

#[test]
fn what_components_hold_goes_to_the_root() {
    let before = r##"{
  "swagger": "2.0",
  "info": { "title": "T", "version": "1" },
  "paths": {
    "/people": {
      "post": {
        "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Person" } } } },
        "responses": { "default": { "$ref": "#/components/responses/Failure" } }
      }
    }
  },
  "components": {
    "schemas": {
      "Person": {
        "type": "object",
        "properties": { "friend": { "$ref": "#\/components\/schemas\/Person" } }
      }
    },
    "responses": { "Failure": { "description": "No" } },
    "securitySchemes": { "token": { "type": "apiKey", "in": "header", "name": "X-Key" } },
    "examples": {}
  }
}"##;
    let after = r##"{
  "swagger": "2.0",
  "info": { "title": "T", "version": "1" },
  "paths": {
    "/people": {
      "post": {
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": { "$ref": "#/definitions/Person" }
          }
        ],
        "responses": { "default": { "$ref": "#/responses/Failure" } },
        "consumes": ["application/json"]
      }
    }
  },
  "definitions": {
    "Person": {
      "type": "object",
      "properties": { "friend": { "$ref": "#/definitions/Person" } }
    }
  },
  "responses": { "Failure": { "description": "No" } },
  "securityDefinitions": { "token": { "type": "apiKey", "in": "header", "name": "X-Key" } }
}"##;
    assert_eq!(converted(before), after);
}

#[test]
fn what_the_root_has_already_stays() {
    let rest = |definitions: &str, components: &str| {
        document(&format!(r#""paths": {{}}, "definitions": {{{definitions}}}{components}"#))
    };
    let before = rest(
        r##""A": {"type": "string"}, "B": {"$ref": "#/components/schemas/C"}"##,
        r#", "components": {"schemas": {"A": {"type": "object"}, "C": {"type": "object"}}}"#,
    );
    let after = rest(
        r##""A": {"type": "string"}, "B": {"$ref": "#/definitions/C"}, "C": {"type": "object"}"##,
        r#", "components": {"schemas": {"A": {"type": "object"}}}"#,
    );
    let report = crate::check(&before);
    let leftover = report.diagnostics.iter().find(|found| found.rule == "openapi3-leftover").unwrap();
    assert_eq!(leftover.fixes[0].edits.apply(&before), after);
}

#[test]
fn a_body_by_reference_is_written_out() {
    let operation = |body: &str| format!(r#"{body}, "responses": {{"200": {{"description": "OK"}}}}"#);
    let before = with_operation(&operation(r##""requestBody": {"$ref": "#/components/requestBodies/A"}"##));
    let components = r##""components": {"requestBodies": {"A": {"content": {"*/*": {"schema": {"$ref": "#/components/schemas/B"}}}}}, "schemas": {"B": {"type": "object"}}}}"##;
    let before = format!("{}, {components}", before.strip_suffix('}').unwrap());
    let body = r##""parameters": [{"name": "body", "in": "body", "schema": {"$ref": "#/definitions/B"}}]"##;
    let after = with_operation(&operation(body));
    let after = format!(r#"{}, "definitions": {{"B": {{"type": "object"}}}}}}"#, after.strip_suffix('}').unwrap());
    assert_eq!(converted(&before), after);
}

#[test]
fn servers_become_a_host() {
    let servers = r#""paths": {}, "servers": [{"url": "https://{region}.example.com/v1/", "variables": {"region": {"default": "eu"}}}]"#;
    let after = converted(&document(servers));
    for part in [r#""host": "eu.example.com""#, r#""basePath": "/v1""#, r#""schemes": ["https"]"#] {
        assert!(after.contains(part), "{after}");
    }
    assert!(!converted(&document(r#""paths": {}, "host": "example.com", "servers": []"#)).contains("servers"));
    assert!(!converted(&document(r#""paths": {}, "servers": []"#)).contains("servers"));
    assert!(converted(&document(r#""paths": {}, "servers": [{"url": "/v1"}]"#)).contains(r#""basePath": "/v1""#));
}

#[test]
fn flows_become_one_flow() {
    let definition = |flow: &str| {
        document(&format!(r#""paths": {{}}, "securityDefinitions": {{"o": {{"type": "oauth2", {flow}}}}}"#))
    };
    let before = r#""flows": {"implicit": {}, "authorizationCode": {"authorizationUrl": "https://a.com/a", "tokenUrl": "https://a.com/t", "scopes": {"read": "Read"}}}"#;
    let after = r#""flow": "accessCode", "authorizationUrl": "https://a.com/a", "tokenUrl": "https://a.com/t", "scopes": {"read": "Read"}"#;
    assert_eq!(converted(&definition(before)), definition(after));
}

#[test]
fn a_parameter_has_its_type_in_itself() {
    let parameters = |parameter: &str| format!(r#""parameters": [{{"name": "a", "in": "query", {parameter}}}], "responses": {{"200": {{"description": "OK"}}}}"#);
    for (before, after) in [
        (r#""schema": {"type": "string", "enum": ["a"], "nullable": true}"#, r#""type": "string", "enum": ["a"]"#),
        (r#""schema": {"anyOf": [{"type": "integer"}, {"type": "null"}], "title": "A"}"#, r#""type": "integer""#),
        (r#""schema": {"type": "object", "properties": {}}"#, r#""type": "string""#),
        (
            r#""schema": {"type": "array", "items": {"type": "array"}}"#,
            r#""type": "array", "items": {"type": "array", "items": {"type": "string"}}"#,
        ),
        (r#""content": {"application/json": {"schema": {"type": "object"}}}"#, r#""type": "string""#),
        (
            r#""type": "array", "items": {"type": "string"}, "style": "form", "explode": false"#,
            r#""type": "array", "items": {"type": "string"}, "collectionFormat": "csv""#,
        ),
        (r#""style": "deepObject", "explode": true, "type": "string""#, r#""type": "string""#),
        (r#""type": "string", "examples": {"one": {"value": "x"}}"#, r#""type": "string", "x-example": "x""#),
    ] {
        assert_operation(&parameters(before), &parameters(after));
    }
}

#[test]
fn a_schema_says_it_in_other_words() {
    for (before, after) in [
        (r#"{"oneOf": [{"type": "string"}, {"type": "null"}]}"#, r#"{"type": "string"}"#),
        (r#"{"title": "A", "anyOf": [{"type": "string"}, {"type": "integer"}]}"#, r#"{"title": "A", "type": "string"}"#),
        (
            r#"{"oneOf": [{"properties": {"a": {}}}, {"properties": {"a": {}, "b": {}}}], "type": "object"}"#,
            r#"{"properties": {"a": {}, "b": {}}, "type": "object"}"#,
        ),
        (
            r#"{"type": "string", "oneOf": [{"const": "a", "title": "A"}, {"const": "b", "title": "B"}]}"#,
            r#"{"type": "string", "x-ntx-oneOf": [{"const": "a", "title": "A"}, {"const": "b", "title": "B"}]}"#,
        ),
        (r#"{"type": "string", "const": "a"}"#, r#"{"type": "string", "enum": ["a"]}"#),
        (r#"{"type": "string", "examples": ["a", "b"]}"#, r#"{"type": "string", "example": "a"}"#),
        (r#"{"type": "string", "contentEncoding": "base64"}"#, r#"{"type": "string", "format": "byte"}"#),
        (r#"{"type": "string", "not": {}, "deprecated": true, "writeOnly": true}"#, r#"{"type": "string"}"#),
    ] {
        assert_schema(before, after);
    }
}
