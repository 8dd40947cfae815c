//! Schemas of examples: what a service answered, or takes.

mod given;
mod insert;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use super::draft::{Content, Origin, Part, origin};
use super::remark::{self, Remark, RemarkKind};
use super::work::Work;
use crate::json::{Decimal, Kind, SyntaxError, Tree, Value, parse};
use crate::text::{Span, capitalize, words};

pub use insert::{Body, insert};

/// A text that is no example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSample {
    /// Which of the texts.
    pub position: usize,
}

/// What samples show.
#[derive(Clone, Debug, PartialEq)]
pub struct Schema {
    /// The schema that all are examples of: JSON.
    pub text: String,
    /// What that refers to in the `definitions` of an Xtension: names and JSON. Only a JSON Schema brings such.
    pub definitions: Vec<(String, String)>,
    /// What a person should know of it, with places in the samples.
    pub remarks: Vec<Remark>,
}

/// The schema that all `samples`, JSON texts, are examples of. A JSON Schema that stands alone is that schema itself.
///
/// # Errors
///
/// Where one of them is no JSON, and what it should be is not plain.
pub fn schema_of(samples: &[&str]) -> Result<Schema, NoSample> {
    schema_beside(samples, &HashSet::new())
}

/// As [`schema_of`], but no definition is called as one of `taken`.
///
/// # Errors
///
/// As there.
pub(super) fn schema_beside(samples: &[&str], taken: &HashSet<String>) -> Result<Schema, NoSample> {
    let trees: Vec<_> = samples.iter().map(|sample| parse(sample)).collect();
    if let Some(position) = trees.iter().position(|tree| !is_readable(tree)) {
        return Err(NoSample { position });
    }
    if let [only] = trees.as_slice()
        && let Some(schema) = given::given(only, taken)
    {
        return Ok(schema);
    }
    let roots: Vec<Value<'_>> = trees.iter().filter_map(Tree::root).collect();
    let mut work = Work::new(roots.first().map_or(Span::default(), |root| root.span()));
    let root = work.draft.root();
    schema(&mut work, root, &roots);
    let mut made = work.finish();
    made.remarks.extend(trees.iter().flat_map(remark::on_repairs));
    Ok(Schema { text: made.text, definitions: Vec::new(), remarks: made.remarks })
}

/// Whether what is meant is plain: samples of documentation have a comma too many, or none between two lines.
fn is_readable(tree: &Tree<'_>) -> bool {
    let is_plain =
        |error: &SyntaxError| !error.repair.is_empty() && (error.is_evident || !error.is_about_brackets(tree.text()));
    let is_json = |root: Value<'_>| tree.errors().is_empty() || root.is_object() || root.is_array();
    tree.root().is_some_and(is_json) && tree.errors().iter().all(is_plain)
}

