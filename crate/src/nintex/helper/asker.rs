//! Which operations have fields that ask.

use super::question::{Question, range};
use crate::json::Value;
use crate::openapi::{Document, Operation};
use crate::text::{Gather, Names};

/// An operation with fields that ask others.
#[derive(Debug)]
pub struct Asker<'a> {
    /// Its position among the operations of the document.
    pub operation: usize,
    /// The questions of what it takes, by their positions: of its parameters, and of its body, however deep.
    pub inputs: Vec<usize>,
    /// The questions of what it answers where it succeeds.
    pub outputs: Vec<usize>,
    names: Names<'a>,
    /// By the number of their name.
    fields: Vec<Value<'a>>,
}

impl<'a> Asker<'a> {
    /// The parameter of that name, else the first property of its body of that name.
    pub fn field(&self, name: &str) -> Option<Value<'a>> {
        self.fields.get(self.names.find(name)?).copied()
    }
}

/// The operations that ask; none where that takes too long to find out.
pub(super) fn all<'a>(document: &Document<'a>, questions: &[Question<'a>]) -> Option<Vec<Asker<'a>>> {
    let nodes = document.tree().size();
    let mut walk = Walk { document, rounds: vec![0; nodes], round: 0, steps: 100_000 + STEPS * nodes };
    let mut askers = Vec::new();
    for (position, operation) in document.operations().iter().enumerate() {
        let outputs = walk.all(answers(document, operation).gathered())?;
        let outputs = asked(questions, outputs.iter().map(|found| found.0));
        let mut taken = Vec::new();
        let mut schemas = Vec::new();
        for parameter in &operation.parameters {
            if parameter.is_in("body") {
                schemas.extend(parameter.value.get("schema"));
            } else {
                taken.push((parameter.value, true));
                schemas.extend(parameter.value.get("items"));
            }
        }
        taken.extend(walk.all(schemas)?);
        let inputs = asked(questions, taken.iter().map(|found| found.0));
        if inputs.is_empty() && outputs.is_empty() {
            continue;
        }
        let mut asker = Asker { operation: position, inputs, outputs, names: Names::default(), fields: Vec::new() };
        for (field, _) in taken.iter().filter(|found| found.1) {
            let property = field.parent().and_then(Value::member).filter(|map| map.is("properties"));
            let name = match property.and_then(|_| field.member()) {
                Some(member) => Some(member.name()),
                None => field.get_str("name"),
            };
            if let Some(name) = name.filter(|name| !asker.names.contains(name)) {
                asker.names.insert(name);
                asker.fields.push(*field);
            }
        }
        askers.push(asker);
    }
    Some(askers)
}

/// The schemas of what the operation answers where it succeeds.
fn answers<'a>(document: &Document<'a>, operation: &Operation<'a>) -> impl Iterator<Item = Value<'a>> {
    let responses = operation.value().members_of("responses").filter(|response| response.name().starts_with('2'));
    responses.filter_map(|response| document.resolve(response.value())?.get("schema"))
}

/// The questions on these fields, by their positions.
fn asked<'a>(questions: &[Question<'a>], fields: impl Iterator<Item = Value<'a>>) -> Vec<usize> {
    fields.flat_map(|field| range(questions, field)).gathered()
}

/// How many steps there are for each node of a document, a step being a schema that an operation has. Real documents
/// with helpers need far less than one; without a limit, operations that all have the same large body would take the
/// product of their number and its size.
const STEPS: usize = 4;

struct Walk<'d, 'a> {
    document: &'d Document<'a>,
    /// For each node of the tree the round in which it was last met.
    rounds: Vec<u32>,
    round: u32,
    /// How many steps are left.
    steps: usize,
}

impl<'a> Walk<'_, 'a> {
    /// All schemas in these, however deep, each once, and whether it is a property; what is behind a reference, and the
    /// reference. None where there are no steps left.
    fn all(&mut self, schemas: Vec<Value<'a>>) -> Option<Vec<(Value<'a>, bool)>> {
        self.round += 1;
        let mut pending: Vec<(Value<'a>, bool)> = schemas.into_iter().rev().map(|schema| (schema, false)).gathered();
        let mut found = Vec::new();
        while let Some((schema, is_property)) = pending.pop() {
            self.steps = self.steps.checked_sub(1)?;
            match self.rounds.get_mut(schema.index() as usize) {
                Some(round) if *round != self.round => *round = self.round,
                _ => continue,
            }
            found.push((schema, is_property));
            if let Some(reference) = self.document.reference(schema) {
                pending.extend(reference.end.map(|end| (end, false)));
                continue;
            }
            let first = pending.len();
            let inner = |key: &str| schema.get(key).into_iter().flat_map(|value| value.items().chain(object(value)));
            pending
                .extend(["allOf", "items", "additionalProperties"].into_iter().flat_map(inner).map(|it| (it, false)));
            let builders = ["x-ntx-query-builder", "x-ntx-orderby-builder"];
            pending.extend(builders.into_iter().filter_map(|key| Some((schema.get(key)?.get("schema")?, false))));
            pending.extend(schema.members_of("properties").map(|property| (property.value(), true)));
            if let Some(children) = pending.get_mut(first..) {
                children.reverse();
            }
        }
        Some(found)
    }
}

fn object(value: Value<'_>) -> Option<Value<'_>> {
    value.is_object().then_some(value)
}
