//! docs/coverage.md is true: each row of it is broken by a document of its own, and the rule that it names says so.

use std::collections::{BTreeMap, BTreeSet};

use xtension_checker::check;

/// What is wrong, as in the first column of docs/coverage.md, and a document in which it is.
///
/// The documents are only as long as they have to be: what else they lack is found as well, and does not matter.
const BROKEN: &[(&str, &str)] = &[
    ("The text is no JSON", r#"{"swagger": "2.0" "host": "example.com"}"#),
    ("A name stands twice in an object", r#"{"host": "example.com", "host": "example.org"}"#),
    ("`swagger` is missing or not `\"2.0\"`", r#"{"swagger": "2.1", "paths": {}}"#),
    ("`info` is missing", r#"{"swagger": "2.0", "paths": {}}"#),
    ("A key is missing", r#"{"swagger": "2.0", "info": {"title": "T"}, "paths": {}}"#),
    ("A key is not known", r#"{"definitions": {"A": {"colour": "red"}}}"#),
    ("A key stands in the wrong object", r#"{"parameters": {"a": {"name": "a", "in": "body", "type": "string"}}}"#),
    ("A key of the root stands further inside", r#"{"paths": {"host": "example.com"}}"#),
    ("A value is of the wrong type", r#"{"definitions": {"A": {"maxLength": -1}}}"#),
    ("A value is not one of those allowed", r#"{"schemes": ["ftp"]}"#),
    ("A list is empty that must not be", r#"{"definitions": {"A": {"enum": []}}}"#),
    ("An item stands twice in a list", r#"{"definitions": {"A": {"enum": ["a", "b", "a"]}}}"#),
    ("A part is of OpenAPI 3", r#"{"swagger": "2.0", "definitions": {"A": {"anyOf": [{}]}}}"#),
    ("`host` is no host", r#"{"host": "https://example.com/"}"#),
    ("`basePath` begins without a slash", r#"{"basePath": "v1"}"#),
    ("`schemes` has `ws` or only `http`", r#"{"schemes": ["wss"]}"#),
    ("A URL or an e-mail address is none", r#"{"info": {"contact": {"email": "none"}}}"#),
    ("Two tags have one name", r#"{"tags": [{"name": "a"}, {"name": "a", "description": "A"}]}"#),
    ("A description has a script in it", r#"{"info": {"description": "<script>1</script>"}}"#),
    ("Nothing refers to a definition", r#"{"definitions": {"A": {}}}"#),
    ("A path begins without a slash", r#"{"paths": {"a": {"get": {}}}}"#),
    ("A path has a query", r#"{"paths": {"/a?b=c": {}}}"#),
    ("A path has a fragment", r#"{"paths": {"/a#b": {}}}"#),
    ("A path has a character that an address cannot have", r#"{"paths": {"/a b": {}}}"#),
    ("A path has braces without a name, or not in pairs", r#"{"paths": {"/a/{}": {}}}"#),
    ("A path has a variable twice", r#"{"paths": {"/{a}/{a}": {"get": {}}}}"#),
    ("Two paths are the same address", r#"{"paths": {"/a/{b}": {}, "/a/{c}": {}}}"#),
    ("Two paths are the same address", r#"{"paths": {"/a": {}, "/A": {}}}"#),
    (
        "Two paths can become the same address",
        r#"{"paths": {"/{a}/b": {"get": {"responses": {}}}, "/a/{b}": {"get": {"responses": {}}}}}"#,
    ),
    ("A variable of the path has no parameter", r#"{"paths": {"/{a}": {"get": {}}}}"#),
    (
        "A path parameter is not in the path",
        r#"{"paths": {"/a": {"get": {"parameters": [{"name": "b", "in": "path", "required": true, "type": "string"}]}}}}"#,
    ),
    ("A path parameter is not required", r#"{"parameters": {"a": {"name": "a", "in": "path", "type": "string"}}}"#),
    (
        "Two operations have one `operationId`",
        r#"{"paths": {"/a": {"get": {"operationId": "a"}, "put": {"operationId": "a"}}}}"#,
    ),
    ("An operation has no `operationId`", r#"{"paths": {"/a": {"get": {}}}}"#),
    (
        "An `operationId` has other characters than letters and digits",
        r#"{"paths": {"/a": {"get": {"operationId": "get a"}}}}"#,
    ),
    ("An operation has no label", r#"{"paths": {"/a": {"get": {}}}}"#),
    (
        "A label is too long",
        r#"{"paths": {"/a": {"get": {"summary": "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789"}}}}"#,
    ),
    (
        "A `get` has a body or a form",
        r#"{"paths": {"/a": {"get": {"parameters": [{"name": "a", "in": "body", "schema": {}}]}}}}"#,
    ),
    (
        "A form is not declared as one",
        r#"{"paths": {"/a": {"post": {"parameters": [{"name": "a", "in": "formData", "type": "file"}]}}}}"#,
    ),
    ("A media type is none", r#"{"consumes": ["json"]}"#),
    (
        "A parameter stands in a list twice",
        r#"{"paths": {"/a": {"get": {"parameters": [{"name": "a", "in": "query", "type": "string"}, {"name": "a", "in": "query", "type": "integer"}]}}}}"#,
    ),
    (
        "An operation has two bodies",
        r#"{"paths": {"/a": {"post": {"parameters": [{"name": "a", "in": "body", "schema": {}}, {"name": "b", "in": "body", "schema": {}}]}}}}"#,
    ),
    (
        "An operation has a body and a form",
        r#"{"paths": {"/a": {"post": {"parameters": [{"name": "a", "in": "body", "schema": {}}, {"name": "b", "in": "formData", "type": "string"}]}}}}"#,
    ),
    ("A body has no `schema`", r#"{"parameters": {"a": {"name": "a", "in": "body"}}}"#),
    (
        "A header sets the media type",
        r#"{"paths": {"/a": {"get": {"parameters": [{"name": "Content-Type", "in": "header", "type": "string"}]}}}}"#,
    ),
    (
        "A header sends `Authorization` beside a connection that does",
        r#"{"securityDefinitions": {"b": {"type": "basic"}}, "security": [{"b": []}], "paths": {"/a": {"get": {"parameters": [{"name": "Authorization", "in": "header", "type": "string"}]}}}}"#,
    ),
    (
        "The name of a parameter cannot be sent",
        r#"{"parameters": {"a": {"name": "a ", "in": "query", "type": "string"}}}"#,
    ),
    ("No response is one of success", r#"{"paths": {"/a": {"get": {"responses": {"400": {"description": ""}}}}}}"#),
    (
        "A response stands under no status code",
        r#"{"paths": {"/a": {"get": {"responses": {"999": {"description": ""}}}}}}"#,
    ),
    (
        "An example is of no media type that is produced",
        r#"{"paths": {"/a": {"get": {"produces": ["application/json"], "responses": {"200": {"description": "", "examples": {"text/csv": "a"}}}}}}}"#,
    ),
    ("An array has no `items`", r#"{"definitions": {"A": {"type": "array"}}}"#),
    ("A required property is not described", r#"{"definitions": {"A": {"required": ["a"], "properties": {"b": {}}}}}"#),
    (
        "A property is required and read-only",
        r#"{"definitions": {"A": {"required": ["a"], "properties": {"a": {"readOnly": true}}}}}"#,
    ),
    ("`required` is `true` in a property", r#"{"definitions": {"A": {"properties": {"a": {"required": true}}}}}"#),
    ("`required` is `true` in a property", r#"{"definitions": {"A": {"type": "string", "required": true}}}"#),
    ("A default does not fit its type or its limits", r#"{"definitions": {"A": {"type": "string", "default": 1}}}"#),
    (
        "A default does not fit its type or its limits",
        r#"{"definitions": {"A": {"type": "string", "pattern": "^a$", "default": "b"}}}"#,
    ),
    ("An `enum` has values of another type", r#"{"definitions": {"A": {"type": "string", "enum": [1]}}}"#),
    ("An example does not fit its schema", r#"{"definitions": {"A": {"type": "integer", "example": "a"}}}"#),
    ("Limits contradict each other", r#"{"definitions": {"A": {"type": "integer", "minimum": 2, "maximum": 1}}}"#),
    ("A limit has no effect", r#"{"definitions": {"A": {"type": "integer", "maxLength": 1}}}"#),
    ("A pattern is no regular expression", r#"{"definitions": {"A": {"type": "string", "pattern": "(a"}}}"#),
    ("A format is misspelt", r#"{"definitions": {"A": {"type": "string", "format": "datetime"}}}"#),
    (
        "The discriminator is no required property",
        r#"{"definitions": {"A": {"discriminator": "kind", "properties": {"a": {}}}}}"#,
    ),
    ("A schema consists of itself", r##"{"definitions": {"A": {"allOf": [{"$ref": "#/definitions/A"}]}}}"##),
    (
        "A schema requires itself without end",
        r##"{"definitions": {"A": {"required": ["a"], "properties": {"a": {"$ref": "#/definitions/A"}}}}}"##,
    ),
    ("The type `file` stands where it cannot", r#"{"definitions": {"A": {"type": "file"}}}"#),
    (
        "A reference leads nowhere, elsewhere, or to another kind",
        r##"{"definitions": {"A": {"$ref": "#/definitions/B"}}}"##,
    ),
    ("A reference leads to itself", r##"{"definitions": {"A": {"$ref": "#/definitions/A"}}}"##),
    (
        "Something stands beside a reference",
        r##"{"definitions": {"A": {"$ref": "#/definitions/B", "type": "string"}, "B": {}}}"##,
    ),
    ("`security` names no definition", r#"{"security": [{"a": []}]}"#),
    (
        "`security` names a scope that is not declared",
        r#"{"securityDefinitions": {"a": {"type": "oauth2", "flow": "application", "tokenUrl": "https://example.com/token", "scopes": {"read": ""}}}, "security": [{"a": ["write"]}]}"#,
    ),
    (
        "`security` wants scopes of what has none",
        r#"{"securityDefinitions": {"a": {"type": "basic"}}, "security": [{"a": ["read"]}]}"#,
    ),
    ("`security` has a requirement without a list", r#"{"security": [{"a": null}]}"#),
    (
        "`security` names a definition in two alternatives",
        r#"{"securityDefinitions": {"a": {"type": "oauth2", "scopes": {"b": "", "c": ""}}}, "security": [{"a": ["b"]}, {"a": ["c"]}]}"#,
    ),
    ("No `security` asks for a definition", r#"{"securityDefinitions": {"a": {"type": "basic"}}}"#),
    (
        "No operation asks for a scope that is declared",
        r#"{"securityDefinitions": {"a": {"type": "oauth2", "scopes": {"b": "", "c": ""}}}, "security": [{"a": ["b"]}]}"#,
    ),
    ("A definition has a type that there is not", r#"{"securityDefinitions": {"a": {"type": "http"}}}"#),
    ("A definition lacks what its type needs", r#"{"securityDefinitions": {"a": {"type": "apiKey", "in": "header"}}}"#),
    (
        "A definition lacks what its type needs",
        r#"{"securityDefinitions": {"a": {"type": "oauth2", "flow": "accessCode"}}}"#,
    ),
    (
        "OAuth 2.0 has a flow that there is not",
        r#"{"securityDefinitions": {"a": {"type": "oauth2", "flow": "device", "scopes": {}}}}"#,
    ),
];

/// What docs/coverage.md says is found: what is wrong, and the rules that say so.
fn rows(page: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut rows: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for line in page.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        if let ["", wrong, _, here, ""] = cells[..]
            && here.starts_with('`')
        {
            assert!(rows.insert(wrong, here.split('`').skip(1).step_by(2).collect()).is_none(), "twice: {wrong}");
        }
    }
    rows
}

#[test]
fn what_the_page_on_coverage_names_is_found() {
    let page = include_str!("../docs/coverage.md");
    let rows = rows(page);
    let mut broken: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (wrong, document) in BROKEN {
        broken.entry(wrong).or_default().push(document);
    }
    assert_eq!(broken.keys().collect::<Vec<_>>(), rows.keys().collect::<Vec<_>>());
    let mut silent = Vec::new();
    for (wrong, documents) in broken {
        let found: Vec<BTreeSet<&str>> =
            documents.iter().map(|text| check(text).diagnostics.iter().map(|found| found.rule).collect()).collect();
        for rule in &rows[wrong] {
            if !found.iter().any(|found| found.contains(rule)) {
                silent.push(format!("{wrong}: {rule} says nothing, only {found:?}"));
            }
        }
        if found.iter().any(|found| found.is_disjoint(&rows[wrong])) {
            silent.push(format!("{wrong}: none of {:?} is found in one of {documents:?}", rows[wrong]));
        }
    }
    assert_eq!(silent, [""; 0]);
}

#[test]
fn rules_that_the_page_on_what_is_left_out_names_exist() {
    let page = include_str!("../docs/rules-left-out.md");
    let (told, left_out) = page.split_once("## Left out").expect("the page has two parts");
    let known: BTreeSet<&str> = xtension_checker::rules::RULES.iter().copied().flatten().map(|rule| rule.id).collect();
    for line in told.lines().filter(|line| line.starts_with("| `")) {
        let (sought, names) = line.split_once("` |").expect("the first cell is a name in backticks");
        for name in names.split('`').skip(1).step_by(2).filter(|name| !["vocabulary", "notes"].contains(name)) {
            assert!(known.contains(name), "{sought}: no rule is called {name}");
        }
    }
    let all_sought: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    for (index, sought) in all_sought.iter().enumerate() {
        assert!(!all_sought[..index].contains(sought), "listed twice: {sought}");
        assert!(!known.contains(sought), "{sought} is a rule by that name");
    }
    assert!(left_out.contains("###"));
}
