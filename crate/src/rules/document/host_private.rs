use crate::diagnostic::Diagnostic;
use crate::json::edit::{self, Position};
use crate::json::{Member, Value, encode};
use crate::nintex::CONNECTION_PROPERTIES;
use crate::openapi::Document;
use crate::openapi::vocabulary::ROOT;
use crate::rules::connection_questions::{Question, ask, asking};
use crate::rules::draft::Draft;
use crate::rules::server::{Reach, hosts, reach};
use crate::rules::{Findings, gateway, problems};
use crate::text::Edit;

super::rule! {
    /// The server can only be reached within one network, or on one machine.
    ///
    /// Nintex calls from the internet: `localhost` is then Nintex's own machine, and names and numbers of a network lead
    /// nowhere. A server in the customer's network is reached through Nintex Gateway, a program that is installed there:
    /// `x-ntx-host` is then `{{x-ntx-gateway-uri}}`, `basePath` is `/xtension`, and each connection says which gateway to
    /// take and what the address of the service is behind it.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "host": «"sap.local:8080"»,
    ///   "basePath": "/orders",
    ///   "schemes": ["http"],
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "basic"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Go through Nintex Gateway
    /// ```json
    /// {
    ///   "host": "sap.local:8080",
    ///   "x-ntx-host": "{{x-ntx-gateway-uri}}",
    ///   "basePath": "/xtension",
    ///   "schemes": ["http"],
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "basic",
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": {
    ///           "x-ntx-gateway-id": {
    ///             "type": "string",
    ///             "title": "Nintex Gateway"
    ///           },
    ///           "x-ntx-gateway-apikey": {
    ///             "type": "string",
    ///             "title": "Nintex Gateway API key"
    ///           },
    ///           "x-ntx-gateway-xtension-baseurl": {
    ///             "type": "string",
    ///             "title": "On-premises service URL",
    ///             "description": "The address of the service within the network, such as http://sap.local:8080/orders"
    ///           }
    ///         },
    ///         "required": [
    ///           "x-ntx-gateway-id",
    ///           "x-ntx-gateway-apikey",
    ///           "x-ntx-gateway-xtension-baseurl"
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write the name by which the internet knows the server
    /// ```json
    /// {
    ///   "host": "api.example.com",
    ///   "basePath": "/orders",
    ///   "schemes": ["http"],
    ///   "securityDefinitions": {
    ///     "login": {
    ///       "type": "basic"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "host": "sap.local:8080", "basePath": "/xtension", "x-ntx-host": "{{x-ntx-gateway-uri}}" }
    /// ```
    Error "host-private" Documented
    from "https://help.nintex.com/en-US/xtensions/03_Advanced/06_OnPremises/PRC_04Gateway.htm"
}

const SAMPLE: &str = "api.example.com";

fn check(document: &Document<'_>, findings: &mut Findings) {
    for member in hosts(document) {
        let value = member.value();
        let host = value.as_str().unwrap_or_default();
        if reach(&host) != Reach::Private {
            continue;
        }
        // It is where the document was made, and no service of a network.
        let is_own_machine = ["localhost", "127.", "0.0.0.0"].iter().any(|start| host.starts_with(start));
        let message = if is_own_machine {
            format!("`{host}` is each machine's name for itself.")
        } else {
            format!("`{host}` can only be reached within one network.")
        };
        let because = "Nintex calls from the internet, and its help pages say that it does not connect to local services.";
        let is_full = findings.is_full();
        let diagnostic = findings.add(value, message, because);
        if is_full {
            continue;
        }
        if Some(member.object()) == document.root() {
            offer_gateway(document, diagnostic, member, &host);
        }
        diagnostic.template_fix(
            "Write the name by which the internet knows the server",
            "It must answer to calls from anywhere.",
            [Edit::replace(value.span(), encode(SAMPLE))],
            SAMPLE,
        );
        if is_own_machine {
            diagnostic.fixes.reverse();
        }
    }
}

fn offer_gateway(document: &Document<'_>, diagnostic: &mut Diagnostic, host: Member<'_>, written: &str) {
    let root = host.object();
    let definitions = document.security_definitions();
    // A person who signs in at a provider does not do so through the gateway, as far as is known.
    if root.get("x-ntx-basePath").is_some() || definitions.iter().any(|one| one.is_type("oauth2")) {
        return;
    }
    let base = root.get_str("basePath").unwrap_or_default();
    let scheme = root.items_of("schemes").find_map(Value::as_str).unwrap_or("https".into());
    let address = format!("{scheme}://{written}{}", base.trim_end_matches('/'));
    let questions = gateway::questions(Some(&address));
    let mut edits = Vec::new();
    if host.is("host") {
        edits.push(edit::insert_member(root, Position::After(host), "x-ntx-host", &encode(gateway::HOST)));
    } else {
        edits.push(Edit::replace(host.value().span(), encode(gateway::HOST)));
    }
    let position = problems::position(&ROOT, root, "basePath");
    edits.push(match root.get("basePath") {
        Some(base) => Edit::replace(base.span(), encode(gateway::BASE_PATH)),
        None => edit::insert_member(root, position, "basePath", &encode(gateway::BASE_PATH)),
    });
    let mut consequence =
        "Whoever makes a connection chooses the gateway and gives the address of the service behind it.";
    if let Some(asked) = ask(document, &questions) {
        edits.extend(asked);
    } else if definitions.is_empty() && root.get("securityDefinitions").is_none() && root.get("security").is_none() {
        consequence = "There are connections then, which choose the gateway and give the address of the service, a user \
                       name and a password. An Xtension that is imported already has to be deleted and added again.";
        edits.extend(sign_in(root, &questions));
    } else {
        return;
    }
    diagnostic.review_fix("Go through Nintex Gateway", consequence, edits);
}

/// Makes connections where there are none: by user name and password.
fn sign_in(root: Value<'_>, questions: &[Question<'_>]) -> [Edit; 2] {
    let mut definition = Draft::default();
    definition.add_text("type", "basic");
    definition.add(CONNECTION_PROPERTIES, asking(questions));
    let mut definitions = Draft::default();
    definitions.add("basic", definition.finish());
    [
        edit::insert_member(root, Position::Last, "securityDefinitions", &definitions.finish()),
        edit::insert_member(root, Position::Last, "security", "[{\"basic\": []}]"),
    ]
}

#[cfg(test)]
mod tests {
    #[test]
    fn connections_are_made_for_the_gateway() {
        let text = r#"{"swagger": "2.0", "host": "10.0.0.7", "basePath": "/a"}"#;
        let report = crate::check(text);
        let diagnostic = report.diagnostics.iter().find(|one| one.rule == super::RULE.id).unwrap();
        let after = diagnostic.fixes[0].edits.apply(text).replace(['\n', ' '], "");
        let begin = r#"{"swagger":"2.0","host":"10.0.0.7","x-ntx-host":"{{x-ntx-gateway-uri}}","basePath":"/xtension","securityDefinitions":{"basic":{"type":"basic","x-ntx-connection-properties":"#;
        assert!(after.starts_with(begin) && after.ends_with(r#"]}}},"security":[{"basic":[]}]}"#), "{after}");
        assert!(after.contains("suchashttps://10.0.0.7/a"), "{after}");
    }
}
