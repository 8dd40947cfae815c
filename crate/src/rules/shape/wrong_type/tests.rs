//! What the fixes make of values of the wrong type.

/// Takes the first fix of each value of the wrong type in a part of a document, until there is none.
#[track_caller]
fn assert_converted(before: &str, after: &str) {
    let text = |rest: &str| format!(r#"{{"swagger": "2.0", "info": {{"title": "T", "version": "1"}}, {rest}}}"#);
    let mut current = text(before);
    for _ in 0..10 {
        let report = crate::check(&current);
        let Some(found) = report.diagnostics.iter().find(|found| found.rule == "wrong-type") else { break };
        let fix = found.fixes.first().unwrap_or_else(|| panic!("no fix: {}", found.message));
        current = fix.edits.apply(&current);
    }
    assert_eq!(current, text(after));
}

#[test]
fn lists_become_maps() {
    for (before, after) in [
        (
            r#""definitions": [{"Person": {"type": "object"}}, {"name": "Pet", "type": "object"}]"#,
            r#""definitions": {"Person": {"type": "object"}, "Pet": {"type": "object"}}"#,
        ),
        (
            r#""parameters": [{"name": "id", "in": "query", "type": "string"}]"#,
            r#""parameters": {"id": {"name": "id", "in": "query", "type": "string"}}"#,
        ),
        (
            r#""paths": [{"path": "/a", "get": {"responses": [{"code": 200, "description": "OK"}]}}]"#,
            r#""paths": {"/a": {"get": {"responses": {"200": {"description": "OK"}}}}}"#,
        ),
        (r#""paths": {"/a": [{"method": "GET", "responses": {}}]}"#, r#""paths": {"/a": {"get": {"responses": {}}}}"#),
        (
            r#""securityDefinitions": {"o": {"type": "oauth2", "scopes": ["read", "write"]}}"#,
            r#""securityDefinitions": {"o": {"type": "oauth2", "scopes": {"read": "", "write": ""}}}"#,
        ),
        (r#""security": [["key", "id"]]"#, r#""security": [{"key": [], "id": []}]"#),
        (
            r#""definitions": {"A": {"x-ntx-dynamic-values": {"operationId": "o", "value-path": "v", "parameters": [{"name": "a", "value": 1}, {"name": "b", "parameter": "c"}, {"d": "e"}]}}}"#,
            r#""definitions": {"A": {"x-ntx-dynamic-values": {"operationId": "o", "value-path": "v", "parameters": {"a": 1, "b": {"parameter": "c"}, "d": "e"}}}}"#,
        ),
    ] {
        assert_converted(before, after);
    }
}

#[test]
fn words_become_objects() {
    for (before, after) in [
        (r#""security": ["key"]"#, r#""security": [{"key": []}]"#),
        (r#""security": "key""#, r#""security": [{"key": []}]"#),
        (
            r#""securityDefinitions": {"o": {"type": "oauth2", "scopes": "read write, read"}}"#,
            r#""securityDefinitions": {"o": {"type": "oauth2", "scopes": {"read": "", "write": ""}}}"#,
        ),
        (r#""tags": ["a"]"#, r#""tags": [{"name": "a"}]"#),
        (r#""definitions": {"A": {"properties": {"b": "string"}}}"#, r#""definitions": {"A": {"properties": {"b": {"type": "string"}}}}"#),
        (r##""definitions": {"A": "#/definitions/B", "B": {"items": "A"}}"##, r##""definitions": {"A": {"$ref": "#/definitions/B"}, "B": {"items": {"$ref": "#/definitions/A"}}}"##),
        (r#""responses": {"Bad": "Bad request"}"#, r#""responses": {"Bad": {"description": "Bad request"}}"#),
        (r#""externalDocs": "https://example.com""#, r#""externalDocs": {"url": "https://example.com"}"#),
    ] {
        assert_converted(before, after);
    }
}

#[test]
fn values_take_the_form_that_is_wanted() {
    for (before, after) in [
        (r#""schemes": "https, http""#, r#""schemes": ["https", "http"]"#),
        (r#""consumes": "application/json""#, r#""consumes": ["application/json"]"#),
        (r#""definitions": {"A": {"required": "a,b"}}"#, r#""definitions": {"A": {"required": ["a", "b"]}}"#),
        (r#""definitions": {"A": {"discriminator": {"propertyName": "kind"}}}"#, r#""definitions": {"A": {"discriminator": "kind"}}"#),
        (r#""definitions": {"A": {"exclusiveMinimum": 5}}"#, r#""definitions": {"A": {"minimum": 5, "exclusiveMinimum": true}}"#),
        (r#""definitions": {"A": {"description": ["One", "two"]}}"#, r#""definitions": {"A": {"description": "One\ntwo"}}"#),
        (r#""definitions": {"A": {"items": true}}"#, r#""definitions": {"A": {"items": {}}}"#),
        (r#""responses": {"Bad": {"description": null, "schema": null}}"#, r#""responses": {"Bad": {"description": ""}}"#),
        (
            r#""parameters": {"a": {"name": "a", "in": "query", "type": ["string", "null"]}}"#,
            r#""parameters": {"a": {"name": "a", "in": "query", "type": "string"}}"#,
        ),
    ] {
        assert_converted(before, after);
    }
}
