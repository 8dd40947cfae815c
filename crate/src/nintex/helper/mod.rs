//! Helpers: operations that others ask while an action is set up, for the options of a drop-down list or for fields.
//!
//! Extensions of fields say so: `x-ntx-dynamic-values` and `x-ntx-dynamic-schema`, the latter also inside
//! `x-ntx-query-builder` and `x-ntx-orderby-builder`.

mod answer;
mod asker;
mod question;

pub use answer::{Answer, Followed};
pub use asker::Asker;
pub use question::{Argument, Asked, Question, Source};

use std::ops::Range;

use crate::json::Value;
use crate::openapi::Document;
use crate::text::{Gather, Names, in_order};

/// Which fields ask which operations for what.
#[derive(Debug, Default)]
pub struct Helpers<'a> {
    /// All questions of the document, in the order of their fields in the text: also those in definitions that nothing
    /// uses.
    pub questions: Vec<Question<'a>>,
    /// The operations with fields that ask, in the order of the text. Empty where that takes too long to find out: in
    /// documents that were made for it.
    pub askers: Vec<Asker<'a>>,
    /// For each operation of the document whether a field asks it.
    asked: Vec<bool>,
}

impl<'a> Helpers<'a> {
    /// Reads them off a document. Takes next to no time where nothing asks.
    pub fn of(document: &Document<'a>) -> Self {
        let questions: Vec<Question<'a>> = document.shape().extensions.iter().filter_map(Question::of).gathered();
        if questions.is_empty() {
            return Self::default();
        }
        let mut questions = in_order(questions, |question| u64::from(question.field().index()));
        let mut ids = Names::default();
        let mut positions = Vec::new();
        for (position, operation) in document.operations().iter().enumerate() {
            if operation.id().is_some_and(|id| ids.insert(id)) {
                positions.push(position);
            }
        }
        let mut asked = vec![false; document.operations().len()];
        for question in &mut questions {
            let id = question.operation_id().and_then(Value::as_str);
            question.helper = id.and_then(|id| positions.get(ids.find(&id)?).copied());
            if let Some(is_asked) = question.helper.and_then(|helper| asked.get_mut(helper)) {
                *is_asked = true;
            }
        }
        let askers = asker::all(document, &questions).unwrap_or_default();
        Self { questions, askers, asked }
    }

