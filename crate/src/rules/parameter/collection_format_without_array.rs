use crate::json::edit;
use crate::openapi::Document;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::Findings;
use crate::rules::wording::name_first;

super::rule! {
    /// `collectionFormat` stands beside a type that is no array.
    ///
    /// It says what separates the items of an array. A single value has none, so it says nothing; or the type should have
    /// been `array`.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "parameters": { "ids": { "name": "ids", "in": "query", "type": "string", «"collectionFormat"»: "csv" } }
    /// }
    /// ```
    /// ## Fix: Remove it
    /// ```json
    /// {
    ///   "parameters": { "ids": { "name": "ids", "in": "query", "type": "string" } }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "parameters": {
    ///     "ids": { "name": "ids", "in": "query", "type": "array", "collectionFormat": "csv", "items": { "type": "string" } }
    ///   }
    /// }
    /// ```
    Hint "collection-format-without-array" Documented from "https://spec.openapis.org/oas/v2.0#parameter-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let kinds = [ObjectKind::Parameter, ObjectKind::Items, ObjectKind::Header];
    for place in &document.shape().places {
        let Some(member) = place.value.member_named("collectionFormat").filter(|_| kinds.contains(&place.object.kind))
        else {
            continue;
        };
        let Some(kind) = place.value.get_str("type").filter(|kind| kind != "array") else { continue };
        // A type that does not exist is meant to be another one.
        if !["string", "number", "integer", "boolean", "file"].contains(&&*kind) {
            continue;
        }
        let message =
            format!("{} is of type `{kind}` and has no items to separate.", name_first(place.object, place.value));
        findings
            .add(member, message, "It does nothing: the value is sent as it is.")
            .safe_fix("Remove it", [edit::remove_member(member)]);
    }
}
