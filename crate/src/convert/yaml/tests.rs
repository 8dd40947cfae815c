use serde_json::{Value, json};

use super::{Broken, read};
use crate::text::Span;

fn value(yaml: &str) -> Value {
    serde_json::from_str(&read(yaml).unwrap().text).unwrap()
}

fn broken(yaml: &str) -> Broken {
    read(yaml).unwrap_err()
}

#[test]
fn blocks_flows_and_scalars_become_json() {
    let yaml = "swagger: '2.0'\ninfo:\n  title: An API   # with a comment\n  version: \"1.0\"\n  description: |\n    Two\n    lines\n\
                schemes: [https, http]\npaths:\n  /a b:\n    get:\n      responses: {200: {description: one\n        line}}\n\
                x-list:\n- 1\n- ~\n- no\n- \"\\u00e9\"\n";
    assert_eq!(
        value(yaml),
        json!({
            "swagger": "2.0",
            "info": {"title": "An API", "version": "1.0", "description": "Two\nlines\n"},
            "schemes": ["https", "http"],
            "paths": {"/a b": {"get": {"responses": {"200": {"description": "one line"}}}}},
            "x-list": [1, null, "no", "é"],
        })
    );
}

#[test]
fn anchors_and_merge_keys_are_written_out() {
    let yaml =
        "a: &a {x: 1, y: [1, 2]}\nb: *a\nc:\n  <<: *a\n  x: 2\nd:\n  <<: [*a, {z: 3, x: 9}]\nk: &k name\n*k : v\n";
    assert_eq!(
        value(yaml),
        json!({
            "a": {"x": 1, "y": [1, 2]},
            "b": {"x": 1, "y": [1, 2]},
            "c": {"x": 2, "y": [1, 2]},
            "d": {"x": 1, "y": [1, 2], "z": 3},
            "k": "name",
            "name": "v",
        })
    );
}

#[test]
fn tags_of_the_core_schema_are_followed() {
    assert_eq!(value("[!!str 12, !!int '12', !!bool 'true', !other x, '3']"), json!(["12", 12, true, "x", "3"]));
}

#[test]
fn each_part_knows_its_place() {
    let yaml = "\u{feff}info:\n  título: é ü\n  list:\n    - one\n    - two\nend: 1\n";
    let read = read(yaml).unwrap();
    let origin = |part: &str| {
        let at = read.text.find(part).unwrap() as u32;
        read.places.origin(Span::new(at, at + part.len() as u32)).unwrap().of(yaml)
    };
    assert_eq!(origin("\"é ü\""), "é ü");
    assert_eq!(origin("\"título\""), "título");
    assert_eq!(origin("\"two\""), "two");
    assert_eq!(origin("\"título\": \"é ü\""), "título: é ü");
    assert_eq!(origin("[\"one\""), "- one\n    - two");
}

#[test]
fn what_is_said_twice_is_remarked_on() {
    let read = read("a: 1\nb: .inf\na: 2\n---\nc: 1\n").unwrap();
    assert_eq!(read.text, "{\n  \"a\": 2,\n  \"b\": \".inf\"\n}\n");
    assert_eq!(read.remarks.len(), 3);
}

#[test]
fn comments_are_remarked_on_once_where_they_are() {
    let comment = |text: &str| {
        let read = read(text).unwrap();
        let told: Vec<_> = read.remarks.iter().filter(|remark| remark.message.contains("omment")).collect();
        assert!(told.len() <= 1, "{told:?}");
        told.first().map(|remark| remark.origin.of(text).to_owned())
    };
    for (text, wanted) in [
        ("# first\na: 1 # second\n", Some("# first")),
        ("a: 1 # behind\nb: 2\n", Some("# behind")),
        ("a: [1, # within\n  2]\n", Some("# within")),
        ("a: # before\n  b: 1\n", Some("# before")),
        ("a: 1\n# at the end", Some("# at the end")),
        ("a: 'é'\r\n# ü\r\nb: 1\r\n", Some("# ü")),
        ("a: x#y\nb: '# no'\nc: \"a # b\"\nd: |\n  # text\n  more\ne: http://a.test/#b\n", None),
        ("# ------\na: !t#x 1\n", None),
    ] {
        assert_eq!(comment(text).as_deref(), wanted, "{text}");
    }
}

#[test]
fn what_is_no_yaml_says_why() {
    assert!(broken("a:\n\tb: 1\n").message.contains("tab"));
    assert!(
        broken("host: {{host}}.example.com\n").message.contains("quotes"),
        "{:?}",
        broken("host: {{host}}.example.com\n")
    );
    assert!(broken("summary: One: two\n").message.contains("colon"));
    assert!(broken("a: \"b\n").message.contains("quote"), "{:?}", broken("a: \"b\n"));
    assert!(broken("a: @b\n").message.contains("sign"));
}

#[test]
fn aliases_that_grow_without_end_are_refused() {
    let mut yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..10 {
        let item = format!("*a{}", level - 1);
        yaml.extend([format!("a{level}: &a{level} ["), [&*item; 10].join(", "), "]\n".to_owned()]);
    }
    assert!(broken(&yaml).message.contains("aliases"));
    assert_eq!(value("a: &a [1, *a]"), json!({"a": [1, null]}));
    assert_eq!(read("a: &a [1, *a]").unwrap().remarks.len(), 1);
}

#[test]
fn lines_in_brackets_may_be_indented_too_little() {
    assert_eq!(
        value("a:\n  b: {\n    x: 1,\n    y: [\n  2\n  ]\n  }\n  c: 3\n"),
        json!({"a": {"b": {"x": 1, "y": [2]}, "c": 3}})
    );
    assert_eq!(value("a:\r\n  b: {\r\n    x: 1\r\n  }\r\n"), json!({"a": {"b": {"x": 1}}}));
}
