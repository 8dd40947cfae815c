use crate::diagnostic::Severity;
use crate::json::edit;
use crate::json::{Member, Value, encode};
use crate::nintex::address;
use crate::openapi::Document;
use crate::openapi::vocabulary::ROOT;
use crate::rules::pasted_address::PastedAddress;
use crate::rules::{Findings, problems};
use crate::text::{Edit, Gather, Span};

super::rule! {
    /// The document does not say where the API is.
    ///
    /// OpenAPI 2.0 then means the server that the document came from. A document that is uploaded to Nintex came from
    /// nowhere, so it has to name the server in `host`, and in `schemes` how it is called.
    ///
    /// ## Bad
    /// ```json
    /// «{»
    ///   "swagger": "2.0",
    ///   "schemes": ["https"],
    ///   "paths": { "/notes": { "get": {} } },
    ///   "securityDefinitions": { "login": { "type": "oauth2", "tokenUrl": "https://notes.example.com/token" } }
    /// }
    /// ```
    /// ## Fix: Take `notes.example.com`
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "host": "notes.example.com",
    ///   "schemes": ["https"],
    ///   "paths": { "/notes": { "get": {} } },
    ///   "securityDefinitions": { "login": { "type": "oauth2", "tokenUrl": "https://notes.example.com/token" } }
    /// }
    /// ```
    /// ## Fix: Write the name of the server
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "host": "api.example.com",
    ///   "schemes": ["https"],
    ///   "paths": { "/notes": { "get": {} } },
    ///   "securityDefinitions": { "login": { "type": "oauth2", "tokenUrl": "https://notes.example.com/token" } }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   «"host"»: "api.example.com",
    ///   "paths": { "/notes": { "get": {} } }
    /// }
    /// ```
    /// ## Fix: Call it by `https`
    /// ```json
    /// {
    ///   "host": "api.example.com",
    ///   "schemes": ["https"],
    ///   "paths": { "/notes": { "get": {} } }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "host": "api.example.com", "schemes": ["https"], "paths": { "/notes": { "get": {} } } }
    /// ```
    Warning "host-missing" Inferred from "https://spec.openapis.org/oas/v2.0#swagger-object"
}

const SAMPLE: &str = "api.example.com";

fn check(document: &Document<'_>, findings: &mut Findings) {
    let Some(root) = document.root().filter(|_| !document.operations().is_empty()) else { return };
    // Those of OpenAPI 3 say it in another place.
    if root.get("servers").is_some() || root.get("openapi").is_some() {
        return;
    }
    match document.meant_for_root("host").or(document.root_member("x-ntx-host")) {
        Some(host) => schemes(document, findings, root, host),
        None => missing(document, findings, root),
    }
}

fn missing(document: &Document<'_>, findings: &mut Findings, root: Value<'_>) {
    let has_own = |path: Member<'_>| address(document, path.value()).host.is_some();
    let base = root.get_str("basePath").unwrap_or_default();
    // An address in `basePath` is taken apart by another rule.
    if document.paths().all(has_own) || (!base.starts_with('/') && base.contains('.')) {
        return;
    }
    let start = root.span().start;
    let message = "The document has no `host`, so it does not say which server to call.";
    let because = "Nintex cannot take the server that the document came from, as it was uploaded.";
    let diagnostic = findings.add((Span::new(start, start + 1), root), message, because);
    let edits = |name: &str| {
        let position = problems::position(&ROOT, root, "host");
        let mut edits = vec![edit::insert_member(root, position, "host", &encode(name))];
        edits.extend(add_schemes(root).filter(|_| document.meant_for_root("schemes").is_none()));
        edits
    };
    let urls = document.security_definitions().iter().filter_map(|one| one.value().get_str("tokenUrl"));
    for url in urls.take(1) {
        let server = PastedAddress::read(&url);
        let label = server.host.split('.').next().unwrap_or_default();
        let is_for_all = ["login", "account", "accounts", "auth", "oauth", "oauth2", "id", "identity"].contains(&label);
        if server.is_host_sound() && server.host.contains('.') && !is_for_all {
            let consequence = "The token comes from this server; see that the API is there, too.";
            diagnostic.review_fix(format!("Take `{}`", server.host), consequence, edits(server.host));
        }
    }
    let consequence = "Put in the name that the API's documentation gives.";
    diagnostic.template_fix("Write the name of the server", consequence, edits(SAMPLE), SAMPLE);
}

fn schemes(document: &Document<'_>, findings: &mut Findings, root: Value<'_>, host: Member<'_>) {
    let is_missing = match document.meant_for_root("schemes") {
        None => true,
        Some(schemes) => schemes.value().is_array() && schemes.value().items().next().is_none(),
    };
    let lacks_own = |value: Value<'_>| value.get("schemes").is_none();
    if !is_missing || !document.operations().iter().any(|operation| lacks_own(operation.value())) {
        return;
    }
    let message = "The document does not say whether to call the server by `https`: it has no `schemes`.";
    let because = "Nintex has no other place to take it from, as the document was uploaded.";
    let diagnostic = findings.add(host, message, because).severity(Severity::Hint);
    let edits = match root.get("schemes") {
        Some(empty) => vec![Edit::replace(empty.span(), "[\"https\"]")],
        None => add_schemes(root).into_iter().gathered(),
    };
    diagnostic.review_fix("Call it by `https`", "Nearly all servers answer to it.", edits);
}

fn add_schemes(root: Value<'_>) -> Option<Edit> {
    let position = problems::position(&ROOT, root, "schemes");
    root.get("schemes").is_none().then(|| edit::insert_member(root, position, "schemes", "[\"https\"]"))
}
