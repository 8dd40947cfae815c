use serde_json::{Value as Json, json};

use super::*;

fn schema(samples: &[&str]) -> Json {
    serde_json::from_str(&schema_of(samples).unwrap().text).unwrap()
}

#[test]
fn one_sample_gives_its_types() {
    let sample = r#"{ "id": 7, "fullName": "Ada", "price": 1.5, "open": true, "born": "2020-01-31",
        "at": "2020-01-31T10:00:00.5+02:00", "tags": ["a"], "place": { "x": 1.0 } }"#;
    assert_eq!(
        schema(&[sample]),
        json!({ "type": "object", "properties": {
            "id": { "type": "integer" },
            "fullName": { "type": "string", "x-ntx-summary": "Full name" },
            "price": { "type": "number" },
            "open": { "type": "boolean" },
            "born": { "type": "string", "format": "date" },
            "at": { "type": "string", "format": "date-time" },
            "tags": { "type": "array", "items": { "type": "string" } },
            "place": { "type": "object", "properties": { "x": { "type": "integer" } } },
        } })
    );
}

#[test]
fn several_samples_are_merged() {
    let found = schema(&[
        r#"{"a": 1, "list": [{"b": null}, {"c": "2020-01-31"}]}"#,
        r#"{"a": 1.5, "list": [{"b": true, "c": "x"}], "d": {}}"#,
    ]);
    assert_eq!(
        found,
        json!({ "type": "object", "properties": {
            "a": { "type": "number" },
            "list": { "type": "array", "items": { "type": "object", "properties": {
                "b": { "type": "boolean" }, "c": { "type": "string" },
            } } },
            "d": { "type": "object" },
        } })
    );
}

#[test]
fn what_a_sample_does_not_show_is_told() {
    let converted = schema_of(&[r#"{"a": null, "b": [], "c": [1, "x"]}"#]).unwrap();
    let kinds: Vec<RemarkKind> = converted.remarks.iter().map(|remark| remark.kind).collect();
    assert_eq!(kinds, [RemarkKind::Open, RemarkKind::Open, RemarkKind::Changed]);
    assert_eq!(converted.remarks[1].pointer, "/properties/b/items");
}

#[test]
fn a_text_that_is_no_json_is_no_sample() {
    assert_eq!(schema_of(&["{}", "{"]), Err(NoSample { position: 1 }));
    assert_eq!(schema_of(&[""]), Err(NoSample { position: 0 }));
}

const ROOMS: &str = r#"{
  "swagger": "2.0",
  "paths": {
    "/rooms": {
      "get": {
        "responses": {
          "200": { "description": "Rooms", "schema": { "type": "string" } }
        }
      },
      "post": {
        "summary": "Add"
      }
    }
  }
}
"#;

fn inserted(position: usize, body: &Body) -> Json {
    let (edits, _) = insert(ROOMS, position, body, &["{\"id\": 1}"]).unwrap().unwrap();
    let text = edits.apply(ROOMS);
    assert!(text.lines().all(|line| line.len() < 80), "{text}");
    serde_json::from_str(&text).unwrap()
}

#[test]
fn a_schema_goes_where_its_sample_belongs() {
    let schema = json!({ "type": "object", "properties": { "id": { "type": "integer" } } });
    let answer = &inserted(0, &Body::Response("200".to_owned()))["paths"]["/rooms"]["get"]["responses"]["200"];
    assert_eq!(answer, &json!({ "description": "Rooms", "schema": schema }));
    let other = &inserted(0, &Body::Response("404".to_owned()))["paths"]["/rooms"]["get"]["responses"]["404"]["schema"];
    assert_eq!(other, &schema);
    let sent = &inserted(1, &Body::Request)["paths"]["/rooms"]["post"]["parameters"][0];
    assert_eq!(sent, &json!({ "name": "body", "in": "body", "required": true, "schema": schema }));
    let answer =
        &inserted(1, &Body::Response("201".to_owned()))["paths"]["/rooms"]["post"]["responses"]["201"]["schema"];
    assert_eq!(answer, &schema);
    assert_eq!(insert(ROOMS, 2, &Body::Request, &["1"]), Ok(None));
}