    /// What an operation asks: with what it takes, and with what it answers.
    pub fn asked_by(&self, asker: &Asker<'a>) -> impl Iterator<Item = &Question<'a>> {
        asker.inputs.iter().chain(&asker.outputs).filter_map(|position| self.questions.get(*position))
    }

    /// What the field asks: a parameter, an item of one, or a schema, wherever it stands.
    pub fn at(&self, field: Value<'_>) -> &[Question<'a>] {
        self.questions.get(self.positions_at(field)).unwrap_or_default()
    }

    /// The same as positions among all questions.
    pub fn positions_at(&self, field: Value<'_>) -> Range<usize> {
        question::range(&self.questions, field)
    }

    /// Whether the operation, by its position among those of the document, is asked by a field.
    pub fn is_helper(&self, operation: usize) -> bool {
        self.asked.get(operation).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;
    use crate::nintex::vocabulary::extension_key;

    const NOTES: &str = r##"{
        "paths": {
            "/boards": { "get": { "operationId": "getBoards", "responses": { "200": { "schema": {
                "type": "object", "properties": { "items": { "type": "array", "items": { "$ref": "#/definitions/Board" } } }
            } } } } },
            "/lists": { "get": { "operationId": "getLists", "parameters": [{ "name": "board", "in": "query" }] } },
            "/notes": {
                "parameters": [{ "name": "board", "in": "query", "x-ntx-dynamic-values": {
                    "operationId": "getBoards", "value-collection": "items", "value-path": "id" } }],
                "post": {
                    "operationId": "addNote",
                    "parameters": [{ "name": "note", "in": "body", "schema": { "$ref": "#/definitions/Note" } }],
                    "responses": { "200": { "$ref": "#/responses/Note" } }
                }
            }
        },
        "definitions": {
            "Board": { "allOf": [{ "$ref": "#/definitions/Thing" }, { "properties": { "owner": {} } }] },
            "Thing": { "type": "object", "properties": { "id": { "type": "string" }, "place": { "$ref": "#/definitions/Open" } } },
            "Open": { "type": "object" },
            "Note": { "properties": {
                "list": { "type": "string", "x-ntx-dynamic-values": {
                    "operationId": "getLists", "value-path": "id", "parameters": { "board": { "parameter": "board" }, "n": 7 } } },
                "parent": { "$ref": "#/definitions/Note" },
                "filter": { "type": "string", "x-ntx-query-builder": { "schema": {
                    "x-ntx-dynamic-schema": { "operationId": "getFields", "value-path": "Schema/Items" } } } }
            } },
            "Unused": { "x-ntx-dynamic-schema": { "operationId": "getBoards", "value-path": "items" } }
        },
        "responses": { "Note": { "schema": { "$ref": "#/definitions/Note" } } }
    }"##;

    fn with<T>(text: &str, look: impl FnOnce(&Document<'_>, &Helpers<'_>) -> T) -> T {
        let tree = parse(text);
        let document = Document::new(&tree, extension_key);
        look(&document, &Helpers::of(&document))
    }

    #[test]
    fn questions_are_found_wherever_they_stand() {
        with(NOTES, |document, helpers| {
            let told: Vec<_> = helpers.questions.iter().map(|question| (question.asked, question.helper)).collect();
            let (values, schema) = (Asked::Values, Asked::Schema);
            assert_eq!(told, [(values, Some(0)), (values, Some(1)), (schema, None), (schema, Some(0))]);
            assert!(helpers.is_helper(1) && !helpers.is_helper(2));
            let property =
                |name: &str| document.root().unwrap().get("definitions")?.get("Note")?.get("properties")?.get(name);
            assert_eq!(helpers.at(property("list").unwrap()).len(), 1);
            assert!(helpers.at(property("parent").unwrap()).is_empty());
            let arguments: Vec<_> = helpers.questions[1].arguments().collect();
            assert!(matches!(arguments[0].source, Source::Own(name) if name.is_str("board")));
            assert!(matches!(arguments[1].source, Source::Literal(_)));
        });
    }

    #[test]
    fn definitions_belong_to_the_operations_that_use_them() {
        with(NOTES, |_, helpers| {
            let [asker] = &helpers.askers[..] else { panic!("{:?}", helpers.askers) };
            assert_eq!((asker.operation, &asker.inputs[..], &asker.outputs[..]), (2, &[0, 1, 2][..], &[1, 2][..]));
            assert!(asker.field("board").is_some() && asker.field("list").is_some());
            assert!(asker.field("Note").is_none());
        });
    }

    #[test]
    fn answers_are_followed_as_far_as_they_are_described() {
        with(NOTES, |document, _| {
            let mut answer = Answer::new(document);
            let whole = Answer::of(document, 0).unwrap();
            let Followed::Found(list) = answer.follow(vec![whole], "items") else { panic!() };
            let items = answer.items(&list).unwrap();
            let mut follow = |path: &str| match answer.follow(items.clone(), path) {
                Followed::Found(_) => "found",
                Followed::Missing(_) => "missing",
                Followed::Open => "open",
            };
            assert_eq!(["id", "owner", "place/x", "place.x"].map(&mut follow), ["found", "found", "open", "open"]);
            assert_eq!(["name", "id/x", ""].map(follow), ["missing", "open", "open"]);
            assert!(Answer::of(document, 1).is_none());
        });
    }

    #[test]
    fn what_takes_too_long_is_given_up() {
        let count = 3000;
        let properties: Vec<String> = (0..count).map(|at| format!(r#""p{at}":{{}}"#)).collect();
        let operation = r##"{"get":{"parameters":[{"name":"b","in":"body","schema":{"$ref":"#/definitions/D"}}]}}"##;
        let paths: Vec<String> = (0..count).map(|at| format!(r#""/{at}":{operation}"#)).collect();
        let question = r#""q":{"x-ntx-dynamic-values":{"operationId":"o","value-path":"v"}}"#;
        let text = format!(
            r#"{{"paths":{{{}}},"definitions":{{"D":{{"properties":{{{question},{}}}}}}}}}"#,
            paths.join(","),
            properties.join(",")
        );
        with(&text, |_, helpers| assert_eq!((helpers.questions.len(), helpers.askers.len()), (1, 0)));
    }
}
