use super::*;
use crate::json::parse;
use crate::nintex::vocabulary::extension_key;
use crate::text::Span;

fn of(text: &str) -> Summary {
    summary(&Document::new(&parse(text), extension_key))
}

/// The summary of a document with these members.
fn with(members: &str) -> Summary {
    of(&format!(r#"{{ "host": "api.example.com", "paths": {{ "/a": {{ "get": {{}} }} }}, {members} }}"#))
}

fn with_definition(definition: &str) -> Summary {
    with(&format!(r#""securityDefinitions": {{ "one": {{ {definition} }} }}"#))
}

fn notes(summary: &Summary) -> Vec<&str> {
    summary.notes.iter().map(|note| &*note.id).collect()
}

#[test]
fn the_name_is_that_of_the_document() {
    let text = r#"{ "info": { "title": "Notes", "version": "2.1", "description": 7 } }"#;
    let summary = of(text);
    assert_eq!((&*summary.title.text, &*summary.version.text), ("Notes", "2.1"));
    assert_eq!(summary.title.span.of(text), r#""title": "Notes""#);
    assert_eq!(summary.description, Said::default());
    assert_eq!(of("").connection.authentication, Authentication::None);
}

#[test]
fn hidden_operations_are_no_actions() {
    let text = r#"{ "paths": {
        "/a": { "get": {}, "put": { "x-ntx-visibility": "internal" } }, "/b": { "post": {} }
    } }"#;
    let summary = of(text);
    assert_eq!((summary.visible_actions, summary.hidden_actions), (2, 1));
}

#[test]
fn calls_go_to_the_hosts_that_the_paths_name() {
    let text = r#"{
        "host": "api.example.com", "x-ntx-host": "{{tenant}}.example.com", "basePath": "/v1", "schemes": ["http", "https"],
        "paths": {
            "/a": { "get": {}, "put": {} },
            "/b": { "get": { "x-ntx-host": "files.example.com", "x-ntx-basePath": "" } },
            "/c": { "parameters": [], "get": {} }
        },
        "securityDefinitions": { "one": { "type": "basic", "x-ntx-connection-properties": {
            "type": "object", "properties": { "tenant": { "type": "string", "title": "Tenant name" } } } } }
    }"#;
    let addresses = of(text).addresses;
    let read: Vec<_> = addresses.iter().map(|one| (&*one.url, one.operations, one.span.of(text))).collect();
    let expected = [
        ("https://{{tenant}}.example.com/v1", 3, r#""x-ntx-host": "{{tenant}}.example.com""#),
        ("https://files.example.com", 1, r#""x-ntx-host": "files.example.com""#),
    ];
    assert_eq!(read, expected);
    assert_eq!(addresses[0].placeholders, [Placeholder { name: "tenant".into(), label: "Tenant name".into() }]);
    let literal = of(r#"{ "host": "{{tenant}}.example.com", "paths": { "/a": { "get": {} } } }"#);
    assert_eq!(literal.addresses[0].placeholders, []);
    let gateway = with(r#""x-ntx-host": "{{x-ntx-gateway-uri}}", "schemes": ["http"]"#);
    assert_eq!(gateway.addresses[0].url, "http://{{x-ntx-gateway-uri}}");
    assert!(gateway.addresses[0].is_behind_gateway && notes(&gateway).contains(&"gateway-needed"));
}

#[test]
fn more_than_anybody_reads_is_left_out() {
    let many = |entry: &dyn Fn(usize) -> String| (0..200).map(entry).collect::<Vec<_>>().join(",");
    let hosts = many(&|at| format!(r#""/{at}": {{ "get": {{ "x-ntx-host": "h{at}.example.com" }} }}"#));
    let summary = of(&format!(r#"{{ "paths": {{ {hosts} }} }}"#));
    assert_eq!((summary.addresses.len(), summary.is_cut), (limits::ADDRESSES, true));
    let scopes = many(&|at| format!(r#""s{at}": """#));
    let summary = with_definition(&format!(r#""type": "oauth2", "flow": "application", "scopes": {{ {scopes} }}"#));
    assert_eq!((summary.wizard.scopes.len(), summary.is_cut), (limits::SCOPES, true));
    let keys = many(&|at| format!(r#""k{at}": {{ "type": "apiKey" }}"#));
    let summary = with(&format!(r#""securityDefinitions": {{ {keys} }}"#));
    assert_eq!((summary.connection.definitions.len(), summary.is_cut), (limits::DEFINITIONS, true));
    let properties = many(&|at| format!(r#""p{at}": {{}}"#));
    let properties = format!(r#""x-ntx-connection-properties": {{ "properties": {{ {properties} }} }}"#);
    let summary = with_definition(&format!(r#""type": "basic", {properties}"#));
    assert_eq!((summary.connection.fields.len(), summary.is_cut), (limits::FIELDS, true));
    assert!(!with_definition(r#""type": "basic""#).is_cut);
}

/// The fields of the connection's dialog: label, name, kind, `*` for required, pattern and help.
fn dialog(summary: &Summary) -> Vec<String> {
    let fields = summary.connection.fields.iter();
    let shown = fields.map(|field| {
        let star = if field.is_required { "*" } else { "" };
        let ConnectionField { label, name, kind, pattern, help, .. } = field;
        format!("{label} ({name}) {kind:?}{star} {pattern} {help}").trim_end().to_owned()
    });
    shown.collect()
}

#[test]
fn a_connection_asks_for_credentials_and_for_what_the_document_adds() {
    let basic = with_definition(r#""type": "basic""#);
    assert_eq!(dialog(&basic), ["Username (username) Text*", "Password (password) Password*"]);
    assert_eq!(basic.connection.authentication, Authentication::Basic);

    let text = r#""type": "apiKey", "in": "header", "name": "Authorization", "x-ntx-connection-properties": {
        "type": "object",
        "properties": {
            "apiKey": { "type": "string", "title": "Token", "description": "Type Bearer first", "pattern": "^Bearer .+$" },
            "region": { "type": "string", "enum": ["eu", "us"] },
            "pin": { "type": "string", "format": "password" },
            "x-ntx-gateway-id": { "type": "string" }
        },
        "required": ["apiKey", "region"]
    }"#;
    let key = with_definition(text);
    assert_eq!(
        dialog(&key),
        [
            "Token (apiKey) Password* ^Bearer .+$ Type Bearer first",
            "region (region) Choice*",
            "pin (pin) Password",
            "x-ntx-gateway-id (x-ntx-gateway-id) Choice",
        ]
    );
    let region = &key.connection.fields[1];
    let values: Vec<_> = region.options.iter().map(|option| &*option.value).collect();
    assert_eq!((values, region.is_built_in, key.connection.fields[0].is_built_in), (vec!["eu", "us"], false, true));
    assert!(notes(&key).contains(&"bearer-is-typed") && notes(&key).contains(&"connection-field-names"));
    assert!(!notes(&basic).contains(&"connection-field-names"));
}

#[test]
fn the_client_is_the_wizards_question_and_not_the_connections() {
    let person = with_definition(r#""type": "oauth2", "flow": "accessCode", "scopes": { "read": "", "x-a": 1 }"#);
    assert_eq!(person.connection.fields, []);
    assert_eq!(person.connection.authentication, Authentication::PersonSignsIn);
    assert_eq!(person.wizard.scopes[0].text, "read");
    let wizard = Wizard {
        preset: "Generic OAuth 2".into(),
        asks_for_client: true,
        redirect_url: "https://us.nintex.io/connection/api/Token".into(),
        ..Wizard::default()
    };
    assert_eq!(Wizard { scopes: Vec::new(), ..person.wizard.clone() }, wizard);
    assert!(notes(&person).contains(&"redirect-url-region"));

    let client = with_definition(r#""type": "oauth2", "flow": "application""#);
    assert_eq!(client.wizard, Wizard { redirect_url: String::new(), ..wizard });
    assert!(!notes(&client).contains(&"redirect-url-region"));
    assert_eq!(with_definition(r#""type": "basic""#).wizard, Wizard::default());
}

#[test]
fn what_nintex_does_not_take_is_told_from_nothing() {
    let implicit = with_definition(r#""type": "oauth2", "flow": "implicit""#);
    assert_eq!(implicit.connection.authentication, Authentication::Unknown);
    assert_eq!(implicit.wizard, Wizard::default());
    assert_eq!(with("\"x\": 1").connection.authentication, Authentication::None);
}

#[test]
fn several_definitions_of_one_type_are_one_connection() {
    let text = r#""securityDefinitions": {
        "other": { "type": "http" },
        "key": { "type": "apiKey", "in": "header", "name": "X-Key" },
        "secret": { "type": "apiKey", "in": "header", "name": "X-Secret",
            "x-ntx-connection-validation": { "operationId": "getMe" } },
        "user": { "type": "basic" }
    }"#;
    let summary = with(text);
    let names: Vec<_> = summary.connection.definitions.iter().map(|one| &*one.text).collect();
    assert_eq!(names, ["key", "secret"]);
    assert_eq!(dialog(&summary), ["API key (apiKey) Password*"; 2]);
    assert_eq!(summary.connection.validation.text, "getMe");
    assert!(notes(&summary).contains(&"several-keys"));
}

#[test]
fn notes_are_for_where_they_apply() {
    let plain = with(r#""info": {}"#);
    assert_eq!(notes(&plain), ["import-is-a-snapshot", "authentication-is-final", "placed-actions-stay"]);
    let rendered = with(r#""x-ntx-render-version": 2.0"#);
    assert_eq!(notes(&rendered)[2], "placed-actions-follow");
    let own = of(r#"{ "host": "us.nintex.io", "paths": { "/a": { "get": {} } } }"#);
    assert!(notes(&own).contains(&"nintex-region"));
    let paths: Vec<String> = (0..51).map(|at| format!(r#""/{at}": {{ "get": {{}} }}"#)).collect();
    assert!(notes(&of(&format!(r#"{{ "paths": {{ {} }} }}"#, paths.join(",")))).contains(&"too-many-actions"));
    let google = with_definition(
        r#""type": "oauth2", "flow": "accessCode", "authorizationUrl": "https://accounts.google.com/o/oauth2/v2/auth""#,
    );
    assert!(notes(&google).contains(&"renewal-by-address"));
    assert_eq!(google.wizard.provider, "Google");
    let k2 = of(r#"{ "host": "notes.onk2.com", "basePath": "/api/workflow/v1" }"#);
    assert!(notes(&k2).contains(&"k2-switched-on"));
}

#[test]
fn every_note_has_its_own_id_and_says_something() {
    let mut ids = Vec::new();
    for known in notes::NOTES {
        assert!(!ids.contains(&known.id) && known.text.ends_with('.'), "{}", known.id);
        ids.push(known.id);
    }
}

#[test]
fn long_texts_are_cut_between_characters() {
    let text = format!(r#"{{ "info": {{ "title": "{}" }} }}"#, "é".repeat(1000));
    assert_eq!(of(&text).title.text, format!("{}…", "é".repeat(limits::TEXT / 2)));
    let escaped = text.replace('é', "\\u00e9");
    assert_eq!(of(&escaped).title.text.len(), limits::TEXT + "…".len());
}

#[test]
fn places_can_be_counted_in_other_units() {
    let mut summary = with_definition(r#""type": "basic""#);
    let mut count = 0;
    summary.each_span(&mut |span| {
        count += usize::from(!span.is_empty());
        *span = Span::default();
    });
    // The address, the definition, two fields and one note.
    assert_eq!(count, 5);
    assert_eq!(summary.connection.fields[0].span, Span::default());
}
