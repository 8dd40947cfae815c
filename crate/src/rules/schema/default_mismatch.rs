use crate::diagnostic::{Diagnostic, Severity};
use crate::json::{Kind, Value, edit, encode};
use crate::openapi::{Document, Judge, Misfit, Typed};
use crate::rules::wording::name;
use crate::rules::{Findings, values};
use crate::text::{Edit, Gather};

super::rule! {
    /// A default is not one of the values that are allowed.
    ///
    /// Nintex puts it into the field, and whoever does not change it sends what the API does not expect. Numbers and
    /// booleans in quotes are the most frequent case; Nintex does not refuse them, and its own connectors have booleans
    /// in quotes, so those are worth a hint.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "parameters": {
    ///     "all": { "name": "all", "in": "query", "type": "boolean", "default": «"false"» },
    ///     "code": { "name": "code", "in": "query", "type": "string", "default": «1000» },
    ///     "page": { "name": "page", "in": "query", "type": "integer", "minimum": 1, "default": «0» },
    ///     "zone": { "name": "zone", "in": "query", "type": "string", "pattern": "^[A-Z]{2}$", "default": «"Eu"» }
    ///   }
    /// }
    /// ```
    /// ## Fix: Take the quotes away
    /// ```json
    /// {
    ///   "parameters": {
    ///     "all": { "name": "all", "in": "query", "type": "boolean", "default": false },
    ///     "code": { "name": "code", "in": "query", "type": "string", "default": 1000 },
    ///     "page": { "name": "page", "in": "query", "type": "integer", "minimum": 1, "default": 0 },
    ///     "zone": { "name": "zone", "in": "query", "type": "string", "pattern": "^[A-Z]{2}$", "default": "Eu" }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Color": { "type": "string", "enum": ["red", "green"], "default": «"Red"» } } }
    /// ```
    /// ## Fix: Write `red`
    /// ```json
    /// { "definitions": { "Color": { "type": "string", "enum": ["red", "green"], "default": "red" } } }
    /// ```
    /// ## Fix: Allow it in `enum`
    /// ```json
    /// { "definitions": { "Color": { "type": "string", "enum": ["red", "green", "Red"], "default": "Red" } } }
    /// ```
    /// ## Fix: Remove the default
    /// ```json
    /// { "definitions": { "Color": { "type": "string", "enum": ["red", "green"] } } }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Pet": {
    ///       "properties": { "age": { "type": "integer" } },
    ///       "additionalProperties": false,
    ///       "default": { "age": «"old"», «"name"»: "Rex" }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "parameters": {
    ///     "ids": { "name": "ids", "in": "query", "type": "array", "items": { "type": "string" }, "default": «"a, b"» }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write it as an array
    /// ```json
    /// {
    ///   "parameters": {
    ///     "ids": { "name": "ids", "in": "query", "type": "array", "items": { "type": "string" }, "default": ["a", "b"] }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "x-ntx-render-version": 2,
    ///   "definitions": {
    ///     "Event": {
    ///       "required": ["title"],
    ///       "properties": { "size": { "type": "integer" }, "title": { "type": "string" } },
    ///       "x-ntx-initial": { "size": «"many"» }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "parameters": {
    ///     "page": { "name": "page", "in": "query", "type": "integer", "minimum": 1, "default": 1.0 },
    ///     "size": { "name": "size", "in": "query", "type": "string", "maxLength": 3, "default": "äöü" },
    ///     "zone": { "name": "zone", "in": "query", "type": "string", "pattern": "[A-Z]", "default": "The EU" },
    ///     "step": { "name": "step", "in": "query", "type": "number", "multipleOf": 0.1, "default": 0.3 }
    ///   },
    ///   "definitions": {
    ///     "Pet": { "properties": { "owner": { "$ref": "#/definitions/Pet" } }, "default": { "owner": { "owner": {} } } }
    ///   }
    /// }
    /// ```
    Warning "default-mismatch" Documented from "https://spec.openapis.org/oas/v2.0#parameter-object"
}

const BECAUSE: &str = "Nintex puts the default into the field, and what is sent then is not what the API expects.";

/// So many mistakes in one default are told.
const MOST: usize = 3;

fn check(document: &Document<'_>, findings: &mut Findings) {
    let mut judge = Judge::new(document);
    for typed in document.typed() {
        for key in ["default", "x-ntx-initial"] {
            let Some(default) = typed.value.get(key) else { continue };
            let is_told = |misfit: &&Misfit<'_>| {
                // An object may be preset in part, and which names it knows is told apart.
                let is_partial = misfit.missing.is_some() || misfit.key.is("additionalProperties");
                !values::is_listed(misfit, typed.value) && (key == "default" || !is_partial)
            };
            let misfits = judge.misfits(default, typed.value, None);
            for misfit in misfits.iter().filter(is_told).take(MOST) {
                report(findings, misfit, &typed, default);
            }
        }
    }
}

fn report(findings: &mut Findings, misfit: &Misfit<'_>, typed: &Typed<'_>, default: Value<'_>) {
    let word = if default.member().is_some_and(|member| member.is("default")) { "default" } else { "initial value" };
    let what = format!("the {word} of {}", name(typed.object, typed.value));
    let message = values::sentence(misfit, default, &what);
    let place = values::place(misfit);
    let diagnostic = findings.add(place, message, BECAUSE);
    let is_text = misfit.value.kind() == Kind::String && misfit.key.is("type");
    let is_list_as_text = is_text && !typed.is_schema() && misfit.key.value().is_str("array");
    // Nintex's own connectors have such texts, and they work.
    let is_truth_as_text = is_text && misfit.key.value().is_str("boolean") && ["true", "false"].iter().any(|truth| misfit.value.is_str(truth));
    if misfit.missing.is_some() || is_list_as_text || is_truth_as_text {
        diagnostic.severity(Severity::Hint);
    }
    if misfit.value != default {
        return;
    }
    if misfit.key.is("type") {
        values::offer_conversion(diagnostic, misfit, typed);
        offer_list(diagnostic, misfit, typed);
    } else if misfit.key.is("enum") {
        values::offer_allowed(diagnostic, misfit);
    }
    // What cannot be said otherwise can only go.
    if let Some(member) = default.member().filter(|_| diagnostic.fixes.is_empty() || misfit.key.is("enum")) {
        diagnostic.review_fix(format!("Remove the {word}"), "The field is then empty at first.", [edit::remove_member(member)]);
    }
}

/// Offers to write an array of strings as one, where it is written as it is sent.
fn offer_list(diagnostic: &mut Diagnostic, misfit: &Misfit<'_>, typed: &Typed<'_>) {
    let of_strings = typed.value.get("items").and_then(|items| items.get("type")).is_some_and(|kind| kind.is_str("string"));
    let is_wanted = of_strings && misfit.key.value().is_str("array");
    let Some(text) = misfit.value.as_str().filter(|text| is_wanted && !text.is_empty()) else { return };
    let separator = match typed.value.get_str("collectionFormat").as_deref() {
        Some("ssv") => ' ',
        Some("tsv") => '\t',
        Some("pipes") => '|',
        _ => ',',
    };
    let items: Vec<String> = text.split(separator).map(|item| encode(item.trim())).gathered();
    let edit = Edit::replace(misfit.value.span(), format!("[{}]", items.join(", ")));
    diagnostic.review_fix("Write it as an array", "Each item then stands for itself.", [edit]);
}
