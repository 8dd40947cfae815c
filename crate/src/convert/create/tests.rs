use serde_json::{Value as Json, json};

use super::*;
use crate::{Severity, check};

fn rooms() -> Form {
    Form {
        title: "Rooms".to_owned(),
        address: "https://api.contoso.com/v1/".to_owned(),
        operation: FirstOperation {
            method: "GET".to_owned(),
            path: "/rooms/{id}?from=2024-01-01&max=10".to_owned(),
            label: "Get a room".to_owned(),
            response: r#"{"id": 1, "name": "Blue"}"#.to_owned(),
            ..FirstOperation::default()
        },
        ..Form::default()
    }
}

fn signed(sign_in: SignIn) -> Form {
    Form { sign_in, ..rooms() }
}

fn oauth(provider: &str, flow: Flow) -> OAuth {
    OAuth { provider: provider.to_owned(), flow, ..OAuth::default() }
}

/// The new text, in which the check finds neither an error nor a warning, but for what `but` names.
fn sound(form: &Form, but: &[&str]) -> Json {
    let created = create(form);
    assert_eq!(created.fault(), None, "{}", created.text);
    let report = check(&created.text);
    let found: Vec<_> = report
        .diagnostics
        .iter()
        .filter(|found| found.severity != Severity::Hint && !but.contains(&found.rule))
        .map(|found| (found.rule, &found.message))
        .collect();
    assert!(found.is_empty(), "{found:?}\n{}", created.text);
    assert!(but.is_empty() || report.diagnostics.iter().all(|found| found.severity != Severity::Error));
    serde_json::from_str(&created.text).unwrap()
}

fn faults(form: &Form) -> Vec<FormField> {
    let created = create(form);
    let document: Json = serde_json::from_str(&created.text).unwrap();
    assert_eq!(document["swagger"], "2.0", "there is a document whatever is wrong with the form");
    created.notes.iter().filter(|note| note.is_fault).map(|note| note.field).collect()
}

#[test]
fn a_form_becomes_an_xtension() {
    let made = sound(&rooms(), &[]);
    assert_eq!(made["info"], json!({ "title": "Rooms", "version": "1.0" }));
    assert_eq!(
        (&made["host"], &made["basePath"], &made["schemes"]),
        (&json!("api.contoso.com"), &json!("/v1"), &json!(["https"]))
    );
    let operation = &made["paths"]["/rooms/{id}"]["get"];
    assert_eq!((&operation["operationId"], &operation["summary"]), (&json!("getARoom"), &json!("Get a room")));
    let parameters: Vec<_> = operation["parameters"].as_array().unwrap().iter().collect();
    let said = |key: &str| parameters.iter().map(|parameter| parameter[key].clone()).collect::<Vec<_>>();
    assert_eq!(said("name"), ["id", "from", "max"]);
    assert_eq!(said("in"), ["path", "query", "query"]);
    assert_eq!(said("type"), ["string", "string", "integer"]);
    assert_eq!(operation["responses"]["200"]["schema"]["properties"]["id"]["type"], "integer");
    assert!(made.get("securityDefinitions").is_none());
}

#[test]
fn each_way_to_sign_in_is_sound() {
    assert_eq!(sound(&signed(SignIn::Basic), &[])["securityDefinitions"]["connection"], json!({ "type": "basic" }));
    for (place, written) in [(KeyPlace::Header, "header"), (KeyPlace::Query, "query")] {
        let made = sound(&signed(SignIn::ApiKey { name: "X-API-Key".to_owned(), place }), &[]);
        let definition = &made["securityDefinitions"]["connection"];
        assert_eq!(definition, &json!({ "type": "apiKey", "name": "X-API-Key", "in": written }));
        assert_eq!(made["security"], json!([{ "connection": [] }]));
    }
    let bearer = sound(&signed(SignIn::Bearer), &[]);
    let definition = &bearer["securityDefinitions"]["connection"];
    assert_eq!((&definition["type"], &definition["name"]), (&json!("apiKey"), &json!("Authorization")));
    for flow in [Flow::AuthorizationCode, Flow::ClientCredentials] {
        let own = OAuth {
            flow,
            authorization_url: "https://login.contoso.com/authorize".to_owned(),
            token_url: "https://login.contoso.com/token".to_owned(),
            scopes: "rooms.read, rooms.write\nrooms.read".to_owned(),
            ..OAuth::default()
        };
        let made = sound(&signed(SignIn::OAuth(own)), &[]);
        let definition = &made["securityDefinitions"]["connection"];
        assert_eq!(definition.get("authorizationUrl").is_some(), flow == Flow::AuthorizationCode);
        assert_eq!(made["security"], json!([{ "connection": ["rooms.read", "rooms.write"] }]));
    }
}

