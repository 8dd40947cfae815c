use crate::json::{Member, Value, edit};
use crate::openapi::{Document, Parts, nearest};
use crate::rules::Findings;
use crate::rules::wording::name;
use crate::text::{Gather, Names};

super::rule! {
    /// `x-ntx-initial` of an object sets a property that the object does not have.
    ///
    /// It lists the values that fields hold at first by the names of the properties, letter by letter.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "x-ntx-render-version": 2,
    ///   "definitions": {
    ///     "Event": {
    ///       "type": "object",
    ///       "properties": { "timeZone": { "type": "string" } },
    ///       "x-ntx-initial": { «"Timezone"»: "UTC" }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Rename it to `timeZone`
    /// ```json
    /// {
    ///   "x-ntx-render-version": 2,
    ///   "definitions": {
    ///     "Event": {
    ///       "type": "object",
    ///       "properties": { "timeZone": { "type": "string" } },
    ///       "x-ntx-initial": { "timeZone": "UTC" }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove `Timezone`
    /// ```json
    /// {
    ///   "x-ntx-render-version": 2,
    ///   "definitions": {
    ///     "Event": {
    ///       "type": "object",
    ///       "properties": { "timeZone": { "type": "string" } },
    ///       "x-ntx-initial": {}
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "x-ntx-render-version": 2,
    ///   "parameters": {
    ///     "event": {
    ///       "name": "event",
    ///       "in": "body",
    ///       "x-ntx-initial": { "timeZone": "UTC", "title": "Call" },
    ///       "schema": { "allOf": [{ "$ref": "#/definitions/Zoned" }], "properties": { "title": { "type": "string" } } }
    ///     }
    ///   },
    ///   "definitions": {
    ///     "Zoned": { "type": "object", "properties": { "timeZone": { "type": "string" } } },
    ///     "Free": { "type": "object", "additionalProperties": true, "x-ntx-initial": { "a": 1 } }
    ///   }
    /// }
    /// ```
    Warning "initial-name-undefined" Inferred
    from "https://help.nintex.com/en-us/xtensions/03_Advanced/02_Extensions/NAV_Vendor_Extensions.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let mut parts = Parts::new(document);
    for found in &document.shape().extensions {
        if !found.member.is("x-ntx-initial") || !found.member.value().is_object() {
            continue;
        }
        let holder = found.member.object();
        let Some(made_of) = parts.of(&[holder.get("schema").unwrap_or(holder)]) else { return };
        let names = made_of.iter().flat_map(|(part, _)| part.members_of("properties")).map(Member::name).gathered();
        if parts.afford(names.len()).is_none() {
            return;
        }
        let properties: Names<'_> = names.iter().cloned().collect();
        let names: Vec<&str> = names.iter().map(|name| &**name).gathered();
        let takes_more = |part: Value<'_>| {
            let more = part.get("additionalProperties").is_some_and(|more| more.as_bool() != Some(false));
            more || part.get("x-ntx-dynamic-schema").is_some()
        };
        if properties.is_empty() || made_of.iter().any(|(part, _)| takes_more(*part)) {
            continue;
        }
        for set in found.member.value().members().filter(|set| !properties.contains(&set.name())) {
            let written = set.name();
            let what = name(found.object, holder);
            let because = "Nintex presets fields by their exact names, so this value goes nowhere.";
            let is_full = findings.is_full();
            let diagnostic =
                findings.add(set, format!("`x-ntx-initial` sets `{written}`, and {what} has no such property."), because);
            if is_full {
                continue;
            }
            if let Some(right) = nearest(&written, &names) {
                let consequence = "The field of that name then holds the value at first.";
                diagnostic.review_fix(format!("Rename it to `{right}`"), consequence, [edit::rename_member(set, right)]);
            }
            let consequence = "The value is then lost.";
            diagnostic.review_fix(format!("Remove `{written}`"), consequence, [edit::remove_member(set)]);
        }
    }
}