/// Makes `target` the schema that all `samples` are examples of. Remarks lead to the sample that they are about, so all
/// samples should stand in one text where that matters.
///
/// No property is called required: that one of a few answers had it says nothing of the next one.
pub fn schema(work: &mut Work, target: Part, samples: &[Value<'_>]) {
    fill(work, target, samples, None);
}

/// [`schema`] of samples that stand in strings of the original: all that comes of them leads to `place`.
pub(super) fn schema_within(work: &mut Work, target: Part, samples: &[Value<'_>], place: Span) {
    fill(work, target, samples, Some(place));
}

fn fill(work: &mut Work, target: Part, samples: &[Value<'_>], place: Option<Span>) {
    let start = |samples: &[Value<'_>]| place.or_else(|| Some(samples.first()?.span())).unwrap_or_default();
    let mut left = vec![(target, samples.to_vec())];
    while let Some((target, samples)) = left.pop() {
        work.draft.replace(target, Content::Object);
        match common(&samples) {
            Common::Object => {
                work.draft.set(target, "type", "object", Origin::NOWHERE);
                let by_name = by_name(&samples);
                if by_name.is_empty() {
                    continue;
                }
                let properties = work.draft.set(target, "properties", Content::Object, Origin::NOWHERE);
                for (name, values) in by_name {
                    let own = || values.first().map_or(Origin::NOWHERE, |value| origin(*value));
                    let origin = place.map_or_else(own, Into::into);
                    let property = work.draft.set(properties, &name, Content::Object, origin);
                    left.push((property, values));
                }
            }
            Common::Array => {
                work.draft.set(target, "type", "array", Origin::NOWHERE);
                let items = work.draft.set(target, "items", Content::Object, Origin::NOWHERE);
                let values: Vec<Value<'_>> = samples.iter().flat_map(|sample| sample.items()).collect();
                if values.is_empty() {
                    work.draft.set(items, "type", "object", Origin::NOWHERE);
                    work.remark(
                        RemarkKind::Open,
                        "An empty list does not show what is in it.",
                        "It became a list of objects without fields: say what they have, or bring an answer that is not empty.",
                        start(&samples),
                        Some(items),
                    );
                } else {
                    left.push((items, values));
                }
            }
            Common::Scalar(kind, format) => {
                work.draft.set(target, "type", kind, Origin::NOWHERE);
                if let Some(format) = format {
                    work.draft.set(target, "format", format, Origin::NOWHERE);
                }
            }
            Common::Nothing => {
                work.draft.set(target, "type", "string", Origin::NOWHERE);
                work.remark(
                    RemarkKind::Open,
                    "`null` does not show of which type a value is.",
                    "It became a text: say what it is, or bring an answer that has a value there.",
                    start(&samples),
                    Some(target),
                );
            }
            Common::Several => {
                work.remark(
                    RemarkKind::Changed,
                    "A value is of different types in different places.",
                    "Its schema says nothing of its type, so Nintex offers it as a whole.",
                    start(&samples),
                    Some(target),
                );
            }
        }
        label(work, target);
    }
}

/// Designers see `x-ntx-summary`; where that is the name itself, it needs none.
fn label(work: &mut Work, target: Part) {
    let Some(name) = work.draft.name(target).map(str::to_owned) else { return };
    let label = capitalize(&words(&name));
    let is_plain = label.eq_ignore_ascii_case(&name) || label.is_empty();
    if !is_plain && name != "items" {
        work.draft.set(target, "x-ntx-summary", label, Origin::NOWHERE);
    }
}

/// What the samples of one value have in common.
enum Common {
    Object,
    Array,
    Scalar(&'static str, Option<&'static str>),
    /// There is no sample, or all are `null`.
    Nothing,
    Several,
}

fn common(samples: &[Value<'_>]) -> Common {
    let mut kinds = samples.iter().map(|sample| sample.kind()).filter(|kind| *kind != Kind::Null);
    let Some(first) = kinds.next() else { return Common::Nothing };
    if kinds.any(|kind| kind != first) {
        return Common::Several;
    }
    let mut values = samples.iter().filter(|sample| sample.kind() == first);
    match first {
        Kind::Object => Common::Object,
        Kind::Array => Common::Array,
        Kind::Boolean => Common::Scalar("boolean", None),
        Kind::Number => {
            let is_whole = |value: &Value<'_>| value.as_number().is_some_and(|digits| Decimal::read(digits).is_whole());
            Common::Scalar(if values.all(is_whole) { "integer" } else { "number" }, None)
        }
        Kind::String => {
            let texts: Vec<_> = values.filter_map(|value| value.as_str()).collect();
            let all = |is_such: fn(&str) -> bool| texts.iter().all(|text| is_such(text));
            let format = if all(is_date_time) { Some("date-time") } else { all(is_date).then_some("date") };
            Common::Scalar("string", format)
        }
        Kind::Null | Kind::Name => Common::Nothing,
    }
}

/// The values under each name, in the order in which the names are met.
fn by_name<'a>(samples: &[Value<'a>]) -> Vec<(String, Vec<Value<'a>>)> {
    let mut list: Vec<(String, Vec<Value<'a>>)> = Vec::new();
    let mut numbers: HashMap<String, usize> = HashMap::new();
    for member in samples.iter().flat_map(|sample| sample.members()) {
        let name = member.name().into_owned();
        let number = *numbers.entry(name.clone()).or_insert(list.len());
        match list.get_mut(number) {
            Some((_, values)) => values.push(member.value()),
            None => list.push((name, vec![member.value()])),
        }
    }
    list
}

/// A date as RFC 3339 writes it.
fn is_date(text: &str) -> bool {
    text.len() == 10 && fits(text, "0000-00-00")
}

/// A date with a time and a zone as RFC 3339 writes it.
fn is_date_time(text: &str) -> bool {
    let Some((date, time)) = text.split_once(['T', 't']) else { return false };
    let Some(rest) = time.get(8..).filter(|_| is_date(date) && fits(time, "00:00:00")) else { return false };
    let zone =
        rest.strip_prefix('.').map_or(rest, |fraction| fraction.trim_start_matches(|one: char| one.is_ascii_digit()));
    matches!(zone, "Z" | "z")
        || (zone.len() == 6 && zone.starts_with(['+', '-']) && fits(zone.get(1..).unwrap_or_default(), "00:00"))
}

/// Whether `text` begins as `shape` is, in which `0` is any digit.
fn fits(text: &str, shape: &str) -> bool {
    text.len() >= shape.len()
        && text.bytes().zip(shape.bytes()).all(|(one, wanted)| match wanted {
            b'0' => one.is_ascii_digit(),
            other => one == other,
        })
}
