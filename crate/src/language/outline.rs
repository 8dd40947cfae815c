//! What a document consists of.

use serde::{Deserialize, Serialize};
use tsify::Tsify;

use super::{SIZE_LIMIT, document, sketch};
use crate::json::{self, Member, Value};
use crate::nintex::fields::is_hidden;
use crate::nintex::summary::written;
use crate::openapi::{Document, Operation};
use crate::text::Span;

/// How many entries an outline holds.
const ENTRY_LIMIT: usize = 5_000;

/// What a document consists of, in groups: its operations, then what others refer to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Outline {
    /// Group by group, each in the order of the text.
    pub entries: Vec<Entry>,
    /// How many more there are.
    pub omitted: u32,
}

/// Something that people look for in a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// What it is.
    pub kind: EntryKind,
    /// What it is called: an operation as the action is in Nintex, anything else by its key.
    pub name: String,
    /// The method of an operation in capitals; else empty.
    pub method: String,
    /// The path of an operation; else empty.
    pub path: String,
    /// The `operationId` of an operation; else, and where it has none, empty.
    pub operation_id: String,
    /// What it is in a few words: the type of a definition, where a parameter is sent. Empty for operations.
    pub detail: String,
    /// Whether the designer does not show it: `x-ntx-visibility` is `internal`.
    pub is_hidden: bool,
    /// All of it, with its key.
    pub span: Span,
    /// Its key: the method of an operation, the name of anything else.
    pub name_span: Span,
}

/// What an entry of the outline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum EntryKind {
    /// An action in Nintex.
    Operation,
    /// A schema to refer to.
    Definition,
    /// A parameter to refer to.
    Parameter,
    /// A response to refer to.
    Response,
    /// A way to sign in.
    SecurityDefinition,
}

impl Outline {
    /// Hands over every place in it, to be counted in other units.
    pub fn each_span(&mut self, change: &mut dyn FnMut(&mut Span)) {
        for entry in &mut self.entries {
            change(&mut entry.span);
            change(&mut entry.name_span);
        }
    }

    fn push(&mut self, entry: impl FnOnce() -> Entry) {
        if self.entries.len() < ENTRY_LIMIT {
            self.entries.push(entry());
        } else {
            self.omitted += 1;
        }
    }
}

/// The outline of `text`, in byte offsets. Empty where there is nothing to be read, or more than [`SIZE_LIMIT`].
pub fn outline(text: &str) -> Outline {
    let mut outline = Outline::default();
    if text.len() > SIZE_LIMIT {
        return outline;
    }
    let tree = json::parse(text);
    let document = document(&tree);
    for operation in document.operations() {
        outline.push(|| of_operation(operation));
    }
    let groups = [
        ("definitions", EntryKind::Definition),
        ("parameters", EntryKind::Parameter),
        ("responses", EntryKind::Response),
        ("securityDefinitions", EntryKind::SecurityDefinition),
    ];
    for (map, kind) in groups {
        let map = document.meant_for_root(map).map(Member::value);
        for member in map.into_iter().flat_map(Value::members) {
            outline.push(|| of_definition(&document, member, kind));
        }
    }
    outline
}

fn of_operation(operation: &Operation<'_>) -> Entry {
    Entry {
        kind: EntryKind::Operation,
        name: sketch::label(operation),
        method: operation.method.name().to_ascii_uppercase(),
        path: written::cut(&operation.path.name()),
        operation_id: written::text(operation.value(), "operationId"),
        detail: String::new(),
        is_hidden: is_hidden(operation.value()),
        span: operation.method.span(),
        name_span: operation.method.name_span(),
    }
}

fn of_definition(document: &Document<'_>, member: Member<'_>, kind: EntryKind) -> Entry {
    Entry {
        kind,
        name: written::cut(&member.name()),
        method: String::new(),
        path: String::new(),
        operation_id: String::new(),
        detail: sketch::brief(document, member.value()),
        is_hidden: is_hidden(member.value()),
        span: member.span(),
        name_span: member.name_span(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_outline(text: &str, expected: &[&str]) {
        let outline = outline(text);
        let told = outline.entries.iter().map(|entry| {
            let Entry { kind, name, method, path, detail, is_hidden, name_span, .. } = entry;
            let hidden = if *is_hidden { " hidden" } else { "" };
            let said = [&*format!("{kind:?}"), name, method, path, detail].join("|");
            format!("{said}|{}{hidden}", name_span.of(text))
        });
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }

    const NOTES: &str = r##"{
        "swagger": "2.0",
        "paths": { "/notes": {
            "get": { "operationId": "listNotes", "summary": "List notes", "x-ntx-summary": "Find notes" },
            "post": { "operationId": "addNote", "x-ntx-visibility": "internal" },
            "delete": {}
        } },
        "definitions": { "Note": { "type": "object" }, "Notes": { "type": "array", "items": { "$ref": "#/definitions/Note" } } },
        "parameters": { "page": { "name": "page", "in": "query", "type": "integer" } },
        "responses": { "Failed": { "description": "It failed." } },
        "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } }
    }"##;

    #[test]
    fn a_document_has_operations_and_what_they_refer_to() {
        assert_outline(
            NOTES,
            &[
                r#"Operation|Find notes|GET|/notes||"get""#,
                r#"Operation|addNote|POST|/notes||"post" hidden"#,
                r#"Operation|DELETE /notes|DELETE|/notes||"delete""#,
                r#"Definition|Note|||object|"Note""#,
                r#"Definition|Notes|||Note[]|"Notes""#,
                r#"Parameter|page|||query, integer|"page""#,
                r#"Response|Failed|||It failed.|"Failed""#,
                r#"SecurityDefinition|key|||apiKey, header|"key""#,
            ],
        );
    }

    #[test]
    fn a_broken_document_has_one_too() {
        assert_outline(
            "{ \"paths\": { \"/a\": { \"get\": { \"summary\": \"A\" \n },",
            &[r#"Operation|A|GET|/a||"get""#],
        );
        for text in ["", "{", "[]", "null", "no JSON at all"] {
            assert_eq!(outline(text), Outline::default(), "{text}");
        }
    }

    #[test]
    fn all_of_an_entry_is_known() {
        let text = r#"{ "definitions": { "A": { "type": "string" }, "B": {} } }"#;
        let spans: Vec<&str> = outline(text).entries.iter().map(|entry| entry.span.of(text)).collect();
        assert_eq!(spans, [r#""A": { "type": "string" }"#, r#""B": {}"#]);
    }
}
