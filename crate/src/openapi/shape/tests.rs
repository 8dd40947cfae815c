//! What the walk finds, and where it stays silent.

use super::{Fault, Problem, Shape, Slip, shape};
use crate::json;
use crate::openapi::vocabulary::{Key, SCHEMA, Type};

/// A problem in one line: where, and what.
fn line(problem: &Problem<'_>) -> String {
    let key = problem.key.map_or("", |key| key.name);
    let what = match &problem.fault {
        Fault::UnknownKey { slip: Slip::Misspelt(right), .. } => format!("unknown, {right}"),
        Fault::UnknownKey { slip: Slip::BelongsIn(object), .. } => format!("unknown, belongs in {}", object.name),
        Fault::UnknownKey { slip, .. } => format!("unknown, {slip:?}"),
        Fault::MissingKey { .. } => format!("lacks {key}"),
        Fault::WrongType { expected, repair, .. } => {
            format!("not {}{}", expected.describe(), repair.as_ref().map_or(String::new(), |json| format!(", {json}")))
        }
        Fault::NotAllowed { nearest, .. } => format!("not allowed, {}", nearest.unwrap_or("?")),
        Fault::Malformed { format, .. } => format!("not {}", format.describe()),
        Fault::TooFew { at_least, .. } => format!("fewer than {at_least}"),
        Fault::Repeated { first, .. } => format!("repeats {}", first.pointer()),
    };
    format!("{} {what}", problem.value().pointer())
}

fn with_shape<T>(text: &str, look: impl FnOnce(&Shape<'_>) -> T) -> T {
    let tree = json::parse(text);
    look(&shape(&tree, |_| None))
}

/// Checks what is wrong with `text`, one line for each problem, in order.
#[track_caller]
fn assert_problems(text: &str, expected: &[&str]) {
    assert_eq!(with_shape(text, |shape| shape.problems.iter().map(line).collect::<Vec<_>>()), expected);
}

/// A document with `paths` and more members of the root.
fn document(rest: &str) -> String {
    format!(r#"{{"swagger":"2.0","info":{{"title":"T","version":"1"}},{rest}}}"#)
}

/// A document with one operation, of which these are the members besides its responses.
fn operation(members: &str) -> String {
    document(&format!(r#""paths":{{"/a":{{"get":{{"responses":{{"200":{{"description":"OK"}}}},{members}}}}}}}"#))
}

/// A document with one schema.
fn schema(schema: &str) -> String {
    document(&format!(r#""paths":{{}},"definitions":{{"D":{schema}}}"#))
}

/// A document with one parameter.
fn parameter(parameter: &str) -> String {
    operation(&format!(r#""parameters":[{parameter}]"#))
}

#[test]
fn a_sound_document_has_no_problem() {
    assert_problems(&operation(r#""security":[]"#), &[]);
    assert_problems(&schema(r#"{"type":["string","null"],"items":[{}],"additionalProperties":false}"#), &[]);
    assert_problems("", &[]);
}

#[test]
fn the_root_is_an_object() {
    assert_problems("[]", &[" not an object"]);
    assert_problems("{}", &[" lacks swagger", " lacks info", " lacks paths"]);
    assert_problems(r#"{"openapi":"3.0.0","servers":[],"paths":{"/a":{"get":{}}}}"#, &[" lacks swagger"]);
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
fn misspelt_keys_are_recognized_and_not_missed() {
    assert_problems(
        r#"{"swager":"2.0","Info":{"titel":"T","version":"1"},"path":{}}"#,
        &["/swager unknown, swagger", "/Info unknown, info", "/path unknown, paths"],
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
            "/paths/~1a/get/404 unknown, belongs in responses",
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
            "/definitions/D/type not the string `array`, `boolean`, `integer`, `null`, `number`, `object` or `string` \
             or an array of strings, \"1\"",
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
fn known_extensions_are_judged_like_keys() {
    static NOTE: Key = Key::new("x-note", Type::Object(&SCHEMA), "A schema, for this test.");
    let text = document(r#""x-note":{"tpye":1,"type":"string"},"x-other":{"$ref":"a"},"paths":{"x-note":1}"#);
    let tree = json::parse(&text);
    let shape = shape(&tree, |name| (name == NOTE.name).then_some(&NOTE));
    let lines: Vec<_> = shape.problems.iter().map(line).collect();
    assert_eq!(lines, ["/x-note/tpye unknown, Unknown", "/paths/x-note not an object"]);
    assert!(shape.problems.iter().any(Problem::is_in_extension));
    assert_eq!(shape.extensions.len(), 3);
    assert!(shape.references.is_empty());
}

#[test]
fn damaged_values_are_left_alone() {
    assert_problems(r#"{"swagger": , "info": {"title": "T", "version": "1"}, "paths": {}}"#, &[]);
    assert_problems(r#"{"swagger": 2.0.0, "info": {"title": "T", "version": "1"}, "paths": {}}"#, &[]);
}

#[test]
fn no_document_is_too_deep_or_too_wide() {
    let deep = format!("{}{}", r#"{"items":"#.repeat(100_000), "}".repeat(100_000));
    with_shape(&schema(&deep), |_| ());
    with_shape(&"[".repeat(100_000), |_| ());
    let wide = (0..50_000).map(|n| format!(r#""k{n}":{{}},"type":1"#)).collect::<Vec<_>>().join(",");
    with_shape(&schema(&format!("{{{wide}}}")), |shape| assert!(shape.problems.len() >= 100_000));
    let many = vec![r#"{"a":{"b":[1,{"c":null}]}}"#; 20_000].join(",");
    with_shape(&schema(&format!(r#"{{"enum":[{many}]}}"#)), |shape| assert_eq!(shape.problems.len(), 19_999));
}
