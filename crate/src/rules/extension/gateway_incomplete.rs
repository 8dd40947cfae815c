use std::borrow::Cow;

use crate::json::{Member, Value, edit, encode};
use crate::nintex::vocabulary::GATEWAY_PROPERTIES;
use crate::nintex::{CONNECTION_PROPERTIES, gateway, shared_address};
use crate::openapi::Document;
use crate::openapi::vocabulary::ROOT;
use crate::rules::connection_questions::ask;
use crate::rules::gateway::{BASE_PATH, questions};
use crate::rules::wording::list;
use crate::rules::{Findings, problems};
use crate::text::{Edit, Gather, Names};

super::rule! {
    /// Calls go through Nintex Gateway, and not all is said that they need on the way.
    ///
    /// With `x-ntx-host` as `{{x-ntx-gateway-uri}}`, each connection says which gateway to take, the gateway's API key,
    /// and the address of the service behind it. The gateway takes such calls at `/xtension`, which must be the
    /// `basePath`: the service's own base path is a part of the address that the connection gives.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "x-ntx-host": «"{{x-ntx-gateway-uri}}"»,
    ///   "basePath": "/xtension",
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "basic",
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": {
    ///           "x-ntx-gateway-id": { "type": "string" },
    ///           "x-ntx-gateway-xtension-baseurl": { "type": "string" }
    ///         },
    ///         "required": ["x-ntx-gateway-id", "x-ntx-gateway-xtension-baseurl"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Ask each connection for `x-ntx-gateway-apikey`
    /// ```json
    /// {
    ///   "x-ntx-host": "{{x-ntx-gateway-uri}}",
    ///   "basePath": "/xtension",
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "basic",
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": {
    ///           "x-ntx-gateway-id": { "type": "string" },
    ///           "x-ntx-gateway-xtension-baseurl": { "type": "string" },
    ///           "x-ntx-gateway-apikey": {
    ///             "type": "string",
    ///             "title": "Nintex Gateway API key"
    ///           }
    ///         },
    ///         "required": ["x-ntx-gateway-id", "x-ntx-gateway-xtension-baseurl", "x-ntx-gateway-apikey"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "x-ntx-host": "{{x-ntx-gateway-uri}}",
    ///   "basePath": «"/orders"»,
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": {
    ///           "x-ntx-gateway-id": { "type": "string" },
    ///           "x-ntx-gateway-apikey": { "type": "string" },
    ///           "x-ntx-gateway-xtension-baseurl": { "type": "string" }
    ///         },
    ///         "required": ["x-ntx-gateway-id", "x-ntx-gateway-apikey", "x-ntx-gateway-xtension-baseurl"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write `/xtension`
    /// ```json
    /// {
    ///   "x-ntx-host": "{{x-ntx-gateway-uri}}",
    ///   "basePath": "/xtension",
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": {
    ///           "x-ntx-gateway-id": { "type": "string" },
    ///           "x-ntx-gateway-apikey": { "type": "string" },
    ///           "x-ntx-gateway-xtension-baseurl": { "type": "string" }
    ///         },
    ///         "required": ["x-ntx-gateway-id", "x-ntx-gateway-apikey", "x-ntx-gateway-xtension-baseurl"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "x-ntx-host": "{{tenant}}.example.com", "basePath": "/orders" }
    /// ```
    Warning "gateway-incomplete" Documented
    from "https://help.nintex.com/en-US/xtensions/04_Reference/Examples/EXM_04SAPTheobaldyunIO.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let Some(host) = gateway(document) else { return };
    let questions = questions(None);
    let lists = document.security_definitions().iter().filter_map(|one| one.value().get(CONNECTION_PROPERTIES));
    let asked = lists.clone().flat_map(|asked| asked.members_of("properties")).map(Member::name);
    let asked: Names<'_> = asked.collect();
    let required: Names<'_> = lists.flat_map(|asked| asked.items_of("required")).filter_map(Value::as_str).collect();
    let missing = GATEWAY_PROPERTIES.iter().filter(|name| !asked.contains(name) || !required.contains(name));
    let missing: Vec<String> = missing.map(|name| (*name).to_owned()).gathered();
    let base = shared_address(document).base_path;
    // Where only a slash is missing, or one too many, another rule says so.
    let is_right = |written: Cow<'_, str>| written.trim_matches('/') == BASE_PATH.trim_matches('/');
    let is_base_right = base.and_then(|base| base.value().as_str()).is_some_and(is_right);
    let asked = ask(document, &questions).filter(|_| !missing.is_empty());
    let root = host.object();
    let (base_place, base_edit) = if let Some(base) = base {
        (base.value(), Edit::replace(base.value().span(), encode(BASE_PATH)))
    } else {
        let position = problems::position(&ROOT, root, "basePath");
        (host.value(), edit::insert_member(root, position, "basePath", &encode(BASE_PATH)))
    };
    let missing = list(&missing);
    let (place, message, title) = match (missing.is_empty(), is_base_right) {
        (true, true) => return,
        (true, false) => {
            (base_place, "`basePath` must be `/xtension`".to_owned(), "Write `/xtension`".to_owned())
        }
        (false, true) => {
            (host.value(), format!("connections must say {missing}"), format!("Ask each connection for {missing}"))
        }
        (false, false) => (
            host.value(),
            format!("connections must say {missing}, and `basePath` must be `/xtension`"),
            "Say what the gateway needs".to_owned(),
        ),
    };
    let because = "Nintex has to know which gateway to take and what to call behind it; the gateway takes the calls of \
                   Xtensions at `/xtension` alone.";
    let message = format!("Calls go through Nintex Gateway, so {message}.");
    let diagnostic = findings.add(place, message, because);
    let mut edits = Vec::new();
    if !missing.is_empty() {
        let Some(asked) = asked else { return };
        edits.extend(asked);
    }
    let mut consequence = "Whoever makes a connection fills it in.";
    if !is_base_right {
        consequence = "What stood in `basePath` becomes a part of the address that each connection gives.";
        edits.push(base_edit);
    }
    diagnostic.review_fix(title, consequence, edits);
}
