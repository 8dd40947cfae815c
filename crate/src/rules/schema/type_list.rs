use crate::json::{Value, encode};
use crate::openapi::Document;
use crate::rules::Findings;
use crate::rules::wording::{list, name_first};
use crate::text::{Edit, Gather};

super::rule! {
    /// A schema has a list of types.
    ///
    /// The schema of OpenAPI 2.0 lets it pass; its text knows one type only, as a string. Later versions of the format
    /// say so that a value may be `null`.
    ///
    /// ## Bad
    /// ```json
    /// { "definitions": { "Name": { "type": «["string", "null"]» }, "Id": { "type": «["integer", "string"]» } } }
    /// ```
    /// ## Fix: Write `string`
    /// ```json
    /// { "definitions": { "Name": { "type": "string" }, "Id": { "type": ["integer", "string"] } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Id": { "type": «["integer", "string"]» } } }
    /// ```
    /// ## Fix: Write `integer`
    /// ```json
    /// { "definitions": { "Id": { "type": "integer" } } }
    /// ```
    /// ## Fix: Write `string`
    /// ```json
    /// { "definitions": { "Id": { "type": "string" } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "definitions": { "Name": { "type": "string" }, "Id": {} } }
    /// ```
    Hint "type-list" Documented from "https://spec.openapis.org/oas/v2.0#data-types"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for typed in document.typed().filter(crate::openapi::Typed::is_schema) {
        let Some(kinds) = typed.value.get("type").filter(|kinds| kinds.is_array()) else { continue };
        if typed.types().is_none() {
            continue;
        }
        let names: Vec<String> = kinds.items().filter_map(Value::as_str).map(std::borrow::Cow::into_owned).gathered();
        let message = format!("{} has a list of types: {}.", name_first(typed.object, typed.value), list(&names));
        let diagnostic = findings.add(kinds, message, "Nintex makes one kind of field of a value, and needs one type for it.");
        for right in names.iter().filter(|right| *right != "null") {
            let edit = Edit::replace(kinds.span(), encode(right));
            diagnostic.review_fix(format!("Write `{right}`"), "The other types are then no longer mentioned.", [edit]);
        }
    }
}
