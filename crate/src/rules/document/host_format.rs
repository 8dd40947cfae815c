mod placeholder;

use crate::diagnostic::Diagnostic;
use crate::json::edit;
use crate::json::{Value, encode};
use crate::openapi::Document;
use crate::openapi::shape::Fault;
use crate::openapi::vocabulary::{Format, ROOT};
use crate::rules::pasted_address::PastedAddress;
use crate::rules::{Findings, problems};
use crate::text::Edit;

super::rule! {
    /// `host` is more, or less, than the name of a server.
    ///
    /// A host is a name and, where needed, a port: no `https://`, no path, no blank, no braces. What is before it goes
    /// to `schemes`, what is behind it to `basePath`. Where each customer has a host of their own, `x-ntx-host` has the
    /// placeholder: `"x-ntx-host": "{{tenant}}.example.com"`, with `tenant` among the `x-ntx-connection-properties`;
    /// `host` then keeps any real name.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "host": «"https://api.example.com/v1/"»,
    ///   "paths": {}
    /// }
    /// ```
    /// ## Fix: Split it into `schemes`, `host` and `basePath`
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "host": "api.example.com",
    ///   "basePath": "/v1",
    ///   "schemes": ["https"],
    ///   "paths": {}
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "host": «"api.example.com "» }
    /// ```
    /// ## Fix: Change it to `api.example.com`
    /// ```json
    /// { "host": "api.example.com" }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "host": «"{tenant_name}.example.com"»,
    ///   "securityDefinitions": {
    ///     "key": { "type": "apiKey", "in": "header", "name": "key" }
    ///   }
    /// }
    /// ```
    /// ## Fix: Move the placeholder to `x-ntx-host`
    /// ```json
    /// {
    ///   "host": "tenantname.example.com",
    ///   "x-ntx-host": "{{tenant_name}}.example.com",
    ///   "securityDefinitions": {
    ///     "key": { "type": "apiKey", "in": "header", "name": "key", "x-ntx-connection-properties": {
    ///       "type": "object",
    ///       "properties": {
    ///         "tenant_name": {
    ///           "type": "string",
    ///           "title": "Tenant name"
    ///         }
    ///       },
    ///       "required": [
    ///         "tenant_name"
    ///       ]
    ///     } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write the name of the server
    /// ```json
    /// {
    ///   "host": "api.example.com",
    ///   "securityDefinitions": {
    ///     "key": { "type": "apiKey", "in": "header", "name": "key" }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "host": «""» }
    /// ```
    /// ## Fix: Write the name of the server
    /// ```json
    /// { "host": "api.example.com" }
    /// ```
    /// ## Bad
    /// ```json
    /// { "host": «"https://api.example.com/v2"», "basePath": "/v1", "schemes": ["https"] }
    /// ```
    /// ## Fix: Split it, with `/v2/v1` as `basePath`
    /// ```json
    /// { "host": "api.example.com", "basePath": "/v2/v1", "schemes": ["https"] }
    /// ```
    /// ## Good
    /// ```json
    /// { "host": "api.example.com:8443", "basePath": "/v1", "schemes": ["https"] }
    /// ```
    Error "host-format" Documented from "https://spec.openapis.org/oas/v2.0#swagger-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for problem in problems::general(document) {
        let Fault::Malformed { value, format: Format::Host } = problem.fault else { continue };
        let written = value.as_str().unwrap_or_default();
        let address = PastedAddress::read(&written);
        let diagnostic = problems::report(findings, problem, message(&written, &address));
        let spread = spread(value, &address);
        if address.is_host_sound() {
            offer(diagnostic, value, &address, spread);
            continue;
        }
        if address.host.contains('{') && spread.joined.is_none() {
            placeholder::offer(document, diagnostic, value, address.host, &spread.edits);
        }
        let mut edits = spread.edits;
        edits.push(Edit::replace(value.span(), encode(SAMPLE)));
        diagnostic.template_fix("Write the name of the server", "Put in the name that the API's documentation gives.", edits, SAMPLE);
    }
}

const SAMPLE: &str = "api.example.com";

fn message(written: &str, address: &PastedAddress<'_>) -> String {
    if written.trim().is_empty() {
        return "`host` is empty; it must be the name of the server, such as `api.example.com`.".to_owned();
    }
    let mut moves = Vec::new();
    if let Some(scheme) = address.scheme {
        moves.push(format!("`{scheme}://` to `schemes`"));
    }
    if address.host.contains(['{', '}']) {
        moves.push("what differs for each connection to `x-ntx-host`".to_owned());
    }
    if !address.path.is_empty() {
        moves.push(format!("`{}` to `basePath`", address.path));
    }
    if !moves.is_empty() {
        return format!("`host` is only a name and an optional port: move {}.", moves.join(" and "));
    }
    if address.is_host_sound() && written.trim() != written {
        return "`host` has blanks around the name.".to_owned();
    }
    "`host` is only a name and an optional port, such as `api.example.com`.".to_owned()
}

/// What of an address goes to other keys.
struct Spread {
    edits: Vec<Edit>,
    /// The two paths put together, where there is another one in `basePath`.
    joined: Option<String>,
}

/// Spreads scheme and path of the address over their keys. What they say already stays.
fn spread(host: Value<'_>, address: &PastedAddress<'_>) -> Spread {
    let mut spread = Spread { edits: Vec::new(), joined: None };
    let Some(root) = host.parent() else { return spread };
    let add = |key: &str, json: &str| edit::insert_member(root, problems::position(&ROOT, root, key), key, json);
    let base = root.get("basePath");
    let said = base.and_then(Value::as_str).unwrap_or_default();
    let said = said.trim_end_matches('/');
    if !address.path.is_empty() && address.path != said {
        spread.edits.push(match base {
            None => add("basePath", &encode(address.path)),
            Some(base) if said.is_empty() => Edit::replace(base.span(), encode(address.path)),
            Some(base) => {
                let joined = format!("{}{said}", address.path);
                Edit::replace(base.span(), encode(spread.joined.insert(joined)))
            }
        });
    }
    if let Some(scheme) = address.scheme.filter(|_| root.get("schemes").is_none()) {
        spread.edits.push(add("schemes", &format!("[{}]", encode(scheme))));
    }
    spread
}

fn offer(diagnostic: &mut Diagnostic, host: Value<'_>, address: &PastedAddress<'_>, spread: Spread) {
    let mut edits = spread.edits;
    edits.push(Edit::replace(host.span(), encode(address.host)));
    if let Some(joined) = spread.joined {
        let consequence = format!("Check the two paths: `{}` stood in `host`, the rest in `basePath`.", address.path);
        diagnostic.review_fix(format!("Split it, with `{joined}` as `basePath`"), consequence, edits);
        return;
    }
    let title = if address.scheme.is_none() && address.path.is_empty() {
        format!("Change it to `{}`", address.host)
    } else {
        "Split it into `schemes`, `host` and `basePath`".to_owned()
    };
    diagnostic.safe_fix(title, edits);
}
