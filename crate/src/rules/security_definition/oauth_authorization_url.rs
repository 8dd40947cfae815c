use crate::json::edit::{self, Position};
use crate::openapi::Document;
use crate::rules::{Findings, oauth, problems, sign_in};

super::rule! {
    /// An `accessCode` definition has no `authorizationUrl`, or an `application` definition has one.
    ///
    /// With `accessCode`, a person signs in on the provider's page: Nintex must know its address. With `application`,
    /// nobody signs in, and OpenAPI 2.0 does not allow the key there.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     «"oauth"»: {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "tokenUrl": "https://login.example.com/oauth/token",
    ///       "scopes": {}
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Add the page where people sign in
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
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     «"google"»: { "type": "oauth2", "flow": "accessCode", "tokenUrl": "https://oauth2.googleapis.com/token" }
    ///   }
    /// }
    /// ```
    /// ## Fix: Add the page where people sign in
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "google": { "type": "oauth2", "flow": "accessCode", "authorizationUrl": "https://accounts.google.com/o/oauth2/v2/auth", "tokenUrl": "https://oauth2.googleapis.com/token" }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "robot": {
    ///       "type": "oauth2",
    ///       "flow": "application",
    ///       «"authorizationUrl"»: "https://login.example.com/oauth/authorize",
    ///       "tokenUrl": "https://login.example.com/oauth/token"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove the `authorizationUrl`
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "robot": {
    ///       "type": "oauth2",
    ///       "flow": "application",
    ///       "tokenUrl": "https://login.example.com/oauth/token"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Let people sign in instead: `accessCode`
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "robot": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.example.com/oauth/authorize",
    ///       "tokenUrl": "https://login.example.com/oauth/token"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": { "type": "oauth2", "flow": "accessCode", "authorizationUrl": "https://login.example.com/authorize" },
    ///     "robot": { "type": "oauth2", "flow": "application" }
    ///   }
    /// }
    /// ```
    Error "oauth-authorization-url" Documented
    from "https://help.nintex.com/en-US/xtensions/04_Reference/Tutorials/OAuth.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for definition in document.security_definitions().iter().filter(|definition| definition.is_type("oauth2")) {
        let value = definition.value();
        let Some(flow) = value.member_named("flow") else { continue };
        let url = value.member_named("authorizationUrl");
        let is_absent = url.is_none() && !problems::is_misspelt(document, value, "authorizationUrl");
        if flow.value().is_str("accessCode") && is_absent {
            let blank = oauth::guess_url(value, "authorizationUrl");
            let edit = edit::insert_member(value, Position::After(flow), "authorizationUrl", &format!("\"{blank}\""));
            findings
                .add(
                    definition.member,
                    format!("The definition `{}` does not say where people sign in.", definition.name()),
                    "With the flow `accessCode`, Nintex opens the `authorizationUrl` when a connection is made; \
                     without it the file is refused.",
                )
                .template_fix(
                    "Add the page where people sign in",
                    "Put in the address that the API's documentation gives.",
                    [edit],
                    &blank,
                );
        } else if let (true, Some(url)) = (flow.value().is_str("application"), url) {
            findings
                .add(
                    url,
                    "With the flow `application` nobody signs in, so it has no `authorizationUrl`.",
                    "OpenAPI 2.0 does not allow the key in this flow, and Nintex refuses the file.",
                )
                .safe_fix("Remove the `authorizationUrl`", [edit::remove_member(url)])
                .review_fix(
                    "Let people sign in instead: `accessCode`",
                    format!(
                        "Each connection is then made by a person who signs in at the provider. {}",
                        sign_in::IMPORT_AGAIN
                    ),
                    [edit::replace_value(flow.value(), "\"accessCode\"")],
                );
        }
    }
}
