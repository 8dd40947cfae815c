//! Limits that are excluded themselves: numbers in JSON Schema, and `true` beside a number in OpenAPI 2.0.

use super::{Job, words};
use crate::convert::draft::{Content, Part, origin};
use crate::json::{Decimal, Kind, Value};

/// The limit, the same excluded, and whether the larger of two is the stricter one.
const LIMITS: [(&str, &str, bool); 2] = [("minimum", "exclusiveMinimum", true), ("maximum", "exclusiveMaximum", false)];

impl<'a> Job<'a> {
    /// Writes the limits of the schema that are excluded.
    pub(super) fn limits(&mut self, part: Part, schema: Value<'a>) {
        for (limit, excluded, is_larger_stricter) in LIMITS {
            let Some(value) = schema.get(excluded) else { continue };
            if value.kind() != Kind::Number {
                self.put_all(part, excluded, value);
                continue;
            }
            let number = value.as_number().unwrap_or("0");
            let other = schema.get(limit).and_then(Value::as_number);
            let is_stricter = other.is_none_or(|other| {
                let order = Decimal::read(number).compare(&Decimal::read(other));
                order.is_eq() || order.is_gt() == is_larger_stricter
            });
            if is_stricter {
                self.work.draft.set(part, limit, Content::Number(number.to_owned()), value.span());
                let said = self.work.draft.set(part, excluded, true, origin(value));
                self.changed(words::LIMIT, value, said);
            }
        }
    }
}
