//! Signing in at Microsoft, Salesforce and K2: sound documents, one mistake in each as people make them, the rule that
//! tells it, and nothing left to tell after its first fix.

use xtension_checker::check;

/// A document for a service: its `host`, `basePath`, one path, and how it signs in.
fn document([host, base, path]: [&str; 3], flow: &str, scopes: [&str; 2]) -> String {
    let server = "https://login.microsoftonline.com/organizations/oauth2/v2.0";
    let [first, second] = scopes;
    format!(
        r#"{{
  "swagger": "2.0",
  "info": {{ "title": "Notes", "version": "1.0" }},
  "host": "{host}",
  "basePath": "{base}",
  "schemes": ["https"],
  "produces": ["application/json"],
  "securityDefinitions": {{
    "login": {{
      "type": "oauth2",
      "flow": "{flow}",
      "authorizationUrl": "{server}/authorize",
      "tokenUrl": "{server}/token",
      "scopes": {{ "{first}": "Work with it", "{second}": "Stay signed in" }}
    }}
  }},
  "security": [{{ "login": ["{first}", "{second}"] }}],
  "paths": {{
    "{path}": {{
      "get": {{
        "operationId": "list",
        "summary": "List",
        "responses": {{
          "200": {{
            "description": "OK",
            "schema": {{ "type": "object", "properties": {{ "id": {{ "type": "string", "title": "ID" }} }} }}
          }}
        }}
      }}
    }}
  }}
}}"#
    )
}

fn graph() -> String {
    document(["graph.microsoft.com", "/v1.0", "/me/messages"], "accessCode", ["Mail.Read", "offline_access"])
}

/// The same where the registered client signs in by itself.
fn robot() -> String {
    let text = document(["graph.microsoft.com", "/v1.0", "/users"], "application", ["", ""]);
    let scope = "https://graph.microsoft.com/.default";
    text.replace(r#""": "Work with it", "": "Stay signed in""#, &format!(r#""{scope}": "Work with it""#))
        .replace(r#"["", ""]"#, &format!(r#"["{scope}"]"#))
        .replace(
            "      \"authorizationUrl\": \"https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize\",\n",
            "",
        )
        .replace("organizations", "example.com")
}

fn k2() -> String {
    let scopes = ["https://api.k2.com/.default", "offline_access"];
    document(["notes.onk2.com", "/api/workflow/v1", "/tasks"], "accessCode", scopes)
}

fn salesforce() -> String {
    let place = ["example.my.salesforce.com", "/services/data/v60.0", "/limits"];
    document(place, "accessCode", ["api", "refresh_token"])
        .replace("login.microsoftonline.com/organizations/oauth2/v2.0", "login.salesforce.com/services/oauth2")
}

fn told(text: &str) -> Vec<&'static str> {
    let report = check(text);
    assert!(report.is_json, "{text}");
    report.diagnostics.iter().map(|found| found.rule).collect()
}

#[test]
fn of_what_is_sound_nothing_is_said() {
    for text in [graph(), robot(), k2(), salesforce()] {
        assert_eq!(told(&text), Vec::<&str>::new(), "{text}");
    }
}

/// What is written instead of what, everywhere, and the rule that says so.
type Slips = &'static [(&'static str, &'static str, &'static str)];

const IN_GRAPH: Slips = &[
    ("oauth2/v2.0", "oauth2", "oauth-url-outdated"),
    ("v2.0/token", "token", "oauth-urls-mixed"),
    (r#", "offline_access": "Stay signed in""#, "", "oauth-scope-undeclared"),
    ("offline_access", "openid", "oauth-offline-access"),
    ("offline_access", "offline access", "oauth-offline-access"),
    ("\"offline_access\":", "\"offline access\":", "oauth-offline-access"),
    ("organizations", "{tenant}", "entra-tenant-unknown"),
    ("organizations", "YOUR_TENANT_ID", "entra-tenant-unknown"),
    ("Mail.Read", "https://example.sharepoint.com/.default", "entra-scope-wrong-resource"),
    ("/v1.0\"", "/beta\"", "graph-version"),
    ("/v1.0\"", "/\"", "graph-version"),
    ("graph.microsoft.com", "graph.windows.net", "graph-version"),
];

const IN_ROBOT: Slips = &[
    ("https://graph.microsoft.com/.default", "Mail.Read", "oauth-application-scope"),
    ("example.com", "common", "entra-tenant-unknown"),
    ("/users", "/me/messages", "application-flow-unsuitable"),
    ("https://graph.microsoft.com/.default", "https://api.k2.com/.default", "entra-scope-wrong-resource"),
];

const IN_K2: Slips = &[
    ("https://api.k2.com/.default", "User.Read", "entra-scope-wrong-resource"),
    ("/workflow/v1", "/workflow/preview", "k2-address"),
];

const IN_SALESFORCE: Slips = &[
    ("login.salesforce.com/services/oauth2/token", "test.salesforce.com/services/oauth2/token", "oauth-urls-mixed"),
    ("login.salesforce.com", "test.salesforce.com", "oauth-urls-mixed"),
    ("example.my.salesforce.com", "login.salesforce.com", "salesforce-instance-host"),
    ("refresh_token", "id", "oauth-offline-access"),
];

#[test]
fn one_cause_gives_one_diagnostic_and_its_fix_leaves_none() {
    for (sound, slips) in [(graph(), IN_GRAPH), (robot(), IN_ROBOT), (k2(), IN_K2), (salesforce(), IN_SALESFORCE)] {
        for (old, new, rule) in slips {
            let broken = sound.replace(old, new);
            assert_ne!(broken, sound, "{old}");
            let report = check(&broken);
            let found = report.diagnostics.iter().map(|found| found.rule).collect::<Vec<_>>();
            assert_eq!(found, [*rule], "{old} -> {new}");
            let fixed = report.diagnostics[0].fixes[0].edits.apply(&broken);
            assert_eq!(told(&fixed), Vec::<&str>::new(), "{old} -> {new}, and after its first fix {fixed}");
        }
    }
}
