use crate::json::{Member, Value, edit};
use crate::openapi::{Document, Judge, Misfit, Types};
use crate::rules::wording::{describe, name};
use crate::rules::{Findings, values};
use crate::text::{Edit, Gather, Names};

super::rule! {
    /// An option of a drop-down list is none that its field allows, or is there twice.
    ///
    /// The field's own `type` and `enum` say what the API takes. What Nintex offers in `x-ntx-oneOf` must be among it.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "parameters": {
    ///     "size": {
    ///       "name": "size",
    ///       "in": "query",
    ///       "type": "integer",
    ///       «"x-ntx-oneOf"»: [{ "const": "1", "title": "Small" }, { "const": "2", "title": "Large" }]
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Take the quotes away
    /// ```json
    /// {
    ///   "parameters": {
    ///     "size": {
    ///       "name": "size",
    ///       "in": "query",
    ///       "type": "integer",
    ///       "x-ntx-oneOf": [{ "const": 1, "title": "Small" }, { "const": 2, "title": "Large" }]
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Size": {
    ///       "type": "string",
    ///       "enum": ["S", "M"],
    ///       "x-ntx-oneOf": [{ "const": "S", "title": "Small" }, { "const": «"L"», "title": "Large" }]
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Allow it in `enum`
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Size": {
    ///       "type": "string",
    ///       "enum": ["S", "M", "L"],
    ///       "x-ntx-oneOf": [{ "const": "S", "title": "Small" }, { "const": "L", "title": "Large" }]
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove the option
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Size": {
    ///       "type": "string",
    ///       "enum": ["S", "M"],
    ///       "x-ntx-oneOf": [{ "const": "S", "title": "Small" }]
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "A": { "x-ntx-oneOf": [{ "const": 1, "title": "One" }, { "const": «1», "title": "Two" }] } } }
    /// ```
    /// ## Fix: Remove the option
    /// ```json
    /// { "definitions": { "A": { "x-ntx-oneOf": [{ "const": 1, "title": "One" }] } } }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Sizes": {
    ///       "type": "array",
    ///       "items": { "type": "string", "enum": ["S", "M"] },
    ///       "x-ntx-oneOf": [{ "const": "S", "title": "Small" }, { "type": "string", "title": "Other" }]
    ///     }
    ///   }
    /// }
    /// ```
    Warning "option-mismatch" Inferred
    from "https://help.nintex.com/en-us/xtensions/03_Advanced/02_Extensions/NAV_Vendor_Extensions.htm"
}

const BECAUSE: &str = "Nintex offers it as a choice, but the API does not expect it.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    let mut judge = Judge::new(document);
    for found in &document.shape().extensions {
        let member = found.member;
        if !member.is("x-ntx-oneOf") && !member.is("x-ntx-anyOf") {
            continue;
        }
        let mut schema = member.object();
        if schema.get("type").is_some_and(|kind| kind.is_str("array"))
            && let Some(items) = schema.get("items")
        {
            schema = items;
        }
        let values: Vec<Value<'_>> = member.value().items().filter_map(|option| option.get("const")).gathered();
        let mut wrong = Vec::new();
        for value in &values {
            wrong.extend(judge.misfits(*value, schema, None).into_iter().next());
        }
        let what = name(found.object, member.object());
        if wrong.len() == values.len() && wrong.iter().all(|misfit| misfit.key.is("type")) && !wrong.is_empty() {
            all(findings, member, &wrong, &what);
        } else {
            for misfit in &wrong {
                one(findings, misfit, &what);
            }
        }
        let mut sources = Names::default();
        for value in values.into_iter().filter(|value| !sources.insert(value.source().into())) {
            let message = format!("Two options of {what} send {}.", describe(value));
            let because = "Both are the same to the API, whichever label is chosen.";
            remove(findings.add(value, message, because), value);
        }
    }
}

/// All values are of another type: then it is how they are written that is wrong.
fn all(findings: &mut Findings, member: Member<'_>, wrong: &[Misfit<'_>], what: &str) {
    let Some(wanted) = wrong.first().and_then(|misfit| Types::of(misfit.key.value())) else { return };
    let message = format!("None of the options of {what} is {}, as its type says.", wanted.describe());
    let diagnostic = findings.add(member, message, BECAUSE);
    let converted: Option<Vec<Edit>> =
        wrong.iter().map(|misfit| Some(Edit::replace(misfit.value.span(), values::converted(misfit.value, wanted)?))).collect();
    if let Some(edits) = converted {
        let title = if wanted.has("string") { "Put them into quotes" } else { "Take the quotes away" };
        diagnostic.review_fix(title, "They are then sent as the type that the field has.", edits);
    }
}

fn one(findings: &mut Findings, misfit: &Misfit<'_>, what: &str) {
    let value = misfit.value;
    let written = value.as_str().unwrap_or(value.source().into());
    let message = values::sentence(misfit, value, &format!("the option `{written}` of {what}"));
    let diagnostic = findings.add(value, message, BECAUSE);
    if misfit.key.is("enum") {
        values::offer_allowed(diagnostic, misfit);
    }
    remove(diagnostic, value);
}

fn remove(diagnostic: &mut crate::diagnostic::Diagnostic, value: Value<'_>) {
    if let Some(edit) = value.parent().and_then(edit::remove_item) {
        diagnostic.review_fix("Remove the option", "It can then no longer be chosen.", [edit]);
    }
}
