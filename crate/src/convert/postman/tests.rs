use serde_json::{Value as Json, json};

use super::*;
use crate::json::parse;
use crate::{Severity, check};

fn converted(collection: &Json) -> (Json, Converted) {
    let text = serde_json::to_string_pretty(collection).unwrap();
    let tree = parse(&text);
    let converted = convert(&tree);
    let report = check(&converted.text);
    let errors: Vec<&str> =
        report.diagnostics.iter().filter(|found| found.severity == Severity::Error).map(|found| found.rule).collect();
    assert!(errors.iter().all(|rule| *rule == "host-missing"), "{errors:?} in {}", converted.text);
    (serde_json::from_str(&converted.text).unwrap(), converted)
}

fn collection(items: &Json, more: &Json) -> Json {
    let mut whole = json!({
        "info": { "name": "Rooms", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
        "item": items,
    });
    whole.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    whole
}

fn messages(converted: &Converted, kind: RemarkKind) -> Vec<&str> {
    converted.remarks.iter().filter(|remark| remark.kind == kind).map(|remark| &*remark.message).collect()
}

#[test]
fn a_request_becomes_an_action_with_its_fields_and_outputs() {
    let (document, converted) = converted(&collection(
        &json!([{ "name": "Room service", "item": [{
            "name": "Add a room",
            "request": {
                "method": "POST",
                "header": [{ "key": "Content-Type", "value": "application/json" }, { "key": "X-Trace", "value": "1" }],
                "url": { "raw": "{{baseUrl}}/rooms/:floorId?notify=true&page=2#top", "variable": [{ "key": "floorId", "value": "7", "description": "The floor" }] },
                "body": { "mode": "raw", "raw": "{ \"roomName\": \"{{name}}\", \"size\": 12 }" }
            },
            "response": [
                { "name": "Added", "status": "Created", "code": 201, "body": "{\"id\": 1}" },
                { "name": "Again", "code": 201, "body": "{\"id\": 1.5, \"note\": null}" },
                { "name": "Wrong", "status": "Bad Request", "code": 400, "body": "no" }
            ]
        }] }]),
        &json!({ "variable": [{ "key": "baseUrl", "value": "https://api.rooms.test/v1/" }] }),
    ));
    assert_eq!(document["host"], "api.rooms.test");
    assert_eq!(document["basePath"], "/v1");
    let action = &document["paths"]["/rooms/{floorId}"]["post"];
    assert_eq!(action["operationId"], "addARoom");
    assert_eq!(action["summary"], "Add a room");
    assert_eq!(action["tags"], json!(["Room service"]));
    let names: Vec<String> = action["parameters"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{} {} {}", one["in"], one["name"], one["type"]))
        .collect();
    assert_eq!(
        names,
        [
            "\"path\" \"floorId\" \"string\"",
            "\"query\" \"notify\" \"boolean\"",
            "\"query\" \"page\" \"integer\"",
            "\"header\" \"X-Trace\" \"integer\"",
            "\"body\" \"body\" null",
        ]
    );
    assert_eq!(
        action["parameters"][4]["schema"]["properties"]["roomName"],
        json!({ "type": "string", "x-ntx-summary": "Room name" })
    );
    assert_eq!(action["responses"]["201"]["schema"]["properties"]["id"]["type"], "number");
    assert_eq!(action["responses"]["400"]["description"], "Bad Request");
    assert_eq!(action["consumes"], json!(["application/json"]));
    assert_eq!(action["produces"], json!(["application/json", "text/plain"]));
    // The values of `notify` and `page`, and none of the header, which says the same in each call.
    assert_eq!(
        messages(&converted, RemarkKind::Lost),
        ["The value that a field has in the collection is left out."; 2]
    );
    assert_eq!(action["parameters"][3]["default"], 1);
}

#[test]
fn the_story_of_two_token_requests_and_a_call() {
    let token = |name: &str, grant: &str| {
        json!({
            "name": name,
            "request": { "method": "POST", "url": "https://login.rooms.test/oauth/token", "body": { "mode": "urlencoded", "urlencoded": [
                { "key": "grant_type", "value": grant }, { "key": "client_secret", "value": "do-not-carry-this" }, { "key": "scope", "value": "rooms.read" },
            ] } },
        })
    };
    let (document, converted) = converted(&collection(
        &json!([
            token("Get a token", "authorization_code"),
            token("Renew the token", "refresh_token"),
            { "name": "List rooms", "request": {
                "method": "GET", "header": [{ "key": "Authorization", "value": "Bearer {{token}}" }],
                "url": "https://api.rooms.test/rooms",
            } },
        ]),
        &json!({}),
    ));
    assert_eq!(document["paths"].as_object().unwrap().len(), 1);
    let definition = &document["securityDefinitions"]["connection"];
    assert_eq!(definition["type"], "oauth2");
    assert_eq!(definition["flow"], "accessCode");
    assert_eq!(definition["tokenUrl"], "https://login.rooms.test/oauth/token");
    assert_eq!(document["security"], json!([{ "connection": ["rooms.read"] }]));
    assert_eq!(document["paths"]["/rooms"]["get"]["parameters"], Json::Null);
    assert!(!converted.text.contains("do-not-carry"));
    assert_eq!(messages(&converted, RemarkKind::Changed).len(), 2);
    assert!(messages(&converted, RemarkKind::Open).iter().any(|message| message.contains("guess")));
}

#[test]
fn which_of_several_tokens_is_fetched_is_told() {
    let token = |grant: &str| {
        json!({ "name": grant, "request": {
            "method": "POST", "url": "https://login.rooms.test/oauth/token",
            "body": { "mode": "urlencoded", "urlencoded": [{ "key": "grant_type", "value": grant }] },
        } })
    };
    let call = json!({ "name": "List", "request": { "method": "GET", "url": "https://api.rooms.test/rooms" } });
    let chosen = |items: &Json| {
        let (document, converted) = converted(&collection(items, &json!({})));
        let told = messages(&converted, RemarkKind::Chosen).len();
        (document["securityDefinitions"]["connection"]["flow"].clone(), told)
    };
    assert_eq!(chosen(&json!([token("client_credentials"), token("password"), call])), (json!("application"), 1));
    assert_eq!(chosen(&json!([token("password"), call])), (json!("application"), 0));
    let (_, by_password) = converted(&collection(&json!([token("password"), call]), &json!({})));
    assert!(messages(&by_password, RemarkKind::Open).iter().any(|message| message.contains("`password`")));
    assert_eq!(
        chosen(&json!([token("client_credentials"), token("client_credentials"), call])),
        (json!("application"), 0)
    );
    // Nothing says how people would sign in for the token that is renewed.
    assert_eq!(chosen(&json!([token("refresh_token"), token("client_credentials"), call])), (json!("application"), 1));
    assert_eq!(chosen(&json!([token("authorization_code"), token("refresh_token"), call])), (json!("accessCode"), 0));
}

#[test]
fn headers_keep_what_they_always_say() {
    let call = |name: &str, version: &str| {
        json!({ "name": name, "request": {
            "method": "GET", "url": format!("https://api.rooms.test/{name}"),
            "header": [
                { "key": "X-Api-Version", "value": version }, { "key": "X-Plan", "value": "{{plan}}" },
                { "key": "X-Client", "value": "9f86d081884c7d659a2feaa0c55ad015" },
            ],
        } })
    };
    let (document, converted) =
        converted(&collection(&json!([call("a", "2"), call("b", "2.1"), call("b", "2.2")]), &json!({})));
    let defaults = |path: &str| {
        let parameters = document["paths"][path]["get"]["parameters"].as_array().unwrap();
        parameters.iter().map(|parameter| parameter["default"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(defaults("/a"), [json!(2), Json::Null, Json::Null]);
    assert_eq!(defaults("/b"), [Json::Null, Json::Null, Json::Null]);
    assert_eq!(messages(&converted, RemarkKind::Chosen).len(), 2);
}

#[test]
fn addresses_that_differ_in_a_number_are_told() {
    let call = |path: &str| json!({ "name": path, "request": { "method": "GET", "url": format!("https://api.rooms.test/{path}") } });
    let (document, converted) = converted(&collection(
        &json!([call("rooms/4711"), call("rooms/4712"), call("rooms/all"), call("years/2024")]),
        &json!({}),
    ));
    assert_eq!(document["paths"].as_object().unwrap().len(), 4);
    let told = messages(&converted, RemarkKind::Open);
    assert_eq!(told.iter().filter(|message| message.contains("differ in a number alone")).count(), 2);
}

#[test]
fn what_nintex_cannot_sign_in_by_is_told() {
    let (document, converted) = converted(&collection(
        &json!([{ "name": "List", "request": { "auth": { "type": "hawk" }, "method": "GET", "url": "//api.rooms.test/rooms" } }]),
        &json!({}),
    ));
    assert_eq!(document["host"], "api.rooms.test");
    assert_eq!(document["securityDefinitions"], Json::Null);
    assert_eq!(messages(&converted, RemarkKind::Lost), ["Nintex cannot sign in by `hawk`."]);
}

#[test]
fn keys_beside_those_of_the_connection_are_told() {
    let (document, converted) = converted(&collection(
        &json!([{ "name": "List", "request": {
            "auth": { "type": "bearer" }, "method": "GET", "url": "https://api.rooms.test/rooms?api_key=do-not-carry-this",
            "header": [
                { "key": "Ocp-Apim-Subscription-Key", "value": "do-not-carry-this" }, { "key": "Cookie", "value": "a=do-not-carry-this" },
                { "key": "Authorization", "value": "Bearer do-not-carry-this" }, { "key": "User-Agent", "value": "me" },
            ],
        } }]),
        &json!({}),
    ));
    assert_eq!(document["paths"]["/rooms"]["get"]["parameters"], Json::Null);
    assert_eq!(messages(&converted, RemarkKind::Lost).len(), 3);
    assert!(!converted.text.contains("do-not-carry"));
}

#[test]
fn a_variable_without_quotes_is_told() {
    let body = |raw: &str| {
        let (document, converted) = converted(&collection(
            &json!([{ "name": "Add", "request": {
                "method": "POST", "url": "https://api.rooms.test/rooms", "body": { "mode": "raw", "raw": raw },
            } }]),
            &json!({}),
        ));
        let schema = document["paths"]["/rooms"]["post"]["parameters"][0]["schema"].clone();
        (schema["properties"]["size"]["type"].clone(), messages(&converted, RemarkKind::Changed).len())
    };
    assert_eq!(body(r#"{ "size": {{size}} }"#), (json!("string"), 1));
    assert_eq!(body(r#"{ "size": "a \" {{size}}" }"#), (json!("string"), 0));
}

#[test]
fn each_way_to_sign_in_is_written_as_nintex_has_it() {
    let with = |auth: Json| {
        let item = json!([{ "name": "List", "request": { "method": "GET", "url": "https://api.rooms.test/rooms" } }]);
        converted(&collection(&item, &json!({ "auth": auth }))).0["securityDefinitions"]["connection"].clone()
    };
    assert_eq!(with(json!({ "type": "basic", "basic": [] })), json!({ "type": "basic" }));
    let key = json!({ "type": "apikey", "apikey": [{ "key": "key", "value": "X-Key" }, { "key": "value", "value": "s" }, { "key": "in", "value": "query" }] });
    assert_eq!(with(key), json!({ "type": "apiKey", "name": "X-Key", "in": "query" }));
    let older = json!({ "type": "apikey", "apikey": { "key": "X-Key" } });
    assert_eq!(with(older), json!({ "type": "apiKey", "name": "X-Key", "in": "header" }));
    let bearer = with(json!({ "type": "bearer", "bearer": [{ "key": "token", "value": "secret" }] }));
    assert_eq!((&bearer["type"], &bearer["name"]), (&json!("apiKey"), &json!("Authorization")));
    let oauth = with(json!({ "type": "oauth2", "oauth2": [
        { "key": "accessTokenUrl", "value": "https://{{tenant}}.rooms.test/token" }, { "key": "grant_type", "value": "client_credentials" }, { "key": "scope", "value": "a b" },
    ] }));
    assert_eq!(oauth["flow"], "application");
    assert_eq!(oauth["tokenUrl"], "https://{{tenant}}.rooms.test/token");
    assert_eq!(oauth["scopes"], json!({ "a": "a", "b": "b" }));
    assert_eq!(oauth["x-ntx-connection-properties"]["required"], json!(["tenant"]));
    let at = |url: &str| {
        with(json!({ "type": "oauth2", "oauth2": [
        { "key": "accessTokenUrl", "value": url }, { "key": "grant_type", "value": "client_credentials" },
    ] }))
    };
    assert_eq!(at("{{login}}/token")["tokenUrl"], "https://{{login}}/token");
    assert_eq!(at("see the wiki")["type"], "apiKey");
}

#[test]
fn a_host_that_nobody_knows_is_asked_for_or_left_open() {
    let item = || json!([{ "name": "List", "request": { "method": "GET", "url": "https://{{site}}.rooms.test/rooms/{{roomId}}" } }]);
    let (document, _) = converted(&collection(&item(), &json!({ "auth": { "type": "basic" } })));
    assert_eq!(document["x-ntx-host"], "{{site}}.rooms.test");
    assert_eq!(
        document["securityDefinitions"]["connection"]["x-ntx-connection-properties"]["required"],
        json!(["site"])
    );
    assert_eq!(document["paths"]["/rooms/{roomId}"]["get"]["parameters"][0]["name"], "roomId");
    let asked = |host: &str| {
        let item = json!([{ "name": "List", "request": { "method": "GET", "url": format!("{host}/rooms") } }]);
        let (document, _) = converted(&collection(&item, &json!({ "auth": { "type": "basic" } })));
        document["securityDefinitions"]["connection"]["x-ntx-connection-properties"]["properties"]["baseUrl"]["description"].clone()
    };
    assert!(asked("{{baseUrl}}").as_str().unwrap().contains("alone"));
    assert_eq!(asked("https://{{baseUrl}}.rooms.test"), Json::Null);
    let (document, converted) = converted(&collection(&item(), &json!({})));
    assert_eq!(document["host"], Json::Null);
    assert!(messages(&converted, RemarkKind::Open).contains(&"The host is not known."));
}

#[test]
fn what_is_no_host_is_not_written_as_one() {
    for url in ["{base}/rooms", "https://{ref{base}}/rooms", "https://rooms test/rooms"] {
        let call = json!({ "name": "List", "request": { "method": "GET", "url": url } });
        let (document, converted) = converted(&collection(&json!([call]), &json!({})));
        assert_eq!(document["host"], Json::Null, "{url}");
        assert!(messages(&converted, RemarkKind::Open).contains(&"The host is not known."));
    }
}

#[test]
fn what_is_not_carried_over_is_told() {
    let (document, converted) = converted(&collection(
        &json!([
            { "name": "Send", "event": [{ "listen": "test", "script": { "exec": ["pm.test()"] } }], "request": {
                "method": "POST", "url": { "raw": "https://api.rooms.test/send?x=1", "query": [{ "key": "x", "value": "1", "disabled": true }] },
                "body": { "mode": "formdata", "formdata": [{ "key": "file", "type": "file" }, { "key": "note", "value": "n", "type": "text" }] },
            } },
            { "name": "Send again", "request": { "method": "POST", "url": "https://api.rooms.test/send" } },
            { "name": "Elsewhere", "request": { "method": "GET", "url": "https://other.test/a" } },
            { "name": "Lock", "request": { "method": "LOCK", "url": "https://api.rooms.test/lock" } },
            { "name": "Empty", "request": { "method": "GET", "url": "" } },
        ]),
        &json!({}),
    ));
    let action = &document["paths"]["/send"]["post"];
    assert_eq!(action["consumes"], json!(["multipart/form-data"]));
    assert_eq!(action["parameters"][0]["type"], "file");
    assert_eq!(messages(&converted, RemarkKind::Lost).len(), 6);
    assert_eq!(messages(&converted, RemarkKind::Chosen).len(), 1);
}

#[test]
fn any_text_is_taken() {
    for text in [
        "",
        "5",
        "{}",
        "{\"item\": 5}",
        "{\"item\": [{\"item\": [{}]}, 7, {\"request\": 7}]",
        "{\"item\":[{\"request\":{\"url\":{}}}]}",
    ] {
        convert(&parse(text));
    }
}
