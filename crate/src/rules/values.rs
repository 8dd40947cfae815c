//! What the rules share that hold a value against what it should be: a default, an example, a value of a list.

use super::wording::{capitalize, describe};
use crate::diagnostic::Diagnostic;
use crate::json::{Decimal, Kind, Member, Value, edit, encode};
use crate::openapi::shape::{are_equal, repair};
use crate::openapi::vocabulary::Type;
use crate::openapi::{Misfit, Typed, Types, nearest};
use crate::text::{Edit, Gather, Span};

/// More allowed values than these are not told one by one.
const FEW: usize = 6;

/// Says what is wrong. `what` is the outermost value in the middle of a sentence: "the default of the property `age`".
pub(super) fn sentence(misfit: &Misfit<'_>, outermost: Value<'_>, what: &str) -> String {
    let Misfit { value, key, missing } = *misfit;
    if key.is("additionalProperties") {
        let name = value.member().map(Member::name).unwrap_or_default();
        return format!(
            "{} has the property `{name}`, but its schema allows only those that it lists.",
            capitalize(what)
        );
    }
    let subject = if value == outermost {
        capitalize(what)
    } else if let Some(member) = value.member() {
        format!("`{}` in {what}", member.name())
    } else {
        format!("An item in {what}")
    };
    if let Some(name) = missing.and_then(Value::as_str) {
        return format!("{subject} lacks the property `{name}`, which is required.");
    }
    let limit = key.value().source();
    let told = describe(value);
    match &*key.name() {
        "type" => {
            let wanted = Types::of(key.value()).map(Types::describe).unwrap_or_default();
            format!("{subject} must be {wanted}, but is {told}.")
        }
        "enum" => format!("{subject} must be {}, but is {told}.", one_of(key.value())),
        "minimum" => format!("{subject} is below the minimum of {limit}: it is {told}."),
        "maximum" => format!("{subject} is above the maximum of {limit}: it is {told}."),
        "multipleOf" => format!("{subject} must be a multiple of {limit}, but is {told}."),
        "minLength" => format!("{subject} must have at least {limit} characters, but is {told}."),
        "maxLength" => format!("{subject} must have at most {limit} characters, but is {told}."),
        "pattern" => format!("{subject} is {told}, which its `pattern` does not allow."),
        "minItems" => format!("{subject} must have at least {limit} items."),
        "maxItems" => format!("{subject} must have at most {limit} items."),
        "minProperties" => format!("{subject} must have at least {limit} properties."),
        "maxProperties" => format!("{subject} must have at most {limit} properties."),
        _ => format!("{subject} must not have an item twice."),
    }
}

/// Whether a value is of the wrong type because the allowed ones are, which is told of those.
pub(super) fn is_listed(misfit: &Misfit<'_>, schema: Value<'_>) -> bool {
    misfit.key.is("type") && schema.items_of("enum").any(|one| are_equal(one, misfit.value))
}

/// What to point at: at the name of a property that must not be there, else at the value.
pub(super) fn place<'a>(misfit: &Misfit<'a>) -> (Span, Value<'a>) {
    let name = misfit.value.member().filter(|_| misfit.key.is("additionalProperties"));
    (name.map_or(misfit.value.span(), Member::name_span), misfit.value)
}

/// The values of a list in a sentence.
fn one_of(list: Value<'_>) -> String {
    let count = list.items().count();
    if count > FEW {
        return format!("one of the {count} values in `enum`");
    }
    let values: Vec<String> =
        list.items().map(|one| format!("`{}`", one.as_str().unwrap_or(one.source().into()))).gathered();
    values.join(" or ")
}

/// The value as JSON of the type that is wanted, where it says the same.
pub(super) fn converted(value: Value<'_>, types: Types) -> Option<String> {
    let is_whole = |text: &String| Decimal::read(text).is_whole();
    types.names().find_map(|name| match name {
        "string" => repair(value, &Type::Text),
        "integer" => repair(value, &Type::Number).filter(is_whole),
        "number" => repair(value, &Type::Number),
        "boolean" => repair(value, &Type::Boolean),
        _ => None,
    })
}

/// What converting such a value does, as an order.
fn conversion(value: Value<'_>, converted: &str) -> String {
    match value.kind() {
        Kind::String if value.as_str().is_some_and(|text| text == converted) => "Take the quotes away".to_owned(),
        Kind::Number | Kind::Boolean => "Put it into quotes".to_owned(),
        _ => format!("Write `{converted}`"),
    }
}

/// Offers to write a value of the wrong type as one of the right type. Outside a body, what is sent stays the same.
pub(super) fn offer_conversion(diagnostic: &mut Diagnostic, misfit: &Misfit<'_>, of: &Typed<'_>) {
    let Some(right) = Types::of(misfit.key.value()).and_then(|types| converted(misfit.value, types)) else { return };
    let title = conversion(misfit.value, &right);
    let edits = [Edit::replace(misfit.value.span(), right)];
    if of.is_schema() {
        diagnostic.review_fix(title, "What is sent is then of the type that the schema says.", edits);
    } else {
        diagnostic.safe_fix(title, edits);
    }
}

/// Offers the allowed value that was probably meant, and to allow what is there.
pub(super) fn offer_allowed(diagnostic: &mut Diagnostic, misfit: &Misfit<'_>) {
    let list = misfit.key.value();
    let allowed: Vec<_> = list.items().filter_map(Value::as_str).gathered();
    let allowed: Vec<&str> = allowed.iter().map(|one| &**one).gathered();
    let written = misfit.value.as_str().unwrap_or_default();
    if let Some(right) = nearest(&written, &allowed) {
        let edit = Edit::replace(misfit.value.span(), encode(right));
        diagnostic.review_fix(format!("Write `{right}`"), "This is the allowed value with the nearest name.", [edit]);
    }
    if misfit.value.as_str().is_none_or(|written| !written.is_empty()) {
        let edit = edit::append_item(list, misfit.value.source());
        diagnostic.review_fix("Allow it in `enum`", "It can then be chosen like the others.", [edit]);
    }
}
