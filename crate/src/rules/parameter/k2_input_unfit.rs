use crate::json::Value;
use crate::json::edit;
use crate::nintex::k2::K2Api;
use crate::nintex::Xtension;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::Findings;

super::rule! {
    /// An input of K2's workflow API is described as what K2 does not take.
    ///
    /// A `serialNumber` is text such as `123_45`. And a task sleeps either for a time, `SleepFor`, or until a date,
    /// `SleepUntil`: who must give both can only fail.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "host": "notes.onk2.com",
    ///   "basePath": "/api/workflow/v1",
    ///   "paths": {
    ///     "/tasks/{serialNumber}": {
    ///       "get": {
    ///         "parameters": [{ "name": "serialNumber", "in": "path", "required": true, "type": «"integer"» }]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Change it to `string`
    /// ```json
    /// {
    ///   "host": "notes.onk2.com",
    ///   "basePath": "/api/workflow/v1",
    ///   "paths": {
    ///     "/tasks/{serialNumber}": {
    ///       "get": {
    ///         "parameters": [{ "name": "serialNumber", "in": "path", "required": true, "type": "string" }]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "host": "notes.onk2.com",
    ///   "basePath": "/api/workflow/v1",
    ///   "paths": {
    ///     "/tasks/{serialNumber}/actions/sleep": {
    ///       "post": {
    ///         "parameters": [
    ///           { "name": "time", "in": "body", "schema": { "required": ["SleepFor", «"SleepUntil"»] } }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Require neither
    /// ```json
    /// {
    ///   "host": "notes.onk2.com",
    ///   "basePath": "/api/workflow/v1",
    ///   "paths": {
    ///     "/tasks/{serialNumber}/actions/sleep": {
    ///       "post": {
    ///         "parameters": [
    ///           { "name": "time", "in": "body", "schema": {} }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "host": "notes.onk2.com",
    ///   "basePath": "/api/workflow/v1",
    ///   "paths": {
    ///     "/tasks/{serialNumber}": {
    ///       "get": { "parameters": [{ "name": "serialNumber", "in": "path", "required": true, "type": "string" }] }
    ///     }
    ///   }
    /// }
    /// ```
    Warning "k2-input-unfit" Documented
    from "https://help.nintex.com/en-US/nintexautomation/userguide/current/Content/K2-Management-Site/Integration/Workflow-REST-API.htm"
}

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    if xtension.k2().is_none_or(|k2| k2.api != Some(K2Api::Workflow)) {
        return;
    }
    for parameter in document.places(ObjectKind::Parameter).map(|place| place.value) {
        let is_serial = parameter.get_str("name").is_some_and(|name| name.eq_ignore_ascii_case("serialNumber"));
        let number = parameter.get("type").filter(|kind| is_serial && (kind.is_str("integer") || kind.is_str("number")));
        if let Some(kind) = number {
            findings
                .add(
                    kind,
                    "A `serialNumber` of K2 is text such as `123_45`, not a number.",
                    "Nintex lets people enter a number alone, and K2 has no task by that.",
                )
                .safe_fix("Change it to `string`", [edit::replace_value(kind, "\"string\"")]);
        }
    }
    for schema in document.places(ObjectKind::Schema).map(|place| place.value) {
        let Some(required) = schema.member_named("required") else { continue };
        let named = |name: &str| required.value().items().find(move |item| item.is_str(name));
        let (Some(_), Some(until)) = (named("SleepFor"), named("SleepUntil")) else { continue };
        let is_sleep = |item: Value<'_>| item.is_str("SleepFor") || item.is_str("SleepUntil");
        let edits = if required.value().items().all(is_sleep) {
            vec![edit::remove_member(required)]
        } else {
            edit::remove_items(required.value(), is_sleep)
        };
        findings
            .add(
                until,
                "Either `SleepFor` or `SleepUntil` can be given, and this requires both.",
                "K2 refuses a task that is to sleep for a time and until a date.",
            )
            .review_fix("Require neither", "Whoever sets up the action fills in the one that is wanted.", edits);
    }
}
