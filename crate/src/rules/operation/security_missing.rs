use crate::json::edit;
use crate::json::fragment;
use crate::nintex::helper::Helpers;
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
    Hint "security-missing" Inferred from "https://help.nintex.com/en-US/xtensions/04_Reference/Tutorials/OAuth.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let token_calls = TokenCalls::new(document);
    // Of what fills the fields of an action, that is told there.
    let helpers = Helpers::without_askers(document);
    let says_nothing = |(position, operation): &(usize, &Operation<'_>)| {
        operation.security.origin == SecurityOrigin::Nowhere
            && !helpers.is_helper(*position)
            && token_calls.find(operation).is_none()
    };
    let silent = document.operations().iter().enumerate().filter(says_nothing);
    let silent: Vec<&Operation<'_>> = silent.map(|(_, operation)| operation).gathered();
    let mut signing = document.operations().iter().filter(|operation| !operation.security.requirements.is_empty());
    let (Some(model), Some((first, others))) = (signing.next(), silent.split_first()) else { return };
    if signing.count() < silent.len() {
        return;
    }
    let message = match others.len() {
        0 => format!("`{}` does not sign in, and the other operations do.", first.label()),
        more => format!("`{}` and {more} more operations do not sign in, and the others do.", first.label()),
    };
    let because = "Nintex signs in where `security` says so; these calls go out without it, and most APIs answer 401.";
    let diagnostic = findings.add(first.method, message, because);
    diagnostic.label_each(&mut others.iter().map(|other| other.method.name_span()), "nor does this");
    let Some(security) = model.security.member else { return };
    let ways = [
        ("Sign in there, too", "It is then called with the connection, as the others are.", fragment(security.value())),
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
