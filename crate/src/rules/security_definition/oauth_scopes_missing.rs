use crate::json::edit::{self, Position};
use crate::openapi::Document;
use crate::rules::Findings;

super::rule! {
    /// An OAuth 2.0 definition has no `scopes`.
    ///
    /// The specification wants the key in every flow, be it empty. Nintex asks the provider for the scopes that are
    /// listed here; many providers give out a token that can do nothing where none is asked for.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     «"oauth"»: {
    ///       "type": "oauth2",
    ///       "flow": "application",
    ///       "tokenUrl": "https://login.example.com/oauth/token"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Add an empty list of scopes
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": {
    ///       "type": "oauth2",
    ///       "flow": "application",
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
    ///     "oauth": { "type": "oauth2", "scopes": { "notes.read": "Read notes" } },
    ///     "basic": { "type": "basic" }
    ///   }
    /// }
    /// ```
    Warning "oauth-scopes-missing" Documented from "https://spec.openapis.org/oas/v2.0#security-scheme-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for definition in document.security_definitions().iter().filter(|definition| definition.is_type("oauth2")) {
        let value = definition.value();
        // OpenAPI 3 has the scopes in `flows`; that is another rule's.
        if value.get("scopes").is_some() || value.get("flows").is_some() {
            continue;
        }
        findings
            .add(
                definition.member,
                format!("The OAuth 2.0 definition `{}` has no `scopes`.", definition.name()),
                "Nintex asks the provider for the scopes listed there; OpenAPI 2.0 wants the key even where the list \
                 is empty.",
            )
            .safe_fix("Add an empty list of scopes", [edit::insert_member(value, Position::Last, "scopes", "{}")]);
    }
}
