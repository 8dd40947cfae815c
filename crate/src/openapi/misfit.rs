//! Whether a value is what a schema describes.

use std::cmp::Ordering;

use super::shape::{are_equal, repeated};
use super::{Document, Parts, Types, pattern_allows};
use crate::json::{Decimal, Kind, Member, Value};
use crate::text::{Gather, Names, in_order};

/// Each lower limit with its upper one.
pub const LIMITS: [(&str, &str); 4] =
    [("minimum", "maximum"), ("minLength", "maxLength"), ("minItems", "maxItems"), ("minProperties", "maxProperties")];

/// One thing in which a value is not what its schema describes.
#[derive(Clone, Copy, Debug)]
pub struct Misfit<'a> {
    /// The smallest value that is wrong.
    pub value: Value<'a>,
    /// The key that it breaks, of the schema or the parameter: `type`, `maximum`, `required` …
    pub key: Member<'a>,
    /// The name of the property that is missing, in the list of those that are required; none where all are there.
    pub missing: Option<Value<'a>>,
}

/// Compares values with schemas: one for all of a document, as it knows when it has done enough.
pub struct Judge<'d, 'a> {
    parts: Parts<'d, 'a>,
    /// How many steps are left for patterns.
    steps: usize,
}

/// How many steps there are for the patterns of a document: more than real ones need, and a moment's work.
const STEPS: usize = 4_000_000;

/// A value, and the schemas that it must all fit.
struct Pending<'a> {
    value: Value<'a>,
    schemas: Vec<Value<'a>>,
}

impl<'d, 'a> Judge<'d, 'a> {
    /// Makes one for all values of a document.
    pub fn new(document: &'d Document<'a>) -> Self {
        Judge { parts: Parts::new(document), steps: STEPS }
    }

    /// In what `value` is not what `schema` describes, in the order of the text. `schema` may be a parameter, a header
    /// or an item, too.
    ///
    /// Silent on what only the receiver knows: formats, properties that are only in answers, and whether
    /// `null` may stand for a property that is not there. With `except`, that key of `schema` is not asked.
    pub fn misfits(&mut self, value: Value<'a>, schema: Value<'a>, except: Option<Member<'a>>) -> Vec<Misfit<'a>> {
        let mut misfits = Vec::new();
        let mut pending = self.visit(value, &[schema], except, &mut misfits);
        while let Some(Pending { value, schemas }) = pending.pop() {
            pending.extend(self.visit(value, &schemas, except, &mut misfits));
        }
        in_order(misfits, |misfit| misfit.value.span().order())
    }

    /// Holds one value against its schemas and all that they are made of. Gives what is in it, with its schemas.
    fn visit(
        &mut self,
        value: Value<'a>,
        schemas: &[Value<'a>],
        except: Option<Member<'a>>,
        misfits: &mut Vec<Misfit<'a>>,
    ) -> Vec<Pending<'a>> {
        let mut inner = Vec::new();
        // Whether `null` may stand for an absent value is not said in OpenAPI 2.0, and answers are full of them.
        if value.is_damaged() || value.kind() == Kind::Null {
            return Vec::new();
        }
        let parts = self.parts.of(schemas);
        let names: Names<'a> = value.members().map(Member::name).collect();
        let size = 1 + value.members().count() + value.items().count();
        for (schema, is_part) in parts.into_iter().flatten() {
            let asked = |key: &str| schema.member_named(key).filter(|key| is_asked(*key, except)).map(Member::value);
            let weight = asked("properties").map_or(0, |properties| properties.members().count())
                + asked("enum").map_or(0, |list| list.items().count());
            if self.parts.afford(size + weight).is_none() {
                return Vec::new();
            }
            let found = misfits.len();
            check(value, schema, except, &mut self.steps, misfits);
            if misfits.len() > found {
                continue;
            }
            match value.kind() {
                Kind::Object => check_object(value, schema, &names, !is_part, misfits, &mut inner),
                Kind::Array => check_array(value, schema, &mut inner),
                _ => {}
            }
        }
        group(inner)
    }
}

/// The pairs of a value and a schema, by value.
fn group<'a>(pairs: Vec<(Value<'a>, Value<'a>)>) -> Vec<Pending<'a>> {
    let pairs = in_order(pairs, |pair| u64::from(pair.0.index()));
    let groups = pairs.chunk_by(|one, other| one.0 == other.0);
    groups
        .filter_map(|group| {
            let schemas = group.iter().map(|pair| pair.1).gathered();
            group.first().map(|first| Pending { value: first.0, schemas })
        })
        .gathered()
}

fn is_asked(key: Member<'_>, except: Option<Member<'_>>) -> bool {
    except.is_none_or(|except| except.name_span() != key.name_span())
}

/// Holds a value against what one schema says of it as a whole.
fn check<'a>(
    value: Value<'a>,
    schema: Value<'a>,
    except: Option<Member<'a>>,
    steps: &mut usize,
    misfits: &mut Vec<Misfit<'a>>,
) {
    let mut found = None;
    // Of a key that stands twice, the last one counts. Where there are more of them, nothing is said.
    let mut lookups = 0..20;
    let mut is_last = |key: Member<'a>| {
        let last = lookups.next().and_then(|_| schema.member_named(&key.name()));
        last.is_some_and(|last| last.name_span() == key.name_span())
    };
    for key in schema.members().filter(|key| is_asked(*key, except)) {
        if !fits(value, schema, key, steps) && !is_contradicted(schema, key) && is_last(key) {
            // Nothing else that the schema says is about a value of another type.
            if key.is("type") {
                misfits.push(Misfit { value, key, missing: None });
                return;
            }
            found = found.or(Some(key));
        }
    }
    misfits.extend(found.map(|key| Misfit { value, key, missing: None }));
}

