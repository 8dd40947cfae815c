//! The inputs and outputs of an action, as the designer shows them.

use std::borrow::Cow;

use super::data::{Action, Field, FieldKind, Place};
use super::kind::{held, kind};
use crate::json::{Member, Value};
use crate::nintex::fields::{self, Fields};
use crate::nintex::helper::{Helpers, Question};
use crate::nintex::summary::{limits, written};
use crate::openapi::{Document, Operation};
use crate::text::Span;

/// Reads the fields of one action after another.
pub(super) struct Reader<'d, 'a> {
    fields: Fields<'d, 'a>,
    helpers: &'d Helpers<'a>,
    /// Whether nested objects are shown field by field, all in the order of the document.
    renders_objects: bool,
    /// How many more fields may be listed.
    left: usize,
    /// The first object of a visible action that people may add properties to.
    pub(super) open_object: Option<Span>,
}

/// The object that fields are in.
struct Holder<'a> {
    /// Itself.
    field: fields::Field<'a>,
    /// Where it is sent.
    place: Place,
}

impl<'d, 'a> Reader<'d, 'a> {
    /// Makes one for a document.
    pub(super) fn new(document: &'d Document<'a>, helpers: &'d Helpers<'a>, renders_objects: bool) -> Self {
        Reader { fields: Fields::new(document), helpers, renders_objects, left: limits::ALL_FIELDS, open_object: None }
    }

    /// Reads the fields of the operation into the action.
    pub(super) fn read(&mut self, operation: &Operation<'a>, action: &mut Action) {
        self.read_inputs(operation, action);
        self.read_outputs(operation, action);
    }

    fn read_inputs(&mut self, operation: &Operation<'a>, action: &mut Action) {
        let mut holders: Vec<Holder<'a>> = Vec::new();
        let mut pending = self.fields.parameters(operation);
        pending.reverse();
        while let Some(field) = pending.pop() {
            let holder = field.holder.and_then(|at| holders.get(at));
            let place = holder.map_or_else(|| place(field.value), |holder| holder.place);
            if self.opens(&field, place, &holders) {
                let position = holders.len();
                match self.properties(&field, position) {
                    Some(inner) if !inner.is_empty() => {
                        let rest = field.schema.get("additionalProperties").and_then(Value::as_bool);
                        if self.renders_objects && rest != Some(false) && !action.is_hidden && !field.is_hidden {
                            self.open_object.get_or_insert(written::span(field.site));
                        }
                        pending.extend(inner.into_iter().rev());
                        holders.push(Holder { field, place });
                        continue;
                    }
                    Some(_) => {}
                    None => action.is_cut = true,
                }
            }
            let listed = if field.is_hidden { action.hidden_inputs.len() } else { action.inputs.len() };
            if !self.affords(listed, action) {
                break;
            }
            let shown = self.input(&field, place, &holders);
            if field.is_hidden {
                action.hidden_inputs.push(shown);
                continue;
            }
            let shown = self.with_inner(&field, shown, action);
            let before = |other: &Field| self.renders_objects || is_before(&other.label, &shown.label);
            let at = action.inputs.partition_point(before);
            action.inputs.insert(at, shown);
        }
    }

    fn read_outputs(&mut self, operation: &Operation<'a>, action: &mut Action) {
        let event = operation.value().get("x-ntx-notification-content").filter(|_| action.is_start_event);
        let answer = match event.and_then(|content| content.get("schema")) {
            Some(schema) => self.fields.whole(schema),
            None => self.fields.answer(operation),
        };
        let Some(answer) = answer else { return };
        let is_list = held(answer.value, answer.schema) == FieldKind::List;
        let inner = if is_list { Some(Vec::new()) } else { self.properties(&answer, 0) };
        action.is_cut |= inner.is_none();
        let mut properties = inner.unwrap_or_default();
        if properties.is_empty() {
            properties.push(answer);
        }
        for field in properties {
            if field.is_hidden {
                action.hidden_outputs += 1;
            } else if self.affords(action.outputs.len(), action) {
                let shown = self.with_inner(&field, self.output(&field), action);
                action.outputs.push(shown);
            }
        }
    }

    /// The properties of the field at that position; none where that takes too long to find out.
    fn properties(&mut self, holder: &fields::Field<'a>, position: usize) -> Option<Vec<fields::Field<'a>>> {
        let mut inner = self.fields.inner(holder, position)?;
        inner.retain(|field| field.name.is_some());
        Some(inner)
    }

    /// The field with what is in it.
    fn with_inner(&mut self, field: &fields::Field<'a>, mut shown: Field, action: &mut Action) -> Field {
        let is_input = shown.place != Place::Answer;
        let mut holder = Cow::Borrowed(field);
        if held(field.value, field.schema) == FieldKind::List {
            let items = self.fields.inner(field, 0).into_iter().flatten().find(|inner| inner.name.is_none());
            let Some(items) = items else { return shown };
            shown.items = Some(held(items.value, items.schema));
            holder = Cow::Owned(items);
        }
        if shown.items == Some(FieldKind::List) {
            return shown;
        }
        let inner = self.properties(&holder, 0);
        action.is_cut |= inner.is_none();
        for field in inner.into_iter().flatten().filter(|field| !field.is_hidden).take(limits::INNER) {
            if self.left == 0 {
                action.is_cut = true;
                break;
            }
            self.left -= 1;
            let mut one = self.output(&field);
            if is_input {
                one.place = shown.place;
                one.is_required = field.is_required;
                one.kind = kind(field.value, field.schema);
            }
            shown.inner.push(one);
        }
        shown
    }

    /// Whether one more field can be listed.
    fn affords(&mut self, listed: usize, action: &mut Action) -> bool {
        let affords = listed < limits::FIELDS && self.left > 0;
        action.is_cut |= !affords;
        self.left -= usize::from(affords);
        affords
    }

    /// Whether the designer shows what is in an object, and not the object as one field.
    fn opens(&self, field: &fields::Field<'a>, place: Place, holders: &[Holder<'a>]) -> bool {
        let is_body = place == Place::Body && field.depth == 0;
        let is_nested = self.renders_objects && place == Place::Body && field.depth < limits::DEPTH;
        if !is_body && !is_nested || held(field.value, field.schema) == FieldKind::List {
            return false;
        }
        let mut above = field.holder.and_then(|at| holders.get(at));
        while let Some(holder) = above {
            if holder.field.schema == field.schema {
                return false;
            }
            above = holder.field.holder.and_then(|at| holders.get(at));
        }
        true
    }

