use crate::diagnostic::Severity;
use crate::json::edit;
use crate::nintex::k2::k2;
use crate::openapi::Document;
use crate::rules::Findings;
use crate::rules::draft::Draft;

super::rule! {
    /// K2 is signed in to in a way that it does not have.
    ///
    /// Both of its APIs take a user name and a password, or OAuth 2.0 by Microsoft Entra ID, and nothing else. A password
    /// is of no use for accounts with multi-factor authentication.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "host": "notes.onk2.com",
    ///   "basePath": "/api/workflow/v1",
    ///   "securityDefinitions": {
    ///     «"k2"»: { "type": "apiKey", "in": "header", "name": "X-Key" }
    ///   }
    /// }
    /// ```
    /// ## Fix: Ask for user name and password: `basic`
    /// ```json
    /// {
    ///   "host": "notes.onk2.com",
    ///   "basePath": "/api/workflow/v1",
    ///   "securityDefinitions": {
    ///     "k2": {
    ///       "type": "basic"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Let people sign in by Microsoft Entra ID: `oauth2`
    /// ```json
    /// {
    ///   "host": "notes.onk2.com",
    ///   "basePath": "/api/workflow/v1",
    ///   "securityDefinitions": {
    ///     "k2": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.microsoftonline.com/common/oauth2/authorize",
    ///       "tokenUrl": "https://login.microsoftonline.com/common/oauth2/token",
    ///       "scopes": {}
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "host": "notes.onk2.com", "securityDefinitions": { "k2": { "type": "basic" } } }
    /// ```
    Error "k2-auth-type" Documented
    from "https://help.nintex.com/en-US/nintexautomation/userguide/current/Content/K2-Management-Site/Integration/APIs.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let Some(k2) = k2(document) else { return };
    for definition in document.security_definitions().iter().filter(|definition| definition.is_type("apiKey")) {
        let is_full = findings.is_full();
        let diagnostic = findings.add(
            definition.member,
            format!("`{}` is an API key, and K2 takes none.", definition.name()),
            "K2 knows user name and password, and OAuth 2.0. It answers everything else with 401.",
        );
        // A token that somebody fetched elsewhere works there until it ends; and what only looks like K2 may be another.
        if !k2.is_cloud || definition.header().is_some_and(|header| header.eq_ignore_ascii_case("Authorization")) {
            diagnostic.severity(Severity::Warning);
        }
        if is_full {
            continue;
        }
        let value = definition.value();
        let kept = value.members().filter(|member| {
            member.name().starts_with("x-ntx-connection-validation") || member.is("description")
        });
        let mut basic = Draft::default();
        basic.add_text("type", "basic");
        basic.extend(Draft::of(kept));
        let consequence = "The accounts must do without multi-factor authentication. An Xtension that is imported already \
                           has to be deleted and added anew.";
        let edits = [edit::replace_value(value, &basic.finish())];
        diagnostic.review_fix("Ask for user name and password: `basic`", consequence, edits);
        let mut oauth = Draft::default();
        oauth.add_text("type", "oauth2");
        oauth.add_text("flow", "accessCode");
        oauth.add_text("authorizationUrl", "https://login.microsoftonline.com/common/oauth2/authorize");
        oauth.add_text("tokenUrl", "https://login.microsoftonline.com/common/oauth2/token");
        oauth.add("scopes", "{}");
        let consequence = "Choose the preset “Azure Active Directory version 1” with the resource `https://api.k2.com`; an \
                           administrator has to agree once. An Xtension that is imported already has to be deleted and \
                           added anew.";
        let edits = [edit::replace_value(value, &oauth.finish())];
        diagnostic.review_fix("Let people sign in by Microsoft Entra ID: `oauth2`", consequence, edits);
    }
}
