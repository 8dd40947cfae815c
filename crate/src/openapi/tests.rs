//! The prepared lists, and where references lead.

use super::{Document, Level, Operation, Requirement, Resolution, SecurityDefinition, SecurityOrigin};
use crate::json::{self, Member, Value};
use crate::openapi::vocabulary::ObjectKind;

fn with_document<T>(text: &str, look: impl FnOnce(&Document<'_>) -> T) -> T {
    let tree = json::parse(text);
    look(&Document::new(&tree, |_| None))
}

/// Where the references of `text` lead, one line each: what is found, and what is at the end of the chain.
fn resolutions(text: &str) -> Vec<String> {
    with_document(text, |document| {
        let references = document.references().iter().map(|reference| {
            let end = reference.end.map_or("nowhere".to_owned(), Value::pointer);
            match &reference.resolution {
                Resolution::Found(value) => format!("{} then {end}", value.pointer()),
                Resolution::Missing { nearest, name } => format!("no {name:?} in {:?} then {end}", nearest.pointer()),
                other => format!("{other:?} then {end}"),
            }
        });
        references.collect()
    })
}

/// The references of definitions with these values under `$ref`.
#[track_caller]
fn assert_resolved(targets: &[(&str, &str)]) {
    let schemas: Vec<_> =
        targets.iter().enumerate().map(|(n, target)| format!(r#""{n}":{{"$ref":"{}"}}"#, target.0)).collect();
    let text = format!(r#"{{"definitions":{{"a/b~c d":{{"allOf":[{{}}]}},"":{{}},"é":{{}},{}}}}}"#, schemas.join(","));
    let expected: Vec<_> = targets.iter().map(|target| target.1).collect();
    assert_eq!(resolutions(&text), expected);
}

#[test]
fn pointers_are_decoded() {
    assert_resolved(&[
        ("#/definitions/a~1b~0c%20d", "/definitions/a~1b~0c d then /definitions/a~1b~0c d"),
        ("#/definitions/a%7E1b~0c d/allOf/0", "/definitions/a~1b~0c d/allOf/0 then /definitions/a~1b~0c d/allOf/0"),
        ("#/definitions/", "/definitions/ then /definitions/"),
        ("#/definitions/%C3%A9", "/definitions/é then /definitions/é"),
        ("#/definitions/\\u00e9", "/definitions/é then /definitions/é"),
        ("#", " then "),
    ]);
}

#[test]
fn what_is_not_there_is_named() {
    assert_resolved(&[
        ("#/definition/A/B", "no \"definition\" in \"\" then nowhere"),
        ("#/definitions/a~1b~0c d/allOf/01", "no \"01\" in \"/definitions/a~1b~0c d/allOf\" then nowhere"),
        ("#/definitions/a~1b~0c d/allOf/9", "no \"9\" in \"/definitions/a~1b~0c d/allOf\" then nowhere"),
        ("#/definitions/%zz%", "no \"%zz%\" in \"/definitions\" then nowhere"),
        ("", "NotAPointer then nowhere"),
        ("Person", "NotAPointer then nowhere"),
        ("/definitions/Person", "NotAPointer then nowhere"),
        ("#Person", "NotAPointer then nowhere"),
        ("other.json#/definitions/Person", "External then nowhere"),
        ("person.json", "External then nowhere"),
        ("https://example.com/person", "External then nowhere"),
    ]);
}

#[test]
fn chains_have_an_end_and_circles_none() {
    assert_resolved(&[
        ("#/definitions/1", "/definitions/1 then /definitions/a~1b~0c d"),
        ("#/definitions/2", "/definitions/2 then /definitions/a~1b~0c d"),
        ("#/definitions/a~1b~0c d", "/definitions/a~1b~0c d then /definitions/a~1b~0c d"),
        ("#/definitions/4", "/definitions/4 then nowhere"),
        ("#/definitions/5", "/definitions/5 then nowhere"),
        ("#/definitions/4", "/definitions/4 then nowhere"),
        ("#/definitions/6", "/definitions/6 then nowhere"),
        ("#/definitions/8", "/definitions/8 then nowhere"),
        ("#/definitions/none", "no \"none\" in \"/definitions\" then nowhere"),
    ]);
}

#[test]
fn many_references_take_no_longer_than_they_are_many() {
    let schemas: Vec<_> = (0..30_000).map(|n| format!(r##""d{n}":{{"$ref":"#/definitions/d{}"}}"##, n + 1)).collect();
    let text = format!(r#"{{"definitions":{{{},"d30000":{{}}}}}}"#, schemas.join(","));
    with_document(&text, |document| {
        assert_eq!(document.references().len(), 30_000);
        assert!(document.references().iter().all(|reference| reference.end.is_some()));
    });
}

const PEOPLE: &str = r##"{
  "swagger": "2.0",
  "security": [{"key": []}],
  "securityDefinitions": {
    "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
    "query key": {"type": "apiKey", "in": "query", "name": "key"},
    "oauth": {"type": "oauth2", "scopes": {"read": "Read", "x-note": "n"}},
    "broken": 1
  },
  "parameters": {"shared": {"name": "shared", "in": "header", "type": "string"}},
  "x-sample": {"paths": {"/no": {"get": {"operationId": "no"}}}},
  "paths": {
    "x-note": {"get": {"operationId": "no"}},
    "/people/{id}": {
      "parameters": [
        {"name": "id", "in": "path", "type": "string", "required": true},
        {"name": "limit", "in": "query", "type": "integer"},
        {"$ref": "#/parameters/shared"},
        {"$ref": "#/parameters/missing"}
      ],
      "get": {
        "operationId": "getPerson",
        "parameters": [{"name": "limit", "in": "query", "type": "string"}, {"name": "id", "in": "query", "type": "string"}]
      },
      "delete": {"security": [], "x-sample": {"get": {"operationId": "no"}}},
      "put": {"security": [{"key": [], "oauth": ["read", 1]}, {"none": 5}], "parameters": 7},
      "trace": {"operationId": "no"}
    },
    "/broken": 1,
    "/empty": {"get": {}, "post": "later"}
  }
}"##;

#[test]
fn operations_are_what_stands_in_paths() {
    with_document(PEOPLE, |document| {
        let labels: Vec<_> = document.operations().iter().map(super::Operation::label).collect();
        assert_eq!(labels, ["getPerson", "DELETE /people/{id}", "PUT /people/{id}", "GET /empty"]);
    });
}

#[test]
fn of_a_repeated_method_the_last_one_counts() {
    let text = r#"{"paths": {"/a": {"get": {"operationId": "a"}, "put": {}, "get": {"operationId": "b"}}, "/b": {"get": {}}}}"#;
    let labels = |document: &Document<'_>| document.operations().iter().map(Operation::label).collect::<Vec<_>>();
    assert_eq!(with_document(text, labels), ["PUT /a", "b", "GET /b"]);
}

#[test]
fn an_operation_has_its_own_parameters_and_those_of_its_path() {
    with_document(PEOPLE, |document| {
        let parameters = |at: usize| -> Vec<String> {
            let parameters = document.operations()[at].parameters.iter().map(|parameter| {
                let site = if parameter.is_reference() { "by reference" } else { "itself" };
                let level = if parameter.level == Level::Operation { "own" } else { "path" };
                format!("{} {level} {site}", parameter.value.pointer())
            });
            parameters.collect()
        };
        assert_eq!(
            parameters(0),
            [
                "/paths/~1people~1{id}/get/parameters/0 own itself",
                "/paths/~1people~1{id}/get/parameters/1 own itself",
                "/paths/~1people~1{id}/parameters/0 path itself",
                "/parameters/shared path by reference",
            ]
        );
        assert_eq!(parameters(1).len(), 3);
        assert_eq!(parameters(2).len(), 3);
        assert!(parameters(3).is_empty());
    });
}

#[test]
fn an_operation_signs_in_its_own_way_or_as_the_root_says() {
    with_document(PEOPLE, |document| {
        let security = |at: usize| {
            let security = &document.operations()[at].security;
            let names: Vec<_> = security.requirements.iter().map(Requirement::name).collect();
            (security.origin, security.is_switched_off(), names.join(" "))
        };
        assert_eq!(security(0), (SecurityOrigin::Root, false, "key".to_owned()));
        assert_eq!(security(1), (SecurityOrigin::Operation, true, String::new()));
        assert_eq!(security(2), (SecurityOrigin::Operation, false, "key oauth none".to_owned()));
        let put = &document.operations()[2].security.requirements;
        assert_eq!(put.iter().map(|requirement| requirement.alternative).collect::<Vec<_>>(), [0, 0, 1]);
        assert_eq!(put.iter().map(|requirement| requirement.scopes().count()).collect::<Vec<_>>(), [0, 1, 0]);
        assert_eq!(
            document.requirements().map(|requirement| requirement.name()).collect::<Vec<_>>(),
            ["key", "key", "oauth", "none"]
        );
    });
    with_document(r#"{"paths":{"/a":{"get":{}}}}"#, |document| {
        assert_eq!(document.operations()[0].security.origin, SecurityOrigin::Nowhere);
    });
}

#[test]
fn security_definitions_say_what_they_send() {
    with_document(PEOPLE, |document| {
        let headers: Vec<_> = document.security_definitions().iter().map(SecurityDefinition::header).collect();
        assert_eq!(headers, [Some("X-Key".into()), None, Some("Authorization".into()), None]);
        let oauth = document.security_definition("oauth").unwrap();
        assert_eq!(oauth.scopes().map(Member::name).collect::<Vec<_>>(), ["read"]);
        assert!(document.security_definition("broken").is_some());
        assert!(document.security_definition("none").is_none());
    });
    for text in [r#"{"paths":{"securityDefinitions":{"key":{}}}}"#, r#"{"securityDefinition":{"key":{}}}"#] {
        with_document(text, |document| {
            assert!(document.security_definition("key").is_some());
            assert!(document.root_member("securityDefinitions").is_none());
            assert!(document.meant_for_root("securityDefinitions").is_some());
        });
    }
}

#[test]
fn broken_documents_have_empty_lists() {
    for text in ["", "1", "[]", "{}", r#"{"paths":1,"security":{},"securityDefinitions":[],"definitions":null}"#] {
        with_document(text, |document| {
            assert!(document.operations().is_empty() && document.security_definitions().is_empty());
            assert!(document.references().is_empty() && document.requirements().next().is_none());
            assert!(document.definitions("definitions").next().is_none());
            assert!(document.places(ObjectKind::Schema).next().is_none());
        });
    }
}

#[test]
fn a_reference_can_be_looked_up_by_its_place() {
    let text = r##"{"definitions":{"A":{"$ref":"#/definitions/B"},"B":{}}}"##;
    with_document(text, |document| {
        let [first, second] = [0, 1].map(|at| document.definitions("definitions").nth(at).unwrap().value());
        assert!(document.reference(first).is_some());
        assert!(document.reference(second).is_none());
        assert_eq!(document.resolve(first), Some(second));
        assert_eq!(document.resolve(second), Some(second));
    });
}
