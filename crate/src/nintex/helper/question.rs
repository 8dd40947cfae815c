//! What a field asks another operation.

use std::borrow::Cow;
use std::ops::Range;

use crate::json::{Member, Value};
use crate::openapi::shape::Extension;
use crate::openapi::vocabulary::ObjectKind;

/// What a helper is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The options of a drop-down list: `x-ntx-dynamic-values`.
    Values,
    /// The schema of fields: `x-ntx-dynamic-schema`.
    Schema,
}

/// A field that asks another operation while an action is set up.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// What for.
    pub asked: Asked,
    /// The extension that says so.
    pub member: Member<'a>,
    /// What the field is: a parameter, items or a schema; anything else where the extension is in the wrong place.
    pub on: ObjectKind,
    /// The operation that is asked, by its position among those of the document; none where there is none of that name.
    pub helper: Option<usize>,
}

/// What is sent along for one of the helper's parameters.
#[derive(Clone, Copy, Debug)]
pub struct Argument<'a> {
    /// The name of the helper's parameter, and what is sent.
    pub member: Member<'a>,
    /// The same, read.
    pub source: Source<'a>,
}

/// Where an argument comes from.
#[derive(Clone, Copy, Debug)]
pub enum Source<'a> {
    /// It is always this value.
    Literal(Value<'a>),
    /// It is what this field of the asking operation holds: the string that names it.
    Own(Value<'a>),
    /// It is an object that does not say.
    Unclear,
}

impl<'a> Question<'a> {
    /// Its helper is looked up later.
    pub(super) fn of(extension: &Extension<'a>) -> Option<Self> {
        let member = extension.member;
        let is_values = member.is("x-ntx-dynamic-values");
        let asked = if is_values { Asked::Values } else { Asked::Schema };
        let is_question = (is_values || member.is("x-ntx-dynamic-schema")) && member.value().is_object();
        is_question.then_some(Question { asked, member, on: extension.object.kind, helper: None })
    }

    /// The field: the object that the extension is in.
    pub fn field(&self) -> Value<'a> {
        self.member.object()
    }

    /// The name of the operation that is asked: a string, where the document is sound.
    pub fn operation_id(&self) -> Option<Value<'a>> {
        self.member.value().get("operationId")
    }

    /// What it says under `value-path`, `value-title` or `value-collection`; none where it is no string, or empty.
    pub fn path(&self, key: &str) -> Option<Cow<'a, str>> {
        self.member.value().get_str(key).filter(|path| !path.is_empty())
    }

    /// What is sent along, in the order of the text.
    pub fn arguments(&self) -> impl Iterator<Item = Argument<'a>> + use<'a> {
        self.member.value().members_of("parameters").map(|member| {
            let value = member.value();
            let source = match value.get("parameter") {
                _ if !value.is_object() => Source::Literal(value),
                Some(name) if name.as_str().is_some() => Source::Own(name),
                _ => Source::Unclear,
            };
            Argument { member, source }
        })
    }
}

/// Where the questions of `field` are among `questions`, which are sorted by their fields.
pub(super) fn range(questions: &[Question<'_>], field: Value<'_>) -> Range<usize> {
    let before = |index: u32| questions.partition_point(|question| question.field().index() < index);
    before(field.index())..before(field.index() + 1)
}
