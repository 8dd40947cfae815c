//! What people do, and it works: published Xtensions have it, so it is no mistake. At most a hint is given.

use xtension_checker::rules::RULES;
use xtension_checker::{Severity, check};

/// An Xtension that nothing is to be said of.
const SOUND: &str = r##"{
  "swagger": "2.0",
  "info": { "title": "Notes", "description": "Keeps notes and finds them again", "version": "1.0" },
  "host": "notes.example.com",
  "basePath": "/v1",
  "schemes": ["https"],
  "consumes": ["application/json"],
  "produces": ["application/json"],
  "securityDefinitions": {
    "key": {
      "type": "apiKey", "in": "header", "name": "X-Key", "description": "Key of your account",
      "x-ntx-connection-validation": { "operationId": "listColors" }
    }
  },
  "security": [{ "key": [] }],
  "paths": {
    "/colors": {
      "get": {
        "operationId": "listColors",
        "summary": "List colors",
        "x-ntx-visibility": "internal",
        "security": [{ "key": [] }],
        "responses": { "200": { "description": "The colors", "schema": { "$ref": "#/definitions/Colors" } } }
      }
    },
    "/notes": {
      "get": {
        "operationId": "findNotes",
        "summary": "Find notes",
        "parameters": [
          { "name": "done", "in": "query", "x-ntx-summary": "Done", "type": "boolean", "default": false },
          { "name": "since", "in": "query", "x-ntx-summary": "Since", "type": "string", "format": "date-time" }
        ],
        "responses": { "200": { "description": "The notes", "schema": { "$ref": "#/definitions/Note" } } }
      },
      "post": {
        "operationId": "addNote",
        "summary": "Add a note",
        "parameters": [
          { "name": "note", "in": "body", "x-ntx-summary": "Note", "required": true, "schema": { "$ref": "#/definitions/Draft" } }
        ],
        "responses": { "201": { "description": "The note", "schema": { "$ref": "#/definitions/Note" } } }
      }
    },
    "/notes/{id}": {
      "delete": {
        "operationId": "deleteNote",
        "summary": "Delete a note",
        "parameters": [{ "name": "id", "in": "path", "x-ntx-summary": "Note id", "required": true, "type": "string" }],
        "responses": { "204": { "description": "The note is deleted" } }
      }
    },
    "/notes/{id}/print": {
      "get": {
        "operationId": "printNote",
        "summary": "Print a note",
        "produces": ["application/octet-stream"],
        "parameters": [{ "name": "id", "in": "path", "x-ntx-summary": "Note id", "required": true, "type": "string" }],
        "responses": { "200": { "description": "The print", "schema": { "type": "file", "x-ntx-summary": "Print" } } }
      }
    },
    "/scans": {
      "post": {
        "operationId": "addScan",
        "summary": "Add a scan",
        "consumes": ["multipart/form-data"],
        "parameters": [{ "name": "scan", "in": "formData", "x-ntx-summary": "Scan", "required": true, "type": "file" }],
        "responses": { "201": { "description": "The note", "schema": { "$ref": "#/definitions/Note" } } }
      }
    }
  },
  "definitions": {
    "Colors": { "type": "array", "items": { "type": "string" } },
    "Draft": {
      "type": "object",
      "required": ["text"],
      "properties": {
        "text": { "type": "string", "title": "Text" },
        "color": { "type": "string", "title": "Color" }
      }
    },
    "Note": {
      "type": "object",
      "properties": {
        "id": { "type": "string", "title": "Note id" },
        "text": { "type": "string", "title": "Text" }
      }
    }
  }
}
"##;

/// The security definitions of the sound Xtension, and what asks for them.
const KEY: &str = r#""key": {
      "type": "apiKey", "in": "header", "name": "X-Key", "description": "Key of your account",
      "x-ntx-connection-validation": { "operationId": "listColors" }
    }"#;
const ASKED: &str = r#""security": [{ "key": [] }],"#;
const OAUTH: &str = r#""key": {
      "type": "oauth2", "flow": "accessCode", "authorizationUrl": "https://login.example.com/authorize",
      "tokenUrl": "https://login.example.com/token",
      "scopes": { "notes": "Read and write notes", "offline_access": "Stay connected" }
    }"#;
