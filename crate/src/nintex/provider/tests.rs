use super::*;
use crate::json::parse;
use crate::nintex::vocabulary::extension_key;

/// What the document's only definition gives.
#[track_caller]
fn with<T>(host: &str, definition: &str, ask: impl Fn(&Document<'_>, &SecurityDefinition<'_>) -> T) -> T {
    let text = format!(r#"{{ "host": "{host}", "securityDefinitions": {{ "o": {definition} }} }}"#);
    let tree = parse(&text);
    let document = Document::new(&tree, extension_key);
    let definition = document.security_definitions().first().expect("a definition");
    ask(&document, definition)
}

fn preset_for(host: &str, url: &str) -> &'static str {
    with(host, &format!(r#"{{ "type": "oauth2", "flow": "application", "tokenUrl": "{url}" }}"#), preset)
}

#[test]
fn the_preset_follows_the_addresses() {
    let entra = "https://login.microsoftonline.com/common/oauth2";
    let salesforce = "https://login.salesforce.com/services/oauth2/token";
    assert_eq!(preset_for("api.example.com", "https://example.com/token"), "Generic OAuth 2");
    assert_eq!(preset_for("graph.microsoft.com", &format!("{entra}/v2.0/token")), "Generic OAuth 2");
    assert_eq!(preset_for("graph.microsoft.com", &format!("{entra}/token")), "Microsoft Graph");
    assert_eq!(preset_for("api.example.com", &format!("{entra}/token")), "Azure Active Directory version 1");
    assert_eq!(preset_for("contoso.sharepoint.com", &format!("{entra}/v2.0/token")), "SharePoint Online");
    assert_eq!(preset_for("x.my.salesforce.com", salesforce), "Salesforce");
}

#[test]
fn providers_are_told_by_their_hosts() {
    let name = |url: &str| by_url(url).map(|provider| provider.name);
    assert_eq!(name("https://LOGIN.microsoftonline.com/common/oauth2/token"), Some("Microsoft Entra ID"));
    assert_eq!(name("https://{{domain}}.okta.com/oauth2/v1/token"), Some("Okta"));
    assert_eq!(name("https://okta.com.example.com/"), None);
    assert_eq!(name("https://us.nintex.io:443/authentication/v1/token"), Some("Nintex"));
    assert_eq!(name("/oauth/token"), None);
    assert_eq!(name("é"), None);
}

#[test]
fn an_address_of_entra_comes_apart() {
    let url = entra_url("https://login.windows.net/common/oauth2/authorize?resource=a").unwrap();
    assert_eq!(
        (url.host, url.tenant, url.version, url.rest),
        ("login.windows.net", "common", 1, "authorize?resource=a")
    );
    assert!(url.is_shared());
    assert_eq!(url.in_version_2("t"), "https://login.microsoftonline.com/t/oauth2/v2.0/authorize?resource=a");
    let url = entra_url("https://login.chinacloudapi.cn/{{tenant}}/oauth2/v2.0/token").unwrap();
    assert_eq!((url.cloud, url.version, url.rest), ("login.partner.microsoftonline.cn", 2, "token"));
    assert_eq!(entra_url("https://login.microsoftonline.com"), None);
    assert_eq!(entra_url("https://login.microsoftonline.com/common/.well-known"), None);
}

#[test]
fn services_are_told_by_their_hosts() {
    let scope = |host: &str| resource(host).map(|resource| resource.default_scope(host));
    assert_eq!(scope("graph.microsoft.com").as_deref(), Some("https://graph.microsoft.com/.default"));
    assert_eq!(scope("contoso.sharepoint.com:443").as_deref(), Some("https://contoso.sharepoint.com/.default"));
    assert_eq!(scope("notes.onk2.com").as_deref(), Some("https://api.k2.com/.default"));
    assert_eq!(scope("api.example.com"), None);
    assert!(resource("notes.onk2.com").unwrap().takes_token_for("api.k2.com"));
}

#[test]
fn every_provider_has_its_own_hosts_and_a_source() {
    let mut hosts = Vec::new();
    for provider in PROVIDERS {
        assert!(provider.source.starts_with("https://"), "{}", provider.name);
        for url in provider.urls.iter().flatten().chain(provider.former_urls) {
            assert_eq!(by_url(url).map(|found| found.name), Some(provider.name), "{url}");
        }
        for host in provider.hosts {
            assert!(!hosts.contains(host), "{host}");
            hosts.push(host);
        }
    }
}

#[test]
fn the_advice_is_what_the_provider_asks_for() {
    let sentences = |host: &str, definition: &str| -> String {
        with(host, definition, advice).into_iter().map(|(_, sentence)| sentence.into_owned() + "\n").collect()
    };
    let entra = sentences(
        "graph.microsoft.com",
        r#"{ "type": "oauth2", "flow": "accessCode", "scopes": { "User.Read.All": "" },
             "authorizationUrl": "https://login.microsoftonline.com/contoso.com/oauth2/authorize" }"#,
    );
    assert!(
        entra.contains("`contoso.com`") && entra.contains("“Microsoft Graph”") && entra.contains("`.All`"),
        "{entra}"
    );
    let google = r#"{ "type": "oauth2", "flow": "accessCode", "tokenUrl": "https://oauth2.googleapis.com/token" }"#;
    assert!(sentences("www.googleapis.com", google).contains("`access_type=offline`"));
    assert_eq!(sentences("api.example.com", r#"{ "tokenUrl": "https://example.com/token" }"#), "");
}
