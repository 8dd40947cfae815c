//! Whether JSON values are equal: two of them, or items of one array.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::json::{self, Decimal, Kind, Member, Value};
use crate::text::{self, Gather, Names, by_name, in_order, sorted};

/// Each item of `list` that is equal to an earlier one, with the first one that it is equal to, in the order of the text.
///
/// Takes time in proportion to the length of the list: most items are told apart by a fingerprint, those that share one by
/// the hash of all that they say, and only what shares that is compared.
pub fn repeated(list: Value<'_>) -> impl Iterator<Item = (Value<'_>, Value<'_>)> {
    let tree = list.tree();
    pairs(list).into_iter().filter_map(|pair| Some((tree.value((pair >> 32) as u32)?, tree.value(pair as u32)?)))
}

/// The same by the index of each value: of the later one in the upper half of a number, of the first in the lower half.
fn pairs(list: Value<'_>) -> Vec<u64> {
    let items = list.items().filter(|item| !item.is_damaged());
    if items.clone().nth(1).is_none() {
        return Vec::new();
    }
    // One list for all steps, as a list may have an item every other byte.
    let mut items = sorted(items.map(|item| text::marked(fingerprint(item), item.index())).gathered());
    let mut names = Names::default();
    let mut said =
        |item: u64| list.tree().value(item as u32).map_or_else(String::new, |item| canonical(item, &mut names));
    let mut are_alike = false;
    for alike in items.chunk_by_mut(|one, other| one >> 32 == other >> 32).filter(|alike| alike.len() > 1) {
        are_alike = true;
        for item in alike {
            *item = text::marked(text::hash(&said(*item)), *item as u32);
        }
    }
    if !are_alike {
        return Vec::new();
    }
    let mut pairs = sorted(items);
    for alike in pairs.chunk_by_mut(|one, other| one >> 32 == other >> 32) {
        if let [alone] = alike {
            *alone = NO_PAIR;
            continue;
        }
        let groups = by_name(alike.iter().map(|item| (Cow::Owned(said(*item)), *item as u32)));
        let mut pairs = alike.iter_mut();
        for (_, equal) in groups {
            let first = equal.first().copied().unwrap_or_default();
            for (item, pair) in equal.into_iter().zip(pairs.by_ref()) {
                *pair = if item == first { NO_PAIR } else { u64::from(item) << 32 | u64::from(first) };
            }
        }
    }
    pairs.retain(|pair| *pair != NO_PAIR);
    sorted(pairs)
}

/// No item comes later than a first one of this index, which is that of the document.
const NO_PAIR: u64 = 0;

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
