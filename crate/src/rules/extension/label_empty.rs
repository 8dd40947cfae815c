use crate::json::{Member, Value, edit};
use crate::openapi::Document;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::Findings;
use crate::text::{Edit, Gather};

super::rule! {
    /// A field has an empty label.
    ///
    /// With `"x-ntx-render-version": 2`, an empty `x-ntx-summary` of an object takes its name off the labels of the fields
    /// in it. A single field is left without any label.
    ///
    /// ## Bad
    /// ```json
    /// { "parameters": { "due": { "name": "due", "in": "query", "type": "string", «"x-ntx-summary"»: "" } } }
    /// ```
    /// ## Fix: Remove empty labels
    /// ```json
    /// { "parameters": { "due": { "name": "due", "in": "query", "type": "string" } } }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "parameters": { "note": { "name": "note", "in": "body", "x-ntx-summary": "", "schema": {} } },
    ///   "definitions": {
    ///     "Note": {
    ///       "type": "object",
    ///       "properties": {
    ///         "by": {
    ///           "x-ntx-summary": "",
    ///           "type": "object",
    ///           "properties": { "address": { "type": "string", "x-ntx-summary": "" } }
    ///         },
    ///         "due": { "type": "string", "x-ntx-summary": "Due" }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    Hint "label-empty" Documented
    from "https://help.nintex.com/en-US/xtensions/03_Advanced/02_Extensions/PRC_06EXT_render_version.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let extensions = document.shape().extensions.iter();
    let empty = extensions.filter(|found| {
        let holder = found.member.object();
        let is_field = match found.object.kind {
            ObjectKind::Parameter => holder.get("schema").is_none(),
            ObjectKind::Schema => is_one_of_several(holder),
            _ => false,
        };
        is_field && found.member.is("x-ntx-summary") && found.member.value().is_str("") && is_single(holder)
    });
    let empty: Vec<Member<'_>> = empty.map(|found| found.member).gathered();
    let Some(first) = empty.first() else { return };
    let edits: Vec<Edit> = empty.iter().map(|member| edit::remove_member(*member)).gathered();
    findings
        .add(*first, "The label of this field is empty.", "The field stands in the designer without a label.")
        .label_each(&mut empty.iter().skip(1).map(|member| member.name_span()), "this one, too")
        .review_fix("Remove empty labels", "The label is then the title of the field, else its name.", edits);
}

/// Whether it is a property beside others. The only one needs no label where what it is in has one.
fn is_one_of_several(schema: Value<'_>) -> bool {
    let map = schema.parent().filter(|map| map.member().is_some_and(|map| map.is("properties")));
    map.is_some_and(|map| map.members().nth(1).is_some())
}

/// Whether it is a text, a number or a truth value, and so has no fields in it.
fn is_single(holder: Value<'_>) -> bool {
    let kinds = ["string", "integer", "number", "boolean"];
    holder.get("type").is_some_and(|kind| kinds.iter().any(|name| kind.is_str(name)))
}
