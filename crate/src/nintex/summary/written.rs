//! What stands in the document, as text for people.

use super::data::{Choice, Said};
use super::limits;
use crate::json::{Kind, Member, Value};
use crate::nintex::secrets::is_secret;
use crate::text::secret::{mask, masked, starred};
use crate::text::{Gather, Span};

/// The text, cut where it is long, and with the greater part of each secret left out.
pub(crate) fn cut(text: &str) -> String {
    let near = text.get(..text.floor_char_boundary(8 * limits::TEXT)).unwrap_or_default();
    let shown = masked(near);
    let end = shown.floor_char_boundary(limits::TEXT);
    let mut short = shown.get(..end).unwrap_or_default().to_owned();
    if end < shown.len() || near.len() < text.len() {
        short.push('…');
    }
    short
}

/// What the string under that name says; empty where there is none.
pub(crate) fn text(holder: Value<'_>, name: &str) -> String {
    holder.get(name).filter(|text| text.kind() == Kind::String).map(value).unwrap_or_default()
}

/// The same with its place.
pub(super) fn said(holder: Value<'_>, name: &str) -> Said {
    let member = holder.member_named(name).filter(|member| member.value().as_str().is_some());
    member.map(|member| Said { text: text(holder, name), span: member.span() }).unwrap_or_default()
}

/// A value: a string without its quotes, anything else as JSON writes it.
pub(crate) fn value(value: Value<'_>) -> String {
    // Nobody reads so much, and many fields may share it: it is not worth decoding each time.
    let text = if value.span().len() as usize <= 8 * limits::TEXT { value.as_str() } else { None };
    match text {
        Some(text) if is_secret(value) => mask(&text),
        Some(text) => cut(&text),
        None => cut(&starred(value.source(), &secrets_in(value))),
    }
}

/// Where there are secrets in what is shown of an array or an object, in its own text.
fn secrets_in(value: Value<'_>) -> Vec<Span> {
    let start = value.span().start;
    let end = value.span().end.min(start.saturating_add(8 * limits::TEXT as u32));
    let tree = value.tree();
    let behind = (value.index()..tree.size() as u32).filter_map(|index| tree.value(index));
    let inside = behind.take_while(|inner| inner.span().start < end).filter(|inner| is_secret(*inner));
    inside.map(|inner| Span::new(inner.span().start + 1 - start, inner.span().end.saturating_sub(start + 1))).gathered()
}

/// Where a value stands, with its name.
pub(super) fn span(value: Value<'_>) -> Span {
    value.member().map_or_else(|| value.span(), Member::span)
}

/// What can be chosen for what the schema describes, and whether there is more.
pub(super) fn options(schema: Value<'_>) -> (Vec<Choice>, bool) {
    let choice =
        |sent: Value<'_>, label: Option<Value<'_>>| Choice { value: value(sent), label: value(label.unwrap_or(sent)) };
    let labelled = ["x-ntx-oneOf", "x-ntx-anyOf"].into_iter().find_map(|key| schema.get(key));
    let listed = labelled.or_else(|| schema.get("enum")).into_iter().flat_map(Value::items).take(limits::OPTIONS + 1);
    let mut options = match labelled {
        Some(_) => listed.filter_map(|option| Some(choice(option.get("const")?, option.get("title")))).gathered(),
        None => listed.map(|sent| choice(sent, None)).gathered(),
    };
    let is_cut = options.len() > limits::OPTIONS;
    options.truncate(limits::OPTIONS);
    (options, is_cut)
}
