use crate::json::edit;
use crate::openapi::Document;
use crate::rules::{Findings, oauth};

super::rule! {
    /// An OAuth 2.0 flow has the name that OpenAPI 3 gives it.
    ///
    /// Nintex reads OpenAPI 2.0, where the authorization code flow is called `accessCode` and the client credentials
    /// flow `application`. Any other word is refused.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": { "type": "oauth2", "flow": «"authorizationCode"», "scopes": {} },
    ///     "robot": { "type": "oauth2", "flow": «"client_credentials"», "scopes": {} }
    ///   }
    /// }
    /// ```
    /// ## Fix: Change the flow to `accessCode`
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": { "type": "oauth2", "flow": "accessCode", "scopes": {} },
    ///     "robot": { "type": "oauth2", "flow": "client_credentials", "scopes": {} }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "securityDefinitions": { "robot": { "type": "oauth2", "flow": "application", "scopes": {} } } }
    /// ```
    Error "oauth-flow-v3-name" Documented
    from "https://help.nintex.com/en-US/xtensions/04_Reference/Tutorials/OAuth.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for definition in document.security_definitions() {
        let Some(flow) = definition.value().get("flow") else { continue };
        let Some(name) = flow.as_str() else { continue };
        let Some(meant) = oauth::flow_in_version_2(&name) else { continue };
        findings
            .add(
                flow,
                format!("The flow `{name}` is called `{meant}` in OpenAPI 2.0."),
                "Nintex reads OpenAPI 2.0 and knows the flow by that name alone; the file is refused.",
            )
            .safe_fix(format!("Change the flow to `{meant}`"), [edit::replace_value(flow, &format!("\"{meant}\""))]);
    }
}
