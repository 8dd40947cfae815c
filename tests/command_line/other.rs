//! What the command line does beside checking: converting, picking, splitting, schemas, new Xtensions.

use super::folder::Folder;

const YAML: &str = "\
openapi: 3.0.3
info: { title: Rooms, version: '1.0' }
servers: [{ url: 'https://api.rooms.test/v1' }]
paths:
  /rooms:
    get:
      operationId: listRooms
      responses: { '200': { description: Rooms } }
      callbacks: { done: {} }
";

const TWO_WAYS: &str = r#"{
  "swagger": "2.0",
  "info": { "title": "Rooms", "version": "1.0" },
  "host": "api.rooms.test",
  "schemes": ["https"],
  "paths": {
    "/rooms": {
      "get": { "operationId": "listRooms", "summary": "List rooms", "responses": { "200": { "description": "Rooms" } } }
    },
    "/keys": {
      "get": { "operationId": "listKeys", "security": [{ "key": [] }], "responses": { "200": { "description": "Keys" } } }
    }
  },
  "securityDefinitions": {
    "basic": { "type": "basic" },
    "key": { "type": "apiKey", "name": "key", "in": "header" }
  },
  "security": [{ "basic": [] }]
}
"#;

#[test]
fn openapi_3_in_yaml_becomes_an_xtension() {
    let run = Folder::new("converted").with("rooms.yaml", YAML).run(&["convert", "rooms.yaml"]);
    assert_eq!(run.code(), 0, "{}", run.err);
    assert!(
        run.out.contains("\"swagger\": \"2.0\"") && run.out.contains("\"host\": \"api.rooms.test\""),
        "{}",
        run.out
    );
    assert!(run.err.starts_with("rooms.yaml: an Xtension made of OpenAPI 3\n"), "{}", run.err);
    assert!(run.err.contains("  lost: "), "{}", run.err);
    assert!(run.err.contains("\n    at line 9: paths › /rooms › get › callbacks\n"), "{}", run.err);
}

#[test]
fn what_is_converted_goes_to_a_file_where_one_is_named() {
    let folder = Folder::new("converted-to").with("rooms.yaml", YAML);
    let run = folder.run(&["convert", "rooms.yaml", "--output", "rooms.json"]);
    assert_eq!((run.code(), run.out.as_str()), (0, ""));
    assert!(folder.text("rooms.json").contains("listRooms"));

    let over_itself = folder.run(&["convert", "rooms.yaml", "--output", "./rooms.yaml"]);
    assert_eq!((over_itself.code(), over_itself.out.as_str()), (2, ""));
    assert_eq!(folder.text("rooms.yaml"), YAML);
}

#[test]
fn what_cannot_be_converted_is_told() {
    let folder = Folder::new("not-converted")
        .with("two.json", TWO_WAYS)
        .with("a.txt", "Hello")
        .with("b.yaml", "info:\n\ta: 1\n");
    for (file, reason) in [
        ("two.json", "already"),
        ("a.txt", "plain text, which cannot be converted. Open"),
        ("b.yaml", "line 2: This line is indented by a tab"),
    ] {
        let run = folder.run(&["convert", file]);
        assert_eq!((run.code(), run.out.as_str()), (2, ""), "{file}");
        assert!(run.err.contains(reason), "{}", run.err);
    }
}

#[test]
fn what_can_be_converted_is_picked_from_and_parted_as_well() {
    let two_ways = YAML.replace("servers:", "security: [{ key: [] }]\nservers:")
        + "  /keys: { get: { operationId: listKeys, security: [{ basic: [] }], responses: {} } }\n\
           components: { securitySchemes: { key: { type: apiKey, name: key, in: header }, basic: { type: http, scheme: basic } } }\n";
    let folder = Folder::new("picked-of-openapi3").with("rooms.yaml", &two_ways).with("a.txt", "Hello");
    let picked = folder.run(&["pick", "rooms.yaml", "--operation", "listKeys"]);
    assert_eq!(picked.code(), 0, "{}", picked.err);
    assert!(picked.out.contains("listKeys") && !picked.out.contains("listRooms"), "{}", picked.out);
    assert!(picked.err.contains("rooms.yaml: read as OpenAPI 3") && picked.err.contains("lost: "), "{}", picked.err);
    assert_eq!(folder.run(&["split", "rooms.yaml"]).code(), 0);
    assert!(
        folder.text("rooms-key.json").contains("listRooms") && folder.text("rooms-basic.json").contains("listKeys")
    );
    for command in ["pick", "split"] {
        assert!(folder.run(&[command, "a.txt"]).err.starts_with("error: a.txt is plain text"));
    }
}

