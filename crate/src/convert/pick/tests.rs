use super::*;
use crate::check;

const ROOMS: &str = r##"{
  "swagger": "2.0",
  "info": { "title": "Rooms", "version": "1" },
  "host": "api.example.com",
  "tags": [{ "name": "rooms" }, { "name": "people" }],
  "paths": {
    "/rooms": {
      "parameters": [{ "$ref": "#/parameters/page" }],
      "get": {
        "operationId": "listRooms", "summary": "List rooms", "tags": ["rooms"],
        "responses": { "200": { "description": "Rooms", "schema": { "$ref": "#/definitions/Room" } } }
      },
      "post": {
        "operationId": "addRoom", "summary": "Add a room", "security": [{ "key": [] }],
        "parameters": [{ "name": "floor", "in": "query", "type": "string", "x-ntx-dynamic-values": {
          "operationId": "listFloors", "value-collection": "items", "value-path": "id", "value-title": "name"
        } }],
        "responses": { "200": { "description": "Added" } }
      }
    },
    "/floors": {
      "get": { "operationId": "listFloors", "responses": { "200": { "$ref": "#/responses/Floors" } } }
    },
    "/people": {
      "get": { "operationId": "listPeople", "tags": ["people"], "responses": { "200": { "description": "People" } } }
    }
  },
  "parameters": { "page": { "name": "page", "in": "query", "type": "integer" } },
  "responses": { "Floors": { "description": "Floors", "schema": { "$ref": "#/definitions/Floor" } } },
  "definitions": {
    "Room": { "type": "object", "discriminator": "kind", "properties": { "kind": { "type": "string" }, "size": { "$ref": "#/definitions/Size" } } },
    "Hall": { "allOf": [{ "$ref": "#/definitions/Room" }, { "type": "object" }] },
    "Size": { "type": "integer" },
    "Floor": { "type": "object" },
    "Lost": { "type": "object" }
  },
  "securityDefinitions": {
    "sign-in": { "type": "basic" },
    "key": { "type": "apiKey", "name": "key", "in": "header" }
  },
  "security": [{ "sign-in": [] }]
}
"##;

fn picked(wanted: &[usize]) -> (String, Picked) {
    let picked = pick(ROOMS, wanted);
    let text = picked.edits.apply(ROOMS);
    assert!(check(&text).is_json, "{text}");
    (text, picked)
}

#[test]
fn candidates_are_called_as_designers_see_them() {
    let found = candidates(ROOMS);
    let shown: Vec<String> = found.iter().map(|one| format!("{} {} {}", one.method, one.path, one.summary)).collect();
    assert_eq!(
        shown,
        ["GET /rooms List rooms", "POST /rooms Add a room", "GET /floors listFloors", "GET /people listPeople"]
    );
    assert_eq!(found[0].tags, ["rooms"]);
}

#[test]
fn what_a_picked_operation_refers_to_stays_and_nothing_else() {
    let (text, picked) = picked(&[0]);
    for stays in
        ["listRooms", "#/parameters/page", "\"page\"", "\"Room\"", "\"Hall\"", "\"Size\"", "sign-in", "\"rooms\""]
    {
        assert!(text.contains(stays), "{stays} in {text}");
    }
    for goes in ["addRoom", "/floors", "/people", "\"Floor", "Lost", "\"key\"", "\"people\""] {
        assert!(!text.contains(goes), "{goes} in {text}");
    }
    assert!(picked.needed.is_empty());
    assert!(ROOMS.contains(text.lines().nth(8).unwrap()));
}

#[test]
fn an_operation_that_is_asked_for_options_stays_with_the_one_that_asks() {
    let (text, picked) = picked(&[1]);
    assert_eq!(picked.needed, [2]);
    assert!(text.contains("listFloors") && text.contains("\"Floor\"") && !text.contains("listRooms"), "{text}");
    // What asks signs in by the key, its helper by what holds for all.
    assert!(text.contains("sign-in") && text.contains("\"key\""), "{text}");
}

#[test]
fn a_way_to_sign_in_that_nothing_uses_goes() {
    let alone = ROOMS.replace("x-ntx-dynamic-values", "x-other");
    let text = pick(&alone, &[1]).edits.apply(&alone);
    assert!(!text.contains("sign-in") && text.contains("\"key\": {"), "{text}");
    assert!(!text.contains("\"tags\""), "{text}");
}

#[test]
fn neighbours_at_the_root_go_together() {
    let apart = ROOMS
        .replace("\"$ref\": \"#/parameters/page\"", "\"name\": \"page\", \"in\": \"query\", \"type\": \"integer\"")
        .replace("\"security\": [{ \"sign-in\": [] }]", "\"security\": [{ \"key\": [] }]");
    for wanted in [vec![3], vec![1, 3], vec![3, 0]] {
        let picked = pick(&apart, &wanted);
        let text = picked.edits.apply(&apart);
        assert!(check(&text).is_json, "{text}");
        assert_eq!(candidates(&text).len(), wanted.len() + picked.needed.len(), "{text}");
        assert!(!text.contains("\"parameters\": {"), "{text}");
    }
    let alone = pick(&apart, &[3]).edits.apply(&apart);
    assert!(!alone.contains("\"responses\": { \"Floors\"") && !alone.contains("definitions"), "{alone}");
}

#[test]
fn all_of_a_document_is_all_of_what_it_needs() {
    let (text, _) = picked(&[0, 1, 2, 3]);
    assert_eq!(
        text,
        ROOMS.replace(
            "    \"Floor\": { \"type\": \"object\" },\n    \"Lost\": { \"type\": \"object\" }\n",
            "    \"Floor\": { \"type\": \"object\" }\n"
        )
    );
}

#[test]
fn what_is_broken_is_let_be() {
    for text in ["", "[]", "{\"paths\": 5}", "{\"paths\": {\"/a\": {\"get\": {}}"] {
        pick(text, &[0, 7]);
        candidates(text);
    }
}
