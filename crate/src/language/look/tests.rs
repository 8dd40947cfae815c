use super::*;

/// The text without its `|`, and where that stood.
fn at_mark(marked: &str) -> (String, u32) {
    (marked.replacen('|', "", 1), marked.find('|').unwrap() as u32)
}

#[track_caller]
fn look_at(marked: &str) -> (Look, String) {
    let (text, at) = at_mark(marked);
    (look(&text, at), text)
}

#[track_caller]
fn assert_crumbs(marked: &str, expected: &str) {
    let labels: Vec<String> = look_at(marked).0.crumbs.into_iter().map(|crumb| crumb.label).collect();
    assert_eq!(labels.join(" › "), expected, "{marked}");
}

#[test]
fn the_way_is_told_in_keys_and_names() {
    assert_crumbs(r#"{ "paths": { "/notes": { "post": { "security": [|] } } } }"#, "paths › /notes › post › security");
    assert_crumbs(r#"{ "swag|ger": "2.0" }"#, "swagger");
    assert_crumbs(r#"{ "swagger": "2.0"| }"#, "swagger");
    assert_crumbs(r"{ | }", "");
    assert_crumbs(r#"{ "a": [{ "name": "x" }, { "name": "y", "in": "qu|ery" }] }"#, "a › y › in");
    assert_crumbs(r#"{ "a": [[1], [2, |3]] }"#, "a › 1 › 1");
    assert_crumbs(r#"{ "security": [{ "oauth": [|] }] }"#, "security › oauth › oauth");
    let shared = r##"{ "paths": { "/a": { "get": { "parameters": [{ "$ref": "#/parameters/p|" }] } } },
        "parameters": { "p": { "name": "page" } } }"##;
    assert_crumbs(shared, "paths › /a › get › parameters › page › $ref");
}

#[test]
fn broken_texts_have_a_way_too() {
    assert_crumbs("{ \"paths\": { \"/a\": { \"get\": { \"summ|", "paths › /a › get › summ");
    assert_crumbs("{ \"a\": { \"b\": [1, 2| }", "a › b › 1");
    assert_crumbs("|", "");
}

#[test]
fn a_step_leads_to_its_key() {
    let (look, text) = look_at(r#"{ "a": { "b": [tr|ue] } }"#);
    let steps: Vec<&str> = look.crumbs.iter().map(|crumb| crumb.span.of(&text)).collect();
    assert_eq!(steps, [r#""a""#, r#""b""#, "true"]);
}

#[track_caller]
fn help_at(marked: &str) -> Help {
    look_at(marked).0.help.unwrap_or_else(|| panic!("nothing is known at {marked}"))
}

#[test]
fn keys_and_their_values_are_explained() {
    let help = help_at(r#"{ "paths": { "/a": { "get": { "parameters": [{ "in|": "query" }] } } } }"#);
    assert_eq!((&*help.name, &*help.holder, help.is_required), ("in", "query parameter", true));
    assert_eq!(help.allowed, ["query", "path", "body", "header", "formData"]);
    assert!(help.text.starts_with("Where it is sent") && help.source.starts_with("https://"), "{help:?}");
    let value = help_at(r#"{ "paths": { "/a": { "get": { "parameters": [{ "in": "que|ry" }] } } } }"#);
    assert_eq!((value.text, value.allowed), (help.text, help.allowed));
}

#[test]
fn names_of_their_own_are_explained_by_what_they_name() {
    let help = help_at(
        r#"{ "definitions": { "A": { "properties": { "da|y": { "type": "string", "format": "date", "description": "When." } } } } }"#,
    );
    assert_eq!((&*help.holder, &*help.expected, &*help.text), ("property", "string (date)", "When."));
    let help = help_at(r#"{ "paths": { "/|a": {} } }"#);
    assert!(help.holder == "path" && help.text.starts_with("What can be done"), "{help:?}");
}

#[test]
fn extensions_say_how_well_they_are_known() {
    let help = help_at(r#"{ "paths": { "/a": { "get": { "x-ntx-sum|mary": "A" } } } }"#);
    assert_eq!((help.standing, &*help.expected), (Some(Standing::Documented), "a string"));
    let help = help_at(r#"{ "paths": { "/a": { "get": { "x-ntx-label|": "A" } } } }"#);
    assert!(help.text.contains("`x-ntx-summary`"), "{help:?}");
    let help = help_at(r#"{ "x-ntx-render-ver|sion": 2 }"#);
    assert_eq!((&*help.allowed, &*help.expected), (&["2".to_owned()][..], "a number"));
}

#[test]
fn nothing_is_said_of_what_is_data() {
    for marked in
        [r#"{ "x-mine": { "a|": 1 } }"#, r#"{ "info": { "nonsense|": 1 } }"#, r#"{ | "info": {} }"#, "|", "{|"]
    {
        assert_eq!(look_at(marked).0.help, None, "{marked}");
    }
}

const NOTES: &str = r##"{
    "paths": { "/notes/{id}": { "get": {
        "operationId": "getNote",
        "tags": ["notes"],
        "security": [{ "oauth": ["read"] }],
        "parameters": [{ "name": "id", "in": "path", "x-ntx-dynamic-values": {
            "operationId": "listNotes", "value-path": "id",
            "parameters": { "page": { "parameter": "id" } } } }],
        "responses": { "200": { "schema": { "$ref": "#/definitions/Note" } } }
    } }, "/notes": { "get": { "operationId": "listNotes", "summary": "List notes", "parameters": [{ "$ref": "#/parameters/page" }] } } },
    "parameters": { "page": { "name": "page", "in": "query", "type": "integer" } },
    "definitions": { "Note": { "type": "object", "required": ["text"], "properties": {
        "text": { "type": "string" }, "parts": { "type": "array", "items": { "$ref": "#/definitions/Note" } } } } },
    "securityDefinitions": { "oauth": { "type": "oauth2", "scopes": { "read": "Read" } } },
    "tags": [{ "name": "notes" }]
}"##;

/// From the middle of the `nth` place (from 0) that says `name` to where it leads.
#[track_caller]
fn assert_leads(name: &str, nth: usize, expected_line: &str) {
    let start = NOTES.match_indices(name).nth(nth).unwrap().0;
    let target = look(NOTES, (start + name.len() / 2) as u32).target;
    let to = target.unwrap_or_else(|| panic!("{name} leads nowhere")).to;
    let line = NOTES[..to.start as usize].rfind('\n').map_or(0, |end| end + 1);
    let rest = NOTES[to.start as usize..].lines().next().unwrap();
    assert!(rest.starts_with(expected_line), "{name} leads to {rest} in {}", &NOTES[line..]);
}

#[test]
fn names_lead_to_what_they_name() {
    assert_leads("#/definitions/Note", 0, "\"Note\": {");
    assert_leads("#/parameters/page", 0, "\"page\": { \"name\"");
    assert_leads("\"oauth\"", 0, "\"oauth\": { \"type\"");
    assert_leads("\"read\"", 0, "\"read\": \"Read\"");
    assert_leads("\"listNotes\"", 0, "\"get\": { \"operationId\": \"listNotes\"");
    assert_leads("{id}", 0, "\"id\", \"in\": \"path\"");
    assert_leads("\"id\"", 0, "{id}");
    assert_leads("\"page\"", 0, "\"page\": { \"name\"");
    assert_leads("\"text\"", 0, "\"text\": {");
    assert_leads("\"notes\"", 0, "{ \"name\": \"notes\" }");
}

#[test]
fn names_that_name_nothing_lead_nowhere() {
    for marked in
        [r##"{ "definitions": { "A": { "$ref": "#/definitions/|B" } } }"##, r#"{ "security": [{ "no|ne": [] }] }"#]
    {
        assert_eq!(look_at(marked).0.target, None, "{marked}");
    }
}

#[test]
fn what_a_reference_leads_to_is_sketched() {
    let help = look(NOTES, NOTES.find("#/definitions").unwrap() as u32).help.unwrap();
    assert_eq!(help.refers_to, ["Note", "text: string, required", "parts: Note[]"]);
    let help = look(NOTES, NOTES.find("\"listNotes\"").unwrap() as u32 + 3).help.unwrap();
    assert_eq!(help.refers_to, ["GET /notes", "List notes"]);
    let help = look(NOTES, NOTES.find("\"Note\"").unwrap() as u32 + 3).help.unwrap();
    assert_eq!(help.uses, Some(2));
}
