use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, Severity};
use crate::json::edit::{self, Position};
use crate::json::{Value, encode};
use crate::nintex::vocabulary::meant;
use crate::nintex::{CONNECTION_PROPERTIES, CONNECTION_VALIDATION};
use crate::openapi::{Document, Operation, Parameter, SecurityDefinition, nearest};
use crate::rules::Findings;
use crate::rules::operation_names::half_declared;
use crate::text::{Edit, Gather, Names};

super::rule! {
    /// The operation that is to test a connection is not there, or cannot test it.
    ///
    /// When somebody makes a connection, Nintex calls the operation that `x-ntx-connection-validation` names, and takes
    /// its answer for that of the whole API. It has nothing to send but what the connection was given. The operation
    /// should sign in like the others, only read, and not be shown as an action.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": { "/me": { "get": { "operationId": "getMe", "x-ntx-visibility": "internal" } } },
    ///   "security": [{ "login": [] }],
    ///   "securityDefinitions": {
    ///     "login": { "type": "basic", "x-ntx-connection-validation": { "operationId": «"getme"» } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Test connections by `getMe`
    /// ```json
    /// {
    ///   "paths": { "/me": { "get": { "operationId": "getMe", "x-ntx-visibility": "internal" } } },
    ///   "security": [{ "login": [] }],
    ///   "securityDefinitions": {
    ///     "login": { "type": "basic", "x-ntx-connection-validation": { "operationId": "getMe" } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Do not test connections
    /// ```json
    /// {
    ///   "paths": { "/me": { "get": { "operationId": "getMe", "x-ntx-visibility": "internal" } } },
    ///   "security": [{ "login": [] }],
    ///   "securityDefinitions": {
    ///     "login": { "type": "basic" }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": { "/me": { "get": { "operationId": "getMe", "x-ntx-visibility": "internal" } } },
    ///   "securityDefinitions": {
    ///     "login": { "type": "basic", "x-ntx-connection-validation": { "operationId": «"getMe"» } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Let `getMe` sign in by `login`
    /// ```json
    /// {
    ///   "paths": { "/me": { "get": { "operationId": "getMe", "x-ntx-visibility": "internal", "security": [{"login": []}] } } },
    ///   "securityDefinitions": {
    ///     "login": { "type": "basic", "x-ntx-connection-validation": { "operationId": "getMe" } }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": { "/me": { "get": { "operationId": "getMe" } } },
    ///   "security": [{ "login": [] }],
    ///   "securityDefinitions": {
    ///     "login": { "type": "basic", "x-ntx-connection-validation": { "operationId": «"getMe"» } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Hide `getMe`
    /// ```json
    /// {
    ///   "paths": { "/me": { "get": { "operationId": "getMe", "x-ntx-visibility": "internal" } } },
    ///   "security": [{ "login": [] }],
    ///   "securityDefinitions": {
    ///     "login": { "type": "basic", "x-ntx-connection-validation": { "operationId": "getMe" } }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": { "/me": { "get": { "operationId": "getMe", "x-ntx-visibility": "internal" } } },
    ///   "security": [{ "login": [] }],
    ///   "securityDefinitions": {
    ///     "login": { "type": "basic", "x-ntx-connection-validation": { "operationId": "getMe" } }
    ///   }
    /// }
    /// ```
    Error "connection-validation-unsuitable" Documented
    from "https://help.nintex.com/en-us/xtensions/04_Reference/Tutorials/x-ntx-connection-validation.htm"
}

const MANY: usize = 100;

fn check(document: &Document<'_>, findings: &mut Findings) {
    let named = document.security_definitions().iter().filter_map(|definition| {
        let id = definition.value().get(CONNECTION_VALIDATION)?.get("operationId")?;
        Some((definition, id, id.as_str()?))
    });
    // One is named in a document; judging many of them could take the product of two lists.
    let named = named.take(MANY).gathered();
    if named.is_empty() || document.operations().is_empty() {
        return;
    }
    let mut ids = Names::default();
    let mut operations = Vec::new();
    for operation in document.operations() {
        if let Some(id) = operation.id() && ids.insert(id) {
            operations.push(operation);
        }
    }
    let meant = half_declared(document);
    for (definition, id, name) in named {
        if let Some(operation) = ids.find(&name).and_then(|number| operations.get(number)) {
            judge(document, findings, definition, id, operation);
            continue;
        }
        if meant.contains(&name) {
            continue;
        }
        let message = format!("No operation has the `operationId` `{name}`, so nothing can test a connection.");
        let because = "Nintex looks for the operation in this document, by its exact name.";
        let diagnostic = findings.add(id, message, because);
        offer_others(document, diagnostic, id, &name);
    }
}

