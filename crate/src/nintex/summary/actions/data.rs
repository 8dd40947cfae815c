//! What the designer makes of a document, as plain data that crosses borders as it is.
//!
//! A text that there is not is empty.

use serde::{Deserialize, Serialize};
use tsify::Tsify;

use crate::nintex::summary::{Choice, Note};
use crate::text::Span;

/// The actions of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Actions {
    /// The operations in the order of the text, hidden ones included.
    pub list: Vec<Action>,
    /// How many operations `list` leaves out, as there are too many.
    pub omitted: u32,
    /// What is worth knowing although nothing is wrong.
    pub notes: Vec<Note>,
}

impl Actions {
    /// Hands over every place in them, to be counted in other units.
    pub fn each_span(&mut self, change: &mut dyn FnMut(&mut Span)) {
        for action in &mut self.list {
            change(&mut action.span);
            for field in action.inputs.iter_mut().chain(&mut action.hidden_inputs).chain(&mut action.outputs) {
                field.inner.iter_mut().for_each(|inner| inner.each_span(change));
                field.each_span(change);
            }
            action.asked_by.iter_mut().for_each(|asker| change(&mut asker.span));
        }
        self.notes.iter_mut().for_each(|note| change(&mut note.span));
    }
}

/// What the designer makes of an operation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, and any of them go together")]
pub struct Action {
    /// What it is called in the designer.
    pub label: String,
    /// What it says of itself.
    pub description: String,
    /// Its `operationId`.
    pub operation_id: String,
    /// Its method, in capitals.
    pub method: String,
    /// Its path.
    pub path: String,
    /// Whether the designer does not show it.
    pub is_hidden: bool,
    /// Whether it is a start event and no action: it has `x-ntx-trigger`.
    pub is_start_event: bool,
    /// Whether it signs in, so that the designer asks for a connection first.
    pub asks_for_connection: bool,
    /// Whether a new connection is tested with it.
    pub tests_connections: bool,
    /// The fields that it fills, each by the position of its operation in the list. The first few.
    pub asked_by: Vec<Asker>,
    /// How many more fields it fills.
    pub omitted_askers: u32,
    /// Whether it sends a file.
    pub uploads: bool,
    /// Whether it answers with a file.
    pub downloads: bool,
    /// What the designer asks for, in the order in which it shows it.
    pub inputs: Vec<Field>,
    /// What is sent without being asked for: the hidden inputs, in the order of the text.
    pub hidden_inputs: Vec<Field>,
    /// What it gives back; a start event, what the workflow starts with.
    pub outputs: Vec<Field>,
    /// How many outputs are hidden.
    pub hidden_outputs: u32,
    /// Whether it has more inputs or outputs than are listed.
    pub is_cut: bool,
    /// The whole of it, from the name of its method on.
    pub span: Span,
}

/// A field whose options or shape an operation says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Asker {
    /// The position of its operation among all of them.
    pub action: u32,
    /// Its name.
    pub field: String,
    /// Where it asks.
    pub span: Span,
}

/// An input or an output of an action. What is empty is left out of JSON: there are thousands of fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Field {
    /// What it is called in the designer.
    pub label: String,
    /// The labels of the objects that it is in, outermost first, where the designer puts them into the label: with render
    /// version 2.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    #[tsify(optional)]
    pub within: Vec<String>,
    /// What it is called in the call.
    pub name: String,
    /// Where it is sent; an output comes from the answer.
    pub place: Place,
    /// What it holds.
    pub kind: FieldKind,
    /// Whether an input must be filled in, as far as the objects that it is in are given.
    pub is_required: bool,
    /// What it holds at first: a string without its quotes, anything else as JSON writes it.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    #[tsify(optional)]
    pub preset: String,
    /// The line between label and field.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    #[tsify(optional)]
    pub sublabel: String,
    /// The text under the field.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    #[tsify(optional)]
    pub subtext: String,
    /// The grey text in the empty field.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    #[tsify(optional)]
    pub placeholder: String,
    /// The regular expression that what is typed must match.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    #[tsify(optional)]
    pub pattern: String,
    /// What can be chosen. The first few.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    #[tsify(optional)]
    pub options: Vec<Choice>,
    /// Whether more can be chosen than is listed.
    pub has_more_options: bool,
    /// The `operationId` of the operation that says what can be chosen, or which fields there are.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    #[tsify(optional)]
    pub helper: String,
    /// What of each entry of the helper's answer is shown: a property, or a way to one.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    #[tsify(optional)]
    pub shows: String,
    /// What of the entry that is chosen is sent.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    #[tsify(optional)]
    pub sends: String,
    /// What the items of a list are.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[tsify(optional)]
    pub items: Option<FieldKind>,
    /// What is in it, one level deep, where that has no fields of its own in the action: the properties of an object, or of
    /// the items of a list. The first few.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    #[tsify(optional)]
    pub inner: Vec<Field>,
    /// Its parameter or property.
    pub span: Span,
    /// What a reference at `span` leads to, if there is one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[tsify(optional)]
    pub target: Option<Span>,
}

impl Field {
    /// Hands over its own places.
    fn each_span(&mut self, change: &mut dyn FnMut(&mut Span)) {
        change(&mut self.span);
        self.target.iter_mut().for_each(change);
    }
}

/// Where an input is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "they are the values of `in`")]
pub enum Place {
    Query,
    Header,
    Path,
    FormData,
    Body,
    /// Nowhere: it comes back.
    #[default]
    Answer,
}

/// What a field holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum FieldKind {
    /// Text.
    Text,
    /// A number, whole or not.
    Number,
    /// Yes or no.
    YesNo,
    /// A date.
    Date,
    /// A date and a time.
    DateTime,
    /// One of some values that the document lists.
    Choice,
    /// One of some values that another operation lists.
    DropDown,
    /// A file.
    File,
    /// A list: a collection.
    List,
    /// An object.
    Object,
    /// Conditions, built one by one and sent as a filter of `OData`.
    Conditions,
    /// The document does not say.
    #[default]
    Any,
}