const ASKED_WITH_SCOPES: &str = r#""security": [{ "key": ["notes", "offline_access"] }],"#;
const RENDERED: &str = r#""schemes": ["https"],"#;
const SINCE: &str =
    r#"{ "name": "since", "in": "query", "x-ntx-summary": "Since", "type": "string", "format": "date-time" }"#;
const TEXT: &str = r#""text": { "type": "string", "title": "Text" },"#;
const NOTE_TEXT: &str = r#""text": { "type": "string", "title": "Text" }
      }"#;

/// What is done, which texts of the sound Xtension it puts in the place of which, and the hints that may be given.
type Done = (&'static str, &'static [(&'static str, &'static str)], &'static [&'static str]);

const OFTEN_DONE: &[Done] = &[
    ("no operationId", &[(r#""operationId": "deleteNote","#, "")], &["operation-id-missing"]),
    ("a body, and no consumes", &[(r#""consumes": ["application/json"],"#, "")], &[]),
    (
        "an answer to a change without a schema",
        &[(
            r##""201": { "description": "The note", "schema": { "$ref": "#/definitions/Note" } }"##,
            r#""200": { "description": "OK" }"#,
        )],
        &[],
    ),
    ("both schemes", &[(r#""schemes": ["https"]"#, r#""schemes": ["https", "http"]"#)], &["scheme-unsuitable"]),
    ("a path that ends in a slash", &[(r#""/notes": {"#, r#""/notes/": {"#)], &[]),
    (
        "a definition that nothing uses",
        &[(r#""definitions": {"#, r#""definitions": { "Unused": { "type": "string" },"#)],
        &["definitions-unused"],
    ),
    (
        "properties without type: object",
        &[(
            r#""Note": {
      "type": "object","#,
            r#""Note": {"#,
        )],
        &[],
    ),
    (
        "a form that is no multipart",
        &[
            (r#"["multipart/form-data"]"#, r#"["application/x-www-form-urlencoded"]"#),
            (r#""required": true, "type": "file" }"#, r#""required": true, "type": "string" }"#),
        ],
        &[],
    ),
    ("a download that is a PDF", &[(r#"["application/octet-stream"]"#, r#"["application/pdf"]"#)], &[]),
    (
        "an answer that is plain text",
        &[(r#""summary": "Find notes","#, r#""summary": "Find notes", "produces": ["text/plain"],"#)],
        &[],
    ),
    (
        "an extension that nobody knows",
        &[(r#""summary": "Find notes","#, r#""summary": "Find notes", "x-ntx-mystery": 1,"#)],
        &["ntx-unknown"],
    ),
    ("a truth value as text", &[(r#""default": false"#, r#""default": "false""#)], &["default-mismatch"]),
    (
        "a body that is sent with DELETE",
        &[(
            r#""required": true, "type": "string" }],
        "responses": { "204""#,
            r##""required": true, "type": "string" },
          { "name": "why", "in": "body", "x-ntx-summary": "Reason", "schema": { "$ref": "#/definitions/Draft" } }],
        "responses": { "204""##,
        )],
        &["body-in-get"],
    ),
    (
        "an example of a parameter",
        &[(r#""format": "date-time" }"#, r#""format": "date-time", "x-example": "2025-01-31T12:00:00Z" }"#)],
        &[],
    ),
    ("a format of one's own", &[(r#""format": "date-time""#, r#""format": "multiline""#)], &[]),
    ("a format of Nintex's samples", &[(r#""format": "date-time""#, r#""format": "datetime""#)], &["format-mismatch"]),
    (
        "a token as an API key",
        &[(
            r#""X-Key", "description": "Key of your account""#,
            r#""Authorization", "description": "Type Bearer, a space, then the token""#,
        )],
        &[],
    ),
    (
        "a token as an API key, and nobody says how to type it",
        &[(r#""X-Key", "description": "Key of your account""#, r#""Authorization""#)],
        &["bearer-unexplained"],
    ),
    (
        "a field for Authorization in an Xtension without any security",
        &[
            (
                r#""securityDefinitions": {
    "key": {
      "type": "apiKey", "in": "header", "name": "X-Key", "description": "Key of your account",
      "x-ntx-connection-validation": { "operationId": "listColors" }
    }
  },"#,
                "",
            ),
            (ASKED, ""),
            (SINCE, r#"{ "name": "Authorization", "in": "header", "x-ntx-summary": "Token", "type": "string" }"#),
        ],
        &["param-authorization-alone"],
    ),
];

/// What one help page says against another, or against what Nintex publishes itself.
const CONTRADICTED: &[Done] = &[
    (
        "three keys",
        &[
            (
                r#""key": {
      "type": "apiKey", "in": "header", "name": "X-Key", "description": "Key of your account",
      "x-ntx-connection-validation": { "operationId": "listColors" }
    }"#,
                r#""region": { "type": "apiKey", "in": "header", "name": "X-Region" },
    "bucket": { "type": "apiKey", "in": "query", "name": "bucket" },
    "key": {
      "type": "apiKey", "in": "header", "name": "X-Key", "description": "Key of your account",
      "x-ntx-connection-validation": { "operationId": "listColors" }
    }"#,
            ),
            (ASKED, r#""security": [{ "key": [], "region": [], "bucket": [] }],"#),
        ],
        &[],
    ),
    (
        "all scopes in one key",
        &[
            (KEY, OAUTH),
            (ASKED, r#""security": [{ "key": ["notes offline_access"] }],"#),
            (
                r#""notes": "Read and write notes", "offline_access": "Stay connected""#,
                r#""notes offline_access": "Read and write notes""#,
            ),
        ],
        &[],
    ),
    (
        "an address to sign in at with a query",
        &[(KEY, OAUTH), (ASKED, ASKED_WITH_SCOPES), (".com/authorize", ".com/authorize?access_type=offline")],
        &[],
    ),
    (
        "a host and a base path that the connection says",
        &[
            (
                RENDERED,
                r#""schemes": ["https"], "x-ntx-host": "{{server}}.example.com", "x-ntx-basePath": "/{{tenant}}/v1","#,
            ),
            (
                r#""x-ntx-connection-validation""#,
                r#""x-ntx-connection-properties": { "type": "object", "properties": { "server": { "type": "string", "title": "Server" }, "tenant": { "type": "string", "title": "Tenant" } }, "required": ["server", "tenant"] }, "x-ntx-connection-validation""#,
            ),
        ],
        &[],
    ),
    (
        "files beside fields of version 2",
        &[(RENDERED, r#""schemes": ["https"], "x-ntx-render-version": 2,"#)],
        &["files-with-render-version"],
    ),
    (
        "a list of objects to send, with fields of version 2",
        &[
            (RENDERED, r#""schemes": ["https"], "x-ntx-render-version": 2,"#),
            (
                TEXT,
                r#""text": { "type": "string", "title": "Text" }, "tags": { "type": "array", "title": "Tags", "items": { "type": "object", "properties": { "name": { "type": "string", "title": "Name" } } } },"#,
            ),
        ],
        &["files-with-render-version"],
    ),
    (
        "an initial value at the property itself",
        &[
            (RENDERED, r#""schemes": ["https"], "x-ntx-render-version": 2,"#),
            (TEXT, r#""text": { "type": "string", "title": "Text", "x-ntx-initial": "New" },"#),
        ],
        &["files-with-render-version"],
    ),
    (
        "a body whose fields another operation describes",
        &[
            (
                r##"{ "name": "note", "in": "body", "x-ntx-summary": "Note", "required": true, "schema": { "$ref": "#/definitions/Draft" } }"##,
                r#"{ "name": "note", "in": "body", "x-ntx-summary": "Note", "required": true, "schema": { "type": "object", "x-ntx-dynamic-schema": { "operationId": "getFields", "value-path": "draft" } } }"#,
            ),
            (
                r#""/scans": {"#,
                r#""/fields": { "get": { "operationId": "getFields", "summary": "Get fields", "x-ntx-visibility": "internal", "responses": { "200": { "description": "The fields", "schema": { "type": "object" } } } } },
    "/scans": {"#,
            ),
        ],
        &["definitions-unused"],
    ),
    (
        "an object in an object without version 2",
        &[(
            TEXT,
            r#""text": { "type": "string", "title": "Text" }, "author": { "type": "object", "title": "Author", "properties": { "name": { "type": "string", "title": "Name" } } },"#,
        )],
        &["render-version-missing"],
    ),
    (
        "a body that takes over another definition",
        &[(
            r##""schema": { "$ref": "#/definitions/Draft" }"##,
            r##""schema": { "type": "object", "allOf": [{ "$ref": "#/definitions/Draft" }] }"##,
        )],
        &[],
    ),
    (
        "an answer that holds itself",
        &[(
            NOTE_TEXT,
            r##""text": { "type": "string", "title": "Text" },
        "replies": { "type": "array", "title": "Replies", "items": { "$ref": "#/definitions/Note" } }
      }"##,
        )],
        &["ref-circular"],
    ),
    (
        "a label from Power Automate",
        &[(
            r#"{ "name": "since", "in": "query", "x-ntx-summary""#,
            r#"{ "name": "since", "in": "query", "x-ms-summary""#,
        )],
        &[],
    ),
    (
        "names with signs and blanks",
        &[(
            NOTE_TEXT,
            r#""text": { "type": "string", "title": "Text" },
        "@odata.type": { "type": "string", "title": "Kind" },
        "due on": { "type": "string", "title": "Due on" }
      }"#,
        )],
        &[],
    ),
    (
        "labels for the values of an enum",
        &[(
            SINCE,
            r#"{ "name": "since", "in": "query", "x-ntx-summary": "Since", "type": "string", "enum": ["d", "w"], "x-ntx-oneOf": [{ "const": "d", "title": "Yesterday" }, { "const": "w", "title": "Last week" }] }"#,
        )],
        &[],
    ),
    (
        "the form of the answer in a hidden field",
        &[(
            SINCE,
            r#"{ "name": "as", "in": "query", "x-ntx-summary": "Form", "x-ntx-visibility": "internal", "required": true, "type": "string", "enum": ["json"], "default": "json" }"#,
        )],
        &[],
    ),
    (
        "what Nintex writes when it exports",
        &[(
            r#""swagger": "2.0","#,
            r#""swagger": "2.0", "x-ntx-contract-id": "5d1e2f3a-1111-4222-8333-444455556666", "x-ntx-xtension-id": "1", "x-ntx-generated-by-ai": true,"#,
        )],
        &[],
    ),
    (
        "an answer that is any object",
        &[(
            r##"{ "description": "The notes", "schema": { "$ref": "#/definitions/Note" } }"##,
            r#"{ "description": "The notes", "schema": { "type": "object" } }"#,
        )],
        &[],
    ),
    (
        "an answer without fields to a question",
        &[(
            r##"{ "description": "The notes", "schema": { "$ref": "#/definitions/Note" } }"##,
            r#"{ "description": "The notes" }"#,
        )],
        &["response-schema-missing"],
    ),
    (
        "a header that says what may be answered",
        &[(
            SINCE,
            r#"{ "name": "Accept", "in": "header", "x-ntx-summary": "Form", "x-ntx-visibility": "internal", "type": "string", "default": "application/json" }"#,
        )],
        &["param-media-type-header"],
    ),
    (
        "a version in the path",
        &[(r#""basePath": "/v1""#, r#""basePath": "/""#), (r#""/colors": {"#, r#""/v1/colors": {"#)],
        &[],
    ),
];

#[test]
fn nothing_is_said_of_what_is_sound() {
    assert_eq!(check(SOUND).diagnostics, []);
}

#[test]
fn what_works_gets_a_hint_at_most() {
    let mut wrong = Vec::new();
    for (what, replaced, hints) in OFTEN_DONE.iter().chain(CONTRADICTED) {
        let mut text = SOUND.to_owned();
        for (old, new) in *replaced {
            assert!(text.contains(old), "{what}: {old}");
            text = text.replace(old, new);
        }
        let report = check(&text);
        assert!(report.is_json, "{what}");
        let is_rule = |hint: &&str| RULES.iter().copied().flatten().any(|rule| rule.id == *hint);
        assert!(hints.iter().all(is_rule), "{what}: {hints:?}");
        for found in report.diagnostics {
            if found.severity != Severity::Hint || !hints.contains(&found.rule) {
                wrong.push(format!("{what}: {:?} {} {}", found.severity, found.rule, found.message));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
