use crate::json::edit::{self, Position};
use crate::nintex::k2::K2Api;
use crate::nintex::Xtension;
use crate::rules::Findings;

super::rule! {
    /// An operation that K2 keeps for itself is shown as an action.
    ///
    /// K2's own Swagger file lists `op/{operation}`, which is reserved for the system. Hidden, it does not stand among
    /// the actions in the designer.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "host": "notes.onk2.com",
    ///   "basePath": "/api/workflow/v1",
    ///   "paths": {
    ///     "/op/{operation}": {
    ///       «"get"»: { "operationId": "op" }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Hide it in the designer
    /// ```json
    /// {
    ///   "host": "notes.onk2.com",
    ///   "basePath": "/api/workflow/v1",
    ///   "paths": {
    ///     "/op/{operation}": {
    ///       "get": { "operationId": "op", "x-ntx-visibility": "internal" }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "host": "notes.onk2.com",
    ///   "basePath": "/api/workflow/v1",
    ///   "paths": { "/tasks": { "get": {} } }
    /// }
    /// ```
    Hint "k2-operation-reserved" Documented
    from "https://help.nintex.com/en-US/nintexautomation/userguide/current/Content/K2-Management-Site/Integration/Workflow-REST-API.htm"
}

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    if xtension.k2().is_none_or(|k2| k2.api != Some(K2Api::Workflow)) {
        return;
    }
    for operation in document.operations() {
        let value = operation.value();
        if operation.path.name().ends_with("/op/{operation}") && value.is_object() && value.get("x-ntx-visibility").is_none()
        {
            findings
                .add(
                    operation.method,
                    "K2 keeps this operation for itself.",
                    "It would be an action in the designer that is of no use to anybody.",
                )
                .review_fix(
                    "Hide it in the designer",
                    "Workflows that use it keep it.",
                    [edit::insert_member(value, Position::Last, "x-ntx-visibility", "\"internal\"")],
                );
        }
    }
}
