use crate::json::{Decimal, Member, Value, edit};
use crate::openapi::{Document, LIMITS, Typed};
use crate::rules::Findings;
use crate::rules::wording::name_first;

super::rule! {
    /// Two limits contradict each other, so no value is allowed.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "parameters": {
    ///     "page": { "name": "page", "in": "query", "type": "integer", "minimum": 10, "maximum": «1» },
    ///     "rate": { "name": "rate", "in": "query", "type": "number", "minimum": 1, "maximum": «1.0», "exclusiveMaximum": true }
    ///   },
    ///   "definitions": { "Name": { "type": "string", "minLength": 9007199254740993, "maxLength": «9007199254740992» } }
    /// }
    /// ```
    /// ## Fix: Swap the two
    /// ```json
    /// {
    ///   "parameters": {
    ///     "page": { "name": "page", "in": "query", "type": "integer", "minimum": 1, "maximum": 10 },
    ///     "rate": { "name": "rate", "in": "query", "type": "number", "minimum": 1, "maximum": 1.0, "exclusiveMaximum": true }
    ///   },
    ///   "definitions": { "Name": { "type": "string", "minLength": 9007199254740993, "maxLength": 9007199254740992 } }
    /// }
    /// ```
    /// ## Fix: Remove `maximum`
    /// ```json
    /// {
    ///   "parameters": {
    ///     "page": { "name": "page", "in": "query", "type": "integer", "minimum": 10 },
    ///     "rate": { "name": "rate", "in": "query", "type": "number", "minimum": 1, "maximum": 1.0, "exclusiveMaximum": true }
    ///   },
    ///   "definitions": { "Name": { "type": "string", "minLength": 9007199254740993, "maxLength": 9007199254740992 } }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "definitions": { "Name": { "type": "string", "minLength": 1, "maxLength": 1 } } }
    /// ```
    Error "limits-contradict" Documented from "https://spec.openapis.org/oas/v2.0#schema-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for typed in document.typed() {
        for (low, high) in LIMITS {
            // A length below zero is wrong by itself.
            let is_limit = |limit: &str| low == "minimum" || !limit.starts_with('-');
            let limit = |key: &str| typed.value.member_named(key).filter(|limit| limit.value().as_number().is_some_and(is_limit));
            if let Some(high) = limit(high)
                && let Some(low) = limit(low)
            {
                compare(findings, &typed, low, high);
            }
        }
    }
}

fn compare(findings: &mut Findings, typed: &Typed<'_>, low: Member<'_>, high: Member<'_>) {
    let order = Decimal::read(low.value().source()).compare(&Decimal::read(high.value().source()));
    let excludes = |key: &str| typed.value.get(key).and_then(Value::as_bool) == Some(true);
    let excludes_itself = low.is("minimum") && (excludes("exclusiveMinimum") || excludes("exclusiveMaximum"));
    if order.is_lt() || (order.is_eq() && !excludes_itself) {
        return;
    }
    let (least, most) = (low.value().source(), high.value().source());
    let what = name_first(typed.object, typed.value);
    let message = if order.is_eq() {
        format!("{what} must be more than {least} or less than {most}, but both are excluded: no number is left.")
    } else {
        format!("{what} allows nothing: its `{}` of {least} is above its `{}` of {most}.", low.name(), high.name())
    };
    let diagnostic = findings.add(high.value(), message, "Nintex checks what is entered against both limits, and no value fits them.");
    diagnostic.label(low.value().span(), "the other limit");
    if order.is_gt() {
        diagnostic.review_fix(
            "Swap the two",
            "See that these are the limits of the API.",
            [edit::replace_value(low.value(), most), edit::replace_value(high.value(), least)],
        );
    }
    diagnostic.review_fix(
        format!("Remove `{}`", high.name()),
        "There is then no upper limit.",
        [edit::remove_member(high)],
    );
}