#[test]
fn each_provider_is_sound() {
    for known in providers() {
        for value in ["", known.site.as_ref().map_or("", |site| &*site.example)] {
            let code = OAuth {
                site: value.to_owned(),
                scopes: known.scopes.clone(),
                ..oauth(&known.name, Flow::AuthorizationCode)
            };
            let created = create(&signed(SignIn::OAuth(code.clone())));
            if known.authorization_url.is_empty() {
                assert_eq!(created.fault().map(|note| note.field), Some(FormField::Provider), "{}", known.name);
            } else {
                sound(&signed(SignIn::OAuth(code)), &[]);
            }
            let scopes =
                if known.name == "Microsoft Entra ID" { "https://api.contoso.com/.default" } else { &*known.scopes };
            let client = OAuth {
                site: value.to_owned(),
                scopes: scopes.to_owned(),
                ..oauth(&known.name, Flow::ClientCredentials)
            };
            sound(&signed(SignIn::OAuth(client)), &[]);
        }
    }
}

#[test]
fn the_addresses_are_those_of_their_providers() {
    let all = providers();
    assert!(all.is_sorted_by_key(|known| known.name.to_lowercase()));
    for known in &all {
        for url in [&*known.authorization_url, &*known.token_url].into_iter().filter(|url| !url.is_empty()) {
            let found = crate::nintex::provider::by_url(url).unwrap();
            assert_eq!(found.name, known.name, "{url}");
            if let Some(urls) = found.urls {
                assert!(urls.contains(&url), "{url}");
            }
            assert_eq!(known.site.is_some(), url.contains('{'), "{url}");
            assert!(known.site.as_ref().is_none_or(|site| url.contains(&format!("{{{}}}", site.name))));
        }
    }
    for provider in crate::nintex::provider::PROVIDERS {
        assert!(all.iter().any(|known| known.name == provider.name), "{} has no addresses", provider.name);
    }
}

#[test]
fn what_a_provider_wants_is_added_and_told() {
    let graph = |flow, scopes: &str| Form {
        address: "graph.microsoft.com/v1.0".to_owned(),
        ..signed(SignIn::OAuth(OAuth {
            scopes: scopes.to_owned(),
            site: "contoso.com".to_owned(),
            ..oauth("microsoft entra id", flow)
        }))
    };
    let scopes = |form: &Form| sound(form, &[])["security"][0]["connection"].clone();
    assert_eq!(scopes(&graph(Flow::AuthorizationCode, "Mail.Send")), json!(["Mail.Send", "offline_access"]));
    assert_eq!(scopes(&graph(Flow::ClientCredentials, "")), json!(["https://graph.microsoft.com/.default"]));
    let notes = create(&graph(Flow::AuthorizationCode, "Mail.Send")).notes;
    assert!(notes.iter().any(|note| note.field == FormField::Scopes && note.message.contains("offline_access")));
    let unknown = signed(SignIn::OAuth(oauth("Microsoft Entra ID", Flow::ClientCredentials)));
    assert_eq!(faults(&unknown), [FormField::Scopes]);
    let google = create(&signed(SignIn::OAuth(oauth("Google", Flow::AuthorizationCode)))).notes;
    assert!(google.iter().any(|note| note.message.contains("access_type=offline")), "{google:?}");
}

#[test]
fn what_is_missing_or_wrong_is_told() {
    use FormField::{Address, AuthorizationUrl, KeyName, Method, Path, Provider, Request, Response, Title, TokenUrl};
    assert_eq!(faults(&Form::default()), [Title, Address, Path]);
    assert_eq!(faults(&Form { address: "my server".to_owned(), ..rooms() }), [Address]);
    assert_eq!(faults(&Form { address: "{tenant}.contoso.com".to_owned(), ..rooms() }), [Address]);
    let key = SignIn::ApiKey { name: "X-Key: 123".to_owned(), place: KeyPlace::Header };
    assert_eq!(faults(&signed(key)), [KeyName]);
    assert_eq!(faults(&signed(SignIn::OAuth(OAuth::default()))), [AuthorizationUrl, TokenUrl]);
    assert!(faults(&signed(SignIn::OAuth(oauth("Contoso", Flow::ClientCredentials)))).starts_with(&[Provider]));
    let operation = FirstOperation {
        method: "FETCH".to_owned(),
        path: "/a b".to_owned(),
        request: "{".to_owned(),
        response: "<a/>".to_owned(),
        ..FirstOperation::default()
    };
    assert_eq!(faults(&Form { operation, ..rooms() }), [Method, Path, Request, Response]);
}

