//! What schemas are made of.

use super::Document;
use crate::json::Value;
use crate::text::Gather;

/// Finds the schemas that a schema consists of: itself, what it refers to, and all that stands under `allOf`. One for
/// many schemas of a document, as it knows when it has done enough.
pub struct Parts<'d, 'a> {
    document: &'d Document<'a>,
    /// For each node of the tree the round in which it was last met. Made for the first schema that others stand in.
    rounds: Vec<u32>,
    round: u32,
    /// How many steps are left.
    steps: usize,
}

/// How many steps there are for each node of a document. Real documents need one or two; without a limit, a list of
/// schemas, each made of many, could be made to take the product of their lengths.
const STEPS: usize = 4;

impl<'d, 'a> Parts<'d, 'a> {
    /// Makes one for a document.
    pub fn new(document: &'d Document<'a>) -> Self {
        let nodes = document.tree().size();
        Parts { document, rounds: Vec::new(), round: 0, steps: 10_000 + STEPS * nodes }
    }

    /// All that `schemas` consist of, each once, with whether it must be fulfilled together with others. What is not
    /// there is left out. None where that is no longer to be found out in good time.
    pub fn of(&mut self, schemas: &[Value<'a>]) -> Option<Vec<(Value<'a>, bool)>> {
        if let [only] = schemas {
            let whole = self.document.resolve(*only).filter(|schema| schema.is_object());
            if whole.is_none_or(|whole| whole.lacks("allOf")) {
                self.afford(1)?;
                return Some(whole.map_or_else(Vec::new, |whole| vec![(whole, false)]));
            }
        }
        self.round += 1;
        self.rounds.resize(self.document.tree().size(), 0);
        let mut pending: Vec<(Value<'a>, bool)> = schemas.iter().map(|schema| (*schema, schemas.len() > 1)).gathered();
        let mut parts = Vec::new();
        while let Some((schema, is_part)) = pending.pop() {
            self.afford(1)?;
            let Some(schema) = self.document.resolve(schema).filter(|schema| schema.is_object()) else { continue };
            match self.rounds.get_mut(schema.index() as usize) {
                Some(round) if *round != self.round => *round = self.round,
                _ => continue,
            }
            let inherited = schema.get("allOf");
            pending.extend(inherited.into_iter().flat_map(Value::items).map(|part| (part, true)));
            parts.push((schema, is_part || inherited.is_some()));
        }
        Some(parts)
    }

    /// Takes so many steps; none where there are not so many left.
    pub fn afford(&mut self, steps: usize) -> Option<()> {
        let left = self.steps.checked_sub(steps);
        self.steps = left.unwrap_or_default();
        left.map(|_| ())
    }
}
