use crate::json::edit::{self, Position};
use crate::openapi::Document;
use crate::rules::{Findings, oauth, problems};

super::rule! {
    /// An OAuth 2.0 definition does not say where Nintex gets the token.
    ///
    /// Both flows that Nintex has end with a call to the `tokenUrl`. Nintex makes that call by itself: it needs the
    /// address here, and no action for it.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     «"oauth"»: {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.example.com/oauth/authorize",
    ///       "scopes": {}
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Add the address that gives out tokens
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.example.com/oauth/authorize",
    ///       "tokenUrl": "https://login.example.com/oauth/token",
    ///       "scopes": {}
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "robot": { "type": "oauth2", "flow": "application", "tokenUrl": "https://login.example.com/oauth/token" }
    ///   }
    /// }
    /// ```
    Error "oauth-token-url" Documented
    from "https://help.nintex.com/en-US/xtensions/04_Reference/Tutorials/OAuth.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for definition in document.security_definitions().iter().filter(|definition| definition.is_type("oauth2")) {
        let value = definition.value();
        let Some(flow) = value.member_named("flow") else { continue };
        let wants_token = flow.value().is_str("accessCode") || flow.value().is_str("application");
        if !wants_token || value.get("tokenUrl").is_some() || problems::is_misspelt(document, value, "tokenUrl") {
            continue;
        }
        let blank = oauth::guess_url(value, "tokenUrl");
        let neighbour = value.member_named("authorizationUrl").unwrap_or(flow);
        let edit = edit::insert_member(value, Position::After(neighbour), "tokenUrl", &format!("\"{blank}\""));
        findings
            .add(
                definition.member,
                format!("The definition `{}` does not say where Nintex gets the token.", definition.name()),
                "Nintex fetches the token from the `tokenUrl` by itself; without it the file is refused.",
            )
            .template_fix(
                "Add the address that gives out tokens",
                "Put in the address that the API's documentation gives.",
                [edit],
                &blank,
            );
    }
}
