use crate::diagnostic::Severity;
use crate::json::Member;
use crate::json::edit::{self, Position};
use crate::nintex::{Xtension, shared_address};
use crate::openapi::{Document, Parameter};
use crate::rules::Findings;
use crate::rules::draft::{Draft, array_of};

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
    /// ## Bad
    /// ```json
    /// {
    ///   «"host"»: "notes.onk2.com",
    ///   "basePath": "/api/workflow/v1",
    ///   "paths": {}
    /// }
    /// ```
    /// ## Fix: Ask for user name and password: `basic`
    /// ```json
    /// {
    ///   "host": "notes.onk2.com",
    ///   "basePath": "/api/workflow/v1",
    ///   "paths": {},
    ///   "securityDefinitions": {
    ///     "k2": {
    ///       "type": "basic"
    ///     }
    ///   },
    ///   "security": [
    ///     {
    ///       "k2": []
    ///     }
    ///   ]
    /// }
    /// ```
    /// ## Fix: Let people sign in by Microsoft Entra ID: `oauth2`
    /// ```json
    /// {
    ///   "host": "notes.onk2.com",
    ///   "basePath": "/api/workflow/v1",
    ///   "paths": {},
    ///   "securityDefinitions": {
    ///     "k2": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.microsoftonline.com/common/oauth2/authorize",
    ///       "tokenUrl": "https://login.microsoftonline.com/common/oauth2/token",
    ///       "scopes": {}
    ///     }
    ///   },
    ///   "security": [
    ///     {
    ///       "k2": []
    ///     }
    ///   ]
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "host": "notes.onk2.com", "securityDefinitions": { "k2": { "type": "basic" } } }
    /// ```
    Error "k2-auth-type" Documented
    from "https://help.nintex.com/en-US/nintexautomation/userguide/current/Content/K2-Management-Site/Integration/APIs.htm"
}

const BASIC: &str = "Ask for user name and password: `basic`";
const BASIC_CONSEQUENCE: &str = "The accounts must do without multi-factor authentication. An Xtension that is imported already \
                                 has to be deleted and added again.";
const OAUTH: &str = "Let people sign in by Microsoft Entra ID: `oauth2`";
const OAUTH_CONSEQUENCE: &str = "Choose the preset “Azure Active Directory version 1” with the resource `https://api.k2.com`; an \
                                 administrator has to agree once. An Xtension that is imported already has to be deleted \
                                 and added again.";
const BECAUSE: &str = "K2 knows user name and password, and OAuth 2.0. It answers everything else with 401.";

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    let Some(k2) = xtension.k2() else { return };
    if k2.is_cloud && document.security_definitions().is_empty() {
        unsigned(document, findings);
    }
    for definition in document.security_definitions().iter().filter(|definition| definition.is_type("apiKey")) {
        let is_full = findings.is_full();
        let message = format!("`{}` is an API key, and K2 takes none.", definition.name());
        let diagnostic = findings.add(definition.member, message, BECAUSE);
        // A token that somebody fetched elsewhere works there until it ends; and what only looks like K2 may be another.
        if !k2.is_cloud || definition.header().is_some_and(|header| header.eq_ignore_ascii_case("Authorization")) {
            diagnostic.severity(Severity::Warning);
        }
        if is_full {
            continue;
        }
        let value = definition.value();
        let mut basic = basic();
        let is_kept = |member: &Member<'_>| member.is("x-ntx-connection-validation") || member.is("description");
        basic.extend(Draft::of(value.members().filter(is_kept)));
        diagnostic.review_fix(BASIC, BASIC_CONSEQUENCE, [edit::replace_value(value, &basic.finish())]);
        diagnostic.review_fix(OAUTH, OAUTH_CONSEQUENCE, [edit::replace_value(value, &oauth().finish())]);
    }
}

/// Tells a document that does not sign in at all.
fn unsigned(document: &Document<'_>, findings: &mut Findings) {
    let is_header = |parameter: &Parameter<'_>| {
        parameter.is_in("header") && parameter.name().is_some_and(|name| name.eq_ignore_ascii_case("Authorization"))
    };
    let Some((host, root)) = shared_address(document).host.zip(document.root()) else { return };
    // Whoever fills in the header in each action gets in.
    if document.operations().iter().any(|operation| operation.parameters.iter().any(is_header)) {
        return;
    }
    let diagnostic = findings.add(host, "K2 wants everybody to sign in, and the document does not say how.", BECAUSE);
    if root.get("securityDefinitions").is_some() || root.get("security").is_some() {
        return;
    }
    for (definition, title, consequence) in [(basic(), BASIC, BASIC_CONSEQUENCE), (oauth(), OAUTH, OAUTH_CONSEQUENCE)] {
        let (mut definitions, mut security) = (Draft::default(), Draft::default());
        definitions.add("k2", definition.finish());
        security.add("k2", "[]");
        let mut new = Draft::default();
        new.add("securityDefinitions", definitions.finish());
        new.add("security", array_of(&[security.finish()]));
        diagnostic.review_fix(title, consequence, Draft::into(&new, root, Position::Last));
    }
}

fn basic() -> Draft {
    let mut basic = Draft::default();
    basic.add_text("type", "basic");
    basic
}

fn oauth() -> Draft {
    let mut oauth = Draft::default();
    oauth.add_text("type", "oauth2");
    oauth.add_text("flow", "accessCode");
    oauth.add_text("authorizationUrl", "https://login.microsoftonline.com/common/oauth2/authorize");
    oauth.add_text("tokenUrl", "https://login.microsoftonline.com/common/oauth2/token");
    oauth.add("scopes", "{}");
    oauth
}
