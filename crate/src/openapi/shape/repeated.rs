//! Whether JSON values are equal: two of them, or items of one array.

use std::fmt::Write as _;

use crate::json::{self, Decimal, Kind, Member, Value};
use crate::text::{self, Gather, Names, by_name, in_order};

/// Each item of `list` that is equal to an earlier one, with the first one that it is equal to.
///
/// Takes time in proportion to the length of the list: most lists are told apart by a fingerprint of each item, and
/// only what shares one is compared.
pub fn repeated(list: Value<'_>) -> Vec<(Value<'_>, Value<'_>)> {
    let mut items = list.items();
    if items.next().is_none() || items.next().is_none() {
        return Vec::new();
    }
    let prints: Vec<(u64, Value<'_>)> = list.items().map(|item| (fingerprint(item), item)).gathered();
    let prints = in_order(prints, |print| print.0);
    let mut names = Names::default();
    let mut found = Vec::new();
    for group in prints.chunk_by(|one, other| one.0 == other.0).filter(|group| group.len() > 1) {
        let items = group.iter().filter(|print| !print.1.is_damaged()).map(|print| print.1);
        for (_, equal) in by_name(items.map(|item| (canonical(item, &mut names).into(), item))) {
            let mut equal = equal.into_iter();
            if let Some(first) = equal.next() {
                found.extend(equal.map(|item| (item, first)));
            }
        }
    }
    in_order(found, |pair| u64::from(pair.0.index()))
}

/// Whether both say the same, as JSON.
pub fn are_equal(one: Value<'_>, other: Value<'_>) -> bool {
    if let (Some(one), Some(other)) = (one.as_str(), other.as_str()) {
        return one == other;
    }
    let mut names = Names::default();
    one.kind() == other.kind()
        && fingerprint(one) == fingerprint(other)
        && canonical(one, &mut names) == canonical(other, &mut names)
}

/// A number that equal values share: of a scalar what it says, of an object its names and strings in any order.
fn fingerprint(value: Value<'_>) -> u64 {
    match value.kind() {
        // Comparing each name with each: that is for small objects. The others are compared in whole.
        Kind::Object if value.members().nth(16).is_some() => 1,
        Kind::Object => value.members().filter(|member| is_last_of_name(*member)).fold(1, |sum, member| {
            let value = member.value();
            let said = value.as_str().map_or(0, |text| text::fingerprint(&text));
            sum.wrapping_add(text::fingerprint(&member.name()).rotate_left(7) ^ said)
        }),
        Kind::Array => {
            value.items().filter_map(Value::as_str).fold(2, |sum, text| sum.rotate_left(5) ^ text::fingerprint(&text))
        }
        Kind::String => value.as_str().map_or(3, |text| text::fingerprint(&text)),
        Kind::Number => 4,
        Kind::Boolean => 5,
        Kind::Null | Kind::Name => 6,
    }
}

/// Whether no later member of the object has the same name: of several, the last one counts.
fn is_last_of_name(member: Member<'_>) -> bool {
    !std::iter::successors(member.next(), |later| later.next()).any(|later| later.is_named_as(member))
}

enum Step<'a> {
    Value(Value<'a>),
    Name(String),
    End(char),
}

/// The value as JSON without blanks, with the members in the order of `names` and each number written in one way.
fn canonical<'a>(value: Value<'a>, names: &mut Names<'a>) -> String {
    let mut text = String::new();
    let mut steps = vec![Step::Value(value)];
    while let Some(step) = steps.pop() {
        match step {
            Step::End(end) => text.push(end),
            Step::Name(name) => {
                text.push_str(&json::encode(&name));
                text.push(':');
            }
            Step::Value(value) => match value.kind() {
                Kind::Object => {
                    text.push('{');
                    steps.push(Step::End('}'));
                    let members = value.members().map(|member| (names.number(member.name()) as u64, member));
                    let mut members = in_order(members.gathered(), |(number, _)| *number);
                    members.reverse();
                    members.dedup_by(|other, last| other.0 == last.0);
                    for (_, member) in members {
                        steps.push(Step::End(','));
                        steps.push(Step::Value(member.value()));
                        steps.push(Step::Name(member.name().into_owned()));
                    }
                }
                Kind::Array => {
                    text.push('[');
                    steps.push(Step::End(']'));
                    let items: Vec<_> = value.items().gathered();
                    for item in items.iter().rev() {
                        steps.push(Step::End(','));
                        steps.push(Step::Value(*item));
                    }
                }
                Kind::String => text.push_str(&json::encode(&value.as_str().unwrap_or_default())),
                Kind::Number => push_number(&mut text, value.source()),
                Kind::Boolean | Kind::Null | Kind::Name => text.push_str(value.source()),
            },
        }
    }
    text
}

/// Appends a number so that `1`, `1.0` and `10e-1` are the same.
fn push_number(text: &mut String, source: &str) {
    let number = Decimal::read(source);
    let sign = if number.is_negative { "-" } else { "" };
    let _ = write!(text, "{sign}{}e{}", number.digits, number.exponent);
}
