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
    assert_eq!(schema_of(&["Not found."]), Err(NoSample { position: 0 }));
}

#[test]
fn a_sample_with_a_plain_slip_is_read() {
    let sound = schema_of(&[r#"{"value": [{"id": 1, "name": "Ada"}]}"#]).unwrap();
    let slips = [
        r#"{"value": [{"id": 1, "name": "Ada"}],}"#,
        "{\n  \"value\": [{\"id\": 1\n \"name\": \"Ada\"}] // all of them\n}",
    ];
    for text in slips {
        let made = schema_of(&[text]).unwrap();
        assert_eq!(made.text, sound.text);
        assert!(made.remarks.iter().any(|remark| remark.message.contains("repair")), "{text}");
    }
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

const ROOM: &str = r##"{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Room",
  "type": "object",
  "required": ["id"],
  "properties": {
    "id": { "type": "integer" },
    "kind": { "const": "hall" },
    "owner": { "$ref": "#/$defs/Person" },
    "note": { "type": ["string", "null"] }
  },
  "$defs": { "Person": { "type": "object", "properties": { "name": { "type": "string" } } }, "Unused": {} }
}"##;

#[test]
fn a_json_schema_is_taken_as_it_is() {
    let found = schema_of(&[ROOM]).unwrap();
    let schema: Json = serde_json::from_str(&found.text).unwrap();
    assert_eq!(
        schema,
        json!({ "title": "Room", "type": "object", "required": ["id"], "properties": {
            "id": { "type": "integer" },
            "kind": { "enum": ["hall"] },
            "owner": { "$ref": "#/definitions/Person" },
            "note": { "type": "string", "x-nullable": true },
        } })
    );
    let [(name, person)] = found.definitions.as_slice() else { panic!("{:?}", found.definitions) };
    assert_eq!(name, "Person");
    let person: Json = serde_json::from_str(person).unwrap();
    assert_eq!(person, json!({ "type": "object", "properties": { "name": { "type": "string" } } }));
    assert!(found.remarks[0].message.contains("JSON Schema"));
}

#[test]
fn a_schema_that_is_part_of_itself_is_a_definition() {
    let found =
        schema_of(&[r##"{"type": "object", "properties": {"parts": {"type": "array", "items": {"$ref": "#"}}}}"##]);
    let found = found.unwrap();
    let schema: Json = serde_json::from_str(&found.text).unwrap();
    assert_eq!(schema, json!({ "$ref": "#/definitions/Schema" }));
    let own: Json = serde_json::from_str(&found.definitions[0].1).unwrap();
    assert_eq!(own["properties"]["parts"]["items"], schema);
}

#[test]
fn data_with_keys_of_a_schema_is_a_sample() {
    for sample in [
        r#"{"type": "object", "properties": {"a": {}}, "owner": 1}"#,
        r#"{"type": ["admin"], "id": 3}"#,
        r#"{"type": "string", "title": "Lease"}"#,
        r#"{"items": [{"id": 1}]}"#,
    ] {
        assert!(schema_of(&[sample]).unwrap().text.contains("properties"), "{sample}");
        assert!(!schema_of(&[sample]).unwrap().remarks.iter().any(|remark| remark.message.contains("JSON Schema")));
    }
    assert!(schema_of(&[ROOM, ROOM]).unwrap().definitions.is_empty());
}

#[test]
fn what_a_json_schema_refers_to_goes_to_the_definitions() {
    let into = |text: &str| {
        let (edits, _) = insert(text, 0, &Body::Response("200".to_owned()), &[ROOM]).unwrap().unwrap();
        edits.apply(text)
    };
    let owner = |text: &str| {
        let document: Json = serde_json::from_str(text).unwrap();
        let schema = &document["paths"]["/rooms"]["get"]["responses"]["200"]["schema"];
        (schema["properties"]["owner"]["$ref"].clone(), document["definitions"].clone())
    };
    let once = into(ROOMS);
    assert_eq!(owner(&once).0, "#/definitions/Person");
    assert_eq!(owner(&once).1["Person"]["type"], "object");
    assert!(once.contains("\n  \"definitions\": {\n    \"Person\": {\n"), "{once}");
    // What is there already and says the same is used again.
    assert_eq!(into(&once), once);
    let taken = ROOMS.replacen('{', "{ \"definitions\": { \"Person\": { \"type\": \"string\" } },", 1);
    let (reference, definitions) = owner(&into(&taken));
    assert_eq!(reference, "#/definitions/Person_2");
    assert_eq!(definitions["Person"], json!({ "type": "string" }));
    assert_eq!(definitions["Person_2"]["type"], "object");
    let empty = ROOMS.replacen('{', "{ \"definitions\": {},", 1);
    assert_eq!(owner(&into(&empty)).1["Person"]["type"], "object");
}
