//! What a value of the wrong type says in the right one.

use crate::json::{self, Kind, Value};
use crate::openapi::vocabulary::Type;

/// The value as JSON of the type that is wanted, where it says the same: `"1.0"` for `1.0`, `true` for `"true"`,
/// `["x"]` for `"x"`, and the other way round.
pub fn repair(value: Value<'_>, expected: &Type) -> Option<String> {
    match expected {
        Type::OneOf(allowed) if !value.is_array() && !allowed.contains(&value.source()) => None,
        Type::Text | Type::OneOf(_) | Type::Formatted(_) => match value.kind() {
            Kind::Number | Kind::Boolean => Some(json::encode(value.source())),
            _ => only_item(value, expected),
        },
        Type::Boolean | Type::True => match value.as_str()?.trim().to_ascii_lowercase().as_str() {
            "true" | "yes" => Some("true".to_owned()),
            "false" | "no" if matches!(expected, Type::Boolean) => Some("false".to_owned()),
            _ => None,
        },
        Type::Number | Type::PositiveNumber | Type::Count | Type::OneOfNumbers(_) => {
            let text = value.as_str()?;
            is_number(text.trim()).then(|| text.trim().to_owned())
        }
        Type::List { item, .. } if item.accepts(value.kind()) => Some(format!("[{}]", value.source())),
        Type::List { .. } => (value.is_object() && value.members().next().is_none()).then(|| "[]".to_owned()),
        Type::Object(_) | Type::ObjectOrReference(_) => only_item(value, expected),
        Type::AnyOf(types) => types.iter().find_map(|one| repair(value, one)),
        Type::Any => None,
    }
}

/// The one item of an array, where it is of the type that is wanted.
fn only_item(value: Value<'_>, expected: &Type) -> Option<String> {
    let mut items = value.items();
    let only = items.next().filter(|item| expected.accepts(item.kind()) && !item.is_damaged())?;
    items.next().is_none().then(|| only.source().to_owned())
}

/// Whether JSON takes that for a number (RFC 8259, section 6).
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let leading_zero = whole.len() > 1 && whole.starts_with('0');
    digits(whole) && !leading_zero && digits(fraction) && digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))
}
