use crate::json::edit::{self, Position};
use crate::nintex::Xtension;
use crate::openapi::SecurityOrigin;
use crate::rules::Findings;

super::rule! {
    /// An operation that fields ask does not sign in, while the actions with these fields do.
    ///
    /// Nintex signs in to an operation where its own `security` says so, or that of the root. Where neither is there, the
    /// operation is called without a key or a token, and most APIs refuse to answer. If it needs none, say so with
    /// `"security": []`.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": {
    ///       «"get"»: {
    ///         "operationId": "getBoards"
    ///       }
    ///     },
    ///     "/notes": {
    ///       "get": {
    ///         "security": [{ "key": [] }],
    ///         "parameters": [
    ///           {
    ///             "name": "board",
    ///             "in": "query",
    ///             "type": "string",
    ///             "x-ntx-dynamic-values": { "operationId": "getBoards", "value-path": "id" }
    ///           }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Sign in as the action does
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": {
    ///       "get": {
    ///         "operationId": "getBoards",
    ///         "security": [{ "key": [] }]
    ///       }
    ///     },
    ///     "/notes": {
    ///       "get": {
    ///         "security": [{ "key": [] }],
    ///         "parameters": [
    ///           {
    ///             "name": "board",
    ///             "in": "query",
    ///             "type": "string",
    ///             "x-ntx-dynamic-values": { "operationId": "getBoards", "value-path": "id" }
    ///           }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": {
    ///       "get": {
    ///         "operationId": "getBoards", "security": []
    ///       }
    ///     },
    ///     "/notes": {
    ///       "get": {
    ///         "security": [{ "key": [] }],
    ///         "parameters": [
    ///           {
    ///             "name": "board",
    ///             "in": "query",
    ///             "type": "string",
    ///             "x-ntx-dynamic-values": { "operationId": "getBoards", "value-path": "id" }
    ///           }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    Warning "helper-without-security" Inferred
    from "https://help.nintex.com/en-US/xtensions/04_Reference/Tutorials/OAuth.htm"
}

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    let helpers = xtension.helpers();
    let operations = document.operations();
    let mut is_told = vec![false; operations.len()];
    for asker in &helpers.askers {
        let Some(action) = operations.get(asker.operation).filter(|action| !action.security.requirements.is_empty()) else { continue };
        for position in helpers.asked_by(asker).filter_map(|question| question.helper) {
            let (Some(helper), Some(is_told)) = (operations.get(position), is_told.get_mut(position)) else { continue };
            if *is_told || helper.security.origin != SecurityOrigin::Nowhere {
                continue;
            }
            *is_told = true;
            let message = format!("`{}` does not sign in, but `{}`, which asks it for a field, does.", helper.label(), action.label());
            let because = "Nintex calls an operation without `security` without key or token: most APIs then refuse to answer.";
            let diagnostic = findings.add(helper.method, message, because);
            let Some(security) = action.security.member else { continue };
            let consequence = "It is then called with what the connection signs in with.";
            let edit = edit::copy_member(security, helper.value(), Position::Last);
            diagnostic.review_fix("Sign in as the action does", consequence, [edit]);
        }
    }
}
