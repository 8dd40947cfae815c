use crate::nintex::Xtension;
use crate::rules::{Findings, helpers};

super::rule! {
    /// A field asks an operation that changes or deletes something, for options or for fields.
    ///
    /// Nintex calls it each time that somebody sets up the action, and to look must not change anything. Of `put`, `patch`
    /// and `delete` this is certain; with `post`, some APIs search.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": { "get": { "operationId": "getBoards" }, "delete": { "operationId": "deleteBoards" } }
    ///   },
    ///   "definitions": {
    ///     "Board": { "type": "string", "x-ntx-dynamic-values": { "operationId": «"deleteBoards"», "value-path": "id" } }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": { "get": { "operationId": "getBoards" }, "delete": { "operationId": "deleteBoards" } }
    ///   },
    ///   "definitions": {
    ///     "Board": { "type": "string", "x-ntx-dynamic-values": { "operationId": "getBoards", "value-path": "id" } }
    ///   }
    /// }
    /// ```
    Warning "helper-changes-data" Inferred
    from "https://help.nintex.com/en-US/xtensions/03_Advanced/02_Extensions/PRC_02EXT_dynamic_values.htm"
}

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    for question in &xtension.helpers().questions {
        let helper = question.helper.and_then(|helper| document.operations().get(helper));
        let (Some(helper), Some(place)) = (helper, question.operation_id()) else { continue };
        if !["put", "patch", "delete"].iter().any(|method| helper.method.is(method)) {
            continue;
        }
        let (method, label) = (helper.method.name(), helper.label());
        let message = format!("To fill {}, `{label}` is called, which is a `{method}`.", helpers::name(question));
        let because = "Nintex calls it whenever somebody sets up the action: what it changes, it changes then.";
        findings.add(place, message, because).label(helper.method.name_span(), "the operation that is asked");
    }
}
