//! Many of one thing: what is said of each must not take as long as there are others.

use super::paths;
use crate::repair::quickly;
use xtension_checker::language::complete;
use xtension_checker::{check, fix_all};

/// A document with these members besides `swagger` and `info`.
fn document(members: &str) -> String {
    format!(r#"{{"swagger":"2.0","info":{{"title":"T","version":"1"}},{members}}}"#)
}

/// So many entries of a list.
fn list(count: usize, entry: impl Fn(usize) -> String) -> String {
    (0..count).map(entry).collect::<Vec<_>>().join(",")
}

const RESPONSES: &str = r#""responses":{"200":{"description":""}}"#;

#[test]
fn unknown_keys_of_one_name() {
    for key in ["operationID", "ntx-summary", "colour"] {
        let text = document(&paths(1, |_| format!("{},{RESPONSES}", list(4_000, |_| format!(r#""{key}":"a""#)))));
        quickly(key, || (check(&text), fix_all(&text)));
    }
}

#[test]
fn hidden_parameters_and_what_connections_send() {
    let count = 8_000;
    let parameter = |number: usize| {
        format!(r#"{{"name":"p{number}","in":"query","type":"string","required":true,"x-ntx-visibility":"internal"}}"#)
    };
    let definition = |number: usize| format!(r#""k{number}":{{"type":"apiKey","in":"header","name":"X-{number}"}}"#);
    let operation = format!(r#""parameters":[{}],{RESPONSES}"#, list(count, parameter));
    let text = document(&format!(
        r#"{},"securityDefinitions":{{{}}},"security":[{}]"#,
        paths(1, |_| operation.clone()),
        list(count, definition),
        list(count, |number| format!(r#"{{"k{number}":[]}}"#))
    ));
    quickly("hidden parameters", || check(&text));
}

#[test]
fn placeholders_and_what_connections_ask_for() {
    let count = 8_000;
    let text = document(&format!(
        r#""x-ntx-host":"{}","paths":{{}},"securityDefinitions":{{"k":{{"type":"apiKey","in":"header","name":"X",
        "x-ntx-connection-properties":{{"type":"object","properties":{{{}}}}}}}}}"#,
        (0..count).flat_map(|number| ["{tenant".to_owned(), number.to_string(), "}".to_owned()]).collect::<String>(),
        list(count, |number| format!(r#""tenant{number}":{{"type":"string"}}"#))
    ));
    let fixed = quickly("placeholders", || fix_all(&text).edits.apply(&text));
    assert!(fixed.contains("{{tenant0}}{{tenant1}}") && fixed.contains(&format!("{{{{tenant{}}}}}", count - 1)));
}

#[test]
fn items_with_a_mistake_each() {
    let text = document(&paths(1, |_| {
        let parameters = list(16_000, |_| r#"{"name":"p","in":"query","type":"string"}"#.to_owned());
        format!(r#""parameters":[{parameters}],{RESPONSES}"#)
    }));
    quickly("items", || fix_all(&text));
}

#[test]
fn references_by_name_and_into_lists() {
    let count = 16_000;
    let definitions = |target: &dyn Fn(usize) -> String| {
        let definition =
            |number: usize| format!(r#""D{number}":{{"properties":{{"a":{{"$ref":"{}"}}}}}}"#, target(number));
        list(count, definition)
    };
    let by_name =
        document(&format!(r#""paths":{{}},"definitions":{{{}}}"#, definitions(&|number| format!("D{number}"))));
    let fixed = quickly("references by name", || fix_all(&by_name).edits.apply(&by_name));
    assert!(fixed.contains(&format!(r##""$ref":"#/definitions/D{}""##, count - 1)));
    let items = list(count, |_| "{}".to_owned());
    let into_list = definitions(&|number| format!("#/x-list/{number}"));
    let text = document(&format!(r#""paths":{{}},"x-list":[{items}],"definitions":{{{into_list}}}"#));
    quickly("references into a list", || check(&text));
}

#[test]
fn names_that_a_list_has_already() {
    let count = 20_000;
    let required = list(count, |number| format!(r#""a{number}""#));
    let properties = list(count, |number| format!(r#""b{number}":{{}}"#));
    let text = document(&format!(
        r#""paths":{{}},"definitions":{{"D":{{"type":"object","required":[{required}],"properties":{{{properties}}}}}}}"#
    ));
    let at = text.find(r#""a7""#).unwrap() as u32 + 1;
    let found = quickly("names in a list", || complete(&text, at));
    assert!(found.list.iter().any(|one| one.label == "b7"), "{found:?}");
}