#[test]
fn operations_are_listed_and_picked() {
    let folder = Folder::new("picked").with("rooms.json", TWO_WAYS);
    assert_eq!(folder.run(&["pick", "rooms.json"]).out, "GET /rooms  List rooms\nGET /keys  listKeys\n");
    for name in ["listKeys", "GET /keys"] {
        let run = folder.run(&["pick", "rooms.json", "--operation", name]);
        assert_eq!(run.code(), 0, "{}", run.err);
        assert!(
            run.out.contains("listKeys") && !run.out.contains("/rooms\"") && !run.out.contains("basic"),
            "{}",
            run.out
        );
    }
    let run = folder.run(&["pick", "rooms.json", "-p", "nothing"]);
    assert_eq!(run.code(), 2);
    assert!(run.err.contains("no operation `nothing`"), "{}", run.err);
}

#[test]
fn an_xtension_with_two_ways_to_sign_in_becomes_two() {
    let folder = Folder::new("split").with("rooms.json", TWO_WAYS);
    let run = folder.run(&["split", "rooms.json"]);
    assert_eq!(run.code(), 0, "{}", run.err);
    assert!(folder.text("rooms-basic.json").contains("Rooms (basic)"));
    assert!(!folder.text("rooms-key.json").contains("listRooms"));
    let again = folder.run(&["split", "rooms.json"]);
    assert_eq!(again.code(), 2);
    assert!(again.err.contains("is there already"), "{}", again.err);
}

#[test]
fn samples_have_a_schema() {
    let folder =
        Folder::new("schema").with("one.json", "{\"id\": 1}").with("two.json", "{\"id\": 1.5}").with("bad.json", "{");
    let run = folder.run(&["schema", "one.json", "two.json"]);
    assert_eq!(run.code(), 0, "{}", run.err);
    assert!(run.out.contains("\"number\""), "{}", run.out);
    assert_eq!(folder.run(&["schema", "one.json", "bad.json"]).code(), 2);
}

#[test]
fn a_json_schema_is_said_in_words_of_openapi_2() {
    let folder = Folder::new("json-schema").with(
        "room.json",
        r##"{"type": "object", "properties": {"owner": {"$ref": "#/$defs/Person"}}, "$defs": {"Person": {"const": 1}}}"##,
    );
    let run = folder.run(&["schema", "room.json"]);
    assert_eq!(run.code(), 0, "{}", run.err);
    let made: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(made["schema"]["properties"]["owner"]["$ref"], "#/definitions/Person");
    assert_eq!(made["definitions"]["Person"]["enum"][0], 1);
}

#[test]
fn a_new_xtension_is_made_of_options() {
    let folder = Folder::new("new").with("room.json", "{\"id\": 1}");
    let rooms = ["new", "--title", "Rooms", "--host", "https://api.contoso.com/v1", "--operation", "GET /rooms/{id}"];
    let with = |more: &[&str]| folder.run(&[&rooms[..], more].concat());
    let plain = with(&["--response", "room.json"]);
    assert_eq!((plain.code(), plain.err.as_str()), (0, ""));
    assert!(plain.out.contains("\"basePath\": \"/v1\"") && plain.out.contains("\"integer\""), "{}", plain.out);
    let ways: [&[&str]; 6] = [
        &["basic"],
        &["key-header"],
        &["key-query", "--key-name", "key"],
        &["bearer"],
        &["oauth-code", "--provider", "Microsoft Entra ID", "--site", "contoso.com", "--scope", "Mail.Send"],
        &["oauth-client", "--token-url", "https://login.contoso.com/token"],
    ];
    for way in ways {
        let run = with(&[&["--auth"], way].concat());
        assert_eq!(run.code(), 0, "{way:?}: {}", run.err);
        assert!(run.out.contains("\"securityDefinitions\""), "{}", run.out);
    }
    let run = with(&["--auth", "oauth-code", "--provider", "Contoso", "--output", "new.json"]);
    assert_eq!((run.code(), run.out.as_str()), (2, ""));
    assert!(run.err.contains("error: --provider: ") && run.err.contains("Salesforce"), "{}", run.err);
    assert_eq!(with(&["--output", "new.json"]).code(), 0);
    assert!(folder.text("new.json").contains("Rooms"));
    assert!(with(&["--output", "new.json"]).err.contains("is there already"));
    assert_eq!(folder.run(&["new", "--title", "Rooms"]).code(), 2);
}