/// Says what is wrong with an operation that is there.
fn judge(
    document: &Document<'_>,
    findings: &mut Findings,
    definition: &SecurityDefinition<'_>,
    id: Value<'_>,
    operation: &Operation<'_>,
) {
    let (label, name) = (operation.label(), definition.name());
    let asked = definition.value().get(CONNECTION_PROPERTIES).and_then(|asked| asked.get("properties"));
    let is_given = |parameter: &Parameter<'_>| {
        let name = parameter.name().unwrap_or_default();
        asked.is_some_and(|asked| asked.get(&name).is_some())
    };
    if let Some(parameter) = operation.parameters.iter().find(|one| wants_a_value(one) && !is_given(one)) {
        let wanted = parameter.name().unwrap_or_default();
        let message = format!("`{label}` cannot test a connection, as it needs `{wanted}`.");
        let because = "Nintex has nothing to send but what the connection was given.";
        let diagnostic = findings.add(id, message, because);
        diagnostic.label(parameter.blamed("name").span(), "this is needed");
        offer_others(document, diagnostic, id, "");
    } else if !operation.security.requirements.iter().any(|one| one.name() == name) {
        let message = format!("`{label}` does not sign in by `{name}`, so it cannot tell whether a connection works.");
        let because = "The call succeeds with any password, or fails with the right one.";
        let diagnostic = findings.add(id, message, because).severity(Severity::Warning);
        let requirement = format!("[{{{}: []}}]", encode(&name));
        let edit = match operation.value().get("security") {
            Some(own) => Edit::replace(own.span(), requirement),
            None => edit::insert_member(operation.value(), Position::Last, "security", &requirement),
        };
        let consequence = "It is then called with the user name and password, key or token of the connection.";
        diagnostic.review_fix(format!("Let `{label}` sign in by `{name}`"), consequence, [edit]);
    } else if !operation.method.is("get") && !operation.method.is("head") {
        let method = operation.method.name().to_ascii_uppercase();
        let message = format!("Each new connection calls `{label}`, and a `{method}` may change something.");
        let because = "Nintex calls it whenever somebody makes a connection, only to see whether it answers.";
        let diagnostic = findings.add(id, message, because).severity(Severity::Hint);
        offer_others(document, diagnostic, id, "");
    } else if !operation.value().members().any(|member| is_visibility(&member.name())) {
        let message = format!("`{label}` tests connections, and the designer shows it as an action, too.");
        let because = "Nintex's help pages want such an operation hidden, if it is there for nothing else.";
        let diagnostic = findings.add(id, message, because).severity(Severity::Hint);
        let edit = edit::insert_member(operation.value(), Position::Last, "x-ntx-visibility", "\"internal\"");
        diagnostic.review_fix(format!("Hide `{label}`"), "It is then no longer an action.", [edit]);
    }
}

/// Whether that says who sees the operation, or means to.
fn is_visibility(name: &str) -> bool {
    name.ends_with("-visibility") || meant(name) == Some("x-ntx-visibility")
}

/// Whether it must be sent and the document does not say with which value.
fn wants_a_value(parameter: &Parameter<'_>) -> bool {
    let value = parameter.value;
    let is_preset = value.get("default").is_some() || value.get("x-ntx-initial").is_some();
    let is_body = value.get("in").is_some_and(|place| place.is_str("body"));
    value.get("required").and_then(Value::as_bool) == Some(true) && !is_preset && !is_body
}

/// Offers operations that can test a connection: the one with the nearest name, else the first few.
fn offer_others(document: &Document<'_>, diagnostic: &mut Diagnostic, id: Value<'_>, name: &str) {
    let is_fit = |operation: &&Operation<'_>| {
        operation.method.is("get") && !operation.parameters.iter().any(wants_a_value)
    };
    // Among thousands nobody looks for a name.
    let all = document.operations().iter().take(10 * MANY).filter_map(Operation::id).gathered();
    let fit = document.operations().iter().filter(is_fit).filter_map(Operation::id);
    let right = nearest(name, &all.iter().map(|id| &**id).gathered()).map(str::to_owned);
    let others = match right {
        Some(right) => vec![right],
        None => fit.take(3).map(Cow::into_owned).gathered(),
    };
    for other in others {
        let edit = Edit::replace(id.span(), encode(&other));
        let consequence = "Nintex calls it whenever somebody makes a connection.";
        diagnostic.review_fix(format!("Test connections by `{other}`"), consequence, [edit]);
    }
    if let Some(member) = id.parent().and_then(Value::member) {
        let consequence = "A wrong password then shows when a workflow runs.";
        diagnostic.review_fix("Do not test connections", consequence, [edit::remove_member(member)]);
    }
}

#[cfg(test)]
mod tests {
    /// The severity, the message and the titles of the fixes where `operation`, a `post` in one path, tests connections.
    fn told(operation: &str) -> Option<(crate::Severity, String, Vec<String>)> {
        let text = format!(
            r#"{{
                "paths": {{
                    "/test": {{ "post": {{ "operationId": "test", "security": [{{ "k": [] }}], {operation} }} }},
                    "/me": {{ "get": {{ "operationId": "getMe" }} }}
                }},
                "securityDefinitions": {{ "k": {{
                    "type": "basic",
                    "x-ntx-connection-validation": {{ "operationId": "test" }},
                    "x-ntx-connection-properties": {{ "properties": {{ "site": {{}} }} }}
                }} }}
            }}"#
        );
        let found = crate::check(&text).diagnostics.into_iter().find(|one| one.rule == super::RULE.id)?;
        Some((found.severity, found.message, found.fixes.into_iter().map(|fix| fix.title).collect()))
    }

    #[test]
    fn what_a_connection_cannot_give_is_too_much() {
        let parameters = |rest: &str| {
            format!(r#""parameters": [{{ "name": "site", "in": "query", "required": true, "type": "string" {rest} }}]"#)
        };
        let (severity, message, _) = told(&parameters("")).unwrap();
        assert_eq!((severity, &*message), (crate::Severity::Hint, "Each new connection calls `test`, and a `POST` may change something."));
        let (severity, message, titles) = told(&parameters("").replace("site", "folder")).unwrap();
        assert_eq!((severity, &*message), (crate::Severity::Error, "`test` cannot test a connection, as it needs `folder`."));
        assert_eq!(titles, ["Test connections by `getMe`", "Do not test connections"]);
        let (severity, _, _) = told(&parameters(r#", "default": "a""#).replace("site", "folder")).unwrap();
        assert_eq!(severity, crate::Severity::Hint);
    }
}
