use std::borrow::Cow;

use crate::json::edit::{self, Position};
use crate::json::{Member, Value, encode};
use crate::nintex::vocabulary::GATEWAY_PROPERTIES;
use crate::nintex::{Template, gateway, placeholders, shared_address, templates};
use crate::openapi::Document;
use crate::rules::Findings;
use crate::rules::connection_questions::additional;
use crate::text::{Gather, Names};

super::rule! {
    /// A connection is asked for something that no address has a place for.
    ///
    /// What a connection is asked for by `x-ntx-connection-properties` shows up where `{{its name}}` stands, such as in
    /// `x-ntx-host` and `x-ntx-basePath`. Only the names of Nintex's own fields, such as `username`, need no such place.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "host": "api.example.com",
    ///   "basePath": "/v1",
    ///   "securityDefinitions": {
    ///     "key": {
    ///       "type": "basic",
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": { "username": { "type": "string" }, «"basepath"»: { "type": "string" } },
    ///         "required": ["username", "basepath"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Put it into `x-ntx-basePath`
    /// ```json
    /// {
    ///   "host": "api.example.com",
    ///   "basePath": "/v1",
    ///   "x-ntx-basePath": "/{{basepath}}",
    ///   "securityDefinitions": {
    ///     "key": {
    ///       "type": "basic",
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": { "username": { "type": "string" }, "basepath": { "type": "string" } },
    ///         "required": ["username", "basepath"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: No longer ask for it
    /// ```json
    /// {
    ///   "host": "api.example.com",
    ///   "basePath": "/v1",
    ///   "securityDefinitions": {
    ///     "key": {
    ///       "type": "basic",
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": { "username": { "type": "string" } },
    ///         "required": ["username"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "host": "api.example.com",
    ///   "x-ntx-host": "{{server}}.example.com",
    ///   "securityDefinitions": {
    ///     "key": {
    ///       "type": "basic",
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": { "username": { "type": "string" }, "server": { "type": "string" } },
    ///         "required": ["username", "server"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    Hint "connection-property-unused" Inferred
    from "https://help.nintex.com/en-us/xtensions/04_Reference/Tutorials/x-ntx-connection-properties.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let properties = additional(document);
    if properties.is_empty() {
        return;
    }
    let used = used(document);
    let known: Names<'_> = properties.iter().map(|property| property.name()).collect();
    // One that is called otherwise where it is used: another rule says so, and offers the name.
    let is_renamed = properties.len() == 1 && templates(document).iter().any(|template| has_other(template, &known));
    let has_gateway = gateway(document).is_some();
    for property in properties {
        let name = property.name();
        let is_for_gateway = GATEWAY_PROPERTIES.contains(&&*name);
        // Others of Nintex's own kind may do what nobody has written down.
        let is_known = if is_for_gateway { has_gateway } else { name.starts_with("x-ntx-") };
        if !is_known && !is_renamed && !used.contains(&name) {
            report(document, findings, property, is_for_gateway);
        }
    }
}

/// The names in all placeholders of the document, wherever they stand: help pages and samples do not tell of all places
/// in which Nintex may replace them.
fn used<'a>(document: &Document<'a>) -> Names<'a> {
    let mut used = Names::default();
    let strings = document.tree().values().filter_map(Value::as_str);
    for text in strings.chain(document.paths().map(Member::name)).filter(|text| text.contains("{{")) {
        for placeholder in placeholders(&text) {
            used.insert(Cow::Owned(placeholder.name.to_owned()));
        }
    }
    used
}

/// Whether it has a placeholder that no property is called like.
fn has_other(template: &Template<'_>, known: &Names<'_>) -> bool {
    let written = template.member.value().as_str().unwrap_or_default();
    placeholders(&written).any(|one| !one.is_built_in() && !known.contains(one.name))
}

fn report(document: &Document<'_>, findings: &mut Findings, property: Member<'_>, is_for_gateway: bool) {
    let name = property.name();
    let message = format!("Connections are asked for `{name}`, and `{{{{{name}}}}}` stands nowhere.");
    let because = if is_for_gateway {
        "Calls go through Nintex Gateway only where `x-ntx-host` says so."
    } else {
        "What a connection is given takes effect in the places of that name alone."
    };
    let is_full = findings.is_full();
    let diagnostic = findings.add(property, message, because);
    let Some(root) = document.root().filter(|_| !is_full) else { return };
    let address = shared_address(document);
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let (key, written, before) = match &*plain.to_ascii_lowercase() {
        "basepath" => ("x-ntx-basePath", format!("/{{{{{name}}}}}"), address.base_path.or(address.host)),
        "host" | "hostname" | "domain" | "server" => ("x-ntx-host", format!("{{{{{name}}}}}"), address.host),
        _ if is_for_gateway => ("x-ntx-host", "{{x-ntx-gateway-uri}}".to_owned(), address.host),
        _ => ("", String::new(), None),
    };
    if !key.is_empty() && root.get(key).is_none() {
        let position = before.map_or(Position::Last, Position::After);
        let edit = edit::insert_member(root, position, key, &encode(&written));
        let consequence = "Calls then go where the connection says, whatever the document says besides.";
        diagnostic.review_fix(format!("Put it into `{key}`"), consequence, [edit]);
    }
    let list = property.object().parent().and_then(|asked| asked.get("required"));
    let items = list.map(|list| list.items().gathered()).unwrap_or_default();
    let item = items.iter().find(|item| item.is_str(&name));
    let removal = match item {
        Some(item) if items.len() > 1 => edit::remove_item(*item),
        Some(_) => list.and_then(Value::member).map(edit::remove_member),
        None => None,
    };
    let consequence = "Connections that there are keep working.";
    let edits = std::iter::once(edit::remove_member(property)).chain(removal).gathered();
    diagnostic.review_fix("No longer ask for it", consequence, edits);
}
