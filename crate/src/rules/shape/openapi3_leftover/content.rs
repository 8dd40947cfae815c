//! `content`: a schema for each media type, where OpenAPI 2.0 has one schema and a list of media types.

use std::borrow::Cow;

use super::pointer::follow;
use super::removal;
use crate::diagnostic::Diagnostic;
use crate::json::edit;
use crate::json::{Member, Value, encode, fragment};
use crate::openapi::Document;
use crate::openapi::vocabulary::{OPERATION, ObjectKind};
use crate::rules::draft::Draft;
use crate::rules::problems;
use crate::text::{Edit, Gather};

/// What there is for one media type.
#[derive(Clone)]
pub(super) struct Media<'a> {
    /// The media type, such as `application/json`; empty where somebody left that level out.
    pub(super) name: Cow<'a, str>,
    /// The object with the schema and the examples.
    pub(super) value: Value<'a>,
}

impl<'a> Media<'a> {
    /// All that `content` holds.
    pub(super) fn all(content: Value<'a>) -> Vec<Self> {
        if content.get("schema").is_some() {
            return vec![Self { name: Cow::Borrowed(""), value: content }];
        }
        let entries = content.members().filter(|entry| entry.value().is_object());
        entries.map(|entry| Self { name: entry.name(), value: entry.value() }).gathered()
    }

    /// Whether it is JSON of some kind.
    pub(super) fn is_json(&self) -> bool {
        self.name.contains("json")
    }

    /// Whether it is the media type of a form.
    pub(super) fn is_form(&self) -> bool {
        self.name.contains("form-data") || self.name.contains("x-www-form-urlencoded")
    }

    /// Its example, or the first of several.
    fn example(&self) -> Option<Value<'a>> {
        self.value.get("example").or_else(|| self.value.get("examples")?.members().next()?.value().get("value"))
    }
}

/// The one that Nintex can make most of: JSON, else the first.
pub(super) fn preferred<'m, 'a>(media: &'m [Media<'a>]) -> Option<&'m Media<'a>> {
    media.iter().find(|one| one.is_json()).or(media.first())
}

/// Offers to write the schema into the response, and the media type into the operation's `produces`.
pub(super) fn offer_response(document: &Document<'_>, diagnostic: &mut Diagnostic, member: Member<'_>) {
    let media = Media::all(member.value());
    let response = member.object();
    let Some(one) = preferred(&media) else { return removal::offer(diagnostic, member) };
    let mut draft = Draft::default();
    if let Some(schema) = one.value.get("schema") {
        draft.add("schema", if is_file(document, schema) { "{\n  \"type\": \"file\"\n}".to_owned() } else { fragment(schema) });
    }
    if let Some(example) = one.example().filter(|_| !one.name.is_empty()) {
        draft.add("examples", format!("{{\n  {}: {}\n}}", encode(&one.name), fragment(example).replace('\n', "\n  ")));
    }
    draft.without_those_of(response);
    let mut edits = draft.instead_of(member);
    let operation = response.parent().and_then(Value::parent).filter(|value| is_operation(document, *value));
    edits.extend(operation.and_then(|operation| declare(document, operation, "produces", &one.name)));
    let title = "Write `schema` into the response, and the media type into `produces`";
    diagnostic.review_fix(title, consequence(&media, one), edits);
}

fn is_operation(document: &Document<'_>, value: Value<'_>) -> bool {
    document.object_at(value).is_some_and(|object| object.kind == ObjectKind::Operation)
}

/// Whether the schema is that of a file.
fn is_file(document: &Document<'_>, schema: Value<'_>) -> bool {
    follow(document, schema).and_then(|schema| schema.get("format")).is_some_and(|format| format.is_str("binary"))
}

/// What is lost with the other media types.
pub(super) fn consequence(media: &[Media<'_>], one: &Media<'_>) -> Cow<'static, str> {
    let kept = one.value.get("schema").map(Value::source);
    let differs = |other: &Media<'_>| other.value.get("schema").map(Value::source) != kept;
    if media.iter().any(differs) {
        format!("There is one schema for all media types: that of `{}` stays, the others are lost.", one.name).into()
    } else {
        "OpenAPI 2.0 says it this way; see that the fields in Nintex are those that you want.".into()
    }
}

/// Adds the media type to what the operation `consumes` or `produces`, where neither it nor the root says so already.
pub(super) fn declare(document: &Document<'_>, operation: Value<'_>, key: &str, media: &str) -> Option<Edit> {
    if media.is_empty() || media.contains('*') {
        return None;
    }
    let own = operation.get(key);
    let list = own.or_else(|| document.root()?.get(key));
    if list.is_some_and(|list| !list.is_array() || list.items().any(|item| item.is_str(media))) {
        return None;
    }
    if let Some(list) = own {
        return Some(edit::append_item(list, &encode(media)));
    }
    let position = problems::position(&OPERATION, operation, key);
    Some(edit::insert_member(operation, position, key, &format!("[{}]", encode(media))))
}
