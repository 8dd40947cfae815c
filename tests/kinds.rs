//! What a text is: each kind by a text of it, in the ways in which texts are brought.

use xtension_checker::check;
use xtension_checker::openapi::kind::{self, KINDS};

/// Texts of each kind.
const TEXTS: &[(&str, &[&str])] = &[
    ("empty", &["", " \n\t", "/* nothing yet */\n", "\u{FEFF}"]),
    (
        "openapi3",
        &[
            r#"{"openapi": "3.0.3", "info": {"title": "Rooms", "version": "1"}, "paths": {}}"#,
            r#"{"openapi": "3.1.0", "info": {"title": "Rooms", "version": "1"}, "webhooks": {}}"#,
            r#"{"info": {"title": "Rooms", "version": "1"}, "openapi": "3.2.0", "components": {"schemas": {}}}"#,
            r#"{"openapi": 3.0, "paths": {}}"#,
            r#"{"info": {"title": "Rooms"}, "servers": [{"url": "https://rooms.example"}], "paths": {"/rooms": {}}}"#,
            r#"{"components": {"schemas": {"Room": {"type": "object"}}}}"#,
        ],
    ),
    (
        "openapi3-yaml",
        &[
            "openapi: 3.0.3\ninfo:\n  title: Rooms\n  version: '1'\npaths: {}\n",
            "# Rooms\n---\nopenapi: \"3.1.0\"\ninfo: {title: Rooms, version: '1'}\npaths:\n  /rooms: {}\n",
            "info:\n  title: Rooms\n  description: |\n    What it does:\n\n    ```json\n    {\"a\": 1}\n    ```\nopenapi: 3.0.0\npaths: {}\n",
            "\"openapi\": \"3.0.3\"\n\"info\":\n  \"title\": \"Rooms\"\n\"paths\": {}\n",
            "components:\n  schemas:\n    Room:\n      type: object\n",
        ],
    ),
    (
        "yaml",
        &[
            "swagger: '2.0'\ninfo:\n  title: Rooms\n  version: '1'\npaths: {}\n",
            "swagger: 2.0\nhost: rooms.example\npaths:\n  /rooms:\n    get:\n      responses:\n        200: {description: Rooms}\n",
            "%YAML 1.2\n---\n# Rooms\ninfo:\n  title: Rooms\nswagger: \"2.0\"\npaths: {}\n",
            "basePath: /v1\ndefinitions:\n  Room:\n    type: object\ninfo:\n  title: Rooms\npaths:\n  /rooms: {}\n",
            "swagger: \"2.0\"\ninfo:\n\ttitle: Rooms\npaths:\n\t/rooms: {}\n",
            "'swagger': '2.0'\n'info':\n  'title': 'Rooms'\n'paths': {}\n",
        ],
    ),
    (
        "postman-collection",
        &[
            r#"{"info": {"name": "Rooms", "schema": "https://schema.example/collection/v2.1.0/collection.json"}, "item": []}"#,
            r#"{"variables": [], "info": {"name": "Rooms", "_postman_id": "1"}, "item": [{"name": "List", "request": "https://rooms.example"}]}"#,
            r#"{"collection": {"info": {"name": "Rooms"}, "item": [{"name": "List", "request": {}}]}}"#,
            r#"{"item": [{"name": "Rooms", "item": [{"name": "List", "request": {}}]}]}"#,
        ],
    ),
    (
        "postman-collection-v1",
        &[
            r#"{"id": "1", "name": "Rooms", "order": ["2"], "folders": [], "requests": [{"id": "2", "url": "https://rooms.example"}]}"#,
            r#"{"version": 1, "collections": [], "environments": [], "globals": []}"#,
        ],
    ),
    (
        "postman-environment",
        &[
            r#"{"id": "1", "name": "Test", "values": [{"key": "host", "value": "rooms.example", "enabled": true}], "_postman_variable_scope": "environment"}"#,
            r#"{"id": "1", "name": "Test", "values": [{"key": "host", "value": "rooms.example", "type": "text"}], "timestamp": 1}"#,
            r#"{"id": "1", "values": [], "name": "Globals", "_postman_variable_scope": "globals"}"#,
        ],
    ),
    (
        "insomnia",
        &[
            r#"{"_type": "export", "__export_format": 4, "resources": [{"_id": "req_1", "url": "https://rooms.example"}]}"#,
            "type: collection.insomnia.rest/5.0\nname: Rooms\ncollection:\n  - url: https://rooms.example\n",
        ],
    ),
    (
        "other-client",
        &[
            r#"{"v": 2, "name": "Rooms", "folders": [], "requests": [{"endpoint": "https://rooms.example"}]}"#,
            "meta {\n  name: List rooms\n}\n\nget {\n  url: https://rooms.example\n}\n",
        ],
    ),
    ("har", &[r#"{"log": {"version": "1.2", "creator": {"name": "Browser"}, "entries": []}}"#]),
    (
        "request",
        &[
            "curl https://rooms.example/v1/rooms",
            "curl -X POST 'https://rooms.example/v1/rooms' \\\n  -H 'Content-Type: application/json' \\\n  -d '{\"name\": \"Hall\", \"error\": true}'",
            "$ curl --location 'https://rooms.example/v1/rooms'",
            "Invoke-RestMethod -Uri https://rooms.example -Method Get",
            "POST /v1/rooms HTTP/1.1\nHost: rooms.example\nContent-Type: application/json\n\n{\"name\": \"Hall\"}",
            "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"name\": \"Hall\"}",
            "GET https://rooms.example/v1/rooms",
            "### List rooms\nGET {{host}}/v1/rooms\nAccept: application/json\n",
            "fetch(\"https://rooms.example/v1/rooms\", {\n  \"method\": \"GET\"\n});",
        ],
    ),
    ("address", &["https://rooms.example/swagger/v1/swagger.json", "http://rooms.example"]),
    (
        "power-platform-properties",
        &[
            r##"{"properties": {"connectionParameters": {}, "iconBrandColor": "#007ee5", "capabilities": []}}"##,
            r#"{"properties": {"connectionParameterSets": {}, "publisher": "Rooms"}}"#,
        ],
    ),
    (
        "power-automate-flow",
        &[
            r#"{"name": "1", "properties": {"displayName": "Rooms", "definition": {"triggers": {}, "actions": {}}}}"#,
            r#"{"definition": {"triggers": {}, "actions": {}}, "parameters": {}}"#,
        ],
    ),
    (
        "nintex-workflow",
        &[
            r#"{"state": {"modified": false}, "settings": {}, "variables": [], "inUseXtensions": {}, "forms": {}, "actions": {}}"#,
            r#"{"name": "Rooms", "definition": {"inUseXtensions": {}, "actions": {}}}"#,
        ],
    ),
    (
        "azure-template",
        &[
            r#"{"$schema": "https://schema.example/deploymentTemplate.json#", "contentVersion": "1.0.0.0", "resources": []}"#,
        ],
    ),
    (
        "google-discovery",
        &[
            r#"{"kind": "discovery#restDescription", "discoveryVersion": "v1", "id": "rooms:v1", "resources": {}}"#,
            r#"{"rootUrl": "https://rooms.example/", "servicePath": "v1/", "schemas": {}}"#,
        ],
    ),
    (
        "swagger1",
        &[
            r#"{"swaggerVersion": "1.2", "apiVersion": "1", "apis": [{"path": "/rooms"}]}"#,
            r#"{"apiVersion": "1", "basePath": "https://rooms.example", "apis": [], "models": {}}"#,
        ],
    ),
    (
        "raml",
        &[
            "#%RAML 1.0\ntitle: Rooms\n/rooms:\n  get:\n",
            "#%RAML 0.8\n---\ntitle: Rooms\n",
            "#%RAML 1.0 Library\ntypes:\n",
        ],
    ),
    (
        "api-blueprint",
        &[
            "FORMAT: 1A\nHOST: https://rooms.example\n\n# Rooms\n\n## GET /rooms\n+ Response 200 (application/json)\n\n        {\"id\": 1}\n",
            "# GET /message\n+ Response 200 (text/plain)\n\n        Hello\n",
            "# Rooms API\n\n## Rooms [/rooms]\n\n### List rooms [GET]\n\n+ Response 200\n",
        ],
    ),
    ("io-docs", &[r#"{"name": "Rooms", "protocol": "rest", "resources": {"Rooms": {"methods": {}}}}"#]),
    (
        "other-description",
        &[
            r#"{"openrpc": "1.2.6", "info": {"title": "Rooms", "version": "1"}, "methods": []}"#,
            "arazzo: 1.0.0\ninfo:\n  title: Rooms\nworkflows: []\n",
        ],
    ),
    (
        "wsdl",
        &[
            "<?xml version=\"1.0\"?>\n<definitions xmlns=\"http://schemas.xmlsoap.org/wsdl/\" name=\"Rooms\"></definitions>",
            "<wsdl:definitions xmlns:wsdl=\"http://schemas.xmlsoap.org/wsdl/\"/>",
        ],
    ),
    (
        "wadl",
        &[
            "<application xmlns=\"http://wadl.dev.java.net/2009/02\"><resources base=\"https://rooms.example\"/></application>",
        ],
    ),
    (
        "odata-metadata",
        &["<?xml version=\"1.0\"?>\n<edmx:Edmx Version=\"4.0\" xmlns:edmx=\"http://docs.example/edmx\"></edmx:Edmx>"],
    ),
    ("xml", &["<?xml version=\"1.0\"?><rooms><room id=\"1\"/></rooms>", "<rooms>\n  <room>{1}</room>\n</rooms>"]),
    (
        "html",
        &[
            "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Sign in</title></head><body></body></html>",
            "<html><body><pre>{\"rooms\": []}</pre></body></html>",
            "<!-- saved -->\n<HTML>\n<BODY>Rooms</BODY>\n</HTML>",
            "<div class=\"swagger-ui\"><h2>Rooms</h2></div>",
        ],
    ),
    (
        "asyncapi",
        &[
            r#"{"asyncapi": "2.6.0", "info": {"title": "Rooms", "version": "1"}, "channels": {}}"#,
            "asyncapi: 3.0.0\ninfo:\n  title: Rooms\nchannels: {}\n",
        ],
    ),
    (
        "graphql",
        &[
            "type Query {\n  rooms(first: Int = 10): [Room!]!\n}\n\ntype Room {\n  id: ID!\n}\n",
            "\"\"\"\nA room: {big}\n\"\"\"\ntype Room @key(fields: \"id\") {\n  id: ID!\n}\n",
            "# Rooms\nschema {\n  query: Query\n}\n",
            "query Rooms($first: Int) {\n  rooms(first: $first) { id name }\n}",
            "{\n  rooms(first: 10) {\n    id\n  }\n}",
            r#"{"data": {"__schema": {"queryType": {"name": "Query"}, "types": []}}}"#,
            r#"{"__schema": {"types": []}}"#,
        ],
    ),
    (
        "json-schema",
        &[
            r#"{"$schema": "http://json-schema.org/draft-07/schema#", "title": "Room", "type": "object", "properties": {"id": {"type": "string"}}}"#,
            r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"Room": {}}}"#,
            r#"{"$schema": "http://json-schema.org/draft-04/schema#", "definitions": {"Room": {"type": "object"}}}"#,
            r#"{"type": "object", "properties": {"id": {"type": "integer"}}, "required": ["id"]}"#,
            r#"{"type": "array", "items": {"type": "string"}}"#,
        ],
    ),
    (
        "openid-configuration",
        &[
            r#"{"issuer": "https://login.example", "authorization_endpoint": "https://login.example/authorize", "jwks_uri": "https://login.example/keys"}"#,
        ],
    ),
    (
        "key-file",
        &[
            r#"{"type": "service_account", "project_id": "rooms", "private_key": "none", "client_email": "a@rooms.example"}"#,
        ],
    ),
    ("token", &[r#"{"token_type": "Bearer", "expires_in": 3599, "access_token": "none"}"#]),
    ("package", &[r#"{"name": "rooms", "version": "1.0.0", "dependencies": {"express": "4"}}"#]),
    (
        "error-message",
        &[
            r#"{"error": {"code": "InvalidAuthenticationToken", "message": "Access token is empty."}}"#,
            r#"{"error": "invalid_client", "error_description": "Unknown client"}"#,
            r#"{"statusCode": 401, "message": "Access denied due to missing subscription key."}"#,
            r#"{"Message": "Authorization has been denied for this request."}"#,
            r#"{"type": "https://rooms.example/problem", "title": "Not Found", "status": 404, "traceId": "1"}"#,
            r#"{"errors": [{"message": "No such room"}], "data": null}"#,
            "Import failed: the file is not valid. Ask your administrator.\n",
            "Error: Request failed with status code 401\n    at call (rooms.js:1:2)",
            "AADSTS7000215: Invalid client secret provided.",
            "[error] The document could not be imported",
            "Hello Ann, this is what I get:\n\nError: the file is not valid\n",
            "The import failed. Please try again later.",
            "error: invalid_client",
            "Bad request: {\"message\": \"no such room\"}",
            "<?xml version=\"1.0\"?><Error><Code>AuthenticationFailed</Code></Error>",
        ],
    ),
    (
        "sample",
        &[
            r#"[{"id": 1, "name": "Blue room"}, {"id": 2, "name": "Hall"}]"#,
            r#"{"id": 1, "name": "Blue room", "tags": ["big"], "host": "Ann"}"#,
            r#"{"data": [{"type": "room", "id": "1"}], "errors": null, "meta": {}}"#,
            r#"{"post": {"id": 1, "title": "New room"}}"#,
            r#"{"status": "ok", "items": [1, 2]}"#,
            r#"{"type": "Feature", "geometry": {"type": "Point"}, "properties": {"at": {"floor": 1}}}"#,
            "42",
            "[1, 2, 3]",
        ],
    ),
    (
        "fragment",
        &[
            r#"{"/rooms": {"get": {"responses": {"200": {"description": "Rooms"}}}}}"#,
            r#"{"get": {"operationId": "listRooms", "responses": {"200": {"description": "Rooms"}}}}"#,
            r#"{"operationId": "listRooms", "summary": "List", "parameters": [], "responses": {"200": {"description": "Rooms"}}}"#,
            r#"{"key": {"type": "apiKey", "in": "header", "name": "X-Key"}, "sign in": {"type": "oauth2", "flow": "accessCode"}}"#,
            r#"{"type": "apiKey", "in": "header", "name": "X-Key"}"#,
            r#"{"type": "basic"}"#,
            r#"{"name": "id", "in": "path", "required": true, "type": "string"}"#,
            r#"[{"name": "id", "in": "path", "required": true, "type": "string"}, {"name": "q", "in": "query", "type": "string"}]"#,
            r#"{"Room": {"type": "object", "properties": {"id": {"type": "string"}}}, "Rooms": {"type": "array", "items": {"$ref": "Room"}}}"#,
            r#"{"200": {"description": "Rooms"}, "default": {"description": "Error"}}"#,
        ],
    ),
    (
        "fragment-yaml",
        &[
            "get:\n  operationId: listRooms\n  responses:\n    200: {description: Rooms}\npost:\n  responses: {}\n",
            "/rooms:\n  get:\n    responses:\n      200:\n        description: Rooms\n",
            "operationId: listRooms\nresponses:\n  200: {description: Rooms}\n",
            "name: id\nin: path\nrequired: true\ntype: string\n",
            "type: apiKey\nname: X-Key\nin: header\n",
        ],
    ),
    (
        "other-yaml",
        &[
            "version: '3'\nservices:\n  web:\n    image: rooms\n",
            "name: Rooms\non: push\n",
            "---\n- one\n- two\n",
            "ignoreErrors: true\n",
        ],
    ),
    (
        "code",
        &[
            "import express from 'express';\nconst app = express();\napp.get('/rooms', (req, res) => res.json({ rooms: [] }));\n",
            "using System;\nnamespace Rooms { public class Room { } }\n",
            "syntax = \"proto3\";\nmessage Room { string id = 1; }\n",
        ],
    ),
    ("archive", &["PK\u{3}\u{4}\u{14}\0\0\0\u{8}\0rooms.json"]),
    (
        "binary",
        &["%PDF-1.7\n1 0 obj", "\u{FFFD}PNG\r\n\u{1a}\n\0\0\0\rIHDR\0\0\u{1}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"],
    ),
    ("utf-16", &["\u{FFFD}\u{FFFD}{\0\"\0s\0w\0a\0g\0g\0e\0r\0\"\0:\0", "\0{\0\"\0a\0\"\0:\0"]),
    (
        "prose",
        &[
            "Dear colleagues, please find the description of our service attached.",
            "hello",
            "The path is {base}/rooms, and the key [X-Key] goes into the header.",
            "Hi Ann,\nthe import of the rooms failed yesterday, and the file cannot be opened. Please call me.\nBob\n",
            "I could not find the description, see the mail below.",
            "# Rooms\n\nHow to use our service.\n\n- ask for a key\n- use it\n",
        ],
    ),
];

/// OpenAPI 2.0, however it is damaged.
const XTENSIONS: &[&str] = &[
    r#"{"swagger": "2.0", "info": {"title": "Rooms", "version": "1"}, "paths": {}}"#,
    r#"{"swagger": 2.0, "paths": {}}"#,
    r#"{"swagger": "2.0"}"#,
    r#"{"Swagger": "2.0", "info": {}}"#,
    r#"{"info": {"title": "Rooms", "version": "1"}, "host": "rooms.example", "definitions": {}}"#,
    r#"{"paths": {"/rooms": {"get": {}}}}"#,
    r#"{"path": {"/rooms": {"get": {}}}, "host": "rooms.example"}"#,
    r#"{"openapi": "2.0", "paths": {}}"#,
    r#"{"swagger": "2.0", "openapi": "3.0.1", "paths": {}, "components": {}}"#,
    r#"{"securityDefinitions": {"key": {"type": "basic"}}}"#,
    r#"{"swagger": "2.0", "item": [], "error": "none", "asyncapi": "2"}"#,
    r#"{"data": {"swagger": "2.0", "paths": {}}}"#,
    r#"{"value": "{\"swagger\": \"2.0\", \"paths\": {}}"}"#,
    r#""{\"swagger\": \"2.0\", \"paths\": {}}""#,
    r#"[{"swagger": "2.0", "paths": {}}]"#,
    r#"{"status": 200, "body": {"openapi": "3.0.1", "paths": {}}}"#,
    "{}",
    "swagger: \"2.0\", info: { title: \"Rooms\", version: \"1\" }, paths: {} }",
    "\"swagger\": \"2.0\",\n\"info\": {\n  \"title\": \"Rooms\"\n},\n\"paths\": {}",
    "{ swagger: '2.0', info: { title: 'Rooms' }, paths: {}, }",
    "module.exports = { \"swagger\": \"2.0\", \"paths\": {} };",
    "Here is the file, it is invalid:\n{\"swagger\": \"2.0\", \"paths\": {}}",
    "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"swagger\": \"2.0\", \"paths\": {}}",
    "/* An error: none */ { \"swagger\": \"2.0\", \"paths\": {} }",
    "{\"swagger\": \"2.0\" \"info\": {\"title\": \"Rooms\" \"version\": \"1\"} \"paths\": {\"/rooms\": {\"get\": {",
    "{\\\"swagger\\\": \\\"2.0\\\", \\\"paths\\\": {}}",
];

fn kind(text: &str) -> &'static str {
    kind::other_kind(&kind::read(text)).map_or("xtension", |kind| kind.id)
}

/// The ways in which a text is brought.
fn variants(text: &str) -> Vec<(&'static str, String)> {
    let mut variants = vec![
        ("as it is", text.to_owned()),
        ("with a byte order mark", format!("\u{FEFF}{text}")),
        ("with other line ends", text.replace('\n', "\r\n")),
        ("between blank lines", format!("\n\n  \n{text}\n\n\n")),
    ];
    if !text.contains("```")
        && text.trim().len() > 4
        && !text.starts_with("/*")
        && !text.contains(['\0', '\u{FFFD}'])
        && !text.starts_with("PK")
    {
        variants.push(("in a Markdown fence", format!("```\n{text}\n```\n")));
        variants.push(("in a fence behind words", format!("Here it is:\n\n```json\n{text}\n```\n")));
    }
    if text.starts_with('{') && text.contains("\": ") {
        variants.push(("minified", text.replace("\": ", "\":").replace(", ", ",").replace('\n', "")));
        variants.push(("laid out", text.replace(", \"", ",\n  \"").replacen('{', "{\n  ", 1)));
        if text.ends_with('}') && text.len() > 20 {
            variants.push(("without its end", text[..text.len() - 1].to_owned()));
            variants.push(("with a comma too many", format!("{},}}", &text[..text.len() - 1])));
            variants.push(("with a comment", text.replacen('{', "{ // first\n", 1)));
            variants.push(("without a comma", text.replacen("\", \"", "\" \"", 1)));
        }
    }
    variants
}

#[test]
fn each_kind_is_told_however_it_is_brought() {
    let mut wrong = Vec::new();
    for (expected, texts) in TEXTS.iter().chain(&[("xtension", XTENSIONS)]) {
        for text in *texts {
            for (way, variant) in variants(text) {
                let found = kind(&variant);
                if found != *expected {
                    wrong.push(format!("{expected} {way} is told as {found}: {variant:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} are wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn each_kind_has_a_text_and_says_what_to_do_next() {
    for kind in KINDS {
        assert!(TEXTS.iter().any(|(id, _)| *id == kind.id), "{} has no text", kind.id);
        assert!(kind.next.ends_with('.') && kind.next.starts_with(char::is_uppercase), "{}", kind.id);
        assert!(kind.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{}", kind.id);
    }
}

#[test]
fn what_is_of_another_kind_is_told_in_one_sentence() {
    for (expected, texts) in TEXTS {
        for text in *texts {
            let report = check(text);
            let told: Vec<&str> = report.diagnostics.iter().map(|found| found.message.as_str()).collect();
            assert_eq!(report.other_kind.map(|kind| kind.id), Some(*expected), "{text:?}");
            assert_eq!(told.len(), 1, "{expected}: {text:?} {told:?}");
        }
    }
}

#[test]
fn no_text_takes_long_to_be_told() {
    for text in ["a\"", "a'", "#\n", "/**/", "a: b\n", "\n```", "swagger", "<pre", "\"\"\"\n", "- ", "\u{FFFD}", "{a("]
    {
        let start = std::time::Instant::now();
        kind(&text.repeat(200_000));
        kind(&format!("a{}", text.repeat(200_000)));
        assert!(start.elapsed().as_secs() < 20, "{text:?} took {:?}", start.elapsed());
    }
}
