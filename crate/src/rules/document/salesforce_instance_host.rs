use crate::json::edit::{self, Position};
use crate::nintex::{provider, shared_address};
use crate::openapi::Document;
use crate::rules::Findings;
use crate::rules::connection_questions::{Question, ask};

super::rule! {
    /// The calls go to the host at which people sign in to Salesforce.
    ///
    /// `login.salesforce.com` and `test.salesforce.com` give out tokens. Records are at the host of each organization,
    /// such as `example.my.salesforce.com`, so it is `x-ntx-host` that says it, filled in by the connection.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "host": «"login.salesforce.com"»,
    ///   "basePath": "/services/data/v60.0",
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Ask each connection for the organization's own name
    /// ```json
    /// {
    ///   "host": "login.salesforce.com",
    ///   "x-ntx-host": "{{instance}}.my.salesforce.com",
    ///   "basePath": "/services/data/v60.0",
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "oauth2",
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": {
    ///           "instance": {
    ///             "type": "string",
    ///             "title": "Name in My Domain"
    ///           }
    ///         },
    ///         "required": [
    ///           "instance"
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "host": "login.salesforce.com", "paths": { "/services/oauth2/userinfo": {} } }
    /// ```
    Warning "salesforce-instance-host" Documented
    from "https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/intro_rest_compatible_editions.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let address = shared_address(document);
    let Some(host) = address.host else { return };
    let written = host.value().as_str().unwrap_or_default();
    if !["login.salesforce.com", "test.salesforce.com"].iter().any(|known| provider::is_host(&written, known)) {
        return;
    }
    // What is about signing in is there.
    let base = address.base_path.and_then(|base| base.value().as_str()).unwrap_or_default();
    let is_data = |path: &str| path.contains("/services/data") || path.contains("/services/apexrest");
    if !is_data(&base) && !document.paths().any(|path| is_data(&path.name())) {
        return;
    }
    let diagnostic = findings.add(
        host.value(),
        format!("`{written}` gives out tokens; the records are at the host of each organization."),
        "Salesforce does not answer calls for records there.",
    );
    let question = Question { name: "instance", title: Some("Name in My Domain"), description: None };
    if let Some(mut edits) = ask(document, &[question]).filter(|_| host.is("host")) {
        let place = Position::After(host);
        let own = "\"{{instance}}.my.salesforce.com\"";
        edits.push(edit::insert_member(host.object(), place, "x-ntx-host", own));
        let consequence = "Whoever makes a connection fills in what stands before `.my.salesforce.com` in their address.";
        diagnostic.review_fix("Ask each connection for the organization's own name", consequence, edits);
    }
}
