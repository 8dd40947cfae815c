//! What stands in the document, as text for people.

use super::data::{Choice, Said};
use super::limits;
use crate::json::{Member, Value};
use crate::text::Span;

/// The text, cut where it is long.
pub(super) fn cut(text: &str) -> String {
    let end = text.floor_char_boundary(limits::TEXT);
    let mut short = text.get(..end).unwrap_or_default().to_owned();
    if end < text.len() {
        short.push('…');
    }
    short
}

/// What the string under that name says; empty where there is none.
pub(super) fn text(holder: Value<'_>, name: &str) -> String {
    holder.get_str(name).map(|text| cut(&text)).unwrap_or_default()
}

/// The same with its place.
pub(super) fn said(holder: Value<'_>, name: &str) -> Said {
    let member = holder.member_named(name).filter(|member| member.value().as_str().is_some());
    member.map(|member| Said { text: text(holder, name), span: member.span() }).unwrap_or_default()
}

/// A value: a string without its quotes, anything else as JSON writes it.
pub(super) fn value(value: Value<'_>) -> String {
    value.as_str().map_or_else(|| cut(value.source()), |text| cut(&text))
}

/// Where a value stands, with its name.
pub(super) fn span(value: Value<'_>) -> Span {
    value.member().map_or_else(|| value.span(), Member::span)
}

/// What can be chosen for what the schema describes, and how much of it is left out.
pub(super) fn options(schema: Value<'_>) -> (Vec<Choice>, u32) {
    let labelled = ["x-ntx-oneOf", "x-ntx-anyOf"].into_iter().find_map(|key| schema.get(key));
    let mut options = Vec::new();
    let mut omitted = 0;
    let mut add = |sent: Value<'_>, label: Option<Value<'_>>| {
        if options.len() < limits::OPTIONS {
            options.push(Choice { value: value(sent), label: value(label.unwrap_or(sent)) });
        } else {
            omitted += 1;
        }
    };
    match labelled {
        Some(list) => {
            for option in list.items() {
                if let Some(sent) = option.get("const") {
                    add(sent, option.get("title"));
                }
            }
        }
        None => schema.items_of("enum").for_each(|sent| add(sent, None)),
    }
    (options, omitted)
}
