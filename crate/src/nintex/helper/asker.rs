//! Which operations have fields that ask.

use std::borrow::Cow;

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
    /// What it takes, by name: its parameters, then the properties of its body. The first of each name, no two of one.
    pub fields: Vec<(Cow<'a, str>, Value<'a>)>,
    names: Names<'a>,
}

impl<'a> Asker<'a> {
    /// The parameter of that name, else the first property of its body of that name.
    pub fn field(&self, name: &str) -> Option<Value<'a>> {
        self.fields.get(self.names.find(name)?).map(|field| field.1)
    }
}

/// The operations that ask; none where that takes too long to find out.
pub(super) fn all<'a>(document: &Document<'a>, questions: &[Question<'a>]) -> Option<Vec<Asker<'a>>> {
    let nodes = document.tree().size();
    let mut walk = Walk { document, rounds: vec![0; nodes], round: 0, steps: 10_000 + nodes };
    let mut askers = Vec::new();
    for (position, operation) in document.operations().iter().enumerate() {
        let outputs = walk.all(answers(document, operation).map(|schema| (schema, false)).gathered())?;
        let outputs = asked(questions, &outputs);
        let fields = operation.parameters.iter().filter(|parameter| !parameter.is_in("body"));
        let bodies = operation.parameters.iter().filter(|parameter| parameter.is_in("body"));
        let fields = fields.map(|parameter| (parameter.value, true));
        let bodies = bodies.filter_map(|parameter| Some((parameter.value.get("schema")?, false)));
        let taken = walk.all(fields.chain(bodies).gathered())?;
        let inputs = asked(questions, &taken);
        if inputs.is_empty() && outputs.is_empty() {
            continue;
        }
        let mut asker = Asker { operation: position, inputs, outputs, names: Names::default(), fields: Vec::new() };
        let taken = taken.iter().filter(|found| found.1).map(|found| found.0);
        for field in taken.chain(operation.parameters.iter().map(|parameter| parameter.value)) {
            let property = field.parent().and_then(Value::member).filter(|map| map.is("properties"));
            let name = match property.and_then(|_| field.member()) {
                Some(member) => Some(member.name()),
                None => field.get_str("name"),
            };
            if let Some(name) = name.filter(|name| asker.names.insert(name.clone())) {
                asker.fields.push((name, field));
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
fn asked<'a>(questions: &[Question<'a>], fields: &[(Value<'a>, bool)]) -> Vec<usize> {
    fields.iter().flat_map(|(field, _)| range(questions, *field)).gathered()
}

struct Walk<'d, 'a> {
    document: &'d Document<'a>,
    /// For each node of the tree the round in which it was last met.
    rounds: Vec<u32>,
    round: u32,
    /// How many schemas may still be met. Real documents with helpers have less than one for two nodes; without a limit,
    /// operations that all have the same large body would take the product of their number and its size.
    steps: usize,
}

impl<'a> Walk<'_, 'a> {
    /// All fields and schemas in these, however deep, each once, and whether it has a name; what is behind a reference,
    /// and the reference. None where there are no steps left.
    fn all(&mut self, mut pending: Vec<(Value<'a>, bool)>) -> Option<Vec<(Value<'a>, bool)>> {
        self.round += 1;
        pending.reverse();
        let mut found = Vec::new();
        while let Some((schema, is_named)) = pending.pop() {
            self.steps = self.steps.checked_sub(1)?;
            match self.rounds.get_mut(schema.index() as usize) {
                Some(round) if *round != self.round => *round = self.round,
                _ => continue,
            }
            found.push((schema, is_named));
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