/// Whether the key is a limit that no value can keep to, as its counterpart contradicts it: then it is the limits that are
/// wrong.
fn is_contradicted(schema: Value<'_>, key: Member<'_>) -> bool {
    let limit = |name: &str| Some(Decimal::read(schema.get(name)?.as_number()?));
    LIMITS.iter().any(|(low, high)| {
        let are_crossed = || Some(limit(low)?.compare(&limit(high)?).is_gt());
        (key.is(low) || key.is(high)) && are_crossed() == Some(true)
    })
}

/// Whether the value fits what the schema says under one key; where that says nothing of it, it does.
fn fits(value: Value<'_>, schema: Value<'_>, key: Member<'_>, steps: &mut usize) -> bool {
    let limit = key.value();
    match &*key.name() {
        "type" => Types::of(limit).is_none_or(|types| types.accept(value)),
        // Where an array has a list of single values, they are meant for its items.
        "enum" => {
            let mut of_its_kind = limit.items().filter(|one| one.is_array() == value.is_array()).peekable();
            of_its_kind.peek().is_none() || of_its_kind.any(|one| are_equal(one, value))
        }
        "minimum" => !is_beyond(value, schema, limit, Ordering::Less, "exclusiveMinimum"),
        "maximum" => !is_beyond(value, schema, limit, Ordering::Greater, "exclusiveMaximum"),
        "multipleOf" => match (value.as_number(), limit.as_number()) {
            (Some(number), Some(step)) => Decimal::read(number).is_multiple_of(&Decimal::read(step)) != Some(false),
            _ => true,
        },
        "minLength" => !value.as_str().is_some_and(|text| counts(text.chars().count(), limit, Ordering::Less)),
        "maxLength" => !value.as_str().is_some_and(|text| counts(text.chars().count(), limit, Ordering::Greater)),
        "pattern" if !limit.is_damaged() => match (value.as_str(), limit.as_str()) {
            (Some(text), Some(pattern)) => pattern_allows(&pattern, &text, steps) != Some(false),
            _ => true,
        },
        "minItems" => !value.is_array() || !counts(value.items().count(), limit, Ordering::Less),
        "maxItems" => !value.is_array() || !counts(value.items().count(), limit, Ordering::Greater),
        "minProperties" => !value.is_object() || !counts(value.members().count(), limit, Ordering::Less),
        "maxProperties" => !value.is_object() || !counts(value.members().count(), limit, Ordering::Greater),
        "uniqueItems" => limit.as_bool() != Some(true) || !value.is_array() || repeated(value).next().is_none(),
        _ => true,
    }
}

/// Whether a number is below or above a limit, as `side` says, or at one that is not allowed itself.
fn is_beyond(value: Value<'_>, schema: Value<'_>, limit: Value<'_>, side: Ordering, exclusive: &str) -> bool {
    let (Some(number), Some(limit)) = (value.as_number(), limit.as_number()) else { return false };
    let order = Decimal::read(number).compare(&Decimal::read(limit));
    order == side || (order.is_eq() && schema.get(exclusive).is_some_and(|exclusive| exclusive.as_bool() == Some(true)))
}

/// Whether a count is on that side of a limit. One below zero is none.
fn counts(count: usize, limit: Value<'_>, side: Ordering) -> bool {
    let limit = limit.as_number().filter(|limit| !limit.starts_with('-'));
    limit.is_some_and(|limit| Decimal::read(&count.to_string()).compare(&Decimal::read(limit)) == side)
}

/// Holds an object against what a schema says of its properties.
fn check_object<'a>(
    value: Value<'a>,
    schema: Value<'a>,
    names: &Names<'a>,
    is_closed: bool,
    misfits: &mut Vec<Misfit<'a>>,
    inner: &mut Vec<(Value<'a>, Value<'a>)>,
) {
    let properties = schema.get("properties").filter(|properties| properties.is_object());
    let described: Names<'a> = properties.into_iter().flat_map(Value::members).map(Member::name).collect();
    let mut schemas: Vec<Value<'a>> = Vec::new();
    for property in properties.into_iter().flat_map(Value::members) {
        let number = described.find(&property.name()).unwrap_or_default();
        match schemas.get_mut(number) {
            Some(schema) => *schema = property.value(),
            None => schemas.push(property.value()),
        }
    }
    let schema_of = |name: &str| schemas.get(described.find(name)?).copied();
    if let Some(required) = schema.member_named("required") {
        let is_missing = |name: &Value<'a>| {
            let Some(name) = name.as_str() else { return false };
            let is_only_in_answers =
                |property: Value<'_>| property.get("readOnly").and_then(Value::as_bool) == Some(true);
            !names.contains(&name) && !schema_of(&name).is_some_and(is_only_in_answers)
        };
        let missing = required.value().items().filter(is_missing);
        misfits.extend(missing.map(|name| Misfit { value, key: required, missing: Some(name) }));
    }
    let rest = schema.member_named("additionalProperties");
    for member in value.members() {
        match (schema_of(&member.name()), rest) {
            (Some(schema), _) => inner.push((member.value(), schema)),
            (None, Some(rest)) if rest.value().is_object() => inner.push((member.value(), rest.value())),
            (None, Some(rest)) if rest.value().as_bool() == Some(false) && is_closed => {
                misfits.push(Misfit { value: member.value(), key: rest, missing: None });
            }
            _ => {}
        }
    }
}

/// Goes on with the items of an array.
fn check_array<'a>(value: Value<'a>, schema: Value<'a>, inner: &mut Vec<(Value<'a>, Value<'a>)>) {
    let Some(items) = schema.get("items") else { return };
    if items.is_array() {
        inner.extend(value.items().zip(items.items()));
    } else {
        inner.extend(value.items().map(|item| (item, items)));
    }
}