    /// An input: how the designer shows the field.
    fn input(&self, field: &fields::Field<'a>, place: Place, holders: &[Holder<'a>]) -> Field {
        let fields::Field { value, schema, .. } = *field;
        let written = |key: &str| {
            let mut found = [value, schema].into_iter().map(|from| written::text(from, key));
            found.find(|text| !text.is_empty())
        };
        let described = if self.renders_objects { written("description") } else { None };
        let preset = self.preset(field, place, field.holder.and_then(|at| holders.get(at)));
        Field {
            within: if self.renders_objects { within(field, holders) } else { Vec::new() },
            place,
            kind: kind(value, schema),
            is_required: field.is_required,
            preset: preset.map(written::value).unwrap_or_default(),
            sublabel: written("x-ntx-sublabel").or(described).unwrap_or_default(),
            subtext: written("x-ntx-subtext").unwrap_or_default(),
            placeholder: written("x-ntx-placeholder").unwrap_or_default(),
            pattern: written("pattern").unwrap_or_default(),
            ..self.output(field)
        }
    }

    /// An output, and what inputs have like it.
    fn output(&self, field: &fields::Field<'a>) -> Field {
        let fields::Field { value, schema, .. } = *field;
        let items = schema.get("items");
        let described = [Some(value), Some(schema), items].into_iter().flatten();
        let question = described.clone().flat_map(|at| self.helpers.at(at)).find(|one| one.operation_id().is_some());
        let asked = |key: &str| question.map(|one| written::text(one.member.value(), key)).unwrap_or_default();
        let (options, has_more_options) =
            described.map(written::options).find(|(found, _)| !found.is_empty()).unwrap_or_default();
        let label = field.label().unwrap_or(Cow::Borrowed("Output"));
        Field {
            label: written::cut(&label),
            name: field.name.as_deref().map(written::cut).unwrap_or_default(),
            kind: held(value, schema),
            options,
            has_more_options,
            helper: question.and_then(Question::operation_id).map(written::value).unwrap_or_default(),
            shows: asked("value-title"),
            sends: asked("value-path"),
            span: written::span(field.site),
            target: (field.site != value).then(|| written::span(value)),
            ..Field::default()
        }
    }

    /// What a field holds at first. With render version 2, `x-ntx-initial` says so, of the field itself or of the object
    /// that it is in, and `default` only outside of bodies.
    fn preset(&self, field: &fields::Field<'a>, place: Place, holder: Option<&Holder<'a>>) -> Option<Value<'a>> {
        let either = |field: &fields::Field<'a>, key: &str| field.value.get(key).or_else(|| field.schema.get(key));
        if !self.renders_objects {
            return either(field, "default");
        }
        let of_holder = || {
            let name = field.name.as_deref()?;
            let mut values = either(&holder?.field, "x-ntx-initial")?.members().take(limits::PRESETS);
            values.find(|value| value.is(name)).map(Member::value)
        };
        let outside = || either(field, "default").filter(|_| place != Place::Body);
        either(field, "x-ntx-initial").or_else(of_holder).or_else(outside)
    }
}

/// The labels of the objects that a field is in, outermost first; that of a body only where it is given one.
fn within(field: &fields::Field<'_>, holders: &[Holder<'_>]) -> Vec<String> {
    let mut labels = Vec::new();
    let mut above = field.holder.and_then(|at| holders.get(at));
    while let Some(holder) = above {
        let own = &holder.field;
        let is_whole = own.depth == 0;
        let label = if is_whole { fields::label(own.value).or_else(|| fields::label(own.schema)) } else { own.label() };
        labels.extend(label.filter(|label| !label.is_empty()).map(|label| written::cut(&label)));
        above = own.holder.and_then(|at| holders.get(at));
    }
    labels.reverse();
    labels
}

fn place(parameter: Value<'_>) -> Place {
    let places =
        [("query", Place::Query), ("header", Place::Header), ("path", Place::Path), ("formData", Place::FormData)];
    let written = parameter.get("in");
    let found = places.into_iter().find(|(name, _)| written.is_some_and(|place| place.is_str(name)));
    found.map_or(Place::Body, |(_, place)| place)
}

/// Whether a label comes before another one in the alphabet, or is the same.
fn is_before(label: &str, other: &str) -> bool {
    label.bytes().map(|byte| byte.to_ascii_lowercase()).le(other.bytes().map(|byte| byte.to_ascii_lowercase()))
}
