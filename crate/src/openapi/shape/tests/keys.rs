//! Which keys may stand where.

use super::{assert_problems, document, line, operation, parameter, schema, with_shape};
use crate::json;
use crate::openapi::shape::shape;
use crate::openapi::vocabulary::{Key, SCHEMA, Type};

#[test]
fn misspelt_keys_are_recognized_and_not_missed() {
    assert_problems(
        r#"{"swager":"2.0","Info":{"titel":"T","version":"1"},"path":{}}"#,
        &["/swager unknown, swagger", "/Info unknown, info", "/Info/titel unknown, title", "/path unknown, paths"],
    );
    assert_problems(
        &operation(r#""Summary":1,"tag":["t"],"operation_id":"o","summary":"s""#),
        &[
            "/paths/~1a/get/Summary unknown, Unknown",
            "/paths/~1a/get/tag unknown, tags",
            "/paths/~1a/get/operation_id unknown, operationId",
        ],
    );
}

#[test]
fn keys_of_a_neighbour_belong_there() {
    assert_problems(
        &document(r#""paths":{"/a":{"/b":{},"operationId":"x","definitions":{}},"securityDefinitions":{},"get":{}}"#),
        &[
            "/paths/~1a/~1b unknown, belongs in paths",
            "/paths/~1a/operationId unknown, belongs in operation",
            "/paths/~1a/definitions unknown, belongs in document",
            "/paths/securityDefinitions unknown, belongs in document",
            "/paths/get unknown, belongs in path",
            "/paths/get lacks responses",
        ],
    );
    assert_problems(
        &document(r#""paths":{},"title":"T","/a":{}"#),
        &["/title unknown, belongs in info", "/~1a unknown, belongs in paths"],
    );
    assert_problems(
        &operation(r#""post":{},"404":{},"host":"h""#),
        &[
            "/paths/~1a/get/post unknown, belongs in path",
            "/paths/~1a/get/post lacks responses",
            "/paths/~1a/get/404 unknown, belongs in responses",
            "/paths/~1a/get/404 lacks description",
            "/paths/~1a/get/host unknown, belongs in document",
        ],
    );
    assert_problems(
        &schema(r#"{"properties":{"a":{},"required":["a"]},"b":{"type":"string"}}"#),
        &[
            "/definitions/D/properties/required unknown, belongs in schema",
            "/definitions/D/b unknown, belongs in properties",
        ],
    );
}

#[test]
fn paths_begin_with_a_slash() {
    assert_problems(&document(r#""paths":{"a":{"get":{}},"x-a":1}"#), &["/paths/a unknown, LacksSlash"]);
}

#[test]
fn a_parameter_is_judged_by_where_it_is_sent() {
    assert_problems(
        &parameter(r#"{"name":"n","in":"query","schema":{"type":"string"}}"#),
        &["/paths/~1a/get/parameters/0/schema unknown, LaterVersion"],
    );
    assert_problems(
        &parameter(r#"{"name":"n","in":"body","type":"string"}"#),
        &["/paths/~1a/get/parameters/0/type unknown, belongs in schema"],
    );
    assert_problems(
        &parameter(r#"{"name":"n","in":"path","type":"string"}"#),
        &["/paths/~1a/get/parameters/0 lacks required"],
    );
    assert_problems(
        &parameter(r#"{"name":"n","in":"path","type":"file","required":false}"#),
        &["/paths/~1a/get/parameters/0/type not allowed, ?", "/paths/~1a/get/parameters/0/required not allowed, true"],
    );
    assert_problems(
        &parameter(r#"{"name":"n","in":"header","type":"array","collectionFormat":"multi"}"#),
        &["/paths/~1a/get/parameters/0/collectionFormat not allowed, ?"],
    );
}

#[test]
fn an_unknown_variant_is_one_problem() {
    assert_problems(
        &parameter(r#"{"name":"n","in":"form","type":"file","content":{}}"#),
        &["/paths/~1a/get/parameters/0/in not allowed, formData"],
    );
    assert_problems(
        &document(r#""paths":{},"securityDefinitions":{"b":{"type":"http","scheme":"bearer","bearerFormat":"JWT"}}"#),
        &["/securityDefinitions/b/type not allowed, ?"],
    );
    assert_problems(
        &document(
            r#""paths":{},"securityDefinitions":{"o":{"type":"oauth2","flow":"clientCredentials","tokenUrl":"u:u"}}"#,
        ),
        &["/securityDefinitions/o/flow not allowed, application"],
    );
    assert_problems(
        &document(r#""paths":{},"securityDefinitions":{"o":{"type":"oauth2","flows":{}}}"#),
        &["/securityDefinitions/o/flows unknown, LaterVersion"],
    );
}

#[test]
fn flows_have_their_addresses() {
    assert_problems(
        &document(
            r#""paths":{},"securityDefinitions":{"a":{"type":"oauth2","flow":"accessCode","scopes":{"x-s":1}},
            "c":{"type":"oauth2","flow":"application","authorizationUrl":"u:u","tokenUrl":"/t"}}"#,
        ),
        &[
            "/securityDefinitions/a lacks authorizationUrl",
            "/securityDefinitions/a lacks tokenUrl",
            "/securityDefinitions/c lacks scopes",
            "/securityDefinitions/c/authorizationUrl unknown, belongs in OAuth 2.0 security definition",
            "/securityDefinitions/c/tokenUrl not a whole URL such as `https://example.com/path`",
        ],
    );
}

#[test]
fn responses_are_codes_and_at_least_one() {
    let text = |responses: &str| document(&format!(r#""paths":{{"/a":{{"get":{{"responses":{responses}}}}}}}"#));
    assert_problems(&text(r#"{"x-a":1}"#), &["/paths/~1a/get/responses fewer than 1"]);
    assert_problems(
        &text(r#"{"2XX":{},"Default":{},"description":"OK"}"#),
        &[
            "/paths/~1a/get/responses/2XX unknown, LaterVersion",
            "/paths/~1a/get/responses/Default unknown, default",
            "/paths/~1a/get/responses/Default lacks description",
            "/paths/~1a/get/responses/description unknown, belongs in response",
        ],
    );
    assert_problems(
        &text(r#"{"200":{"description":"","schema":{"type":"file","properties":{}}}}"#),
        &["/paths/~1a/get/responses/200/schema/properties unknown, Unknown"],
    );
}

#[test]
fn references_stand_where_they_may() {
    assert_problems(
        &document(
            r##""paths":{"/a":{"parameters":[{"$ref":"#/parameters/p","name":1}]}},
            "parameters":{"p":{"$ref":"#/parameters/p"}},
            "definitions":{"D":{"$ref":"#/definitions/D","nonsense":1,"type":1},"E":{"$ref":1}}"##,
        ),
        &[
            "/parameters/p/$ref unknown, Reference",
            "/definitions/D/type not the string `array`, `boolean`, `integer`, `number`, `object` or `string` \
             or an array of strings",
            "/definitions/E/$ref not a string, \"1\"",
        ],
    );
}

#[test]
fn what_stands_beside_a_reference_is_kept_apart() {
    let text = document(
        r##""paths":{"/a":{"$ref":"b.json","get":{},"oops":1,"parameters":[{"$ref":"#/parameters/p","x-a":1}]}},
        "definitions":{"D":{"$ref":"#/definitions/D","description":"d","x-a":1,"oops":1}}"##,
    );
    assert_problems(&text, &["/paths/~1a/get lacks responses", "/paths/~1a/oops unknown, Unknown"]);
    with_shape(&text, |shape| {
        let siblings = shape.siblings.iter().map(|sibling| (sibling.member.name(), sibling.is_refused));
        let expected = [("x-a", true), ("description", false), ("x-a", false), ("oops", true)];
        assert!(siblings.eq(expected.map(|(name, refused)| (name.into(), refused))), "{:?}", shape.siblings);
    });
}

#[test]
fn a_property_called_ref_is_a_property() {
    let text =
        schema(r#"{"properties":{"$ref":{"type":"string"},"":{},"a/b~c":{"tpye":"string"},"x-p":{"type":"text"}}}"#);
    assert_problems(
        &text,
        &[
            "/definitions/D/properties/a~1b~0c/tpye unknown, type",
            "/definitions/D/properties/x-p/type not allowed, string",
        ],
    );
    with_shape(&text, |shape| assert!(shape.references.is_empty()));
}

#[test]
fn known_extensions_are_judged_like_keys() {
    static NOTE: Key = Key::new("x-note", Type::Object(&SCHEMA), "A schema, for this test.");
    let text = document(r#""x-note":{"tpye":1,"type":"string"},"x-other":{"$ref":"a"},"paths":{"x-note":1}"#);
    let tree = json::parse(&text);
    let shape = shape(&tree, |name| (name == NOTE.name).then_some(&NOTE));
    let lines: Vec<_> = shape.problems.iter().map(line).collect();
    assert_eq!(lines, ["/x-note/tpye unknown, Unknown", "/paths/x-note not an object"]);
    assert!(shape.problems.iter().all(|problem| problem.is_in_extension));
    assert_eq!(shape.extensions.len(), 3);
    assert!(shape.references.is_empty());
}
