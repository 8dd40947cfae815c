//! What values must be.

use super::{assert_problems, document, operation, parameter, schema, with_shape};

#[test]
fn a_sound_document_has_no_problem() {
    assert_problems(&operation(r#""security":[]"#), &[]);
    assert_problems(&schema(r#"{"type":["string","null"],"items":[{}],"additionalProperties":false}"#), &[]);
    assert_problems("", &[]);
}

#[test]
fn what_is_of_another_kind_has_no_problem_of_shape() {
    assert_problems("{}", &[" lacks swagger", " lacks info", " lacks paths"]);
    assert_problems("[]", &[]);
    assert_problems(r#"{"openapi":"3.0.0","servers":[],"paths":{"/a":{"get":{}}}}"#, &[]);
    assert_problems(&document(r#""paths":{},"openapi":"3.0.0""#), &["/openapi unknown, LaterVersion"]);
}

#[test]
fn types_come_with_their_repair() {
    assert_problems(
        r#"{"swagger":2.0,"info":{"title":"T","version":1.0},"paths":{},"schemes":"https"}"#,
        &[
            r#"/swagger not the string `2.0`, "2.0""#,
            r#"/info/version not a string, "1.0""#,
            r#"/schemes not an array of strings, ["https"]"#,
        ],
    );
    assert_problems(
        &parameter(r#"{"name":"n","in":"query","type":"string","required":"True","maxLength":"05"}"#),
        &[
            "/paths/~1a/get/parameters/0/required not `true` or `false`, true",
            "/paths/~1a/get/parameters/0/maxLength not a whole number, 0 or more",
        ],
    );
    assert_problems(
        &document(r#""paths":{},"security":{"k":[]},"tags":[{"name":null}]"#),
        &[r#"/security not an array of objects, [{"k":[]}]"#, "/tags/0/name not a string"],
    );
    assert_problems(
        &operation(r#""security":[{"k":{}}]"#),
        &["/paths/~1a/get/security/0/k not an array of strings, []"],
    );
}

#[test]
fn numbers_have_their_range() {
    assert_problems(
        &schema(r#"{"maxLength":-1,"minLength":1.5,"multipleOf":0,"maximum":-1e400,"maxItems":2.0}"#),
        &[
            "/definitions/D/maxLength not a whole number, 0 or more",
            "/definitions/D/minLength not a whole number, 0 or more",
            "/definitions/D/multipleOf not a number above 0",
        ],
    );
}

#[test]
fn data_is_not_looked_into() {
    let data = r#"{"type":5,"$ref":"x","get":{"operationId":1}}"#;
    assert_problems(
        &schema(&format!(
            r#"{{"example":{data},"default":{data},"enum":[{data}],"x-example":{data},"x-ntx-initial":{data}}}"#
        )),
        &[],
    );
    with_shape(&schema(&format!(r#"{{"example":{data},"x-a":{data}}}"#)), |shape| {
        assert!(shape.references.is_empty());
        assert_eq!(shape.extensions.len(), 1);
    });
}

#[test]
fn equal_items_are_repeated() {
    assert_problems(
        &operation(
            r#""parameters":[{"name":"a","in":"query","type":"string","maximum":1},
            {"in":"query","type":"string","maximum":1.0,"name":"\u0061"},
            {"name":"a","in":"header","type":"string"}],"tags":["t","u","t"]"#,
        ),
        &[
            "/paths/~1a/get/parameters/1 repeats /paths/~1a/get/parameters/0",
            "/paths/~1a/get/tags/2 repeats /paths/~1a/get/tags/0",
        ],
    );
    assert_problems(
        &document(r#""paths":{},"tags":[{"name":"a","name":"b"},{"name":"b"}]"#),
        &["/tags/1 repeats /tags/0"],
    );
    assert_problems(
        &schema(r#"{"enum":[1,"1",true,null,[1],[1.0],{"a":{}},{"a":[]}],"allOf":[{},{}]}"#),
        &["/definitions/D/enum/5 repeats /definitions/D/enum/4"],
    );
    assert_problems(
        &schema(r#"{"enum":[],"required":[],"allOf":[],"items":[],"type":[]}"#),
        &[
            "/definitions/D/enum fewer than 1",
            "/definitions/D/required fewer than 1",
            "/definitions/D/allOf fewer than 1",
            "/definitions/D/items fewer than 1",
            "/definitions/D/type fewer than 1",
        ],
    );
}

#[test]
fn damaged_values_are_left_alone() {
    assert_problems(r#"{"swagger": , "info": {"title": "T", "version": "1"}, "paths": {}}"#, &[]);
    assert_problems(r#"{"swager: "2.0", "info": {"title": "T", "version": "1"}, paths: {}, {}}"#, &[]);
    assert_problems(r#"{"swagger": 2.0.0, "info": {"title": "T", "version": "1"}, "paths": {}}"#, &[]);
}

#[test]
fn no_document_is_too_deep_or_too_wide() {
    let deep = format!("{}{}", r#"{"items":"#.repeat(100_000), "}".repeat(100_000));
    with_shape(&schema(&deep), |_| ());
    with_shape(&"[".repeat(100_000), |_| ());
    let wide = (0..50_000).map(|n| format!(r#""k{n}":{{}},"type":1"#)).collect::<Vec<_>>().join(",");
    with_shape(&schema(&format!("{{{wide}}}")), |shape| assert!(shape.problems.len() + shape.omitted >= 100_000));
    let many = vec![r#"{"a":{"b":[1,{"c":null}]}}"#; 20_000].join(",");
    with_shape(&schema(&format!(r#"{{"enum":[{many}]}}"#)), |shape| assert_eq!(shape.problems.len(), 19_999));
}