#[test]
fn what_differs_is_asked_for_by_the_connection() {
    for address in ["https://{tenant}.contoso.com/api", "{{tenant}}.contoso.com/api", "<tenant>.contoso.com/api/"] {
        let made = sound(&Form { address: address.to_owned(), ..signed(SignIn::Basic) }, &[]);
        assert_eq!((&made["x-ntx-host"], &made["basePath"]), (&json!("{{tenant}}.contoso.com"), &json!("/api")));
        let asked = &made["securityDefinitions"]["connection"]["x-ntx-connection-properties"]["properties"]["tenant"];
        assert_eq!(asked, &json!({ "type": "string", "title": "Tenant" }));
    }
}

#[test]
fn a_whole_address_says_host_and_path() {
    let operation =
        FirstOperation { path: "https://api.contoso.com/v1/rooms/:id?key=1".to_owned(), ..rooms().operation };
    let made = sound(&Form { operation: operation.clone(), ..rooms() }, &[]);
    assert!(made["paths"].get("/rooms/{id}").is_some(), "{made}");
    let made = sound(&Form { operation, address: String::new(), ..rooms() }, &[]);
    assert_eq!(made["host"], "api.contoso.com");
    assert!(made.get("basePath").is_none() && made["paths"].get("/v1/rooms/{id}").is_some(), "{made}");
}

#[test]
fn a_body_has_its_fields_and_no_values() {
    let operation = FirstOperation {
        method: "post".to_owned(),
        path: "rooms?api_key=abc".to_owned(),
        request: r#"{"name": "Zanzibar", "seats": [{"row": 1}], "owner": {"mail": "ada@contoso.com"}}"#.to_owned(),
        response: r#"[{"id": 1}]"#.to_owned(),
        ..FirstOperation::default()
    };
    let form = Form { operation, ..signed(SignIn::Basic) };
    let made = sound(&form, &[]);
    assert_eq!(made["x-ntx-render-version"], 2);
    let operation = &made["paths"]["/rooms"]["post"];
    assert_eq!(operation["summary"], "Add rooms");
    assert_eq!(operation["parameters"][0]["schema"]["properties"]["seats"]["type"], "array");
    let text = made.to_string();
    assert!(!text.contains("Zanzibar") && !text.contains("ada@") && !text.contains("api_key"), "{text}");
    assert!(create(&form).notes.iter().any(|note| note.message.contains("`api_key`")));
}

#[test]
fn odd_words_do_no_harm() {
    for odd in ["{", "}{", "{{}}", "<>", "://", "?", "#", "%", "%4", "\u{0}", "\"", "a@b@c", "{a}{a}{a}", "日本.jp"] {
        let operation = FirstOperation {
            method: odd.to_owned(),
            path: odd.to_owned(),
            label: odd.to_owned(),
            request: odd.to_owned(),
            response: odd.to_owned(),
        };
        let own = OAuth { site: odd.to_owned(), token_url: odd.to_owned(), ..oauth("Okta", Flow::AuthorizationCode) };
        let form = Form {
            title: odd.to_owned(),
            address: odd.to_owned(),
            sign_in: SignIn::OAuth(own),
            operation,
            ..Form::default()
        };
        assert!(check(&create(&form).text).is_json, "{odd}");
    }
}

#[test]
fn a_json_schema_becomes_the_schema_of_an_answer_and_of_a_body() {
    let schema = |owner: &str| {
        format!(
            r##"{{"$schema": "https://json-schema.org/draft-07/schema#", "type": "object",
                "properties": {{"owner": {{"$ref": "#/definitions/Person"}}}},
                "definitions": {{"Person": {{"type": "{owner}"}}}}}}"##
        )
    };
    let mut form = rooms();
    form.operation.method = "POST".to_owned();
    (form.operation.request, form.operation.response) = (schema("object"), schema("string"));
    let created = create(&form);
    let document: Json = serde_json::from_str(&created.text).unwrap();
    let operation = &document["paths"].as_object().unwrap().values().next().unwrap()["post"];
    assert_eq!(operation["responses"]["200"]["schema"]["properties"]["owner"]["$ref"], "#/definitions/Person_2");
    assert_eq!(document["definitions"]["Person"]["type"], "object");
    assert_eq!(document["definitions"]["Person_2"]["type"], "string");
    assert_eq!(document["x-ntx-render-version"], 2);
    assert!(created.notes.iter().any(|note| note.message.contains("JSON Schema")), "{:?}", created.notes);
}
