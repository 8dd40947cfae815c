use crate::json::edit;
use crate::nintex::fields::is_hidden;
use crate::nintex::Xtension;
use crate::rules::Findings;

super::rule! {
    /// Every operation is hidden, so the Xtension has no action.
    ///
    /// It imports, and there is nothing to put into a workflow. `x-ntx-visibility` is for operations that only fill
    /// drop-down lists or test a connection.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   «"paths"»: {
    ///     "/notes": { "get": { "operationId": "listNotes", "x-ntx-visibility": "internal", "responses": {} } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Show `listNotes`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/notes": { "get": { "operationId": "listNotes", "responses": {} } }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/notes": {
    ///       "get": { "operationId": "listNotes", "x-ntx-visibility": "internal", "responses": {} },
    ///       "post": { "operationId": "addNote", "responses": {} }
    ///     }
    ///   }
    /// }
    /// ```
    Warning "actions-all-hidden" Inferred
    from "https://help.nintex.com/en-us/xtensions/03_Advanced/02_Extensions/NAV_Vendor_Extensions.htm"
}

/// More alternatives than these are no help.
const MOST: usize = 4;

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    let operations = document.operations();
    let Some(paths) = document.root_member("paths") else { return };
    if operations.is_empty() || !operations.iter().all(|operation| is_hidden(operation.value())) {
        return;
    }
    let helpers = xtension.helpers();
    let because = "The designer lists no action of this Xtension.";
    let diagnostic = findings.add(paths, "Every operation is hidden by `x-ntx-visibility`.", because);
    // What fills a list is hidden for a reason.
    let others = operations.iter().enumerate().filter(|(position, _)| !helpers.is_helper(*position));
    for (_, operation) in others.take(MOST) {
        if let Some(member) = operation.value().member_named("x-ntx-visibility") {
            let title = format!("Show `{}`", operation.label());
            diagnostic.review_fix(title, "It is then an action in the designer.", [edit::remove_member(member)]);
        }
    }
}
