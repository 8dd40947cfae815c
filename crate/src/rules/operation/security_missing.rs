use crate::diagnostic::Severity;
use crate::json::edit;
use crate::json::fragment;
use crate::nintex::{CONNECTION_VALIDATION, Xtension};
use crate::openapi::vocabulary::OPERATION;
use crate::openapi::{Document, Operation, SecurityOrigin};
use crate::rules::token_call::TokenCalls;
use crate::rules::{Findings, problems};
use crate::text::Gather;

super::rule! {
    /// Some operations sign in, and others say nothing of it.
    ///
    /// An operation without `security` in a document that has none at the root is called without signing in. Where most
    /// operations sign in, one that does not was often added later, and its calls get 401. What is meant to be open says
    /// `"security": []`.
    ///
    /// Where only the operation that tests connections signs in, no action does, and that is a warning.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": { "basic": { "type": "basic" } },
    ///   "paths": {
    ///     "/notes": {
    ///       "get": { "operationId": "listNotes", "security": [{ "basic": [] }] },
    ///       "put": { "operationId": "saveNote", "security": [{ "basic": [] }] },
    ///       «"delete"»: { "operationId": "deleteNotes" }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Sign in there, too
    /// ```json
    /// {
    ///   "securityDefinitions": { "basic": { "type": "basic" } },
    ///   "paths": {
    ///     "/notes": {
    ///       "get": { "operationId": "listNotes", "security": [{ "basic": [] }] },
    ///       "put": { "operationId": "saveNote", "security": [{ "basic": [] }] },
    ///       "delete": { "operationId": "deleteNotes", "security": [{ "basic": [] }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Say that it is open to all
    /// ```json
    /// {
    ///   "securityDefinitions": { "basic": { "type": "basic" } },
    ///   "paths": {
    ///     "/notes": {
    ///       "get": { "operationId": "listNotes", "security": [{ "basic": [] }] },
    ///       "put": { "operationId": "saveNote", "security": [{ "basic": [] }] },
    ///       "delete": { "operationId": "deleteNotes", "security": [] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": { "basic": { "type": "basic", "x-ntx-connection-validation": { "operationId": "whoAmI" } } },
    ///   "paths": {
    ///     "/me": { "get": { "operationId": "whoAmI", "security": [{ "basic": [] }] } },
    ///     "/notes": { «"get"»: { "operationId": "listNotes" }, "put": { "operationId": "saveNote" } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Sign in there, too
    /// ```json
    /// {
    ///   "securityDefinitions": { "basic": { "type": "basic", "x-ntx-connection-validation": { "operationId": "whoAmI" } } },
    ///   "paths": {
    ///     "/me": { "get": { "operationId": "whoAmI", "security": [{ "basic": [] }] } },
    ///     "/notes": { "get": { "operationId": "listNotes", "security": [{ "basic": [] }] }, "put": { "operationId": "saveNote", "security": [{ "basic": [] }] } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Say that it is open to all
    /// ```json
    /// {
    ///   "securityDefinitions": { "basic": { "type": "basic", "x-ntx-connection-validation": { "operationId": "whoAmI" } } },
    ///   "paths": {
    ///     "/me": { "get": { "operationId": "whoAmI", "security": [{ "basic": [] }] } },
    ///     "/notes": { "get": { "operationId": "listNotes", "security": [] }, "put": { "operationId": "saveNote", "security": [] } }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "securityDefinitions": { "oauth": { "type": "oauth2" } },
    ///   "paths": {
    ///     "/token": { "post": { "parameters": [{ "name": "grant_type", "in": "formData", "type": "string" }] } },
    ///     "/open": { "get": { "security": [] } },
    ///     "/notes": { "get": { "security": [{ "oauth": [] }] }, "put": { "security": [{ "oauth": [] }] } }
    ///   }
    /// }
    /// ```
    Hint or Warning "security-missing" Inferred from "https://help.nintex.com/en-US/xtensions/04_Reference/Tutorials/OAuth.htm"
}

/// A document has one security definition, or a few. Looking at many could take the product of two lists.
const MANY: usize = 100;

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    let mut token_calls = TokenCalls::new(document);
    // Of what fills the fields of an action, that is told there.
    let helpers = xtension.helpers();
    let mut silent: Vec<&Operation<'_>> = Vec::new();
    for (position, operation) in document.operations().iter().enumerate() {
        let says_nothing = operation.security.origin == SecurityOrigin::Nowhere && !helpers.is_helper(position);
        if says_nothing && token_calls.find(operation).is_none() {
            silent.push(operation);
        }
    }
    let mut signing = document.operations().iter().filter(|operation| !operation.security.requirements.is_empty());
    let (Some(model), Some((first, others))) = (signing.next(), silent.split_first()) else { return };
    let is_model_a_test = is_test(document, model);
    let signing = signing.gathered();
    // A connection that is only tested is used by nobody.
    let is_only_tested = is_model_a_test && signing.iter().all(|operation| is_test(document, operation));
    if signing.len() < silent.len() && !is_only_tested {
        return;
    }
    let who = match others.len() {
        0 => format!("`{}` does not sign in", first.label()),
        more => format!("`{}` and {more} more do not sign in", first.label()),
    };
    let message = if is_only_tested {
        format!("{who}: only `{}` does, which tests connections.", model.label())
    } else {
        format!("{who}, and the others do.")
    };
    let because = "Nintex signs in where `security` says so; these calls go out without it, and most APIs answer 401.";
    let diagnostic = findings.add(first.method, message, because);
    if is_only_tested {
        diagnostic.severity(Severity::Warning);
    }
    diagnostic.label_each(&mut others.iter().map(|other| other.method.name_span()), "nor does this");
    let Some(security) = model.security.member else { return };
    let ways = [
        ("Sign in there, too", "It is then called with the connection.", fragment(security.value())),
        ("Say that it is open to all", "Nothing changes in the calls.", "[]".to_owned()),
    ];
    for (title, consequence, list) in ways {
        let insert = |operation: &&Operation<'_>| {
            let holder = operation.value();
            edit::insert_member(holder, problems::position(&OPERATION, holder, "security"), "security", &list)
        };
        diagnostic.review_fix(title, consequence, silent.iter().map(insert).gathered());
    }
}

/// Whether the operation is the one that tests connections.
fn is_test(document: &Document<'_>, operation: &Operation<'_>) -> bool {
    let mut tested = document.security_definitions().iter().take(MANY);
    operation.id().is_some_and(|id| {
        tested.any(|definition| {
            let named = definition.value().get(CONNECTION_VALIDATION).and_then(|test| test.get("operationId"));
            named.is_some_and(|name| name.is_str(&id))
        })
    })
}
